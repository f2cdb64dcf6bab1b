//! A template made small once, so that no page has to be. Start at [`minify`].
//!
//! `minify-html` knows template code only as something between tags: it trims `<p>{{ count }} places</p>` to
//! `<p>{{ count }}places</p>`. So this module decides itself which blanks mean something, hides the template code
//! behind private characters that `minify-html` takes for text, and puts it back.

use std::fmt::Write;

use minify_html::Cfg;

use super::code_order::{code_in_order, code_within};
use super::markup::{CodeInTag, Part, Tag, scan};
use super::tokens::{Piece, PieceKind, pieces};

/// Opens and closes the number of a hidden piece of code.
const HIDDEN: char = '\u{E000}';
const HIDDEN_END: char = '\u{E001}';
/// A blank that must stay.
const BLANK: char = '\u{E002}';
/// Opens the number of a tag whose attributes are hidden as a whole.
const ATTRIBUTES: char = '\u{E003}';

/// More elements inside each other than this are left as they are: `minify-html` follows each with a level of its own.
const DEEPEST: usize = 200;

/// Elements before, after and directly inside which a blank shows nowhere.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "circle",
    "col",
    "colgroup",
    "dd",
    "defs",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "line",
    "link",
    "main",
    "menu",
    "meta",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "path",
    "polygon",
    "polyline",
    "pre",
    "rect",
    "search",
    "section",
    "summary",
    "symbol",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "use",
];

/// Elements that stand in a line of text, but inside which a blank at the edge shows nowhere.
const INLINE_BLOCKS: &[&str] = &["button", "select", "svg"];

/// Elements that hold only elements, so that no blank inside them shows.
const WITHOUT_TEXT: &[&str] = &[
    "colgroup", "datalist", "dl", "head", "html", "menu", "ol", "optgroup", "picture", "select",
    "svg", "table", "tbody", "tfoot", "thead", "tr", "ul",
];

/// Elements in which every blank shows.
const PREFORMATTED: &[&str] = &["pre", "code"];

const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// How template sources and finished fragments are minified: only what every browser reads alike.
pub(in crate::render) fn settings() -> Cfg {
    Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        ..Cfg::default()
    }
}

/// The template made small; unchanged when that would change its tags or its code.
pub(super) fn minify(source: &str) -> String {
    try_minify(source).unwrap_or_else(|| source.to_owned())
}

fn try_minify(source: &str) -> Option<String> {
    if source.contains([HIDDEN, HIDDEN_END, BLANK, ATTRIBUTES]) {
        return None;
    }
    let pieces = pieces(source);
    let parts = scan(source, &pieces);
    let mut hider = Hider {
        source,
        pieces: &pieces,
        out: String::with_capacity(source.len()),
        hidden: Vec::new(),
        open: Vec::new(),
    };
    for (number, part) in parts.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|before| parts.get(before));
        hider.part(part, before, parts.get(number + 1))?;
        if hider.open.len() > DEEPEST {
            return None;
        }
    }
    let (hidden, out) = (hider.hidden, hider.out);
    let minified = minify_html::minify(out.as_bytes(), &settings());
    let minified = String::from_utf8(minified).ok()?;
    let shown = show(&minified, &hidden)?;
    is_same_template(source, &shown).then_some(shown)
}

struct Hider<'a> {
    source: &'a str,
    pieces: &'a [Piece],
    out: String,
    hidden: Vec<String>,
    /// The elements that are open here, as far as templates allow to say.
    open: Vec<String>,
}

impl Hider<'_> {
    fn part(&mut self, part: &Part, before: Option<&Part>, after: Option<&Part>) -> Option<()> {
        match part {
            Part::Text(range) => {
                let text = &self.source[range.clone()];
                if self.is_open_any(PREFORMATTED) {
                    self.out.push_str(text);
                } else {
                    let is_edge_before = before.is_some_and(|part| {
                        shows_no_blank(part, true) || self.is_code(part, "component")
                    });
                    let is_edge_after = after.is_some_and(|part| {
                        shows_no_blank(part, false) || self.is_code(part, "endcomponent")
                    });
                    self.text(text, is_edge_before, is_edge_after);
                }
            }
            Part::Code(number) => {
                let code = &self.source[self.pieces[*number].range.clone()];
                self.hide(HIDDEN, code.to_owned(), "");
            }
            Part::Comment(range) => {
                let comment = &self.source[range.clone()];
                if code_within(self.pieces, range.clone()).next().is_some() {
                    self.hide(HIDDEN, comment.to_owned(), "");
                }
            }
            Part::Doctype(range) => self.out.push_str(&self.source[range.clone()]),
            Part::Verbatim(range) => self.with_hidden_code(range.start, range.end, ""),
            Part::Tag(tag) if tag.code == CodeInTag::InName => return None,
            Part::Tag(tag) => self.tag(tag),
        }
        Some(())
    }

    /// Whether this is the tag that begins or ends a component. Blanks at the edges of a component are its layout; who
    /// uses it decides about blanks around it.
    fn is_code(&self, part: &Part, word: &str) -> bool {
        let Part::Code(number) = part else {
            return false;
        };
        let piece = &self.pieces[*number];
        let inner = &self.source[piece.inner.clone()];
        piece.kind == PieceKind::Tag && inner.split_ascii_whitespace().next() == Some(word)
    }

    fn is_open_any(&self, names: &[&str]) -> bool {
        self.open.iter().any(|open| names.contains(&open.as_str()))
    }

    /// Text with one blank for many, and none where none shows.
    fn text(&mut self, text: &str, is_edge_before: bool, is_edge_after: bool) {
        let words: Vec<&str> = text.split_ascii_whitespace().collect();
        let has_no_text = self
            .open
            .last()
            .is_some_and(|open| WITHOUT_TEXT.contains(&open.as_str()));
        if words.is_empty() && (has_no_text || is_edge_before || is_edge_after) {
            return;
        }
        if !is_edge_before && text.starts_with(|c: char| c.is_ascii_whitespace()) {
            self.out.push(BLANK);
        }
        for (number, word) in words.iter().enumerate() {
            if number > 0 {
                self.out.push(' ');
            }
            self.out.push_str(word);
        }
        let ends_blank = text.ends_with(|c: char| c.is_ascii_whitespace());
        if !words.is_empty() && !is_edge_after && ends_blank {
            self.out.push(BLANK);
        }
    }

    fn tag(&mut self, tag: &Tag) {
        if tag.is_closing {
            if let Some(at) = self.open.iter().rposition(|open| *open == tag.name) {
                self.open.truncate(at);
            }
        } else if !tag.is_self_closing && !VOID.contains(&tag.name.as_str()) {
            self.open.push(tag.name.clone());
        }
        if tag.code == CodeInTag::None {
            // `>` costs nothing between quotes and much without: it makes `minify-html` keep the quotes.
            self.with_hidden_code(tag.range.start, tag.range.end, ">");
            return;
        }
        let end = tag.range.end - 1 - usize::from(tag.is_self_closing);
        let attributes = collapse_outside_quotes(&self.source[tag.name_end..end], tag, self.pieces);
        self.out
            .push_str(&self.source[tag.range.start..tag.name_end]);
        self.out.push(' ');
        self.hide(ATTRIBUTES, attributes, "");
        if tag.is_self_closing {
            self.out.push_str(" /");
        }
        self.out.push('>');
    }

    fn with_hidden_code(&mut self, start: usize, end: usize, marker: &str) {
        let codes = code_within(self.pieces, start..end).map(|piece| piece.range.clone());
        let mut at = start;
        for range in codes.collect::<Vec<_>>() {
            self.out.push_str(&self.source[at..range.start]);
            at = range.end;
            self.hide(HIDDEN, self.source[range].to_owned(), marker);
        }
        self.out.push_str(&self.source[at..end]);
    }

    fn hide(&mut self, opening: char, code: String, marker: &str) {
        let number = self.hidden.len();
        self.hidden.push(code);
        write!(self.out, "{opening}{number}{marker}{HIDDEN_END}").expect("strings take everything");
    }
}

/// The attributes of a tag with template code between them: as written, one blank for many between attributes.
fn collapse_outside_quotes(attributes: &str, tag: &Tag, pieces: &[Piece]) -> String {
    let offset = tag.name_end;
    let kept = |at: usize| {
        tag.attributes.iter().any(|a| a.range.contains(&at))
            || pieces
                .iter()
                .any(|p| p.kind != PieceKind::Text && p.range.contains(&at))
    };
    let mut out = String::with_capacity(attributes.len());
    for (at, char) in attributes.char_indices() {
        let is_loose_blank = char.is_ascii_whitespace() && !kept(offset + at);
        if !is_loose_blank {
            out.push(char);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.trim_end().to_owned()
}

/// Whether a blank next to this part shows nowhere; `after` when the blank follows it.
fn shows_no_blank(part: &Part, after: bool) -> bool {
    match part {
        Part::Doctype(_) => true,
        Part::Tag(tag) => {
            let name = tag.name.as_str();
            // Inside the element: after its opening tag, before its closing tag.
            let is_inside = after != tag.is_closing;
            BLOCKS.contains(&name) || (is_inside && INLINE_BLOCKS.contains(&name))
        }
        Part::Text(_) | Part::Code(_) | Part::Comment(_) | Part::Verbatim(_) => false,
    }
}

/// Puts the hidden code back.
fn show(minified: &str, hidden: &[String]) -> Option<String> {
    let mut out = String::with_capacity(minified.len());
    let mut rest = minified;
    while let Some(at) = rest.find([HIDDEN, BLANK, ATTRIBUTES]) {
        out.push_str(&rest[..at]);
        let marker = rest[at..].chars().next()?;
        rest = &rest[at + marker.len_utf8()..];
        if marker == BLANK {
            out.push(' ');
            continue;
        }
        let end = rest.find(HIDDEN_END)?;
        let number: usize = rest[..end].trim_end_matches('>').parse().ok()?;
        if marker == ATTRIBUTES {
            out.truncate(out.trim_end().len());
        }
        out.push_str(hidden.get(number)?);
        rest = &rest[end + HIDDEN_END.len_utf8()..];
    }
    out.push_str(rest);
    Some(out)
}

/// Whether two templates have the same code and the same tags in the same order, and keep code between double quotes,
/// where Tera's escaping is safe.
fn is_same_template(one: &str, other: &str) -> bool {
    let (pieces_of_one, pieces_of_other) = (pieces(one), pieces(other));
    let parts_of_other = scan(other, &pieces_of_other);
    let are_quoted = tags(&parts_of_other).all(|tag| {
        tag.code != CodeInTag::None
            || tag
                .attributes
                .iter()
                .all(|attribute| !attribute.has_code || attribute.quote == Some(b'"'))
    });
    let parts_of_one = scan(one, &pieces_of_one);
    let code_of_one = code_in_order(&pieces_of_one, &parts_of_one);
    let code_of_one = code_of_one.iter().map(|piece| &one[piece.range.clone()]);
    let code_of_other = code_in_order(&pieces_of_other, &parts_of_other);
    let code_of_other = code_of_other
        .iter()
        .map(|piece| &other[piece.range.clone()]);
    let name = |tag: &Tag| {
        let closes_itself = tag.is_self_closing && !VOID.contains(&tag.name.as_str());
        (tag.name.clone(), tag.is_closing, closes_itself)
    };
    are_quoted
        && code_of_one.eq(code_of_other)
        && tags(&parts_of_one)
            .map(name)
            .eq(tags(&parts_of_other).map(name))
}

fn tags(parts: &[Part]) -> impl Iterator<Item = &Tag> {
    parts.iter().filter_map(|part| match part {
        Part::Tag(tag) => Some(tag),
        Part::Text(_) | Part::Code(_) | Part::Comment(_) | Part::Doctype(_) | Part::Verbatim(_) => {
            None
        }
    })
}

#[cfg(test)]
mod tests;
