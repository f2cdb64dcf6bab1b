//! What anybody can read about outcomes: the open data of every municipality together.

use std::collections::BTreeMap;

use super::truth::{Counts, Key};
use crate::csv;
use crate::harness::Tree;

/// A published cell: shown with its counts, or hidden as too small, or without figures for another reason.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    Shown(Counts),
    TooFew,
    Absent,
}

/// A published average of the region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Average {
    pub(super) share: f64,
    pub(super) providers: u64,
    pub(super) respondents: u64,
}

/// Everything published about outcomes. An empty profile or intensity stands for all of them.
#[derive(Default)]
pub(super) struct Published {
    pub(super) cells: BTreeMap<Key, Cell>,
    /// By profile, intensity and measure.
    pub(super) averages: BTreeMap<(String, String, String), Average>,
}

/// Reads the tables of every municipality; they must agree with one another.
pub(super) fn read(tree: &Tree) -> Published {
    let mut published = Published::default();
    for (path, bytes) in tree {
        let rows = || csv::read(std::str::from_utf8(bytes).unwrap()).1;
        if path.ends_with("/gegevens/uitkomsten.csv") {
            for row in rows() {
                published.add(path, &row);
            }
        } else if path.ends_with("/gegevens/gemiddelden.csv") {
            for row in rows() {
                published.add_average(path, &row);
            }
        }
    }
    published
}

impl Published {
    fn add(&mut self, path: &str, row: &csv::Row) {
        let [provider, profile, intensity, measure] =
            ["aanbieder", "profiel", "intensiteit", "maat"].map(|name| row[name].clone());
        let key = (provider, profile, intensity, measure);
        let cell = cell(row);
        let known = *self.cells.entry(key.clone()).or_insert(cell);
        assert_eq!(known, cell, "{path} says otherwise about {key:?}");
    }

    fn add_average(&mut self, path: &str, row: &csv::Row) {
        let [profile, intensity, measure] =
            ["profiel", "intensiteit", "maat"].map(|name| row[name].clone());
        let scope = (profile, intensity, measure);
        let average = Average {
            share: row["aandeel"].parse().unwrap(),
            providers: row["aanbieders"].parse().unwrap(),
            respondents: row["aantal"].parse().unwrap(),
        };
        let known = *self.averages.entry(scope.clone()).or_insert(average);
        assert_eq!(known, average, "{path} says otherwise about {scope:?}");
    }

    pub(super) fn cell(
        &self,
        provider: &str,
        profile: &str,
        intensity: &str,
        measure: &str,
    ) -> Cell {
        let key = [provider, profile, intensity, measure].map(str::to_owned);
        let [provider, profile, intensity, measure] = key;
        let cell = self.cells.get(&(provider, profile, intensity, measure));
        cell.copied().unwrap_or(Cell::Absent)
    }
}

/// Reads one row; only a shown cell may have numbers.
fn cell(row: &csv::Row) -> Cell {
    const NUMBERS: [&str; 9] = [
        "aantal",
        "waarvan",
        "aandeel",
        "ondergrens",
        "bovengrens",
        "periode_van",
        "periode_tot_en_met",
        "houdbaarheid",
        "oordeel",
    ];
    if row["staat"] == "getoond" {
        return Cell::Shown(Counts {
            respondents: row["aantal"].parse().unwrap(),
            successes: row["waarvan"].parse().unwrap(),
        });
    }
    for name in NUMBERS {
        assert_eq!(
            row[name], "",
            "`{name}` of a cell that is not shown: {row:?}"
        );
    }
    match row["staat"].as_str() {
        "te-weinig" => Cell::TooFew,
        "niet-gemeten" | "niet-aangeleverd" | "ingetrokken" => Cell::Absent,
        other => panic!("no such state: {other}"),
    }
}
