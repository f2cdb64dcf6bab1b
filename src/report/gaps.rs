//! What a provider has to give or renew. Only what holds today is asked for: a provider without a contract has no gaps.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diagnostics::codes;
use crate::model::{
    Admission, Freshness, IntensityId, MunicipalityId, Offer, ProductId, ProviderId, WaitReading,
    WaitingTime,
};
use crate::stats::ScoreCell;

use super::rows::Rows;
use super::{Checked, Region};

/// Something that a provider has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Visitors find no way to reach it.
    NoContact,
    /// How long it takes is not known.
    NoWait(Vec<Help>),
    /// Whether it takes new clients is not known.
    UnknownAdmission(Vec<Help>),
    /// The contract and the newest wait say different things about taking new clients: the names of the help.
    Contradiction(Vec<String>),
    /// Waits that are shown, marked as old.
    OldWait(Vec<Help>),
    /// Waits that are too old to show.
    HiddenWait(Vec<Help>),
    /// Stops (aanmeldstop) that were said so long ago that they are marked as old.
    OldStop(Vec<Help>),
    /// There are no outcomes of it, while others have some.
    NoOutcomes,
    /// The newest outcomes end on this day: shown, marked as old.
    OldOutcomes(Date),
    /// The newest outcomes end on this day: too old to show.
    HiddenOutcomes(Date),
}

/// A kind of help with which something is the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Help {
    /// Its plain name.
    pub(super) name: String,
    /// The municipalities in which that is so; empty when it is so wherever it is contracted.
    pub(super) only_in: Vec<String>,
    /// The oldest date that is shown for it, when there is one.
    pub(super) date: Option<Date>,
}

/// The gaps of every provider that has some.
pub(super) fn of_all(
    region: &Region<'_>,
    rows: &Rows<'_>,
    checked: Checked<'_>,
) -> BTreeMap<ProviderId, Vec<Gap>> {
    let contradictions = contradictions(region, rows, checked);
    let has_outcomes = region
        .dataset
        .providers()
        .any(|(id, _)| !has_none_supplied(region, id));
    let mut gaps = BTreeMap::new();
    for (provider, _) in region.dataset.providers() {
        let own = Waits::find(region, provider);
        if !own.contracted.is_empty() {
            let contradicting = contradictions.get(&provider).cloned();
            let found = own.gaps(region, provider, contradicting, has_outcomes);
            if !found.is_empty() {
                gaps.insert(provider, found);
            }
        }
    }
    gaps
}

/// What is the matter with the waits and admission of one provider, per product and municipality.
#[derive(Default)]
struct Waits {
    contracted: BTreeMap<ProductId, BTreeSet<MunicipalityId>>,
    missing: Found,
    unknown: Found,
    old: Found,
    hidden: Found,
    old_stops: Found,
}

/// Where something is so, with the oldest date.
type Found = BTreeMap<ProductId, (BTreeSet<MunicipalityId>, Option<Date>)>;

impl Waits {
    fn find(region: &Region<'_>, provider: ProviderId) -> Self {
        let dataset = region.dataset;
        let mut found = Self::default();
        for (municipality, contracted) in &region.contracted {
            let Some(offers) = contracted.by_provider.get(&provider) else {
                continue;
            };
            for id in offers {
                let offer = dataset.offer(*id);
                let waits: Vec<&WaitingTime> = dataset
                    .waits(provider, offer.product, Some(*municipality))
                    .collect();
                found.add(region, offer, *municipality, &waits);
            }
        }
        found
    }

    fn add(
        &mut self,
        region: &Region<'_>,
        offer: &Offer,
        municipality: MunicipalityId,
        waits: &[&WaitingTime],
    ) {
        let product = offer.product;
        let here = self.contracted.entry(product).or_default();
        here.insert(municipality);
        let dataset = region.dataset;
        let limits = dataset.site().waiting_time_freshness;
        let judge = |date| limits.judge(date, dataset.date());
        let note = |found: &mut Found, date: Option<Date>| {
            let (places, oldest) = found.entry(product).or_default();
            places.insert(municipality);
            *oldest = [*oldest, date].into_iter().flatten().min();
        };
        match dataset.admission(offer, waits) {
            Admission::Stop => {
                let stops = dates(waits, |reading| *reading == WaitReading::Stop);
                for date in stops.filter(|date| judge(*date) == Freshness::Old) {
                    note(&mut self.old_stops, Some(date));
                }
                return;
            }
            Admission::Unknown => note(&mut self.unknown, None),
            Admission::Open => {}
        }
        let mut is_missing = true;
        for date in dates(waits, says_how_long) {
            is_missing = false;
            match judge(date) {
                Freshness::Current => {}
                Freshness::Old => note(&mut self.old, Some(date)),
                Freshness::Hidden => note(&mut self.hidden, Some(date)),
            }
        }
        if is_missing {
            note(&mut self.missing, None);
        }
    }

    fn gaps(
        &self,
        region: &Region<'_>,
        provider: ProviderId,
        contradicting: Option<BTreeSet<ProductId>>,
        has_outcomes: bool,
    ) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let contact = region.dataset.provider(provider);
        if !contact.is_reachable() {
            gaps.push(Gap::NoContact);
        }
        for (found, gap) in [
            (&self.missing, Gap::NoWait as fn(Vec<Help>) -> Gap),
            (&self.unknown, Gap::UnknownAdmission),
            (&self.old, Gap::OldWait),
            (&self.hidden, Gap::HiddenWait),
            (&self.old_stops, Gap::OldStop),
        ] {
            if !found.is_empty() {
                gaps.push(gap(self.helps(region, found)));
            }
        }
        if let Some(products) = contradicting {
            let mut products: Vec<ProductId> = products.into_iter().collect();
            products.sort_by_key(|product| region.order.product(*product));
            let name =
                |product: &ProductId| region.dataset.product(*product).plain_name.to_string();
            gaps.push(Gap::Contradiction(products.iter().map(name).collect()));
        }
        let can_be_measured = has_outcomes && is_measured(region, provider);
        gaps.extend(outcomes(region, provider, can_be_measured));
        gaps
    }

    fn helps(&self, region: &Region<'_>, found: &Found) -> Vec<Help> {
        let mut products: Vec<_> = found.iter().collect();
        products.sort_by_key(|(product, _)| region.order.product(**product));
        let name = |id: &MunicipalityId| region.dataset.municipality(*id).name.to_string();
        products
            .into_iter()
            .map(|(product, (places, date))| Help {
                name: region.dataset.product(*product).plain_name.to_string(),
                only_in: if self.contracted.get(product) == Some(places) {
                    Vec::new()
                } else {
                    places.iter().map(name).collect()
                },
                date: *date,
            })
            .collect()
    }
}

/// The dates of the newest figures with a reading of some kind, one per wait.
pub(super) fn dates<'a>(
    waits: &'a [&WaitingTime],
    is_meant: fn(&WaitReading) -> bool,
) -> impl Iterator<Item = Date> + 'a {
    let figures = waits.iter().map(|wait| wait.newest());
    figures
        .filter(move |figure| is_meant(&figure.reading))
        .map(|figure| figure.reference_date)
}

/// Whether a reading says how long it takes, in a number or in words.
pub(super) fn says_how_long(reading: &WaitReading) -> bool {
    match reading {
        WaitReading::Length { .. } | WaitReading::Text(_) => true,
        WaitReading::Stop | WaitReading::Unknown => false,
    }
}

/// Whether something that it has a contract for is measured: acute help is not.
fn is_measured(region: &Region<'_>, provider: ProviderId) -> bool {
    let dataset = region.dataset;
    let offers = region
        .contracted
        .values()
        .filter_map(|contracted| contracted.by_provider.get(&provider));
    offers.flatten().any(|id| {
        let intensities = &dataset.offer(*id).intensities;
        let is_measured = |id: &IntensityId| dataset.intensity(*id).is_measured;
        intensities.is_empty() || intensities.iter().any(is_measured)
    })
}

fn has_none_supplied(region: &Region<'_>, provider: ProviderId) -> bool {
    let mut cells = region.scores.of(provider).cells();
    cells.all(|(_, _, cell)| cell == ScoreCell::NotSupplied(None))
}

fn outcomes(region: &Region<'_>, provider: ProviderId, can_be_measured: bool) -> Option<Gap> {
    if has_none_supplied(region, provider) {
        return can_be_measured.then_some(Gap::NoOutcomes);
    }
    let (mut shown, mut too_old) = (None, None);
    for (_, _, cell) in region.scores.of(provider).cells() {
        match cell {
            ScoreCell::Shown(score) => shown = shown.max(Some(score.period.to)),
            ScoreCell::NotSupplied(Some(period)) => too_old = too_old.max(Some(period.to)),
            ScoreCell::TooFew
            | ScoreCell::NotMeasured
            | ScoreCell::NotSupplied(None)
            | ScoreCell::Withdrawn => {}
        }
    }
    let Some(end) = shown else {
        return too_old.map(Gap::HiddenOutcomes);
    };
    let limits = region.dataset.site().outcome_freshness;
    match limits.judge(end, region.dataset.date()) {
        Freshness::Current => None,
        Freshness::Old | Freshness::Hidden => Some(Gap::OldOutcomes(end)),
    }
}

/// Help of which the contract and the newest wait say different things, which the check found.
fn contradictions(
    region: &Region<'_>,
    rows: &Rows<'_>,
    checked: Checked<'_>,
) -> BTreeMap<ProviderId, BTreeSet<ProductId>> {
    let dataset = region.dataset;
    let mut found: BTreeMap<ProviderId, BTreeSet<ProductId>> = BTreeMap::new();
    for problem in checked.problems {
        if problem.code != codes::W0510 {
            continue;
        }
        let (provider, product) = (rows.provider(problem), rows.product(problem));
        let provider = dataset
            .providers()
            .find(|(_, own)| Some(own.slug.as_str()) == provider);
        let product = dataset
            .products()
            .find(|(_, own)| Some(own.slug.as_str()) == product);
        if let (Some((provider, _)), Some((product, _))) = (provider, product) {
            found.entry(provider).or_default().insert(product);
        }
    }
    found
}
