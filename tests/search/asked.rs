//! A municipality of the example region, asked something.

use std::path::{Path, PathBuf};

use jiff::civil::date;
use keuzewijzer::pipeline::{self, Options, Search};
use keuzewijzer::publish::Compression;
use keuzewijzer::search::{MunicipalityIndex, SearchError};

/// Opens the search index of a municipality of the example region.
pub(crate) fn ask(
    municipality: &str,
    ask: impl FnOnce(&MunicipalityIndex<'_>) -> Result<(), SearchError>,
) {
    let options = Options {
        content: repository().join("content"),
        themes: repository().join("themes"),
        date: None,
        today: date(2026, 11, 15),
        is_strict: false,
        previous: None,
        program: None,
        compression: Compression::None,
        shard: None,
    };
    let (_, search) = pipeline::search(&options, municipality, ask).unwrap();
    assert!(matches!(search, Search::Done(())));
}

pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}
