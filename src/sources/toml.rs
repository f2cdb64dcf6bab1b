//! TOML as a tree of located values.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeFloat, DeInteger, DeTable, DeValue};

use crate::diagnostics::{
    Diagnostic, FileId, Located, Phrase, Place, Wording, codes, phrase, said,
};

use super::folder::BYTE_ORDER_MARK;
use super::toml_fault::Fault;

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
            broken: Vec::new(),
            dates: Vec::new(),
            diagnostics,
        };
        let (root, errors) = DeTable::parse_recoverable(tree.source);
        tree.broken = errors.iter().filter_map(toml::de::Error::span).collect();
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
    /// Where the parser found faults.
    broken: Vec<Range<usize>>,
    /// Where dates stand: whether they are possible is not ours to judge.
    dates: Vec<Range<usize>>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Tree<'_> {
    fn place(&self, span: Range<usize>) -> Place {
        Place::new(self.file, self.start + span.start..self.start + span.end)
    }

    fn fault(&mut self, span: Range<usize>, message: Wording, help: Phrase) {
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
            let fault = Fault {
                source: self.source,
                span: span.clone(),
                message: error.message(),
            };
            let (message, help) = fault.in_words();
            self.fault(span, message, help);
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
        // Where a value should stand and none does, the parser gives one of its own, such as a zero: absent is not zero.
        let is_scalar = !matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
        if is_scalar && span.is_empty() {
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
        let reaches = span.start..=span.end;
        if self
            .broken
            .iter()
            .any(|fault| reaches.contains(&fault.start))
        {
            return;
        }
        self.fault(
            span.clone(),
            said(
                "`{number}` is not a number that can be counted with",
                [("number", &number)],
            ),
            phrase("a code or telephone number is a text: put it in double quotes"),
        );
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostics::SourceMap;

    fn parse(text: &str) -> (SourceMap, Table, Vec<Diagnostic>) {
        let mut sources = SourceMap::default();
        let mut diagnostics = Vec::new();
        let file = sources.add("content/site.toml", text);
        let table = Table::parse(text, file, &mut diagnostics);
        (sources, table, diagnostics)
    }

    fn value(table: &Table, key: &str) -> TomlValue {
        table.entries[key].value.value.clone()
    }

    #[test]
    fn keys_and_values_know_where_they_stand() {
        let (sources, table, diagnostics) =
            parse("\u{feff}name = \"Regio\"\r\n[thresholds]\r\nprivacy_minimum = 10\r\n");
        assert_eq!(diagnostics, []);
        let name = &table.entries["name"];
        assert_eq!(sources.excerpt(name.key), "name");
        assert_eq!(sources.excerpt(name.value.place), "\"Regio\"");
        assert_eq!(sources.position(name.value.place).column, 8);
        let TomlValue::Table(thresholds) = value(&table, "thresholds") else {
            panic!("a table");
        };
        let minimum = &thresholds.entries["privacy_minimum"].value;
        assert_eq!(minimum.value, TomlValue::Integer(10));
        assert_eq!(sources.excerpt(minimum.place), "10");
        assert_eq!(sources.position(minimum.place).line, 3);
    }

    #[test]
    fn every_kind_of_value_is_kept() {
        let (_, table, diagnostics) = parse("a = 0x10\nb = -1.5\nc = true\nd = [1, \"x\"]\n");
        assert_eq!(diagnostics, []);
        assert_eq!(value(&table, "a"), TomlValue::Integer(16));
        assert_eq!(value(&table, "b"), TomlValue::Float(-1.5));
        assert_eq!(value(&table, "c"), TomlValue::Boolean(true));
        let TomlValue::Array(list) = value(&table, "d") else {
            panic!("a list");
        };
        assert_eq!(list[1].value, TomlValue::Text("x".to_owned()));
    }

    #[test]
    fn several_faults_are_reported_at_once_each_in_its_place() {
        let (sources, table, diagnostics) =
            parse("one = \nname = \"Regio\"\ntwo = yes\nname = \"again\"\n");
        let lines: Vec<usize> = diagnostics
            .iter()
            .map(|problem| sources.position(problem.primary).line)
            .collect();
        assert_eq!(lines, [1, 3, 4]);
        assert!(
            diagnostics
                .iter()
                .all(|problem| problem.code == codes::E0102)
        );
        assert_eq!(value(&table, "name"), TomlValue::Text("Regio".to_owned()));
    }

    #[test]
    fn a_value_that_is_not_there_is_no_zero() {
        let (_, table, diagnostics) = parse("weeks =\n");
        assert_eq!(diagnostics.len(), 1);
        assert!(!table.entries.contains_key("weeks"));
    }

    #[test]
    fn dates_are_kept_as_written() {
        let (_, table, diagnostics) = parse("date = 2026-11-15\n");
        assert_eq!(diagnostics, []);
        assert_eq!(
            value(&table, "date"),
            TomlValue::Datetime("2026-11-15".to_owned())
        );
    }

    #[test]
    fn an_impossible_date_is_left_to_whoever_wants_a_date() {
        let (_, table, diagnostics) = parse("date = 2026-02-30\nmonth = 2026-13-01\n");
        assert_eq!(diagnostics, []);
        assert_eq!(
            value(&table, "date"),
            TomlValue::Datetime("2026-02-30".to_owned())
        );
        assert_eq!(
            value(&table, "month"),
            TomlValue::Datetime("2026-13-01".to_owned())
        );
    }

    #[test]
    fn a_number_that_is_too_large_is_reported_and_not_kept() {
        for number in ["99999999999999999999", "1e999"] {
            let (sources, table, diagnostics) = parse(&format!("kvk = {number}\n"));
            assert_eq!(diagnostics.len(), 1, "{number}");
            assert_eq!(diagnostics[0].code, codes::E0102);
            assert_eq!(sources.excerpt(diagnostics[0].primary), number);
            assert!(table.entries.is_empty());
        }
    }

    #[test]
    fn a_number_that_is_not_whole_is_reported_once() {
        for number in ["0200", "1."] {
            let (sources, table, diagnostics) = parse(&format!("code = {number}\n"));
            assert_eq!(diagnostics.len(), 1, "{number}: {diagnostics:?}");
            assert_eq!(sources.position(diagnostics[0].primary).line, 1, "{number}");
            assert!(table.entries.is_empty(), "{number}");
        }
    }

    #[test]
    fn a_hundred_thousand_open_brackets_are_a_fault_and_no_crash() {
        let (_, _, diagnostics) = parse(&format!("a = {}", "[".repeat(100_000)));
        assert!(!diagnostics.is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\u{feff}?([a-c]|[=\\[\\]{}\"'\n\r .,:#+-]|[0-9]|é|true|2026-02-3|1e9){0,40}") {
            let (_, _, diagnostics) = parse(&text);
            for problem in diagnostics {
                prop_assert!(problem.primary.range().end <= text.len());
            }
        }

        #[test]
        fn any_characters_are_read_without_panic(text in any::<String>()) {
            parse(&text);
        }
    }
}
