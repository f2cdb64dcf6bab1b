//! Which texts of the content are read by visitors. Names of products, profiles and organisations are not ours to
//! rephrase, so they are not judged.

use crate::diagnostics::{Located, SourceMap};
use crate::sources::{CsvTable, Document, Material, Table, TomlValue};

use super::markdown;
use super::prose::{Prose, Text};

/// Every text, file by file.
pub(super) fn texts(material: &Material, sources: &SourceMap) -> Vec<Text> {
    let mut texts = Texts {
        sources,
        list: Vec::new(),
    };
    if let Some(document) = &material.site {
        texts.keys(&document.front, &["notice"]);
        texts.tables(document, "norms", &["text"]);
    }
    let municipal = material.municipalities.iter();
    let statements = municipal.filter_map(|own| own.accessibility.as_ref());
    for document in material.accessibility.iter().chain(statements) {
        texts.keys(&document.front, &["scope", "not_covered"]);
        texts.tables(document, "audits", &["text"]);
        let of_points = ["text", "why", "effect", "measure", "alternative"];
        texts.tables(document, "points", &of_points);
    }
    if let Some(document) = &material.product_groups {
        texts.tables(document, "groups", &["name", "summary"]);
    }
    if let Some(document) = &material.intensities {
        texts.tables(document, "intensities", &["summary"]);
    }
    texts.documents(&material.statements, &["title"]);
    let municipal = material.municipalities.iter().map(|own| &own.pages);
    for pages in std::iter::once(&material.pages).chain(municipal) {
        texts.documents(pages, &["title", "description", "menu"]);
    }
    texts.documents(&material.products, &["plain_name", "summary", "first_talk"]);
    for document in &material.profiles {
        texts.tables(document, "by_age", &["questions"]);
    }
    texts.documents(
        &material.profiles,
        &["question", "questions", "topic", "need", "result"],
    );
    for document in &material.providers {
        texts.tables(document, "locations", &["accessibility"]);
        if let Some(TomlValue::Table(reply)) = value(&document.front, "reply") {
            texts.keys(reply, &["text"]);
        }
    }
    texts.documents(&material.providers, &["status_note"]);
    texts.column(material.local_services.as_ref(), "summary");
    texts.column(material.offers.as_ref(), "note");
    texts.list
}

fn value<'a>(table: &'a Table, key: &str) -> Option<&'a TomlValue> {
    table.entries.get(key).map(|entry| &entry.value.value)
}

struct Texts<'a> {
    sources: &'a SourceMap,
    list: Vec<Text>,
}

impl Texts<'_> {
    /// The values of some keys of each document, and what is written under its front matter.
    fn documents(&mut self, documents: &[Document], keys: &[&str]) {
        for document in documents {
            self.keys(&document.front, keys);
            let passages = markdown::passages(&document.body);
            if !passages.is_empty() {
                self.list.push(Text { passages });
            }
        }
    }

    /// The values of some keys of each table in a list.
    fn tables(&mut self, document: &Document, list: &str, keys: &[&str]) {
        if let Some(TomlValue::Array(items)) = value(&document.front, list) {
            for item in items {
                if let TomlValue::Table(table) = &item.value {
                    self.keys(table, keys);
                }
            }
        }
    }

    fn keys(&mut self, table: &Table, keys: &[&str]) {
        for key in keys {
            if let Some(entry) = table.entries.get(*key) {
                self.value(&entry.value);
            }
        }
    }

    /// A text or a list of texts; what else stands there is reported where it is judged.
    fn value(&mut self, value: &Located<TomlValue>) {
        match &value.value {
            TomlValue::Text(text) => self.text(Located::new(text, value.place)),
            TomlValue::Array(items) => {
                for item in items {
                    self.value(item);
                }
            }
            TomlValue::Datetime(_)
            | TomlValue::Integer(_)
            | TomlValue::Float(_)
            | TomlValue::Boolean(_)
            | TomlValue::Table(_) => {}
        }
    }

    /// The cells of a column, if the table has it.
    fn column(&mut self, table: Option<&CsvTable>, name: &str) {
        let Some((table, column)) = table.and_then(|table| Some((table, table.column(name)?)))
        else {
            return;
        };
        for row in &table.rows {
            let cell = &row.cells[column];
            self.text(Located::new(&cell.value, cell.place));
        }
    }

    fn text(&mut self, text: Located<&str>) {
        if !text.value.trim().is_empty() {
            self.list.push(Text {
                passages: vec![Prose::of_value(text, self.sources)],
            });
        }
    }
}
