//! JSON documents of HSDS 3: a service, an organisation, a page of either, or tables in one file. Things that stand
//! inside others become rows that point to each other.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostics::{Located, phrase};
use crate::sources::{Json, JsonValue};

use super::super::ImportError;
use super::super::foreign::Reading;
use super::super::json_file;
use super::tables::{Entity, Tables, singular, table_name};

/// Reads a document; `false` when it cannot be used, which was reported.
pub(super) fn read(
    path: &Path,
    tables: &mut Tables,
    reading: &mut Reading<'_>,
) -> Result<bool, ImportError> {
    let Some((_, json)) = json_file::parse(path, reading)? else {
        return Ok(false);
    };
    let list = match &json.value {
        JsonValue::Array(list) => list.iter().collect(),
        JsonValue::Object(entries) if is_tabular(entries) => {
            for (name, rows) in entries {
                let table = name.trim_end_matches(".csv");
                for row in items(rows) {
                    thing(table_name(table), row, None, tables);
                }
            }
            return Ok(true);
        }
        JsonValue::Object(_) => json.get("contents").map_or_else(|| vec![&json], items),
        JsonValue::Text(_) | JsonValue::Number(_) | JsonValue::Word(_) => Vec::new(),
    };
    if list.is_empty() {
        let help = phrase("give a service, an organisation, or a page of them");
        reading.refuse(path, "the document holds no services", help);
        return Ok(false);
    }
    for document in list {
        // Only a service has a status or belongs to an organisation.
        let is_service = [
            "organization",
            "organization_id",
            "status",
            "service_at_locations",
        ]
        .iter()
        .any(|key| document.get(key).is_some());
        let table = if is_service {
            "services"
        } else {
            "organizations"
        };
        thing(table, document, None, tables);
    }
    Ok(true)
}

fn is_tabular(entries: &[(String, Json)]) -> bool {
    let mut names = entries.iter().map(|(name, _)| Path::new(name));
    names.any(|name| name.extension().is_some_and(|end| end == "csv"))
}

fn items(json: &Json) -> Vec<&Json> {
    match &json.value {
        JsonValue::Array(list) => list.iter().collect(),
        JsonValue::Object(_) | JsonValue::Text(_) | JsonValue::Number(_) | JsonValue::Word(_) => {
            Vec::new()
        }
    }
}

/// Adds a thing and all things in it; its id. `owner` is the column that points to what it stands in, and that id.
fn thing(table: &str, json: &Json, owner: Option<(&str, &str)>, tables: &mut Tables) -> String {
    let place = json.place;
    let written = json.get("id").map(|id| json_file::scalars(id, None));
    let id = written
        .and_then(|texts| texts.into_iter().next())
        .map_or_else(|| tables.next_id(), |(text, _)| text);
    let mut cells = BTreeMap::from([("id".to_owned(), Located::new(id.clone(), place))]);
    if let Some((column, owner)) = owner {
        let owner = Located::new(owner.to_owned(), place);
        cells.insert(column.to_owned(), owner);
    }
    let own_column = format!("{}_id", singular(table));
    for (key, value) in json.entries() {
        match &value.value {
            JsonValue::Object(_) => {
                let other = table_name(key);
                let id = thing(other, value, None, tables);
                let column = format!("{}_id", singular(other));
                cells.insert(column, Located::new(id, value.place));
            }
            JsonValue::Array(list) if list.iter().any(|item| !item.entries().is_empty()) => {
                for item in list {
                    thing(table_name(key), item, Some((&own_column, &id)), tables);
                }
            }
            JsonValue::Text(_)
            | JsonValue::Number(_)
            | JsonValue::Word(_)
            | JsonValue::Array(_) => {
                let texts = json_file::scalars(value, None);
                if let Some((_, place)) = texts.first() {
                    let place = *place;
                    let texts: Vec<String> = texts.into_iter().map(|(text, _)| text).collect();
                    let text = Located::new(texts.join(";"), place);
                    cells.entry(key.clone()).or_insert(text);
                }
            }
        }
    }
    tables.add(table, Entity { place, cells });
    id
}
