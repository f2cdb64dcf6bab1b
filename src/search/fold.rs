//! Texts as words: lower case, without marks, in letters that every keyboard has.

use std::fmt::Write as _;

use icu_normalizer::DecomposingNormalizerBorrowed;

/// Lower case, what is not seen left out, letters that do not decompose spelled out, compatibility forms and marks undone, curly quotes straight.
pub(super) fn fold(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for character in text.to_lowercase().chars() {
        match character {
            'ø' => spelled.push('o'),
            'ł' => spelled.push('l'),
            'đ' | 'ð' => spelled.push('d'),
            'ı' => spelled.push('i'),
            'ß' => spelled.push_str("ss"),
            'æ' => spelled.push_str("ae"),
            'œ' => spelled.push_str("oe"),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '‘' | '’' | '`' | '´' => spelled.push('\''),
            other => spelled.push(other),
        }
    }
    if spelled.is_ascii() {
        return spelled;
    }
    DecomposingNormalizerBorrowed::new_nfkd()
        .normalize(&spelled)
        .chars()
        .filter(|character| !('\u{300}'..='\u{36f}').contains(character))
        // Some compatibility forms are capitals only when they are undone: the sign ™ becomes TM.
        .map(|character| character.to_ascii_lowercase())
        .collect()
}

/// The words of a text, folded: runs of ASCII letters and digits. A closing `'s` goes, other apostrophes fall out,
/// and words joined by hyphens come apart.
pub(super) fn words(text: &str) -> Vec<String> {
    pieces(text).into_iter().flatten().collect()
}

/// The words of a text, and behind those that a hyphen joins also the whole: `jeugd-ggz` gives `jeugd`, `ggz` and
/// `jeugdggz`.
pub(super) fn words_and_wholes(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for parts in pieces(text) {
        let mut whole = String::new();
        if parts.len() > 1 {
            for part in &parts {
                write!(whole, "{part}").expect("a string takes any text");
            }
        }
        found.extend(parts);
        if !whole.is_empty() {
            found.push(whole);
        }
    }
    found
}

/// Words in groups: those that hyphens join stand together.
fn pieces(text: &str) -> Vec<Vec<String>> {
    let folded = fold(text);
    let mut pieces = Vec::new();
    for run in folded.split(|c: char| !(c.is_ascii_alphanumeric() || c == '\'' || c == '-')) {
        let parts: Vec<String> = run
            .split('-')
            .map(|part| {
                let part = part.trim_matches('\'');
                part.strip_suffix("'s").unwrap_or(part).replace('\'', "")
            })
            .filter(|part| !part.is_empty())
            .collect();
        if !parts.is_empty() {
            pieces.push(parts);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{words, words_and_wholes};

    #[test]
    fn letters_of_other_languages_become_those_of_every_keyboard() {
        assert_eq!(
            words("Güneş, İpek & Łódź: Bĳ de Frîske Œuvre"),
            ["gunes", "ipek", "lodz", "bij", "de", "friske", "oeuvre"]
        );
    }

    #[test]
    fn apostrophes_and_hyphens_do_not_hide_a_word() {
        assert_eq!(words("’s-Heerenberg"), ["s", "heerenberg"]);
        assert_eq!(
            words("baby's, auto’s en zo'n"),
            ["baby", "auto", "en", "zon"]
        );
        assert_eq!(
            words_and_wholes("jeugd-GGZ (0-4 jaar)"),
            ["jeugd", "ggz", "jeugdggz", "0", "4", "04", "jaar"]
        );
    }

    #[test]
    fn a_sign_that_stands_for_capitals_is_small_too() {
        assert_eq!(
            words("Triple P™, № 5, 𝓗ulp"),
            ["triple", "ptm", "no", "5", "hulp"]
        );
    }

    #[test]
    fn what_is_no_letter_is_no_word() {
        assert!(words("😢 … שלום").is_empty());
    }
}
