//! Forms of one Dutch word brought together: a light stemmer that runs here and, line by line the same, in the browser.
//!
//! Tantivy's own Dutch stemmer merges «gezin» with «zin» and «geweld» with «wel», and the browser could not run it. This
//! one takes off few endings and undoes the spelling of open syllables. What it does not see stands in the families of
//! the vocabulary.

const SHORTEST: usize = 3;

/// The stem of a folded word: not a word itself, but the same for «boze», «boos» and «boosheid».
pub(super) fn stem(word: &str) -> String {
    with_endings_off(word, true)
}

/// The same for a word whose last `t` is no ending: «kint» and «zelfmort», written as they sound.
pub(super) fn stem_with_t(word: &str) -> String {
    with_endings_off(word, false)
}

fn with_endings_off(word: &str, may_lose_t: bool) -> String {
    let mut stem = word.to_owned();
    if stem.len() <= SHORTEST || stem.bytes().any(|byte| byte.is_ascii_digit()) {
        return stem;
    }
    replace(&mut stem, "heden", "heid", 3);
    take_plural_s(&mut stem);
    take_diminutive(&mut stem);
    if !take(&mut stem, "en", SHORTEST) && ends_in(&stem, "e", is_consonant) {
        take(&mut stem, "e", SHORTEST);
    }
    take(&mut stem, "heid", 4);
    if take(&mut stem, "ing", 5) {
        undouble(&mut stem);
    }
    if ends_in(&stem, "ig", is_consonant) && take(&mut stem, "ig", 5) {
        undouble(&mut stem);
    }
    if may_lose_t && ends_in(&stem, "t", |letter| b"bdfgklmnprw".contains(&letter)) {
        take(&mut stem, "t", SHORTEST);
    }
    undouble(&mut stem);
    replace(&mut stem, "v", "f", 2);
    replace(&mut stem, "z", "s", 2);
    close_syllable(&mut stem);
    stem
}

fn is_consonant(letter: u8) -> bool {
    !b"aeiou".contains(&letter)
}

/// Whether an ending follows a letter of some kind.
fn ends_in(stem: &str, ending: &str, before: fn(u8) -> bool) -> bool {
    stem.strip_suffix(ending)
        .and_then(|rest| rest.bytes().last())
        .is_some_and(before)
}

/// Takes an ending off when at least so many letters are left.
fn take(stem: &mut String, ending: &str, left: usize) -> bool {
    let fits = stem.ends_with(ending) && stem.len() >= left + ending.len();
    if fits {
        stem.truncate(stem.len() - ending.len());
    }
    fits
}

fn replace(stem: &mut String, ending: &str, with: &str, left: usize) {
    if take(stem, ending, left) {
        stem.push_str(with);
    }
}

/// «ouders», «ruzies», «huisjes», but not «boos», «thuis», «stress».
fn take_plural_s(stem: &mut String) {
    let is_plural = ends_in(stem, "s", |letter| letter != b's' && is_consonant(letter));
    if is_plural || stem.ends_with("ies") || stem.ends_with("jes") {
        take(stem, "s", SHORTEST);
    }
}

/// «mannetje», «boompje», «broertje», «zusje».
fn take_diminutive(stem: &mut String) {
    if take(stem, "etje", SHORTEST) {
        undouble(stem);
        return;
    }
    let _ =
        take(stem, "pje", SHORTEST) || take(stem, "tje", SHORTEST) || take(stem, "je", SHORTEST);
}

/// «gezinn» → «gezin».
fn undouble(stem: &mut String) {
    let bytes = stem.as_bytes();
    let (Some(last), true) = (bytes.last(), bytes.len() > SHORTEST) else {
        return;
    };
    if is_consonant(*last) && bytes[bytes.len() - 2] == *last {
        stem.pop();
    }
}

/// «slaap» → «slap», «problem», «schol»: a long vowel in the last syllable is written once, as in «slapen».
fn close_syllable(stem: &mut String) {
    let bytes = stem.as_bytes();
    let consonants = bytes
        .iter()
        .rev()
        .take_while(|letter| is_consonant(**letter))
        .count();
    let vowels = bytes.len() - consonants;
    let is_double = consonants > 0
        && vowels >= 2
        && bytes[vowels - 1] != b'i'
        && bytes[vowels - 1] == bytes[vowels - 2];
    if is_double {
        stem.remove(vowels - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::{stem, stem_with_t};

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let families: [&[&str]; 25] = [
            &["boos", "boze", "boosheid"],
            &["gezin", "gezinnen", "gezins"],
            &["ouder", "ouders"],
            &["angst", "angsten", "angstig", "angstige"],
            &["probleem", "problemen"],
            &["school", "scholen"],
            &["slaap", "slapen", "slaapt"],
            &["behandeling", "behandelingen", "behandelen", "behandel"],
            &["begeleiding", "begeleiden", "begeleidt"],
            &["ruzie", "ruzies"],
            &["huis", "huizen", "huisje", "huisjes"],
            &["lief", "lieve"],
            &["zus", "zusje", "zusjes"],
            &["broer", "broers", "broertje"],
            &["verdriet", "verdrietig", "verdrietige"],
            &["eenzaam", "eenzaamheid"],
            &["stoornis", "stoornissen"],
            &["jongen", "jongens"],
            &["moeilijkheid", "moeilijkheden"],
            &["geluk", "gelukkig", "gelukkige"],
            &["opvoeding", "opvoeden", "opvoed"],
            &["huilt", "huilen", "huil"],
            &["training", "trainen", "trainingen"],
            &["adres", "adressen"],
            &["bedreigen", "bedreigt", "bedreiging"],
        ];
        for family in families {
            let stems: Vec<String> = family.iter().map(|form| stem(form)).collect();
            assert!(
                stems.iter().all(|one| *one == stems[0]),
                "{family:?}: {stems:?}"
            );
        }
    }

    #[test]
    fn words_that_only_look_alike_stay_apart() {
        let pairs = [
            ("gezin", "zin"),
            ("geweld", "wel"),
            ("begeleiding", "beleid"),
            ("stress", "stre"),
            ("autisme", "auto"),
            ("pesten", "post"),
            ("nacht", "nach"),
            ("vecht", "vech"),
        ];
        for (one, other) in pairs {
            assert_ne!(stem(one), stem(other));
        }
    }

    #[test]
    fn a_t_stays_where_it_is_no_ending() {
        assert_eq!(
            (stem("kint").as_str(), stem_with_t("kint").as_str()),
            ("kin", "kint")
        );
        assert_eq!(stem_with_t("gedagten"), "gedagt");
    }

    #[test]
    fn codes_and_short_words_stay_as_they_are() {
        assert_eq!(stem("45a04"), "45a04");
        assert_eq!(stem("ggz"), "ggz");
    }
}
