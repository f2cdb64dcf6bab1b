//! A template cut into pieces (text, `{{ … }}`, `{% … %}`, comments) and the words inside them, each with its place.
//! Follows Tera's own lexer, which does not show its tokens.

use std::ops::Range;

/// What a piece of a template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// HTML between template code.
    Text,
    /// `{{ … }}`.
    Print,
    /// `{% … %}`.
    Tag,
    /// `{# … #}`.
    Comment,
    /// `{% raw %} … {% endraw %}`.
    Raw,
}

/// A piece of a template.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) kind: PieceKind,
    /// The whole piece, delimiters included.
    pub(super) range: Range<usize>,
    /// What stands between the delimiters.
    pub(super) inner: Range<usize>,
}

/// Cuts a template into pieces that follow one another without a gap.
pub(super) fn pieces(source: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let start = next_code(source, at);
        if start > at {
            pieces.push(Piece {
                kind: PieceKind::Text,
                range: at..start,
                inner: at..start,
            });
        }
        if start == source.len() {
            break;
        }
        let piece = code_piece(source, start);
        at = piece.range.end;
        pieces.push(piece);
    }
    pieces
}

fn next_code(source: &str, from: usize) -> usize {
    source.as_bytes()[from..]
        .windows(2)
        .position(|pair| matches!(pair, b"{{" | b"{%" | b"{#"))
        .map_or(source.len(), |found| from + found)
}

fn code_piece(source: &str, start: usize) -> Piece {
    let (kind, close) = match source.as_bytes()[start + 1] {
        b'{' => (PieceKind::Print, "}}"),
        b'%' => (PieceKind::Tag, "%}"),
        _ => (PieceKind::Comment, "#}"),
    };
    let end = if kind == PieceKind::Comment {
        source[start + 2..]
            .find(close)
            .map_or(source.len(), |at| start + 2 + at + 2)
    } else {
        code_end(source, start + 2, close)
    };
    let inner = start + 2..end.saturating_sub(2).max(start + 2);
    if kind == PieceKind::Tag && tag_word(&source[inner.clone()]) == "raw" {
        let end = raw_end(source, end);
        return Piece {
            kind: PieceKind::Raw,
            range: start..end,
            inner: end..end,
        };
    }
    let inner = without_dashes(source, inner);
    Piece {
        kind,
        range: start..end,
        inner,
    }
}

/// The end of a piece of code; its closing delimiter does not count inside a string.
fn code_end(source: &str, from: usize, close: &str) -> usize {
    let bytes = source.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        if source.as_bytes()[at..].starts_with(close.as_bytes()) {
            return at + close.len();
        }
        at = match bytes[at] {
            quote @ (b'"' | b'\'' | b'`') => string_end(bytes, at, quote),
            _ => at + 1,
        };
    }
    bytes.len()
}

fn string_end(bytes: &[u8], start: usize, quote: u8) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn raw_end(source: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(found) = source[at..].find("{%") {
        let start = at + found;
        let end = code_end(source, start + 2, "%}");
        if tag_word(&source[start + 2..end.saturating_sub(2).max(start + 2)]) == "endraw" {
            return end;
        }
        at = start + 2;
    }
    source.len()
}

fn tag_word(inner: &str) -> &str {
    inner.trim_matches('-').trim()
}

fn without_dashes(source: &str, mut inner: Range<usize>) -> Range<usize> {
    if source[inner.clone()].starts_with('-') {
        inner.start += 1;
    }
    if source[inner.clone()].ends_with('-') {
        inner.end -= 1;
    }
    inner
}

/// What a word of template code is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Word {
    /// A name or keyword.
    Name(String),
    /// A string, without quotes and escapes.
    Text(String),
    /// A number or a boolean.
    Constant,
    /// An operator or bracket.
    Sign(&'static str),
}

/// A word of template code and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) word: Word,
    pub(super) range: Range<usize>,
}

impl Token {
    pub(super) fn is_name(&self, name: &str) -> bool {
        matches!(&self.word, Word::Name(written) if written == name)
    }

    pub(super) fn is_sign(&self, sign: &str) -> bool {
        matches!(&self.word, Word::Sign(written) if *written == sign)
    }
}

/// Longer signs first, as Tera reads them.
const SIGNS: &[&str] = &[
    "...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?[", "+", "-", "*", "/", "%", "!", ".",
    ",", ":", "~", "|", "=", ">", "<", "(", ")", "[", "]", "{", "}", "@",
];

/// The words in a stretch of template code.
pub(super) fn words(source: &str, range: Range<usize>) -> Vec<Token> {
    let bytes = &source.as_bytes()[..range.end];
    let mut tokens = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let start = at;
        let word = match bytes[at] {
            byte if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            quote @ (b'"' | b'\'' | b'`') => {
                at = string_end(bytes, at, quote).min(range.end);
                let inside = source
                    .get(start + 1..at.saturating_sub(1))
                    .unwrap_or_default();
                Word::Text(without_escapes(inside))
            }
            byte if byte.is_ascii_digit() => {
                at = number_end(bytes, at);
                Word::Constant
            }
            byte if byte.is_ascii_alphabetic() || byte == b'_' => {
                at = end_while(bytes, at, |b| b.is_ascii_alphanumeric() || b == b'_');
                name_or_constant(&source[start..at])
            }
            _ => {
                let is_here = |sign: &&&str| bytes[at..].starts_with(sign.as_bytes());
                let Some(sign) = SIGNS.iter().find(is_here) else {
                    at += source[at..].chars().next().map_or(1, char::len_utf8);
                    continue;
                };
                at += sign.len();
                Word::Sign(sign)
            }
        };
        tokens.push(Token {
            word,
            range: start..at,
        });
    }
    tokens
}

fn name_or_constant(written: &str) -> Word {
    match written {
        "true" | "True" | "false" | "False" | "none" | "None" | "null" => Word::Constant,
        name => Word::Name(name.to_owned()),
    }
}

fn end_while(bytes: &[u8], from: usize, belongs: impl Fn(u8) -> bool) -> usize {
    bytes[from..]
        .iter()
        .position(|byte| !belongs(*byte))
        .map_or(bytes.len(), |length| from + length)
}

fn number_end(bytes: &[u8], from: usize) -> usize {
    let whole = end_while(bytes, from, |byte| byte.is_ascii_digit());
    if bytes.get(whole) == Some(&b'.') {
        end_while(bytes, whole + 1, |byte| byte.is_ascii_digit())
    } else {
        whole
    }
}

fn without_escapes(inside: &str) -> String {
    let mut text = String::with_capacity(inside.len());
    let mut chars = inside.chars();
    while let Some(char) = chars.next() {
        if char != '\\' {
            text.push(char);
            continue;
        }
        match chars.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('r') => text.push('\r'),
            Some(other) => text.push(other),
            None => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(source: &str) -> Vec<(PieceKind, &str)> {
        pieces(source)
            .into_iter()
            .map(|piece| (piece.kind, &source[piece.range]))
            .collect()
    }

    #[test]
    fn a_closing_delimiter_inside_a_string_closes_nothing() {
        assert_eq!(
            cut(r#"a{{ "}}" }}b"#),
            [
                (PieceKind::Text, "a"),
                (PieceKind::Print, r#"{{ "}}" }}"#),
                (PieceKind::Text, "b"),
            ]
        );
    }

    #[test]
    fn raw_is_one_piece_with_its_content() {
        assert_eq!(
            cut("{% raw %}{{ x }}{% endraw %}!"),
            [
                (PieceKind::Raw, "{% raw %}{{ x }}{% endraw %}"),
                (PieceKind::Text, "!"),
            ]
        );
    }

    #[test]
    fn words_keep_their_places_and_lose_their_escapes() {
        let source = r#"page.name ~ "a\"b""#;
        let tokens = words(source, 0..source.len());
        let written: Vec<&str> = tokens.iter().map(|t| &source[t.range.clone()]).collect();
        assert_eq!(written, ["page", ".", "name", "~", r#""a\"b""#]);
        assert_eq!(tokens[4].word, Word::Text("a\"b".to_owned()));
    }
}
