//! From what was typed to what is looked for: per word its variants, each with a factor. The browser runs the same steps;
//! tests compare the two.

use std::collections::BTreeSet;

use super::dictionary::Dictionary;
use super::fold::words;
use super::lexicon::Lexicon;
use super::stop_words::{is_filler, is_stop_word};
use super::word_search::WordSearch;

/// Words that are looked for at most; the rest of a long text is left out.
const MOST_WORDS: usize = 12;
/// A word that everybody types counts for so much.
pub(super) const WEAK: f32 = 0.15;

/// Why a word of the index is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VariantKind {
    /// It is what was typed, or another form of it.
    Exact,
    /// It is two typed words in one.
    Joined,
    /// It sounds the same.
    Sound,
    /// It begins with what was typed.
    Prefix,
    /// It sounds like what was typed and goes on.
    SoundPrefix,
    /// One slip of the finger away.
    Typo,
    /// Two slips of the finger away.
    TwoTypos,
    /// What was typed begins with it.
    Stem,
    /// They are the parts of the compound that was typed; each found part adds its share.
    Parts,
}

impl VariantKind {
    /// What a match counts for. `is_known` says whether the typed word itself occurs.
    pub(super) fn factor(self, is_known: bool) -> f32 {
        match self {
            Self::Exact | Self::Joined => 1.0,
            Self::Sound => 0.9,
            Self::Prefix if is_known => 0.5,
            Self::Prefix | Self::Typo => 0.7,
            Self::SoundPrefix | Self::Stem => 0.6,
            Self::TwoTypos => 0.5,
            Self::Parts => 0.4,
        }
    }

    /// What a match in what visitors say counts for: there a word is seldom what it only resembles.
    pub(super) fn factor_in_sayings(self) -> f32 {
        match self {
            Self::Exact | Self::Sound | Self::Stem => 1.0,
            Self::Joined => 0.7,
            Self::SoundPrefix | Self::Typo => 0.4,
            Self::TwoTypos => 0.3,
            Self::Prefix => 0.18,
            Self::Parts => 0.07,
        }
    }

    /// Whether a name that has it can be said to have the word.
    #[must_use]
    pub fn is_word_itself(self) -> bool {
        match self {
            Self::Exact | Self::Joined | Self::Sound | Self::Prefix => true,
            Self::SoundPrefix | Self::Typo | Self::TwoTypos | Self::Stem | Self::Parts => false,
        }
    }
}

/// Words of the index that stand for a typed word.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Why.
    pub kind: VariantKind,
    /// One stem; of parts, several.
    pub stems: Vec<String>,
    /// What a match counts for, of 1.
    pub factor: f32,
}

/// What a typed word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It decides: what has all such words comes first.
    Decides,
    /// Everybody types it: it adds a little.
    AddsLittle,
    /// It is a stop word: it only counts beside other words, in what visitors say.
    OnlyInSayings,
}

/// A typed word.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedWord {
    /// Folded.
    pub typed: String,
    /// What it does.
    pub role: Role,
    /// What is looked for; empty when nothing is like it.
    pub variants: Vec<Variant>,
}

impl PlannedWord {
    /// The variants that a document must have to have the word: a part of a compound is not enough where the compound, or what
    /// is like it, is known.
    pub(super) fn whole(&self) -> Vec<Variant> {
        let variants = self.variants.iter();
        variants
            .filter(|variant| variant.kind != VariantKind::Parts)
            .cloned()
            .collect()
    }
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Per word.
    pub words: Vec<PlannedWord>,
    /// Whether it cannot wait.
    pub is_crisis: bool,
}

impl Plan {
    /// Plans a query.
    pub(super) fn new(typed: &str, lexicon: &Lexicon, dictionary: &Dictionary) -> Self {
        let all = without_letters_of_postcodes(words(typed));
        let is_crisis = lexicon.is_crisis(&all, &|stem| dictionary.has(stem));
        let last_is_open = !typed.ends_with(' ');
        let open = all.last().filter(|_| last_is_open).cloned();
        let mut seen = BTreeSet::new();
        let searched: Vec<String> = all
            .iter()
            .filter(|word| !is_stop_word(word) && seen.insert(lexicon.stem(word)))
            .take(MOST_WORDS)
            .cloned()
            .collect();
        let is_weak = |word: &String| lexicon.weak.contains(&lexicon.stem(word));
        let has_strong = searched.iter().any(|word| !is_weak(word));
        let mut words: Vec<PlannedWord> = searched
            .iter()
            .map(|word| {
                let search = WordSearch {
                    lexicon,
                    dictionary,
                    word,
                    stem: lexicon.stem(word),
                    is_open: open.as_ref() == Some(word),
                };
                if has_strong && is_weak(word) {
                    search.weak()
                } else {
                    search.strong(&searched)
                }
            })
            .collect();
        words.extend(stop_words(&all, lexicon));
        Self { words, is_crisis }
    }

    /// Words that decide.
    pub fn deciding(&self) -> impl Iterator<Item = &PlannedWord> {
        self.words.iter().filter(|word| word.role == Role::Decides)
    }
}

/// The stop words that sayings may have, once each.
fn stop_words(typed: &[String], lexicon: &Lexicon) -> Vec<PlannedWord> {
    let mut seen = BTreeSet::new();
    typed
        .iter()
        .filter(|word| is_stop_word(word) && !is_filler(word))
        .map(|word| (word, lexicon.stop_stem(word)))
        .filter(|(_, stem)| seen.insert(stem.clone()))
        .take(MOST_WORDS)
        .map(|(word, stem)| PlannedWord {
            typed: word.clone(),
            role: Role::OnlyInSayings,
            variants: vec![Variant {
                kind: VariantKind::Exact,
                stems: vec![stem],
                factor: 0.0,
            }],
        })
        .collect()
}

/// `7311 AB` and `7311ab` are looked for as `7311`.
fn without_letters_of_postcodes(words: Vec<String>) -> Vec<String> {
    let is_digits = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_letters =
        |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    let mut after_digits = false;
    for word in words {
        if after_digits && is_letters(&word) {
            after_digits = false;
            continue;
        }
        after_digits = is_digits(&word);
        if word.len() == 6 && is_digits(&word[..4]) && is_letters(&word[4..]) {
            kept.push(word[..4].to_owned());
        } else {
            kept.push(word);
        }
    }
    kept
}
