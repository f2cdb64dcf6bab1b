//! Waiting times of services, in the form of our profile: the newest figure of each wait.

use rayon::prelude::*;

use crate::model::{Dataset, WaitLength, WaitMeasure, WaitReading, WaitingTime};

use super::super::cell::Cell;
use super::ids::Ids;
use super::locations;
use super::services;
use super::sheet::{Field, Kind, Lines, Sheet, Tab, object};
use super::words;

/// A wait with its newest figure.
pub(super) struct WaitRow<'a> {
    id: &'a str,
    service: &'a str,
    location: Option<&'a str>,
    dataset: &'a Dataset,
    wait: &'a WaitingTime,
}

impl WaitRow<'_> {
    fn measure(&self) -> Option<WaitMeasure> {
        self.wait.measure
    }

    fn length(&self) -> Option<WaitLength> {
        match &self.wait.newest().reading {
            WaitReading::Length { length, .. } => Some(*length),
            WaitReading::Text(_) | WaitReading::Stop | WaitReading::Unknown => None,
        }
    }

    fn said(&self) -> Option<&str> {
        match &self.wait.newest().reading {
            WaitReading::Length { text, .. } => text.as_deref(),
            WaitReading::Text(text) => Some(text),
            WaitReading::Stop | WaitReading::Unknown => None,
        }
    }

    fn freshness(&self) -> &'static str {
        let limits = self.dataset.site().waiting_time_freshness;
        let day = self.wait.newest().reference_date;
        words::freshness(limits.judge(day, self.dataset.date()))
    }
}

pub(super) fn sheet<'a>() -> Sheet<WaitRow<'a>> {
    let mut fields = what();
    fields.extend(figure());
    Sheet {
        tab: Tab::WaitingTime,
        fields,
    }
}

fn what<'a>() -> Vec<Field<WaitRow<'a>>> {
    vec![
        Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
        Field::new("service_id", Kind::Owner, |row| {
            Cell::text(Some(row.service))
        }),
        Field::new("location_id", Kind::Id, |row| Cell::text(row.location)),
        Field::new("kind", Kind::Word(words::KINDS), |row| {
            Cell::text(row.measure().map(|measure| words::kind(measure.kind)))
        }),
        Field::new("basis", Kind::Word(words::BASES), |row| {
            Cell::text(row.measure().map(|measure| words::basis(measure.basis)))
        }),
        Field::new("statistic", Kind::Word(words::STATISTICS), |row| {
            let statistic = |measure: WaitMeasure| words::statistic(measure.statistic);
            Cell::text(row.measure().map(statistic))
        }),
        Field::new("status", Kind::Word(words::ADMISSIONS), |row| {
            Cell::word(words::status(&row.wait.newest().reading))
        }),
    ]
}

fn figure<'a>() -> Vec<Field<WaitRow<'a>>> {
    vec![
        Field::new("value", Kind::Number, |row| match row.length() {
            Some(length) => Cell::Parts(i64::from(length.tenths), 1),
            None => Cell::Empty,
        }),
        Field::new("unit", Kind::Word(words::UNITS), |row| {
            Cell::text(row.length().map(|length| words::unit(length.unit)))
        }),
        Field::new("text", Kind::Text, |row| Cell::text(row.said())),
        Field::new("reference_date", Kind::Day, |row| {
            Cell::Day(row.wait.newest().reference_date)
        }),
        Field::new("fetched_on", Kind::Day, |row| {
            Cell::day(row.wait.newest().fetched_on)
        }),
        Field::new("source", Kind::Text, |row| {
            Cell::text(Some(&row.wait.newest().source))
        }),
        Field::new("freshness", Kind::Word(words::FRESHNESS), |row| {
            Cell::word(row.freshness())
        }),
    ]
}

/// A wait, written out.
#[derive(Debug)]
pub(super) struct WaitTexts {
    pub(super) json: String,
    pub(super) lines: Lines,
}

/// Every wait of the region, in order.
pub(super) fn write(dataset: &Dataset, ids: &Ids) -> Vec<WaitTexts> {
    dataset
        .waiting_times
        .par_iter()
        .map(|wait| one(dataset, wait, ids))
        .collect()
}

fn one(dataset: &Dataset, wait: &WaitingTime, ids: &Ids) -> WaitTexts {
    let provider = dataset.provider(wait.provider);
    let product = dataset.product(wait.product);
    let at = wait.location.map(|id| dataset.location(wait.provider, id));
    let place = wait.municipality.map(|id| dataset.municipality(id));
    let words = wait.measure.map_or(["*"; 3], |measure| {
        [
            words::kind(measure.kind),
            words::basis(measure.basis),
            words::statistic(measure.statistic),
        ]
    });
    let [kind, basis, statistic] = words;
    let name = [
        "wait",
        provider.slug.as_str(),
        product.slug.as_str(),
        at.map_or("*", |at| at.slug.as_str()),
        place.map_or("*", |place| place.code.as_str()),
        kind,
        basis,
        statistic,
    ];
    let location = at.map(|at| locations::id_of(ids, provider, at));
    let row = WaitRow {
        id: &ids.of(&name),
        service: &services::id_of(ids, provider, product),
        location: location.as_deref(),
        dataset,
        wait,
    };
    let mut lines = Lines::default();
    let json = object(&sheet().write(&row, &mut lines), &[]);
    WaitTexts { json, lines }
}
