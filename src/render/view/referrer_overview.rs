//! `/verwijzers/groep/<group>/`: who takes new clients for each product of a group, on one sheet of paper.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{GroupId, OfferId};
use crate::plan::Page;
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::norm_lines::{NormLine, RowsAre};
use super::page_view::PageView;
use super::referrers::segment_letter;
use super::ways::ProductHere;

/// `page` of `referrer-overview.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReferrerOverviewPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// Who is above which norm, among all offers of the group.
    pub norms: Vec<NormLine<'a>>,
    /// The products, in order of name.
    pub products: Vec<OverviewProduct<'a>>,
}

/// A product in the overview.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OverviewProduct<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its plain name.
    pub name: &'a str,
    /// Language of its name, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// iJw product code.
    pub code: &'a str,
    /// Letter of its segment.
    pub segment: Option<&'static str>,
    /// How many take new clients, take none, and of how many it is not known.
    pub counts: String,
    /// The providers that take new clients, as rows in order of name.
    pub rows: Vec<&'a str>,
}

impl PageView for ReferrerOverviewPage<'_> {
    const TEMPLATE: &'static str = "referrer-overview.html";
}

impl SiteContext<'_> {
    /// The overview of a group.
    ///
    /// # Panics
    /// When nothing of the group is bought here: then there is no such page.
    #[must_use]
    pub fn referrer_group_page(&self, page: &Page, id: GroupId) -> ReferrerOverviewPage<'_> {
        let wanted = self.dataset.group(id);
        let (group, products) = self
            .products_by_group()
            .into_iter()
            .find(|(group, _)| group.slug == wanted.slug)
            .expect("only groups of which anything is bought here have an overview");
        let values = [
            ("group", MessageValue::Text(&group.name)),
            ("municipality", MessageValue::Text(&self.municipality.name)),
        ];
        let head = Head::new(
            self.words.say("referrers-group-title", &values),
            self.words.say("referrers-group-description", &values),
            Section::Referrers,
        )
        .under(self.text("referrers-title"), "verwijzers/");
        let offers: Vec<OfferId> = products
            .iter()
            .flat_map(|(_, offers)| offers.iter().copied())
            .collect();
        ReferrerOverviewPage {
            frame: self.frame(page, head),
            norms: self.norm_lines(&offers, RowsAre::Offers),
            products: products
                .into_iter()
                .map(|product| self.overview_product(product))
                .collect(),
        }
    }

    fn overview_product<'b>(&'b self, (id, offers): ProductHere<'b>) -> OverviewProduct<'b> {
        let product = self.dataset.product(id);
        OverviewProduct {
            slug: product.slug.as_str(),
            name: &product.plain_name,
            lang: self.product_lang(product),
            code: product.code.as_str(),
            segment: product.segment.map(segment_letter),
            counts: self.counts_sentence("referrers-counts-short", self.count_admissions(offers)),
            rows: offers
                .iter()
                .filter_map(|offer| self.offer(*offer).referrer_line.as_deref())
                .collect(),
        }
    }
}
