//! What is counted in a text, and its score.

use std::fmt;

use crate::model::Readability;

/// A sentence of more words is a long one, and a word of more syllables is a long word: what the shares count.
pub(super) const LONG_SENTENCE: u32 = 20;
/// See [`LONG_SENTENCE`].
pub(super) const LONG_WORD: u32 = 3;

/// A figure with one decimal, which is judged as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(i64);

impl Tenths {
    /// A whole number.
    #[must_use]
    pub fn whole(number: u32) -> Self {
        Self(10 * i64::from(number))
    }

    /// A ratio, rounded; zero of nothing.
    fn ratio(part: i64, whole: i64) -> Self {
        if whole == 0 {
            return Self(0);
        }
        Self((20 * part + whole).div_euclid(2 * whole))
    }
}

impl fmt::Display for Tenths {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        formatter.pad(&format!("{sign}{}.{}", size / 10, size % 10))
    }
}

/// What was counted in the sentences of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Sentences.
    pub sentences: u32,
    /// Words.
    pub words: u32,
    /// Syllables of all words.
    pub syllables: u32,
    /// Sentences of more than twenty words.
    pub long_sentences: u32,
    /// Words of more than three syllables that are not allowed by the region.
    pub long_words: u32,
}

impl Figures {
    /// Whether there are words enough for a score that says something.
    #[must_use]
    pub fn is_scored(&self, limits: &Readability) -> bool {
        self.words >= limits.fewest_words
    }

    /// Flesch-Douma: 206.84 - 77 × syllables per word - 0.93 × words per sentence. Higher is easier. W. H. Douma, «De
    /// leesbaarheid van landbouwbladen» (Wageningen, 1960), after R. Flesch (1948).
    #[must_use]
    pub fn score(&self) -> Tenths {
        let (words, sentences) = (i64::from(self.words), i64::from(self.sentences));
        let syllables = i64::from(self.syllables);
        let whole = 100 * words * sentences;
        let easy = 20_684 * words * sentences;
        Tenths::ratio(
            easy - 7_700 * syllables * sentences - 93 * words * words,
            whole,
        )
    }

    /// Words a sentence, on average.
    #[must_use]
    pub fn average_sentence(&self) -> Tenths {
        Tenths::ratio(self.words.into(), self.sentences.into())
    }

    /// Syllables a word, on average.
    #[must_use]
    pub fn average_word(&self) -> Tenths {
        Tenths::ratio(self.syllables.into(), self.words.into())
    }

    /// Long sentences, in percent.
    #[must_use]
    pub fn share_of_long_sentences(&self) -> Tenths {
        Tenths::ratio(100 * i64::from(self.long_sentences), self.sentences.into())
    }

    /// Long words, in percent.
    #[must_use]
    pub fn share_of_long_words(&self) -> Tenths {
        Tenths::ratio(100 * i64::from(self.long_words), self.words.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// «Het is soms heel druk thuis. U kunt dan hulp krijgen van een begeleider.»
    /// Words: 6 + 8 = 14. Syllables: het is soms heel druk thuis = 6; u kunt dan hulp krij-gen van een be-ge-lei-der = 12;
    /// together 18. Score: 206.84 - 77 × 18/14 - 0.93 × 14/2 = 206.84 - 99.00 - 6.51 = 101.33.
    #[test]
    fn the_score_is_the_one_that_was_computed_by_hand() {
        let figures = Figures {
            sentences: 2,
            words: 14,
            syllables: 18,
            long_sentences: 0,
            long_words: 1,
        };
        assert_eq!(figures.score(), Tenths(1_013));
        assert_eq!(figures.average_sentence().to_string(), "7.0");
        assert_eq!(figures.average_word().to_string(), "1.3");
        assert_eq!(figures.share_of_long_words().to_string(), "7.1");
    }

    /// 206.84 - 77 × 250/100 - 0.93 × 100/4 = 206.84 - 192.50 - 23.25 = -8.91.
    #[test]
    fn a_score_can_be_below_zero() {
        let figures = Figures {
            sentences: 4,
            words: 100,
            syllables: 250,
            long_sentences: 4,
            long_words: 0,
        };
        assert_eq!(figures.score().to_string(), "-8.9");
        assert_eq!(figures.share_of_long_sentences(), Tenths::whole(100));
    }
}
