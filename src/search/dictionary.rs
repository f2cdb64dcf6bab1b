//! The words that occur in one municipality's index, and how each sounds.

use std::collections::BTreeMap;

use super::field::{Field, Reach};
use super::index::MunicipalityIndex;
use super::lexicon::is_telling;
use super::sound::sound;

/// Stems in order of the alphabet, each with its sound.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    words: BTreeMap<String, String>,
}

impl Dictionary {
    /// The words of some fields, and those that visitors say. Stop words are none.
    pub(super) fn new(index: &MunicipalityIndex<'_>, reach: Reach) -> tantivy::Result<Self> {
        let mut stems = index.region.notions.sayings(reach).stems.clone();
        for segment in index.searcher.segment_readers() {
            for field in Field::of(reach) {
                let inverted = segment.inverted_index(index.fields[field.index()])?;
                let mut terms = inverted.terms().stream()?;
                while terms.advance() {
                    stems.insert(String::from_utf8_lossy(terms.key()).into_owned());
                }
            }
        }
        let words = stems
            .into_iter()
            .filter(|stem| is_telling(stem))
            .map(|stem| {
                let heard = sound(&stem);
                (stem, heard)
            });
        Ok(Self {
            words: words.collect(),
        })
    }

    /// Whether a stem occurs.
    pub(super) fn has(&self, stem: &str) -> bool {
        self.words.contains_key(stem)
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
