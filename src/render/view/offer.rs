//! An offer as a row of a list: who or what, whether it takes new clients, how long it takes, for whom, where.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{
    Admission, AgeRange, Dataset, Location, LocationId, Offer, OfferId, Provider, WaitKind,
    WaitingTime,
};
use crate::render::messages::MessageValue;
use crate::render::travel::points_text;

use super::admission::AdmissionView;
use super::context::SiteContext;
use super::offer_texts::OfferTexts;
use super::texts::RegionTexts;
use super::wait::WaitView;
use super::words::Words;

/// One offer in words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OfferView<'a> {
    /// Provider: its slug.
    pub provider_slug: &'a str,
    /// Provider: its name.
    pub provider: &'a str,
    /// Product: its slug.
    pub product_slug: &'a str,
    /// Product: its plain name.
    pub product: &'a str,
    /// Product: the language of its name, when it is not that of the page.
    pub product_lang: Option<&'a str>,
    /// Whether it takes new clients.
    pub admission: AdmissionView<'a>,
    /// Waits from sign-up to first talk. Empty when it takes no new clients: a stop is a state, not a long wait.
    pub intake: Vec<&'a WaitView<'a>>,
    /// What is said when there are none.
    pub no_intake: Option<&'a str>,
    /// Waits until the start of care, from the first talk or from sign-up; each says which.
    pub start: Vec<&'a WaitView<'a>>,
    /// What is said when there are none.
    pub no_start: Option<&'a str>,
    /// «6 tot en met 18 jaar»
    pub ages: String,
    /// «Apeldoorn, Epe en Zutphen»
    pub places: Option<String>,
    /// Points of those places, for distances; empty when none is known.
    pub at: String,
    /// A sentence of the contract for visitors.
    pub note: Option<&'a str>,
    /// That the contract ends soon, and when.
    pub ends: Option<String>,
}

/// Days before its end from which a contract's last day matters to somebody who chooses now.
const ENDS_SOON_DAYS: i32 = 180;

/// «6 tot en met 18 jaar»; says so when the ages are not stated.
#[must_use]
pub fn ages_text(words: Words<'_>, ages: AgeRange) -> String {
    let number = |age: u8| MessageValue::Number(f64::from(age));
    match (ages.from, ages.to) {
        (Some(from), Some(to)) => words.say(
            "ages-between",
            &[("from", number(from)), ("to", number(to))],
        ),
        (Some(from), None) => words.say("ages-from", &[("from", number(from))]),
        (None, Some(to)) => words.say("ages-to", &[("to", number(to))]),
        (None, None) => words.text("ages-unknown").to_owned(),
    }
}

/// Towns and villages of locations, each once, in their order. `None` when none is known.
#[must_use]
pub fn places_text(
    words: Words<'_>,
    provider: &Provider,
    locations: &[LocationId],
) -> Option<String> {
    let mut places: Vec<&str> = Vec::new();
    for location in offered_at(provider, locations) {
        if let Some(place) = location.place.as_deref()
            && !places.contains(&place)
        {
            places.push(place);
        }
    }
    (!places.is_empty()).then(|| words.list(&places))
}

/// The locations of a provider with these ids; without ids all of them.
pub(super) fn offered_at<'p>(
    provider: &'p Provider,
    locations: &'p [LocationId],
) -> impl Iterator<Item = &'p Location> {
    (0..)
        .zip(&provider.locations)
        .filter(|(rank, _)| locations.is_empty() || locations.contains(&LocationId(*rank)))
        .map(|(_, location)| location)
}

impl<'a> OfferView<'a> {
    /// An offer where these waits hold.
    #[must_use]
    pub fn new(
        words: Words<'a>,
        dataset: &'a Dataset,
        texts: &'a RegionTexts<'a>,
        waits: &[&'a WaitingTime],
        id: OfferId,
    ) -> Self {
        let offer = dataset.offer(id);
        let provider = dataset.provider(offer.provider);
        let product = dataset.product(offer.product);
        let waits: Vec<&WaitingTime> = waits
            .iter()
            .copied()
            .filter(|wait| holds_at(offer, wait))
            .collect();
        let admission = dataset.admission(offer, &waits);
        let is_stopped = admission == Admission::Stop;
        let of_kinds = |kinds: &[WaitKind]| -> Vec<&'a WaitView<'a>> {
            let is_shown = |wait: &&&WaitingTime| {
                !is_stopped
                    && wait
                        .measure
                        .is_some_and(|measure| kinds.contains(&measure.kind))
            };
            waits
                .iter()
                .filter(is_shown)
                .map(|wait| texts.wait(wait))
                .collect()
        };
        let intake = of_kinds(&[WaitKind::Intake]);
        let start = of_kinds(&[WaitKind::Treatment, WaitKind::Total]);
        let absence = words.text(if is_stopped {
            "wait-closed"
        } else {
            "wait-unknown"
        });
        Self {
            provider_slug: provider.slug.as_str(),
            provider: &provider.name,
            product_slug: product.slug.as_str(),
            product: &product.plain_name,
            product_lang: texts.edition.lang_of(product.translations.is_translated()),
            admission: AdmissionView::new(words, admission),
            no_intake: intake.is_empty().then_some(absence),
            intake,
            no_start: start.is_empty().then_some(absence),
            start,
            ages: ages_text(words, offer.ages),
            places: places_text(words, provider, &offer.locations),
            at: points_text(offered_at(provider, &offer.locations)),
            note: offer.note.as_deref(),
            ends: offer
                .valid_to
                .filter(|last| (*last - dataset.date()).get_days() <= ENDS_SOON_DAYS)
                .map(|last| words.with_text("offer-ends", "date", &words.date(last))),
        }
    }
}

/// Whether a wait is about a location where the offer is.
fn holds_at(offer: &Offer, wait: &WaitingTime) -> bool {
    wait.location
        .is_none_or(|location| offer.locations.is_empty() || offer.locations.contains(&location))
}

impl SiteContext<'_> {
    /// What pages say of an offer that holds here.
    ///
    /// # Panics
    /// When the offer is not contracted here on the day of the site.
    #[must_use]
    pub fn offer(&self, id: OfferId) -> &OfferTexts<'_> {
        let rank = self
            .offers
            .binary_search_by_key(&id, |(id, _)| *id)
            .expect("a page asks for offers of its own plan only");
        self.offers[rank].1.texts()
    }

    /// Whether an offer that holds here takes new clients.
    #[must_use]
    pub fn admission(&self, id: OfferId) -> Admission {
        self.offer(id).view.admission.admission
    }
}
