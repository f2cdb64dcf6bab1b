//! Problems in words: [`terminal`] for people, [`concise`] for editors, [`json`] for programs, [`github`] for
//! workflow runs; [`summary`] and [`counts_by_code`] close a run.

mod concise;
mod github;
mod json;
mod summary;
mod terminal;

use std::fmt::Write as _;

pub use concise::concise;
pub use github::github;
pub use json::json;
pub use summary::{counts_by_code, summary};
pub use terminal::terminal;

/// One line without anything a terminal would obey: the material's own text stands in messages, and may hold line
/// breaks and escape codes.
fn one_line(text: &str) -> String {
    let breaks_to_blanks = text.replace("\r\n", " ").replace(['\n', '\r'], " ");
    unarmed(&breaks_to_blanks)
}

/// A text without anything a terminal would obey, lines and tabs apart: names and paths of the material stand in what
/// commands print, and may hold escape codes or turn the order of the letters around.
#[must_use]
pub fn unarmed(text: &str) -> String {
    text.split_inclusive(['\n', '\t'])
        .map(|part| {
            let (words, end) = match part.char_indices().next_back() {
                Some((at, '\n' | '\t')) => part.split_at(at),
                Some(_) | None => (part, ""),
            };
            // A line that ends as on Windows is no more than a line.
            let words = words.strip_suffix('\r').unwrap_or(words);
            // C1 controls do what an escape code does, in terminals that read them.
            let words = words.replace(|c| ('\u{80}'..='\u{9f}').contains(&c), "\u{fffd}");
            annotate_snippets::normalize_untrusted_str(&words) + end
        })
        .collect()
}

/// JSON without anything a terminal would obey. Such characters stand in its texts alone, so an escape is the same text.
#[must_use]
pub fn unarmed_json(json: &str) -> String {
    let mut unarmed = String::with_capacity(json.len());
    for character in json.chars() {
        let is_layout = matches!(character, '\n' | '\t');
        let turns = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if turns || (character.is_control() && !is_layout) {
            let _ = write!(unarmed, "\\u{:04x}", u32::from(character));
        } else {
            unarmed.push(character);
        }
    }
    unarmed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_line_that_cannot_steer_a_terminal() {
        assert_eq!(
            one_line("unknown provider `a\r\nb\u{1b}[31m`"),
            "unknown provider `a b␛[31m`"
        );
    }

    #[test]
    fn what_commands_print_keeps_its_lines_and_cannot_steer_a_terminal() {
        assert_eq!(
            unarmed("a\u{1b}]0;x\u{7}\n\tb\u{9b}31m\u{202e}c\r\n"),
            "a␛]0;x␇\n\tb�31m�c\n"
        );
    }

    #[test]
    fn json_stays_the_same_value() {
        let json = serde_json::to_string("a\u{202e}\u{9b}\u{7f}b").unwrap();
        let unarmed = unarmed_json(&json);
        assert_eq!(unarmed, r#""a\u202e\u009b\u007fb""#);
        let read: String = serde_json::from_str(&unarmed).unwrap();
        assert_eq!(read, "a\u{202e}\u{9b}\u{7f}b");
    }
}
