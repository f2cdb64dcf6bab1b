//! The keys of one table of a mapping. Every fault is E1101, with its place.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Located, Phrase, Place, codes, phrase, said};
use crate::sources::{Entry, Table, TomlValue};

/// A table of a mapping, and which of its keys were asked for.
pub(super) struct Keys<'a> {
    table: &'a Table,
    /// Where a missing key is reported.
    place: Place,
    /// What messages call it, such as "`[source]`".
    name: String,
    known: Vec<&'static str>,
}

impl<'a> Keys<'a> {
    pub(super) fn new(table: &'a Table, place: Place, name: impl Into<String>) -> Self {
        Self {
            table,
            place,
            name: name.into(),
            known: Vec::new(),
        }
    }

    /// The entry of a key, which is known from now on.
    pub(super) fn entry(&mut self, key: &'static str) -> Option<&'a Entry> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.table.entries.get(key)
    }

    pub(super) fn text(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Located<String>> {
        let value = &self.entry(key)?.value;
        text(value, key, diagnostics)
    }

    pub(super) fn required_text(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Located<String>> {
        if !self.has(key) {
            self.missing(key, diagnostics);
        }
        self.text(key, diagnostics)
    }

    /// A text, or a list of texts.
    pub(super) fn texts(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Located<String>> {
        self.entry(key)
            .map_or_else(Vec::new, |entry| texts(&entry.value, key, diagnostics))
    }

    /// A word of a fixed list; the first of them when the key is not there.
    pub(super) fn word(
        &mut self,
        key: &'static str,
        words: &[&'static str],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> &'static str {
        let Some(written) = self.text(key, diagnostics) else {
            return words[0];
        };
        let found = words.iter().find(|word| **word == written.value);
        found.copied().unwrap_or_else(|| {
            let belongs: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            diagnostics.push(
                Diagnostic::new(
                    codes::E1101,
                    written.place,
                    said(
                        "`{written}` cannot be `{key}`",
                        [("written", &written.value), ("key", &key)],
                    ),
                )
                .did_you_mean(&written.value, words.iter().copied())
                .help(said(
                    "write one of {words}",
                    [("words", &belongs.join(", "))],
                )),
            );
            words[0]
        })
    }

    pub(super) fn number(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<usize> {
        let value = &self.entry(key)?.value;
        if let TomlValue::Integer(number) = value.value
            && let Ok(number) = usize::try_from(number)
        {
            return Some(number);
        }
        diagnostics.push(wrong_kind(value.place, key, NUMBER));
        None
    }

    /// `true` or `false`; `false` when the key is not there.
    pub(super) fn truth(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let Some(entry) = self.entry(key) else {
            return false;
        };
        if let TomlValue::Boolean(truth) = entry.value.value {
            return truth;
        }
        diagnostics.push(wrong_kind(entry.value.place, key, TRUTH));
        false
    }

    /// A table of words of the source, in lower case, with what each stands for.
    pub(super) fn states(
        &mut self,
        key: &'static str,
        states: &[&'static str],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> BTreeMap<String, &'static str> {
        let mut read = BTreeMap::new();
        for (word, values) in self.words(key, diagnostics).into_iter().flatten() {
            for value in values {
                if let Some(state) = states.iter().find(|state| **state == value.value) {
                    read.insert(word.to_lowercase(), *state);
                    continue;
                }
                let belongs: Vec<String> =
                    states.iter().map(|state| format!("`{state}`")).collect();
                let problem = said(
                    "`{word}` cannot stand for `{state}`",
                    [("word", &word), ("state", &value.value)],
                );
                let help = said("write one of {words}", [("words", &belongs.join(", "))]);
                diagnostics.push(
                    Diagnostic::new(codes::E1101, value.place, problem)
                        .did_you_mean(&value.value, states.iter().copied())
                        .help(help),
                );
            }
        }
        read
    }

    /// A table of words: each key stands for one or several values.
    pub(super) fn words(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<BTreeMap<String, Vec<Located<String>>>> {
        let entry = self.entry(key)?;
        let TomlValue::Table(table) = &entry.value.value else {
            diagnostics.push(wrong_kind(entry.value.place, key, WORDS));
            return None;
        };
        let read = table
            .entries
            .iter()
            .map(|(word, entry)| (word.clone(), texts(&entry.value, key, diagnostics)));
        Some(read.collect())
    }

    pub(super) fn section(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Keys<'a>> {
        let entry = self.entry(key)?;
        if let TomlValue::Table(table) = &entry.value.value {
            return Some(Keys::new(table, entry.key, format!("`[{key}]`")));
        }
        diagnostics.push(wrong_kind(entry.value.place, key, TABLE));
        None
    }

    pub(super) fn required_section(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Keys<'a>> {
        if !self.has(key) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E1101,
                    self.place,
                    said(
                        "{name} has no `[{key}]`",
                        [("name", &self.name), ("key", &key)],
                    ),
                )
                .help("`docs/import.md` says what stands in a mapping"),
            );
        }
        self.section(key, diagnostics)
    }

    /// The tables of a list.
    pub(super) fn sections(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Keys<'a>> {
        let Some(entry) = self.entry(key) else {
            return Vec::new();
        };
        let TomlValue::Array(list) = &entry.value.value else {
            diagnostics.push(wrong_kind(entry.value.place, key, LIST_OF_TABLES));
            return Vec::new();
        };
        let mut sections = Vec::new();
        for item in list {
            match &item.value {
                TomlValue::Table(table) => {
                    sections.push(Keys::new(table, item.place, format!("`[[{key}]]`")));
                }
                TomlValue::Text(_)
                | TomlValue::Datetime(_)
                | TomlValue::Integer(_)
                | TomlValue::Float(_)
                | TomlValue::Boolean(_)
                | TomlValue::Array(_) => diagnostics.push(wrong_kind(item.place, key, TABLE)),
            }
        }
        sections
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.entries.contains_key(key)
    }

    pub(super) fn place(&self) -> Place {
        self.place
    }

    pub(super) fn missing(&self, key: &str, diagnostics: &mut Vec<Diagnostic>) {
        diagnostics.push(
            Diagnostic::new(
                codes::E1101,
                self.place,
                said(
                    "{name} has no `{key}`",
                    [("name", &self.name), ("key", &key)],
                ),
            )
            .help(said(
                "add `{key} = …`; `docs/import.md` says what stands in it",
                [("key", &key)],
            )),
        );
    }

    /// Reports every key that nobody asked for.
    pub(super) fn finish(self, diagnostics: &mut Vec<Diagnostic>) {
        for (key, entry) in &self.table.entries {
            if !self.known.iter().any(|known| known == key) {
                let known: Vec<String> = self
                    .known
                    .iter()
                    .map(|known| format!("`{known}`"))
                    .collect();
                diagnostics.push(
                    Diagnostic::new(
                        codes::E1101,
                        entry.key,
                        said(
                            "unknown key `{key}` in {name}",
                            [("key", key), ("name", &self.name)],
                        ),
                    )
                    .did_you_mean(key, self.known.iter().copied())
                    .help(said("known here: {keys}", [("keys", &known.join(", "))])),
                );
            }
        }
    }
}

fn text(
    value: &Located<TomlValue>,
    key: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Located<String>> {
    if let TomlValue::Text(text) | TomlValue::Datetime(text) = &value.value {
        return Some(Located::new(text.clone(), value.place));
    }
    diagnostics.push(wrong_kind(value.place, key, TEXT));
    None
}

fn texts(
    value: &Located<TomlValue>,
    key: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Located<String>> {
    let TomlValue::Array(list) = &value.value else {
        return text(value, key, diagnostics).into_iter().collect();
    };
    list.iter()
        .filter_map(|item| text(item, key, diagnostics))
        .collect()
}

/// What is said of a value of another kind, and what to write.
type Kind = [Phrase; 2];

const TEXT: Kind = [phrase("`{key}` is not a text"), phrase("write a text")];
const NUMBER: Kind = [
    phrase("`{key}` is not a whole number"),
    phrase("write a whole number"),
];
const TRUTH: Kind = [
    phrase("`{key}` is not `true` or `false`"),
    phrase("write `true` or `false`"),
];
const WORDS: Kind = [
    phrase("`{key}` is not a table of words"),
    phrase("write a table of words"),
];
const TABLE: Kind = [phrase("`{key}` is not a table"), phrase("write a table")];
const LIST_OF_TABLES: Kind = [
    phrase("`{key}` is not a list of tables: `[[{key}]]`"),
    phrase("write a list of tables: `[[{key}]]`"),
];

fn wrong_kind(place: Place, key: &str, [problem, help]: Kind) -> Diagnostic {
    Diagnostic::new(codes::E1101, place, said(problem, [("key", &key)]))
        .help(said(help, [("key", &key)]))
}
