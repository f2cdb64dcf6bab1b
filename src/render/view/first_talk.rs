//! How long somebody waits for the first talk, in which provider and family look whether this is the right place
//! (screening): per kind of help, beside the region's norm.

use crate::model::Admission;
use crate::render::messages::MessageValue;

use super::offer::OfferView;
use super::words::Words;

/// One line for each wait until the first talk: «Pleegzorg: ongeveer 3 weken (verwacht door de aanbieder, 1 november
/// 2026). Langer dan de norm van 1 week.» Or one that says why there is none.
#[must_use]
pub(super) fn first_talks(words: Words<'_>, offer: &OfferView<'_>) -> Vec<String> {
    let line = |text: &str| {
        words.say(
            "first-talk",
            &[
                ("product", MessageValue::Text(offer.product)),
                ("text", MessageValue::Text(text)),
            ],
        )
    };
    if offer.intake.is_empty() {
        let key = match offer.admission.admission {
            Admission::Stop => "first-talk-stop",
            Admission::Open | Admission::Unknown => "first-talk-unknown",
        };
        return vec![line(words.text(key))];
    }
    offer
        .intake
        .iter()
        .filter_map(|wait| Some((wait, wait.basis?)))
        .map(|(wait, basis)| {
            let mut text = line(&words.say(
                "first-talk-wait",
                &[
                    ("wait", MessageValue::Text(&wait.short)),
                    ("basis", MessageValue::Text(basis)),
                    ("date", MessageValue::Text(&wait.date)),
                ],
            ));
            let norm = wait.norm.as_deref().or(wait.within_norm.as_deref());
            for more in [wait.place.as_deref(), norm, wait.not_comparable, wait.old]
                .into_iter()
                .flatten()
            {
                text.push(' ');
                text.push_str(more);
            }
            text
        })
        .collect()
}
