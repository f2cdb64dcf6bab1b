//! How complete a municipality's offer is: counts of providers and offers, never of families.

use std::collections::BTreeSet;

use crate::model::{Admission, Freshness, MunicipalityId, WaitingTime};
use crate::stats::ScoreCell;

use super::gaps::{dates, says_how_long};
use super::{Region, words};

/// What there is of what could be there.
#[derive(Debug, Default)]
pub(super) struct Completeness {
    providers: usize,
    reachable: usize,
    with_outcomes: usize,
    offers: usize,
    with_admission: usize,
    /// With a wait that is shown, or with a stop, which needs none.
    with_wait: usize,
    /// Offers with a wait that is shown, and those of them of which no wait is old.
    waits: usize,
    fresh: usize,
}

/// A heading and what stands under it.
type Column = (&'static str, fn(&Completeness) -> String);

/// The columns of the table.
pub(super) const COLUMNS: [Column; 7] = [
    ("Aanbieders", |own| own.providers.to_string()),
    ("Te bereiken", |own| {
        words::share(own.reachable, own.providers)
    }),
    ("Met uitkomsten te zien", |own| {
        words::share(own.with_outcomes, own.providers)
    }),
    ("Aanbod", |own| own.offers.to_string()),
    ("Aanmelden bekend", |own| {
        words::share(own.with_admission, own.offers)
    }),
    ("Wachttijd of stop bekend", |own| {
        words::share(own.with_wait, own.offers)
    }),
    ("Wachttijd is van nu", |own| {
        words::share(own.fresh, own.waits)
    }),
];

impl Completeness {
    /// Counts in one municipality.
    pub(super) fn of(region: &Region<'_>, municipality: MunicipalityId) -> Self {
        let dataset = region.dataset;
        let contracted = &region.contracted[&municipality];
        let mut own = Self {
            providers: contracted.providers.len(),
            offers: contracted.offers.len(),
            ..Self::default()
        };
        for id in &contracted.providers {
            let provider = dataset.provider(*id);
            own.reachable += usize::from(provider.is_reachable());
            let mut cells = region.scores.of(*id).cells();
            let is_shown = cells.any(|(_, _, cell)| matches!(cell, ScoreCell::Shown(_)));
            own.with_outcomes += usize::from(is_shown);
        }
        for id in &contracted.offers {
            let offer = dataset.offer(*id);
            let waits: Vec<&WaitingTime> = dataset
                .waits(offer.provider, offer.product, Some(municipality))
                .collect();
            let admission = dataset.admission(offer, &waits);
            own.with_admission += usize::from(admission != Admission::Unknown);
            let limits = dataset.site().waiting_time_freshness;
            let is_stop = admission == Admission::Stop;
            let ages: BTreeSet<Freshness> = dates(&waits, says_how_long)
                .filter(|_| !is_stop)
                .map(|date| limits.judge(date, dataset.date()))
                .collect();
            let is_shown = ages.iter().any(|age| *age != Freshness::Hidden);
            own.with_wait += usize::from(is_shown || is_stop);
            own.waits += usize::from(is_shown);
            own.fresh += usize::from(ages.iter().eq([&Freshness::Current]));
        }
        own
    }
}
