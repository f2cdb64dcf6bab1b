//! What every page of one municipality's site is made from.

use rayon::prelude::*;

use crate::model::{Dataset, Municipality, OfferId};
use crate::plan::SitePlan;
use crate::render::theme::Theme;
use crate::stats::Scores;

use super::offer::OfferView;
use super::texts::RegionTexts;
use super::words::Words;

/// What every page of one municipality's site is made from. Page builders are its methods.
pub struct SiteContext<'a> {
    /// Templates, messages, names of assets.
    pub theme: &'a Theme,
    /// The facts.
    pub dataset: &'a Dataset,
    /// The scores.
    pub scores: &'a Scores,
    /// The pages, and what is shown on them.
    pub plan: &'a SitePlan,
    /// What was written out once for the whole region.
    pub texts: &'a RegionTexts<'a>,
    /// Words with values.
    pub words: Words<'a>,
    /// Whose site it is.
    pub municipality: &'a Municipality,
    /// The offers that hold here, in words, in order of id.
    pub(super) offers: Vec<(OfferId, OfferView<'a>)>,
    /// «Keuzewijzer Apeldoorn»
    pub site_name: String,
}

impl<'a> SiteContext<'a> {
    /// The context of one municipality's site.
    #[must_use]
    pub fn new(
        theme: &'a Theme,
        dataset: &'a Dataset,
        scores: &'a Scores,
        plan: &'a SitePlan,
        texts: &'a RegionTexts<'a>,
    ) -> Self {
        let words = Words::new(theme.messages());
        let municipality = dataset.municipality(plan.municipality);
        let mut ids = plan.contracted.offers.clone();
        ids.sort_unstable();
        let offers = ids
            .into_par_iter()
            .map(|id| {
                (
                    id,
                    OfferView::new(words, dataset, texts, plan.municipality, id),
                )
            })
            .collect();
        Self {
            theme,
            dataset,
            scores,
            plan,
            texts,
            words,
            municipality,
            offers,
            site_name: words.with_text("site-name", "municipality", &municipality.name),
        }
    }

    /// A message without values.
    #[must_use]
    pub fn text(&self, key: &str) -> &'a str {
        self.words.text(key)
    }

    /// A message with the name of the municipality in it.
    #[must_use]
    pub fn in_municipality(&self, key: &str) -> String {
        self.words
            .with_text(key, "municipality", &self.municipality.name)
    }
}
