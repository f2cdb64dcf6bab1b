//! A region that was read and judged: everything that pages are made from.

use std::sync::{Arc, OnceLock};

use crate::model::{Dataset, Outcomes};
use crate::render::house_style::Faces;
use crate::render::theme::Theme;
use crate::render::{Edition, Press};
use crate::stats::{self, Ledger, Scored, Scores};

/// Everything that pages are made from.
pub struct Region {
    pub(super) dataset: Dataset,
    pub(super) outcomes: Outcomes,
    /// The theme in every language, that of the content first.
    pub(super) themes: Arc<[Theme]>,
    pub(super) faces: Faces,
    pub(super) fingerprint: [u8; 32],
    /// From what the sites are made, as text.
    pub(super) account: String,
    /// Whether nobody chose the day: it is that of the clock.
    pub(super) is_day_of_clock: bool,
}

impl Region {
    /// The facts.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// Stands for everything that a byte of the sites can depend on.
    #[must_use]
    pub fn fingerprint(&self) -> &[u8; 32] {
        &self.fingerprint
    }

    /// Works out the scores, after what was shown before.
    #[must_use]
    pub fn score(&self, former: Ledger) -> Scored {
        stats::score_after(&self.dataset, &self.outcomes, self.dataset.date(), former)
    }

    /// Works with the press that prints the sites.
    pub fn with_press<T>(&self, scores: &Scores, work: impl FnOnce(&Press<'_>) -> T) -> T {
        let dataset = &self.dataset;
        let editions = Edition::all(&self.themes, dataset.site().language.as_str());
        let others = editions.iter().filter(|edition| !edition.is_main());
        let translated: Vec<Dataset> = others
            .map(|edition| dataset.in_language(edition.language))
            .collect();
        let datasets: Vec<&Dataset> = std::iter::once(dataset).chain(&translated).collect();
        let texts: Vec<_> = editions.iter().map(|_| OnceLock::new()).collect();
        work(&Press::new(
            &datasets,
            scores,
            &self.themes,
            &editions,
            (&texts, &self.faces),
        ))
    }
}
