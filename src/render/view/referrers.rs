//! `/verwijzers/`: dense tables for a GP, a youth doctor or another referrer, fit for print.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Admission, OfferId, ProductId, ProfileId, Segment};
use crate::plan::Page;
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::ways::ProductHere;

/// `page` of `referrers.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReferrersPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// The municipality and its code, to copy.
    pub code: String,
    /// Per profile: which kinds of help fit, and how many take new clients.
    pub profiles: Vec<ReferrerProfile<'a>>,
    /// Per kind of help: who offers it here.
    pub products: Vec<ReferrerProduct<'a>>,
}

/// A support profile, as professionals know it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReferrerProfile<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its number and name.
    pub name: String,
    /// The need.
    pub need: &'a str,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// Kinds of help that fit and are offered here, in order of name.
    pub products: Vec<ProfileProduct<'a>>,
}

/// A kind of help that fits a profile.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProfileProduct<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its plain name.
    pub name: &'a str,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// iJw product code.
    pub code: &'a str,
    /// Providers that take new clients.
    pub open: usize,
    /// Providers that take none now.
    pub stop: usize,
    /// Providers of which it is not known.
    pub unknown: usize,
}

/// A kind of help, with who offers it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReferrerProduct<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its name in the product book.
    pub name: &'a str,
    /// Its plain name.
    pub plain_name: &'a str,
    /// Language of the plain name, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// iJw product code.
    pub code: &'a str,
    /// Its segment, in words.
    pub segment: Option<&'a str>,
    /// What the table is, for its caption.
    pub caption: String,
    /// The providers, as rows in order of name.
    pub rows: Vec<&'a str>,
}

impl PageView for ReferrersPage<'_> {
    const TEMPLATE: &'static str = "referrers.html";
}

impl<'a> SiteContext<'a> {
    /// The page for referrers.
    #[must_use]
    pub fn referrers_page(&self, page: &Page) -> ReferrersPage<'_> {
        let municipality = &*self.municipality.name;
        let head = Head::new(
            self.text("referrers-title"),
            self.in_municipality("referrers-description"),
            Section::Referrers,
        );
        let products = self.products_by_group().into_iter();
        ReferrersPage {
            frame: self.frame(page, head),
            code: self.words.say(
                "referrers-code",
                &[
                    ("municipality", MessageValue::Text(municipality)),
                    ("code", MessageValue::Text(self.municipality.code.as_str())),
                ],
            ),
            profiles: self
                .dataset
                .profiles()
                .filter_map(|(id, _)| self.referrer_profile(id))
                .collect(),
            products: products
                .flat_map(|(_, products)| products)
                .map(|product| self.referrer_product(product))
                .collect(),
        }
    }

    fn referrer_profile(&self, id: ProfileId) -> Option<ReferrerProfile<'a>> {
        let offers = self.plan.contracted.by_profile.get(&id)?;
        let profile = self.dataset.profile(id);
        let mut products: Vec<ProductId> = Vec::new();
        for offer in offers {
            let product = self.dataset.offer(*offer).product;
            if !products.contains(&product) {
                products.push(product);
            }
        }
        products
            .sort_by_cached_key(|product| self.dataset.product(*product).plain_name.to_lowercase());
        Some(ReferrerProfile {
            slug: profile.slug.as_str(),
            name: format!("{}. {}", profile.number, profile.name),
            need: &profile.need,
            lang: self.edition.lang_of(profile.translations.is_translated()),
            products: products
                .into_iter()
                .map(|product| self.profile_product(product, offers))
                .collect(),
        })
    }

    fn profile_product(&self, id: ProductId, offers: &[OfferId]) -> ProfileProduct<'a> {
        let product = self.dataset.product(id);
        let (mut open, mut stop, mut unknown) = (0, 0, 0);
        for offer in offers {
            if self.dataset.offer(*offer).product == id {
                match self.admission(*offer) {
                    Admission::Open => open += 1,
                    Admission::Stop => stop += 1,
                    Admission::Unknown => unknown += 1,
                }
            }
        }
        ProfileProduct {
            slug: product.slug.as_str(),
            name: &product.plain_name,
            lang: self.product_lang(product),
            code: product.code.as_str(),
            open,
            stop,
            unknown,
        }
    }

    fn referrer_product(&self, (id, offers): ProductHere<'a>) -> ReferrerProduct<'_> {
        let product = self.dataset.product(id);
        let segment = product.segment.map(|segment| match segment {
            Segment::A => "segment-a",
            Segment::B => "segment-b",
            Segment::C => "segment-c",
        });
        ReferrerProduct {
            slug: product.slug.as_str(),
            name: &product.name,
            plain_name: &product.plain_name,
            lang: self.product_lang(product),
            code: product.code.as_str(),
            segment: segment.map(|key| self.text(key)),
            caption: self.words.say(
                "referrers-caption",
                &[
                    ("product", MessageValue::Text(&product.plain_name)),
                    ("code", MessageValue::Text(product.code.as_str())),
                ],
            ),
            rows: offers
                .iter()
                .map(|offer| self.offer(*offer).referrer_row.as_str())
                .collect(),
        }
    }
}
