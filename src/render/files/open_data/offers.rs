//! `aanbod.csv`: what is contracted here, a row for each provider and product.

use rayon::prelude::*;

use crate::model::{Dataset, Offer};

use super::cell::Cell;
use super::table::{Column, ColumnKind, Table, WrittenTable};
use super::words;

/// One offer that holds here.
pub(super) struct OfferRow<'a> {
    dataset: &'a Dataset,
    offer: &'a Offer,
}

/// The table, a part for each offer of the region.
pub(super) fn write(dataset: &Dataset) -> WrittenTable {
    let table = Table {
        name: "aanbod",
        title: "Hulp die deze gemeente heeft ingekocht, per aanbieder en vorm van hulp",
        columns: [who_and_what(), for_whom(), terms()]
            .into_iter()
            .flatten()
            .collect(),
    };
    let parts = dataset
        .offers
        .par_iter()
        .map(|offer| table.write([OfferRow { dataset, offer }]))
        .collect();
    table.with(parts)
}

fn who_and_what<'a>() -> Vec<Column<'a, OfferRow<'a>>> {
    vec![
        Column {
            heading: "aanbieder",
            kind: ColumnKind::Text,
            description: "Vaste naam van de aanbieder, zie aanbieders.csv",
            value: |row| Cell::text(Some(row.dataset.provider(row.offer.provider).slug.as_str())),
        },
        Column {
            heading: "product",
            kind: ColumnKind::Text,
            description: "Vaste naam van de vorm van hulp",
            value: |row| Cell::text(Some(row.dataset.product(row.offer.product).slug.as_str())),
        },
        Column {
            heading: "product_naam",
            kind: ColumnKind::Text,
            description: "Naam van de vorm van hulp in gewone taal",
            value: |row| Cell::text(Some(&row.dataset.product(row.offer.product).plain_name)),
        },
        Column {
            heading: "productcode",
            kind: ColumnKind::Text,
            description: "iJw-productcode",
            value: |row| Cell::text(Some(row.dataset.product(row.offer.product).code.as_str())),
        },
        Column {
            heading: "productgroep",
            kind: ColumnKind::Text,
            description: "Vaste naam van de productgroep",
            value: |row| {
                let group = row.dataset.product(row.offer.product).group;
                Cell::text(Some(row.dataset.group(group).slug.as_str()))
            },
        },
        Column {
            heading: "segment",
            kind: ColumnKind::Word(words::SEGMENTS.into()),
            description: "Segment: A (lokaal team), B (specialistisch) of C (hoogcomplex)",
            value: |row| {
                let segment = row.dataset.product(row.offer.product).segment;
                Cell::text(segment.map(words::segment))
            },
        },
    ]
}

fn for_whom<'a>() -> Vec<Column<'a, OfferRow<'a>>> {
    vec![
        Column {
            heading: "profielen",
            kind: ColumnKind::Text,
            description: "Ondersteuningsprofielen, met ; ertussen. Leeg: niet vermeld",
            value: |row| {
                let profiles = row.offer.profiles.iter();
                Cell::list(profiles.map(|id| row.dataset.profile(*id).slug.as_str()))
            },
        },
        Column {
            heading: "intensiteiten",
            kind: ColumnKind::Text,
            description: "Intensiteiten, met ; ertussen. Leeg: niet vermeld",
            value: |row| {
                let intensities = row.offer.intensities.iter();
                Cell::list(intensities.map(|id| row.dataset.intensity(*id).slug.as_str()))
            },
        },
        Column {
            heading: "leeftijd_van",
            kind: ColumnKind::Whole,
            description: "Jongste leeftijd in hele jaren. Leeg: niet vermeld",
            value: |row| Cell::whole(row.offer.ages.from),
        },
        Column {
            heading: "leeftijd_tot_en_met",
            kind: ColumnKind::Whole,
            description: "Oudste leeftijd in hele jaren, dat jaar hoort erbij. Leeg: niet vermeld",
            value: |row| Cell::whole(row.offer.ages.to),
        },
        Column {
            heading: "locaties",
            kind: ColumnKind::Text,
            description: "Locaties waar deze hulp is, met ; ertussen. Leeg: alle locaties",
            value: |row| {
                let at = |id| row.dataset.location(row.offer.provider, id).slug.as_str();
                Cell::list(row.offer.locations.iter().map(|id| at(*id)))
            },
        },
    ]
}

fn terms<'a>() -> Vec<Column<'a, OfferRow<'a>>> {
    vec![
        Column {
            heading: "aanname",
            kind: ColumnKind::Word(words::ADMISSIONS.into()),
            description: "Neemt nieuwe mensen aan volgens het contract: open, aanmeldstop of onbekend",
            value: |row| Cell::word(words::admission(row.offer.admission)),
        },
        Column {
            heading: "contract_van",
            kind: ColumnKind::Day,
            description: "Eerste dag van het contract",
            value: |row| Cell::Day(row.offer.valid_from),
        },
        Column {
            heading: "contract_tot_en_met",
            kind: ColumnKind::Day,
            description: "Laatste dag van het contract. Leeg: geen einde bekend",
            value: |row| Cell::day(row.offer.valid_to),
        },
        Column {
            heading: "opmerking",
            kind: ColumnKind::Text,
            description: "Opmerking voor bezoekers",
            value: |row| Cell::text(row.offer.note.as_deref()),
        },
    ]
}
