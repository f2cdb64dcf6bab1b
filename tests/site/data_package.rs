//! Data Packages: every column and row of every table is what its schema says (Frictionless, version 2).

use std::collections::BTreeSet;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::csv::{self, Row};
use crate::demo::demo;

/// What of a table is not as its schema says.
pub(crate) fn faults(schema: &Value, text: &str) -> Vec<String> {
    let fields = schema["fields"].as_array().expect("a schema has fields");
    let names: Vec<&str> = fields.iter().map(|field| text_of(field, "name")).collect();
    let (header, rows) = csv::read(text);
    if header != names {
        return vec![format!("{header:?} is not {names:?}")];
    }
    let mut faults = Vec::new();
    for field in fields {
        let constraints = &field["constraints"];
        let name = text_of(field, "name");
        let cells = || rows.iter().map(|row: &Row| row[name].as_str());
        if constraints["required"] == true && cells().any(str::is_empty) {
            faults.push(format!("`{name}` is empty"));
        }
        if constraints["unique"] == true {
            let unique: BTreeSet<&str> = cells().collect();
            if unique.len() != rows.len() {
                faults.push(format!("`{name}` is not unique"));
            }
        }
        // An empty cell is a missing value.
        let wrong = cells().filter(|cell| !cell.is_empty() && !holds(field, cell));
        faults.extend(wrong.map(|cell| format!("`{cell}` is no {field}")));
    }
    faults
}

fn text_of<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key]
        .as_str()
        .unwrap_or_else(|| panic!("no {key} in {value}"))
}

fn holds(field: &Value, cell: &str) -> bool {
    let is_listed = field["constraints"]["enum"]
        .as_array()
        .is_none_or(|words| words.iter().any(|word| word == cell));
    let is_of_type = match (text_of(field, "type"), text_of(field, "format")) {
        ("string", "uri") => url::Url::parse(cell).is_ok(),
        ("string", "uuid") => uuid::Uuid::try_parse(cell).is_ok(),
        ("string", "email") => cell.contains('@'),
        ("string", "default") => true,
        ("integer", _) => cell.parse::<i64>().is_ok(),
        ("number", _) => cell.parse::<f64>().is_ok_and(f64::is_finite),
        ("date", _) => cell.parse::<jiff::civil::Date>().is_ok(),
        other => panic!("a type that is not used: {other:?}"),
    };
    is_listed && is_of_type
}

fn package(municipality: &str) -> Value {
    let text = demo().text(&format!("{municipality}/gegevens/datapackage.json"));
    serde_json::from_str(text).unwrap()
}

#[test]
fn every_table_of_the_package_is_there_as_it_is_described() {
    for municipality in demo().municipalities() {
        let package = package(municipality);
        let resources = package["resources"].as_array().unwrap();
        assert_eq!(resources.len(), 5);
        for resource in resources {
            let at = |key: &str| format!("{municipality}/gegevens/{}", text_of(resource, key));
            let csv = demo().text(&at("path"));
            assert_eq!(resource["bytes"], csv.len());
            let digest = Sha256::digest(csv.as_bytes());
            let hash: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(resource["hash"], format!("sha256:{}", hash.concat()));
            let schema: Value = serde_json::from_str(demo().text(&at("schema"))).unwrap();
            assert_eq!(faults(&schema, csv), [""; 0], "{}", at("path"));
        }
    }
}

#[test]
fn the_package_says_from_when_it_is_from_whom_and_under_which_licence() {
    let package = package("apeldoorn");
    assert_eq!(package["version"], "2026-11-15");
    assert_eq!(package["created"], "2026-11-15T00:00:00Z");
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
    assert_eq!(
        package["sources"][0],
        serde_json::json!({
            "title": "CBS, gemeentelijke indeling 2026",
            "path": "https://www.cbs.nl/",
        })
    );
    let name = text_of(&package, "name");
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    assert!(name.bytes().all(is_plain), "{name}");
}

/// The check would pass on a table that is not as its schema says.
#[test]
fn a_row_that_is_not_as_its_schema_says_is_found() {
    let schema = serde_json::json!({ "fields": [
        { "name": "id", "type": "string", "format": "default", "constraints": { "unique": true, "required": true } },
        { "name": "soort", "type": "string", "format": "default", "constraints": { "enum": ["a"] } },
        { "name": "dag", "type": "date", "format": "default" },
    ]});
    let good = "id,soort,dag\r\n1,a,2026-11-15\r\n2,,\r\n";
    assert_eq!(faults(&schema, good), [""; 0]);
    for (from, to) in [
        ("\r\n2", "\r\n1"),
        (",a,", ",b,"),
        ("-15", "-31"),
        ("\r\n2", "\r\n"),
    ] {
        assert_eq!(faults(&schema, &good.replace(from, to)).len(), 1, "{to}");
    }
}
