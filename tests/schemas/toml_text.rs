//! Values as TOML, and TOML as values.

use serde_json::Value;

/// A table with its keys on lines of their own; what is inside stands on those lines.
pub(crate) fn document(table: &Value) -> String {
    let keys = table.as_object().expect("a document is a table").iter();
    let lines: Vec<String> = keys
        .map(|(key, value)| format!("{key} = {}\n", inline(value)))
        .collect();
    lines.concat()
}

fn inline(value: &Value) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(table) => {
            let entries: Vec<String> = table
                .iter()
                .map(|(key, value)| format!("{key} = {}", inline(value)))
                .collect();
            format!("{{ {} }}", entries.join(", "))
        }
        // Texts, numbers and booleans of JSON are such of TOML too.
        Value::String(_) | Value::Number(_) | Value::Bool(_) => value.to_string(),
        Value::Null => panic!("TOML knows no null"),
    }
}

/// The value of a document; days become texts.
pub(crate) fn read(text: &str) -> Value {
    let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{error}"));
    json(&toml::Value::Table(table))
}

fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::from(text.as_str()),
        toml::Value::Integer(number) => Value::from(*number),
        toml::Value::Float(number) => Value::from(*number),
        toml::Value::Boolean(answer) => Value::from(*answer),
        toml::Value::Datetime(day) => Value::from(day.to_string()),
        toml::Value::Array(items) => items.iter().map(json).collect(),
        toml::Value::Table(table) => {
            let entries = table.iter().map(|(key, value)| (key.clone(), json(value)));
            Value::Object(entries.collect())
        }
    }
}
