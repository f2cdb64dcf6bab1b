//! `/hulp/<product>/`: what it is, and who offers it here.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Admission, AgeRange, OfferId, Product, ProductId, PurchasingLevel, Segment};
use crate::plan::Page;
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::home::QuestionLink;
use super::json_ld::JsonLd;
use super::offer::ages_text;
use super::page_view::PageView;

/// `page` of `product.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProductPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Its slug.
    pub slug: &'a str,
    /// One sentence.
    pub summary: &'a str,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// What it is, as HTML.
    pub description_html: &'a str,
    /// The ages for which it is offered here, over all providers; absent when nobody offers it.
    pub ages: Option<String>,
    /// What a first talk looks like.
    pub first_talk: Option<&'a str>,
    /// Group: its slug.
    pub group_slug: &'a str,
    /// Group: its name.
    pub group: &'a str,
    /// Group: the language of its name, when it is not that of the page.
    pub group_lang: Option<&'a str>,
    /// That its group is closed to new providers.
    pub group_closed: Option<String>,
    /// Questions it fits.
    pub questions: Vec<QuestionLink<'a>>,
    /// «7 aanbieders. 2 daarvan nemen nu niemand aan. Van 1 is het niet bekend.» Or that nobody offers it.
    pub counts: String,
    /// How many rows a filter on taking new clients hides, in a sentence; absent when it would hide none or all.
    pub hidden: Option<String>,
    /// Caption of the table.
    pub caption: String,
    /// Who offers it here, as rows in order of name.
    pub offers: Vec<&'a str>,
    /// Product code, to copy.
    pub code: &'a str,
    /// Its name in the product book.
    pub formal_name: &'a str,
    /// Who buys it.
    pub level: &'a str,
    /// Segment, in words.
    pub segment: Option<&'a str>,
}

impl PageView for ProductPage<'_> {
    const TEMPLATE: &'static str = "product.html";
}

/// Message of a purchasing level.
#[must_use]
pub fn level_key(level: PurchasingLevel) -> &'static str {
    match level {
        PurchasingLevel::Local => "level-local",
        PurchasingLevel::Regional => "level-regional",
        PurchasingLevel::SupraRegional => "level-supra-regional",
        PurchasingLevel::National => "level-national",
    }
}

fn segment_key(segment: Segment) -> &'static str {
    match segment {
        Segment::A => "segment-a",
        Segment::B => "segment-b",
        Segment::C => "segment-c",
    }
}

impl SiteContext<'_> {
    /// One kind of help.
    #[must_use]
    pub fn product_page(&self, page: &Page, id: ProductId) -> ProductPage<'_> {
        let product = self.dataset.product(id);
        let group = self.dataset.group(product.group);
        let offers = self
            .plan
            .contracted
            .by_product
            .get(&id)
            .map_or(&[] as &[OfferId], Vec::as_slice);
        ProductPage {
            frame: self.frame(page, self.product_head(product)),
            slug: product.slug.as_str(),
            summary: &product.summary,
            lang: self.product_lang(product),
            description_html: self.texts.product(id),
            ages: self.ages_of(offers),
            first_talk: product.first_talk.as_deref(),
            group_slug: group.slug.as_str(),
            group: &group.name,
            group_lang: self.edition.lang_of(group.translations.is_translated()),
            group_closed: self.closed_group_text(product.group),
            questions: product
                .profiles
                .iter()
                .map(|profile| QuestionLink::new(self.edition, self.dataset.profile(*profile)))
                .collect(),
            counts: self.admission_counts(offers),
            hidden: self.hidden_text(offers),
            caption: self.offers_caption(&product.plain_name),
            offers: offers
                .iter()
                .map(|offer| self.offer(*offer).row.as_str())
                .collect(),
            code: product.code.as_str(),
            formal_name: &product.name,
            level: self.text(level_key(product.level)),
            segment: product
                .segment
                .map(|segment| self.text(segment_key(segment))),
        }
    }

    fn product_head<'b>(&'b self, product: &'b Product) -> Head<'b> {
        let description = self.words.say(
            "product-description",
            &[
                ("product", MessageValue::Text(&product.plain_name)),
                ("municipality", MessageValue::Text(&self.municipality.name)),
                ("summary", MessageValue::Text(&product.summary)),
            ],
        );
        Head::new(&*product.plain_name, description, Section::Products)
            .in_language(self.product_lang(product))
            .under(self.text("products-title"), "hulp/")
            .with_facts(JsonLd::Service {
                name: &product.plain_name,
                description: &product.summary,
                area: &self.municipality.name,
            })
    }

    /// From the lowest to the highest age; a limit that one offer does not state is not stated.
    fn ages_of(&self, offers: &[OfferId]) -> Option<String> {
        let ages = offers.iter().map(|offer| self.dataset.offer(*offer).ages);
        let widest = ages.reduce(|one, other| AgeRange {
            from: one.from.zip(other.from).map(|(one, other)| one.min(other)),
            to: one.to.zip(other.to).map(|(one, other)| one.max(other)),
        })?;
        Some(
            self.words
                .with_text("product-ages", "ages", &ages_text(self.words, widest)),
        )
    }

    /// How many offers are not known to take new clients.
    fn hidden_text(&self, offers: &[OfferId]) -> Option<String> {
        let is_open = |offer: &&OfferId| self.admission(**offer) == Admission::Open;
        let open = offers.iter().filter(is_open).count();
        (0 < open && open < offers.len())
            .then(|| self.words.with_count("product-hidden", offers.len() - open))
    }

    /// «Wie geeft Pleegzorg in Apeldoorn»
    pub(super) fn offers_caption(&self, product: &str) -> String {
        self.words.say(
            "offers-caption",
            &[
                ("product", MessageValue::Text(product)),
                ("municipality", MessageValue::Text(&self.municipality.name)),
            ],
        )
    }

    /// How many offer it; how many of them take nobody or do not say. An unknown is counted, never left out.
    pub(super) fn admission_counts(&self, offers: &[OfferId]) -> String {
        if offers.is_empty() {
            return self.in_municipality("product-nobody");
        }
        let count = |wanted: Admission| {
            offers
                .iter()
                .filter(|offer| self.admission(**offer) == wanted)
                .count()
        };
        let mut counts = self.words.say(
            "providers-here-sentence",
            &[
                ("count", offers.len().into()),
                ("municipality", MessageValue::Text(&self.municipality.name)),
            ],
        );
        for (admission, key) in [
            (Admission::Stop, "count-stop"),
            (Admission::Unknown, "count-unknown"),
        ] {
            let count = count(admission);
            if count > 0 {
                counts.push(' ');
                counts.push_str(&self.words.with_count(key, count));
            }
        }
        counts
    }
}
