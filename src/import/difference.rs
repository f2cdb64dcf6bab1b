//! What an import would change, for people: per file the rows or keys that are added, changed and gone.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::diagnostics::{Language, SourceMap, said};
use crate::sources::{CsvTable, Table};

use super::datum::{Data, Datum, data_of};
use super::rows::{Existing, OFFERS, OUTCOMES, POSTCODES, Record, RowsFile, WAITING_TIMES, cell};

/// The difference between a file as it is, if it is there, and as it would become.
pub(super) fn difference(
    path: &str,
    before: Option<&str>,
    after: &str,
    language: Language,
) -> String {
    let tables = [&OFFERS, &WAITING_TIMES, &OUTCOMES, &POSTCODES];
    let lines = match tables.into_iter().find(|table| table.name == path) {
        Some(table) => rows(table, before, after, language),
        None => keys(before, after),
    };
    let count = |sign: &str| lines.iter().filter(|line| line.starts_with(sign)).count();
    let (added, changed, gone) = (count("+"), count("~"), count("-"));
    let facts: [(_, &dyn std::fmt::Display); 4] = [
        ("path", &path),
        ("added", &added),
        ("changed", &changed),
        ("gone", &gone),
    ];
    let head = if before.is_none() {
        said(
            "{path}: new file, {added} added, {changed} changed, {gone} gone",
            facts,
        )
    } else {
        said(
            "{path}: {added} added, {changed} changed, {gone} gone",
            facts,
        )
    };
    let mut text = head.in_language(language) + "\n";
    for line in lines {
        let _ = writeln!(text, "  {line}");
    }
    text
}

/// What `new` says that `old` does not, column by column: `value 2 -> 3`.
fn cells(columns: &[&str], old: &Record, new: &Record, language: Language) -> String {
    let mut changes = Vec::new();
    for column in columns {
        let (was, is) = (cell(old, column), cell(new, column));
        if was != is {
            changes.push(format!(
                "{column} {} -> {}",
                shown(was, language),
                shown(is, language)
            ));
        }
    }
    changes.join(", ")
}

fn shown(cell: &str, language: Language) -> String {
    if cell.is_empty() {
        said("(empty)", []).in_language(language)
    } else {
        one_line(cell)
    }
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

fn rows(table: &RowsFile, before: Option<&str>, after: &str, language: Language) -> Vec<String> {
    let old = before.map_or_else(BTreeMap::new, |text| records(table, text));
    let new = records(table, after);
    let keys: std::collections::BTreeSet<&Vec<String>> = old.keys().chain(new.keys()).collect();
    let mut lines = Vec::new();
    for key in keys {
        let filled = key.iter().filter(|cell| !cell.is_empty());
        let name: Vec<String> = filled.map(|cell| one_line(cell)).collect();
        let name = name.join(", ");
        let (was, is) = (of_key(&old, key), of_key(&new, key));
        for rank in 0..was.len().max(is.len()) {
            match (was.get(rank), is.get(rank)) {
                (Some(was), Some(is)) if was == is => {}
                (Some(was), Some(is)) => {
                    lines.push(format!(
                        "~ {name}: {}",
                        cells(table.columns, was, is, language)
                    ));
                }
                (None, Some(is)) => lines.push(format!("+ {name}{}", others(table, is))),
                (Some(was), None) => lines.push(format!("- {name}{}", others(table, was))),
                (None, None) => {}
            }
        }
    }
    lines
}

fn of_key<'a>(rows: &'a BTreeMap<Vec<String>, Vec<Record>>, key: &[String]) -> &'a [Record] {
    rows.get(key).map_or(&[], Vec::as_slice)
}

/// The filled cells that are not part of the key.
fn others(table: &RowsFile, record: &Record) -> String {
    let columns = table.columns.iter();
    let columns = columns.filter(|column| !table.order.contains(column));
    let filled: Vec<String> = columns
        .filter(|column| !cell(record, column).is_empty())
        .map(|column| format!("{column} {}", one_line(cell(record, column))))
        .collect();
    if filled.is_empty() {
        String::new()
    } else {
        format!(": {}", filled.join(", "))
    }
}

fn records(table: &RowsFile, text: &str) -> BTreeMap<Vec<String>, Vec<Record>> {
    let mut sources = SourceMap::default();
    let file = sources.add(table.name, "");
    let mut records: BTreeMap<Vec<String>, Vec<Record>> = BTreeMap::new();
    if let Some(parsed) = CsvTable::parse(text, file, &mut Vec::new()) {
        let existing = Existing {
            table: &parsed,
            text,
        };
        for record in existing.records() {
            let key = table.order.iter();
            let key = key.map(|column| cell(&record, column).to_owned());
            records.entry(key.collect()).or_default().push(record);
        }
    }
    records
}

/// The keys of a TOML file, or of the front matter of a text.
fn keys(before: Option<&str>, after: &str) -> Vec<String> {
    let old = before.map_or_else(BTreeMap::new, flat);
    let new = flat(after);
    let names: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    names
        .into_iter()
        .filter_map(|name| match (old.get(name), new.get(name)) {
            (Some(was), Some(is)) if was == is => None,
            (Some(was), Some(is)) => Some(format!("~ {name}: {was} -> {is}")),
            (None, Some(is)) => Some(format!("+ {name}: {is}")),
            (Some(was), None) => Some(format!("- {name}: {was}")),
            (None, None) => None,
        })
        .collect()
}

fn flat(text: &str) -> BTreeMap<String, String> {
    let front = text.trim_start_matches('\u{feff}').strip_prefix("+++");
    let front = front.and_then(|rest| rest.split_once("\n+++"));
    let toml = front.map_or(text, |(front, _)| front);
    let mut sources = SourceMap::default();
    let file = sources.add("", "");
    let mut flat = BTreeMap::new();
    flatten(
        "",
        &data_of(&Table::parse(toml, file, &mut Vec::new())),
        &mut flat,
    );
    flat
}

fn flatten(path: &str, data: &Data, flat: &mut BTreeMap<String, String>) {
    for (key, datum) in data {
        let path = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        put(&path, datum, flat);
    }
}

fn put(path: &str, datum: &Datum, flat: &mut BTreeMap<String, String>) {
    match datum {
        Datum::Text(text) | Datum::Bare(text) => {
            flat.insert(path.to_owned(), one_line(text));
        }
        Datum::Table(table) => flatten(path, table, flat),
        Datum::List(list) => {
            let mut texts = Vec::new();
            for (rank, item) in list.iter().enumerate() {
                match item {
                    Datum::Text(text) | Datum::Bare(text) => texts.push(one_line(text)),
                    Datum::Table(table) => {
                        let name = match table.get("id") {
                            Some(Datum::Text(id)) => id.clone(),
                            Some(_) | None => rank.to_string(),
                        };
                        flatten(&format!("{path}.{name}"), table, flat);
                    }
                    Datum::List(_) => put(&format!("{path}.{rank}"), item, flat),
                }
            }
            if !texts.is_empty() {
                flat.insert(path.to_owned(), texts.join("; "));
            }
        }
    }
}
