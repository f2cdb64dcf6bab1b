//! What is wrong with the newest figure of a wait that visitors see: it is old, or it cannot be compared. Of a wait without
//! an offer that is in force nobody is asked for a new figure, because nobody would read it.

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, Place, codes, said};
use crate::model::{Freshness, FreshnessLimits, Offer, WaitReading, WaitingTime};

/// The newest figure of a wait, against the day of the site.
pub(super) fn report(
    wait: &Located<WaitingTime>,
    offers: &[&Located<Offer>],
    (today, limits): (Date, FreshnessLimits),
    diagnostics: &mut Vec<Diagnostic>,
) {
    let is_shown = offers
        .iter()
        .any(|offer| offer.value.is_contracted_on(today) && holds_at(&offer.value, &wait.value));
    if !is_shown {
        return;
    }
    let figure = wait.value.newest();
    let freshness = limits.judge(figure.reference_date, today);
    diagnostics.extend(old(figure.reference_date, wait.place, freshness));
    if let (Freshness::Current | Freshness::Old, WaitReading::Text(text)) =
        (freshness, &figure.reading)
    {
        diagnostics.extend(number_in_words(text, wait.place));
    }
}

/// Whether an offer is at the location that a wait is about.
fn holds_at(offer: &Offer, wait: &WaitingTime) -> bool {
    wait.location
        .is_none_or(|location| offer.locations.is_empty() || offer.locations.contains(&location))
}

fn old(date: Date, place: Place, freshness: Freshness) -> Option<Diagnostic> {
    let problem = match freshness {
        Freshness::Current => return None,
        Freshness::Old => said(
            "the newest figure of this wait is of {date}: it is shown, marked as old",
            [],
        )
        .with_day("date", date),
        Freshness::Hidden => said(
            "the newest figure of this wait is of {date}: it is not shown",
            [],
        )
        .with_day("date", date),
    };
    Some(
        Diagnostic::new(codes::W0506, place, problem)
            .help("ask the provider for a figure of today"),
    )
}

fn number_in_words(text: &str, place: Place) -> Option<Diagnostic> {
    text.contains(|character: char| character.is_ascii_digit())
        .then(|| {
            Diagnostic::new(
                codes::W0512,
                place,
                said(
                    "`{text}` names a number while `value` is empty: visitors read it, but nothing can be compared with it",
                    [("text", &text)],
                ),
            )
            .help("write the longest wait in `value` with its `unit`, and keep the words in `text`; when no longest wait is named, ask the provider for it")
        })
}
