//! The files of a municipality's site that are no pages and no assets, open data among them.

use std::sync::OnceLock;

use crate::artifact::Artifact;
use crate::model::Dataset;
use crate::plan::SitePlan;
use crate::stats::Scores;

use super::edition::Edition;
use super::files::{OpenDataTexts, municipality_files};

/// The files of one site, made for the first who asks: a preview of pages other than `/gegevens/` needs none of them.
pub struct Records<'a> {
    dataset: &'a Dataset,
    scores: &'a Scores,
    /// The rows of the whole region, which all its sites share.
    texts: &'a OnceLock<OpenDataTexts>,
    plan: &'a SitePlan,
    editions: &'a [Edition<'a>],
    files: OnceLock<Vec<Artifact>>,
}

impl<'a> Records<'a> {
    /// The files of a site; nothing is made yet.
    #[must_use]
    pub fn new(
        (dataset, scores): (&'a Dataset, &'a Scores),
        texts: &'a OnceLock<OpenDataTexts>,
        plan: &'a SitePlan,
        editions: &'a [Edition<'a>],
    ) -> Self {
        Self {
            dataset,
            scores,
            texts,
            plan,
            editions,
            files: OnceLock::new(),
        }
    }

    /// Makes the files now, when they are not made yet.
    pub fn make(&self) {
        let _ = self.all();
    }

    /// All files. Paths start with the municipality's folder.
    #[must_use]
    pub fn all(&self) -> &[Artifact] {
        self.files.get_or_init(|| {
            let texts = self
                .texts
                .get_or_init(|| OpenDataTexts::new(self.dataset, self.scores));
            municipality_files(self.dataset, texts, self.plan, self.editions)
        })
    }

    /// The bytes of a file of open data, by its path below `gegevens/`.
    ///
    /// # Panics
    /// When there is no such file.
    #[must_use]
    pub fn open_data(&self, path: &str) -> &[u8] {
        let folder = &self.dataset.municipality(self.plan.municipality).slug;
        let path = format!("{folder}/gegevens/{path}");
        let file = self.all().iter().find(|file| file.path == path);
        &file.expect("every file of open data is made").bytes
    }
}
