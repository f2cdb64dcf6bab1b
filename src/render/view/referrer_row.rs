//! An offer as a referrer needs it: the cells of a dense table, and a line of the overview that is printed.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{
    Admission, AgbCode, AgeRange, Dataset, MailAddress, Offer, ProductCode, WaitKind,
};
use crate::render::messages::MessageValue;

use super::contact::PhoneView;
use super::fragments::THREE_DEEP;
use super::offer::OfferView;
use super::page_view::PageView;
use super::wait::WaitView;
use super::words::Words;

/// `page` of `fragments/referrer-row.html`: the cells that are the same on every page for referrers. The page writes the
/// row around them. What columns are ordered by stands beside the words; without it a cell comes last.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReferrerRow<'a> {
    /// Provider: its slug.
    pub provider_slug: &'a str,
    /// Provider: its name.
    pub provider: &'a str,
    /// `open`, `stop` or `unknown`.
    pub state: &'static str,
    /// «ja»
    pub admission: &'a str,
    /// Order of the states that are known.
    pub admission_order: Option<u8>,
    /// A sentence of the contract.
    pub note: Option<&'a str>,
    /// Waits to the first talk.
    pub intake: WaitCell<'a>,
    /// Waits to the start of care.
    pub start: WaitCell<'a>,
    /// «6-18»
    pub ages: String,
    /// Youngest age, when stated.
    pub youngest: Option<u8>,
    /// Oldest age, when stated.
    pub oldest: Option<u8>,
    /// Order of the ages, when the youngest is stated.
    pub ages_order: Option<u16>,
    /// Towns and villages.
    pub places: Option<&'a str>,
    /// Where its places are, for the distance; empty when that is not known.
    pub at: &'a str,
    /// Telephone.
    pub phone: Option<PhoneView<'a>>,
    /// Mail address.
    pub email: Option<&'a str>,
    /// What is said of a telephone number or a code that is kept out, as the provider is one person.
    pub kept_out: Option<&'a str>,
    /// Product code.
    pub code: &'a str,
    /// AGB code.
    pub agb: Option<&'a str>,
    /// Last day of the contract, when one is known.
    pub until: Option<LastDay>,
    /// The way back to the top.
    pub root: &'static str,
}

/// The waits in one cell.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WaitCell<'a> {
    /// The waits.
    pub waits: &'a [&'a WaitView<'a>],
    /// What is said when there are none.
    pub absence: Option<&'a str>,
    /// The shortest length, for the order. None for words, a stop and what is not known.
    pub length: Option<u64>,
    /// Lengths that cannot be compared are in different sections of the order: other kinds, and old figures.
    pub section: Option<u8>,
}

/// The last day of a contract.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LastDay {
    /// «31-12-2027»
    pub text: String,
    /// For machines.
    pub iso: String,
    /// For the order.
    pub order: String,
}

/// `page` of `fragments/referrer-line.html`: an offer that takes new clients, in the overview that is printed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReferrerLine<'a> {
    /// The offer.
    pub row: &'a ReferrerRow<'a>,
}

impl PageView for ReferrerRow<'_> {
    const TEMPLATE: &'static str = "fragments/referrer-row.html";
}

impl PageView for ReferrerLine<'_> {
    const TEMPLATE: &'static str = "fragments/referrer-line.html";
}

impl<'a> ReferrerRow<'a> {
    /// An offer in words for referrers.
    #[must_use]
    pub fn new(
        words: Words<'a>,
        dataset: &'a Dataset,
        offer: &'a Offer,
        view: &'a OfferView<'a>,
    ) -> Self {
        let provider = dataset.provider(offer.provider);
        let (key, admission_order) = match view.admission.admission {
            Admission::Open => ("referrers-admission-open", Some(0)),
            Admission::Stop => ("referrers-admission-stop", Some(1)),
            Admission::Unknown => ("referrers-admission-unknown", None),
        };
        let absence = words.text(match view.admission.admission {
            Admission::Stop => "referrers-admission-stop",
            Admission::Open | Admission::Unknown => "referrers-admission-unknown",
        });
        let ages = offer.ages;
        Self {
            provider_slug: view.provider_slug,
            provider: view.provider,
            state: view.admission.state,
            admission: words.text(key),
            admission_order,
            note: view.note,
            intake: WaitCell::new(&view.intake, absence),
            start: WaitCell::new(&view.start, absence),
            ages: short_ages(words, ages),
            youngest: ages.from,
            oldest: ages.to,
            ages_order: ages
                .from
                .map(|from| u16::from(from) * 256 + ages.to.map_or(255, u16::from)),
            places: view.places.as_deref(),
            at: &view.at,
            phone: provider.phone.as_ref().map(PhoneView::new),
            email: provider.email.as_ref().map(MailAddress::as_str),
            kept_out: provider
                .sole_trader
                .as_ref()
                .filter(|sole_trader| !sole_trader.withheld.is_empty())
                .map(|_| words.text("referrers-kept-out")),
            code: ProductCode::as_str(&dataset.product(offer.product).code),
            agb: provider.agb.as_ref().map(AgbCode::as_str),
            until: offer.valid_to.map(|day| LastDay::new(words, day)),
            root: THREE_DEEP,
        }
    }
}

impl<'a> WaitCell<'a> {
    fn new(waits: &'a [&'a WaitView<'a>], absence: &'a str) -> Self {
        let best = waits
            .iter()
            .filter_map(|wait| Some((section(wait)?, wait.tenths_of_days?)))
            .min();
        Self {
            waits,
            absence: waits.is_empty().then_some(absence),
            length: best.map(|(_, length)| length),
            section: best.map(|(section, _)| section),
        }
    }
}

fn short_ages(words: Words<'_>, ages: AgeRange) -> String {
    let number = |age: u8| MessageValue::Number(f64::from(age));
    match (ages.from, ages.to) {
        (Some(from), Some(to)) => words.say(
            "referrers-ages-between",
            &[("from", number(from)), ("to", number(to))],
        ),
        (Some(from), None) => words.say("referrers-ages-from", &[("from", number(from))]),
        (None, Some(to)) => words.say("referrers-ages-to", &[("to", number(to))]),
        (None, None) => words.text("referrers-not-given").to_owned(),
    }
}

/// Lengths of today before old ones, each kind by itself.
fn section(wait: &WaitView<'_>) -> Option<u8> {
    let kinds = [WaitKind::Intake, WaitKind::Treatment, WaitKind::Total];
    let kind = (0..)
        .zip(kinds)
        .find_map(|(rank, kind)| wait.is_of_kind(kind).then_some(rank))?;
    Some(if wait.old.is_some() { kind + 3 } else { kind })
}

impl LastDay {
    fn new(words: Words<'_>, day: Date) -> Self {
        let iso = day.to_string();
        Self {
            text: words.short_date(day),
            order: iso.replace('-', ""),
            iso,
        }
    }
}
