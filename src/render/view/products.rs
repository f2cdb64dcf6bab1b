//! `/hulp/`: every kind of help by group, also what nobody offers here and what is not bought here.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{GroupId, OfferId, ProductGroup, ProductId};
use crate::plan::{Page, sort_key};
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;

/// `page` of `products.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProductsPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Groups with anything in them, in the region's order.
    pub groups: Vec<GroupView<'a>>,
    /// Names of products that are not bought here.
    pub not_bought: Vec<ProductName<'a>>,
    /// What that means.
    pub not_bought_text: Option<String>,
}

/// What a product is called.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProductName<'a> {
    /// Its plain name.
    pub name: &'a str,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
}

/// A group of products.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GroupView<'a> {
    /// Slug: its anchor.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// A sentence about it.
    pub summary: Option<&'a str>,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// That it is closed to new providers.
    pub closed: Option<String>,
    /// Its products, in order of name.
    pub products: Vec<ProductCard<'a>>,
}

/// A product in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProductCard<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its plain name.
    pub name: &'a str,
    /// One sentence.
    pub summary: &'a str,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// How many give it here, or that nobody does.
    pub count: String,
}

impl PageView for ProductsPage<'_> {
    const TEMPLATE: &'static str = "products.html";
}

impl SiteContext<'_> {
    /// All kinds of help.
    #[must_use]
    pub fn products_page(&self, page: &Page) -> ProductsPage<'_> {
        let head = Head::new(
            self.text("products-title"),
            self.in_municipality("products-description"),
            Section::Products,
        );
        let groups = self
            .dataset
            .groups()
            .map(|(id, group)| self.group_view(id, group))
            .filter(|group| !group.products.is_empty())
            .collect();
        let not_bought: Vec<ProductName<'_>> = self
            .municipality
            .closed_products
            .iter()
            .map(|id| self.dataset.product(*id))
            .map(|product| ProductName {
                name: &product.plain_name,
                lang: self.product_lang(product),
            })
            .collect();
        ProductsPage {
            frame: self.frame(page, head),
            groups,
            not_bought_text: (!not_bought.is_empty())
                .then(|| self.in_municipality("products-not-bought")),
            not_bought,
        }
    }

    fn group_view<'b>(&'b self, id: GroupId, group: &'b ProductGroup) -> GroupView<'b> {
        let mut products: Vec<ProductCard<'_>> = self
            .plan
            .contracted
            .by_product
            .iter()
            .filter(|(product, _)| self.dataset.product(**product).group == id)
            .map(|(product, offers)| self.product_card(*product, offers))
            .collect();
        products.sort_by_key(|product| sort_key(product.name));
        GroupView {
            slug: group.slug.as_str(),
            name: &group.name,
            summary: group.summary.as_deref(),
            lang: self.edition.lang_of(group.translations.is_translated()),
            closed: self.closed_group_text(id),
            products,
        }
    }

    fn product_card(&self, id: ProductId, offers: &[OfferId]) -> ProductCard<'_> {
        let product = self.dataset.product(id);
        let values = [
            ("count", offers.len().into()),
            ("municipality", MessageValue::Text(&self.municipality.name)),
        ];
        ProductCard {
            slug: product.slug.as_str(),
            name: &product.plain_name,
            summary: &product.summary,
            lang: self.product_lang(product),
            count: self.words.say("providers-here", &values),
        }
    }

    /// That a group is closed to new providers here, when it is.
    pub(super) fn closed_group_text(&self, group: GroupId) -> Option<String> {
        self.municipality
            .closed_groups
            .contains(&group)
            .then(|| self.in_municipality("group-closed"))
    }
}
