//! TOML as it is written: what a content file says already, and what the import adds.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::sources::{Table, TomlValue};

/// A value of a content file.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Datum {
    Text(String),
    /// A number, a date or a truth, as it is written.
    Bare(String),
    List(Vec<Datum>),
    Table(Data),
}

/// A table of a content file.
pub(super) type Data = BTreeMap<String, Datum>;

/// The order in which keys are written; others follow by name.
const ORDER: &[&str] = &[
    "code",
    "id",
    "name",
    "legal_name",
    "kvk",
    "agb",
    "website",
    "email",
    "phone",
    "sole_trader",
    "legal_form",
    "publish",
    "languages",
    "level",
    "status_note",
    "address",
    "postcode",
    "place",
    "municipality",
    "latitude",
    "longitude",
];

/// What a table says, without its places.
pub(super) fn data_of(table: &Table) -> Data {
    let entries = table.entries.iter();
    entries
        .map(|(key, entry)| (key.clone(), datum_of(&entry.value.value)))
        .collect()
}

fn datum_of(value: &TomlValue) -> Datum {
    match value {
        TomlValue::Text(text) => Datum::Text(text.clone()),
        TomlValue::Datetime(text) => Datum::Bare(text.clone()),
        TomlValue::Integer(number) => Datum::Bare(number.to_string()),
        TomlValue::Float(number) => Datum::Bare(format!("{number:?}")),
        TomlValue::Boolean(truth) => Datum::Bare(truth.to_string()),
        TomlValue::Array(list) => {
            Datum::List(list.iter().map(|item| datum_of(&item.value)).collect())
        }
        TomlValue::Table(table) => Datum::Table(data_of(table)),
    }
}

/// Writes a table: values first, then tables and lists of tables under their headings.
pub(super) fn toml_text(data: &Data) -> String {
    let mut text = String::new();
    write_values(data, &mut text);
    for (key, datum) in ordered(data) {
        match datum {
            Datum::Table(table) => {
                let _ = writeln!(text, "\n[{}]", key_text(key));
                write_inline_values(table, &mut text);
            }
            Datum::List(list) if is_list_of_tables(list) => {
                for item in list {
                    if let Datum::Table(table) = item {
                        let _ = writeln!(text, "\n[[{}]]", key_text(key));
                        write_inline_values(table, &mut text);
                    }
                }
            }
            Datum::Text(_) | Datum::Bare(_) | Datum::List(_) => {}
        }
    }
    text
}

fn write_values(data: &Data, text: &mut String) {
    for (key, datum) in ordered(data) {
        let has_heading = match datum {
            Datum::Table(_) => true,
            Datum::List(list) => is_list_of_tables(list),
            Datum::Text(_) | Datum::Bare(_) => false,
        };
        if !has_heading {
            let _ = writeln!(text, "{} = {}", key_text(key), inline(datum));
        }
    }
}

fn write_inline_values(data: &Data, text: &mut String) {
    for (key, datum) in ordered(data) {
        let _ = writeln!(text, "{} = {}", key_text(key), inline(datum));
    }
}

fn is_list_of_tables(list: &[Datum]) -> bool {
    !list.is_empty() && list.iter().all(|item| matches!(item, Datum::Table(_)))
}

fn ordered(data: &Data) -> Vec<(&str, &Datum)> {
    let rank = |key: &str| ORDER.iter().position(|known| *known == key);
    let mut entries: Vec<(&str, &Datum)> = data
        .iter()
        .map(|(key, datum)| (key.as_str(), datum))
        .collect();
    entries.sort_by_key(|(key, _)| rank(key).unwrap_or(ORDER.len()));
    entries
}

fn inline(datum: &Datum) -> String {
    match datum {
        Datum::Text(text) => quoted(text),
        Datum::Bare(text) => text.clone(),
        Datum::List(list) => {
            let items: Vec<String> = list.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        Datum::Table(table) => {
            let entries: Vec<String> = ordered(table)
                .into_iter()
                .map(|(key, datum)| format!("{} = {}", key_text(key), inline(datum)))
                .collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

fn key_text(key: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    if !key.is_empty() && key.bytes().all(is_bare) {
        key.to_owned()
    } else {
        quoted(key)
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostics::SourceMap;

    fn read(text: &str) -> Data {
        let mut sources = SourceMap::default();
        let mut diagnostics = Vec::new();
        let file = sources.add("a.toml", text);
        let table = Table::parse(text, file, &mut diagnostics);
        assert_eq!(diagnostics, [], "{text}");
        data_of(&table)
    }

    #[test]
    fn keys_come_in_a_fixed_order_and_tables_after_values() {
        let text = "longitude = 5.0\nname = \"A\"\ndate = 2026-09-01\n[reply]\ntext = \"b\"\n[[locations]]\nid = \"x\"\n";
        let expected = "name = \"A\"\nlongitude = 5.0\ndate = 2026-09-01\n\n[[locations]]\nid = \"x\"\n\n[reply]\ntext = \"b\"\n";
        assert_eq!(toml_text(&read(text)), expected);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_the_same(name in any::<String>(), list in prop::collection::vec("[a-z\"\\\\]{0,4}", 0..3)) {
            let data = Data::from([
                ("name".to_owned(), Datum::Text(name)),
                ("kvk naam".to_owned(), Datum::List(list.into_iter().map(Datum::Text).collect())),
            ]);
            prop_assert_eq!(read(&toml_text(&data)), data);
        }
    }
}
