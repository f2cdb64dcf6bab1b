//! `aanbieders.csv`: who is contracted here, a row for each location.

use rayon::prelude::*;

use crate::model::{
    AgbCode, CbsCode, Coordinates, Dataset, KvkNumber, LanguageTag, Location, MailAddress,
    PersonalDetail, PhoneNumber, Postcode, Provider, SoleTrader, WebAddress,
};

use super::cell::Cell;
use super::table::{Column, ColumnKind, Table, WrittenTable};
use super::words;

/// A contracted provider at one of its locations; a provider without locations has one row.
pub(super) struct ProviderRow<'a> {
    provider: &'a Provider,
    location: Option<&'a Location>,
}

/// The table, a part for each provider of the region.
pub(super) fn write(dataset: &Dataset) -> WrittenTable {
    let table = Table {
        name: "aanbieders",
        title: "Aanbieders met een contract in deze gemeente, met hun locaties",
        columns: [organisation(), place()].into_iter().flatten().collect(),
    };
    let parts = dataset
        .providers
        .par_iter()
        .map(|provider| table.write(rows(provider)))
        .collect();
    table.with(parts)
}

fn rows(provider: &Provider) -> impl Iterator<Item = ProviderRow<'_>> {
    let without_locations = provider.locations.is_empty().then_some(None);
    let locations = provider.locations.iter().map(Some);
    without_locations
        .into_iter()
        .chain(locations)
        .map(move |location| ProviderRow { provider, location })
}

fn organisation<'a>() -> Vec<Column<'a, ProviderRow<'a>>> {
    vec![
        Column {
            heading: "aanbieder",
            kind: ColumnKind::Text,
            description: "Vaste naam van de aanbieder in adressen en bestanden",
            value: |row| Cell::text(Some(row.provider.slug.as_str())),
        },
        Column {
            heading: "naam",
            kind: ColumnKind::Text,
            description: "Naam van de aanbieder",
            value: |row| Cell::text(Some(&row.provider.name)),
        },
        Column {
            heading: "juridische_naam",
            kind: ColumnKind::Text,
            description: "Juridische naam, als die anders is",
            value: |row| Cell::text(row.provider.legal_name.as_deref()),
        },
        Column {
            heading: "kvk",
            kind: ColumnKind::Text,
            description: "KvK-nummer, acht cijfers",
            value: |row| Cell::text(row.provider.kvk.as_ref().map(KvkNumber::as_str)),
        },
        Column {
            heading: "agb",
            kind: ColumnKind::Text,
            description: "AGB-code, acht cijfers",
            value: |row| Cell::text(row.provider.agb.as_ref().map(AgbCode::as_str)),
        },
        Column {
            heading: "website",
            kind: ColumnKind::WebAddress,
            description: "Website",
            value: |row| Cell::text(row.provider.website.as_ref().map(WebAddress::as_str)),
        },
        Column {
            heading: "email",
            kind: ColumnKind::Text,
            description: "E-mailadres",
            value: |row| Cell::text(row.provider.email.as_ref().map(MailAddress::as_str)),
        },
        Column {
            heading: "telefoon",
            kind: ColumnKind::Text,
            description: "Telefoonnummer van de organisatie",
            value: |row| Cell::text(row.provider.phone.as_ref().map(PhoneNumber::as_str)),
        },
        Column {
            heading: "niet_gepubliceerd",
            kind: ColumnKind::Text,
            description: "Wat er van deze eenmanszaak niet gepubliceerd wordt, met ; ertussen. Leeg: er is niets weggelaten",
            value: |row| Cell::list(row.provider.sole_trader.iter().flat_map(withheld)),
        },
        Column {
            heading: "talen",
            kind: ColumnKind::Text,
            description: "Talen waarin de aanbieder helpt (BCP 47), met ; ertussen",
            value: |row| Cell::list(row.provider.languages.iter().map(LanguageTag::as_str)),
        },
        Column {
            heading: "inkoopniveau",
            kind: ColumnKind::Word(words::LEVELS.into()),
            description: "Wie inkoopt: lokaal, regionaal, bovenregionaal of landelijk",
            value: |row| Cell::text(row.provider.level.map(words::level)),
        },
    ]
}

fn withheld(sole_trader: &SoleTrader) -> impl Iterator<Item = &'static str> {
    sole_trader.withheld.iter().map(|detail| match detail {
        PersonalDetail::LegalName => "juridische_naam",
        PersonalDetail::Kvk => "kvk",
        PersonalDetail::Agb => "agb",
        PersonalDetail::Website => "website",
        PersonalDetail::Email => "email",
        PersonalDetail::Phone => "telefoon",
        PersonalDetail::Address => "adres",
        PersonalDetail::Coordinates => "coordinaten",
    })
}

fn place<'a>() -> Vec<Column<'a, ProviderRow<'a>>> {
    vec![
        Column {
            heading: "locatie",
            kind: ColumnKind::Text,
            description: "Vaste naam van de locatie binnen de aanbieder",
            value: |row| Cell::text(row.location.map(|at| at.slug.as_str())),
        },
        Column {
            heading: "locatie_naam",
            kind: ColumnKind::Text,
            description: "Naam van de locatie",
            value: |row| Cell::text(row.location.and_then(|at| at.name.as_deref())),
        },
        Column {
            heading: "adres",
            kind: ColumnKind::Text,
            description: "Straat en huisnummer",
            value: |row| Cell::text(row.location.and_then(|at| at.address.as_deref())),
        },
        Column {
            heading: "postcode",
            kind: ColumnKind::Text,
            description: "Postcode",
            value: |row| {
                let postcode = row.location.and_then(|at| at.postcode.as_ref());
                Cell::text(postcode.map(Postcode::as_str))
            },
        },
        Column {
            heading: "plaats",
            kind: ColumnKind::Text,
            description: "Woonplaats",
            value: |row| Cell::text(row.location.and_then(|at| at.place.as_deref())),
        },
        Column {
            heading: "gemeentecode",
            kind: ColumnKind::Text,
            description: "CBS-code van de gemeente waarin de locatie ligt",
            value: |row| {
                let code = row.location.and_then(|at| at.municipality.as_ref());
                Cell::text(code.map(CbsCode::as_str))
            },
        },
        Column {
            heading: "breedtegraad",
            kind: ColumnKind::Decimal,
            description: "Graden noorderbreedte (WGS 84)",
            value: |row| degrees(row, |point| point.latitude),
        },
        Column {
            heading: "lengtegraad",
            kind: ColumnKind::Decimal,
            description: "Graden oosterlengte (WGS 84)",
            value: |row| degrees(row, |point| point.longitude),
        },
    ]
}

fn degrees<'row>(row: &ProviderRow<'_>, axis: fn(Coordinates) -> f64) -> Cell<'row> {
    match row.location.and_then(|at| at.coordinates) {
        Some(point) => Cell::decimal(axis(point), 5),
        None => Cell::Empty,
    }
}
