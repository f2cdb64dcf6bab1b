//! A table of open data. One list of columns makes its header, its cells and its schema, so they cannot disagree.

use std::borrow::Cow;
use std::fmt::Write;

use jiff::civil::Date;
use serde_json::json;

/// What stands in a cell. Absent is [`Cell::Empty`], never zero.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'row> {
    /// Not known, not stated or not shown.
    Empty,
    /// Words.
    Text(Cow<'row, str>),
    /// A whole number.
    Whole(u64),
    /// A number with at most so many decimals.
    Decimal(f64, usize),
    /// A day.
    Day(Date),
}

impl<'row> Cell<'row> {
    /// Words, or empty.
    pub(super) fn text(words: Option<&'row str>) -> Self {
        words.map_or(Self::Empty, |words| Self::Text(Cow::Borrowed(words)))
    }

    /// A code word.
    pub(super) fn word(word: &'static str) -> Self {
        Self::Text(Cow::Borrowed(word))
    }

    /// Several words, with `;` between them; none is empty.
    pub(super) fn list<'word>(words: impl IntoIterator<Item = &'word str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        if words.is_empty() {
            Self::Empty
        } else {
            Self::Text(Cow::Owned(words.join(";")))
        }
    }

    /// A whole number, or empty.
    pub(super) fn whole(number: Option<impl Into<u64>>) -> Self {
        number.map_or(Self::Empty, |number| Self::Whole(number.into()))
    }

    /// A day, or empty.
    pub(super) fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    fn write_csv(&self, csv: &mut String) {
        match self {
            Self::Empty => {}
            Self::Text(words) => write_quoted(&defuse(words), csv),
            Self::Whole(number) => push(csv, format_args!("{number}")),
            Self::Decimal(number, decimals) => csv.push_str(&decimal(*number, *decimals)),
            Self::Day(day) => push(csv, format_args!("{day}")),
        }
    }

    fn write_json(&self, json: &mut String) {
        match self {
            Self::Empty => json.push_str("null"),
            Self::Text(words) => json.push_str(&json!(words).to_string()),
            Self::Whole(number) => push(json, format_args!("{number}")),
            Self::Decimal(number, decimals) => json.push_str(&decimal(*number, *decimals)),
            Self::Day(day) => push(json, format_args!("\"{day}\"")),
        }
    }
}

/// What kind of value a column holds: a type of Frictionless Table Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnKind {
    /// Words.
    Text,
    /// A web address.
    WebAddress,
    /// A whole number.
    Whole,
    /// A number with a decimal point.
    Decimal,
    /// `YYYY-MM-DD`.
    Day,
}

impl ColumnKind {
    fn name(self) -> &'static str {
        match self {
            Self::Text | Self::WebAddress => "string",
            Self::Whole => "integer",
            Self::Decimal => "number",
            Self::Day => "date",
        }
    }

    fn format(self) -> &'static str {
        match self {
            Self::WebAddress => "uri",
            Self::Text | Self::Whole | Self::Decimal | Self::Day => "default",
        }
    }
}

/// A column.
pub(super) struct Column<Row> {
    /// Its heading.
    pub(super) heading: &'static str,
    /// What it holds.
    pub(super) kind: ColumnKind,
    /// What it means.
    pub(super) description: &'static str,
    /// The cell of a row.
    pub(super) value: for<'row> fn(&'row Row) -> Cell<'row>,
}

/// A table of open data.
pub(super) struct Table<Row> {
    /// Its name: the file's, without ending.
    pub(super) name: &'static str,
    /// What it is.
    pub(super) title: &'static str,
    /// Its columns.
    pub(super) columns: Vec<Column<Row>>,
    /// Its rows.
    pub(super) rows: Vec<Row>,
}

impl<Row> Table<Row> {
    /// The table as CSV (RFC 4180) in UTF-8.
    pub(super) fn csv(&self) -> String {
        let mut csv = String::new();
        for (rank, column) in self.columns.iter().enumerate() {
            if rank > 0 {
                csv.push(',');
            }
            csv.push_str(column.heading);
        }
        csv.push_str("\r\n");
        for row in &self.rows {
            for (rank, column) in self.columns.iter().enumerate() {
                if rank > 0 {
                    csv.push(',');
                }
                (column.value)(row).write_csv(&mut csv);
            }
            csv.push_str("\r\n");
        }
        csv
    }

    /// Its schema (Frictionless Table Schema).
    pub(super) fn schema(&self) -> String {
        let fields: Vec<serde_json::Value> = self
            .columns
            .iter()
            .map(|column| {
                json!({
                    "name": column.heading,
                    "type": column.kind.name(),
                    "format": column.kind.format(),
                    "description": column.description,
                })
            })
            .collect();
        let schema = json!({
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "name": self.name,
            "title": self.title,
            "fields": fields,
            "missingValues": [""],
        });
        format!("{schema:#}\n")
    }

    /// Its rows as a JSON list of objects, one on each line. No cell is defused: JSON is not opened as a sheet.
    pub(super) fn json(&self) -> String {
        let mut json = String::from("[");
        for (rank, row) in self.rows.iter().enumerate() {
            json.push_str(if rank > 0 { ",\n{" } else { "\n{" });
            for (rank, column) in self.columns.iter().enumerate() {
                if rank > 0 {
                    json.push(',');
                }
                push(&mut json, format_args!("\"{}\":", column.heading));
                (column.value)(row).write_json(&mut json);
            }
            json.push('}');
        }
        json.push_str("\n]");
        json
    }
}

/// Spreadsheets take a text that begins like a formula for one: an apostrophe before it makes it words again.
fn defuse(words: &str) -> Cow<'_, str> {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{words}"))
    } else {
        Cow::Borrowed(words)
    }
}

fn write_quoted(words: &str, csv: &mut String) {
    if words.contains([',', '"', '\r', '\n']) {
        csv.push('"');
        csv.push_str(&words.replace('"', "\"\""));
        csv.push('"');
    } else {
        csv.push_str(words);
    }
}

fn decimal(number: f64, decimals: usize) -> String {
    let written = format!("{number:.decimals$}");
    if written.contains('.') {
        written
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
    } else {
        written
    }
}

fn push(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    text.write_fmt(arguments)
        .expect("a string takes every write");
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Cell, Column, ColumnKind, Table};

    fn csv_of(words: &'static str) -> String {
        let mut csv = String::new();
        Cell::word(words).write_csv(&mut csv);
        csv
    }

    #[test]
    fn a_text_that_begins_like_a_formula_gets_an_apostrophe() {
        for start in ["=1+1", "+31 55", "-x", "@SUM(A1)", "\tx"] {
            assert_eq!(csv_of(start), format!("'{start}"));
        }
    }

    #[test]
    fn a_number_below_zero_gets_none() {
        let mut csv = String::new();
        Cell::Decimal(-5.25, 4).write_csv(&mut csv);
        assert_eq!(csv, "-5.25");
    }

    #[test]
    fn a_formula_with_a_comma_is_defused_inside_its_quotes() {
        assert_eq!(csv_of("=A1,\"x\""), "\"'=A1,\"\"x\"\"\"");
    }

    #[test]
    fn header_cells_and_schema_come_from_the_same_columns() {
        let table = Table {
            name: "dagen",
            title: "Dagen",
            columns: vec![
                Column {
                    heading: "dag",
                    kind: ColumnKind::Day,
                    description: "De dag",
                    value: |row: &Option<u32>| Cell::day(row.map(|_| date(2026, 11, 15))),
                },
                Column {
                    heading: "aantal",
                    kind: ColumnKind::Whole,
                    description: "Hoeveel",
                    value: |row| Cell::whole(*row),
                },
            ],
            rows: vec![Some(0), None],
        };
        assert_eq!(table.csv(), "dag,aantal\r\n2026-11-15,0\r\n,\r\n");
        assert_eq!(
            table.json(),
            "[\n{\"dag\":\"2026-11-15\",\"aantal\":0},\n{\"dag\":null,\"aantal\":null}\n]"
        );
        let schema: serde_json::Value = serde_json::from_str(&table.schema()).unwrap();
        assert_eq!(schema["fields"][1]["name"], "aantal");
        assert_eq!(schema["fields"][1]["type"], "integer");
        assert_eq!(schema["fields"].as_array().unwrap().len(), 2);
    }
}
