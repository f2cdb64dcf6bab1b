//! Directories in the Human Services Data Specification (HSDS, of Open Referral): JSON documents, and packages of CSV
//! files. Both become [`tables`], which [`join`] puts together: one record for every service at a location.

mod csv_package;
mod documents;
mod join;
mod tables;

use std::ffi::OsStr;
use std::path::PathBuf;

use crate::diagnostics::Place;

use super::ImportError;
use super::columns::Columns;
use super::foreign::{ForeignFile, Reading};
use tables::Tables;

/// Reads the files of one directory; `None` when it cannot be used, which was reported.
pub(super) fn read(
    paths: &[PathBuf],
    reading: &mut Reading<'_>,
) -> Result<Option<ForeignFile>, ImportError> {
    let mut tables = Tables::default();
    for path in paths {
        let end = path.extension().map(OsStr::to_ascii_lowercase);
        let is_package = path.ends_with("datapackage.json");
        let is_whole = match end.as_ref().and_then(|end| end.to_str()) {
            Some("json") if !is_package => documents::read(path, &mut tables, reading)?,
            Some(_) | None => csv_package::read(path, &mut tables, reading)?,
        };
        if !is_whole {
            return Ok(None);
        }
    }
    let joined = join::join(&tables, reading.diagnostics);
    let path = paths
        .first()
        .map_or("", |path| path.to_str().unwrap_or("hsds"));
    let whole = Place::whole(reading.sources.add(path, ""));
    let header = joined.header(whole);
    let columns = Columns::find(&header, reading.used);
    if !columns.report(&header, whole, reading.diagnostics) {
        return Ok(None);
    }
    Ok(Some(ForeignFile {
        rows: joined.rows(&header),
        columns: columns.ranks,
        broken: tables.broken + joined.reported,
        has_iso_dates: true,
    }))
}
