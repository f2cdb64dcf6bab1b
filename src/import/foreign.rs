//! A foreign file: decoded, and read as CSV. What would be an error in our own content is here a row to report.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use encoding_rs::Encoding;

use crate::diagnostics::{Diagnostic, FileId, Place, SourceMap, codes, said};
use crate::sources::{CsvTable, Row};

use super::ImportError;
use super::mapping::SourceForm;
use super::value::{ForeignRow, UsedColumns};

/// A foreign file that was read.
#[derive(Debug)]
pub(super) struct ForeignFile {
    rows: Vec<Row>,
    columns: BTreeMap<Box<str>, usize>,
    /// Rows that are broken; each was reported.
    pub(super) broken: usize,
}

impl ForeignFile {
    /// Reads a file; `None` when it cannot be used at all, which was reported.
    pub(super) fn read(
        path: &Path,
        form: &SourceForm,
        used: &UsedColumns,
        sources: &mut SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Option<Self>, ImportError> {
        let bytes = std::fs::read(path).map_err(|source| ImportError::read(path, source))?;
        if u32::try_from(bytes.len()).is_err() {
            let source = std::io::Error::new(std::io::ErrorKind::FileTooLarge, "over 4 GiB");
            return Err(ImportError::read(path, source));
        }
        let Some(file) = decode(path, &bytes, form.encoding, sources, diagnostics) else {
            return Ok(None);
        };
        let mut faults = Vec::new();
        let table = CsvTable::parse(sources.text(file), file, &mut faults);
        let Some(table) = table else {
            diagnostics.append(&mut faults);
            return Ok(None);
        };
        let mut columns = BTreeMap::new();
        for (rank, column) in table.header.iter().enumerate() {
            columns.entry(column.value.clone()).or_insert(rank);
        }
        let is_usable = check_columns(&table, used, &columns, diagnostics);
        let broken = report_broken_rows(&table, faults, sources, diagnostics);
        Ok(is_usable.then_some(Self {
            rows: table.rows,
            columns,
            broken,
        }))
    }

    /// The rows that are whole.
    pub(super) fn rows<'a>(
        &'a self,
        empty: &'a BTreeSet<String>,
    ) -> impl Iterator<Item = ForeignRow<'a>> {
        self.rows.iter().map(move |row| ForeignRow {
            row,
            columns: &self.columns,
            empty,
        })
    }
}

fn decode(
    path: &Path,
    bytes: &[u8],
    encoding: &'static Encoding,
    sources: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<FileId> {
    let (text, used, has_faults) = encoding.decode(bytes);
    let fault = text.find('\u{fffd}').unwrap_or(0);
    let file = sources.add(path, text);
    if has_faults {
        diagnostics.push(
            Diagnostic::new(
                codes::E0101,
                Place::new(file, fault..fault),
                format!("the file is not `{}`", used.name()),
            )
            .help("name the encoding of the file in the mapping, such as `encoding = \"windows-1252\"`"),
        );
        return None;
    }
    Some(file)
}

/// Whether every column that the mapping uses stands in the file, once.
fn check_columns(
    table: &CsvTable,
    used: &UsedColumns,
    columns: &BTreeMap<Box<str>, usize>,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let mut is_usable = true;
    let header = table.header.first().map(|column| column.place);
    let header = header.unwrap_or(Place::whole(table.file));
    for column in used {
        let name = column.value.as_str();
        let mut same = table.header.iter().filter(|other| &*other.value == name);
        same.next();
        if !columns.contains_key(name) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E1101,
                    column.place,
                    format!("column `{name}` is not in the file"),
                )
                .did_you_mean(name, columns.keys().map(|known| &**known))
                .related(header, "the header of the file"),
            );
            is_usable = false;
        } else if let Some(second) = same.next() {
            diagnostics.push(
                Diagnostic::new(
                    codes::E1101,
                    column.place,
                    format!("column `{name}` stands twice in the file"),
                )
                .related(second.place, "the second one")
                .help("give the columns of the file different names"),
            );
            is_usable = false;
        }
    }
    is_usable
}

/// Reports the rows that are broken. Faults in the header do no harm here: a column without name cannot be mapped, and
/// one that stands twice only matters when it is.
fn report_broken_rows(
    table: &CsvTable,
    faults: Vec<Diagnostic>,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> usize {
    let mut lines = BTreeSet::new();
    for fault in faults {
        let is_in_header = table.header.iter().any(|cell| cell.place == fault.primary);
        if !is_in_header && lines.insert(sources.position(fault.primary).line) {
            diagnostics.push(Diagnostic {
                code: codes::W1102,
                severity: codes::W1102.severity(),
                message: said("the row is broken: {fault}", []).with("fault", fault.message),
                ..fault
            });
        }
    }
    lines.len()
}
