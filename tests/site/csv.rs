//! Reads CSV as any reader of open data would (RFC 4180), apart from the program's own reader.

use std::collections::BTreeMap;

/// A row by heading.
pub(crate) type Row = BTreeMap<String, String>;

/// Header and rows. Panics when a row has another number of cells than the header.
pub(crate) fn read(text: &str) -> (Vec<String>, Vec<Row>) {
    let mut records = records(text).into_iter();
    let header = records.next().expect("a table has a header");
    let rows = records
        .map(|record| {
            assert_eq!(record.len(), header.len(), "{record:?}");
            header.iter().cloned().zip(record).collect()
        })
        .collect();
    (header, rows)
}

fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let (mut record, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                cell.push('"');
                chars.next();
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => record.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            other => cell.push(other),
        }
    }
    assert!(
        cell.is_empty() && record.is_empty(),
        "the last line has no end"
    );
    records
}

#[test]
fn quotes_commas_and_line_breaks_stay_in_their_cell() {
    let (header, rows) = read("a,b\r\n\"x, \"\"y\"\"\r\nz\",\r\n");
    assert_eq!(header, ["a", "b"]);
    assert_eq!(rows[0]["a"], "x, \"y\"\r\nz");
    assert_eq!(rows[0]["b"], "");
}
