//! What changed between two states of one municipality. Start at [`compare`].

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::entry::{AdmissionMove, Entry, Named, Origin, ScoreMove, ScoreTurn, WaitMove, What};
use super::forms::{Measured, Said};
use super::state::{Hidden, OfferState, ProviderState, ScoreState, State, WaitState, WaitSubject};
use super::trend::Trend;
use crate::model::{Admission, Slug, WaitReading};
use crate::plan::sort_key;

/// Everything that is said otherwise, dated by the day of the later state, in order of list.
#[must_use]
pub fn compare(before: &State, now: &State, day: Date) -> Vec<Entry> {
    let mut comparison = Comparison {
        before,
        now,
        day,
        found: Vec::new(),
    };
    for (slug, (old, new)) in both(&before.providers, &now.providers) {
        match (old, new) {
            (None, Some(new)) => {
                let products = named(new.offers.keys(), now);
                comparison.add(slug, &new.name, None, What::ProviderNew { products });
            }
            (Some(old), None) => {
                let products = named(old.offers.keys(), before);
                comparison.add(slug, &old.name, None, What::ProviderGone { products });
            }
            (Some(old), Some(new)) => comparison.provider(slug, old, new),
            (None, None) => {}
        }
    }
    let mut found = comparison.found;
    put_in_order(&mut found);
    found
}

/// The latest day first; of one day by name of the provider, then by what happened, then by name of the product.
pub(super) fn put_in_order(entries: &mut [Entry]) {
    entries.sort_by_cached_key(|entry| {
        let product = entry.product.as_ref();
        (
            Reverse(entry.day),
            sort_key(&entry.provider.name),
            entry.provider.slug.clone(),
            entry.what.rank(),
            product.map(|product| sort_key(&product.name)),
            product.map(|product| product.slug.clone()),
        )
    });
}

struct Comparison<'a> {
    before: &'a State,
    now: &'a State,
    day: Date,
    found: Vec<Entry>,
}

impl Comparison<'_> {
    fn add(&mut self, provider: &Slug, name: &str, product: Option<Named>, what: What) {
        self.found.push(Entry {
            day: self.day,
            origin: Origin::Comparison,
            provider: Named {
                slug: provider.clone(),
                name: name.into(),
            },
            product,
            what,
        });
    }

    fn provider(&mut self, slug: &Slug, old: &ProviderState, new: &ProviderState) {
        for (product, offers) in both(&old.offers, &new.offers) {
            let (state, what) = match offers {
                (None, Some(offer)) => {
                    let since = offer.valid_from;
                    (self.now, Some(What::ContractStarted { since }))
                }
                (Some(offer), None) => {
                    let last = offer.valid_to.filter(|last| *last < self.day);
                    (self.before, Some(What::ContractEnded { last }))
                }
                (Some(old), Some(new)) => (self.now, waiting(old, new)),
                (None, None) => (self.now, None),
            };
            if let Some(what) = what {
                let product = Named {
                    slug: product.clone(),
                    name: state.product_name(product),
                };
                self.add(slug, &new.name, Some(product), what);
            }
        }
        let moves = scores(&old.scores, &new.scores);
        if !moves.is_empty() {
            self.add(slug, &new.name, None, What::Scores(moves));
        }
    }
}

/// Every key of both maps, in order, with what stands under it in each.
fn both<'a, K: Ord, V>(
    before: &'a BTreeMap<K, V>,
    now: &'a BTreeMap<K, V>,
) -> impl Iterator<Item = (&'a K, (Option<&'a V>, Option<&'a V>))> {
    let keys: BTreeSet<&K> = before.keys().chain(now.keys()).collect();
    keys.into_iter()
        .map(|key| (key, (before.get(key), now.get(key))))
}

fn named<'a>(slugs: impl Iterator<Item = &'a Slug>, state: &State) -> Vec<Named> {
    slugs
        .map(|slug| Named {
            slug: slug.clone(),
            name: state.product_name(slug),
        })
        .collect()
}

/// What changed in taking new clients, if anything.
fn waiting(old: &OfferState, new: &OfferState) -> Option<What> {
    let admission = admission_move(old.admission, new.admission);
    if old.waits == new.waits && admission.is_none() {
        return None;
    }
    let (before, now) = (by_subject(old), by_subject(new));
    let mut waits: Vec<WaitMove> = both(&before, &now)
        .filter_map(|(subject, (old, new))| wait_move(subject, old.copied(), new.copied()))
        .collect();
    // Sorting keeps what is equal in order of subject.
    waits.sort_by_key(|wait| Reverse(wait.reference_date));
    (admission.is_some() || !waits.is_empty()).then_some(What::Waiting { admission, waits })
}

fn by_subject(offer: &OfferState) -> BTreeMap<&WaitSubject, &WaitState> {
    let waits = offer.waits.iter();
    waits.map(|wait| (&wait.subject, wait)).collect()
}

/// A stop that began or ended. Whether it is known that people are taken is no change of its own: figures grow old.
fn admission_move(before: Admission, after: Admission) -> Option<AdmissionMove> {
    let is_stop = |admission| admission == Admission::Stop;
    (is_stop(before) != is_stop(after)).then_some(AdmissionMove { before, after })
}

fn wait_move(
    subject: &WaitSubject,
    old: Option<&WaitState>,
    new: Option<&WaitState>,
) -> Option<WaitMove> {
    let reading = |wait: Option<&WaitState>| wait.map(|wait| wait.said.0.clone());
    let (before, after) = (reading(old), reading(new));
    if !has_moved(before.as_ref(), after.as_ref()) {
        return None;
    }
    Some(WaitMove {
        subject: subject.clone(),
        place: new.or(old).and_then(|wait| wait.place.clone()),
        before: before.map(Said),
        after: after.map(Said),
        reference_date: new.map(|wait| wait.reference_date),
    })
}

/// Whether visitors would call it a change. A stop that nothing is said of any more is one of taking people.
pub(super) fn has_moved(before: Option<&WaitReading>, after: Option<&WaitReading>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => {
            before != after && Trend::between(before, after) != Trend::Same
        }
        (Some(only), None) | (None, Some(only)) => match only {
            WaitReading::Length { .. } | WaitReading::Text(_) => true,
            WaitReading::Stop | WaitReading::Unknown => false,
        },
        (None, None) => false,
    }
}

fn scores(
    before: &BTreeMap<Measured, ScoreState>,
    now: &BTreeMap<Measured, ScoreState>,
) -> Vec<ScoreMove> {
    both(before, now)
        .filter_map(|(measure, (old, new))| {
            let measure = *measure;
            Some(ScoreMove {
                measure,
                turn: score_turn(old, new)?,
            })
        })
        .collect()
}

/// How a score changed. From one reason for showing nothing to another is no change: nothing is shown.
fn score_turn(old: Option<&ScoreState>, new: Option<&ScoreState>) -> Option<ScoreTurn> {
    match (old, new) {
        (Some(ScoreState::Shown(before)), Some(ScoreState::Shown(after))) => {
            let (before, after) = (*before, *after);
            if before.period() != after.period() {
                Some(ScoreTurn::Period { before, after })
            } else if before.verdict != after.verdict {
                Some(ScoreTurn::Verdict { before, after })
            } else {
                None
            }
        }
        (Some(ScoreState::Shown(_)), Some(ScoreState::Hidden(reason))) => {
            Some(ScoreTurn::Gone(*reason))
        }
        (Some(ScoreState::Shown(_)), None) => Some(ScoreTurn::Gone(Hidden::NotSupplied)),
        (Some(ScoreState::Hidden(_)) | None, Some(ScoreState::Shown(after))) => {
            Some(ScoreTurn::New(*after))
        }
        (Some(ScoreState::Hidden(_)) | None, Some(ScoreState::Hidden(_)) | None) => None,
    }
}
