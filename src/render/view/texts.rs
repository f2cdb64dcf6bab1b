//! What is written out once per language for the whole region and borrowed by the pages of every municipality.

use rayon::prelude::*;

use crate::model::{Dataset, ProductId, ProfileId, ProviderId, WaitingTime};
use crate::plan::NameOrder;
use crate::render::messages::Messages;
use crate::render::{Edition, markdown};
use crate::stats::Scores;

use super::history::WaitHistory;
use super::on_demand::OnDemand;
use super::product_words::product_words;
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
    products: OnDemand<String>,
    product_words: Vec<String>,
    profiles: OnDemand<String>,
    providers: OnDemand<String>,
    waits: Vec<WaitView<'a>>,
    histories: Vec<WaitHistory<'a>>,
    scores: Vec<ScorePanel<'a>>,
    /// The order of names in lists.
    pub(super) order: NameOrder,
}

impl<'a> RegionTexts<'a> {
    /// Writes out waits and scores; descriptions follow for the first page that shows them.
    #[must_use]
    pub fn new(
        messages: &'a Messages,
        edition: Edition<'a>,
        dataset: &'a Dataset,
        scores: &Scores,
    ) -> Self {
        let words = Words::new(messages);
        Self {
            dataset,
            edition,
            products: OnDemand::new(dataset.products.len()),
            product_words: product_words(dataset),
            profiles: OnDemand::new(dataset.profiles.len()),
            providers: OnDemand::new(dataset.providers.len()),
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
        let text = || html(&self.dataset.product(id).description);
        self.products.get(id.index(), text)
    }

    /// Words of visitors and referrers that lead to a product.
    #[must_use]
    pub fn product_words(&self, id: ProductId) -> &str {
        &self.product_words[id.index()]
    }

    /// What a profile is, as HTML for a page two folders deep.
    #[must_use]
    pub fn profile(&self, id: ProfileId) -> &str {
        let text = || html(&self.dataset.profile(id).description);
        self.profiles.get(id.index(), text)
    }

    /// What a provider says of itself, as HTML for a page two folders deep; empty when it says nothing.
    #[must_use]
    pub fn provider(&self, id: ProviderId) -> &str {
        let text = || html(&self.dataset.provider(id).description);
        self.providers.get(id.index(), text)
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

fn html(text: &str) -> String {
    markdown::to_html(text, TWO_DEEP)
}
