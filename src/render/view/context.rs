//! What every page of one municipality's site is made from.

use std::sync::{Arc, OnceLock};

use crate::artifact::IndexFiles;
use crate::changes::Journal;
use crate::model::{Dataset, Municipality, OfferId};
use crate::plan::SitePlan;
use crate::render::house_style::Face;
use crate::render::theme::{Asset, RenderError, Theme};
use crate::render::travel::postcodes_file;
use crate::render::{Edition, Records};
use crate::stats::Scores;

use super::fragments::{Fragments, OfferInPlace, Region, offer_in};
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
    /// The files of the search index.
    pub index_files: &'a IndexFiles,
    /// What changed until now.
    pub journal: &'a Journal,
    /// The files beside the pages, made for the page that says how large they are.
    pub records: Arc<Records<'a>>,
    /// In which language the site is.
    pub edition: Edition<'a>,
    /// All languages it has, the region's own first.
    pub editions: &'a [Edition<'a>],
    /// Where the site in this language is published, with a closing slash.
    pub base_url: String,
    /// Whose site it is.
    pub municipality: &'a Municipality,
    /// HTML that is the same in every municipality.
    pub fragments: &'a Fragments<'a>,
    /// The offers that hold here, in order of id.
    pub(super) offers: Vec<(OfferId, OfferInPlace<'a>)>,
    /// The municipality's own face.
    pub face: &'a Face,
    /// The middles of postcodes.
    pub postcodes: Option<Asset>,
    /// Slugs of the places with providers, in order of name, each with how many in words. Made for the first page.
    pub(super) places: OnceLock<Vec<(String, String)>>,
    /// «Keuzewijzer Apeldoorn»
    pub site_name: String,
}

impl<'a> SiteContext<'a> {
    /// The context of one municipality's site.
    ///
    /// # Errors
    /// When a template of an offer asks for something its view does not have.
    pub fn new(
        region: Region<'a>,
        fragments: &'a Fragments<'a>,
        plan: &'a SitePlan,
        (index_files, journal): (&'a IndexFiles, &'a Journal),
        records: Arc<Records<'a>>,
    ) -> Result<Self, RenderError> {
        let words = Words::new(region.theme.messages());
        let municipality = region.dataset.municipality(plan.municipality);
        let mut ids = plan.contracted.offers.clone();
        ids.sort_unstable();
        let offers = ids
            .into_iter()
            .map(|id| Ok((id, offer_in(region, fragments, plan.municipality, id)?)))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            theme: region.theme,
            dataset: region.dataset,
            scores: region.scores,
            plan,
            texts: region.texts,
            fragments,
            words,
            index_files,
            journal,
            records,
            edition: region.edition,
            editions: region.editions,
            base_url: format!("{}{}", municipality.base_url, region.edition.folder()),
            municipality,
            face: region.faces.of(plan.municipality),
            postcodes: postcodes_file(region.dataset, municipality),
            places: OnceLock::new(),
            offers,
            site_name: words.with_text("site-name", "municipality", &municipality.name),
        })
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
