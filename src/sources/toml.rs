//! TOML as a tree of located values.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeFloat, DeInteger, DeTable, DeValue};

use crate::diagnostics::{Diagnostic, FileId, Located, Place, codes};

use super::folder::BYTE_ORDER_MARK;

/// A TOML value. Dates keep their text, so that `2026-02-30` can be reported by whoever knows it should be a date.
#[derive(Clone, Debug, PartialEq)]
pub enum TomlValue {
    /// A string.
    Text(String),
    /// A date, time or both, as written.
    Datetime(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// True or false.
    Boolean(bool),
    /// A list.
    Array(Vec<Located<TomlValue>>),
    /// A table.
    Table(Table),
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where the key stands.
    pub key: Place,
    /// The value.
    pub value: Located<TomlValue>,
}

/// A table, ordered by key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The entries.
    pub entries: BTreeMap<String, Entry>,
}

impl Table {
    /// Reads a whole TOML file, past its byte order mark if it has one. Every fault goes into `diagnostics`; what could
    /// be read in spite of them is the table.
    #[must_use]
    pub fn parse(text: &str, file: FileId, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let start = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
        Self::parse_part(text, start..text.len(), file, diagnostics)
    }

    /// As [`Table::parse`], for a part of a file: the front matter of a text.
    pub(super) fn parse_part(
        text: &str,
        part: Range<usize>,
        file: FileId,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut tree = Tree {
            source: &text[part.clone()],
            start: part.start,
            file,
            dates: Vec::new(),
            diagnostics,
        };
        let (root, errors) = DeTable::parse_recoverable(tree.source);
        let table = tree.table(root.get_ref());
        tree.report(&errors);
        table
    }
}

/// Turns what the parser gives into our own values.
struct Tree<'a> {
    source: &'a str,
    /// Where the source begins in the file.
    start: usize,
    file: FileId,
    /// Where dates stand: whether they are possible is not ours to judge.
    dates: Vec<Range<usize>>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Tree<'_> {
    fn place(&self, span: Range<usize>) -> Place {
        Place::new(self.file, self.start + span.start..self.start + span.end)
    }

    fn fault(&mut self, span: Range<usize>, message: String, help: &str) {
        let place = self.place(span);
        self.diagnostics
            .push(Diagnostic::new(codes::E0102, place, message).help(help));
    }

    fn report(&mut self, errors: &[toml::de::Error]) {
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            if self.dates.contains(&span) {
                continue;
            }
            let message = format!("this is not TOML: {}", error.message());
            self.fault(
                span,
                message,
                "write `key = \"text\"`, `key = 12`, `key = [\"one\", \"two\"]` or `[table]`",
            );
        }
    }

    fn table(&mut self, table: &DeTable<'_>) -> Table {
        let mut entries = BTreeMap::new();
        for (key, value) in table {
            if let Some(value) = self.value(value) {
                let key_place = self.place(key.span());
                entries.insert(
                    key.get_ref().clone().into_owned(),
                    Entry {
                        key: key_place,
                        value,
                    },
                );
            }
        }
        Table { entries }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Located<TomlValue>> {
        let span = value.span();
        // Where a value should stand and none does, the parser puts a zero at no place: absent is not zero.
        if span.is_empty() && matches!(value.get_ref(), DeValue::Integer(_)) {
            return None;
        }
        let read = match value.get_ref() {
            DeValue::String(text) => TomlValue::Text(text.clone().into_owned()),
            DeValue::Integer(number) => TomlValue::Integer(self.integer(number, &span)?),
            DeValue::Float(number) => TomlValue::Float(self.float(number, &span)?),
            DeValue::Boolean(truth) => TomlValue::Boolean(*truth),
            DeValue::Datetime(_) => {
                self.dates.push(span.clone());
                TomlValue::Datetime(self.source[span.clone()].to_owned())
            }
            DeValue::Array(list) => TomlValue::Array(self.list(list)),
            DeValue::Table(table) => TomlValue::Table(self.table(table)),
        };
        Some(Located::new(read, self.place(span)))
    }

    fn list(&mut self, list: &DeArray<'_>) -> Vec<Located<TomlValue>> {
        list.iter().filter_map(|value| self.value(value)).collect()
    }

    fn integer(&mut self, number: &DeInteger<'_>, span: &Range<usize>) -> Option<i64> {
        let read = i64::from_str_radix(number.as_str(), number.radix()).ok();
        if read.is_none() {
            self.too_large(number.as_str(), span);
        }
        read
    }

    fn float(&mut self, number: &DeFloat<'_>, span: &Range<usize>) -> Option<f64> {
        let read = number.as_str().parse::<f64>().ok();
        let read = read.filter(|read| read.is_finite());
        if read.is_none() {
            self.too_large(number.as_str(), span);
        }
        read
    }

    fn too_large(&mut self, number: &str, span: &Range<usize>) {
        self.fault(
            span.clone(),
            format!("`{number}` is not a number that can be counted with"),
            "a code or telephone number is a text: put it in double quotes",
        );
    }
}
