//! The tables of a directory: organisations, services, locations and what belongs to them, each row with its place.

use std::collections::BTreeMap;

use crate::diagnostics::{Located, Place};

/// A row of a table: an organisation, a service, a telephone number.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    pub(super) place: Place,
    /// The filled cells, by column.
    pub(super) cells: BTreeMap<String, Located<String>>,
}

impl Entity {
    /// A cell; `None` when nothing is written.
    pub(super) fn get(&self, column: &str) -> Option<&Located<String>> {
        self.cells.get(column)
    }

    /// The text of a cell; `None` when nothing is written.
    pub(super) fn text(&self, column: &str) -> Option<&str> {
        self.get(column).map(|cell| cell.value.as_str())
    }
}

/// All tables of a directory.
#[derive(Debug, Default)]
pub(super) struct Tables {
    rows: BTreeMap<String, Vec<Entity>>,
    /// Where a row with an id stands in its table.
    ranks: BTreeMap<(String, String), usize>,
    /// Rows that are broken; each was reported.
    pub(super) broken: usize,
    /// Things without an id that were given one.
    unnamed: usize,
}

impl Tables {
    /// Adds a row. Of one that is there already, by its id, what is new is added to it.
    pub(super) fn add(&mut self, table: &str, entity: Entity) {
        let rows = self.rows.entry(table.to_owned()).or_default();
        if let Some(id) = entity.text("id") {
            let key = (table.to_owned(), id.to_owned());
            if let Some(rank) = self.ranks.get(&key) {
                for (column, cell) in entity.cells {
                    rows[*rank].cells.entry(column).or_insert(cell);
                }
                return;
            }
            self.ranks.insert(key, rows.len());
        }
        rows.push(entity);
    }

    /// An id for a thing without one, which no other thing of all files gets.
    pub(super) fn next_id(&mut self) -> String {
        self.unnamed += 1;
        format!("#{}", self.unnamed)
    }

    /// The rows of a table.
    pub(super) fn rows(&self, table: &str) -> &[Entity] {
        self.rows.get(table).map_or(&[], Vec::as_slice)
    }

    /// A row by its id.
    pub(super) fn find(&self, table: &str, id: &str) -> Option<&Entity> {
        let rank = self.ranks.get(&(table.to_owned(), id.to_owned()))?;
        self.rows(table).get(*rank)
    }

    /// Names of tables with their rows.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &[Entity])> {
        let tables = self.rows.iter();
        tables.map(|(name, rows)| (name.as_str(), rows.as_slice()))
    }
}

/// Tables as older versions and other tools name them.
const OTHER_NAMES: [(&str, &str); 8] = [
    ("organization", "organizations"),
    ("service", "services"),
    ("location", "locations"),
    ("service_at_location", "service_at_locations"),
    ("phone", "phones"),
    ("address", "addresses"),
    ("physical_addresses", "addresses"),
    ("language", "languages"),
];

/// The name of a table as it is known here.
pub(super) fn table_name(written: &str) -> &str {
    let other = OTHER_NAMES.iter().find(|(other, _)| *other == written);
    other.map_or(written, |(_, name)| name)
}

/// The name of one row of a table: `services` are of one `service`.
pub(super) fn singular(table: &str) -> &str {
    match table {
        "addresses" => "address",
        "accessibility" => "accessibility",
        other => other.strip_suffix('s').unwrap_or(other),
    }
}
