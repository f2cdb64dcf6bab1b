//! How deep brackets stand inside each other in scripts, styles and words, and how long an expression of a script is. What reads
//! them follows every level with a level of its own, and comes to the end of its stack long before the end of a file.

use crate::diagnostics::{Phrase, phrase};

/// More brackets inside each other than anybody writes.
const MOST_BRACKETS: usize = 64;
/// More signs and words in one expression, with those around it, than anybody writes.
const MOST_PARTS: usize = 2_000;
/// `else if` again and again is nesting too, and so is `if` after `if`.
const MOST_BRANCHES: usize = 2_000;

/// What is too much, and the byte where it is.
pub type TooDeep = (Phrase, usize);

const BRACKETS: Phrase = phrase("more than 64 brackets stand inside each other");
const PARTS: Phrase = phrase("one expression has more than 2000 parts");
const BRANCHES: Phrase = phrase("it has more than 2000 of `if`, `else`, `for` and `while`");
/// What to do about it.
pub const FLATTER: Phrase = phrase("divide it, or write it flatter");

/// Whether the placeables of a language file stand too deep inside each other.
#[must_use]
pub fn of_words(text: &str) -> Option<TooDeep> {
    let mut depth = 0_usize;
    for (at, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            // Outside of a placeable a bracket is a word.
            '(' if depth > 0 => depth += 1,
            '}' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MOST_BRACKETS {
            return Some((BRACKETS, at));
        }
    }
    None
}

/// Whether blocks, functions and selectors of a style sheet stand too deep inside each other.
#[must_use]
pub fn of_style(text: &str) -> Option<TooDeep> {
    let mut depth = 0_usize;
    for (at, token) in tokens(text, false) {
        match token {
            Token::Opening | Token::Block => depth += 1,
            Token::Closing => depth = depth.saturating_sub(1),
            Token::Divider | Token::Line | Token::Word | Token::Branch | Token::Sign => {}
        }
        if depth > MOST_BRACKETS {
            return Some((BRACKETS, at));
        }
    }
    None
}

/// Whether a script is nested too deep, by brackets, signs or branches.
#[must_use]
pub fn of_script(text: &str) -> Option<TooDeep> {
    let mut nest = Nest::default();
    for (at, token) in tokens(text, true) {
        nest.take(token);
        if let Some(problem) = nest.fault() {
            return Some((problem, at));
        }
    }
    None
}

/// Where a reader of a script stands.
#[derive(Default)]
struct Nest {
    /// For each open bracket the parts of the expression that it stands in.
    around: Vec<usize>,
    /// All of them together.
    parts_around: usize,
    /// The parts of the expression at hand.
    parts: usize,
    branches: usize,
    /// The last token, when the expression may end with it.
    may_end: bool,
    is_new_line: bool,
}

impl Nest {
    fn take(&mut self, token: Token) {
        // A line that begins with a word after one that ends with one is a new statement; a sign or a bracket goes on.
        let begins = matches!(token, Token::Word | Token::Block | Token::Branch);
        if self.is_new_line && self.may_end && begins {
            self.parts = 0;
        }
        match token {
            Token::Opening | Token::Block => {
                self.parts += 1;
                self.parts_around += self.parts;
                self.around.push(self.parts);
                self.parts = 0;
            }
            Token::Closing => {
                if let Some(parts) = self.around.pop() {
                    self.parts_around -= parts;
                    self.parts = parts;
                }
            }
            Token::Divider => self.parts = 0,
            Token::Branch => {
                self.parts += 1;
                self.branches += 1;
            }
            Token::Word | Token::Sign => self.parts += 1,
            Token::Line => {}
        }
        self.is_new_line = token == Token::Line || (self.is_new_line && token == Token::Closing);
        if token != Token::Line {
            self.may_end = matches!(token, Token::Word | Token::Closing);
        }
    }

    fn fault(&self) -> Option<Phrase> {
        if self.around.len() > MOST_BRACKETS {
            Some(BRACKETS)
        } else if self.parts_around + self.parts > MOST_PARTS {
            Some(PARTS)
        } else if self.branches > MOST_BRANCHES {
            Some(BRANCHES)
        } else {
            None
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// `(` and `[`.
    Opening,
    /// `{`.
    Block,
    Closing,
    /// Between statements, declarations and items.
    Divider,
    /// The end of a line.
    Line,
    /// A word, a number or a quoted text.
    Word,
    /// `if`, `else` and the like: a statement follows.
    Branch,
    /// A sign, and a word after which an expression goes on.
    Sign,
}

const BRANCHING: [&str; 6] = ["if", "else", "for", "while", "do", "with"];
const GOING_ON: [&str; 10] = [
    "typeof",
    "void",
    "delete",
    "await",
    "new",
    "yield",
    "in",
    "of",
    "instanceof",
    "return",
];

/// The tokens of a script or a style sheet, without blanks and comments. A quoted text ends at the end of its line, so that a
/// quote in a regular expression hides no more than that.
fn tokens(text: &str, has_line_comments: bool) -> impl Iterator<Item = (usize, Token)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let first = rest.chars().next()?;
            let start = at;
            let comment = if rest.starts_with("/*") {
                Some(rest.find("*/").map_or(rest.len(), |end| end + 2))
            } else if has_line_comments && rest.starts_with("//") {
                Some(rest.find('\n').unwrap_or(rest.len()))
            } else {
                None
            };
            if let Some(length) = comment {
                at += length;
                continue;
            }
            let (length, token) = match first {
                '\n' => (1, Token::Line),
                '"' | '\'' => (quoted(rest, first), Token::Word),
                '(' | '[' => (1, Token::Opening),
                '{' => (1, Token::Block),
                ')' | ']' | '}' => (1, Token::Closing),
                ';' | ',' => (1, Token::Divider),
                _ if is_of_word(first) => word(rest),
                _ if first.is_whitespace() => {
                    at += first.len_utf8();
                    continue;
                }
                _ => (first.len_utf8(), Token::Sign),
            };
            at += length;
            return Some((start, token));
        }
    })
}

/// The length of a word and what it is.
fn word(rest: &str) -> (usize, Token) {
    let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
    let word = &rest[..end];
    let token = if BRANCHING.contains(&word) {
        Token::Branch
    } else if GOING_ON.contains(&word) {
        Token::Sign
    } else {
        Token::Word
    };
    (end, token)
}

/// The length of a quoted text with its quotes.
fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        if character == '\n' {
            return at;
        }
        if character == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    rest.len()
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || character == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nested_too_deep_is_found_however_it_is_nested() {
        let many = 3_000;
        for script in [
            "[".repeat(many),
            "!".repeat(many),
            "typeof ".repeat(many),
            "x=>".repeat(many),
            "1+".repeat(many),
            "a.".repeat(many),
            "a?b:".repeat(many),
            "if(a)b;else ".repeat(many),
            "if (a)\n".repeat(many),
            "!\n".repeat(many),
            "typeof\n".repeat(many),
            "a\n.".repeat(many),
            "f\n()".repeat(many),
            "`${".repeat(many),
            "f()".repeat(many),
            format!(
                "{}/\"/;{}",
                "a=1;\n",
                "[".repeat(many).replacen('[', "\n[", 1)
            ),
        ] {
            assert!(of_script(&script).is_some(), "{}", &script[..20]);
        }
        assert!(of_style(&":not(".repeat(many)).is_some());
        assert!(of_style(&"a{".repeat(many)).is_some());
        assert!(of_words(&format!("a = {}", "{ NUMBER(".repeat(many))).is_some());
    }

    #[test]
    fn long_files_that_are_flat_are_read() {
        let many = 20_000;
        assert!(of_script(&"if (a) { b(c, [1, 2]); } else { d.e.f(); }\n".repeat(400)).is_none());
        assert!(of_script(&"const a = \"((((\"; // ' (a) [\n".repeat(many)).is_none());
        assert!(of_script(&"const a = b.c(d)\nfunction e() {\n  f()\n}\n".repeat(many)).is_none());
        assert!(of_script(&format!("const a = [{}];", "1, ".repeat(many))).is_none());
        assert!(of_style(&"a { color: rgb(0, 0, 0); }\n/* { */".repeat(many)).is_none());
        assert!(of_words(&"a = :-( { $b } (c)\n".repeat(many)).is_none());
    }
}
