//! The content folder as it was read.

use std::path::{Path, PathBuf};

use crate::diagnostics::{Diagnostic, FileId, Located, SourceMap};

use super::csv::CsvTable;
use super::toml::Table;

/// A file with TOML front matter and a text; a plain TOML file has an empty text.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// Its name without ending.
    pub name: String,
    /// The front matter.
    pub front: Table,
    /// The text after it.
    pub body: Located<String>,
}

/// A municipality's folder.
#[derive(Debug)]
pub struct MunicipalityMaterial {
    /// The folder's name.
    pub name: String,
    /// `municipality.toml`.
    pub settings: Document,
    /// `pages/*.md`.
    pub pages: Vec<Document>,
}

/// Everything that was read, unjudged, in order of file name. A required file that is missing was reported and is
/// `None` here.
#[derive(Debug, Default)]
pub struct Material {
    /// `site.toml`.
    pub site: Option<Document>,
    /// `statements/*.md`.
    pub statements: Vec<Document>,
    /// `municipalities/*/`.
    pub municipalities: Vec<MunicipalityMaterial>,
    /// `providers/*.md`.
    pub providers: Vec<Document>,
    /// `product-groups.toml`.
    pub product_groups: Option<Document>,
    /// `products/*.md`.
    pub products: Vec<Document>,
    /// `profiles/*.md`.
    pub profiles: Vec<Document>,
    /// `intensities.toml`.
    pub intensities: Option<Document>,
    /// `pages/*.md`.
    pub pages: Vec<Document>,
    /// `offers.csv`.
    pub offers: Option<CsvTable>,
    /// `waiting-times.csv`.
    pub waiting_times: Option<CsvTable>,
    /// `outcomes.csv`.
    pub outcomes: Option<CsvTable>,
    /// `local-services.csv`.
    pub local_services: Option<CsvTable>,
    /// `postcodes.csv`.
    pub postcodes: Option<CsvTable>,
    /// `vocabulary.toml`.
    pub vocabulary: Option<Document>,
}

/// The machine could not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A file or folder could not be read.
    #[error("cannot read `{}`", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

/// Reads a content folder; every fault of every file goes into `diagnostics`. Paths in messages are relative to
/// the folder's parent (`content/offers.csv`).
///
/// # Errors
/// When a file or folder that is there cannot be read.
pub fn read(
    _content: &Path,
    _sources: &mut SourceMap,
    _diagnostics: &mut Vec<Diagnostic>,
) -> Result<Material, ReadError> {
    Ok(Material::default())
}
