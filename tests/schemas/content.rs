//! All content that the project has is valid by the schemas.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::columns::{TABLES, holds};
use crate::keys::{schema, validator};
use crate::region::repository;
use crate::toml_text;

/// The kind of file at a path below the content.
fn kind(path: &str) -> Option<&'static str> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let top = folder.split('/').next().unwrap_or(folder);
    match (top, file) {
        ("", "site.toml") => Some("site"),
        ("" | "municipalities", "accessibility.toml") => Some("accessibility"),
        ("", "intensities.toml") => Some("intensities"),
        ("", "product-groups.toml") => Some("product-groups"),
        ("", "vocabulary.toml") => Some("vocabulary"),
        ("municipalities", "municipality.toml") => Some("municipality"),
        ("municipalities", _) if folder.contains("/pages") => Some("page"),
        ("pages", _) => Some("page"),
        ("products", _) => Some("product"),
        ("profiles", _) => Some("profile"),
        ("providers", _) => Some("provider"),
        ("statements", _) => Some("statement"),
        _ => None,
    }
}

fn files(content: &Path) -> impl Iterator<Item = (String, PathBuf)> {
    walkdir::WalkDir::new(content)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(move |entry| {
            let inside = entry.path().strip_prefix(content).unwrap();
            (inside.to_str().unwrap().to_owned(), entry.path().to_owned())
        })
}

/// The front matter of a text, or all of a file of TOML.
fn front(text: &str) -> &str {
    match text.trim_start_matches('\u{feff}').strip_prefix("+++") {
        Some(rest) => rest.split("\n+++").next().unwrap(),
        None => text,
    }
}

#[test]
fn every_toml_file_and_front_matter_of_the_project_is_valid() {
    let mut checked: BTreeMap<&str, usize> = BTreeMap::new();
    for content in ["content", "tests/region/content"] {
        let content = repository().join(content);
        for (path, file) in files(&content) {
            let Some(kind) = kind(&path) else { continue };
            let text = std::fs::read_to_string(file).unwrap();
            let value = toml_text::read(front(&text));
            let faults: Vec<String> = validator(&schema(kind))
                .iter_errors(&value)
                .map(|error| format!("{path}: {}: {error}", error.instance_path()))
                .collect();
            assert_eq!(faults, [""; 0]);
            *checked.entry(kind).or_insert(0) += 1;
        }
    }
    assert_eq!(checked.len(), 11, "{checked:?}");
    assert!(checked["provider"] > 50);
}

/// Lines of CSV, quotes and all: of what the project has.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv_core::Reader::new();
    let (mut out, mut ends) = (vec![0; text.len() + 1], vec![0; 64]);
    let (mut rest, mut rows) = (text.as_bytes(), Vec::new());
    loop {
        let (result, read, _, fields) = reader.read_record(rest, &mut out, &mut ends);
        rest = &rest[read..];
        if matches!(result, csv_core::ReadRecordResult::End) {
            return rows;
        }
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let cells = starts.zip(&ends[..fields]);
        rows.push(
            cells
                .map(|(start, end)| String::from_utf8(out[start..*end].to_vec()).unwrap())
                .collect(),
        );
    }
}

#[test]
fn every_table_of_the_project_is_valid() {
    for content in ["content", "tests/region/content"] {
        for (name, path) in TABLES {
            let file = repository().join(content).join(path);
            let rows = rows(&std::fs::read_to_string(&file).unwrap());
            let schema = schema(name);
            let fields = schema["fields"].as_array().unwrap();
            for (rank, heading) in rows[0].iter().enumerate() {
                let field = fields
                    .iter()
                    .find(|field| field["name"] == heading.as_str());
                let field = field.unwrap_or_else(|| panic!("{path}: no column {heading}"));
                let cells: std::collections::BTreeSet<&str> =
                    rows[1..].iter().map(|row| row[rank].as_str()).collect();
                for cell in cells {
                    assert!(holds(field, cell), "{content} {path}: {heading} `{cell}`");
                }
            }
        }
    }
}
