//! The colours of a theme: the custom properties of its `:root` that hold a colour, or that are another one.

use std::collections::BTreeMap;

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserState,
    QualifiedRuleParser, RuleBodyItemParser, RuleBodyParser, StyleSheetParser,
};

use crate::diagnostics::{Diagnostic, FileId, Place, SourceMap, codes, phrase, said};
use crate::model::{Colour, Scheme, Shades, Token};
use crate::render::css_text::rest;

use super::lightness::contrast;
use super::pairs::PAIRS;

/// What a custom property says.
#[derive(Clone, Debug)]
enum Value {
    Shades(Shades),
    /// `var(--other)`: whoever changes the other one changes this too.
    SameAs(Token),
}

/// The colours of a theme, each with its place.
#[derive(Clone, Debug, Default)]
pub struct ThemeColours {
    values: BTreeMap<Token, (Value, Place)>,
}

impl ThemeColours {
    /// Reads them from style sheets, in the order in which a browser does.
    pub(in crate::render) fn read(files: &[FileId], sources: &SourceMap) -> Self {
        let mut colours = Self::default();
        for file in files {
            let mut reader = Reader {
                file: *file,
                inside: Inside::Sheet,
                colours: &mut colours,
            };
            let mut input = Parser::new(sources.text(*file));
            for _ in StyleSheetParser::new(&mut input, &mut reader) {}
        }
        colours
    }

    /// The token whose value this one has, itself unless the theme says otherwise.
    pub(super) fn root(&self, token: Token) -> Token {
        self.root_among(token, |_| false)
    }

    /// As [`Self::root`], but going no further than a token that has a value of its own.
    pub(super) fn root_among(&self, token: Token, has_own: impl Fn(Token) -> bool) -> Token {
        let mut root = token;
        // More steps than there are tokens would be a circle.
        for _ in 0..self.values.len() {
            if has_own(root) {
                return root;
            }
            match self.values.get(&root) {
                Some((Value::SameAs(other), _)) => root = *other,
                Some((Value::Shades(_), _)) | None => return root,
            }
        }
        root
    }

    /// The colour of a token; `None` when the theme does not know it.
    pub(super) fn colour(&self, token: Token, scheme: Scheme) -> Option<&Colour> {
        match &self.values.get(&self.root(token))?.0 {
            Value::Shades(shades) => Some(shades.of(scheme)),
            Value::SameAs(_) => None,
        }
    }

    /// Says which pairs of the theme's own colours cannot be told apart. A theme that gives one of the two no colour by
    /// this name has other ways of its own.
    pub(in crate::render) fn check(&self, diagnostics: &mut Vec<Diagnostic>) {
        for pair in PAIRS {
            for scheme in Scheme::ALL {
                let Some(back) = self.colour(pair.back, scheme) else {
                    continue;
                };
                let fronts: Option<Vec<(Token, f64)>> = pair
                    .fronts
                    .iter()
                    .map(|token| Some((*token, contrast(self.colour(*token, scheme)?, back))))
                    .collect();
                let best = fronts
                    .into_iter()
                    .flatten()
                    .max_by(|(_, one), (_, other)| one.total_cmp(other));
                if let Some((front, found)) = best
                    && found < pair.needed
                {
                    let pattern = match scheme {
                        Scheme::Light => phrase(
                            "`--{front}` on `--{back}` has {found} : 1 in the light scheme ({used}); it needs {needed} : 1",
                        ),
                        Scheme::Dark => phrase(
                            "`--{front}` on `--{back}` has {found} : 1 in the dark scheme ({used}); it needs {needed} : 1",
                        ),
                    };
                    let message = said(
                        pattern,
                        [
                            ("front", &front.name()),
                            ("back", &pair.back.name()),
                            ("found", &format_args!("{found:.2}")),
                            ("needed", &pair.needed),
                        ],
                    )
                    .with("used", pair.used);
                    diagnostics.push(
                        Diagnostic::new(codes::E0811, self.place(front), message)
                            .related(self.place(pair.back), "what it stands on")
                            .help("make one of the two lighter or darker"),
                    );
                }
            }
        }
    }

    fn place(&self, token: Token) -> Place {
        let root = self.root(token);
        self.values
            .get(&root)
            .expect("only tokens with a colour are looked up")
            .1
    }
}

/// What a block is inside of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// The style sheet itself, or a layer.
    Sheet,
    /// The rule of the root.
    Root,
    /// Rules that hold for some visitors or elements only.
    Other,
}

struct Reader<'a> {
    file: FileId,
    inside: Inside,
    colours: &'a mut ThemeColours,
}

impl Reader<'_> {
    fn body(&mut self, input: &mut Parser<'_>, inside: Inside) {
        let mut reader = Reader {
            file: self.file,
            inside,
            colours: self.colours,
        };
        for _ in RuleBodyParser::new(input, &mut reader) {}
    }
}

type Failure = ParseError<()>;

impl<'i> DeclarationParser<'i> for Reader<'_> {
    type Declaration = ();
    type Error = ();

    fn parse_value(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
        start: &ParserState,
    ) -> Result<(), Failure> {
        let from = start.position().byte_index();
        let value = rest(input);
        let place = Place::new(self.file, from..input.position().byte_index());
        let token = name.strip_prefix("--").and_then(Token::of_property);
        if let Some(token) = token
            && self.inside == Inside::Root
        {
            let same_as = value
                .strip_prefix("var(--")
                .and_then(|rest| Token::of_property(rest.strip_suffix(')')?));
            let read = same_as
                .map(Value::SameAs)
                .or_else(|| Shades::of_css(&value).map(Value::Shades));
            if let Some(read) = read {
                self.colours.values.insert(token, (read, place));
            }
        }
        Ok(())
    }
}

impl<'i> QualifiedRuleParser<'i> for Reader<'_> {
    type Prelude = String;
    type QualifiedRule = ();
    type Error = ();

    fn parse_prelude(&mut self, input: &mut Parser<'i>) -> Result<String, Failure> {
        Ok(rest(input))
    }

    fn parse_block(
        &mut self,
        prelude: String,
        _start: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), Failure> {
        let is_root = self.inside == Inside::Sheet && [":root", "html"].contains(&prelude.as_str());
        self.body(input, if is_root { Inside::Root } else { Inside::Other });
        Ok(())
    }
}

impl<'i> AtRuleParser<'i> for Reader<'_> {
    type Prelude = bool;
    type AtRule = ();
    type Error = ();

    fn parse_prelude(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
    ) -> Result<bool, Failure> {
        rest(input);
        Ok(name.eq_ignore_ascii_case("layer"))
    }

    fn rule_without_block(&mut self, _prelude: bool, _start: &ParserState) -> Result<(), ()> {
        Ok(())
    }

    fn parse_block(
        &mut self,
        is_layer: bool,
        _start: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), Failure> {
        let inside = if is_layer { self.inside } else { Inside::Other };
        self.body(input, inside);
        Ok(())
    }
}

impl RuleBodyItemParser<'_, (), ()> for Reader<'_> {
    fn parse_declarations(&self) -> bool {
        self.inside != Inside::Sheet
    }

    fn parse_qualified(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(css: &str) -> (SourceMap, ThemeColours) {
        let mut sources = SourceMap::default();
        let file = sources.add("themes/x/css/tokens.css", css);
        let colours = ThemeColours::read(&[file], &sources);
        (sources, colours)
    }

    fn shade(colours: &ThemeColours, token: Token, scheme: Scheme) -> Option<&str> {
        colours.colour(token, scheme).map(Colour::as_str)
    }

    #[test]
    fn the_root_holds_colours_and_names_of_others() {
        let (_, colours) = read(
            "@layer a, b; @layer a { :root { --paper: light-dark(#fff, #111); --header: var(--paper);\n --ink: #222; \
             --space: 1rem } @media print { :root { --paper: red } } .x { --ink: red } }",
        );
        assert_eq!(
            shade(&colours, Token::Header, Scheme::Dark),
            Some("#111111")
        );
        assert_eq!(shade(&colours, Token::Ink, Scheme::Dark), Some("#222222"));
        assert_eq!(colours.root(Token::Header), Token::Paper);
        assert_eq!(shade(&colours, Token::Accent, Scheme::Light), None);
    }

    #[test]
    fn a_pair_without_contrast_is_reported_where_it_is_written() {
        let (sources, colours) =
            read(":root {\n --paper: #ffffff;\n --ink: light-dark(#000, #ddd);\n}");
        let mut diagnostics = Vec::new();
        colours.check(&mut diagnostics);
        assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
        assert_eq!(sources.position(diagnostics[0].primary).line, 3);
        assert_eq!(
            diagnostics[0].message,
            "`--ink` on `--paper` has 1.36 : 1 in the dark scheme (text on the page); it needs 4.5 : 1"
        );
    }

    #[test]
    fn tokens_that_name_each_other_have_no_colour() {
        let (_, colours) = read(":root { --ink: var(--accent); --accent: var(--ink) }");
        assert_eq!(shade(&colours, Token::Ink, Scheme::Light), None);
    }
}
