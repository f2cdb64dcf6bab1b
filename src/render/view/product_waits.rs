//! `/wachttijden/<product>/`: who takes new clients for one kind of help, and how long each takes.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Admission, OfferId, ProductId};
use crate::plan::Page;
use crate::render::messages::MessageValue;

use super::admission_counts::AdmissionCounts;
use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::wait::WaitState;
use super::wait_range::WaitRanges;
use super::waits::KnownWaits;

/// `page` of `product-waits.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProductWaitsPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// The product's slug.
    pub slug: &'a str,
    /// Its plain name.
    pub name: &'a str,
    /// What is known of all providers together.
    pub known: KnownWaits<'a>,
    /// Of how many that may take new clients no wait says anything, in a sentence.
    pub without_wait: Option<String>,
    /// What the table is, for its caption.
    pub caption: String,
    /// The providers, as rows in order of name.
    pub rows: Vec<&'a str>,
}

impl PageView for ProductWaitsPage<'_> {
    const TEMPLATE: &'static str = "product-waits.html";
}

impl SiteContext<'_> {
    /// The waits for one kind of help.
    ///
    /// # Panics
    /// When nobody offers it here: then the plan has no page for it.
    #[must_use]
    pub fn product_waits_page(&self, page: &Page, id: ProductId) -> ProductWaitsPage<'_> {
        let product = self.dataset.product(id);
        let offers = &self.plan.contracted.by_product[&id];
        let about = |key| {
            let values = [
                ("product", MessageValue::Text(&product.plain_name)),
                ("municipality", MessageValue::Text(&self.municipality.name)),
            ];
            self.words.say(key, &values)
        };
        let head = Head::new(
            about("product-waits-title"),
            about("product-waits-description"),
            Section::Waits,
        )
        .under(self.text("nav-waits"), "wachttijden/");
        let without_wait = offers.iter().filter(|id| self.is_without_wait(**id));
        let without_wait = without_wait.count();
        ProductWaitsPage {
            frame: self.frame(page, head),
            slug: product.slug.as_str(),
            name: &product.plain_name,
            known: self.known_waits(offers),
            without_wait: (without_wait > 0).then(|| {
                self.words
                    .with_count("product-waits-without-wait", without_wait)
            }),
            caption: about("product-waits-caption"),
            rows: offers
                .iter()
                .map(|offer| self.offer(*offer).wait_row.as_str())
                .collect(),
        }
    }

    /// What is known of offers of one product.
    pub(super) fn known_waits(&self, offers: &[OfferId]) -> KnownWaits<'_> {
        let admissions: Vec<Admission> = offers.iter().map(|id| self.admission(*id)).collect();
        KnownWaits {
            counts: AdmissionCounts::new(self.words, &admissions),
            ranges: WaitRanges::new(self.words, offers.iter().map(|id| &self.offer(*id).view)),
        }
    }

    /// Whether an offer may take new clients while no wait says anything.
    fn is_without_wait(&self, id: OfferId) -> bool {
        let view = &self.offer(id).view;
        let mut waits = view.intake.iter().chain(&view.start);
        let says_something = waits.any(|wait| match wait.state {
            WaitState::Length | WaitState::Text | WaitState::Stop => true,
            WaitState::Unknown | WaitState::TooOld => false,
        });
        view.admission.admission != Admission::Stop && !says_something
    }
}
