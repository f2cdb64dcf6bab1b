//! Selectors that match whenever a browser could: states such as `:hover` are taken to hold, nesting is written out.

use std::collections::BTreeSet;
use std::fmt::Write;

use cssparser::{ParseError, Parser, Token};

/// Stands for a condition that is taken to hold.
const HOLDS: &str = ":is(*)";
/// Conditions that are decided by the page alone.
const DECIDED: &[&str] = &[
    "root",
    "empty",
    "first-child",
    "last-child",
    "only-child",
    "first-of-type",
    "last-of-type",
    "only-of-type",
];
/// Parts of an element that are not its text.
const NOT_TEXT: &[&str] = &[
    "marker",
    "selection",
    "placeholder",
    "backdrop",
    "file-selector-button",
    "cue",
    "highlight",
    "spelling-error",
    "grammar-error",
    "target-text",
    "search-text",
    "column",
    "scroll-marker",
    "scroll-marker-group",
    "scroll-button",
    "view-transition",
    "view-transition-group",
    "view-transition-image-pair",
    "view-transition-old",
    "view-transition-new",
];

/// One selector of a rule, made to match whenever a browser could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    /// The whole selector.
    pub(super) whole: String,
    /// Its last part: the element itself, without what must stand around it.
    pub(super) subject: String,
    /// Whether it is about `::before` or `::after`.
    pub(super) beside: bool,
}

/// The selectors of a rule inside a rule with the `parents`. Those that are not about an element's text are left out.
pub(super) fn reach(written: &str, parents: Option<&[Reach]>) -> Vec<Reach> {
    let around = parents.map(|parents| {
        let list: Vec<&str> = parents.iter().map(|reach| reach.whole.as_str()).collect();
        format!(":is({})", list.join(","))
    });
    let mut input = Parser::new(written);
    let parsed = input.parse_comma_separated(|part| {
        let mut copy = Copy {
            around: around.as_deref(),
            ..Copy::default()
        };
        copy.run(part, true);
        Ok::<_, ParseError<()>>(copy.finish())
    });
    match parsed {
        Ok(selectors) => selectors.into_iter().flatten().collect(),
        Err(_) => vec![Reach {
            whole: written.to_owned(),
            subject: written.to_owned(),
            beside: false,
        }],
    }
}

/// What of an element a selector is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum About {
    /// Its text, as far as is known.
    #[default]
    Text,
    /// What is put before or after its text.
    Beside,
    /// Something that is not its text.
    Other,
}

#[derive(Default)]
struct Copy<'a> {
    around: Option<&'a str>,
    out: String,
    subject_at: usize,
    has_around: bool,
    about: About,
    /// Whether a condition was taken to hold.
    widened: bool,
}

impl Copy<'_> {
    fn finish(self) -> Option<Reach> {
        if self.about == About::Other {
            return None;
        }
        let subject = self.out.get(self.subject_at..).unwrap_or_default().trim();
        let subject = if subject.is_empty() { "*" } else { subject }.to_owned();
        let whole = self.out.trim();
        let whole = match self.around {
            Some(around) if !self.has_around => format!("{around} {whole}"),
            Some(_) | None => whole.to_owned(),
        };
        Some(Reach {
            whole,
            subject,
            beside: self.about == About::Beside,
        })
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "a selector has meaning in few of the thirty kinds of token"
    )]
    fn run(&mut self, input: &mut Parser<'_>, is_top: bool) {
        loop {
            let start = input.position();
            let Ok(token) = input.next_including_whitespace_and_comments() else {
                return;
            };
            match token.clone() {
                Token::Comment(_) => {}
                Token::Colon => self.condition(input),
                Token::Delim('&') => match self.around {
                    Some(around) => {
                        self.has_around = true;
                        self.out.push_str(around);
                    }
                    None => self.hold(),
                },
                Token::WhiteSpace(_) | Token::Delim('>' | '+' | '~') => {
                    self.out.push_str(input.slice_from(start));
                    if is_top && !ends(input) {
                        self.subject_at = self.out.len();
                    }
                }
                Token::SquareBracketBlock | Token::ParenthesisBlock | Token::Function(_) => {
                    skip(input);
                    self.out.push_str(input.slice_from(start));
                }
                _ => self.out.push_str(input.slice_from(start)),
            }
        }
    }

    fn push(&mut self, words: std::fmt::Arguments<'_>) {
        self.out
            .write_fmt(words)
            .expect("writing to a string cannot fail");
    }

    fn hold(&mut self) {
        self.widened = true;
        self.out.push_str(HOLDS);
    }

    /// What follows a colon.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "a selector has meaning in few of the thirty kinds of token"
    )]
    fn condition(&mut self, input: &mut Parser<'_>) {
        let Ok(token) = input.next_including_whitespace_and_comments() else {
            return;
        };
        match token.clone() {
            Token::Colon => self.part(input),
            Token::Ident(name) => {
                let name = name.to_ascii_lowercase();
                match name.as_str() {
                    "before" | "after" => self.about = About::Beside,
                    name if DECIDED.contains(&name) => {
                        self.out.push(':');
                        self.out.push_str(name);
                    }
                    _ => self.hold(),
                }
            }
            Token::Function(name) => self.function(&name.to_ascii_lowercase(), input),
            _ => self.hold(),
        }
    }

    /// What follows two colons.
    fn part(&mut self, input: &mut Parser<'_>) {
        let (name, is_function) = match input.next_including_whitespace_and_comments() {
            Ok(Token::Ident(name)) => (name.to_ascii_lowercase(), false),
            Ok(Token::Function(name)) => (name.to_ascii_lowercase(), true),
            _ => return self.hold(),
        };
        if is_function {
            skip(input);
        }
        match name.as_str() {
            "before" | "after" => self.about = About::Beside,
            name if NOT_TEXT.contains(&name) || name.starts_with('-') => self.about = About::Other,
            _ => self.hold(),
        }
    }

    fn function(&mut self, name: &str, input: &mut Parser<'_>) {
        let mut inner = Copy {
            around: self.around,
            ..Copy::default()
        };
        let read = input.parse_nested_block(|block| {
            inner.run(block, false);
            Ok::<_, ParseError<()>>(())
        });
        self.has_around |= inner.has_around;
        let is_vague = inner.widened || inner.about != About::Text || read.is_err();
        let arguments = inner.out.trim();
        match name {
            "is" | "where" | "matches" | "-webkit-any" | "-moz-any" if !arguments.is_empty() => {
                self.widened |= is_vague;
                self.push(format_args!(":is({arguments})"));
            }
            "has" if inner.about == About::Text => {
                self.widened |= is_vague;
                self.push(format_args!(":has({arguments})"));
            }
            "not" if !is_vague => self.push(format_args!(":not({arguments})")),
            "nth-child" | "nth-last-child" | "nth-of-type" | "nth-last-of-type"
                if !arguments.contains(" of ") =>
            {
                self.push(format_args!(":{name}({arguments})"));
            }
            _ => self.hold(),
        }
    }
}

/// Whether only white space follows.
fn ends(input: &mut Parser<'_>) -> bool {
    let state = input.state();
    let ends = input.next().is_err();
    input.reset(&state);
    ends
}

fn skip(input: &mut Parser<'_>) {
    // An unclosed block ends with the input, which is all that matters here.
    let _: Result<(), ParseError<()>> = input.parse_nested_block(|block| {
        while block.next_including_whitespace_and_comments().is_ok() {}
        Ok(())
    });
}

/// The classes, ids and attributes that a selector names.
pub(super) fn names(selector: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut input = Parser::new(selector);
    collect(&mut input, &mut found);
    found
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "names stand in few of the thirty kinds of token"
)]
fn collect(input: &mut Parser<'_>, found: &mut BTreeSet<String>) {
    let mut after_dot = false;
    while let Ok(token) = input.next_including_whitespace().cloned() {
        match &token {
            Token::Ident(name) if after_dot => {
                found.insert(format!(".{name}"));
            }
            Token::IDHash(name) | Token::Hash(name) => {
                found.insert(format!("#{name}"));
            }
            Token::Function(_) | Token::ParenthesisBlock => {
                let _: Result<(), ParseError<()>> = input.parse_nested_block(|block| {
                    collect(block, found);
                    Ok(())
                });
            }
            Token::SquareBracketBlock => {
                let _: Result<(), ParseError<()>> = input.parse_nested_block(|block| {
                    while let Ok(inner) = block.next().cloned() {
                        if let Token::Ident(name) = inner {
                            found.insert(format!("[{}]", name.to_ascii_lowercase()));
                        }
                    }
                    Ok(())
                });
            }
            _ => {}
        }
        after_dot = token == Token::Delim('.');
    }
}
