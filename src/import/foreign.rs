//! The foreign files as rows with places, whatever they are written in. What would be an error in our own content is
//! here a row to report. Start at [`read`].

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::diagnostics::{Diagnostic, Phrase, Place, SourceMap, Wording, codes, phrase};
use crate::sources::{NoPlainFile, Row, read_at_most};

use super::ImportError;
use super::archive::LARGEST;
use super::columns::UsedColumns;
use super::sheet_places::SheetPlaces;
use super::source_form::{FileForm, SourceForm};
use super::value::ForeignRow;
use super::{csv_file, hsds, json_file, sheet};

pub(super) const OLD_FORM: Phrase = phrase("a spreadsheet of an old form is not read");
pub(super) const OLD_FORM_HELP: Phrase = phrase("open it and save it as `.xlsx` or `.ods`");

pub(super) const NO_PLAIN_FILE: Phrase =
    phrase("this is no file: it is a folder, a pipe, a socket or a device");
pub(super) const NO_PLAIN_FILE_HELP: Phrase =
    phrase("give the file itself; what another program gives is saved as a file first");

/// Rows of one form: a file, or one sheet of it.
#[derive(Debug, Default)]
pub(super) struct ForeignFile {
    pub(super) rows: Vec<Row>,
    pub(super) columns: BTreeMap<Box<str>, usize>,
    /// Records that are broken; each was reported.
    pub(super) broken: usize,
    /// Cells that are dates are written `YYYY-MM-DD`, whatever the mapping says of texts.
    pub(super) has_iso_dates: bool,
}

impl ForeignFile {
    /// The rows that are whole.
    pub(super) fn rows<'a>(
        &'a self,
        empty: &'a BTreeSet<String>,
    ) -> impl Iterator<Item = ForeignRow<'a>> {
        self.rows.iter().map(move |row| ForeignRow {
            row,
            columns: &self.columns,
            empty,
            has_iso_dates: self.has_iso_dates,
        })
    }
}

/// What is kept while foreign files are read.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) form: &'a SourceForm,
    pub(super) used: &'a UsedColumns,
    pub(super) sources: &'a mut SourceMap,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
    /// Where the cells of spreadsheets stand.
    pub(super) sheets: Vec<SheetPlaces>,
}

impl Reading<'_> {
    /// The bytes of a file; `None` when it is none, or larger than is read, which is reported.
    pub(super) fn bytes(
        &mut self,
        path: &Path,
        too_large: Phrase,
    ) -> Result<Option<Vec<u8>>, ImportError> {
        match read_at_most(path, LARGEST) {
            Ok(Some(bytes)) => Ok(Some(bytes)),
            Ok(None) => {
                self.refuse(path, "the file is larger than 100 MB", too_large);
                Ok(None)
            }
            Err(error) if NoPlainFile::is_why(&error) => {
                self.refuse(path, NO_PLAIN_FILE, NO_PLAIN_FILE_HELP);
                Ok(None)
            }
            Err(error) => Err(ImportError::read(path, error)),
        }
    }

    /// Reports that a file cannot be used.
    pub(super) fn refuse(&mut self, path: &Path, problem: impl Into<Wording>, help: Phrase) {
        let place = Place::whole(self.sources.add(path, ""));
        self.diagnostics
            .push(Diagnostic::new(codes::E1107, place, problem).help(help));
    }
}

/// Reads the files; `None` when one of them cannot be used at all, which was reported.
pub(super) fn read(
    paths: &[PathBuf],
    reading: &mut Reading<'_>,
) -> Result<Option<Vec<ForeignFile>>, ImportError> {
    if reading.form.files == FileForm::Hsds {
        return Ok(hsds::read(paths, reading)?.map(|file| vec![file]));
    }
    let mut files = Vec::new();
    let mut are_whole = true;
    for path in paths {
        let end = path.extension().map(OsStr::to_ascii_lowercase);
        let read = match end.as_ref().and_then(|end| end.to_str()) {
            Some(end @ ("xlsx" | "xlsm" | "ods")) => sheet::read(path, end == "ods", reading)?,
            Some("json") => json_file::read(path, reading)?.map(|file| vec![file]),
            Some("xls" | "xlsb") => {
                reading.refuse(path, OLD_FORM, OLD_FORM_HELP);
                None
            }
            Some(_) | None => csv_file::read(path, reading)?.map(|file| vec![file]),
        };
        match read {
            Some(read) => files.extend(read),
            None => are_whole = false,
        }
    }
    Ok(are_whole.then_some(files))
}
