//! The sentences of a passage, each as a range of it.

use std::ops::Range;

/// The sentences that have a letter or figure in them, in order, without blanks around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        if !is_end_mark(char) {
            continue;
        }
        let mut mark = EndMark {
            text,
            start,
            at,
            end: at + char.len_utf8(),
            char,
            is_quoted: false,
        };
        // «?!», «...» and closing quotes belong to the mark.
        while let Some((_, next)) =
            chars.next_if(|(_, next)| is_end_mark(*next) || is_closing(*next))
        {
            mark.end += next.len_utf8();
            mark.is_quoted |= is_closing(next);
        }
        if mark.ends_a_sentence() {
            push(text, start..mark.end, &mut sentences);
            start = mark.end;
        }
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let inside = &text[range.clone()];
    if inside.contains(char::is_alphanumeric) {
        let start = range.end - inside.trim_start().len();
        sentences.push(start..start + inside.trim().len());
    }
}

fn is_end_mark(char: char) -> bool {
    matches!(char, '.' | '!' | '?' | '…')
}

fn is_closing(char: char) -> bool {
    matches!(char, '»' | '”' | '’' | '"' | '\'' | ')' | ']')
}

fn is_opening(char: char) -> bool {
    matches!(char, '«' | '“' | '‘' | '"' | '\'' | '(' | '[')
}

/// Abbreviations after which a sentence goes on. Those with dots inside, such as «i.p.v.», are known by these.
const ABBREVIATIONS: [&str; 31] = [
    "afd", "alg", "art", "bijv", "blz", "bv", "ca", "dhr", "div", "dr", "drs", "evt", "excl",
    "fam", "gem", "hfst", "incl", "ing", "ir", "mevr", "mln", "mr", "mw", "nr", "nrs", "prof",
    "st", "tel", "vb", "vgl", "zgn",
];

/// Abbreviations that may also end a sentence.
const CLOSING_ABBREVIATIONS: [&str; 4] = ["e.d", "enz", "etc", "o.i.d"];

/// Marks that may end a sentence.
struct EndMark<'a> {
    text: &'a str,
    /// Where the sentence starts.
    start: usize,
    at: usize,
    end: usize,
    char: char,
    /// A quote or bracket closes with it.
    is_quoted: bool,
}

impl EndMark<'_> {
    fn ends_a_sentence(&self) -> bool {
        let rest = &self.text[self.end..];
        let Some(next) = first_letter(rest) else {
            return true;
        };
        if !rest.starts_with(char::is_whitespace) {
            return false;
        }
        let goes_on = next.is_lowercase();
        match self.char {
            '.' if CLOSING_ABBREVIATIONS.contains(&&*self.word_before().to_lowercase()) => !goes_on,
            '.' => !goes_on && !self.is_abbreviation() && !self.is_number_of_a_list(),
            '…' => !goes_on,
            _ => !(goes_on && self.is_quoted),
        }
    }

    /// What stands before the mark, from the last blank or opening quote on.
    fn word_before(&self) -> &str {
        let before = &self.text[self.start..self.at];
        let start = before.rfind(|char: char| char.is_whitespace() || is_opening(char));
        let word = start.map_or(before, |start| &before[start..]);
        word.trim_start_matches(|char: char| char.is_whitespace() || is_opening(char))
    }

    fn is_abbreviation(&self) -> bool {
        let word = self.word_before().to_lowercase();
        let has_inner_dots = word.contains('.')
            && word.split('.').all(|part| {
                let mut letters = part.chars();
                letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
            });
        has_inner_dots || ABBREVIATIONS.contains(&&*word)
    }

    /// «1. Bel ons» is one sentence.
    fn is_number_of_a_list(&self) -> bool {
        let before = self.text[self.start..self.at].trim();
        !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// What decides whether a sentence begins: the first letter or figure, and in «'s Avonds» that of the second word.
fn first_letter(rest: &str) -> Option<char> {
    let rest = rest.trim_start();
    let after_apostrophe = rest.strip_prefix(['\'', '’']).unwrap_or(rest);
    let rest = match after_apostrophe.split_once(' ') {
        Some(("s" | "t" | "n" | "k", second)) => second,
        Some(_) | None => rest,
    };
    rest.chars().find(|char| !is_opening(*char))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(text: &str) -> Vec<&str> {
        sentences(text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn a_sentence_ends_with_its_mark() {
        assert_eq!(
            said("Belt u ons? Graag! Wij zijn er… Tot dan."),
            ["Belt u ons?", "Graag!", "Wij zijn er…", "Tot dan."]
        );
    }

    #[test]
    fn what_has_no_mark_is_one_sentence() {
        assert_eq!(
            said("Praat met iemand die luistert"),
            ["Praat met iemand die luistert"]
        );
        assert_eq!(said(" … "), [""; 0]);
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        for text in [
            "Neem bijv. Anna mee.",
            "Dat kan i.p.v. Een gesprek.",
            "Vraag naar dr. De Wit of mevr. Jansen.",
            "Bel tel. 055 000 10 01.",
            "Oefen met eten, slapen enz. en vertel het.",
        ] {
            assert_eq!(said(text), [text]);
        }
    }

    #[test]
    fn and_so_on_may_end_a_sentence() {
        assert_eq!(
            said("Eten, slapen, enz. Daarna belt u."),
            ["Eten, slapen, enz.", "Daarna belt u."]
        );
    }

    #[test]
    fn a_single_letter_may_end_a_sentence() {
        assert_eq!(
            said("Van A tot Z. De kortste niet."),
            ["Van A tot Z.", "De kortste niet."]
        );
    }

    #[test]
    fn dots_in_numbers_and_addresses_do_not_end_a_sentence() {
        for text in [
            "Open van 8.30 tot 17.00 uur.",
            "Ga naar www.keuze.example of bel.",
            "1. Bel ons.",
        ] {
            assert_eq!(said(text), [text]);
        }
    }

    #[test]
    fn a_number_may_end_and_begin_a_sentence() {
        assert_eq!(said("Bel 112. 113 kan ook."), ["Bel 112.", "113 kan ook."]);
    }

    #[test]
    fn a_sentence_may_begin_with_an_apostrophe() {
        assert_eq!(
            said("Wij maken vuur. 's Avonds is het stil, dag in 't jaar."),
            ["Wij maken vuur.", "'s Avonds is het stil, dag in 't jaar."]
        );
    }

    #[test]
    fn a_quoted_sentence_belongs_to_the_sentence_around_it() {
        assert_eq!(
            said("«Kom maar!» zei zij. «Wij helpen.» Daarna ging het."),
            ["«Kom maar!» zei zij.", "«Wij helpen.»", "Daarna ging het."]
        );
    }

    proptest! {
        #[test]
        fn sentences_lie_in_order_in_any_text(text in "([a-zA-Z]{1,3}|[.!?…]|[ \n]|[«»\"'()]|é|[0-9]){0,40}") {
            let mut end = 0;
            for sentence in sentences(&text) {
                prop_assert!(end <= sentence.start && !text[sentence.clone()].trim().is_empty());
                end = sentence.end;
            }
        }
    }
}
