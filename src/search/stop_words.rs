//! Words that say nothing about what is looked for. They are in no index, and a query leaves them out.

/// Folded, in order of the alphabet.
pub(super) const STOP_WORDS: [&str; 144] = [
    "aan", "achter", "af", "al", "alle", "alles", "als", "altijd", "andere", "ben", "bij", "bijna",
    "bijv", "da", "daar", "daarna", "dan", "dat", "de", "deze", "die", "dit", "doe", "doen",
    "doet", "dus", "echt", "een", "eens", "eerst", "elk", "elke", "en", "er", "even", "gaat", "ge",
    "geen", "gewoon", "graag", "had", "heb", "hebben", "hebt", "heeft", "hem", "hen", "het",
    "hier", "hij", "hoe", "hoor", "hun", "iets", "ik", "in", "is", "ja", "jaar", "je", "jij",
    "jou", "jouw", "jullie", "kan", "kom", "komt", "kun", "kunnen", "kunt", "laat", "maar", "meer",
    "men", "met", "mij", "mijn", "mn", "moet", "moeten", "na", "naar", "nee", "net", "niet",
    "niets", "niks", "nog", "nooit", "nou", "nu", "of", "om", "omdat", "onder", "ons", "onze",
    "ook", "op", "over", "per", "samen", "sinds", "snel", "soms", "steeds", "te", "tegen", "toch",
    "toe", "tot", "tussen", "uit", "uw", "vaak", "van", "veel", "via", "voor", "vooral", "waar",
    "want", "was", "wat", "we", "weer", "wel", "welke", "werd", "wie", "wij", "wil", "willen",
    "wilt", "worden", "wordt", "zal", "ze", "zelf", "zich", "zij", "zijn", "zo", "zou",
];

/// Words that a saying may do without: «we kunnen het niet aan» and «ik kan niet meer aan» are one. All are stop words.
pub(super) const FILLERS: [&str; 44] = [
    "alle", "als", "ben", "da", "dan", "dat", "de", "deze", "die", "dit", "dus", "een", "en", "er",
    "ge", "heb", "hebben", "heeft", "hem", "hen", "het", "hij", "hun", "ik", "is", "je", "jij",
    "jou", "jouw", "maar", "mij", "mijn", "mn", "nu", "of", "ons", "onze", "ook", "uw", "we",
    "wij", "ze", "zij", "zijn",
];

/// Whether a saying may do without a folded word.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.binary_search(&word).is_ok()
}

/// Whether a folded word is one of them. A single letter is one too.
pub(super) fn is_stop_word(word: &str) -> bool {
    let is_letter = word.len() == 1 && !word.bytes().any(|byte| byte.is_ascii_digit());
    is_letter || STOP_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{FILLERS, STOP_WORDS};

    #[test]
    fn the_words_are_in_order_and_stand_there_once() {
        assert!(STOP_WORDS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(FILLERS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(FILLERS.iter().all(|word| STOP_WORDS.contains(word)));
    }
}
