//! How many offers are above a norm for waiting: of those with a figure that can be compared. What is not known, is said in
//! words or takes nobody is counted apart, so that nobody reads it as within the norm.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Admission, Norm, OfferId, WaitKind, WaitLength, WaitUnit};
use crate::render::messages::MessageValue;

use super::contact::WebsiteView;
use super::context::SiteContext;
use super::offer::OfferView;
use super::wait::WaitState;
use super::wait_words::length_text;

/// What is said of one norm above a table for referrers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NormLine<'a> {
    /// «3 van de 8 aanbieders met een actueel cijfer zitten boven de norm van 1 week voor het eerste gesprek. Van 4 is …»
    pub sentence: String,
    /// Whose norm it is.
    pub source: &'a str,
    /// Where to read it.
    pub website: Option<WebsiteView<'a>>,
}

/// What the rows of a table are, for a sentence that counts them.
#[derive(Clone, Copy)]
pub(super) enum RowsAre {
    /// Each row is another provider.
    Providers,
    /// Each row is a provider with one of its products.
    Offers,
}

/// Where an offer stands against a norm.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Against {
    /// A current figure is longer than the norm.
    Above,
    /// There are current figures, and none is longer.
    Within,
    /// A current answer in words, which cannot be compared, and no current figure above the norm.
    InWords,
    /// No current figure: not known, or old.
    NotKnown,
    /// Takes nobody, so there is no wait to measure.
    Stop,
}

impl SiteContext<'_> {
    /// A line for each norm that says how long a kind of wait may be.
    pub(super) fn norm_lines(&self, offers: &[OfferId], rows: RowsAre) -> Vec<NormLine<'_>> {
        if offers.is_empty() {
            return Vec::new();
        }
        self.dataset
            .site()
            .norms
            .iter()
            .filter_map(|norm| self.norm_line(norm, offers, rows))
            .collect()
    }

    fn norm_line<'b>(
        &'b self,
        norm: &'b Norm,
        offers: &[OfferId],
        rows: RowsAre,
    ) -> Option<NormLine<'b>> {
        let (kind, weeks) = (norm.kind?, norm.weeks?);
        let allowed = WaitLength {
            tenths: weeks * 10,
            unit: WaitUnit::Weeks,
        };
        let found: Vec<Against> = offers
            .iter()
            .map(|id| against(&self.offer(*id).view, kind, allowed))
            .collect();
        let count = |wanted| found.iter().filter(|found| **found == wanted).count();
        let (above, known) = (
            count(Against::Above),
            count(Against::Above) + count(Against::Within),
        );
        let key = match (rows, known) {
            (RowsAre::Providers, 0) => "referrers-norm-no-providers",
            (RowsAre::Offers, 0) => "referrers-norm-no-rows",
            (RowsAre::Providers, _) => "referrers-norm-providers",
            (RowsAre::Offers, _) => "referrers-norm-rows",
        };
        let what = match kind {
            WaitKind::Intake => "referrers-norm-intake",
            WaitKind::Treatment => "referrers-norm-treatment",
            WaitKind::Total => "referrers-norm-total",
        };
        let mut sentence = self.words.say(
            key,
            &[
                ("count", above.into()),
                ("total", known.into()),
                (
                    "length",
                    MessageValue::Text(&length_text(self.words, allowed)),
                ),
                ("what", MessageValue::Text(self.text(what))),
            ],
        );
        for (against, key) in [
            (Against::InWords, "referrers-norm-in-words"),
            (Against::NotKnown, "referrers-norm-unknown"),
            (Against::Stop, "referrers-norm-stop"),
        ] {
            let count = count(against);
            if count > 0 {
                sentence.push(' ');
                sentence.push_str(&self.words.with_count(key, count));
            }
        }
        Some(NormLine {
            sentence,
            source: &norm.source,
            website: norm.source_url.as_ref().map(WebsiteView::new),
        })
    }
}

fn against(offer: &OfferView<'_>, kind: WaitKind, allowed: WaitLength) -> Against {
    match offer.admission.admission {
        Admission::Stop => return Against::Stop,
        Admission::Open | Admission::Unknown => {}
    }
    let current: Vec<_> = offer
        .intake
        .iter()
        .chain(&offer.start)
        .filter(|wait| wait.is_of_kind(kind) && wait.old.is_none())
        .collect();
    let lengths = || current.iter().filter_map(|wait| wait.tenths_of_days);
    if lengths().any(|length| length > allowed.tenths_of_days()) {
        Against::Above
    } else if current.iter().any(|wait| wait.state == WaitState::Text) {
        Against::InWords
    } else if lengths().next().is_some() {
        Against::Within
    } else {
        Against::NotKnown
    }
}
