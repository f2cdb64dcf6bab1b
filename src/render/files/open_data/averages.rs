//! `gemiddelden.csv`: the averages of the region that outcomes are held against, and what an outcome is about.

use crate::model::{Dataset, Measure};
use crate::stats::{RegionAverage, ScoreScope, Scores};

use super::cell::Cell;
use super::outcomes::share;
use super::table::{Column, ColumnKind, Table, WrittenTable};
use super::words;

/// What the column of profiles means.
pub(super) const PROFILE: &str = "Ondersteuningsprofiel. Leeg: alle profielen samen";

/// What the column of intensities means.
pub(super) const INTENSITY: &str = "Intensiteit. Leeg: alle intensiteiten samen";

/// The average of one scope and measure.
struct AverageRow<'a> {
    dataset: &'a Dataset,
    scope: ScoreScope,
    measure: Measure,
    average: RegionAverage,
}

/// The table, in one part: averages are the same in every municipality.
pub(super) fn write(dataset: &Dataset, scores: &Scores) -> WrittenTable {
    let table = Table {
        name: "gemiddelden",
        title: "Gemiddelde uitkomsten van de regio, over scores die getoond worden",
        columns: [what(dataset), numbers()].into_iter().flatten().collect(),
    };
    let rows = scores.region.iter().map(|((scope, measure), average)| {
        let (scope, measure, average) = (*scope, *measure, *average);
        AverageRow {
            dataset,
            scope,
            measure,
            average,
        }
    });
    let parts = vec![table.write(rows)];
    table.with(parts)
}

/// The profiles of the region.
pub(super) fn profiles(dataset: &Dataset) -> ColumnKind<'_> {
    let profiles = dataset.profiles.iter();
    ColumnKind::Word(profiles.map(|profile| profile.slug.as_str()).collect())
}

/// The intensities of the region.
pub(super) fn intensities(dataset: &Dataset) -> ColumnKind<'_> {
    let intensities = dataset.intensities();
    ColumnKind::Word(
        intensities
            .map(|(_, intensity)| intensity.slug.as_str())
            .collect(),
    )
}

/// The profile of a scope.
pub(super) fn profile(dataset: &Dataset, scope: ScoreScope) -> Cell<'_> {
    match scope {
        ScoreScope::All => Cell::Empty,
        ScoreScope::Profile(profile) | ScoreScope::Cell(profile, _) => {
            Cell::text(Some(dataset.profile(profile).slug.as_str()))
        }
    }
}

/// The intensity of a scope.
pub(super) fn intensity(dataset: &Dataset, scope: ScoreScope) -> Cell<'_> {
    match scope {
        ScoreScope::All | ScoreScope::Profile(_) => Cell::Empty,
        ScoreScope::Cell(_, intensity) => {
            Cell::text(Some(dataset.intensity(intensity).slug.as_str()))
        }
    }
}

fn what(dataset: &Dataset) -> Vec<Column<'_, AverageRow<'_>>> {
    vec![
        Column {
            heading: "profiel",
            kind: profiles(dataset),
            description: PROFILE,
            value: |row| profile(row.dataset, row.scope),
        },
        Column {
            heading: "intensiteit",
            kind: intensities(dataset),
            description: INTENSITY,
            value: |row| intensity(row.dataset, row.scope),
        },
        Column {
            heading: "maat",
            kind: ColumnKind::Word(words::MEASURES.into()),
            description: "Wat is gemeten. Bij uitval is laag goed, bij de andere maten is hoog goed",
            value: |row| Cell::word(row.measure.slug()),
        },
    ]
}

fn numbers<'a>() -> Vec<Column<'a, AverageRow<'a>>> {
    vec![
        Column {
            heading: "aandeel",
            kind: ColumnKind::Decimal,
            description: "Het gemiddelde aandeel, tussen 0 en 1",
            value: |row| share(Some(row.average.share)),
        },
        Column {
            heading: "aanbieders",
            kind: ColumnKind::Whole,
            description: "Hoeveel aanbieders van de regio erin zitten",
            value: |row| Cell::whole(Some(row.average.providers)),
        },
        Column {
            heading: "aantal",
            kind: ColumnKind::Whole,
            description: "Hoeveel antwoorden of cliënten erin zitten",
            value: |row| Cell::whole(Some(row.average.respondents)),
        },
    ]
}
