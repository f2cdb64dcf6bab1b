//! Reads `gegevens.json` as it says that it is to be read.

use serde_json::Value;

use crate::csv::Row;
use crate::demo::demo;

/// The tables of every municipality.
pub(crate) const TABLES: [&str; 5] = [
    "aanbieders",
    "aanbod",
    "wachttijden",
    "uitkomsten",
    "gemiddelden",
];

/// A table of a municipality of the demonstration: the names of its columns, and its rows as they stand there, each
/// with as many cells as there are columns.
pub(crate) fn table(municipality: &str, name: &str) -> (Vec<String>, Vec<Vec<Value>>) {
    let json = demo().text(&format!("{municipality}/gegevens/gegevens.json"));
    let everything: Value = serde_json::from_str(json).unwrap();
    let table = &everything[name];
    let columns = table["columns"].as_array().unwrap();
    let rows = table["rows"].as_array().unwrap();
    let names = columns
        .iter()
        .map(|column| column["name"].as_str().unwrap().to_owned());
    let rows = rows
        .iter()
        .map(|row| {
            let cells = row.as_array().unwrap();
            assert!(cells.len() <= columns.len(), "{row}");
            columns
                .iter()
                .enumerate()
                .map(|(at, column)| read(column, cells.get(at).unwrap_or(&Value::Null)))
                .collect()
        })
        .collect();
    (names.collect(), rows)
}

/// A cell; in a column with words the word that it stands for.
fn read(column: &Value, cell: &Value) -> Value {
    match (column["words"].as_array(), cell) {
        (Some(words), Value::Number(rank)) => {
            let rank = usize::try_from(rank.as_u64().unwrap()).unwrap();
            words[rank].clone()
        }
        (Some(_), other) => {
            assert!(other.is_null(), "{other} is no rank in {column}");
            Value::Null
        }
        (None, cell) => cell.clone(),
    }
}

/// The row as a CSV has it.
pub(crate) fn as_text(names: &[String], row: &[Value]) -> Row {
    let text = |cell: &Value| match cell {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(['=', '+', '-', '@']) => format!("'{text}"),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => panic!("no cell: {cell}"),
    };
    names.iter().cloned().zip(row.iter().map(text)).collect()
}
