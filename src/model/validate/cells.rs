//! Takes cells out of the rows of a CSV table, and says which columns are missing or not known.

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, Place, codes, said};
use crate::sources::{CsvTable, Row};

use super::form::{self, Form, quoted};

/// Finds the columns of a table.
pub(super) struct Columns<'a> {
    table: &'a CsvTable,
    known: Vec<&'static str>,
    is_complete: bool,
}

/// The rank of a column; absent when an optional column is not in the file.
#[derive(Clone, Copy)]
pub(super) struct Column {
    name: &'static str,
    rank: Option<usize>,
}

impl<'a> Columns<'a> {
    pub(super) fn new(table: &'a CsvTable) -> Self {
        Self {
            table,
            known: Vec::new(),
            is_complete: true,
        }
    }

    /// A column that must be there.
    pub(super) fn required(
        &mut self,
        name: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Column {
        let column = self.optional(name);
        if column.rank.is_none() {
            self.is_complete = false;
            let place = self
                .table
                .header
                .first()
                .map_or(Place::whole(self.table.file), |heading| heading.place);
            diagnostics.push(
                Diagnostic::new(
                    codes::E0106,
                    place,
                    said("column `{column}` is missing", [("column", &name)]),
                )
                .did_you_mean(
                    name,
                    self.table.header.iter().map(|heading| &*heading.value),
                )
                .help(said(
                    "add a column with the heading `{column}`",
                    [("column", &name)],
                )),
            );
        }
        column
    }

    /// A column that may be absent.
    pub(super) fn optional(&mut self, name: &'static str) -> Column {
        self.known.push(name);
        let rank = self
            .table
            .header
            .iter()
            .position(|heading| &*heading.value == name);
        Column { name, rank }
    }

    /// Says which columns are not known. The rows, when every required column is there.
    pub(super) fn finish(self, diagnostics: &mut Vec<Diagnostic>) -> &'a [Row] {
        for heading in &self.table.header {
            if !heading.value.is_empty() && !self.known.contains(&&*heading.value) {
                let belongs = quoted(self.known.iter().copied());
                diagnostics.push(
                    Diagnostic::new(
                        codes::E0107,
                        heading.place,
                        said("unknown column `{column}`", [("column", &heading.value)]),
                    )
                    .did_you_mean(&heading.value, self.known.iter().copied())
                    .help(said(
                        "columns that belong here: {columns}",
                        [("columns", &belongs)],
                    )),
                );
            }
        }
        if self.is_complete {
            &self.table.rows
        } else {
            &[]
        }
    }
}

impl Column {
    /// The cell; `None` when it is empty.
    pub(super) fn cell<'a>(&self, row: &'a Row) -> Option<Located<&'a str>> {
        let cell = &row.cells[self.rank?];
        (!cell.value.is_empty()).then(|| Located::new(&*cell.value, cell.place))
    }

    /// Where the cell stands, also when it is empty.
    pub(super) fn place(&self, row: &Row) -> Place {
        self.rank.map_or(row.place, |rank| row.cells[rank].place)
    }

    /// The cell, which must hold something.
    pub(super) fn required<'a>(
        &self,
        row: &'a Row,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Located<&'a str>> {
        let cell = self.cell(row);
        if cell.is_none() {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0110,
                    self.place(row),
                    said("`{column}` is empty", [("column", &self.name)]),
                )
                .help(said(
                    "every row needs a `{column}`",
                    [("column", &self.name)],
                )),
            );
        }
        cell
    }

    /// The text of the cell.
    pub(super) fn text(&self, row: &Row) -> Option<Box<str>> {
        self.cell(row).map(|cell| cell.value.into())
    }

    /// The cell in a form; `None` when it is empty or has another form.
    pub(super) fn formed<T>(
        &self,
        row: &Row,
        form: &Form<T>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        form::read(form, self.cell(row)?, diagnostics)
    }

    /// A date that must be there.
    pub(super) fn required_date(
        &self,
        row: &Row,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Located<Date>> {
        let cell = self.required(row, diagnostics)?;
        let place = cell.place;
        form::read(&form::DATE, cell, diagnostics).map(|date| Located::new(date, place))
    }

    /// A date that may be absent. `Err` when what stands there is not a date.
    pub(super) fn date(
        &self,
        row: &Row,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Option<Located<Date>>, ()> {
        let Some(cell) = self.cell(row) else {
            return Ok(None);
        };
        let place = cell.place;
        form::read(&form::DATE, cell, diagnostics)
            .map(|date| Some(Located::new(date, place)))
            .ok_or(())
    }

    /// The items of a list; empty when the cell is.
    pub(super) fn list<'a>(&self, row: &'a Row) -> Vec<Located<&'a str>> {
        let Some(cell) = self.cell(row) else {
            return Vec::new();
        };
        cell.value
            .split(';')
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .map(|item| Located::new(item, cell.place))
            .collect()
    }
}
