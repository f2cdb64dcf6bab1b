//! The messages of a theme's language file (Fluent), as passages.

use std::ops::Range;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::diagnostics::{FileId, SourceMap};
use crate::sources::nesting;

use super::prose::{Kind, Prose};

/// Every message and attribute; what is filled in stands as one short word. Of words that depend on a number, the default
/// stands in its sentence and each other is a passage of its own.
pub(super) fn prose(file: FileId, sources: &SourceMap) -> Vec<Prose> {
    let source = sources.text(file);
    // What cannot be read is reported where the theme is judged.
    if nesting::of_words(source).is_some() {
        return Vec::new();
    }
    let resource = parser::parse(source).unwrap_or_else(|(resource, _)| resource);
    let mut reader = Reader {
        file,
        source,
        passages: Vec::new(),
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let attributes = message.attributes.iter().map(|attribute| &attribute.value);
                for pattern in message.value.iter().chain(attributes) {
                    reader.pattern(pattern);
                }
            }
            Entry::Term(term) => reader.pattern(&term.value),
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => {}
        }
    }
    reader.passages
}

struct Reader<'a> {
    file: FileId,
    source: &'a str,
    passages: Vec<Prose>,
}

impl Reader<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        let mut prose = Prose::new(self.file, Kind::Running);
        self.elements(pattern, &mut prose);
        if !prose.is_blank() {
            self.passages.push(prose);
        }
    }

    fn elements(&mut self, pattern: &Pattern<&str>, prose: &mut Prose) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => prose.push(value, self.range(value)),
                PatternElement::Placeable { expression } => self.expression(expression, prose),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>, prose: &mut Prose) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, prose),
            Expression::Select { variants, .. } => {
                for variant in variants {
                    if variant.default {
                        self.elements(&variant.value, prose);
                    } else {
                        self.pattern(&variant.value);
                    }
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, prose: &mut Prose) {
        match inline {
            InlineExpression::StringLiteral { value }
            | InlineExpression::NumberLiteral { value } => {
                prose.push(value, self.range(value));
            }
            InlineExpression::VariableReference { id }
            | InlineExpression::FunctionReference { id, .. }
            | InlineExpression::MessageReference { id, .. }
            | InlineExpression::TermReference { id, .. } => {
                prose.push_short_word(self.range(id.name));
            }
            InlineExpression::Placeable { expression } => self.expression(expression, prose),
        }
    }

    /// Where a part that the parser cut out of the source stands in it.
    fn range(&self, part: &str) -> Range<usize> {
        let start = part.as_ptr() as usize - self.source.as_ptr() as usize;
        start..start + part.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(ftl: &str) -> Vec<String> {
        let mut sources = SourceMap::default();
        let file = sources.add("themes/default/i18n/nl.ftl", ftl);
        let read = prose(file, &sources);
        read.into_iter().map(|prose| prose.text).collect()
    }

    #[test]
    fn what_is_filled_in_is_one_short_word() {
        assert_eq!(
            read("# Uitleg\nwait = Gemiddeld { $length }, { until }.\nuntil = tot { \"nu\" }\n"),
            ["Gemiddeld x, x.", "tot nu"]
        );
    }

    #[test]
    fn the_words_for_one_are_a_passage_of_their_own() {
        let ftl = "total = Er { $count ->\n    [one] is 1 plek\n   *[other] zijn { $count } plekken\n} vrij.\n";
        assert_eq!(read(ftl), ["is 1 plek", "Er zijn x plekken vrij."]);
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let ftl = "a = Eerst.\nb =\n    Dit is { $x }\n    derhalve zo.\n";
        let mut sources = SourceMap::default();
        let file = sources.add("themes/default/i18n/nl.ftl", ftl);
        let second = &prose(file, &sources)[1];
        let at = second.text.find("derhalve").expect("it is read");
        let place = second.place(at..at + "derhalve".len());
        assert_eq!(sources.excerpt(place), "derhalve");
        assert_eq!(sources.position(place).line, 4);
    }
}
