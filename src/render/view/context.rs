//! What every page of one municipality's site is made from.

use crate::model::{Dataset, Municipality};
use crate::plan::SitePlan;
use crate::render::theme::Theme;
use crate::stats::Scores;

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
        Self {
            theme,
            dataset,
            scores,
            plan,
            texts,
            words,
            municipality,
            site_name: words.with_text("site-name", "municipality", &municipality.name),
        }
    }

    /// A message without values.
    #[must_use]
    pub fn text(&self, key: &str) -> &'a str {
        self.words.text(key)
    }
}
