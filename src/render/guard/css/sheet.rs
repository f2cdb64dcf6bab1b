//! Reads CSS into rules, keyframes and custom properties. Conditions such as `@media` are taken to hold: what is hidden
//! anywhere is hidden.

use std::rc::Rc;

use cssparser::{
    AtRuleParser, BasicParseErrorKind, CowRcStr, DeclarationParser, ParseError, ParseErrorKind,
    Parser, ParserState, QualifiedRuleParser, RuleBodyItemParser, RuleBodyParser, StyleSheetParser,
    Token,
};

use crate::render::css_text::rest;

use super::selector::{Reach, reach};
use super::value::{Piece, read};
use super::variables::Variables;

/// One declaration.
#[derive(Clone, Debug)]
pub(super) struct Declaration {
    /// In lower case, without vendor prefix.
    pub(super) property: String,
    /// As it was read.
    pub(super) value: Vec<Piece>,
    /// As it was written, for messages.
    pub(super) written: String,
}

/// The declarations that stand together for some selectors.
#[derive(Clone, Debug)]
pub(super) struct StyleRule {
    /// Where it can match.
    pub(super) reach: Rc<Vec<Reach>>,
    /// The selectors as they were written, for messages.
    pub(super) written: String,
    /// What it says.
    pub(super) declarations: Vec<Declaration>,
}

/// The frames of one animation, together.
#[derive(Clone, Debug)]
pub(super) struct Keyframes {
    /// Its name.
    pub(super) name: String,
    /// What any frame says.
    pub(super) declarations: Vec<Declaration>,
}

/// Everything that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// The rules, in order.
    pub(super) rules: Vec<StyleRule>,
    /// The animations.
    pub(super) keyframes: Vec<Keyframes>,
    /// The custom properties.
    pub(super) variables: Variables,
    /// What cannot be judged because it is not here or too deep.
    pub(super) unread: Vec<String>,
}

impl Sheet {
    /// Reads one style sheet into this one.
    pub(super) fn read(&mut self, css: &str) {
        let mut input = Parser::new(css.trim_start_matches('\u{feff}'));
        let mut reader = Reader::new(self, Inside::Rules(None));
        let mut deep = false;
        for rule in StyleSheetParser::new(&mut input, &mut reader) {
            deep |= is_too_deep(&rule);
        }
        self.note_depth(deep);
    }

    /// Reads the declarations of a `style` attribute.
    pub(super) fn read_attribute(&mut self, css: &str) {
        let everything = Around {
            reach: Rc::new(reach("*", None)),
            written: "style".to_owned(),
        };
        self.body(&mut Parser::new(css), Inside::Rules(Some(everything)));
    }

    fn body(&mut self, input: &mut Parser<'_>, inside: Inside) {
        self.variables.begin();
        let mut reader = Reader::new(self, inside);
        let mut deep = false;
        for item in RuleBodyParser::new(input, &mut reader) {
            deep |= is_too_deep(&item);
        }
        let Reader {
            inside,
            declarations,
            ..
        } = reader;
        self.note_depth(deep);
        match inside {
            Inside::Rules(Some(around)) => self.rules.push(StyleRule {
                reach: around.reach,
                written: around.written,
                declarations,
            }),
            Inside::Frame(name) => self.keyframes.push(Keyframes { name, declarations }),
            Inside::Property(name) => {
                for declaration in declarations {
                    if declaration.property == "initial-value" {
                        self.variables.set(&name, declaration.value);
                    }
                }
            }
            Inside::Rules(None) | Inside::Frames(_) | Inside::Ignored => {}
        }
    }

    fn note_depth(&mut self, is_too_deep: bool) {
        if is_too_deep {
            self.unread
                .push("blocks nested too deep to read".to_owned());
        }
    }
}

type Failure = ParseError<()>;

fn is_too_deep<T>(item: &Result<T, (Failure, &str, cssparser::SourceLocation)>) -> bool {
    item.as_ref().is_err_and(|(error, ..)| {
        error.kind == ParseErrorKind::Basic(BasicParseErrorKind::TooManyNestedBlocks)
    })
}

/// The rule around a nested rule.
#[derive(Clone)]
struct Around {
    reach: Rc<Vec<Reach>>,
    written: String,
}

/// What a block is inside of.
#[derive(Clone)]
enum Inside {
    Rules(Option<Around>),
    Frames(String),
    Frame(String),
    Property(String),
    Ignored,
}

struct Reader<'a> {
    sheet: &'a mut Sheet,
    inside: Inside,
    declarations: Vec<Declaration>,
}

impl<'a> Reader<'a> {
    fn new(sheet: &'a mut Sheet, inside: Inside) -> Self {
        Self {
            sheet,
            inside,
            declarations: Vec::new(),
        }
    }
}

impl<'i> DeclarationParser<'i> for Reader<'_> {
    type Declaration = ();
    type Error = ();

    fn parse_value(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
        _start: &ParserState,
    ) -> Result<(), Failure> {
        let start = input.position();
        if name.starts_with("--") {
            self.sheet.variables.set(&name, read(input));
            return Ok(());
        }
        refuse_block(input)?;
        let value = read(input);
        let written = input.slice_from(start).trim();
        self.declarations.push(Declaration {
            property: plain_property(&name),
            value,
            written: format!("{name}: {written}"),
        });
        Ok(())
    }
}

/// `a:hover {` looks like a declaration up to its block.
fn refuse_block(input: &mut Parser<'_>) -> Result<(), Failure> {
    let state = input.state();
    while let Ok(token) = input.next() {
        if *token == Token::CurlyBracketBlock {
            return Err(Failure::unexpected_token());
        }
    }
    input.reset(&state);
    Ok(())
}

fn plain_property(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    ["-webkit-", "-moz-", "-ms-", "-o-"]
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .map_or_else(|| name.clone(), str::to_owned)
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
        let inside = match &self.inside {
            Inside::Rules(parent) => Inside::Rules(Some(Around {
                reach: Rc::new(reach(
                    &prelude,
                    parent.as_ref().map(|around| around.reach.as_slice()),
                )),
                written: match parent {
                    Some(around) => format!("{} {{ {prelude}", around.written),
                    None => prelude,
                },
            })),
            Inside::Frames(name) => Inside::Frame(name.clone()),
            Inside::Frame(_) | Inside::Property(_) | Inside::Ignored => Inside::Ignored,
        };
        self.sheet.body(input, inside);
        Ok(())
    }
}

impl<'i> AtRuleParser<'i> for Reader<'_> {
    type Prelude = (String, String);
    type AtRule = ();
    type Error = ();

    fn parse_prelude(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
    ) -> Result<(String, String), Failure> {
        Ok((name.to_ascii_lowercase(), rest(input)))
    }

    fn rule_without_block(
        &mut self,
        (name, prelude): (String, String),
        _start: &ParserState,
    ) -> Result<(), ()> {
        if name == "import" {
            self.sheet.unread.push(format!("@import {prelude}"));
        }
        Ok(())
    }

    fn parse_block(
        &mut self,
        (name, prelude): (String, String),
        _start: &ParserState,
        input: &mut Parser<'i>,
    ) -> Result<(), Failure> {
        let inside = match name.as_str() {
            "keyframes" | "-webkit-keyframes" | "-moz-keyframes" => {
                Inside::Frames(prelude.trim_matches(['"', '\'']).to_owned())
            }
            "property" => Inside::Property(prelude),
            // What holds for the first frame of a transition is gone in the next.
            "font-face"
            | "page"
            | "counter-style"
            | "font-feature-values"
            | "font-palette-values"
            | "view-transition"
            | "color-profile"
            | "starting-style" => Inside::Ignored,
            _ => self.inside.clone(),
        };
        self.sheet.body(input, inside);
        Ok(())
    }
}

impl RuleBodyItemParser<'_, (), ()> for Reader<'_> {
    fn parse_declarations(&self) -> bool {
        !matches!(self.inside, Inside::Rules(None) | Inside::Frames(_))
    }

    fn parse_qualified(&self) -> bool {
        true
    }
}
