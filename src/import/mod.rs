//! Foreign files → content files: a declarative mapping, and a report of every row. Start at [`import`]: it reads the
//! mapping, the foreign files (`foreign`) and the content as it is, turns rows into records, and writes the files that
//! differ, or only says what would change (`difference`).
//! `docs/import.md` describes the mapping.

mod address;
mod archive;
mod cell_text;
mod columns;
mod csv_file;
mod datum;
mod difference;
mod fields;
mod foreign;
mod former_municipality;
mod gazetteer;
mod hsds;
mod json_file;
mod keys;
mod known;
mod listed_sheet;
mod mapping;
mod mapping_reader;
mod municipalities;
mod ods;
mod outcome_count;
mod outcome_mapping;
mod outcomes;
mod postcodes;
mod provider_record;
mod provider_row;
mod providers;
mod ready_made;
mod rows;
mod sheet;
mod sheet_places;
mod slug;
mod source_form;
mod summary;
mod target;
mod value;
mod wait_cell;
mod wait_phrase;
mod wait_remark;
mod write;
mod xlsx;

use std::path::{Path, PathBuf};

use crate::diagnostics::{
    self, Diagnostic, Language, Phrase, Place, Severity, SourceMap, codes, phrase,
};
use crate::sources::{NoPlainFile, ReadError, read_at_most};

use foreign::Reading;
use mapping::{Mapping, Subject};
use sheet_places::SheetPlaces;
use target::Target;
use write::Files;

pub use listed_sheet::{ListedSheet, is_spreadsheet};
pub use ready_made::{READY_MADE, ReadyMade};
pub use summary::{Counts, Summary};
pub use write::Written;

/// The most that is read of a mapping, in bytes: 1 MiB. The ready-made ones take a few KB.
const LARGEST_MAPPING: u64 = 1024 * 1024;

/// What to import, and where to. Paths are used as they are given.
#[derive(Clone, Debug)]
pub struct Options {
    /// The mapping: the name of one of [`READY_MADE`], or a path.
    pub map: PathBuf,
    /// The foreign files, all of one form.
    pub files: Vec<PathBuf>,
    /// The content folder.
    pub into: PathBuf,
    /// Write nothing, and say what would change.
    pub is_dry_run: bool,
    /// In which language a dry run says what would change.
    pub language: Language,
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
    /// Of a dry run, what would change in each file; empty when nothing would.
    pub difference: String,
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
    let mut sheets = Vec::new();
    let imported = read(options, &mut sources, &mut diagnostics, &mut sheets)?;
    let is_wrong = diagnostics
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    let mut difference = String::new();
    let summary = match imported {
        Some(imported) if !is_wrong => {
            let written = if options.is_dry_run {
                let (written, found) =
                    write::compare(&options.into, &imported.files, options.language)?;
                difference = found;
                written
            } else {
                write::write(&options.into, &imported.files)?
            };
            Some(Summary {
                counts: imported.counts,
                written,
                is_dry_run: options.is_dry_run,
            })
        }
        Some(_) | None => None,
    };
    diagnostics::sort(&mut diagnostics, &sources);
    sheet_places::name_cells(&mut diagnostics, &sheets, &mut sources);
    Ok(Import {
        sources,
        diagnostics,
        summary,
        difference,
    })
}

fn read(
    options: &Options,
    sources: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
    sheets: &mut Vec<SheetPlaces>,
) -> Result<Option<Imported>, ImportError> {
    let Some(mapping) = read_mapping(&options.map, sources, diagnostics)? else {
        return Ok(None);
    };
    let form = &mapping.source;
    let mut reading = Reading {
        form,
        used: &mapping.columns,
        sources,
        diagnostics,
        sheets: Vec::new(),
    };
    let files = foreign::read(&options.files, &mut reading)?;
    sheets.append(&mut reading.sheets);
    let target = Target::read(&options.into, sources, diagnostics)?;
    let (Some(target), Some(files)) = (target, files) else {
        return Ok(None);
    };
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
        Subject::Outcomes(subject) => {
            outcomes::import(subject, form, &files, &target, sources, diagnostics)
        }
    }))
}

fn read_mapping(
    path: &Path,
    sources: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Option<Mapping>, ImportError> {
    if let Some(ready_made) = path.to_str().and_then(ReadyMade::find) {
        let file = sources.add(format!("{}.toml", ready_made.name), ready_made.text);
        return Ok(Mapping::read(ready_made.text, file, diagnostics));
    }
    let mut refuse = |code, problem: Phrase, help: Phrase| {
        let place = Place::whole(sources.add(path, ""));
        diagnostics.push(Diagnostic::new(code, place, problem).help(help));
        Ok(None)
    };
    let bytes = match read_at_most(path, LARGEST_MAPPING) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            return refuse(
                codes::E1101,
                phrase("the mapping is larger than 1 MB"),
                phrase("is it the right file? A mapping names columns, and holds no records"),
            );
        }
        Err(error) if NoPlainFile::is_why(&error) => {
            return refuse(
                codes::E1101,
                foreign::NO_PLAIN_FILE,
                foreign::NO_PLAIN_FILE_HELP,
            );
        }
        Err(error) => return Err(ImportError::read(path, error)),
    };
    let Ok(text) = String::from_utf8(bytes) else {
        return refuse(
            codes::E0101,
            phrase("the mapping is not UTF-8"),
            phrase("save it as UTF-8"),
        );
    };
    let file = sources.add(path, text);
    Ok(Mapping::read(sources.text(file), file, diagnostics))
}
