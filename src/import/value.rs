//! Where a value comes from: columns or a constant, and what is done with it before it is used.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, Place, Wording, codes, phrase, said};
use crate::sources::{Row, TomlValue};

use super::address::postcode_in;
use super::columns::{UsedColumn, UsedColumns};
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
    /// Only the postcode in the text is taken.
    finds_postcode: bool,
    /// A file without the columns, and a row without the value, are in order.
    pub(super) is_optional: bool,
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
    /// Dates may also stand as `YYYY-MM-DD`: cells of a spreadsheet that are dates do.
    pub(super) has_iso_dates: bool,
}

impl<'a> ForeignRow<'a> {
    /// The cell as it is written; `None` when the file has no such column, which then is an optional one.
    pub(super) fn raw(&self, column: &str) -> Option<&'a Located<Box<str>>> {
        self.columns.get(column).map(|rank| &self.row.cells[*rank])
    }

    /// The cell, empty when it holds a word for "nothing".
    pub(super) fn cell(&self, column: &str) -> Located<&'a str> {
        let Some(cell) = self.raw(column) else {
            return Located::new("", self.row.place);
        };
        let is_empty = self.empty.contains(&cell.value.to_lowercase());
        Located::new(if is_empty { "" } else { &*cell.value }, cell.place)
    }

    fn place_of(&self, columns: &[String]) -> Place {
        let first = columns.iter().find_map(|column| self.raw(column));
        first.map_or(self.row.place, |cell| cell.place)
    }
}

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
        use_each(&columns, false, used);
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
            finds_postcode: false,
            is_optional: false,
            place,
        }
    }

    fn read_table(
        mut keys: Keys<'_>,
        place: Place,
        used: &mut UsedColumns,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let is_optional = keys.truth("optional", diagnostics);
        let from = Self::read_source(&mut keys, is_optional, place, used, diagnostics);
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
            finds_postcode: keys.word("find", &["all", "postcode"], diagnostics) == "postcode",
            is_optional,
            ..Self::plain(from, place)
        });
        if value.is_some() {
            keys.finish(diagnostics);
        }
        value
    }

    /// Reads which columns, or which constant.
    fn read_source(
        keys: &mut Keys<'_>,
        is_optional: bool,
        place: Place,
        used: &mut UsedColumns,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<From> {
        let constant = keys.text("constant", diagnostics);
        let first = keys.texts("column", diagnostics);
        let any = keys.texts("any_of", diagnostics);
        let join = keys.texts("join", diagnostics);
        let with = keys.text("with", diagnostics);
        use_each(&first, is_optional, used);
        use_each(&join, is_optional, used);
        if !any.is_empty() {
            used.push(UsedColumn {
                names: any.clone(),
                is_optional,
            });
        }
        let said_so = [&first, &any, &join].map(|columns| !columns.is_empty());
        match (constant, said_so) {
            (Some(constant), [false, false, false]) => Some(From::Constant(constant.value)),
            (None, [true, false, false]) => Some(From::First(names(first))),
            (None, [false, true, false]) => Some(From::First(names(any))),
            (None, [false, false, true]) => {
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
                    .help("write one of `column`, `any_of`, `join` and `constant`"),
                );
                None
            }
        }
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
        let item = if self.finds_postcode {
            postcode_in(item)
        } else {
            item
        };
        if let Some(table) = &self.table {
            match table.get(item) {
                Some(found) => values.extend(found.iter().map(|value| value.value.clone())),
                None if item.is_empty() => {}
                None => {
                    let help = phrase("add it to the table in the mapping, or correct it");
                    let problem = said(
                        "`{item}` is not in the table of the mapping",
                        [("item", &item)],
                    );
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
                match cells.find(|cell| !cell.value.is_empty()) {
                    Some(filled) => filled.map(ToOwned::to_owned),
                    None => Located::new(String::new(), row.place_of(columns)),
                }
            }
            From::Join(columns, with) => {
                let cells = columns.iter().map(|column| row.cell(column));
                let filled: Vec<Located<&str>> =
                    cells.filter(|cell| !cell.value.is_empty()).collect();
                let first = filled.first().map(|cell| cell.place);
                let place = first.unwrap_or_else(|| row.place_of(columns));
                let texts: Vec<&str> = filled.iter().map(|cell| cell.value).collect();
                Located::new(texts.join(with), place)
            }
        }
    }

    /// As [`Self::of`], for a value without which the row says nothing.
    pub(super) fn needed(
        &self,
        problem: impl Into<Wording>,
        row: ForeignRow<'_>,
    ) -> Result<Found, Reason> {
        self.of(row)?.ok_or_else(|| {
            let place = self.written(row).place;
            let help = phrase("fill in the cell, or map another column");
            let Reason(problem) = Reason::new(place, problem, help);
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
        let iso = "%Y-%m-%d";
        let date = if is_constant {
            read(iso)
        } else {
            let read_so = forms.iter().find_map(|form| read(form));
            read_so.or_else(|| read(iso).filter(|_| row.has_iso_dates))
        };
        date.map(Some).ok_or_else(|| {
            let forms: Vec<String> = forms.iter().map(|form| format!("`{form}`")).collect();
            let problem = said(
                "`{text}` is not a date in the form {forms}",
                [("text", &text), ("forms", &forms.join(" or "))],
            );
            let help = phrase("correct the date, or add its form to `dates` in the mapping");
            Reason::new(found.place, problem, help)
        })
    }
}

/// Each of these columns must be there, unless they are optional.
fn use_each(columns: &[Located<String>], is_optional: bool, used: &mut UsedColumns) {
    used.extend(columns.iter().map(|column| UsedColumn {
        names: vec![column.clone()],
        is_optional,
    }));
}

fn names(columns: Vec<Located<String>>) -> Vec<String> {
    columns.into_iter().map(|column| column.value).collect()
}
