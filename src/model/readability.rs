//! Limits on how hard a Dutch text of the region may be.

use std::collections::BTreeSet;

/// The limits, and the words that are no problem here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readability {
    /// The most words of a single sentence.
    pub longest_sentence: u32,
    /// The most words a sentence of a text may have on average.
    pub average_sentence: u32,
    /// The most sentences of more than twenty words, in percent of the sentences of a text.
    pub long_sentences: u32,
    /// The most words of more than three syllables, in percent of the words of a text.
    pub long_words: u32,
    /// The lowest score (Flesch-Douma).
    pub lowest_score: u32,
    /// The fewest words of a text that gets a score; in a shorter one a single word decides too much.
    pub fewest_words: u32,
    /// Words that visitors here know or must learn, in small letters.
    pub allow: BTreeSet<Box<str>>,
}

impl Default for Readability {
    fn default() -> Self {
        Self {
            longest_sentence: 20,
            average_sentence: 15,
            long_sentences: 15,
            long_words: 8,
            lowest_score: 55,
            fewest_words: 60,
            allow: BTreeSet::new(),
        }
    }
}

impl Readability {
    /// Whether a word, in small letters, is no problem here.
    #[must_use]
    pub fn allows(&self, word: &str) -> bool {
        self.allow.contains(word)
    }
}
