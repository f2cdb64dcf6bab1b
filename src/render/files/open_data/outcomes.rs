//! `uitkomsten.csv`: every cell of every provider that is contracted here, rolled-up ones too.
//!
//! Made from [`Scores`] alone: a hidden cell has its state and no number, because this room never sees one.

use rayon::prelude::*;

use crate::model::{Dataset, Measure, Provider, ProviderId};
use crate::stats::{Score, ScoreCell, ScoreScope, Scores, Share};

use super::averages;
use super::cell::Cell;
use super::table::{Column, ColumnKind, Table, WrittenTable};
use super::words;

/// One cell.
pub(super) struct OutcomeRow<'a> {
    dataset: &'a Dataset,
    provider: &'a Provider,
    scope: ScoreScope,
    measure: Measure,
    cell: ScoreCell,
}

/// The table, a part for each provider of the region: its cells in order of scope and measure.
pub(super) fn write(dataset: &Dataset, scores: &Scores) -> WrittenTable {
    let table = Table {
        name: "uitkomsten",
        title: "Uitkomsten van aanbieders met een contract in deze gemeente",
        columns: [what(dataset), numbers(), verdict(), kept()]
            .into_iter()
            .flatten()
            .collect(),
    };
    let ids: Vec<ProviderId> = dataset.providers().map(|(id, _)| id).collect();
    let parts = ids
        .into_par_iter()
        .map(|id| table.write(rows(dataset, scores, id)))
        .collect();
    table.with(parts)
}

fn rows<'a>(
    dataset: &'a Dataset,
    scores: &'a Scores,
    id: ProviderId,
) -> impl Iterator<Item = OutcomeRow<'a>> {
    scores
        .of(id)
        .cells()
        .filter(|(scope, _, cell)| says_something(dataset, *scope, cell))
        .map(move |(scope, measure, cell)| OutcomeRow {
            dataset,
            provider: dataset.provider(id),
            scope,
            measure,
            cell,
        })
}

/// Whether a cell says more than that nothing was ever supplied, or that nobody measures this intensity.
pub(super) fn says_something(dataset: &Dataset, scope: ScoreScope, cell: &ScoreCell) -> bool {
    match (cell, scope) {
        (ScoreCell::NotSupplied(None), _) => false,
        (ScoreCell::NotMeasured, ScoreScope::Cell(_, intensity)) => {
            dataset.intensity(intensity).is_measured
        }
        (
            ScoreCell::Shown(_)
            | ScoreCell::TooFew
            | ScoreCell::NotMeasured
            | ScoreCell::NotSupplied(Some(_))
            | ScoreCell::Withdrawn,
            _,
        ) => true,
    }
}

impl OutcomeRow<'_> {
    fn score(&self) -> Option<&Score> {
        match &self.cell {
            ScoreCell::Shown(score) => Some(score),
            ScoreCell::TooFew
            | ScoreCell::NotMeasured
            | ScoreCell::NotSupplied(_)
            | ScoreCell::Withdrawn => None,
        }
    }
}

pub(super) fn share<'row>(share: Option<Share>) -> Cell<'row> {
    share.map_or(Cell::Empty, |share| Cell::decimal(share.value(), 4))
}

fn what(dataset: &Dataset) -> Vec<Column<'_, OutcomeRow<'_>>> {
    vec![
        Column {
            heading: "aanbieder",
            kind: ColumnKind::Text,
            description: "Vaste naam van de aanbieder, zie aanbieders.csv",
            value: |row| Cell::text(Some(row.provider.slug.as_str())),
        },
        Column {
            heading: "profiel",
            kind: averages::profiles(dataset),
            description: averages::PROFILE,
            value: |row| averages::profile(row.dataset, row.scope),
        },
        Column {
            heading: "intensiteit",
            kind: averages::intensities(dataset),
            description: averages::INTENSITY,
            value: |row| averages::intensity(row.dataset, row.scope),
        },
        Column {
            heading: "maat",
            kind: ColumnKind::Word(words::MEASURES.into()),
            description: "Wat is gemeten. Bij uitval is laag goed, bij de andere maten is hoog goed",
            value: |row| Cell::word(row.measure.slug()),
        },
        Column {
            heading: "staat",
            kind: ColumnKind::Word(words::STATES.into()),
            description: "getoond, te-weinig, niet-gemeten, niet-aangeleverd of ingetrokken. \
                          Alleen bij getoond staan er getallen. Een cel zonder regel is nooit aangeleverd; intensiteiten \
                          die niemand meet, hebben geen regels",
            value: |row| Cell::word(words::state(&row.cell)),
        },
    ]
}

fn numbers<'a>() -> Vec<Column<'a, OutcomeRow<'a>>> {
    vec![
        Column {
            heading: "aantal",
            kind: ColumnKind::Whole,
            description: "Hoeveel mensen antwoord gaven, of hoeveel cliënten er waren",
            value: |row| Cell::whole(row.score().map(|score| score.respondents)),
        },
        Column {
            heading: "waarvan",
            kind: ColumnKind::Whole,
            description: "Bij hoeveel van hen het lukte of goed was; bij uitval: hoeveel uitvielen",
            value: |row| Cell::whole(row.score().map(|score| score.successes)),
        },
        Column {
            heading: "aandeel",
            kind: ColumnKind::Decimal,
            description: "Het aandeel, tussen 0 en 1",
            value: |row| share(row.score().map(|score| score.share)),
        },
        Column {
            heading: "ondergrens",
            kind: ColumnKind::Decimal,
            description: "Ondergrens van het 95 %-interval (Wilson)",
            value: |row| share(row.score().map(|score| score.interval.low)),
        },
        Column {
            heading: "bovengrens",
            kind: ColumnKind::Decimal,
            description: "Bovengrens van het 95 %-interval (Wilson)",
            value: |row| share(row.score().map(|score| score.interval.high)),
        },
        Column {
            heading: "periode_van",
            kind: ColumnKind::Day,
            description: "Eerste dag van de meetperiode",
            value: |row| Cell::day(row.score().map(|score| score.period.from)),
        },
        Column {
            heading: "periode_tot_en_met",
            kind: ColumnKind::Day,
            description: "Laatste dag van de meetperiode",
            value: |row| Cell::day(row.score().map(|score| score.period.to)),
        },
        Column {
            heading: "houdbaarheid",
            kind: ColumnKind::Word(words::FRESHNESS.into()),
            description: "actueel of verouderd",
            value: |row| Cell::text(row.score().map(|score| words::freshness(score.freshness))),
        },
    ]
}

fn kept<'a>() -> Vec<Column<'a, OutcomeRow<'a>>> {
    vec![Column {
        heading: "nieuwere_cijfers",
        kind: ColumnKind::Word(words::NEWER.into()),
        description: "wachten: er zijn nieuwere cijfers, maar samen met wat eerder is getoond zouden die een paar mensen \
                          herkenbaar maken. Hier staan de vorige cijfers. geen: dit zijn de nieuwste cijfers",
        value: |row| Cell::text(row.score().map(|score| words::newer(score.is_kept))),
    }]
}

fn verdict<'a>() -> Vec<Column<'a, OutcomeRow<'a>>> {
    vec![Column {
        heading: "oordeel",
        kind: ColumnKind::Word(words::VERDICTS.into()),
        description: "Tegenover het gemiddelde van de regio: beter, ongeveer-gelijk, minder-goed of \
                          nog-niet-te-zeggen. Het gemiddelde staat in gemiddelden.csv",
        value: |row| Cell::text(row.score().map(|score| words::verdict(score.verdict))),
    }]
}
