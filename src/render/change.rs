//! What changed lately or will soon, worked out from the records' own dates. Start at [`changes`].

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::{
    Dataset, LocationId, Offer, ProductId, ProviderId, WaitFigure, WaitKind, WaitReading,
    WaitingTime,
};
use crate::plan::SitePlan;

/// How many days a change stays in the list.
const LOOK_BACK: i64 = 90;

/// How many days ahead a coming change is listed.
const LOOK_AHEAD: i64 = 60;

/// How a wait moved since the figure before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trend {
    /// Longer than before.
    Longer,
    /// Shorter than before.
    Shorter,
    /// The same as before.
    Same,
    /// An intake stop began.
    Stopped,
    /// An intake stop ended.
    Reopened,
    /// At least one of the two is words or unknown: nothing can be said of longer or shorter.
    Unclear,
}

/// How a wait moved between its two newest figures; `None` when there is only one.
pub(crate) fn trend(wait: &WaitingTime) -> Option<Trend> {
    let before = wait.figures.get(1)?;
    Some(turn(&before.reading, &wait.newest().reading))
}

fn turn(before: &WaitReading, now: &WaitReading) -> Trend {
    match (before, now) {
        (WaitReading::Stop, WaitReading::Stop) | (WaitReading::Unknown, WaitReading::Unknown) => {
            Trend::Same
        }
        (WaitReading::Text(before), WaitReading::Text(now)) if before == now => Trend::Same,
        (_, WaitReading::Stop) => Trend::Stopped,
        (WaitReading::Stop, WaitReading::Length { .. } | WaitReading::Text(_)) => Trend::Reopened,
        (WaitReading::Length { length: before, .. }, WaitReading::Length { length: now, .. }) => {
            match now.tenths_of_days().cmp(&before.tenths_of_days()) {
                std::cmp::Ordering::Less => Trend::Shorter,
                std::cmp::Ordering::Equal => Trend::Same,
                std::cmp::Ordering::Greater => Trend::Longer,
            }
        }
        (
            WaitReading::Stop
            | WaitReading::Length { .. }
            | WaitReading::Text(_)
            | WaitReading::Unknown,
            WaitReading::Length { .. } | WaitReading::Text(_) | WaitReading::Unknown,
        ) => Trend::Unclear,
    }
}

/// What happened, or will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Happening<'a> {
    /// A contract began here.
    ContractStarted,
    /// A contract ended here; the change's day is its last day.
    ContractEnded,
    /// A contract will begin here.
    ContractStarts,
    /// A contract will end here; the change's day is its last day.
    ContractEnds,
    /// A wait moved.
    Wait {
        /// How.
        trend: Trend,
        /// What it counts, when it is not about the offer as a whole.
        kind: Option<WaitKind>,
        /// Where it holds, when not everywhere.
        location: Option<LocationId>,
        /// What was said before.
        before: &'a WaitFigure,
        /// What is said now.
        now: &'a WaitFigure,
    },
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change<'a> {
    /// The day it happened, or will.
    pub(crate) day: Date,
    /// The day it came into the list: its own, or for what is coming the first day within sight.
    pub(crate) listed_on: Date,
    /// Whose.
    pub(crate) provider: ProviderId,
    /// Of what.
    pub(crate) product: ProductId,
    /// What.
    pub(crate) happening: Happening<'a>,
    /// A name that stays the same in every build: the entry's id in the feed and its place on the page.
    pub(crate) anchor: String,
}

/// The changes of one municipality, the latest day first, then by provider and product as in lists.
pub(crate) fn changes<'a>(dataset: &'a Dataset, plan: &SitePlan) -> Vec<Change<'a>> {
    let mut changes = contract_changes(dataset, plan);
    changes.extend(wait_changes(dataset, plan));
    let name = |change: &Change<'_>| {
        (
            dataset.provider(change.provider).name.to_lowercase(),
            dataset.product(change.product).plain_name.to_lowercase(),
            change.anchor.clone(),
        )
    };
    changes.sort_by_cached_key(|change| (std::cmp::Reverse(change.day), name(change)));
    changes.dedup_by(|one, other| one.anchor == other.anchor);
    changes
}

fn contract_changes<'a>(dataset: &'a Dataset, plan: &SitePlan) -> Vec<Change<'a>> {
    let today = dataset.date();
    let closed = &dataset.municipality(plan.municipality).closed_products;
    let offers: Vec<&Offer> = dataset
        .offers_in(plan.municipality)
        .iter()
        .map(|id| dataset.offer(*id))
        .filter(|offer| !closed.contains(&offer.product))
        .collect();
    let follows = |offer: &Offer, day: Option<Date>| {
        day.is_some_and(|day| {
            offers.iter().any(|other| {
                (other.provider, other.product) == (offer.provider, offer.product)
                    && other.is_contracted_on(day)
            })
        })
    };
    let mut found = Vec::new();
    for offer in &offers {
        let first = offer.valid_from;
        if !follows(offer, first.yesterday().ok()) {
            if is_recent(first, today) {
                found.push(contract(dataset, offer, first, Happening::ContractStarted));
            } else if is_coming(first, today) {
                found.push(contract(dataset, offer, first, Happening::ContractStarts));
            }
        }
        let Some(last) = offer.valid_to else { continue };
        if !follows(offer, last.tomorrow().ok()) {
            if last < today && is_recent(last, today) {
                found.push(contract(dataset, offer, last, Happening::ContractEnded));
            } else if last == today || is_coming(last, today) {
                found.push(contract(dataset, offer, last, Happening::ContractEnds));
            }
        }
    }
    found
}

fn contract<'a>(
    dataset: &Dataset,
    offer: &Offer,
    day: Date,
    happening: Happening<'a>,
) -> Change<'a> {
    let in_sight = || day.saturating_sub(LOOK_AHEAD.days());
    let (word, listed_on) = match &happening {
        Happening::ContractStarted => ("gestart", day),
        Happening::ContractEnded => ("gestopt", day),
        Happening::ContractStarts => ("start", in_sight()),
        Happening::ContractEnds => ("stopt", in_sight()),
        Happening::Wait { .. } => ("wacht", day),
    };
    Change {
        day,
        listed_on,
        provider: offer.provider,
        product: offer.product,
        happening,
        anchor: anchor(dataset, word, offer.provider, offer.product, day),
    }
}

fn wait_changes<'a>(dataset: &'a Dataset, plan: &SitePlan) -> Vec<Change<'a>> {
    let mut found = Vec::new();
    for (provider, offers) in &plan.contracted.by_provider {
        let mut products: Vec<ProductId> =
            offers.iter().map(|id| dataset.offer(*id).product).collect();
        products.sort_unstable();
        products.dedup();
        for product in products {
            let waits = dataset.waits(*provider, product, Some(plan.municipality));
            found.extend(waits.filter_map(|wait| wait_change(dataset, wait)));
        }
    }
    found
}

fn wait_change<'a>(dataset: &Dataset, wait: &'a WaitingTime) -> Option<Change<'a>> {
    let (now, before) = (wait.newest(), wait.figures.get(1)?);
    let trend = trend(wait)?;
    let day = now.reference_date;
    if now.reading == before.reading || trend == Trend::Same || !is_recent(day, dataset.date()) {
        return None;
    }
    let kind = wait.measure.map(|measure| measure.kind);
    let word = match kind {
        None => "wacht",
        Some(WaitKind::Intake) => "wacht-aanmelding",
        Some(WaitKind::Treatment) => "wacht-start",
        Some(WaitKind::Total) => "wacht-totaal",
    };
    let mut anchor = anchor(dataset, word, wait.provider, wait.product, day);
    if let Some(location) = wait.location {
        anchor.push('-');
        anchor.push_str(dataset.location(wait.provider, location).slug.as_str());
    }
    Some(Change {
        day,
        listed_on: day,
        provider: wait.provider,
        product: wait.product,
        happening: Happening::Wait {
            trend,
            kind,
            location: wait.location,
            before,
            now,
        },
        anchor,
    })
}

fn anchor(
    dataset: &Dataset,
    word: &str,
    provider: ProviderId,
    product: ProductId,
    day: Date,
) -> String {
    let provider = &dataset.provider(provider).slug;
    let product = &dataset.product(product).slug;
    format!("{word}-{provider}-{product}-{day}")
}

fn is_recent(day: Date, today: Date) -> bool {
    day <= today && day >= today.saturating_sub(LOOK_BACK.days())
}

fn is_coming(day: Date, today: Date) -> bool {
    day > today && day <= today.saturating_add(LOOK_AHEAD.days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Happening, Trend, changes, turn};
    use crate::model::{Dataset, WaitLength, WaitReading, WaitUnit};
    use crate::render::fixture;

    fn weeks(tenths: u32) -> WaitReading {
        WaitReading::Length {
            length: WaitLength {
                tenths,
                unit: WaitUnit::Weeks,
            },
            text: None,
        }
    }

    fn anchors(dataset: &Dataset) -> Vec<String> {
        changes(dataset, &fixture::plan(dataset))
            .into_iter()
            .map(|change| change.anchor)
            .collect()
    }

    #[test]
    fn a_week_against_seven_days_is_the_same() {
        let days = WaitReading::Length {
            length: WaitLength {
                tenths: 70,
                unit: WaitUnit::Days,
            },
            text: None,
        };
        assert_eq!(turn(&days, &weeks(10)), Trend::Same);
        assert_eq!(turn(&weeks(10), &weeks(11)), Trend::Longer);
        assert_eq!(turn(&weeks(10), &weeks(0)), Trend::Shorter);
    }

    #[test]
    fn unknown_is_neither_longer_nor_shorter_and_does_not_end_a_stop() {
        assert_eq!(turn(&WaitReading::Unknown, &weeks(10)), Trend::Unclear);
        assert_eq!(
            turn(&WaitReading::Stop, &WaitReading::Unknown),
            Trend::Unclear
        );
        assert_eq!(turn(&WaitReading::Stop, &weeks(10)), Trend::Reopened);
        assert_eq!(turn(&weeks(10), &WaitReading::Stop), Trend::Stopped);
    }

    #[test]
    fn the_newest_change_comes_first() {
        assert_eq!(
            anchors(&fixture::region()),
            [
                "start-lindeboom-jeugdzorg-plus-2026-12-01",
                "wacht-aanmelding-lindeboom-begeleiding-thuis-2026-11-01",
                "gestart-wilg-begeleiding-thuis-2026-10-01",
            ]
        );
    }

    #[test]
    fn a_contract_that_is_followed_by_another_neither_ended_nor_started() {
        let mut dataset = fixture::region();
        let mut before = dataset.offers[1].clone();
        before.valid_from = date(2024, 1, 1);
        before.valid_to = dataset.offers[1].valid_from.yesterday().ok();
        dataset.offers.push(before);
        fixture::relink(&mut dataset);
        assert!(
            !anchors(&dataset)
                .iter()
                .any(|anchor| anchor.contains("wilg"))
        );
    }

    #[test]
    fn a_contract_that_ends_today_still_holds() {
        let mut dataset = fixture::region();
        dataset.offers[1].valid_to = Some(dataset.date());
        let plan = fixture::plan(&dataset);
        let found = changes(&dataset, &plan);
        let ends: Vec<_> = found
            .iter()
            .filter(|change| change.day == dataset.date())
            .map(|change| &change.happening)
            .collect();
        assert_eq!(ends, [&Happening::ContractEnds]);
    }

    #[test]
    fn what_happened_long_ago_is_not_listed() {
        let mut dataset = fixture::region();
        dataset.date = date(2027, 6, 1);
        assert_eq!(anchors(&dataset), Vec::<String>::new());
    }
}
