//! The words of a text, each as a range of it.

use std::ops::Range;

/// The words, in order. A number with its marks (8.30), a word with its hyphens and apostrophes (jeugd-ggz, zo'n), an
/// abbreviation with its dots (i.p.v.) and an address are one word each; «en/of» is two.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::with_capacity(text.len() / 5);
    for token in tokens(text) {
        let token = trimmed(text, token);
        if token.is_empty() {
            continue;
        }
        if is_address(&text[token.clone()]) {
            words.push(token);
        } else {
            split(text, token, &mut words);
        }
    }
    words
}

/// Whether a word is a mail or web address, which nobody reads letter by letter.
pub(super) fn is_address(word: &str) -> bool {
    word.contains('@') || word.contains("://") || word.starts_with("www.")
}

/// What stands between blanks.
fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().map(move |token| {
        let start = token.as_ptr() as usize - text.as_ptr() as usize;
        start..start + token.len()
    })
}

/// A token without the marks around it.
fn trimmed(text: &str, token: Range<usize>) -> Range<usize> {
    let inside = &text[token.clone()];
    let after = inside.trim_start_matches(|char| !is_word_char(char));
    let start = token.end - after.len();
    start..start + after.trim_end_matches(|char| !is_word_char(char)).len()
}

fn is_word_char(char: char) -> bool {
    const COMBINING: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';
    char.is_alphanumeric() || COMBINING.contains(&char)
}

/// Cuts a token at the marks that join no word.
fn split(text: &str, token: Range<usize>, words: &mut Vec<Range<usize>>) {
    let mut start = None;
    let mut before = ' ';
    let mut chars = text[token.clone()].char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        if is_word_char(char) || (start.is_some() && joins(before, char, next)) {
            start.get_or_insert(token.start + at);
        } else if let Some(start) = start.take() {
            words.push(start..token.start + at);
        }
        before = char;
    }
    words.extend(start.map(|start| start..token.end));
}

fn joins(before: char, mark: char, next: char) -> bool {
    match mark {
        '-' | '\u{2011}' | '\'' | '’' | '.' => is_word_char(before) && is_word_char(next),
        ',' | ':' => before.is_ascii_digit() && next.is_ascii_digit(),
        // Soft hyphen.
        '\u{ad}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|word| &text[word]).collect()
    }

    #[test]
    fn marks_around_a_word_do_not_belong_to_it() {
        assert_eq!(
            said("Zij zei: «Kom maar (even) binnen!» – graag."),
            ["Zij", "zei", "Kom", "maar", "even", "binnen", "graag"]
        );
    }

    #[test]
    fn hyphens_apostrophes_and_dots_inside_keep_a_word_together() {
        assert_eq!(
            said("jeugd-ggz zo'n foto’s i.p.v. e-mail, 's avonds"),
            [
                "jeugd-ggz",
                "zo'n",
                "foto’s",
                "i.p.v",
                "e-mail",
                "s",
                "avonds"
            ]
        );
    }

    #[test]
    fn a_number_with_its_marks_is_one_word() {
        assert_eq!(
            said("om 8.30 uur, 1,5 dag, 80 %"),
            ["om", "8.30", "uur", "1,5", "dag", "80"]
        );
    }

    #[test]
    fn a_slash_and_a_dash_part_words() {
        assert_eq!(said("en/of hulp—thuis"), ["en", "of", "hulp", "thuis"]);
    }

    #[test]
    fn an_address_is_one_word() {
        assert_eq!(
            said("Mail info@keuze.example of ga naar https://keuze.example/hulp/."),
            [
                "Mail",
                "info@keuze.example",
                "of",
                "ga",
                "naar",
                "https://keuze.example/hulp"
            ]
        );
    }

    #[test]
    fn a_text_without_letters_has_no_words() {
        assert_eq!(said(" … – % "), [""; 0]);
    }
}
