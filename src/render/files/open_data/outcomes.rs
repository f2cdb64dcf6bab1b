//! `uitkomsten.csv`: every cell of every provider that is contracted here, rolled-up ones too.
//!
//! Made from [`Scores`] alone: a hidden cell has its state and no number, because this room never sees one.

use crate::model::{Dataset, Measure, Provider};
use crate::plan::SitePlan;
use crate::stats::{RegionAverage, Score, ScoreCell, ScoreScope, Scores, Share};

use super::table::{Cell, Column, ColumnKind, Table};
use super::words;

/// One cell.
pub(super) struct OutcomeRow<'a> {
    dataset: &'a Dataset,
    provider: &'a Provider,
    scope: ScoreScope,
    measure: Measure,
    cell: ScoreCell,
    region: Option<RegionAverage>,
}

/// The table: providers in order of name, cells in order of scope and measure.
pub(super) fn table<'a>(
    dataset: &'a Dataset,
    scores: &Scores,
    plan: &SitePlan,
) -> Table<OutcomeRow<'a>> {
    let mut rows = Vec::new();
    for id in &plan.contracted.providers {
        let provider = dataset.provider(*id);
        for (scope, measure, cell) in scores.of(*id).cells() {
            rows.push(OutcomeRow {
                dataset,
                provider,
                scope,
                measure,
                cell,
                region: scores.region(scope, measure),
            });
        }
    }
    Table {
        name: "uitkomsten",
        title: "Uitkomsten van aanbieders met een contract in deze gemeente",
        columns: [what(), numbers(), comparison()]
            .into_iter()
            .flatten()
            .collect(),
        rows,
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

fn share<'row>(share: Option<Share>) -> Cell<'row> {
    share.map_or(Cell::Empty, |share| Cell::Decimal(share.value(), 4))
}

fn what<'a>() -> Vec<Column<OutcomeRow<'a>>> {
    vec![
        Column {
            heading: "aanbieder",
            kind: ColumnKind::Text,
            description: "Vaste naam van de aanbieder, zie aanbieders.csv",
            value: |row| Cell::text(Some(row.provider.slug.as_str())),
        },
        Column {
            heading: "bereik",
            kind: ColumnKind::Text,
            description: "Waarover dit gaat: alles, profiel of profiel-en-intensiteit",
            value: |row| Cell::word(words::scope(row.scope)),
        },
        Column {
            heading: "profiel",
            kind: ColumnKind::Text,
            description: "Ondersteuningsprofiel. Leeg: alle profielen samen",
            value: |row| match row.scope {
                ScoreScope::All => Cell::Empty,
                ScoreScope::Profile(profile) | ScoreScope::Cell(profile, _) => {
                    Cell::text(Some(row.dataset.profile(profile).slug.as_str()))
                }
            },
        },
        Column {
            heading: "intensiteit",
            kind: ColumnKind::Text,
            description: "Intensiteit. Leeg: alle intensiteiten samen",
            value: |row| match row.scope {
                ScoreScope::All | ScoreScope::Profile(_) => Cell::Empty,
                ScoreScope::Cell(_, intensity) => {
                    Cell::text(Some(row.dataset.intensity(intensity).slug.as_str()))
                }
            },
        },
        Column {
            heading: "maat",
            kind: ColumnKind::Text,
            description: "Wat is gemeten. Bij uitval is laag goed, bij de andere maten is hoog goed",
            value: |row| Cell::word(words::measure(row.measure)),
        },
        Column {
            heading: "staat",
            kind: ColumnKind::Text,
            description: "getoond, te-weinig, niet-gemeten, niet-aangeleverd of ingetrokken. \
                          Alleen bij getoond staan er getallen",
            value: |row| Cell::word(words::state(&row.cell)),
        },
    ]
}

fn numbers<'a>() -> Vec<Column<OutcomeRow<'a>>> {
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
            kind: ColumnKind::Text,
            description: "actueel of verouderd",
            value: |row| Cell::text(row.score().map(|score| words::freshness(score.freshness))),
        },
    ]
}

fn comparison<'a>() -> Vec<Column<OutcomeRow<'a>>> {
    vec![
        Column {
            heading: "oordeel",
            kind: ColumnKind::Text,
            description: "Tegenover het gemiddelde van de regio: beter, ongeveer-gelijk, minder-goed of \
                          nog-niet-te-zeggen",
            value: |row| Cell::text(row.score().map(|score| words::verdict(score.verdict))),
        },
        Column {
            heading: "regio_aandeel",
            kind: ColumnKind::Decimal,
            description: "Gemiddelde van de regio over de getoonde uitkomsten van dit bereik en deze maat",
            value: |row| share(row.region.map(|region| region.share)),
        },
        Column {
            heading: "regio_aanbieders",
            kind: ColumnKind::Whole,
            description: "Hoeveel aanbieders in dat gemiddelde zitten",
            value: |row| Cell::whole(row.region.map(|region| region.providers)),
        },
        Column {
            heading: "regio_aantal",
            kind: ColumnKind::Whole,
            description: "Hoeveel antwoorden of cliënten in dat gemiddelde zitten",
            value: |row| Cell::whole(row.region.map(|region| region.respondents)),
        },
    ]
}
