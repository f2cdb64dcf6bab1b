//! `wachttijden.csv`: every figure of every wait that holds here, newest first.

use rayon::prelude::*;

use crate::model::{
    Dataset, Freshness, Location, Product, Provider, WaitFigure, WaitLength, WaitMeasure,
    WaitReading, WaitingTime,
};

use super::cell::Cell;
use super::table::{Column, ColumnKind, Rows, Table, WrittenTable};
use super::words;

/// One figure; or, for an offer of which no wait is known, the fact that none is.
pub(super) struct WaitRow<'a> {
    provider: &'a Provider,
    product: &'a Product,
    told: Option<Told<'a>>,
}

struct Told<'a> {
    measure: Option<WaitMeasure>,
    location: Option<&'a Location>,
    figure: &'a WaitFigure,
    freshness: Freshness,
    is_newest: bool,
}

/// The table, a part for each wait of the region; and for each offer the part that says that no wait is known of it.
pub(super) fn write(dataset: &Dataset) -> (WrittenTable, Vec<Rows>) {
    let table = Table {
        name: "wachttijden",
        title: "Wachttijden van hulp die deze gemeente heeft ingekocht, met eerdere cijfers",
        columns: [what(), reading(), origin()]
            .into_iter()
            .flatten()
            .collect(),
    };
    let parts = dataset
        .waiting_times
        .par_iter()
        .map(|wait| table.write(rows(dataset, wait)))
        .collect();
    let unknown = dataset
        .offers
        .par_iter()
        .map(|offer| {
            table.write([WaitRow {
                provider: dataset.provider(offer.provider),
                product: dataset.product(offer.product),
                told: None,
            }])
        })
        .collect();
    (table.with(parts), unknown)
}

fn rows<'a>(dataset: &'a Dataset, wait: &'a WaitingTime) -> impl Iterator<Item = WaitRow<'a>> {
    let limits = dataset.site().waiting_time_freshness;
    let location = wait.location.map(|at| dataset.location(wait.provider, at));
    wait.figures
        .iter()
        .enumerate()
        .map(move |(rank, figure)| WaitRow {
            provider: dataset.provider(wait.provider),
            product: dataset.product(wait.product),
            told: Some(Told {
                measure: wait.measure,
                location,
                figure,
                freshness: limits.judge(figure.reference_date, dataset.date()),
                is_newest: rank == 0,
            }),
        })
}

impl WaitRow<'_> {
    fn measure(&self) -> Option<WaitMeasure> {
        self.told.as_ref().and_then(|told| told.measure)
    }

    fn figure(&self) -> Option<&WaitFigure> {
        self.told.as_ref().map(|told| told.figure)
    }

    fn length(&self) -> Option<WaitLength> {
        match &self.figure()?.reading {
            WaitReading::Length { length, .. } => Some(*length),
            WaitReading::Text(_) | WaitReading::Stop | WaitReading::Unknown => None,
        }
    }

    fn said(&self) -> Option<&str> {
        match &self.figure()?.reading {
            WaitReading::Length { text, .. } => text.as_deref(),
            WaitReading::Text(text) => Some(text),
            WaitReading::Stop | WaitReading::Unknown => None,
        }
    }
}

fn what<'a>() -> Vec<Column<'a, WaitRow<'a>>> {
    vec![
        Column {
            heading: "aanbieder",
            kind: ColumnKind::Text,
            description: "Vaste naam van de aanbieder, zie aanbieders.csv",
            value: |row| Cell::text(Some(row.provider.slug.as_str())),
        },
        Column {
            heading: "product",
            kind: ColumnKind::Text,
            description: "Vaste naam van de vorm van hulp, zie aanbod.csv",
            value: |row| Cell::text(Some(row.product.slug.as_str())),
        },
        Column {
            heading: "locatie",
            kind: ColumnKind::Text,
            description: "Locatie waar de wachttijd geldt. Leeg: overal",
            value: |row| {
                let location = row.told.as_ref().and_then(|told| told.location);
                Cell::text(location.map(|location| location.slug.as_str()))
            },
        },
        Column {
            heading: "soort",
            kind: ColumnKind::Word(words::WAIT_KINDS.into()),
            description: "aanmeldwachttijd (tot het eerste gesprek), behandelwachttijd (van eerste gesprek tot \
                          start) of totale-wachttijd. Niet bij elkaar optellen. Leeg: geldt voor de hulp als geheel",
            value: |row| Cell::text(row.measure().map(|measure| words::wait_kind(measure.kind))),
        },
        Column {
            heading: "basis",
            kind: ColumnKind::Word(words::BASES.into()),
            description: "verwacht (door de aanbieder) of ervaren (door cliënten)",
            value: |row| Cell::text(row.measure().map(|measure| words::basis(measure.basis))),
        },
        Column {
            heading: "statistiek",
            kind: ColumnKind::Word(words::STATISTICS.into()),
            description: "gemiddelde, mediaan, p90, eerste-vrije-plek, langste of niet-vermeld",
            value: |row| {
                let statistic = |measure: WaitMeasure| words::statistic(measure.statistic);
                Cell::text(row.measure().map(statistic))
            },
        },
    ]
}

fn reading<'a>() -> Vec<Column<'a, WaitRow<'a>>> {
    vec![
        Column {
            heading: "staat",
            kind: ColumnKind::Word(words::READINGS.into()),
            description: "getal, tekst, aanmeldstop of onbekend",
            value: |row| {
                let reading = row.figure().map(|figure| &figure.reading);
                Cell::word(words::reading(reading))
            },
        },
        Column {
            heading: "waarde",
            kind: ColumnKind::Decimal,
            description: "Lengte van de wachttijd in de eenheid hiernaast. Nul is een echte nul; leeg is niet bekend",
            value: |row| match row.length() {
                Some(length) => Cell::Parts(length.tenths.into(), 1),
                None => Cell::Empty,
            },
        },
        Column {
            heading: "eenheid",
            kind: ColumnKind::Word(words::UNITS.into()),
            description: "dagen, weken of maanden",
            value: |row| Cell::text(row.length().map(|length| words::unit(length.unit))),
        },
        Column {
            heading: "tekst",
            kind: ColumnKind::Text,
            description: "Wat de bron zei, als het niet (alleen) een getal was",
            value: |row| Cell::text(row.said()),
        },
    ]
}

fn origin<'a>() -> Vec<Column<'a, WaitRow<'a>>> {
    vec![
        Column {
            heading: "peildatum",
            kind: ColumnKind::Day,
            description: "De dag waarop dit gold",
            value: |row| Cell::day(row.figure().map(|figure| figure.reference_date)),
        },
        Column {
            heading: "opgehaald_op",
            kind: ColumnKind::Day,
            description: "De dag waarop dit is opgehaald",
            value: |row| Cell::day(row.figure().and_then(|figure| figure.fetched_on)),
        },
        Column {
            heading: "bron",
            kind: ColumnKind::Text,
            description: "Wie dit zegt",
            value: |row| Cell::text(row.figure().map(|figure| &*figure.source)),
        },
        Column {
            heading: "nieuwste",
            kind: ColumnKind::Word(words::YES_OR_NO.into()),
            description: "ja: de nieuwste opgave van deze wachttijd; nee: een eerdere",
            value: |row| {
                let newest = row.told.as_ref().map(|told| told.is_newest);
                Cell::text(newest.map(words::yes_or_no))
            },
        },
        Column {
            heading: "houdbaarheid",
            kind: ColumnKind::Word(words::FRESHNESS.into()),
            description: "actueel, verouderd of te-oud (staat niet meer op de pagina's)",
            value: |row| {
                let told = row.told.as_ref();
                Cell::text(told.map(|told| words::freshness(told.freshness)))
            },
        },
    ]
}
