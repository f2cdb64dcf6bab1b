//! Which column of a foreign table is which of those that a mapping names.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Located, Place, codes, said};

/// One thing that a mapping takes from a table: a column, or the first of several names that the table has.
#[derive(Clone, Debug)]
pub(super) struct UsedColumn {
    /// Names, each with its place in the mapping. One of them must be there.
    pub(super) names: Vec<Located<String>>,
    /// A table without any of them is in order too.
    pub(super) is_optional: bool,
}

/// The columns that a mapping uses.
pub(super) type UsedColumns = Vec<UsedColumn>;

/// Where the columns of a mapping stand among the cells of a row.
#[derive(Debug, Default)]
pub(super) struct Columns<'a> {
    /// By the name in the mapping.
    pub(super) ranks: BTreeMap<Box<str>, usize>,
    /// What is needed and not there.
    missing: Vec<&'a UsedColumn>,
    /// What stands there twice, with the place of the second.
    twice: Vec<(&'a Located<String>, Place)>,
}

impl<'a> Columns<'a> {
    /// Looks the columns up in a header: as they are written or, when there is none, without regard to case and blanks.
    pub(super) fn find(header: &[Located<Box<str>>], used: &'a UsedColumns) -> Self {
        let mut columns = Self::default();
        for (rank, cell) in header.iter().enumerate() {
            columns.ranks.entry(cell.value.clone()).or_insert(rank);
        }
        for column in used {
            let mut is_there = false;
            for name in &column.names {
                let exact = same(header, |cell| *cell.value == *name.value);
                let found = if exact.is_empty() {
                    let wanted = folded(&name.value);
                    same(header, |cell| folded(&cell.value) == wanted)
                } else {
                    exact
                };
                if let Some(first) = found.first() {
                    is_there = true;
                    columns.ranks.insert(name.value.as_str().into(), *first);
                }
                if let Some(second) = found.get(1) {
                    columns.twice.push((name, header[*second].place));
                }
            }
            if !is_there && !column.is_optional {
                columns.missing.push(column);
            }
        }
        columns
    }

    /// Whether all that is needed is there.
    pub(super) fn are_complete(&self) -> bool {
        self.missing.is_empty()
    }

    /// Reports what is missing and what stands there twice; whether the table can be used.
    pub(super) fn report(
        &self,
        header: &[Located<Box<str>>],
        place: Place,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> bool {
        for column in &self.missing {
            let Some(first) = column.names.first() else {
                continue;
            };
            let problem = if column.names.len() == 1 {
                said(
                    "column `{name}` is not in the file",
                    [("name", &first.value)],
                )
            } else {
                said(
                    "none of the columns `{names}` is in the file",
                    [("names", &names(column).join("`, `"))],
                )
            };
            diagnostics.push(
                Diagnostic::new(codes::E1101, first.place, problem)
                    .did_you_mean(&first.value, header.iter().map(|known| &*known.value))
                    .related(place, "the header of the file"),
            );
        }
        for (column, second) in &self.twice {
            let problem = said(
                "column `{name}` stands twice in the file",
                [("name", &column.value)],
            );
            diagnostics.push(
                Diagnostic::new(codes::E1101, column.place, problem)
                    .related(*second, "the second one")
                    .help("give the columns of the file different names"),
            );
        }
        self.missing.is_empty() && self.twice.is_empty()
    }

    /// The first thing that is missing, by name.
    pub(super) fn first_missing(&self) -> Option<&str> {
        let column = self.missing.first()?;
        column.names.first().map(|name| name.value.as_str())
    }
}

/// Whether these names of columns are all that is needed.
pub(super) fn has_all(header: &[&str], used: &UsedColumns) -> bool {
    let header: Vec<String> = header.iter().map(|name| folded(name)).collect();
    let is_there = |name: &Located<String>| header.contains(&folded(&name.value));
    used.iter()
        .all(|column| column.is_optional || column.names.iter().any(is_there))
}

fn names(column: &UsedColumn) -> Vec<&str> {
    let names = column.names.iter();
    names.map(|name| name.value.as_str()).collect()
}

fn same(header: &[Located<Box<str>>], is_it: impl Fn(&Located<Box<str>>) -> bool) -> Vec<usize> {
    let cells = header.iter().enumerate();
    cells
        .filter(|(_, cell)| is_it(cell))
        .map(|(rank, _)| rank)
        .collect()
}

fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
