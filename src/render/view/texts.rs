//! What is written out once per language for the whole region and borrowed by the pages of every municipality.

use rayon::prelude::*;

use crate::model::{Dataset, ProductId, ProfileId, ProviderId, WaitingTime};
use crate::plan::NameOrder;
use crate::render::messages::Messages;
use crate::render::{Edition, markdown};
use crate::stats::Scores;

use super::history::WaitHistory;
use super::score_panel::ScorePanel;
use super::wait::WaitView;
use super::words::Words;

/// Where pages about one thing stand, two folders deep.
const TWO_DEEP: &str = "../../";

/// What is written out once for the whole region.
pub struct RegionTexts<'a> {
    dataset: &'a Dataset,
    /// In which language they are written.
    pub(super) edition: Edition<'a>,
    products: Vec<String>,
    profiles: Vec<String>,
    providers: Vec<String>,
    waits: Vec<WaitView<'a>>,
    histories: Vec<WaitHistory<'a>>,
    scores: Vec<ScorePanel<'a>>,
    /// The order of names in lists.
    pub(super) order: NameOrder,
}

impl<'a> RegionTexts<'a> {
    /// Writes everything out.
    #[must_use]
    pub fn new(
        messages: &'a Messages,
        edition: Edition<'a>,
        dataset: &'a Dataset,
        scores: &Scores,
    ) -> Self {
        let words = Words::new(messages);
        let html = |text: &str| markdown::to_html(text, TWO_DEEP);
        Self {
            dataset,
            edition,
            products: dataset
                .products
                .par_iter()
                .map(|product| html(&product.description))
                .collect(),
            profiles: dataset
                .profiles
                .par_iter()
                .map(|profile| html(&profile.description))
                .collect(),
            providers: dataset
                .providers
                .par_iter()
                .map(|provider| html(&provider.description))
                .collect(),
            waits: dataset
                .waiting_times
                .par_iter()
                .map(|wait| WaitView::new(words, dataset, wait))
                .collect(),
            histories: dataset
                .waiting_times
                .par_iter()
                .map(|wait| WaitHistory::new(words, dataset, wait))
                .collect(),
            scores: dataset
                .providers()
                .map(|(id, _)| id)
                .collect::<Vec<ProviderId>>()
                .into_par_iter()
                .map(|id| ScorePanel::new((words, edition), dataset, scores, id))
                .collect(),
            order: NameOrder::new(dataset),
        }
    }

    /// What a product is, as HTML for a page two folders deep.
    #[must_use]
    pub fn product(&self, id: ProductId) -> &str {
        &self.products[id.index()]
    }

    /// What a profile is, as HTML for a page two folders deep.
    #[must_use]
    pub fn profile(&self, id: ProfileId) -> &str {
        &self.profiles[id.index()]
    }

    /// What a provider says of itself, as HTML for a page two folders deep; empty when it says nothing.
    #[must_use]
    pub fn provider(&self, id: ProviderId) -> &str {
        &self.providers[id.index()]
    }

    /// The scores of a provider.
    #[must_use]
    pub fn scores(&self, id: ProviderId) -> &ScorePanel<'a> {
        &self.scores[id.index()]
    }

    /// A wait in words.
    ///
    /// # Panics
    /// When the wait is not of the dataset these texts were made from.
    #[must_use]
    pub fn wait(&self, wait: &WaitingTime) -> &WaitView<'a> {
        &self.waits[self.rank(wait)]
    }

    /// The earlier figures of a wait in words.
    ///
    /// # Panics
    /// When the wait is not of the dataset these texts were made from.
    #[must_use]
    pub fn history(&self, wait: &WaitingTime) -> &WaitHistory<'a> {
        &self.histories[self.rank(wait)]
    }

    fn rank(&self, wait: &WaitingTime) -> usize {
        self.dataset
            .waiting_times
            .element_offset(wait)
            .expect("the wait is of the same dataset")
    }
}
