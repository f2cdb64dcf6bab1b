//! The index as two files for the browser: the first answers, the second adds everything that is said in several words and
//! the whole texts.
//!
//! Both are one run of numbers and texts through a [`coder::Encoder`]. What is the same in every municipality comes first
//! ([`shared`]) and is written once per region; [`core`] and [`postings`] go on from there. The parts of the browser's module
//! that read them are `themes/default/js/search/`.

mod coder;
mod core;
mod kinds;
mod letters;
mod logarithms;
mod offers;
mod postings;
mod shared;

use crate::model::Dataset;

use self::shared::Shared;
use super::analysis::AnalysedRegion;
use super::index::{MunicipalityIndex, SearchError};

/// The two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedIndex {
    /// Names, summaries, what visitors say in one word, offers and waits.
    pub core: Vec<u8>,
    /// What visitors say in several words, and the words of the whole texts.
    pub texts: Vec<u8>,
}

/// Writes the indexes of one region.
pub struct Exporter {
    shared: Shared,
}

impl Exporter {
    /// Writes what all municipalities share.
    ///
    /// # Errors
    /// When Tantivy fails.
    pub fn new(region: &AnalysedRegion, dataset: &Dataset) -> Result<Self, SearchError> {
        let shared = Shared::new(region, dataset).map_err(|reason| SearchError {
            of: "the words of visitors".to_owned(),
            reason,
        })?;
        Ok(Self { shared })
    }

    /// Writes the index of a municipality for the browser.
    ///
    /// # Errors
    /// When Tantivy fails.
    pub fn export(&self, index: &MunicipalityIndex<'_>) -> Result<ExportedIndex, SearchError> {
        let written = || -> tantivy::Result<ExportedIndex> {
            let words = postings::Words::read(index, &self.shared)?;
            Ok(ExportedIndex {
                core: core::write(index, &self.shared, &words),
                texts: postings::write_texts(&self.shared, &words),
            })
        };
        written().map_err(|reason| index.failed(reason))
    }
}
