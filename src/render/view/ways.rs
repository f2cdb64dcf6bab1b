//! The ways in that need no script: every question and every kind of help, as links.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{OfferId, Product, ProductGroup, ProductId};

use super::context::SiteContext;
use super::home::QuestionLink;

/// The ways in that need no script.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WaysView<'a> {
    /// Questions in visitors' words, in the region's order.
    pub questions: Vec<QuestionLink<'a>>,
    /// Kinds of help by group, in the region's order.
    pub groups: Vec<GroupLinks<'a>>,
}

/// A group of kinds of help.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GroupLinks<'a> {
    /// Its name.
    pub name: &'a str,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// The kinds of help that are bought here, in order of name.
    pub products: Vec<ProductLink<'a>>,
}

/// A kind of help.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProductLink<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its plain name.
    pub name: &'a str,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// «12 aanbieders»
    pub providers: String,
}

/// A product that is bought here, with the offers of it that hold.
pub(super) type ProductHere<'a> = (ProductId, &'a [OfferId]);

impl<'a> SiteContext<'a> {
    /// The ways in that need no script.
    #[must_use]
    pub fn ways(&self) -> WaysView<'a> {
        let questions = self
            .dataset
            .profiles()
            .filter(|(id, _)| self.plan.contracted.by_profile.contains_key(id))
            .map(|(_, profile)| QuestionLink::new(self.edition, profile));
        let groups = self.products_by_group().into_iter();
        WaysView {
            questions: questions.collect(),
            groups: groups
                .map(|(group, products)| GroupLinks {
                    name: &group.name,
                    lang: self.edition.lang_of(group.translations.is_translated()),
                    products: products
                        .into_iter()
                        .map(|product| self.product_link(product))
                        .collect(),
                })
                .collect(),
        }
    }

    /// Language of the words of a product, when it is not that of the page.
    pub(super) fn product_lang(&self, product: &Product) -> Option<&'a str> {
        let is_translated = product.translations.is_translated();
        self.edition.lang_of(is_translated)
    }

    fn product_link(&self, (id, offers): ProductHere<'a>) -> ProductLink<'a> {
        let product = self.dataset.product(id);
        ProductLink {
            slug: product.slug.as_str(),
            name: &product.plain_name,
            lang: self.product_lang(product),
            providers: self.words.with_count("providers-count", offers.len()),
        }
    }

    /// What is bought here: groups in the region's order, products in order of name; no empty groups.
    pub(super) fn products_by_group(&self) -> Vec<(&'a ProductGroup, Vec<ProductHere<'a>>)> {
        let mut groups: Vec<_> = self
            .dataset
            .groups()
            .map(|(id, group)| {
                let mut products: Vec<ProductHere<'a>> = self
                    .plan
                    .contracted
                    .by_product
                    .iter()
                    .filter(|(product, _)| self.dataset.product(**product).group == id)
                    .map(|(product, offers)| (*product, offers.as_slice()))
                    .collect();
                products.sort_by_cached_key(|(product, _)| {
                    self.dataset.product(*product).plain_name.to_lowercase()
                });
                (group, products)
            })
            .collect();
        groups.retain(|(_, products)| !products.is_empty());
        groups
    }
}
