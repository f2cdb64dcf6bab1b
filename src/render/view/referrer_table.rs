//! `/verwijzers/hulp/<product>/` and `/verwijzers/vraag/<profile>/`: one dense table for a referrer who chose.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{OfferId, Product, ProductId, Profile, ProfileId, Segment};
use crate::plan::Page;
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::norm_lines::{NormLine, RowsAre};
use super::page_view::PageView;
use super::referrers::{ReferrerProduct, segment_letter};

/// Rows of a table that a desk can still take in and that stay below 60 KB on the line. A profile with more is shown as
/// its products, each with its own table.
const MOST_ROWS: usize = 300;

/// `page` of `referrer-table.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReferrerTablePage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// The product, on the page of a product.
    pub product: Option<ProductFacts<'a>>,
    /// The profile, on the page of a profile.
    pub profile: Option<ProfileFacts<'a>>,
    /// How many take new clients, take none, and of how many it is not known.
    pub counts: String,
    /// Who is above which norm.
    pub norms: Vec<NormLine<'a>>,
    /// In which order the rows stand.
    pub order: &'a str,
    /// What the table is.
    pub caption: String,
    /// The rows.
    pub rows: Vec<TableRow<'a>>,
    /// The products of a profile with too many rows.
    pub products: Vec<ReferrerProduct<'a>>,
}

/// What a referrer has to know of a product.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProductFacts<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its name in the product book.
    pub formal_name: &'a str,
    /// iJw product code.
    pub code: &'a str,
    /// Its segment, in words.
    pub segment: Option<&'a str>,
    /// Group: its slug.
    pub group_slug: &'a str,
    /// Group: its name.
    pub group: &'a str,
    /// Group: language of its name, when it is not that of the page.
    pub group_lang: Option<&'a str>,
}

/// What a referrer has to know of a profile.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProfileFacts<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// The region's number.
    pub number: u32,
    /// Its name, in the words of the content.
    pub name: &'a str,
    /// What stands before the name in the heading.
    pub before: String,
    /// What stands after it.
    pub after: String,
}

/// One offer in the table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TableRow<'a> {
    /// Its product, on the page of a profile.
    pub product: Option<RowProduct<'a>>,
    /// The cells that are the same everywhere.
    pub cells: &'a str,
}

/// The product of a row.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RowProduct<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its plain name.
    pub name: &'a str,
    /// Language of its name, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// Letter of its segment.
    pub segment: Option<&'static str>,
}

impl PageView for ReferrerTablePage<'_> {
    const TEMPLATE: &'static str = "referrer-table.html";
}

/// Message of a segment, for professionals.
fn segment_key(segment: Segment) -> &'static str {
    match segment {
        Segment::A => "referrers-segment-a",
        Segment::B => "referrers-segment-b",
        Segment::C => "referrers-segment-c",
    }
}

impl SiteContext<'_> {
    /// Who offers a product.
    #[must_use]
    pub fn referrer_product_page(&self, page: &Page, id: ProductId) -> ReferrerTablePage<'_> {
        let product = self.dataset.product(id);
        let group = self.dataset.group(product.group);
        let offers = self.plan.contracted.by_product.get(&id);
        let offers = offers.map_or(&[] as &[OfferId], Vec::as_slice);
        let rows = offers.iter().map(|offer| TableRow {
            product: None,
            cells: &self.offer(*offer).referrer_row,
        });
        ReferrerTablePage {
            frame: self.frame(page, self.product_table_head(product)),
            product: Some(ProductFacts {
                slug: product.slug.as_str(),
                formal_name: &product.name,
                code: product.code.as_str(),
                segment: product
                    .segment
                    .map(|segment| self.text(segment_key(segment))),
                group_slug: group.slug.as_str(),
                group: &group.name,
                group_lang: self.edition.lang_of(group.translations.is_translated()),
            }),
            profile: None,
            counts: self.counts_sentence("referrers-counts", self.count_admissions(offers)),
            norms: self.norm_lines(offers, RowsAre::Providers),
            order: self.text("referrers-order-name"),
            caption: self.words.say(
                "referrers-caption",
                &[
                    ("product", MessageValue::Text(&product.plain_name)),
                    ("code", MessageValue::Text(product.code.as_str())),
                ],
            ),
            rows: rows.collect(),
            products: Vec::new(),
        }
    }

    fn product_table_head<'b>(&'b self, product: &'b Product) -> Head<'b> {
        let values = [
            ("product", MessageValue::Text(&product.plain_name)),
            ("code", MessageValue::Text(product.code.as_str())),
            ("municipality", MessageValue::Text(&self.municipality.name)),
        ];
        Head::new(
            self.words.say("referrers-product-title", &values),
            self.words.say("referrers-product-description", &values),
            Section::Referrers,
        )
        .under(self.text("referrers-title"), "verwijzers/")
    }

    /// What fits a need, and who offers it.
    #[must_use]
    pub fn referrer_profile_page(&self, page: &Page, id: ProfileId) -> ReferrerTablePage<'_> {
        let profile = self.dataset.profile(id);
        let offers = self.offers_that_fit(id);
        let (before, after) = self.around_profile_name(profile);
        let is_too_long = offers.len() > MOST_ROWS;
        let rows = if is_too_long { &[] } else { offers };
        ReferrerTablePage {
            frame: self.frame(page, self.profile_table_head(profile)),
            product: None,
            profile: Some(ProfileFacts {
                slug: profile.slug.as_str(),
                number: profile.number,
                name: &profile.name,
                before,
                after,
            }),
            counts: self.counts_sentence("referrers-counts-rows", self.count_admissions(offers)),
            norms: self.norm_lines(offers, RowsAre::Offers),
            order: self.text("referrers-order-product"),
            caption: profile.name.to_string(),
            rows: rows.iter().map(|offer| self.profile_row(*offer)).collect(),
            products: if is_too_long {
                self.products_among(offers)
            } else {
                Vec::new()
            },
        }
    }

    fn profile_table_head<'b>(&'b self, profile: &'b Profile) -> Head<'b> {
        let number = profile.number.to_string();
        let values = [
            ("name", MessageValue::Text(&profile.name)),
            ("number", MessageValue::Text(&number)),
            ("municipality", MessageValue::Text(&self.municipality.name)),
        ];
        Head::new(
            self.words.say("referrers-profile-title", &values),
            self.words.say("referrers-profile-description", &values),
            Section::Referrers,
        )
        .under(self.text("referrers-title"), "verwijzers/")
        .called(&profile.name, self.edition.lang_of(false))
    }

    /// The heading without the name, which may be in another language than the words around it.
    fn around_profile_name(&self, profile: &Profile) -> (String, String) {
        // Stands for the name while the heading is made.
        const NAME: &str = "\u{1}";
        let number = profile.number.to_string();
        let values = [
            ("name", MessageValue::Text(NAME)),
            ("number", MessageValue::Text(&number)),
        ];
        let heading = self.words.say("referrers-profile-title", &values);
        let (before, after) = heading.split_once(NAME).unwrap_or((&heading, ""));
        (before.to_owned(), after.to_owned())
    }

    fn profile_row(&self, id: OfferId) -> TableRow<'_> {
        let product = self.dataset.product(self.dataset.offer(id).product);
        TableRow {
            product: Some(RowProduct {
                slug: product.slug.as_str(),
                name: &product.plain_name,
                lang: self.product_lang(product),
                segment: product.segment.map(segment_letter),
            }),
            cells: &self.offer(id).referrer_row,
        }
    }

    /// The products of offers that stand in order of product.
    fn products_among(&self, offers: &[OfferId]) -> Vec<ReferrerProduct<'_>> {
        let product_of = |id: &OfferId| self.dataset.offer(*id).product;
        offers
            .chunk_by(|one, other| product_of(one) == product_of(other))
            .map(|offers| self.referrer_product((product_of(&offers[0]), offers)))
            .collect()
    }
}
