//! A provider in a list: name, places, what it offers here, whether it takes new clients.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::ProviderId;
use crate::render::messages::MessageValue;
use crate::render::travel::points_text;

use super::admission::{AdmissionView, any_admission};
use super::context::SiteContext;
use super::offer::places_text;

/// The component `provider_line`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProviderLine<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// «Apeldoorn, Epe en Zutphen»
    pub places: Option<String>,
    /// Points of those places, for distances; empty when none is known.
    pub at: String,
    /// «Begeleiding thuis, Pleegzorg en nog 3»
    pub products: String,
    /// Whether it takes new clients for any of its offers here.
    pub admission: AdmissionView<'a>,
    /// A sentence that every visitor should read first.
    pub status_note: Option<&'a str>,
}

/// How many products a line names.
const PRODUCTS_NAMED: usize = 3;

impl SiteContext<'_> {
    /// The line of a provider that is contracted here.
    ///
    /// # Panics
    /// When it is not contracted here.
    #[must_use]
    pub fn provider_line(&self, id: ProviderId) -> ProviderLine<'_> {
        let provider = self.dataset.provider(id);
        let offers = &self.plan.contracted.by_provider[&id];
        let mut names: Vec<&str> = offers
            .iter()
            .map(|offer| {
                &*self
                    .dataset
                    .product(self.dataset.offer(*offer).product)
                    .plain_name
            })
            .collect();
        names.dedup();
        let products = if names.len() > PRODUCTS_NAMED + 1 {
            let first = names[..PRODUCTS_NAMED].join(", ");
            self.words.say(
                "products-and-more",
                &[
                    ("named", MessageValue::Text(&first)),
                    ("count", (names.len() - PRODUCTS_NAMED).into()),
                ],
            )
        } else {
            self.words.list(&names)
        };
        ProviderLine {
            slug: provider.slug.as_str(),
            name: &provider.name,
            places: places_text(self.words, provider, &[]),
            at: points_text(&provider.locations),
            products,
            admission: AdmissionView::new(
                self.words,
                any_admission(offers.iter().map(|offer| self.admission(*offer))),
            ),
            status_note: provider.status_note.as_deref(),
        }
    }
}
