//! What single files cannot show: waits and scores without an offer, offers that contradict their waits.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, Place, codes, phrase};
use crate::model::{
    Admission, FreshnessLimits, MunicipalityId, Offer, Outcome, ProductId, ProviderId, WaitReading,
    WaitingTime,
};

use super::shown_waits;

/// Says where offers, waits and outcomes do not fit together. That something is not offered is only known when every offer
/// could be read.
pub(super) fn report(
    (offers, are_all): (&[Located<Offer>], bool),
    waits: &[Located<WaitingTime>],
    outcomes: &[Located<Outcome>],
    today_and_limits: (Date, FreshnessLimits),
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut offers_of: BTreeMap<(ProviderId, ProductId), Vec<&Located<Offer>>> = BTreeMap::new();
    for offer in offers {
        offers_of
            .entry((offer.value.provider, offer.value.product))
            .or_default()
            .push(offer);
    }
    for wait in waits {
        let fitting: Vec<&Located<Offer>> = offers_of
            .get(&(wait.value.provider, wait.value.product))
            .into_iter()
            .flatten()
            .filter(|offer| holds_in(&offer.value, wait.value.municipality))
            .copied()
            .collect();
        if fitting.is_empty() && are_all {
            diagnostics.push(without_offer(wait.place));
        }
        shown_waits::report(wait, &fitting, today_and_limits, diagnostics);
        diagnostics.extend(contradiction(wait, &fitting));
    }
    if are_all {
        report_scores_without_offer(offers, outcomes, diagnostics);
    }
}

fn holds_in(offer: &Offer, municipality: Option<MunicipalityId>) -> bool {
    municipality
        .is_none_or(|municipality| offer.municipalities.binary_search(&municipality).is_ok())
}

fn without_offer(place: Place) -> Diagnostic {
    Diagnostic::new(
        codes::W0509,
        place,
        "a wait for something that is not offered: it is shown nowhere",
    )
    .help("correct the provider, the product or the municipality, or add the offer to `offers.csv`")
}

/// An offer that says `open` and a newest figure that says stop, or the other way round.
fn contradiction(wait: &Located<WaitingTime>, offers: &[&Located<Offer>]) -> Option<Diagnostic> {
    let figure = wait.value.newest();
    let (contradicting, problem) = match figure.reading {
        WaitReading::Stop => (
            Admission::Open,
            phrase(
                "the newest figure says stop, the offer says otherwise: no new clients are shown",
            ),
        ),
        WaitReading::Length { .. } => (
            Admission::Stop,
            phrase(
                "the newest figure says how long it takes, the offer says otherwise: no new clients are shown",
            ),
        ),
        WaitReading::Text(_) | WaitReading::Unknown => return None,
    };
    // A wait for one municipality or location may differ from the offer, which holds for several.
    if wait.value.municipality.is_some() || wait.value.location.is_some() {
        return None;
    }
    let offer = offers.iter().find(|offer| {
        offer.value.admission == contradicting
            && offer.value.is_contracted_on(figure.reference_date)
    })?;
    Some(
        Diagnostic::new(codes::W0510, wait.place, problem)
            .related(offer.place, "the offer")
            .help("make `admission` in `offers.csv` and the newest status agree"),
    )
}

fn report_scores_without_offer(
    offers: &[Located<Offer>],
    outcomes: &[Located<Outcome>],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let offering: BTreeSet<ProviderId> = offers.iter().map(|offer| offer.value.provider).collect();
    let mut reported = BTreeSet::new();
    for outcome in outcomes {
        let provider = outcome.value.provider;
        if !offering.contains(&provider) && reported.insert(provider) {
            diagnostics.push(
                Diagnostic::new(
                    codes::W0606,
                    outcome.place,
                    "scores of a provider that offers nothing: they are shown nowhere",
                )
                .help("correct the provider, or add its offers to `offers.csv`"),
            );
        }
    }
}
