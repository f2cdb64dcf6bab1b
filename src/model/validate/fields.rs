//! Takes fields out of a TOML table, and says what is missing, of another kind, or not known.

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, Phrase, Place, codes, phrase, said};
use crate::model::LanguageTag;
use crate::sources::{Document, Table, TomlValue};

use super::form::{self, Form, quoted};

/// A table of which the fields are taken one by one.
pub(super) struct Fields<'a> {
    table: &'a Table,
    place: Place,
    is_whole: bool,
    known: Vec<&'a str>,
}

impl<'a> Fields<'a> {
    /// The front matter of a document. Where it was broken, keys that are not there are not missed.
    pub(super) fn of(document: &'a Document) -> Self {
        Self {
            table: &document.front,
            place: Place::whole(document.file),
            is_whole: document.is_whole,
            known: Vec::new(),
        }
    }

    /// A table inside this one; `place` is where a missing key is reported.
    fn inside(&self, table: &'a Table, place: Place) -> Self {
        Self {
            table,
            place,
            is_whole: self.is_whole,
            known: Vec::new(),
        }
    }

    /// Whether the key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.entries.contains_key(key)
    }

    /// Whether the value of a key is a table.
    pub(super) fn is_table(&self, key: &str) -> bool {
        let entry = self.table.entries.get(key);
        entry.is_some_and(|entry| matches!(entry.value.value, TomlValue::Table(_)))
    }

    /// Where the value of a key stands, or the table when there is none.
    pub(super) fn place_of(&self, key: &str) -> Place {
        self.table
            .entries
            .get(key)
            .map_or(self.place, |entry| entry.value.place)
    }

    /// A text that is not blank.
    pub(super) fn text(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Located<&'a str>> {
        let value = self.value(key)?;
        let text = as_text(value, key, diagnostics)?;
        if text.value.trim().is_empty() {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0110,
                    text.place,
                    said("`{key}` is empty", [("key", &key)]),
                )
                .help("write the text, or leave the key out when it is not known"),
            );
            return None;
        }
        Some(text.map(str::trim))
    }

    /// A text that must be there.
    pub(super) fn required_text(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Located<&'a str>> {
        if !self.has(key) {
            self.missing(key, diagnostics);
        }
        self.text(key, diagnostics)
    }

    /// A text in a form.
    pub(super) fn formed<T>(
        &mut self,
        key: &'static str,
        form: &Form<T>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        let text = self.text(key, diagnostics)?;
        form::read(form, text, diagnostics)
    }

    /// A text in a form that must be there.
    pub(super) fn required_formed<T>(
        &mut self,
        key: &'static str,
        form: &Form<T>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        let text = self.required_text(key, diagnostics)?;
        form::read(form, text, diagnostics)
    }

    /// A date, with its place.
    pub(super) fn date(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Located<Date>> {
        let value = self.value(key)?;
        let written = match &value.value {
            TomlValue::Datetime(text) | TomlValue::Text(text) => {
                Located::new(text.as_str(), value.place)
            }
            TomlValue::Integer(_)
            | TomlValue::Float(_)
            | TomlValue::Boolean(_)
            | TomlValue::Array(_)
            | TomlValue::Table(_) => {
                other_kind(value, key, phrase("a date"), diagnostics);
                return None;
            }
        };
        let date = form::read(&form::DATE, written, diagnostics)?;
        Some(Located::new(date, value.place))
    }

    /// A whole number, with its place.
    pub(super) fn integer(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Located<i64>> {
        let value = self.value(key)?;
        if let TomlValue::Integer(number) = value.value {
            return Some(Located::new(number, value.place));
        }
        other_kind(value, key, phrase("a whole number"), diagnostics);
        None
    }

    /// A number, with or without a fraction.
    pub(super) fn number(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Located<f64>> {
        let value = self.value(key)?;
        match value.value {
            TomlValue::Float(number) => Some(Located::new(number, value.place)),
            TomlValue::Integer(number) => i32::try_from(number)
                .ok()
                .map(|number| Located::new(f64::from(number), value.place)),
            TomlValue::Text(_)
            | TomlValue::Datetime(_)
            | TomlValue::Boolean(_)
            | TomlValue::Array(_)
            | TomlValue::Table(_) => {
                other_kind(value, key, phrase("a number"), diagnostics);
                None
            }
        }
    }

    /// `true` or `false`.
    pub(super) fn boolean(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<bool> {
        let value = self.value(key)?;
        if let TomlValue::Boolean(answer) = value.value {
            return Some(answer);
        }
        other_kind(value, key, phrase("`true` or `false`"), diagnostics);
        None
    }

    /// A list of texts; empty when the key is not there.
    pub(super) fn texts(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Located<&'a str>> {
        self.value(key)
            .and_then(|value| as_texts(value, key, diagnostics))
            .into_iter()
            .flatten()
            .collect()
    }

    /// A list of lists of texts, each with its place; empty when the key is not there.
    pub(super) fn lists(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Located<Vec<Located<&'a str>>>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let TomlValue::Array(items) = &value.value else {
            other_kind(value, key, phrase("a list of lists"), diagnostics);
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| {
                let texts = as_texts(item, key, diagnostics)?;
                Some(Located::new(texts, item.place))
            })
            .collect()
    }

    /// A table.
    pub(super) fn table(
        &mut self,
        key: &'a str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Fields<'a>> {
        let value = self.value(key)?;
        let TomlValue::Table(table) = &value.value else {
            other_kind(value, key, phrase("a table"), diagnostics);
            return None;
        };
        Some(self.inside(table, value.place))
    }

    /// The tables named after languages, each with its language.
    pub(super) fn translations(
        &mut self,
        languages: &'a [LanguageTag],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<(&'a LanguageTag, Fields<'a>)> {
        languages
            .iter()
            .filter_map(|language| Some((language, self.table(language.as_str(), diagnostics)?)))
            .collect()
    }

    /// A table that must be there.
    pub(super) fn required_table(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Fields<'a>> {
        if !self.has(key) {
            self.missing(key, diagnostics);
        }
        self.table(key, diagnostics)
    }

    /// A list of tables; empty when the key is not there.
    pub(super) fn tables(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Fields<'a>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let TomlValue::Array(items) = &value.value else {
            other_kind(value, key, phrase("a list of tables"), diagnostics);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            if let TomlValue::Table(table) = &item.value {
                tables.push(self.inside(table, item.place));
            } else {
                other_kind(item, key, phrase("a table"), diagnostics);
            }
        }
        tables
    }

    /// Says which keys were never asked for.
    pub(super) fn finish(self, diagnostics: &mut Vec<Diagnostic>) {
        for (key, entry) in &self.table.entries {
            if !self.known.contains(&key.as_str()) {
                let belongs = quoted(self.known.iter().copied());
                diagnostics.push(
                    Diagnostic::new(
                        codes::E0107,
                        entry.key,
                        said("unknown key `{key}`", [("key", &key)]),
                    )
                    .did_you_mean(key, self.known.iter().copied())
                    .help(said("keys that belong here: {keys}", [("keys", &belongs)])),
                );
            }
        }
    }

    /// Says that a key is not there.
    pub(super) fn missing(&self, key: &str, diagnostics: &mut Vec<Diagnostic>) {
        if !self.is_whole {
            return;
        }
        diagnostics.push(
            Diagnostic::new(
                codes::E0106,
                self.place,
                said("`{key}` is missing", [("key", &key)]),
            )
            .help(said("add `{key} = …`", [("key", &key)])),
        );
    }

    /// Says that none of the keys is there of which one must be.
    pub(super) fn missing_all(&self, keys: &[&str], diagnostics: &mut Vec<Diagnostic>) {
        if !self.is_whole || keys.iter().any(|key| self.has(key)) {
            return;
        }
        let keys = quoted(keys.iter().copied());
        diagnostics.push(
            Diagnostic::new(
                codes::E0106,
                self.place,
                said("all of {keys} are missing", [("keys", &keys)]),
            )
            .help("add at least one of them"),
        );
    }

    fn value(&mut self, key: &'a str) -> Option<&'a Located<TomlValue>> {
        self.known.push(key);
        self.table.entries.get(key).map(|entry| &entry.value)
    }
}

fn as_text<'a>(
    value: &'a Located<TomlValue>,
    key: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Located<&'a str>> {
    if let TomlValue::Text(text) = &value.value {
        return Some(Located::new(text.as_str(), value.place));
    }
    other_kind(value, key, phrase("a text in quotes"), diagnostics);
    None
}

fn as_texts<'a>(
    value: &'a Located<TomlValue>,
    key: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<Located<&'a str>>> {
    let TomlValue::Array(items) = &value.value else {
        other_kind(value, key, phrase("a list of texts"), diagnostics);
        return None;
    };
    let texts = items
        .iter()
        .filter_map(|item| as_text(item, key, diagnostics));
    Some(texts.collect())
}

fn other_kind(
    value: &Located<TomlValue>,
    key: &str,
    belongs: Phrase,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let found = match value.value {
        TomlValue::Text(_) => phrase("a text"),
        TomlValue::Datetime(_) => phrase("a date"),
        TomlValue::Integer(_) => phrase("a whole number"),
        TomlValue::Float(_) => phrase("a number with a fraction"),
        TomlValue::Boolean(_) => phrase("`true` or `false`"),
        TomlValue::Array(_) => phrase("a list"),
        TomlValue::Table(_) => phrase("a table"),
    };
    diagnostics.push(
        Diagnostic::new(
            codes::E0108,
            value.place,
            said(
                "`{key}` is {found} where {belongs} belongs",
                [("key", &key)],
            )
            .with("found", found)
            .with("belongs", belongs),
        )
        .help(said("write {belongs}", []).with("belongs", belongs)),
    );
}
