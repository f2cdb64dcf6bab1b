//! The words that occur in one municipality's index, and how each sounds.

use std::collections::{BTreeMap, BTreeSet};

use super::field::Field;
use super::index::MunicipalityIndex;
use super::lexicon::PHRASE;
use super::sound::sound;

/// Stems in order of the alphabet, each with its sound, and phrases.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    words: BTreeMap<String, String>,
    phrases: BTreeSet<String>,
}

impl Dictionary {
    /// The words of some fields.
    pub(super) fn new(index: &MunicipalityIndex<'_>, fields: &[Field]) -> tantivy::Result<Self> {
        let mut dictionary = Self::default();
        for segment in index.searcher.segment_readers() {
            for field in fields {
                let inverted = segment.inverted_index(index.fields.texts[field.index()])?;
                let mut terms = inverted.terms().stream()?;
                while terms.advance() {
                    let stem = String::from_utf8_lossy(terms.key()).into_owned();
                    if stem.contains(PHRASE) {
                        // Phrases come with their words, in the second file of the browser.
                        if fields.contains(&Field::Hints) {
                            dictionary.phrases.insert(stem);
                        }
                    } else {
                        let heard = sound(&stem);
                        dictionary.words.insert(stem, heard);
                    }
                }
            }
        }
        Ok(dictionary)
    }

    /// Whether a stem occurs.
    pub(super) fn has(&self, stem: &str) -> bool {
        self.words.contains_key(stem)
    }

    /// Every phrase, in order of the alphabet.
    pub(super) fn phrases(&self) -> impl Iterator<Item = &str> {
        self.phrases.iter().map(String::as_str)
    }

    /// Every stem with its sound.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words
            .iter()
            .map(|(stem, heard)| (stem.as_str(), heard.as_str()))
    }

    /// Stems that begin with some letters.
    pub(super) fn beginning_with<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        self.words
            .range(start.to_owned()..)
            .map(|(stem, _)| stem.as_str())
            .take_while(move |stem| stem.starts_with(start))
    }
}
