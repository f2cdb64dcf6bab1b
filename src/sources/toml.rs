//! TOML as a tree of located values.

use std::collections::BTreeMap;

use crate::diagnostics::{Located, Place};

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
