//! CSV with a place for every cell.

use crate::diagnostics::{FileId, Located, Place};

/// A CSV file: a header and rows of as many cells.
#[derive(Clone, Debug)]
pub struct CsvTable {
    /// The file.
    pub file: FileId,
    /// The column names.
    pub header: Vec<Located<Box<str>>>,
    /// The rows, each with one cell per column: rows of another length were reported and left out.
    pub rows: Vec<Row>,
}

/// A row of a CSV file.
#[derive(Clone, Debug)]
pub struct Row {
    /// The whole row.
    pub place: Place,
    /// Its cells, trimmed, in the order of the header.
    pub cells: Vec<Located<Box<str>>>,
}
