//! Foreign files → content files: a declarative mapping, and a report of every row. Start at [`import`]: it reads the
//! mapping, the foreign files and the content as it is, turns rows into records, and writes the files that differ.
//! `docs/import.md` describes the mapping.

mod datum;
mod fields;
mod foreign;
mod gazetteer;
mod keys;
mod mapping;
mod mapping_reader;
mod municipalities;
mod postcodes;
mod provider_record;
mod provider_row;
mod providers;
mod rows;
mod slug;
mod summary;
mod target;
mod value;
mod wait_cell;
mod write;

use std::path::{Path, PathBuf};

use crate::diagnostics::{self, Diagnostic, Severity, SourceMap, codes};
use crate::sources::ReadError;

use foreign::ForeignFile;
use mapping::{Mapping, Subject};
use target::Target;
use write::Files;

pub use summary::{Counts, Summary};
pub use write::Written;

/// What to import, and where to. Paths are used as they are given.
#[derive(Clone, Debug)]
pub struct Options {
    /// The mapping.
    pub map: PathBuf,
    /// The foreign files, all of one form.
    pub files: Vec<PathBuf>,
    /// The content folder.
    pub into: PathBuf,
}

/// The machine failed.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The content could not be read.
    #[error(transparent)]
    Content(#[from] ReadError),
    /// A file could not be read.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file could not be written; the files before it were.
    #[error("cannot write `{}`", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

impl ImportError {
    fn read(path: &Path, source: std::io::Error) -> Self {
        Self::Read {
            path: path.to_owned(),
            source,
        }
    }

    fn write(path: &Path, source: std::io::Error) -> Self {
        Self::Write {
            path: path.to_owned(),
            source,
        }
    }
}

/// What an import came to.
#[derive(Debug)]
pub struct Import {
    /// Every file that was read.
    pub sources: SourceMap,
    /// Every row that could not be used, and why; every value that was changed or left out.
    pub diagnostics: Vec<Diagnostic>,
    /// What was imported; absent when nothing was, because of an error in the mapping, the files or the content.
    pub summary: Option<Summary>,
}

/// The files that rows of one kind make.
#[derive(Debug, Default)]
struct Imported {
    counts: Counts,
    files: Files,
}

/// Imports foreign files into a content folder.
///
/// # Errors
/// When the machine fails; wrong material is a diagnostic.
pub fn import(options: &Options) -> Result<Import, ImportError> {
    let mut sources = SourceMap::default();
    let mut diagnostics = Vec::new();
    let imported = read(options, &mut sources, &mut diagnostics)?;
    let is_wrong = diagnostics
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    let summary = match imported {
        Some(imported) if !is_wrong => Some(Summary {
            written: write::write(&options.into, &imported.files)?,
            counts: imported.counts,
        }),
        Some(_) | None => None,
    };
    diagnostics::sort(&mut diagnostics, &sources);
    Ok(Import {
        sources,
        diagnostics,
        summary,
    })
}

fn read(
    options: &Options,
    sources: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Option<Imported>, ImportError> {
    let Some(mapping) = read_mapping(&options.map, sources, diagnostics)? else {
        return Ok(None);
    };
    let mut files = Vec::new();
    for path in &options.files {
        let form = &mapping.source;
        let file = ForeignFile::read(path, form, &mapping.columns, sources, diagnostics)?;
        files.extend(file);
    }
    let target = Target::read(&options.into, sources, diagnostics)?;
    let (Some(target), true) = (target, files.len() == options.files.len()) else {
        return Ok(None);
    };
    let form = &mapping.source;
    Ok(Some(match &mapping.subject {
        Subject::Municipalities(subject) => {
            municipalities::import(subject, form, &files, &target, sources, diagnostics)
        }
        Subject::Postcodes(subject) => {
            postcodes::import(subject, form, &files, &target, sources, diagnostics)
        }
        Subject::Providers(subject) => {
            providers::import(subject, form, &files, &target, sources, diagnostics)
        }
    }))
}

fn read_mapping(
    path: &Path,
    sources: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Option<Mapping>, ImportError> {
    let bytes = std::fs::read(path).map_err(|source| ImportError::read(path, source))?;
    let Ok(text) = String::from_utf8(bytes) else {
        let place = diagnostics::Place::whole(sources.add(path, ""));
        diagnostics.push(
            Diagnostic::new(codes::E0101, place, "the mapping is not UTF-8")
                .help("save it as UTF-8"),
        );
        return Ok(None);
    };
    let file = sources.add(path, text);
    Ok(Mapping::read(sources.text(file), file, diagnostics))
}
