//! What the records' own dates say: what is coming, and what a site that was never published before starts with.

use std::cmp::Reverse;

use jiff::ToSpan;
use jiff::civil::Date;

use super::compare::{has_moved, put_in_order};
use super::entry::{Entry, Named, Origin, WaitMove, What};
use super::forms::Said;
use super::journal::LOOK_BACK;
use super::state::subject_of;
use crate::model::{Dataset, Offer, ProductId, ProviderId, WaitingTime};
use crate::plan::{NameOrder, SitePlan};

/// How many days ahead a coming change is listed.
const LOOK_AHEAD: i64 = 60;

/// A contract that will begin or end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// The day it begins, or its last day.
    pub day: Date,
    /// Whose.
    pub provider: ProviderId,
    /// Of what.
    pub product: ProductId,
    /// Whether it begins; it ends otherwise.
    pub begins: bool,
}

impl Coming {
    /// The first day on which it was within sight.
    #[must_use]
    pub fn listed_on(&self) -> Date {
        self.day.saturating_sub(LOOK_AHEAD.days())
    }

    /// A name that stays the same in every build: its place on the page, and what its id in the feed is made of.
    #[must_use]
    pub fn anchor(&self, dataset: &Dataset) -> String {
        let word = if self.begins { "start" } else { "stopt" };
        let provider = &dataset.provider(self.provider).slug;
        let product = &dataset.product(self.product).slug;
        format!("{word}-{provider}--{product}-{}", self.day)
    }
}

/// What will change in one municipality, the nearest day first, then by provider and product as in lists.
#[must_use]
pub fn coming(dataset: &Dataset, order: &NameOrder, plan: &SitePlan) -> Vec<Coming> {
    let today = dataset.date();
    let last = today.saturating_add(LOOK_AHEAD.days());
    let mut coming: Vec<Coming> = turns(dataset, plan)
        .into_iter()
        .filter(|turn| {
            let is_today = turn.day == today && !turn.begins;
            turn.day <= last && (turn.day > today || is_today)
        })
        .map(|turn| Coming {
            day: turn.day,
            provider: turn.provider,
            product: turn.product,
            begins: turn.begins,
        })
        .collect();
    let key = |change: &Coming| {
        (
            change.day,
            order.provider(change.provider),
            order.product(change.product),
            !change.begins,
        )
    };
    coming.sort_by_key(key);
    // Two contracts for the same help that begin together are one change.
    coming.dedup_by(|one, other| key(one) == key(other));
    coming
}

/// What changed lately by the dates of contracts and figures, in order of list.
#[must_use]
pub fn lately(dataset: &Dataset, plan: &SitePlan) -> Vec<Entry> {
    let today = dataset.date();
    let first = today.saturating_sub(LOOK_BACK.days());
    let mut entries: Vec<Entry> = turns(dataset, plan)
        .into_iter()
        .filter(|turn| turn.day >= first)
        .filter_map(|turn| {
            let what = if turn.begins {
                (turn.day <= today).then_some(What::ContractStarted { since: turn.day })
            } else {
                let last = Some(turn.day);
                (turn.day < today).then_some(What::ContractEnded { last })
            };
            Some(entry(
                dataset,
                turn.day,
                (turn.provider, turn.product),
                what?,
            ))
        })
        .collect();
    entries.extend(moved_waits(dataset, plan, first));
    put_in_order(&mut entries);
    entries.dedup();
    entries
}

fn entry(
    dataset: &Dataset,
    day: Date,
    (provider, product): (ProviderId, ProductId),
    what: What,
) -> Entry {
    let (provider, product) = (dataset.provider(provider), dataset.product(product));
    Entry {
        day,
        origin: Origin::Records,
        provider: Named {
            slug: provider.slug.clone(),
            name: provider.name.clone(),
        },
        product: Some(Named {
            slug: product.slug.clone(),
            name: product.plain_name.clone(),
        }),
        what,
    }
}

/// A day on which a contract begins, or its last day, with no other contract for the same help before or after it.
struct Turn {
    day: Date,
    provider: ProviderId,
    product: ProductId,
    begins: bool,
}

fn turns(dataset: &Dataset, plan: &SitePlan) -> Vec<Turn> {
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
        .flat_map(turns_of)
        .collect()
}

/// What begins and ends among the contracts of one provider and product.
fn turns_of(same: &[&Offer]) -> Vec<Turn> {
    let holds_on =
        |day: Option<Date>| day.is_some_and(|day| same.iter().any(|it| it.is_contracted_on(day)));
    let mut found = Vec::new();
    for offer in same {
        let mut add = |day, begins| {
            found.push(Turn {
                day,
                provider: offer.provider,
                product: offer.product,
                begins,
            });
        };
        if !holds_on(offer.valid_from.yesterday().ok()) {
            add(offer.valid_from, true);
        }
        if let Some(last) = offer.valid_to
            && !holds_on(last.tomorrow().ok())
        {
            add(last, false);
        }
    }
    found
}

/// The waits of one provider and product that moved are one change, of the latest day.
fn moved_waits(dataset: &Dataset, plan: &SitePlan, first: Date) -> Vec<Entry> {
    let mut found = Vec::new();
    for (provider, offers) in &plan.contracted.by_provider {
        let mut products: Vec<ProductId> =
            offers.iter().map(|id| dataset.offer(*id).product).collect();
        products.sort_unstable();
        products.dedup();
        for product in products {
            let mut waits: Vec<WaitMove> = dataset
                .waits(*provider, product, Some(plan.municipality))
                .filter(|wait| wait.newest().reference_date >= first)
                .filter_map(|wait| moved(dataset, wait))
                .collect();
            waits.sort_by_key(|wait| Reverse(wait.reference_date));
            let Some(day) = waits.first().and_then(|wait| wait.reference_date) else {
                continue;
            };
            let what = What::Waiting {
                admission: None,
                waits,
            };
            found.push(entry(dataset, day, (*provider, product), what));
        }
    }
    found
}

/// How the newest figure of a wait differs from the one before, when it does.
fn moved(dataset: &Dataset, wait: &WaitingTime) -> Option<WaitMove> {
    let (before, newest) = (wait.figures.get(1)?, wait.newest());
    if !has_moved(Some(&before.reading), Some(&newest.reading)) {
        return None;
    }
    let (subject, place) = subject_of(dataset, wait);
    Some(WaitMove {
        subject,
        place,
        before: Some(Said(before.reading.clone())),
        after: Some(Said(newest.reading.clone())),
        reference_date: Some(newest.reference_date),
    })
}
