//! Whether a provider takes new clients, from the contract and from what the waits say.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Admission, Dataset, Freshness, Offer, WaitingTime};

use super::words::Words;

/// The component `admission`.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct AdmissionView<'a> {
    /// The state, for counting; not for templates.
    #[serde(skip)]
    pub admission: Admission,
    /// `open`, `stop` or `unknown`.
    pub state: &'static str,
    /// «Neemt nieuwe mensen aan»
    pub text: &'a str,
}

impl<'a> AdmissionView<'a> {
    /// A state in words.
    #[must_use]
    pub fn new(words: Words<'a>, admission: Admission) -> Self {
        let (state, key) = match admission {
            Admission::Open => ("open", "admission-open"),
            Admission::Stop => ("stop", "admission-stop"),
            Admission::Unknown => ("unknown", "admission-unknown"),
        };
        Self {
            admission,
            state,
            text: words.text(key),
        }
    }
}

/// Whether new clients are taken for one offer. A stop wins from whoever says it; a figure that is too old to show
/// says nothing.
#[must_use]
pub fn admission_of(dataset: &Dataset, offer: &Offer, waits: &[&WaitingTime]) -> Admission {
    let limits = dataset.site().waiting_time_freshness;
    let said: Vec<_> = waits
        .iter()
        .filter(|wait| {
            limits.judge(wait.newest().reference_date, dataset.date()) != Freshness::Hidden
        })
        .map(|wait| {
            (
                wait.measure.is_none() && wait.location.is_none(),
                wait.admission(),
            )
        })
        .collect();
    let stops_everywhere = !said.is_empty()
        && said
            .iter()
            .all(|(_, admission)| *admission == Admission::Stop);
    let stops_as_a_whole = said.contains(&(true, Admission::Stop));
    if offer.admission == Admission::Stop || stops_everywhere || stops_as_a_whole {
        return Admission::Stop;
    }
    let is_open = said
        .iter()
        .any(|(_, admission)| *admission == Admission::Open);
    match offer.admission {
        Admission::Unknown if is_open => Admission::Open,
        admission @ (Admission::Open | Admission::Stop | Admission::Unknown) => admission,
    }
}

/// The best a visitor can hope for among several offers: open if any is.
#[must_use]
pub fn any_admission(admissions: impl IntoIterator<Item = Admission>) -> Admission {
    admissions
        .into_iter()
        .min_by_key(|admission| match admission {
            Admission::Open => 0,
            Admission::Unknown => 1,
            Admission::Stop => 2,
        })
        .unwrap_or(Admission::Unknown)
}
