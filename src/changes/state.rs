//! What one publication says of one municipality that can change: what visitors could see, as data. It holds no count
//! and no share, and nothing of a hidden score but why it is hidden.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::forms::{AdmissionForm, Counted, Measured, Said, VerdictForm, day, day_if_any};
use crate::model::{Admission, Dataset, Offer, Period, ProviderId, Slug, WaitingTime};
use crate::plan::SitePlan;
use crate::stats::{ScoreCell, ScoreScope, Scores, Verdict};

/// Who was listed with what, and what was said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The providers that were listed.
    #[serde(rename = "aanbieders")]
    pub providers: BTreeMap<Slug, ProviderState>,
    /// The names of the products they were listed with.
    #[serde(rename = "producten")]
    pub products: BTreeMap<Slug, Box<str>>,
}

/// What was said of one provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderState {
    /// Its name.
    #[serde(rename = "naam")]
    pub name: Box<str>,
    /// What it was contracted for.
    #[serde(rename = "aanbod")]
    pub offers: BTreeMap<Slug, OfferState>,
    /// Its scores over all help.
    #[serde(
        rename = "uitkomsten",
        default,
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub scores: BTreeMap<Measured, ScoreState>,
}

/// What was said of one offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferState {
    /// First day of the contract.
    #[serde(rename = "van", with = "day")]
    pub valid_from: Date,
    /// Last day, when one was known.
    #[serde(
        rename = "tot_en_met",
        with = "day_if_any",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub valid_to: Option<Date>,
    /// Whether new clients were taken, contract and waits together.
    #[serde(rename = "aanname", with = "AdmissionForm")]
    pub admission: Admission,
    /// Its waits, ordered by what they are about.
    #[serde(rename = "wachttijden", default, skip_serializing_if = "Vec::is_empty")]
    pub waits: Vec<WaitState>,
}

/// What a wait is about. No two waits of an offer are about the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WaitSubject {
    /// At which location, when not at all.
    #[serde(rename = "locatie", default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Slug>,
    /// What is counted; absent for a stop of the offer as a whole.
    #[serde(rename = "maat", default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counted>,
}

/// The newest figure of a wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitState {
    /// What it is about.
    #[serde(rename = "over")]
    pub subject: WaitSubject,
    /// What visitors call its location.
    #[serde(rename = "plek", default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Box<str>>,
    /// What was said.
    #[serde(rename = "stand")]
    pub said: Said,
    /// The day it held.
    #[serde(rename = "peildatum", with = "day")]
    pub reference_date: Date,
}

/// A score that was shown: when, and how it compares. Not how high it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// First day of its period.
    #[serde(rename = "van", with = "day")]
    pub from: Date,
    /// Last day of its period.
    #[serde(rename = "tot_en_met", with = "day")]
    pub to: Date,
    /// Against the average of the region.
    #[serde(rename = "oordeel", with = "VerdictForm")]
    pub verdict: Verdict,
}

impl Shown {
    /// Its period.
    #[must_use]
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            to: self.to,
        }
    }
}

/// What was said of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScoreState {
    /// It was shown.
    #[serde(rename = "getoond")]
    Shown(Shown),
    /// There was none, for this reason.
    #[serde(rename = "verborgen")]
    Hidden(Hidden),
}

/// Why a score is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hidden {
    /// Too few answers, or another hidden score could be worked out from it.
    #[serde(rename = "te-weinig")]
    TooFew,
    /// Not measured.
    #[serde(rename = "niet-gemeten")]
    NotMeasured,
    /// Not supplied.
    #[serde(rename = "niet-aangeleverd")]
    NotSupplied,
    /// Too old.
    #[serde(rename = "te-oud")]
    TooOld,
    /// Withdrawn.
    #[serde(rename = "ingetrokken")]
    Withdrawn,
}

impl State {
    /// What a site says, now that it is planned.
    #[must_use]
    pub fn of(dataset: &Dataset, plan: &SitePlan, scores: &Scores) -> Self {
        let contracted = &plan.contracted;
        let providers = contracted.by_provider.par_iter().map(|(id, offers)| {
            let provider = dataset.provider(*id);
            let offers = offers.iter().map(|offer| {
                let offer = dataset.offer(*offer);
                let product = &dataset.product(offer.product).slug;
                (product.clone(), offer_state(dataset, plan, offer))
            });
            let own = ProviderState {
                name: provider.name.clone(),
                offers: offers.collect(),
                scores: scores_of(scores, *id),
            };
            (provider.slug.clone(), own)
        });
        let offered = contracted.by_product.iter();
        let products = offered
            .filter(|(_, offers)| !offers.is_empty())
            .map(|(id, _)| {
                let product = dataset.product(*id);
                (product.slug.clone(), product.plain_name.clone())
            });
        Self {
            providers: providers.collect(),
            products: products.collect(),
        }
    }

    /// The name of a product; its slug when it has none here.
    #[must_use]
    pub fn product_name(&self, slug: &Slug) -> Box<str> {
        let name = self.products.get(slug);
        name.map_or_else(|| slug.as_str().into(), Clone::clone)
    }
}

fn offer_state(dataset: &Dataset, plan: &SitePlan, offer: &Offer) -> OfferState {
    let waits: Vec<&WaitingTime> = dataset
        .waits(offer.provider, offer.product, Some(plan.municipality))
        .collect();
    let mut said: Vec<WaitState> = waits.iter().map(|wait| wait_state(dataset, wait)).collect();
    said.sort_by(|one, other| one.subject.cmp(&other.subject));
    OfferState {
        valid_from: offer.valid_from,
        valid_to: offer.valid_to,
        admission: dataset.admission(offer, &waits),
        waits: said,
    }
}

fn wait_state(dataset: &Dataset, wait: &WaitingTime) -> WaitState {
    let newest = wait.newest();
    let (subject, place) = subject_of(dataset, wait);
    WaitState {
        subject,
        place,
        said: Said(newest.reading.clone()),
        reference_date: newest.reference_date,
    }
}

/// What a wait is about, and what visitors call its location.
pub(super) fn subject_of(dataset: &Dataset, wait: &WaitingTime) -> (WaitSubject, Option<Box<str>>) {
    let location = wait.location.map(|id| dataset.location(wait.provider, id));
    let subject = WaitSubject {
        location: location.map(|location| location.slug.clone()),
        counted: wait.measure.map(Counted),
    };
    let place = location.and_then(|location| location.name.clone().or(location.place.clone()));
    (subject, place)
}

fn scores_of(scores: &Scores, provider: ProviderId) -> BTreeMap<Measured, ScoreState> {
    scores
        .of(provider)
        .cells()
        .filter(|(scope, _, _)| *scope == ScoreScope::All)
        .filter_map(|(_, measure, cell)| Some((Measured(measure), score_state(&cell)?)))
        .collect()
}

/// `None` for a score of which nothing was ever supplied.
fn score_state(cell: &ScoreCell) -> Option<ScoreState> {
    let hidden = match cell {
        ScoreCell::Shown(score) => {
            return Some(ScoreState::Shown(Shown {
                from: score.period.from,
                to: score.period.to,
                verdict: score.verdict,
            }));
        }
        ScoreCell::NotSupplied(None) => return None,
        ScoreCell::NotSupplied(Some(_)) => Hidden::TooOld,
        ScoreCell::TooFew => Hidden::TooFew,
        ScoreCell::NotMeasured => Hidden::NotMeasured,
        ScoreCell::Withdrawn => Hidden::Withdrawn,
    };
    Some(ScoreState::Hidden(hidden))
}
