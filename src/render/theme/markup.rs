//! The HTML of a template seen as tags, text and template code. Start at [`scan`].

use std::ops::Range;

use crate::diagnostics::codes::{E0801, E0809};
use crate::diagnostics::{Diagnostic, FileId, Place, said};

use super::content_language::{MARKER, PAGE_MARKER};
use super::foreign;
use super::tokens::{Piece, PieceKind};

/// A part of a template's HTML.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// Text between tags.
    Text(Range<usize>),
    /// Template code between tags: the number of its piece.
    Code(usize),
    /// A tag, with the template code inside it.
    Tag(Tag),
    /// `<!-- … -->`.
    Comment(Range<usize>),
    /// `<!doctype …>`.
    Doctype(Range<usize>),
    /// What stands in an element whose content is not HTML, such as `script`.
    Verbatim(Range<usize>),
}

/// An opening or closing tag.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    pub(super) range: Range<usize>,
    /// In lower case.
    pub(super) name: String,
    pub(super) is_closing: bool,
    pub(super) is_self_closing: bool,
    pub(super) attributes: Vec<Attribute>,
    /// Where the name ends and the attributes begin.
    pub(super) name_end: usize,
    /// Where template code stands outside the values of attributes.
    pub(super) code: CodeInTag,
}

/// Where template code stands in a tag, the values of its attributes aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodeInTag {
    /// Nowhere.
    None,
    /// Between the attributes.
    BetweenAttributes,
    /// In the tag's name.
    InName,
}

/// An attribute of a tag.
#[derive(Clone, Debug)]
pub(super) struct Attribute {
    /// In lower case.
    pub(super) name: String,
    /// Name and value.
    pub(super) range: Range<usize>,
    /// Inside the quotes.
    pub(super) value: Option<Range<usize>>,
    pub(super) quote: Option<u8>,
    pub(super) has_code: bool,
}

/// Elements whose content is not HTML.
const VERBATIM: &[&str] = &["script", "style", "textarea", "title"];

/// Cuts a template into the parts of its HTML.
pub(super) fn scan(source: &str, pieces: &[Piece]) -> Vec<Part> {
    let mut scanner = Scanner {
        source,
        pieces,
        at: 0,
        parts: Vec::new(),
    };
    while scanner.at < source.len() {
        scanner.part();
    }
    scanner.parts
}

struct Scanner<'a> {
    source: &'a str,
    pieces: &'a [Piece],
    at: usize,
    parts: Vec<Part>,
}

impl Scanner<'_> {
    fn part(&mut self) {
        if let Some(number) = self.code_at(self.at) {
            self.parts.push(Part::Code(number));
            self.at = self.pieces[number].range.end;
            return;
        }
        let rest = &self.source[self.at..];
        let start = self.at;
        if rest.starts_with("<!--") {
            self.at = self.past("-->");
            self.parts.push(Part::Comment(start..self.at));
        } else if rest.starts_with("<!") {
            self.at = self.past(">");
            self.parts.push(Part::Doctype(start..self.at));
        } else if is_tag(rest) {
            let tag = self.tag();
            let name = tag.name.clone();
            let opens = !tag.is_closing && !tag.is_self_closing;
            self.parts.push(Part::Tag(tag));
            if opens && VERBATIM.contains(&name.as_str()) {
                self.verbatim(&name);
            }
        } else {
            self.at += 1;
            while self.at < self.source.len()
                && self.code_at(self.at).is_none()
                && self.source.as_bytes()[self.at] != b'<'
            {
                self.at += 1;
            }
            match self.parts.last_mut() {
                Some(Part::Text(range)) if range.end == start => range.end = self.at,
                _ => self.parts.push(Part::Text(start..self.at)),
            }
        }
    }

    /// The number of the piece of code that begins here.
    fn code_at(&self, at: usize) -> Option<usize> {
        let number = self
            .pieces
            .binary_search_by_key(&at, |piece| piece.range.start)
            .ok()?;
        (self.pieces[number].kind != PieceKind::Text).then_some(number)
    }

    /// One past the next `end` that is not inside template code.
    fn past(&self, end: &str) -> usize {
        let mut at = self.at;
        while at < self.source.len() {
            if let Some(number) = self.code_at(at) {
                at = self.pieces[number].range.end;
            } else if self.source.as_bytes()[at..].starts_with(end.as_bytes()) {
                return at + end.len();
            } else {
                at += 1;
            }
        }
        self.source.len()
    }

    fn verbatim(&mut self, name: &str) {
        let start = self.at;
        let bytes = self.source.as_bytes();
        while self.at < bytes.len() {
            if let Some(number) = self.code_at(self.at) {
                self.at = self.pieces[number].range.end;
                continue;
            }
            let closes = bytes[self.at..].starts_with(b"</")
                && bytes[self.at + 2..]
                    .get(..name.len())
                    .is_some_and(|written| written.eq_ignore_ascii_case(name.as_bytes()));
            if closes {
                break;
            }
            self.at += 1;
        }
        if self.at > start {
            self.parts.push(Part::Verbatim(start..self.at));
        }
    }

    fn tag(&mut self) -> Tag {
        let start = self.at;
        let bytes = self.source.as_bytes();
        let is_closing = bytes[start + 1] == b'/';
        self.at += 1 + usize::from(is_closing);
        let name_start = self.at;
        while self.at < bytes.len()
            && self.code_at(self.at).is_none()
            && !matches!(bytes[self.at], b'>' | b'/')
            && !bytes[self.at].is_ascii_whitespace()
        {
            self.at += 1;
        }
        let mut tag = Tag {
            range: start..start,
            name: self.source[name_start..self.at].to_ascii_lowercase(),
            is_closing,
            is_self_closing: false,
            attributes: Vec::new(),
            name_end: self.at,
            code: CodeInTag::None,
        };
        // `<h{{ level }}>`; a condition right after the name belongs to the attributes.
        let follows = self.code_at(self.at).map(|number| self.pieces[number].kind);
        let is_named_by_code = follows == Some(PieceKind::Print);
        while self.at < bytes.len() {
            if let Some(number) = self.code_at(self.at) {
                tag.code = CodeInTag::BetweenAttributes;
                self.at = self.pieces[number].range.end;
                continue;
            }
            match bytes[self.at] {
                b'>' => {
                    self.at += 1;
                    break;
                }
                b'/' => {
                    tag.is_self_closing = bytes.get(self.at + 1) == Some(&b'>');
                    self.at += 1;
                }
                byte if byte.is_ascii_whitespace() => self.at += 1,
                _ => {
                    let attribute = self.attribute();
                    tag.attributes.push(attribute);
                }
            }
        }
        if is_named_by_code {
            tag.code = CodeInTag::InName;
        }
        tag.range.end = self.at;
        tag
    }

    fn attribute(&mut self) -> Attribute {
        let bytes = self.source.as_bytes();
        let start = self.at;
        self.at += 1;
        while self.at < bytes.len()
            && self.code_at(self.at).is_none()
            && !matches!(bytes[self.at], b'>' | b'/' | b'=')
            && !bytes[self.at].is_ascii_whitespace()
        {
            self.at += 1;
        }
        let mut attribute = Attribute {
            name: self.source[start..self.at].to_ascii_lowercase(),
            range: start..self.at,
            value: None,
            quote: None,
            has_code: false,
        };
        if bytes.get(self.at) != Some(&b'=') {
            return attribute;
        }
        self.at += 1;
        attribute.quote = bytes
            .get(self.at)
            .copied()
            .filter(|byte| matches!(byte, b'"' | b'\''));
        self.at += usize::from(attribute.quote.is_some());
        let value_start = self.at;
        while self.at < bytes.len() {
            if let Some(number) = self.code_at(self.at) {
                attribute.has_code = true;
                self.at = self.pieces[number].range.end;
                continue;
            }
            let byte = bytes[self.at];
            let ends = match attribute.quote {
                Some(quote) => byte == quote,
                None => byte == b'>' || byte.is_ascii_whitespace(),
            };
            if ends {
                break;
            }
            self.at += 1;
        }
        attribute.value = Some(value_start..self.at);
        self.at += usize::from(attribute.quote.is_some() && self.at < bytes.len());
        attribute.range.end = self.at;
        attribute
    }
}

fn is_tag(rest: &str) -> bool {
    let ([b'<', b'/', first, ..] | [b'<', first, ..]) = rest.as_bytes() else {
        return false;
    };
    first.is_ascii_alphabetic()
}

/// Reports script and style inside a template, and what comes from elsewhere, which the site's content security policy forbids,
/// and code in values without quotes, where a blank would end the value.
pub(super) fn check(source: &str, parts: &[Part], file: FileId, diagnostics: &mut Vec<Diagnostic>) {
    for part in parts {
        let Part::Tag(tag) = part else {
            continue;
        };
        let place = |range: &Range<usize>| Place::new(file, range.clone());
        if tag.name == "style" && !tag.is_closing {
            diagnostics.push(
                Diagnostic::new(E0809, place(&tag.range), "a `style` element in a template")
                    .help("put the rules in a file in `css/`"),
            );
        }
        if tag.name == "script" && !tag.is_closing && !is_allowed_script(source, tag) {
            diagnostics.push(
                Diagnostic::new(E0809, place(&tag.range), "a script inside a template")
                    .help("put it in a file in `js/` and load it with `src`; only `type=\"application/ld+json\"` may stand here"),
            );
        }
        foreign::check(source, tag, file, diagnostics);
        for attribute in &tag.attributes {
            check_attribute(source, attribute, file, diagnostics);
        }
    }
}

fn check_attribute(
    source: &str,
    attribute: &Attribute,
    file: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let place = Place::new(file, attribute.range.clone());
    let name = &attribute.name;
    let value = attribute.value.clone().map_or("", |range| &source[range]);
    if name == "style" {
        diagnostics.push(
            Diagnostic::new(E0809, place, "a `style` attribute in a template")
                .help("give the element a class and put the rules in a file in `css/`"),
        );
    } else if name.len() > 2 && name.starts_with("on") {
        diagnostics.push(
            Diagnostic::new(
                E0809,
                place,
                said("a `{name}` handler in a template", [("name", &name)]),
            )
            .help("listen for it in a file in `js/`"),
        );
    } else if foreign::runs(value) {
        diagnostics.push(
            Diagnostic::new(E0809, place, "a `javascript:` address in a template")
                .help("use a button and listen for it in a file in `js/`"),
        );
    }
    if [MARKER, PAGE_MARKER].contains(&name.as_str()) && attribute.value.is_some() {
        diagnostics.push(
            Diagnostic::new(E0801, place, said("`{name}` takes no value", [("name", &name)]))
                .help("it says whose words these are; where the view knows the language, write `{% if … %} lang=\"{{ … }}\"{% endif %}`"),
        );
    }
    if attribute.has_code && attribute.quote.is_none() {
        diagnostics.push(
            Diagnostic::new(
                E0801,
                place,
                said("the value of `{name}` has no quotes", [("name", &name)]),
            )
            .help("a blank in what comes out would end the value: write `…=\"{{ … }}\"`"),
        );
    }
}

fn is_allowed_script(source: &str, tag: &Tag) -> bool {
    let value = |name: &str| {
        let attribute = tag.attributes.iter().find(|a| a.name == name)?;
        attribute.value.clone().map(|range| &source[range])
    };
    value("src").is_some() || value("type") == Some("application/ld+json")
}
