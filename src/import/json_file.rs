//! A foreign JSON file as rows. A column is a path: `adres.postcode`, `telefoons.0.nummer`; a path through a list gives
//! all its values, with `;` between them.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostics::{Diagnostic, FileId, Located, Place, codes, phrase, said};
use crate::sources::{Json, JsonValue, Row};

use super::ImportError;
use super::columns::Columns;
use super::csv_file::decode;
use super::foreign::{ForeignFile, Reading};

/// Reads a file; `None` when it cannot be used at all, which was reported.
pub(super) fn read(
    path: &Path,
    reading: &mut Reading<'_>,
) -> Result<Option<ForeignFile>, ImportError> {
    let Some((file, json)) = parse(path, reading)? else {
        return Ok(None);
    };
    let Some(list) = records(&json, reading) else {
        return Ok(None);
    };
    let mut broken = 0;
    let mut found = Vec::new();
    for json in list {
        if matches!(json.value, JsonValue::Object(_)) {
            found.push(Record::new(json));
        } else {
            broken += 1;
            let problem = phrase("this is no record: a record stands between `{` and `}`");
            reading.diagnostics.push(
                Diagnostic::new(codes::W1102, json.place, problem)
                    .help("correct the file at its source"),
            );
        }
    }
    for each in &reading.form.each {
        found = found
            .iter()
            .flat_map(|record| record.each(&each.value))
            .collect();
    }
    let header = header(&found, file, reading);
    let columns = Columns::find(&header, reading.used);
    if !columns.report(&header, Place::whole(file), reading.diagnostics) {
        return Ok(None);
    }
    let rows = found.iter().map(|record| Row {
        place: record.place(),
        cells: header
            .iter()
            .map(|column| record.cell(&column.value, reading.form.decimal))
            .collect(),
    });
    Ok(Some(ForeignFile {
        rows: rows.collect(),
        columns: columns.ranks,
        broken,
        has_iso_dates: false,
    }))
}

/// A JSON file as a tree; `None` when it is none, which was reported.
pub(super) fn parse(
    path: &Path,
    reading: &mut Reading<'_>,
) -> Result<Option<(FileId, Json)>, ImportError> {
    let Some(file) = decode(path, reading)? else {
        return Ok(None);
    };
    let text = reading.sources.text(file);
    match Json::parse(text.trim_start_matches('\u{feff}'), file) {
        Ok(json) => Ok(Some((file, json))),
        Err(fault) => {
            let problem = said("the file is no JSON: {fault}", [("fault", &fault.value)]);
            reading.diagnostics.push(
                Diagnostic::new(codes::E1107, fault.place, problem)
                    .help("save it again with the program that made it"),
            );
            Ok(None)
        }
    }
}

/// The records: where the mapping says, otherwise the whole file. One object is one record.
fn records<'a>(json: &'a Json, reading: &mut Reading<'_>) -> Option<Vec<&'a Json>> {
    let mut list = json;
    if let Some(path) = &reading.form.records {
        for key in path.value.split('.') {
            let Some(inner) = list.get(key) else {
                let problem = said(
                    "there are no records at `{path}` in the file",
                    [("path", &path.value)],
                );
                let keys = list.entries().iter().map(|(key, _)| key.as_str());
                reading.diagnostics.push(
                    Diagnostic::new(codes::E1101, path.place, problem)
                        .did_you_mean(key, keys)
                        .related(list.place, "the file"),
                );
                return None;
            };
            list = inner;
        }
    }
    Some(match &list.value {
        JsonValue::Array(items) => items.iter().collect(),
        JsonValue::Object(_) | JsonValue::Text(_) | JsonValue::Number(_) | JsonValue::Word(_) => {
            vec![list]
        }
    })
}

/// The columns of the mapping that one of the records has.
fn header(found: &[Record<'_>], file: FileId, reading: &Reading<'_>) -> Vec<Located<Box<str>>> {
    let names = reading.used.iter().flat_map(|column| &column.names);
    let mut header: Vec<Located<Box<str>>> = Vec::new();
    for name in names {
        let is_known = header.iter().any(|column| *column.value == *name.value);
        if !is_known && found.iter().any(|record| record.has(&name.value)) {
            header.push(Located::new(name.value.as_str().into(), Place::whole(file)));
        }
    }
    header
}

/// A record, with the item of each list that was taken apart.
#[derive(Clone)]
struct Record<'a> {
    whole: &'a Json,
    /// By the path of the list; `None` when this record has an empty list, or none.
    items: BTreeMap<String, Option<&'a Json>>,
    /// The item that was taken last.
    last: &'a Json,
}

impl<'a> Record<'a> {
    fn new(whole: &'a Json) -> Self {
        Self {
            whole,
            items: BTreeMap::new(),
            last: whole,
        }
    }

    fn place(&self) -> Place {
        self.last.place
    }

    /// A record for each item of a list; the record itself when it has no such list.
    fn each(&self, path: &str) -> Vec<Self> {
        let mut items = Vec::new();
        for found in self.find(path) {
            match &found.value {
                JsonValue::Array(list) => items.extend(list),
                JsonValue::Object(_) => items.push(found),
                JsonValue::Text(_) | JsonValue::Number(_) | JsonValue::Word(_) => {}
            }
        }
        let with = |item: Option<&'a Json>| {
            let mut record = self.clone();
            record.items.insert(path.to_owned(), item);
            record.last = item.unwrap_or(self.last);
            record
        };
        if items.is_empty() {
            vec![with(None)]
        } else {
            items.into_iter().map(|item| with(Some(item))).collect()
        }
    }

    /// What stands at a path, from the item of the longest list that it goes through.
    fn find(&self, path: &str) -> Vec<&'a Json> {
        let lists = self.items.iter().rev();
        let mut within = lists.filter_map(|(list, item)| {
            let rest = path.strip_prefix(list.as_str())?;
            (rest.is_empty() || rest.starts_with('.')).then_some((list.len(), rest, item))
        });
        let mut longest = within.next();
        for other in within {
            if longest.is_none_or(|(length, _, _)| other.0 > length) {
                longest = Some(other);
            }
        }
        let mut found = Vec::new();
        match longest {
            Some((_, _, None)) => {}
            Some((_, rest, Some(item))) => {
                follow(item, rest.trim_start_matches('.'), &mut found);
            }
            None => follow(self.whole, path, &mut found),
        }
        found
    }

    fn has(&self, path: &str) -> bool {
        !self.find(path).is_empty()
    }

    fn cell(&self, path: &str, decimal: Option<char>) -> Located<Box<str>> {
        let mut texts = Vec::new();
        let mut place = None;
        for found in self.find(path) {
            for (text, at) in scalars(found, decimal) {
                place = place.or(Some(at));
                texts.push(text);
            }
        }
        let place = place.unwrap_or(self.place());
        Located::new(texts.join(";").trim().into(), place)
    }
}

fn follow<'a>(json: &'a Json, path: &str, found: &mut Vec<&'a Json>) {
    if path.is_empty() {
        found.push(json);
        return;
    }
    let (key, rest) = path.split_once('.').unwrap_or((path, ""));
    match &json.value {
        JsonValue::Object(_) => {
            if let Some(inner) = json.get(key) {
                follow(inner, rest, found);
            }
        }
        JsonValue::Array(items) => {
            if let Ok(index) = key.parse::<usize>() {
                if let Some(item) = items.get(index) {
                    follow(item, rest, found);
                }
            } else {
                for item in items {
                    follow(item, path, found);
                }
            }
        }
        JsonValue::Text(_) | JsonValue::Number(_) | JsonValue::Word(_) => {}
    }
}

/// The filled texts of a value: of a list those of its items. A number gets the decimal sign of the mapping.
pub(super) fn scalars(json: &Json, decimal: Option<char>) -> Vec<(String, Place)> {
    let text = match &json.value {
        JsonValue::Text(text) => text.trim().to_owned(),
        JsonValue::Number(number) => match decimal {
            Some(sign) => number.replace('.', &sign.to_string()),
            None => number.clone(),
        },
        JsonValue::Array(items) => {
            return items
                .iter()
                .flat_map(|item| scalars(item, decimal))
                .collect();
        }
        JsonValue::Word("null") | JsonValue::Object(_) => return Vec::new(),
        JsonValue::Word(word) => (*word).to_owned(),
    };
    if text.is_empty() {
        Vec::new()
    } else {
        vec![(text, json.place)]
    }
}
