//! How a foreign file is written: what `[source]` of a mapping says.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::Encoding;

use crate::diagnostics::{Diagnostic, Located, codes, said};

use super::keys::Keys;

/// Words for the units of waits.
pub(super) const UNITS: &[&str] = &["weeks", "days", "months"];

/// What the files are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileForm {
    /// CSV, a spreadsheet or JSON, by the end of the file's name.
    Table,
    /// A directory in the Human Services Data Specification: JSON documents, or a package of CSV files.
    Hsds,
}

/// How the foreign file is written.
#[derive(Debug)]
pub(super) struct SourceForm {
    pub(super) files: FileForm,
    pub(super) encoding: &'static Encoding,
    /// `,` or `.`; either when the mapping does not say.
    pub(super) decimal: Option<char>,
    /// Date forms as in `strptime`.
    pub(super) dates: Vec<String>,
    /// Words for "nothing", in lower case.
    pub(super) empty: BTreeSet<String>,
    /// Words for units behind a number, in lower case.
    pub(super) units: BTreeMap<String, &'static str>,
    pub(super) sheets: Sheets,
    /// The row of a sheet with the names of the columns, counted from 1.
    pub(super) header_row: Option<u32>,
    /// Where the records of a JSON file stand, such as `contents`.
    pub(super) records: Option<Located<String>>,
    /// The lists in a JSON record of which each item makes a record of its own.
    pub(super) each: Vec<Located<String>>,
}

/// Which sheets of a spreadsheet are read.
#[derive(Debug)]
pub(super) enum Sheets {
    /// Those with the columns of the mapping. The others are named in a warning.
    Fitting,
    All,
    Named(Vec<Located<String>>),
}

impl Default for SourceForm {
    fn default() -> Self {
        Self {
            files: FileForm::Table,
            encoding: encoding_rs::UTF_8,
            decimal: None,
            dates: vec!["%Y-%m-%d".to_owned()],
            empty: BTreeSet::new(),
            units: BTreeMap::new(),
            sheets: Sheets::Fitting,
            header_row: None,
            records: None,
            each: Vec::new(),
        }
    }
}

impl SourceForm {
    /// Reads `[source]`, which may be left out.
    pub(super) fn read(mapping: &mut Keys<'_>, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut form = Self::default();
        let Some(mut keys) = mapping.section("source", diagnostics) else {
            return form;
        };
        if let Some(encoding) = encoding(&mut keys, diagnostics) {
            form.encoding = encoding;
        }
        if keys.entry("decimal").is_some() {
            let sign = keys.word("decimal", &[",", "."], diagnostics);
            form.decimal = sign.chars().next();
        }
        if keys.entry("dates").is_some() {
            form.dates = dates(&mut keys, diagnostics);
        }
        for word in keys.texts("empty", diagnostics) {
            form.empty.insert(word.value.to_lowercase());
        }
        form.units = keys.states("units", UNITS, diagnostics);
        form.files = match keys.word("format", &["table", "hsds"], diagnostics) {
            "hsds" => FileForm::Hsds,
            _ => FileForm::Table,
        };
        let sheets = keys.texts("sheets", diagnostics);
        form.sheets = match sheets.first() {
            None => Sheets::Fitting,
            Some(first) if first.value == "*" => Sheets::All,
            Some(_) => Sheets::Named(sheets),
        };
        let header_row = keys.number("header_row", diagnostics);
        form.header_row = header_row.and_then(|row| u32::try_from(row).ok());
        form.records = keys.text("records", diagnostics);
        form.each = keys.texts("each", diagnostics);
        keys.finish(diagnostics);
        form
    }
}

fn encoding(keys: &mut Keys<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<&'static Encoding> {
    let label = keys.text("encoding", diagnostics)?;
    let encoding = Encoding::for_label(label.value.as_bytes());
    if encoding.is_none() {
        let problem = said("there is no encoding `{label}`", [("label", &label.value)]);
        diagnostics.push(
            Diagnostic::new(codes::E1101, label.place, problem)
                .help("write `utf-8`, `windows-1252` or another name of the WHATWG list"),
        );
    }
    encoding
}

fn dates(keys: &mut Keys<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<String> {
    let forms = keys.texts("dates", diagnostics);
    for form in &forms {
        let day = jiff::civil::date(2016, 9, 30);
        let written = jiff::fmt::strtime::format(&form.value, day);
        let read = written.and_then(|text| jiff::civil::Date::strptime(&form.value, text));
        if read.ok() != Some(day) {
            let problem = said(
                "`{form}` is not the form of a date",
                [("form", &form.value)],
            );
            diagnostics.push(
                Diagnostic::new(codes::E1101, form.place, problem)
                    .help("write a form such as `%d-%m-%Y`: day, month, year"),
            );
        }
    }
    forms.into_iter().map(|form| form.value).collect()
}
