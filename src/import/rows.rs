//! A CSV file of the content with rows added or replaced. Rows that stay are kept byte for byte; all are in the order of
//! their key columns, so that the same rows give the same file.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::CsvTable;

/// The filled cells of a row, by column.
pub(super) type Record = BTreeMap<String, String>;

/// A file of the content: its columns, and which of them order the rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowsFile {
    pub(super) name: &'static str,
    pub(super) columns: &'static [&'static str],
    pub(super) order: &'static [&'static str],
}

pub(super) const OFFERS: RowsFile = RowsFile {
    name: "offers.csv",
    columns: &[
        "provider",
        "product",
        "municipalities",
        "profiles",
        "intensities",
        "age_from",
        "age_to",
        "location",
        "valid_from",
        "valid_to",
        "admission",
        "note",
    ],
    order: &["provider", "product", "valid_from"],
};
pub(super) const WAITING_TIMES: RowsFile = RowsFile {
    name: "waiting-times.csv",
    columns: &[
        "provider",
        "product",
        "location",
        "municipality",
        "kind",
        "basis",
        "statistic",
        "value",
        "unit",
        "text",
        "status",
        "reference_date",
        "fetched_on",
        "source",
    ],
    order: &[
        "provider",
        "product",
        "location",
        "municipality",
        "kind",
        "basis",
        "statistic",
        "reference_date",
        "source",
    ],
};
pub(super) const OUTCOMES: RowsFile = RowsFile {
    name: "outcomes.csv",
    columns: &[
        "provider",
        "profile",
        "intensity",
        "measure",
        "period_from",
        "period_to",
        "respondents",
        "successes",
        "state",
        "instrument",
        "source",
    ],
    order: &[
        "provider",
        "profile",
        "intensity",
        "measure",
        "period_from",
        "period_to",
        "source",
    ],
};
pub(super) const POSTCODES: RowsFile = RowsFile {
    name: "postcodes.csv",
    columns: &["pc4", "municipality", "place", "latitude", "longitude"],
    order: &["pc4", "municipality", "place"],
};

/// The rows of a file as they are now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Existing<'a> {
    pub(super) table: &'a CsvTable,
    pub(super) text: &'a str,
}

impl Existing<'_> {
    /// The rows.
    pub(super) fn records(&self) -> impl Iterator<Item = Record> {
        self.table.rows.iter().map(|row| {
            let columns = self
                .table
                .header
                .iter()
                .map(|column| column.value.to_string());
            let cells = row.cells.iter().map(|cell| cell.value.to_string());
            columns
                .zip(cells)
                .filter(|(_, cell)| !cell.is_empty())
                .collect()
        })
    }

    fn separator(&self) -> char {
        let mut places = self.table.header.iter().map(|column| column.place.range());
        match (places.next(), places.next()) {
            (Some(first), Some(second)) if self.text[first.end..second.start].contains(';') => ';',
            _ => ',',
        }
    }
}

impl<'a> Existing<'a> {
    /// The header as it is written, with what stands before it, and the line end after it.
    fn header(&self) -> (&'a str, &'static str) {
        let end = self.table.header.last().map_or(0, |last| {
            let end = last.place.range().end;
            let rest = &self.text[end..];
            end + rest.find(['\r', '\n']).unwrap_or(rest.len())
        });
        let (header, rest) = self.text.split_at(end);
        let line_end = if rest.starts_with('\r') { "\r\n" } else { "\n" };
        (header, line_end)
    }
}

/// A cell of a row; empty when nothing is written.
pub(super) fn cell<'a>(record: &'a Record, column: &str) -> &'a str {
    record.get(column).map_or("", String::as_str)
}

impl RowsFile {
    /// The text of the file with `added` rows, without those that `is_replaced`.
    pub(super) fn text(
        &self,
        existing: Option<Existing<'_>>,
        added: Vec<Record>,
        is_replaced: impl Fn(&Record) -> bool,
    ) -> String {
        let Some(existing) = existing else {
            let columns: Vec<&str> = self.columns.to_vec();
            let header = line(&columns, ',');
            let rows = added.into_iter().map(|record| {
                let text = row_text(&record, &columns, ',');
                (self.sort_key(&record), text)
            });
            return whole(&header, "\n", rows.collect());
        };
        let separator = existing.separator();
        let mut columns: Vec<&str> = existing
            .table
            .header
            .iter()
            .map(|column| &*column.value)
            .collect();
        let known = columns.len();
        for column in self.columns {
            let is_used = added.iter().any(|record| record.contains_key(*column));
            if is_used && !columns.contains(column) {
                columns.push(column);
            }
        }
        let mut as_written: BTreeMap<Record, &str> = BTreeMap::new();
        let mut rows = BTreeSet::new();
        for (record, row) in existing.records().zip(&existing.table.rows) {
            let raw = &existing.text[row.place.range()];
            let stays = !is_replaced(&record);
            if columns.len() == known {
                as_written.insert(record.clone(), raw);
            }
            if stays {
                let text = row_as_written(&record, &as_written, &columns, separator);
                rows.insert((self.sort_key(&record), text));
            }
        }
        for record in added {
            let text = row_as_written(&record, &as_written, &columns, separator);
            rows.insert((self.sort_key(&record), text));
        }
        let (header, line_end) = existing.header();
        let mut header = header.to_owned();
        for column in &columns[known..] {
            header.push(separator);
            header.push_str(column);
        }
        whole(&header, line_end, rows)
    }

    fn sort_key(&self, record: &Record) -> Vec<String> {
        self.order
            .iter()
            .map(|column| cell(record, column).to_owned())
            .collect()
    }
}

fn row_as_written(
    record: &Record,
    as_written: &BTreeMap<Record, &str>,
    columns: &[&str],
    separator: char,
) -> String {
    as_written.get(record).map_or_else(
        || row_text(record, columns, separator),
        |raw| (*raw).to_owned(),
    )
}

fn row_text(record: &Record, columns: &[&str], separator: char) -> String {
    let cells: Vec<&str> = columns.iter().map(|column| cell(record, column)).collect();
    line(&cells, separator)
}

fn line(cells: &[&str], separator: char) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell, separator)).collect();
    cells.join(&separator.to_string())
}

fn quoted(cell: &str, separator: char) -> String {
    if cell.contains([separator, '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn whole(header: &str, line_end: &str, rows: BTreeSet<(Vec<String>, String)>) -> String {
    let mut text = String::from(header);
    text.push_str(line_end);
    for (_, row) in rows {
        text.push_str(&row);
        text.push_str(line_end);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceMap;

    fn record(cells: &[(&str, &str)]) -> Record {
        let cells = cells.iter();
        cells
            .map(|(column, cell)| ((*column).to_owned(), (*cell).to_owned()))
            .collect()
    }

    fn add(text: &str, added: Vec<Record>) -> String {
        let mut sources = SourceMap::default();
        let mut diagnostics = Vec::new();
        let file = sources.add("postcodes.csv", text);
        let table = CsvTable::parse(text, file, &mut diagnostics).unwrap();
        let existing = Existing {
            table: &table,
            text,
        };
        let keys: Vec<String> = added.iter().map(|record| record["pc4"].clone()).collect();
        POSTCODES.text(Some(existing), added, |record| {
            keys.contains(&record["pc4"])
        })
    }

    #[test]
    fn rows_that_stay_are_kept_byte_for_byte_with_header_and_line_ends() {
        let text = "\u{feff}place;\"pc4\";municipality\r\n\"Uddel\" ; 3888;0200\r\n";
        let added = record(&[
            ("pc4", "1011"),
            ("place", "A;dam"),
            ("municipality", "0363"),
        ]);
        let expected = "\u{feff}place;\"pc4\";municipality\r\n\"A;dam\";1011;0363\r\n\"Uddel\" ; 3888;0200\r\n";
        assert_eq!(add(text, vec![added]), expected);
    }

    #[test]
    fn an_equal_row_changes_nothing() {
        let text = "pc4,municipality,place\n3888,\"0200\",Uddel\n";
        let same = record(&[
            ("pc4", "3888"),
            ("place", "Uddel"),
            ("municipality", "0200"),
        ]);
        assert_eq!(add(text, vec![same]), text);
    }

    #[test]
    fn a_column_that_is_needed_is_added() {
        let text = "pc4,municipality,place\n3888,0200,Uddel\n";
        let added = record(&[("pc4", "3889"), ("place", "X"), ("latitude", "52.1")]);
        let expected = "pc4,municipality,place,latitude\n3888,0200,Uddel,\n3889,,X,52.1\n";
        assert_eq!(add(text, vec![added]), expected);
    }

    #[test]
    fn without_a_file_all_columns_are_written() {
        let text = POSTCODES.text(None, Vec::new(), |_| false);
        assert_eq!(text, "pc4,municipality,place,latitude,longitude\n");
    }
}
