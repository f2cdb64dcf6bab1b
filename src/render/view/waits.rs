//! `/wachttijden/`: the availability guide (beschikbaarheidswijzer), a line for each kind of help.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::Page;

use super::admission_counts::AdmissionCounts;
use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::wait_range::WaitRanges;
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
    /// Its slug.
    pub slug: &'a str,
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
    /// What is known, when anybody offers it here.
    pub known: Option<KnownWaits<'a>>,
}

/// What is known of who takes new clients and how long it takes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct KnownWaits<'a> {
    /// Who takes new clients.
    pub counts: AdmissionCounts<'a>,
    /// How long it takes.
    pub ranges: WaitRanges<'a>,
}

impl PageView for WaitsPage<'_> {
    const TEMPLATE: &'static str = "waits.html";
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
                    slug: group.slug.as_str(),
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
        ProductWaits {
            slug: product.slug.as_str(),
            name: &product.plain_name,
            lang: self.product_lang(product),
            known: (!offers.is_empty()).then(|| self.known_waits(offers)),
        }
    }
}
