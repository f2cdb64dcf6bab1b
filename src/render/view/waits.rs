//! `/wachttijden/`: the availability guide (beschikbaarheidswijzer), product × provider.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Admission, OfferId};
use crate::plan::Page;
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::wait::WaitState;
use super::ways::ProductHere;

/// `page` of `waits.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WaitsPage<'a> {
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
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
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
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// What the table is, for its caption.
    pub caption: String,
    /// How many take new clients, do not, and of how many nothing is known, in words.
    pub counts: String,
    /// The providers, as rows in order of name.
    pub rows: Vec<&'a str>,
}

impl PageView for WaitsPage<'_> {
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

impl SiteContext<'_> {
    /// The availability guide.
    #[must_use]
    pub fn waits_page(&self, page: &Page) -> WaitsPage<'_> {
        let head = Head::new(
            self.in_municipality("waits-page-title"),
            self.in_municipality("waits-page-description"),
            Section::Waits,
        );
        let groups = self.products_by_group().into_iter();
        WaitsPage {
            frame: self.frame(page, head),
            groups: groups
                .map(|(group, products)| WaitGroup {
                    name: &group.name,
                    lang: self.edition.lang_of(group.translations.is_translated()),
                    products: products
                        .into_iter()
                        .map(|product| self.product_waits(product))
                        .collect(),
                })
                .collect(),
        }
    }

    fn product_waits<'b>(&'b self, (id, offers): ProductHere<'b>) -> ProductWaits<'b> {
        let product = self.dataset.product(id);
        let mut counts = Counts::default();
        let rows = offers
            .iter()
            .map(|offer| self.wait_row(*offer, &mut counts))
            .collect();
        ProductWaits {
            slug: product.slug.as_str(),
            name: &product.plain_name,
            lang: self.product_lang(product),
            caption: self
                .words
                .with_text("waits-page-caption", "product", &product.plain_name),
            counts: self.counts_text(offers.len(), &counts),
            rows,
        }
    }

    fn wait_row(&self, id: OfferId, counts: &mut Counts) -> &str {
        let texts = self.offer(id);
        let view = &texts.view;
        let states = view.intake.iter().chain(&view.start).map(|wait| wait.state);
        counts.add(view.admission.admission, states);
        &texts.wait_row
    }

    fn counts_text(&self, total: usize, counts: &Counts) -> String {
        if total == 0 {
            return self.text("waits-page-nobody").to_owned();
        }
        let parts = [
            ("waits-page-open", counts.open),
            ("count-stop", counts.stop),
            ("count-unknown", counts.unknown),
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
