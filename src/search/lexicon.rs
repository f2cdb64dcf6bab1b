//! What the region's vocabulary says about words: which count as one, which say little, which compounds are made of, and
//! which mean that it cannot wait.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Vocabulary;

use super::fold::words;
use super::sound::{distance, sound};
use super::stem::stem;
use super::stop_words::{is_filler, is_stop_word};

/// A crisis word shorter than this is not looked for inside longer words, nor with slips of the finger.
const DISTINCT: usize = 6;
/// A stem shorter than this may be known by chance, as that of a word with a slip in it.
const TELLING: usize = 6;
/// What the stems of stop words begin with.
const STOP: &str = "_";
/// From this length on, two slips of the finger are forgiven.
pub(super) const LONG: usize = 11;

/// The region's words.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// Folded form → stem of the family.
    pub(super) families: BTreeMap<String, String>,
    /// Stems that everybody types.
    pub(super) weak: BTreeSet<String>,
    /// Stems that compounds may be made of though no text has them alone.
    pub(super) parts: BTreeSet<String>,
    /// Words and phrases, folded.
    pub(super) crisis: Vec<Vec<String>>,
}

impl Lexicon {
    /// The words of a vocabulary.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let mut lexicon = Self::default();
        for family in &vocabulary.families {
            let forms: Vec<String> = family.iter().flat_map(|form| words(form)).collect();
            let Some(first) = forms.first().map(|form| stem(form)) else {
                continue;
            };
            for form in forms {
                lexicon.families.insert(form, first.clone());
            }
        }
        let stems = |texts: &[Box<str>]| -> BTreeSet<String> {
            texts
                .iter()
                .flat_map(|text| words(text))
                .map(|word| lexicon.stem(&word))
                .collect()
        };
        let (weak, parts) = (stems(&vocabulary.weak), stems(&vocabulary.parts));
        lexicon.weak = weak;
        lexicon.parts = parts;
        lexicon.crisis = vocabulary
            .crisis
            .iter()
            .map(|phrase| words(phrase))
            .filter(|phrase| !phrase.is_empty())
            .collect();
        lexicon
    }

    /// The stem of a folded word: that of its family, or its own.
    pub(super) fn stem(&self, word: &str) -> String {
        match self.families.get(word) {
            Some(stem) => stem.clone(),
            None => stem(word),
        }
    }

    /// The stem of a folded word that is searched for; `None` for a stop word.
    pub(super) fn term(&self, word: &str) -> Option<String> {
        (!is_stop_word(word)).then(|| self.stem(word))
    }

    /// Stems of the words that a saying cannot do without; those of stop words are marked as such.
    pub(super) fn saying(&self, words: &[String]) -> BTreeSet<String> {
        words
            .iter()
            .filter(|word| !is_filler(word))
            .map(|word| {
                if is_stop_word(word) {
                    self.stop_stem(word)
                } else {
                    self.stem(word)
                }
            })
            .collect()
    }

    /// The stem of a stop word, as it stands in sayings: not the same as that of another word which is written so.
    pub(super) fn stop_stem(&self, word: &str) -> String {
        format!("{STOP}{}", self.stem(word))
    }

    /// Whether a query means that it cannot wait: it has all words of a crisis phrase, in any order, inflected, inside a
    /// compound, or with a slip of the finger; a word that the site itself uses is no slip.
    pub(super) fn is_crisis(&self, typed: &[String], is_known: &dyn Fn(&str) -> bool) -> bool {
        self.crisis.iter().any(|phrase| {
            phrase.iter().all(|crisis| {
                typed
                    .iter()
                    .any(|word| self.is_crisis_word(word, crisis, is_known))
            })
        })
    }

    fn is_crisis_word(&self, word: &str, crisis: &str, is_known: &dyn Fn(&str) -> bool) -> bool {
        let (own, other) = (self.stem(word), self.stem(crisis));
        if own == other {
            return true;
        }
        if crisis.len() < DISTINCT || word.len() < DISTINCT {
            return false;
        }
        if word.contains(crisis) || other.len() >= DISTINCT && word.contains(&other) {
            return true;
        }
        let most = if crisis.len() < LONG { 1 } else { 2 };
        let is_alike = sound(&own) == sound(&other)
            || distance(&own, &other, most).is_some()
            || distance(word, crisis, most).is_some();
        is_alike && (own.len() < TELLING || !is_known(&own))
    }
}

/// Whether a stem says something alone: that of a stop word does not.
pub(super) fn is_telling(stem: &str) -> bool {
    !stem.starts_with(STOP)
}
