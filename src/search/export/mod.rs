//! The index as two files for the browser: the first answers, the second adds the whole texts.
//!
//! Both are one run of numbers and texts through a [`coder::Encoder`]; what stands in them, in which order, is what
//! [`core`] and [`postings`] write. The parts of the browser's module that read them are `themes/default/js/search/`.

mod coder;
mod core;
mod kinds;
mod offers;
mod postings;

use super::index::{MunicipalityIndex, SearchError};

/// The two files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedIndex {
    /// Names, summaries, what visitors say, offers and waits.
    pub core: Vec<u8>,
    /// The words of the whole texts.
    pub texts: Vec<u8>,
}

/// Writes an index for the browser.
///
/// # Errors
/// When Tantivy fails.
pub fn export(index: &MunicipalityIndex<'_>) -> Result<ExportedIndex, SearchError> {
    let written = || -> tantivy::Result<ExportedIndex> {
        let words = postings::Words::read(index)?;
        Ok(ExportedIndex {
            core: core::write(index, &words),
            texts: postings::write_texts(&words),
        })
    };
    written().map_err(|reason| index.failed(reason))
}
