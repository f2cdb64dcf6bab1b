//! A spreadsheet without a mapping: one table, known by the names of a few columns.

use std::ffi::OsStr;
use std::path::Path;

use crate::diagnostics::{Diagnostic, Located, Place, SourceMap};
use crate::sources::CsvTable;

use super::ImportError;
use super::columns::{UsedColumn, UsedColumns};
use super::foreign::{OLD_FORM, OLD_FORM_HELP, Reading};
use super::sheet;
use super::sheet_places::{SheetPlaces, name_cells};
use super::source_form::SourceForm;

/// Whether a file is a spreadsheet, by the end of its name: `.xlsx`, `.xlsm`, `.ods`, and the old `.xls` and `.xlsb`.
#[must_use]
pub fn is_spreadsheet(path: &Path) -> bool {
    end_of(path).is_some_and(|end| ["xlsx", "xlsm", "ods", "xls", "xlsb"].contains(&&*end))
}

fn end_of(path: &Path) -> Option<String> {
    let end = path.extension().and_then(OsStr::to_str);
    end.map(str::to_ascii_lowercase)
}

/// The one table of a spreadsheet that is used, in the form of a CSV file.
#[derive(Debug)]
pub struct ListedSheet {
    /// The header and the rows under it; every row is as long as the header.
    pub table: CsvTable,
    places: Vec<SheetPlaces>,
}

impl ListedSheet {
    /// Reads the first sheet that has a column of each of these groups of names, without regard to case and blanks; when no
    /// sheet has them, the first that is filled. The header may stand under a title. Every fault goes into `diagnostics`;
    /// without a table there is `None`. A row with a failed formula in one of the columns is reported and left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(
        path: &Path,
        needed: &[&[&str]],
        sources: &mut SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Option<Self>, ImportError> {
        let form = SourceForm::default();
        let place = Place::whole(sources.add(path, ""));
        let used: UsedColumns = needed
            .iter()
            .map(|names| UsedColumn {
                names: names
                    .iter()
                    .map(|name| Located::new((*name).to_owned(), place))
                    .collect(),
                is_optional: false,
            })
            .collect();
        let mut reading = Reading {
            form: &form,
            used: &used,
            sources,
            diagnostics,
            sheets: Vec::new(),
        };
        let end = end_of(path);
        let table = match end.as_deref() {
            Some("xls" | "xlsb") => {
                reading.refuse(path, OLD_FORM, OLD_FORM_HELP);
                None
            }
            Some(_) | None => sheet::table(path, end.as_deref() == Some("ods"), &mut reading)?,
        };
        let places = reading.sheets;
        let Some(table) = table else {
            name_cells(diagnostics, &places, sources);
            return Ok(None);
        };
        Ok(Some(Self { table, places }))
    }

    /// Gives every place in the sheet the name of its cell: `gemeenten.xlsx!Gemeenten!A7`.
    pub fn name_cells(&self, diagnostics: &mut [Diagnostic], sources: &mut SourceMap) {
        name_cells(diagnostics, &self.places, sources);
    }
}
