//! What changed lately or will soon, worked out from the records' own dates. Start at [`changes`].

use std::cmp::Reverse;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::{Dataset, Offer, ProductId, ProviderId, WaitFigure, WaitReading, WaitingTime};
use crate::plan::{NameOrder, SitePlan};

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

/// What happened, or will. Of one day, what comes first here is listed first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Happening<'a> {
    /// A contract will begin here.
    ContractStarts,
    /// A contract will end here; the change's day is its last day.
    ContractEnds,
    /// A contract began here.
    ContractStarted,
    /// A contract ended here; the change's day is its last day.
    ContractEnded,
    /// Waits moved: those of one provider and product together, the latest first; the change's day is the latest.
    Waits(Vec<&'a WaitingTime>),
}

impl Happening<'_> {
    /// Whether it has yet to happen.
    pub(crate) fn is_coming(&self) -> bool {
        match self {
            Self::ContractStarts | Self::ContractEnds => true,
            Self::ContractStarted | Self::ContractEnded | Self::Waits(_) => false,
        }
    }

    fn word(&self) -> &'static str {
        match self {
            Self::ContractStarts => "start",
            Self::ContractEnds => "stopt",
            Self::ContractStarted => "gestart",
            Self::ContractEnded => "gestopt",
            Self::Waits(_) => "wacht",
        }
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change<'a> {
    /// The day it happened, or will.
    pub(crate) day: Date,
    /// Whose.
    pub(crate) provider: ProviderId,
    /// Of what.
    pub(crate) product: ProductId,
    /// What.
    pub(crate) happening: Happening<'a>,
}

impl Change<'_> {
    /// The day it came into the list: its own, or for what is coming the first day within sight.
    pub(crate) fn listed_on(&self) -> Date {
        if self.happening.is_coming() {
            self.day.saturating_sub(LOOK_AHEAD.days())
        } else {
            self.day
        }
    }

    /// A name that stays the same in every build: the entry's id in the feed and its place on the page.
    pub(crate) fn anchor(&self, dataset: &Dataset) -> String {
        let word = self.happening.word();
        let provider = &dataset.provider(self.provider).slug;
        let product = &dataset.product(self.product).slug;
        format!("{word}-{provider}-{product}-{}", self.day)
    }
}

/// The changes of one municipality, the latest day first, then by provider and product as in lists.
pub(crate) fn changes<'a>(
    dataset: &'a Dataset,
    order: &NameOrder,
    plan: &SitePlan,
) -> Vec<Change<'a>> {
    let window = Window::new(dataset.date());
    let mut changes = contract_changes(dataset, plan, window);
    changes.extend(wait_changes(dataset, plan, window));
    let key = |change: &Change<'_>| {
        (
            Reverse(change.day),
            order.provider(change.provider),
            order.product(change.product),
            change.happening.word(),
        )
    };
    changes.sort_by_key(key);
    // Two contracts for the same help that begin together are one change.
    changes.dedup_by(|one, other| key(one) == key(other));
    changes
}

/// The days of which changes are listed.
#[derive(Clone, Copy)]
struct Window {
    first: Date,
    today: Date,
    last: Date,
}

impl Window {
    fn new(today: Date) -> Self {
        Self {
            first: today.saturating_sub(LOOK_BACK.days()),
            today,
            last: today.saturating_add(LOOK_AHEAD.days()),
        }
    }

    fn is_recent(self, day: Date) -> bool {
        day >= self.first && day <= self.today
    }

    fn is_coming(self, day: Date) -> bool {
        day > self.today && day <= self.last
    }
}

fn contract_changes<'a>(dataset: &Dataset, plan: &SitePlan, window: Window) -> Vec<Change<'a>> {
    let closed = &dataset.municipality(plan.municipality).closed_products;
    let mut offers: Vec<&Offer> = dataset
        .offers_in(plan.municipality)
        .iter()
        .map(|id| dataset.offer(*id))
        .filter(|offer| !closed.contains(&offer.product))
        .collect();
    let whose = |offer: &Offer| (offer.provider, offer.product);
    offers.sort_by_key(|offer| whose(offer));
    offers
        .chunk_by(|one, other| whose(one) == whose(other))
        .flat_map(|same| changes_of(same, window))
        .collect()
}

/// What begins and ends among the contracts of one provider and product.
fn changes_of<'a>(same: &[&Offer], window: Window) -> Vec<Change<'a>> {
    let holds_on =
        |day: Option<Date>| day.is_some_and(|day| same.iter().any(|it| it.is_contracted_on(day)));
    let mut found = Vec::new();
    let mut add = |offer: &Offer, day, happening| {
        found.push(Change {
            day,
            provider: offer.provider,
            product: offer.product,
            happening,
        });
    };
    for offer in same {
        let first = offer.valid_from;
        let begins = || !holds_on(first.yesterday().ok());
        if window.is_recent(first) && begins() {
            add(offer, first, Happening::ContractStarted);
        } else if window.is_coming(first) && begins() {
            add(offer, first, Happening::ContractStarts);
        }
        let Some(last) = offer.valid_to else { continue };
        let ends = || !holds_on(last.tomorrow().ok());
        if (last == window.today || window.is_coming(last)) && ends() {
            add(offer, last, Happening::ContractEnds);
        } else if window.is_recent(last) && last < window.today && ends() {
            add(offer, last, Happening::ContractEnded);
        }
    }
    found
}

fn wait_changes<'a>(dataset: &'a Dataset, plan: &SitePlan, window: Window) -> Vec<Change<'a>> {
    let mut found = Vec::new();
    for (provider, offers) in &plan.contracted.by_provider {
        let mut products: Vec<ProductId> =
            offers.iter().map(|id| dataset.offer(*id).product).collect();
        products.sort_unstable();
        products.dedup();
        for product in products {
            let mut moved: Vec<&WaitingTime> = dataset
                .waits(*provider, product, Some(plan.municipality))
                .filter(|wait| window.is_recent(wait.newest().reference_date) && has_moved(wait))
                .collect();
            moved.sort_by_key(|wait| Reverse(wait.newest().reference_date));
            let Some(latest) = moved.first() else {
                continue;
            };
            found.push(Change {
                day: latest.newest().reference_date,
                provider: *provider,
                product,
                happening: Happening::Waits(moved),
            });
        }
    }
    found
}

/// Whether the newest figure of a wait says anything else than the one before.
pub(crate) fn has_moved(wait: &WaitingTime) -> bool {
    let is_the_same = |before: &WaitFigure| before.reading == wait.newest().reading;
    let moved = trend(wait).is_some_and(|trend| trend != Trend::Same);
    moved && !wait.figures.get(1).is_some_and(is_the_same)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Change, Happening, Trend, changes, turn};
    use crate::model::{Dataset, WaitKind, WaitLength, WaitReading, WaitUnit};
    use crate::plan::NameOrder;
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
        found(dataset)
            .into_iter()
            .map(|change| change.anchor(dataset))
            .collect()
    }

    fn found(dataset: &Dataset) -> Vec<Change<'_>> {
        changes(dataset, &NameOrder::new(dataset), &fixture::plan(dataset))
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
                "wacht-lindeboom-begeleiding-thuis-2026-11-01",
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
        let found = found(&dataset);
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

    #[test]
    fn the_waits_of_one_provider_and_product_are_one_change_of_the_latest_day() {
        let mut dataset = fixture::region();
        let mut treatment = dataset.waiting_times[0].clone();
        if let Some(measure) = &mut treatment.measure {
            measure.kind = WaitKind::Treatment;
        }
        treatment.figures[0].reference_date = date(2026, 10, 1);
        dataset.waiting_times.insert(0, treatment);
        fixture::relink(&mut dataset);
        let of_waits: Vec<_> = found(&dataset)
            .into_iter()
            .filter_map(|change| match change.happening {
                Happening::Waits(waits) => Some((change.day, waits.len())),
                Happening::ContractStarts
                | Happening::ContractEnds
                | Happening::ContractStarted
                | Happening::ContractEnded => None,
            })
            .collect();
        assert_eq!(of_waits, [(date(2026, 11, 1), 2)]);
    }

    #[test]
    fn two_contracts_for_the_same_help_that_begin_together_are_one_change() {
        let mut dataset = fixture::region();
        dataset.offers.push(dataset.offers[1].clone());
        fixture::relink(&mut dataset);
        let of_wilg = anchors(&dataset)
            .into_iter()
            .filter(|anchor| anchor.contains("wilg"))
            .count();
        assert_eq!(of_wilg, 1);
    }
}
