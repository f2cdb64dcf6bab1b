//! The passages of a Markdown text: what a visitor reads. The text of a link counts, its address does not.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::diagnostics::Located;

use super::prose::{Kind, Prose};

/// The passages, in order: each paragraph, item, heading and cell is one.
pub(super) fn passages(body: &Located<String>) -> Vec<Prose> {
    let mut reader = Reader {
        body,
        current: Prose::new(body.place.file, Kind::Running),
        is_code: false,
        passages: Vec::new(),
    };
    let parser = Parser::new_ext(&body.value, Options::ENABLE_TABLES).into_offset_iter();
    for (event, range) in parser {
        let start = body.place.start as usize;
        reader.read(event, start + range.start..start + range.end);
    }
    reader.begin(Kind::Running);
    reader.passages
}

struct Reader<'a> {
    body: &'a Located<String>,
    current: Prose,
    is_code: bool,
    passages: Vec<Prose>,
}

impl Reader<'_> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "all other events lie inside a passage or say nothing"
    )]
    fn read(&mut self, event: Event<'_>, source: std::ops::Range<usize>) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::TableCell) => self.begin(Kind::Label),
            Event::Start(Tag::CodeBlock(_)) => self.is_code = true,
            Event::End(TagEnd::CodeBlock) => self.is_code = false,
            Event::Start(Tag::Paragraph | Tag::Item | Tag::List(_))
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::List(_)
                | TagEnd::Heading(_)
                | TagEnd::TableCell,
            ) => self.begin(Kind::Running),
            Event::Text(text) if !self.is_code => self.current.push(&text, source),
            Event::Code(_) => self.current.push_short_word(source),
            Event::SoftBreak | Event::HardBreak => self.current.push(" ", source),
            _ => {}
        }
    }

    /// Ends the passage and begins another.
    fn begin(&mut self, kind: Kind) {
        let next = Prose::new(self.body.place.file, kind);
        let ended = std::mem::replace(&mut self.current, next);
        if !ended.is_blank() {
            self.passages.push(ended);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Place, SourceMap};

    fn read(markdown: &str) -> Vec<(Kind, String)> {
        let file = SourceMap::default().add("content/pages/a.md", markdown);
        let body = Located::new(markdown.to_owned(), Place::new(file, 0..markdown.len()));
        passages(&body)
            .into_iter()
            .map(|prose| (prose.kind, prose.text))
            .collect()
    }

    fn running(text: &str) -> (Kind, String) {
        (Kind::Running, text.to_owned())
    }

    fn label(text: &str) -> (Kind, String) {
        (Kind::Label, text.to_owned())
    }

    #[test]
    fn paragraphs_items_and_headings_are_passages_of_their_own() {
        assert_eq!(
            read("Een\nzin.\n\n## Kop\n\n- Eerst\n- Dan\n  - Daarin\n\nSlot."),
            [
                running("Een zin."),
                label("Kop"),
                running("Eerst"),
                running("Dan"),
                running("Daarin"),
                running("Slot."),
            ]
        );
    }

    #[test]
    fn the_text_of_a_link_counts_and_its_address_does_not() {
        assert_eq!(
            read("Bel [het *team*](/lokale-hulp/)."),
            [running("Bel het team.")]
        );
    }

    #[test]
    fn code_is_one_short_word_and_a_block_of_code_none() {
        assert_eq!(
            read("Typ `keuzewijzer check`.\n\n```\nderhalve\n```\n"),
            [running("Typ x.")]
        );
    }

    #[test]
    fn cells_of_a_table_are_labels() {
        assert_eq!(
            read("| Wie | Wat |\n|---|---|\n| u | kiest |\n"),
            [label("Wie"), label("Wat"), label("u"), label("kiest")]
        );
    }
}
