//! A foreign CSV file: decoded, and read with a place for every cell.

use std::collections::BTreeSet;
use std::path::Path;

use crate::diagnostics::{Diagnostic, FileId, Place, SourceMap, codes, phrase, said};
use crate::sources::CsvTable;

use super::ImportError;
use super::columns::Columns;
use super::foreign::{ForeignFile, Reading};

/// Reads a file; `None` when it cannot be used at all, which was reported.
pub(super) fn read(
    path: &Path,
    reading: &mut Reading<'_>,
) -> Result<Option<ForeignFile>, ImportError> {
    let Some(file) = decode(path, reading)? else {
        return Ok(None);
    };
    let Some((table, broken)) = table(file, reading) else {
        return Ok(None);
    };
    let columns = Columns::find(&table.header, reading.used);
    let header = table.header.first().map(|column| column.place);
    let header = header.unwrap_or(Place::whole(file));
    if !columns.report(&table.header, header, reading.diagnostics) {
        return Ok(None);
    }
    Ok(Some(ForeignFile {
        columns: columns.ranks,
        rows: table.rows,
        broken,
        has_iso_dates: false,
    }))
}

/// A file of text in the encoding of the mapping; `None` when it is in another.
pub(super) fn decode(
    path: &Path,
    reading: &mut Reading<'_>,
) -> Result<Option<FileId>, ImportError> {
    let Some(bytes) = bytes(path, reading)? else {
        return Ok(None);
    };
    Ok(decode_bytes(path, &bytes, reading))
}

/// The bytes of a file; `None` when it is none, or larger than is read, which was reported.
pub(super) fn bytes(
    path: &Path,
    reading: &mut Reading<'_>,
) -> Result<Option<Vec<u8>>, ImportError> {
    let help = phrase("divide it into several files; one command takes more than one");
    reading.bytes(path, help)
}

/// As [`decode`], of bytes that were read already.
pub(super) fn decode_bytes(path: &Path, bytes: &[u8], reading: &mut Reading<'_>) -> Option<FileId> {
    let (text, used, has_faults) = reading.form.encoding.decode(bytes);
    let fault = text.find('\u{fffd}');
    let file = reading.sources.add(path, text);
    if !has_faults {
        return Some(file);
    }
    let place = fault.map_or(Place::whole(file), |at| Place::new(file, at..at));
    let problem = said("the file is not `{encoding}`", [("encoding", &used.name())]);
    reading
        .diagnostics
        .push(Diagnostic::new(codes::E0101, place, problem).help(
            "name the encoding of the file in the mapping, such as `encoding = \"windows-1252\"`",
        ));
    None
}

/// The table of a file, and how many of its rows are broken; `None` without a header.
pub(super) fn table(file: FileId, reading: &mut Reading<'_>) -> Option<(CsvTable, usize)> {
    let mut faults = Vec::new();
    let table = CsvTable::parse(reading.sources.text(file), file, &mut faults);
    let Some(table) = table else {
        reading.diagnostics.append(&mut faults);
        return None;
    };
    let broken = report_broken_rows(&table, faults, reading.sources, reading.diagnostics);
    Some((table, broken))
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
