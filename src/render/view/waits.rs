//! `/wachttijden/`: the availability guide (beschikbaarheidswijzer), product × provider.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Admission, OfferId, WaitKind, WaitingTime};
use crate::plan::Page;
use crate::render::change::{Trend, trend};
use crate::render::messages::MessageValue;

use super::admission::AdmissionView;
use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::wait::{WaitState, WaitView};
use super::ways::ProductHere;

/// `page` of `waits.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WaitsView<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// What is bought here, by group.
    pub groups: Vec<WaitGroup<'a>>,
}

/// The waits of a group of kinds of help.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WaitGroup<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its kinds of help, in order of name.
    pub products: Vec<ProductWaits<'a>>,
}

/// The waits for one kind of help.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProductWaits<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its plain name.
    pub name: &'a str,
    /// What the table is, for its caption.
    pub caption: String,
    /// How many take new clients, do not, and of how many nothing is known, in words.
    pub counts: String,
    /// The providers, in order of name.
    pub rows: Vec<WaitRow<'a>>,
}

/// The waits at one provider.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WaitRow<'a> {
    /// Its slug.
    pub provider_slug: &'a str,
    /// Its name.
    pub provider: &'a str,
    /// Whether it takes new clients.
    pub admission: AdmissionView<'a>,
    /// Waits from sign-up to first talk.
    pub intake: Vec<MovingWait<'a>>,
    /// What is said when there are none.
    pub no_intake: Option<&'a str>,
    /// Waits until the start of care; each says from when.
    pub start: Vec<MovingWait<'a>>,
    /// What is said when there are none.
    pub no_start: Option<&'a str>,
}

/// A wait, and how it moved since the figure before.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MovingWait<'a> {
    /// The wait.
    pub wait: &'a WaitView<'a>,
    /// «Langer dan op 1 oktober 2026.»
    pub trend: Option<String>,
}

impl PageView for WaitsView<'_> {
    const TEMPLATE: &'static str = "waits.html";
}

/// How many offers of a product are in which state.
#[derive(Default)]
struct Counts {
    open: usize,
    stop: usize,
    unknown: usize,
    without_wait: usize,
}

impl<'a> SiteContext<'a> {
    /// The availability guide.
    #[must_use]
    pub fn waits(&self, page: &Page) -> WaitsView<'_> {
        let municipality = &*self.municipality.name;
        let head = Head::new(
            self.words
                .with_text("waits-page-title", "municipality", municipality),
            self.words
                .with_text("waits-page-description", "municipality", municipality),
            Section::Waits,
        );
        let groups = self.products_by_group().into_iter();
        WaitsView {
            frame: self.frame(page, head),
            groups: groups
                .map(|(group, products)| WaitGroup {
                    name: &group.name,
                    products: products
                        .into_iter()
                        .map(|product| self.product_waits(product))
                        .collect(),
                })
                .collect(),
        }
    }

    fn product_waits(&self, (id, offers): ProductHere<'a>) -> ProductWaits<'a> {
        let product = self.dataset.product(id);
        let mut counts = Counts::default();
        let rows = offers
            .iter()
            .map(|offer| self.wait_row(*offer, &mut counts))
            .collect();
        ProductWaits {
            slug: product.slug.as_str(),
            name: &product.plain_name,
            caption: self
                .words
                .with_text("waits-page-caption", "product", &product.plain_name),
            counts: self.counts_text(offers.len(), &counts),
            rows,
        }
    }

    fn wait_row(&self, id: OfferId, counts: &mut Counts) -> WaitRow<'a> {
        let offer = self.dataset.offer(id);
        let provider = self.dataset.provider(offer.provider);
        let admission = self.admission(id);
        let is_stopped = admission == Admission::Stop;
        let waits: Vec<(&WaitingTime, &WaitView<'_>)> = self
            .texts
            .waits(offer.provider, offer.product, self.plan.municipality)
            .filter(|_| !is_stopped)
            .collect();
        counts.add(admission, waits.iter().map(|(_, view)| view.state));
        let of_kinds = |kinds: &[WaitKind]| -> Vec<MovingWait<'a>> {
            waits
                .iter()
                .filter(|(wait, _)| {
                    wait.measure
                        .is_some_and(|measure| kinds.contains(&measure.kind))
                })
                .map(|(wait, view)| MovingWait {
                    wait: view,
                    trend: self.trend_text(wait, view.state),
                })
                .collect()
        };
        let intake = of_kinds(&[WaitKind::Intake]);
        let start = of_kinds(&[WaitKind::Treatment, WaitKind::Total]);
        let absence = self.text(if is_stopped { "wait-closed" } else { "wait-unknown" });
        WaitRow {
            provider_slug: provider.slug.as_str(),
            provider: &provider.name,
            admission: AdmissionView::new(self.words, admission),
            no_intake: intake.is_empty().then_some(absence),
            intake,
            no_start: start.is_empty().then_some(absence),
            start,
        }
    }

    /// How a shown wait moved; nothing when there is no earlier figure or the two cannot be compared.
    fn trend_text(&self, wait: &WaitingTime, state: WaitState) -> Option<String> {
        if state == WaitState::TooOld {
            return None;
        }
        let key = match trend(wait)? {
            Trend::Longer => "trend-longer",
            Trend::Shorter => "trend-shorter",
            Trend::Same => "trend-same",
            Trend::Stopped => "trend-stopped",
            Trend::Reopened => "trend-reopened",
            Trend::Unclear => return None,
        };
        let before = self.words.date(wait.figures.get(1)?.reference_date);
        Some(self.words.with_text(key, "date", &before))
    }

    fn counts_text(&self, total: usize, counts: &Counts) -> String {
        if total == 0 {
            return self.text("waits-page-nobody").to_owned();
        }
        let parts = [
            ("waits-page-open", counts.open),
            ("waits-page-stop", counts.stop),
            ("waits-page-unknown", counts.unknown),
            ("waits-page-without-wait", counts.without_wait),
        ];
        let mut sentences = vec![self.words.with_count("waits-page-total", total)];
        for (key, count) in parts {
            if count > 0 {
                sentences.push(self.words.say(key, &[("count", MessageValue::from(count))]));
            }
        }
        sentences.join(" ")
    }
}

impl Counts {
    /// Counts an offer. One that takes new clients and of which no wait says anything counts as without wait.
    fn add(&mut self, admission: Admission, mut waits: impl Iterator<Item = WaitState>) {
        let says_something = waits.any(|state| match state {
            WaitState::Length | WaitState::Text | WaitState::Stop => true,
            WaitState::Unknown | WaitState::TooOld => false,
        });
        match admission {
            Admission::Open => self.open += 1,
            Admission::Stop => self.stop += 1,
            Admission::Unknown => self.unknown += 1,
        }
        if admission != Admission::Stop && !says_something {
            self.without_wait += 1;
        }
    }
}
