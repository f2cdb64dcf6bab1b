//! `/verwijzers/`: where a GP, a youth doctor or another referrer chooses a need or a product. The tables behind it are in
//! `referrer_table.rs`, the overviews to print in `referrer_overview.rs`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Admission, OfferId, Profile, ProfileId, Segment};
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
    /// Needs, in the region's order.
    pub profiles: Vec<ReferrerProfile<'a>>,
    /// What is bought here, by group in the region's order.
    pub groups: Vec<ReferrerGroup<'a>>,
}

/// A support profile, as professionals know it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReferrerProfile<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// The region's number.
    pub number: u32,
    /// Its name.
    pub name: &'a str,
    /// Offers that fit it here.
    pub counts: OfferCounts,
}

/// A group of products.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReferrerGroup<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Language of its name, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// Its products, in order of name.
    pub products: Vec<ReferrerProduct<'a>>,
}

/// A product in a list for referrers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReferrerProduct<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its plain name.
    pub name: &'a str,
    /// Language of its name, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// Its name in the product book.
    pub formal_name: &'a str,
    /// iJw product code.
    pub code: &'a str,
    /// Letter of its segment.
    pub segment: Option<&'static str>,
    /// Who offers it here.
    pub counts: OfferCounts,
    /// Other words to find it by, where somebody can type.
    pub words: Option<&'a str>,
}

/// How many offers take new clients, take none, and of how many it is not known.
#[derive(Clone, Copy, Debug, Default, Serialize, JsonSchema)]
pub struct OfferCounts {
    /// All of them.
    pub total: usize,
    /// Takes new clients.
    pub open: usize,
    /// Takes none now.
    pub stop: usize,
    /// Not known.
    pub unknown: usize,
}

impl PageView for ReferrersPage<'_> {
    const TEMPLATE: &'static str = "referrers.html";
}

/// The letter of a segment.
pub(super) fn segment_letter(segment: Segment) -> &'static str {
    match segment {
        Segment::A => "A",
        Segment::B => "B",
        Segment::C => "C",
    }
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
                .map(|(id, profile)| self.referrer_profile(id, profile))
                .collect(),
            groups: self
                .products_by_group()
                .into_iter()
                .map(|(group, products)| ReferrerGroup {
                    slug: group.slug.as_str(),
                    name: &group.name,
                    lang: self.edition.lang_of(group.translations.is_translated()),
                    products: products
                        .into_iter()
                        .map(|product| ReferrerProduct {
                            words: Some(self.texts.product_words(product.0)),
                            ..self.referrer_product(product)
                        })
                        .collect(),
                })
                .collect(),
        }
    }

    fn referrer_profile(&self, id: ProfileId, profile: &'a Profile) -> ReferrerProfile<'a> {
        ReferrerProfile {
            slug: profile.slug.as_str(),
            number: profile.number,
            name: &profile.name,
            counts: self.count_admissions(self.offers_that_fit(id)),
        }
    }

    /// A product in a list for referrers.
    pub(super) fn referrer_product(&self, (id, offers): ProductHere<'_>) -> ReferrerProduct<'a> {
        let product = self.dataset.product(id);
        ReferrerProduct {
            slug: product.slug.as_str(),
            name: &product.plain_name,
            lang: self.product_lang(product),
            formal_name: &product.name,
            code: product.code.as_str(),
            segment: product.segment.map(segment_letter),
            counts: self.count_admissions(offers),
            words: None,
        }
    }

    /// Offers that fit a profile here.
    pub(super) fn offers_that_fit(&self, profile: ProfileId) -> &'a [OfferId] {
        let found = self.plan.contracted.by_profile.get(&profile);
        found.map_or(&[], Vec::as_slice)
    }

    /// How many offers are in which state.
    pub(super) fn count_admissions(&self, offers: &[OfferId]) -> OfferCounts {
        let mut counts = OfferCounts::default();
        for offer in offers {
            counts.total += 1;
            match self.admission(*offer) {
                Admission::Open => counts.open += 1,
                Admission::Stop => counts.stop += 1,
                Admission::Unknown => counts.unknown += 1,
            }
        }
        counts
    }

    /// «12 aanbieders: 9 nemen aan, 2 hebben een aanmeldstop, van 1 is het niet bekend.»
    pub(super) fn counts_sentence(&self, key: &str, counts: OfferCounts) -> String {
        self.words.say(
            key,
            &[
                ("count", counts.total.into()),
                ("open", counts.open.into()),
                ("stop", counts.stop.into()),
                ("unknown", counts.unknown.into()),
                ("municipality", MessageValue::Text(&self.municipality.name)),
            ],
        )
    }
}
