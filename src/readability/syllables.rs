//! The syllables (lettergrepen) of a Dutch word, counted as its vowels are written.
//!
//! Dutch spelling says where a vowel ends: a trema or a hyphen stands where two vowels would otherwise be read as one.
//! So the vowels of a word are cut into the longest groups that make one sound, and what Latin and English endings do
//! otherwise is named one by one.

/// How many syllables a word has; at least one. A number counts as one: figures are read at a glance.
pub(super) fn syllables(word: &str) -> u32 {
    let word = word.to_lowercase();
    let parts = word
        .split(['-', '\u{2011}'])
        .filter(|part| !part.is_empty());
    parts.map(syllables_of_part).sum::<u32>().max(1)
}

/// Abbreviations that are spelled out though they have a vowel; those without vowels are known by that.
const SPELLED_OUT: [(&str, u32); 8] = [
    ("adhd", 4),
    ("agb", 3),
    ("avg", 3),
    ("emdr", 4),
    ("iq", 2),
    ("odd", 3),
    ("utf", 3),
    ("wmo", 3),
];

/// English words in which an `e` is written that is not said, also as a part of a longer word.
const SILENT_E: [&str; 8] = [
    "casemanag",
    "hometrain",
    "intake",
    "lifestyle",
    "offline",
    "online",
    "timemanag",
    "website",
];

/// No abbreviation is longer; letters without vowels beyond this are a cry: «pssssst».
const LONGEST_SPELLED: usize = 5;

fn syllables_of_part(part: &str) -> u32 {
    if part.contains(|letter: char| letter.is_ascii_digit()) {
        return 1;
    }
    if let Some((_, count)) = SPELLED_OUT.iter().find(|(known, _)| *known == part) {
        return *count;
    }
    let letters = Letters::of(part);
    let vowels = letters.count_groups();
    if vowels == 0 {
        return letters.spelled_out(part.contains(['\'', '’']));
    }
    let has_silent_e = SILENT_E.iter().any(|known| part.contains(known))
        || ["site", "sites"].iter().any(|end| part.ends_with(end));
    if has_silent_e { vowels - 1 } else { vowels }
}

/// A letter without its accent.
#[derive(Clone, Copy)]
struct Letter {
    base: char,
    /// It begins a syllable of its own (trema).
    is_apart: bool,
}

impl Letter {
    fn of(letter: char) -> Self {
        let is_apart = "äëïöü".contains(letter);
        let base = match letter {
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ý' | 'ÿ' => 'y',
            other => other,
        };
        Self { base, is_apart }
    }
}

/// The letters of a word.
struct Letters(Vec<Letter>);

impl Letters {
    fn of(part: &str) -> Self {
        const TREMA: char = '\u{308}';
        const DIGRAPH: char = '\u{133}';
        let mut letters: Vec<Letter> = Vec::with_capacity(part.len());
        for char in part.chars() {
            match char {
                DIGRAPH => letters.extend(['i', 'j'].map(Letter::of)),
                TREMA => {
                    if let Some(last) = letters.last_mut() {
                        last.is_apart = true;
                    }
                }
                letter if letter.is_alphabetic() => letters.push(Letter::of(letter)),
                _ => {}
            }
        }
        Self(letters)
    }

    /// Letters without a vowel: an abbreviation that is spelled out (ggz), or a vowel that was left out (z'n).
    fn spelled_out(&self, has_apostrophe: bool) -> u32 {
        if has_apostrophe || self.0.len() > LONGEST_SPELLED {
            return 1;
        }
        self.0.iter().fold(0, |count, _| count + 1)
    }

    fn count_groups(&self) -> u32 {
        let mut count = 0;
        let mut at = 0;
        while at < self.0.len() {
            if self.is_vowel(at) {
                count += 1;
                at += self.group(at);
            } else {
                at += 1;
            }
        }
        count
    }

    fn base(&self, at: usize) -> Option<char> {
        self.0.get(at).map(|letter| letter.base)
    }

    fn is_plain_vowel(&self, at: usize) -> bool {
        self.base(at).is_some_and(|base| "aeiou".contains(base))
    }

    /// A `y` before a vowel is a consonant at the start of a word (yoga); the `u` of `qu` always is.
    fn is_vowel(&self, at: usize) -> bool {
        match self.base(at) {
            Some('y') => at > 0 || !self.is_plain_vowel(at + 1),
            Some('u') => at == 0 || self.base(at - 1) != Some('q'),
            Some(_) | None => self.is_plain_vowel(at),
        }
    }

    /// How many letters from this vowel on make one sound.
    fn group(&self, at: usize) -> usize {
        let longest = (at + 1..at + 3)
            .take_while(|next| self.0.get(*next).is_some_and(|letter| !letter.is_apart))
            .count();
        let vowels: String = (at..=at + longest)
            .filter_map(|next| self.base(next))
            .collect();
        if longest == 2 && self.is_triple(at, &vowels) {
            return 3;
        }
        let mut pair: String = vowels;
        pair.truncate(
            pair.char_indices()
                .nth(2)
                .map_or(pair.len(), |(end, _)| end),
        );
        if self.is_pair(at, &pair) { 2 } else { 1 }
    }

    fn is_triple(&self, at: usize, vowels: &str) -> bool {
        match vowels {
            "aai" | "ooi" | "oei" | "eeu" => true,
            // Milieu and nieuw, but seri-eus and interi-eur.
            "ieu" => !matches!(self.base(at + 3), Some('r' | 's' | 'z')),
            // Bureau, but ge-automatiseerd.
            "eau" => !(at == 1 && matches!(self.base(0), Some('b' | 'g'))),
            _ => false,
        }
    }

    fn is_pair(&self, at: usize, vowels: &str) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.base(before));
        let after = self.base(at + 2);
        match vowels {
            "aa" | "ee" | "oo" | "uu" | "ij" | "au" | "ou" | "ui" | "ei" | "ai" | "oi" | "oe"
            | "ay" | "ey" | "oy" | "uy" => true,
            // Financi-eel.
            "ie" => after != Some('e') || self.0[at + 2].is_apart,
            // Muse-um, but reuma.
            "eu" => after != Some('m') || self.is_plain_vowel(at + 3),
            // Team, but the-ater.
            "ea" => before == Some('t') && after == Some('m'),
            // Coach and download, but o-ase.
            "oa" => matches!(
                (before, after),
                (Some('c'), Some('c')) | (Some('l'), Some('d'))
            ),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;
