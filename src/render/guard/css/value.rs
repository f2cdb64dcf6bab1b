//! A value of a declaration as a small tree, with escapes, comments and letter case taken away.

use cssparser::{ParseError, Parser, Token};

/// One part of a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// A keyword in lower case; names of custom properties keep their case.
    Word(String),
    /// A bare number.
    Number(f64),
    /// A percentage, 100 for `100%`.
    Percent(f64),
    /// A number with its unit in lower case.
    Length(f64, String),
    /// A colour such as `fff`, without its hash.
    Hash(String),
    /// A function in lower case with its arguments; a parenthesis is a function without a name.
    Call(String, Vec<Piece>),
    /// `,`, `/`, `+` and the like.
    Mark(char),
    /// A string or an address.
    Text,
}

impl Piece {
    /// The keyword, if it is one.
    pub(super) fn word(&self) -> Option<&str> {
        if let Self::Word(word) = self {
            Some(word)
        } else {
            None
        }
    }
}

/// Whether one of the words stands anywhere in the value, inside functions too.
pub(super) fn says(pieces: &[Piece], words: &[&str]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Word(word) => words.contains(&word.as_str()),
        Piece::Call(_, inner) => says(inner, words),
        Piece::Number(_)
        | Piece::Percent(_)
        | Piece::Length(..)
        | Piece::Hash(_)
        | Piece::Mark(_)
        | Piece::Text => false,
    })
}

/// Whether the value is one of the words and nothing else, or leaves the property as it was.
pub(super) fn is_only(pieces: &[Piece], words: &[&str]) -> bool {
    const DEFAULTS: &[&str] = &["inherit", "initial", "unset", "revert", "revert-layer"];
    pieces.iter().all(|piece| {
        piece
            .word()
            .is_some_and(|word| words.contains(&word) || DEFAULTS.contains(&word))
    })
}

/// The parts between commas.
pub(super) fn arguments(pieces: &[Piece]) -> impl Iterator<Item = &[Piece]> {
    pieces.split(|piece| *piece == Piece::Mark(','))
}

/// Reads the value up to the end of the input; `!important` is left out.
pub(super) fn read(input: &mut Parser<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    while let Ok(token) = input.next() {
        let piece = match token.clone() {
            Token::Ident(name) if name.starts_with("--") => Piece::Word(name.to_string()),
            Token::Ident(name) => Piece::Word(name.to_ascii_lowercase()),
            Token::Hash(name) | Token::IDHash(name) => Piece::Hash(name.to_ascii_lowercase()),
            Token::Number { value, .. } => Piece::Number(f64::from(value)),
            Token::Percentage { unit_value, .. } => Piece::Percent(f64::from(unit_value) * 100.0),
            Token::Dimension { value, unit, .. } => {
                Piece::Length(f64::from(value), unit.to_ascii_lowercase())
            }
            Token::Delim('!') => break,
            Token::Delim(mark) => Piece::Mark(mark),
            Token::Comma => Piece::Mark(','),
            Token::Semicolon => Piece::Mark(';'),
            Token::Colon => Piece::Mark(':'),
            Token::Function(name) => Piece::Call(name.to_ascii_lowercase(), nested(input)),
            Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                Piece::Call(String::new(), nested(input))
            }
            Token::AtKeyword(_)
            | Token::QuotedString(_)
            | Token::UnquotedUrl(_)
            | Token::WhiteSpace(_)
            | Token::Comment(_)
            | Token::IncludeMatch
            | Token::DashMatch
            | Token::PrefixMatch
            | Token::SuffixMatch
            | Token::SubstringMatch
            | Token::CDO
            | Token::CDC
            | Token::BadUrl(_)
            | Token::BadString(_)
            | Token::CloseParenthesis
            | Token::CloseSquareBracket
            | Token::CloseCurlyBracket => Piece::Text,
        };
        pieces.push(piece);
    }
    while input.next().is_ok() {}
    pieces
}

fn nested(input: &mut Parser<'_>) -> Vec<Piece> {
    input
        .parse_nested_block(|inner| Ok::<_, ParseError<()>>(read(inner)))
        .unwrap_or_else(|_: ParseError<()>| vec![Piece::Text])
}
