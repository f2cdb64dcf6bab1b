//! `t(key="…")` in templates: replaced by the words of the language when the theme is loaded.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostics::codes::{E0803, E0805};
use crate::diagnostics::{Diagnostic, FileId, Place, said};
use crate::render::messages::Messages;

use super::tokens::{Piece, PieceKind, Token, Word, words};

/// The words for templates, and the language of the texts that come from the content.
pub(super) struct Words<'a> {
    pub(super) messages: &'a Messages,
    pub(super) content_language: &'a str,
}

/// A use of `t` in a template.
struct Use {
    /// From `t` to its closing bracket.
    range: Range<usize>,
    /// The key and where it stands; `None` when it is not a literal.
    key: Option<(String, Range<usize>)>,
}

/// Replaces every use of `t` in a template: `{{ t(key="…") }}` by the escaped words, one inside a longer expression by
/// a string. Missing messages are reported; the keys that were used are added to `used`.
pub(super) fn fill_in(
    source: &str,
    pieces: &[Piece],
    file: FileId,
    messages: &Messages,
    used: &mut BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let mut filled = String::with_capacity(source.len());
    for piece in pieces {
        if !matches!(piece.kind, PieceKind::Print | PieceKind::Tag) {
            filled.push_str(&source[piece.range.clone()]);
            continue;
        }
        let tokens = words(source, piece.inner.clone());
        let mut at = piece.range.start;
        for found in uses(&tokens) {
            let Some(words) = message(&found, file, messages, used, diagnostics) else {
                continue;
            };
            if is_message(source, piece) {
                at = piece.range.end;
                filled.push_str(&tera_escaped(words));
            } else {
                filled.push_str(&source[at..found.range.start]);
                at = found.range.end;
                filled.push_str(&string_literal(words));
            }
        }
        filled.push_str(&source[at..piece.range.end]);
    }
    filled
}

fn uses(tokens: &[Token]) -> Vec<Use> {
    let mut uses = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let follows_a_name = at > 0
            && [".", "?.", "|", "<", "</"]
                .iter()
                .any(|sign| tokens[at - 1].is_sign(sign));
        let is_call = tokens.get(at + 1).is_some_and(|next| next.is_sign("("));
        if !token.is_name("t") || follows_a_name || !is_call {
            continue;
        }
        let close = tokens[at..].iter().position(|t| t.is_sign(")"));
        let end = close.map_or(token.range.end, |close| tokens[at + close].range.end);
        let key = match &tokens[at + 2..] {
            [name, equals, key, close, ..]
                if name.is_name("key") && equals.is_sign("=") && close.is_sign(")") =>
            {
                match &key.word {
                    Word::Text(text) => Some((text.clone(), key.range.clone())),
                    Word::Name(_) | Word::Constant | Word::Sign(_) => None,
                }
            }
            _ => None,
        };
        uses.push(Use {
            range: token.range.start..end,
            key,
        });
    }
    uses
}

fn message<'m>(
    found: &Use,
    file: FileId,
    messages: &'m Messages,
    used: &mut BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'m str> {
    let Some((key, range)) = &found.key else {
        let place = Place::new(file, found.range.clone());
        diagnostics.push(
            Diagnostic::new(E0803, place, "`t` takes one argument, a key between quotes")
                .help("write `t(key=\"…\")`; a message with arguments is made by the page's view"),
        );
        return None;
    };
    let place = Place::new(file, range.clone());
    used.insert(key.clone());
    if let Some(text) = messages.find(key) {
        if ["{{", "{%", "{#"].iter().any(|code| text.contains(code)) {
            diagnostics.push(
                Diagnostic::new(
                    E0805,
                    place,
                    said("message `{key}` holds template code", [("key", &key)]),
                )
                .help("messages are words; leave out `{{`, `{%` and `{#`"),
            );
            return None;
        }
        return Some(text);
    }
    let diagnostic = if messages.has(key) {
        Diagnostic::new(
            E0803,
            place,
            said("message `{key}` needs arguments", [("key", &key)]),
        )
        .help("a template can only use messages without; this one is made by the page's view")
    } else {
        Diagnostic::new(
            E0803,
            place,
            said("message `{key}` is missing", [("key", &key)]),
        )
        .help(said(
            "add a line `{key} = …` to the language file",
            [("key", &key)],
        ))
        .did_you_mean(key, messages.keys())
    };
    diagnostics.push(diagnostic);
    None
}

/// Escaped as Tera would have done.
fn tera_escaped(words: &str) -> String {
    let mut escaped = Vec::with_capacity(words.len());
    tera::escape_html(words, &mut escaped).expect("a vector takes everything");
    String::from_utf8(escaped).expect("escaping keeps text text")
}

fn string_literal(words: &str) -> String {
    let mut literal = String::with_capacity(words.len() + 2);
    literal.push('"');
    for char in words.chars() {
        match char {
            '"' | '\\' => literal.extend(['\\', char]),
            '\n' => literal.push_str("\\n"),
            other => literal.push(other),
        }
    }
    literal.push('"');
    literal
}

/// Whether a piece is `{{ t(…) }}` and nothing else, without dashes that trim the text around it.
pub(super) fn is_message(source: &str, piece: &Piece) -> bool {
    let has_no_dash =
        piece.inner.start == piece.range.start + 2 && piece.inner.end + 2 == piece.range.end;
    let tokens = words(source, piece.inner.clone());
    piece.kind == PieceKind::Print
        && has_no_dash
        && uses(&tokens).first().is_some_and(|found| {
            tokens.first().map(|t| t.range.start) == Some(found.range.start)
                && tokens.last().map(|t| t.range.end) == Some(found.range.end)
        })
}
