//! Which provider a problem is about: the one whose file it stands in, or who is named in its row.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostic, FileId};
use crate::sources::CsvTable;

use super::Checked;

/// The rows and files of providers, by file.
pub(super) struct Rows<'a> {
    tables: BTreeMap<FileId, &'a CsvTable>,
    own_files: BTreeMap<FileId, &'a str>,
    providers: BTreeSet<&'a str>,
}

impl<'a> Rows<'a> {
    /// Finds them in the content.
    pub(super) fn new(checked: Checked<'a>) -> Self {
        let material = checked.material;
        let tables = [
            &material.offers,
            &material.waiting_times,
            &material.outcomes,
        ];
        let providers = || material.providers.iter();
        Self {
            tables: tables
                .into_iter()
                .flatten()
                .map(|table| (table.file, table))
                .collect(),
            own_files: providers()
                .map(|document| (document.file, &*document.name))
                .collect(),
            providers: providers().map(|document| &*document.name).collect(),
        }
    }

    /// The slug of the provider that a problem is about; `None` when it is about none, or about one without a file.
    pub(super) fn provider(&self, problem: &Diagnostic) -> Option<&'a str> {
        let own = self.own_files.get(&problem.primary.file).copied();
        let named = || self.cell(problem, "provider");
        own.or_else(named)
            .and_then(|name| self.providers.get(name).copied())
    }

    /// The slug of the product that the row of a problem names.
    pub(super) fn product(&self, problem: &Diagnostic) -> Option<&'a str> {
        self.cell(problem, "product")
    }

    fn cell(&self, problem: &Diagnostic, column: &str) -> Option<&'a str> {
        let table = *self.tables.get(&problem.primary.file)?;
        let at = problem.primary.start;
        // Rows stand in the order of the file.
        let begun = table.rows.partition_point(|row| row.place.start <= at);
        let row = table.rows.get(begun.checked_sub(1)?)?;
        if at > row.place.end {
            return None;
        }
        let cell = row.cells.get(table.column(column)?)?;
        Some(&cell.value)
    }
}
