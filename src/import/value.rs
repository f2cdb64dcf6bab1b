//! Where a value comes from: columns or a constant, and what is done with it before it is used.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, Place, Wording, codes};
use crate::sources::{Row, TomlValue};

use super::keys::Keys;

/// How one value is made of a row.
#[derive(Debug)]
pub(super) struct Value {
    from: From,
    /// What separates the items of a list.
    split: Option<String>,
    /// Other spellings; what is not in it stays as it is.
    replace: BTreeMap<String, String>,
    /// What each word stands for; what is not in it cannot be used.
    table: Option<BTreeMap<String, Vec<Located<String>>>>,
    /// Digits are filled up with zeros to this length.
    pad: usize,
    prefix: String,
    /// Where the mapping says so.
    place: Place,
}

#[derive(Debug)]
enum From {
    Constant(String),
    /// The first of these columns that is filled.
    First(Vec<String>),
    /// All of these columns that are filled, with this between them.
    Join(Vec<String>, String),
}

/// Why a row cannot be used.
#[derive(Debug)]
pub(super) struct Reason(pub(super) Box<Diagnostic>);

impl Reason {
    pub(super) fn new(place: Place, message: impl Into<Wording>, help: impl Into<Wording>) -> Self {
        Self(Box::new(
            Diagnostic::new(codes::W1102, place, message).help(help),
        ))
    }
}

/// What was found in a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// At least one.
    pub(super) values: Vec<String>,
    /// Where it stands in the row.
    pub(super) place: Place,
}

impl Found {
    /// The value; of a list, its items with blanks between them.
    pub(super) fn text(&self) -> String {
        self.values.join(" ")
    }
}

/// A row of a foreign file with the names of its columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct ForeignRow<'a> {
    pub(super) row: &'a Row,
    pub(super) columns: &'a BTreeMap<Box<str>, usize>,
    /// Words for "nothing", in lower case.
    pub(super) empty: &'a BTreeSet<String>,
}

impl<'a> ForeignRow<'a> {
    /// The cell as it is written.
    pub(super) fn raw(&self, column: &str) -> &'a Located<Box<str>> {
        let rank = self.columns.get(column);
        let rank = rank.expect("the columns of the mapping were looked up in every file");
        &self.row.cells[*rank]
    }

    /// The cell, empty when it holds a word for "nothing".
    fn cell(&self, column: &str) -> Located<&'a str> {
        let cell = self.raw(column);
        let is_empty = self.empty.contains(&cell.value.to_lowercase());
        Located::new(if is_empty { "" } else { &*cell.value }, cell.place)
    }
}

/// The columns that a mapping uses, each with its place in the mapping.
pub(super) type UsedColumns = Vec<Located<String>>;

impl Value {
    /// Reads how a value is made: a column name, a list of them (the first that is filled), or a table.
    pub(super) fn read(
        keys: &mut Keys<'_>,
        key: &'static str,
        used: &mut UsedColumns,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let entry = keys.entry(key)?;
        let place = entry.value.place;
        if let TomlValue::Table(table) = &entry.value.value {
            let inner = Keys::new(table, entry.key, format!("`{key}`"));
            return Self::read_table(inner, place, used, diagnostics);
        }
        let columns = keys.texts(key, diagnostics);
        used.extend(columns.iter().cloned());
        Some(Self::plain(From::First(names(columns)), place))
    }

    pub(super) fn required(
        keys: &mut Keys<'_>,
        key: &'static str,
        used: &mut UsedColumns,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        if !keys.has(key) {
            keys.missing(key, diagnostics);
        }
        Self::read(keys, key, used, diagnostics)
    }

    fn plain(from: From, place: Place) -> Self {
        Self {
            from,
            split: None,
            replace: BTreeMap::new(),
            table: None,
            pad: 0,
            prefix: String::new(),
            place,
        }
    }

    fn read_table(
        mut keys: Keys<'_>,
        place: Place,
        used: &mut UsedColumns,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let constant = keys.text("constant", diagnostics);
        let first = keys.texts("column", diagnostics);
        let join = keys.texts("join", diagnostics);
        let with = keys.text("with", diagnostics);
        used.extend(first.iter().chain(&join).cloned());
        let from = match (constant, first.is_empty(), join.is_empty()) {
            (Some(constant), true, true) => Some(From::Constant(constant.value)),
            (None, false, true) => Some(From::First(names(first))),
            (None, true, false) => {
                let with = with.map_or_else(|| " ".to_owned(), |with| with.value);
                Some(From::Join(names(join), with))
            }
            _ => {
                diagnostics.push(
                    Diagnostic::new(
                        codes::E1101,
                        place,
                        "this does not say where the value comes from",
                    )
                    .help("write one of `column`, `join` and `constant`"),
                );
                None
            }
        };
        let replace = keys.words("replace", diagnostics).unwrap_or_default();
        let replace = replace
            .into_iter()
            .map(|(word, values)| (word, names(values).join(" ")))
            .collect();
        let value = from.map(|from| Self {
            split: keys.text("split", diagnostics).map(|text| text.value),
            replace,
            table: keys.words("table", diagnostics),
            pad: keys.number("pad", diagnostics).unwrap_or(0),
            prefix: keys
                .text("prefix", diagnostics)
                .map_or_else(String::new, |text| text.value),
            ..Self::plain(from, place)
        });
        if value.is_some() {
            keys.finish(diagnostics);
        }
        value
    }

    /// What the mapping says that this can be; empty when only the rows say it.
    pub(super) fn possible(&self) -> Vec<Located<&str>> {
        let listed = self.table.iter().flat_map(BTreeMap::values).flatten();
        let listed = listed.map(|value| Located::new(value.value.as_str(), value.place));
        let constant = match (&self.from, &self.table) {
            (From::Constant(text), None) => Some(Located::new(text.as_str(), self.place)),
            (From::Constant(_), Some(_)) | (From::First(_) | From::Join(..), _) => None,
        };
        listed.chain(constant).collect()
    }

    /// The value in a row; `None` when nothing is written.
    pub(super) fn of(&self, row: ForeignRow<'_>) -> Result<Option<Found>, Reason> {
        let written = self.written(row);
        let items: Vec<&str> = match &self.split {
            Some(separator) => written
                .value
                .split(separator.as_str())
                .map(str::trim)
                .collect(),
            None => vec![written.value.as_str()],
        };
        let mut values = Vec::new();
        for item in items {
            self.item(item, written.place, &mut values)?;
        }
        let found = Found {
            values,
            place: written.place,
        };
        Ok((!found.values.is_empty()).then_some(found))
    }

    fn item(&self, item: &str, place: Place, values: &mut Vec<String>) -> Result<(), Reason> {
        let item = self.replace.get(item).map_or(item, String::as_str);
        if let Some(table) = &self.table {
            match table.get(item) {
                Some(found) => values.extend(found.iter().map(|value| value.value.clone())),
                None if item.is_empty() => {}
                None => {
                    let help = "add it to the table in the mapping, or correct it";
                    let problem = format!("`{item}` is not in the table of the mapping");
                    let Reason(problem) = Reason::new(place, problem, help);
                    return Err(Reason(Box::new(problem.related(self.place, "the table"))));
                }
            }
        } else if !item.is_empty() {
            let is_short_number =
                item.len() < self.pad && item.bytes().all(|byte| byte.is_ascii_digit());
            let zeros = if is_short_number {
                self.pad - item.len()
            } else {
                0
            };
            values.push(format!("{}{}{item}", self.prefix, "0".repeat(zeros)));
        }
        Ok(())
    }

    fn written(&self, row: ForeignRow<'_>) -> Located<String> {
        match &self.from {
            From::Constant(text) => Located::new(text.clone(), row.row.place),
            From::First(columns) => {
                let mut cells = columns.iter().map(|column| row.cell(column));
                let filled = cells.find(|cell| !cell.value.is_empty());
                let place = filled.map_or_else(
                    || columns.first().map(|column| row.raw(column).place),
                    |cell| Some(cell.place),
                );
                let text = filled.map_or("", |cell| cell.value);
                Located::new(text.to_owned(), place.unwrap_or(row.row.place))
            }
            From::Join(columns, with) => {
                let cells = columns.iter().map(|column| row.cell(column));
                let filled: Vec<Located<&str>> =
                    cells.filter(|cell| !cell.value.is_empty()).collect();
                let first = columns.first().map(|column| row.raw(column).place);
                let place = filled.first().map(|cell| cell.place).or(first);
                let place = place.unwrap_or(row.row.place);
                let texts: Vec<&str> = filled.iter().map(|cell| cell.value).collect();
                Located::new(texts.join(with), place)
            }
        }
    }

    /// As [`Self::of`], for a value without which the row says nothing.
    pub(super) fn needed(&self, noun: &str, row: ForeignRow<'_>) -> Result<Found, Reason> {
        self.of(row)?.ok_or_else(|| {
            let place = self.written(row).place;
            let help = "fill in the cell, or map another column";
            let Reason(problem) = Reason::new(place, format!("the row has no {noun}"), help);
            Reason(Box::new(
                problem.related(self.place, "the mapping takes it from here"),
            ))
        })
    }

    /// A date, in one of the forms of the source; in the mapping itself as `YYYY-MM-DD`.
    pub(super) fn date(
        &self,
        row: ForeignRow<'_>,
        forms: &[String],
    ) -> Result<Option<Date>, Reason> {
        let Some(found) = self.of(row)? else {
            return Ok(None);
        };
        let text = found.text();
        let is_constant = matches!(self.from, From::Constant(_));
        let read = |form: &str| Date::strptime(form, &text).ok();
        let date = if is_constant {
            read("%Y-%m-%d")
        } else {
            forms.iter().find_map(|form| read(form))
        };
        date.map(Some).ok_or_else(|| {
            let forms: Vec<String> = forms.iter().map(|form| format!("`{form}`")).collect();
            let problem = format!("`{text}` is not a date in the form {}", forms.join(" or "));
            let help = "correct the date, or add its form to `dates` in the mapping";
            Reason::new(found.place, problem, help)
        })
    }
}

fn names(columns: Vec<Located<String>>) -> Vec<String> {
    columns.into_iter().map(|column| column.value).collect()
}
