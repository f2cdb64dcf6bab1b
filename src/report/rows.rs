//! Which provider a problem is about: the one whose file it stands in, or who is named in its row.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::diagnostics::{Diagnostic, SourceMap};
use crate::sources::CsvTable;

use super::Checked;

/// The rows and files of providers, by the path that messages name.
pub(super) struct Rows<'a> {
    tables: BTreeMap<PathBuf, &'a CsvTable>,
    own_files: BTreeMap<PathBuf, &'a str>,
    providers: BTreeSet<&'a str>,
    sources: &'a SourceMap,
}

impl<'a> Rows<'a> {
    /// Finds them in the content.
    pub(super) fn new(checked: Checked<'a>) -> Self {
        let (material, files) = checked.material;
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
                .map(|table| (files.path(table.file).to_owned(), table))
                .collect(),
            own_files: providers()
                .map(|document| (files.path(document.file).to_owned(), &*document.name))
                .collect(),
            providers: providers().map(|document| &*document.name).collect(),
            sources: checked.problems.1,
        }
    }

    /// The slug of the provider that a problem is about; `None` when it is about none, or about one without a file.
    pub(super) fn provider(&self, problem: &Diagnostic) -> Option<&'a str> {
        let path = self.sources.path(problem.primary.file);
        let own = self.own_files.get(path).copied();
        let named = || self.cell(problem, "provider");
        own.or_else(named)
            .and_then(|name| self.providers.get(name).copied())
    }

    /// The slug of the product that the row of a problem names.
    pub(super) fn product(&self, problem: &Diagnostic) -> Option<&'a str> {
        self.cell(problem, "product")
    }

    fn cell(&self, problem: &Diagnostic, column: &str) -> Option<&'a str> {
        let table = *self.tables.get(self.sources.path(problem.primary.file))?;
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
