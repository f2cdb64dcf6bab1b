//! Problems in words: [`terminal`] for people, [`concise`] for editors, [`json`] for programs, [`github`] for
//! workflow runs; [`summary`] and [`counts_by_code`] close a run.

mod concise;
mod github;
mod json;
mod summary;
mod terminal;

pub use concise::concise;
pub use github::github;
pub use json::json;
pub use summary::{counts_by_code, summary};
pub use terminal::terminal;

/// One line without anything a terminal would obey: the material's own text stands in messages, and may hold line
/// breaks and escape codes.
fn one_line(text: &str) -> String {
    let breaks_to_blanks = text.replace("\r\n", " ").replace(['\n', '\r'], " ");
    annotate_snippets::normalize_untrusted_str(&breaks_to_blanks)
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
}
