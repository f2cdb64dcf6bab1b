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
        if !path.ends_with("/gegevens/uitkomsten.csv") {
            continue;
        }
        let (_, rows) = csv::read(std::str::from_utf8(bytes).unwrap());
        for row in rows {
            published.add(path, &row);
        }
    }
    published
}

impl Published {
    fn add(&mut self, path: &str, row: &csv::Row) {
        let text = |name: &str| row[name].clone();
        let key = (
            text("aanbieder"),
            text("profiel"),
            text("intensiteit"),
            text("maat"),
        );
        let cell = cell(row);
        let known = *self.cells.entry(key.clone()).or_insert(cell);
        assert_eq!(known, cell, "{path} says otherwise about {key:?}");
        if !row["regio_aantal"].is_empty() {
            let average = Average {
                share: row["regio_aandeel"].parse().unwrap(),
                providers: row["regio_aanbieders"].parse().unwrap(),
                respondents: row["regio_aantal"].parse().unwrap(),
            };
            let scope = (key.1, key.2, key.3);
            let known = *self.averages.entry(scope.clone()).or_insert(average);
            assert_eq!(known, average, "{path} says otherwise about {scope:?}");
        }
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
