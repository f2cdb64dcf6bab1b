//! Everything that all sites of a region are printed with, made once: per language its words, its fragments and its guard.
//! Start at [`Press::new`]. [`Press::site`] prints a whole site, [`Press::open`] single files of one.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::artifact::{Artifact, IndexFiles};
use crate::changes::{Journal, State, lately};
use crate::model::Dataset;
use crate::plan::SitePlan;
use crate::stats::Scores;

use super::edition::Edition;
use super::files::{OpenDataTexts, front_door_files};
use super::front_door::render_front_door;
use super::guard::{PageGuard, Styles};
use super::house_style::Faces;
use super::open_site::OpenSite;
use super::records::Records;
use super::site::{Rendered, Renderer, render_site};
use super::theme::{Asset, RenderError, Theme};
use super::travel::postcodes_file;
use super::view::{Fragments, Region, RegionTexts};

/// What all sites of a region are printed with.
pub struct Press<'a> {
    dataset: &'a Dataset,
    scores: &'a Scores,
    theme: &'a Theme,
    editions: &'a [Edition<'a>],
    faces: &'a Faces,
    /// Made for the first who asks: a preview of pages needs none of it.
    open_data: OnceLock<OpenDataTexts>,
    languages: Vec<Language<'a>>,
}

/// What the pages of one language are printed with.
struct Language<'a> {
    theme: &'a Theme,
    dataset: &'a Dataset,
    edition: Edition<'a>,
    /// Written out for the first who asks: a preview of pages in one language needs no other.
    texts: &'a OnceLock<RegionTexts<'a>>,
    fragments: OnceLock<Fragments<'a>>,
    guard: PageGuard,
}

impl<'a> Press<'a> {
    /// Makes ready. `themes`, `editions`, `datasets` and `texts` are of the same languages in the same order, the
    /// region's own language first; `texts` may be empty cells.
    ///
    /// # Panics
    /// When there is no language at all.
    #[must_use]
    pub fn new(
        datasets: &[&'a Dataset],
        scores: &'a Scores,
        themes: &'a [Theme],
        editions: &'a [Edition<'a>],
        (texts, faces): (&'a [OnceLock<RegionTexts<'a>>], &'a Faces),
    ) -> Self {
        let dataset = *datasets
            .first()
            .expect("there is a language of the content");
        let theme = themes.first().expect("there is a language of the content");
        let faces_css: Vec<String> = faces.css().collect();
        let mut css: Vec<&str> = faces_css.iter().map(String::as_str).collect();
        css.push(theme.css());
        let styles: Arc<Styles> = Styles::read(&css);
        let both = themes.iter().zip(editions);
        let languages =
            both.zip(datasets)
                .zip(texts)
                .map(|(((theme, edition), dataset), texts)| Language {
                    theme,
                    dataset,
                    edition: *edition,
                    texts,
                    fragments: OnceLock::new(),
                    guard: PageGuard::with_styles(dataset.statements(), &styles),
                });
        Self {
            dataset,
            scores,
            theme,
            editions,
            faces,
            open_data: OnceLock::new(),
            languages: languages.collect(),
        }
    }

    /// Makes everything that is otherwise made for the first page that needs it.
    ///
    /// # Errors
    /// When a template asks for something its view does not have.
    pub fn prepare(&self) -> Result<(), RenderError> {
        self.languages.par_iter().for_each(|language| {
            self.region(language);
        });
        for language in &self.languages {
            let fragments = Fragments::all(self.region(language))?;
            language.fragments.get_or_init(|| fragments);
        }
        Ok(())
    }

    /// What fragments in a language are made from.
    fn region(&self, language: &Language<'a>) -> Region<'a> {
        let (theme, dataset, edition) = (language.theme, language.dataset, language.edition);
        let texts = language
            .texts
            .get_or_init(|| RegionTexts::new(theme.messages(), edition, dataset, self.scores));
        Region {
            theme,
            dataset,
            scores: self.scores,
            texts,
            faces: self.faces,
            edition,
            editions: self.editions,
        }
    }

    /// The theme, in the language of the content.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        self.theme
    }

    /// The languages, the region's own first.
    #[must_use]
    pub fn editions(&self) -> &'a [Edition<'a>] {
        self.editions
    }

    /// The region's front door in every language, and the files beside it.
    #[must_use]
    pub fn front_door(&self) -> Rendered {
        let mut rendered = Rendered::default();
        for language in 0..self.languages.len() {
            rendered.add(self.front_door_page(language));
        }
        rendered.artifacts.extend(self.front_door_files());
        let assets = self.theme.assets().iter();
        rendered
            .artifacts
            .extend(assets.map(|asset| in_assets("", asset)));
        rendered
    }

    /// The front door's page in the language of this rank.
    #[must_use]
    pub fn front_door_page(&self, language: usize) -> Rendered {
        let language = &self.languages[language];
        render_front_door(self.region(language), &language.guard)
    }

    /// The files beside the front door's page, without its assets.
    #[must_use]
    pub fn front_door_files(&self) -> Vec<Artifact> {
        front_door_files(self.dataset, self.editions)
    }

    /// The journal of a site, which goes on from the one that was published before.
    #[must_use]
    pub fn journal(&self, previous: Option<Journal>, plan: &SitePlan) -> Journal {
        let municipality = self.dataset.municipality(plan.municipality);
        let state = State::of(self.dataset, plan, self.scores);
        Journal::next(previous, municipality, (self.dataset.date(), state), || {
            lately(self.dataset, plan)
        })
    }

    /// One municipality's site: its pages in one language after another, then the files that stand in it once.
    pub fn site<'p>(
        &'p self,
        plan: &'p SitePlan,
        made: (&'p IndexFiles, &'p Journal),
    ) -> impl Iterator<Item = Rendered> + 'p {
        let records = Arc::new(self.records(plan));
        // Now, and not in the midst of the pages, which are made side by side: one of them says how large the files are.
        records.make();
        let own = Arc::clone(&records);
        let pages = (0..self.languages.len()).map(move |language| {
            match self.renderer(language, plan, made, &own) {
                Ok(renderer) => render_site(&renderer, plan),
                Err(error) => Rendered::failed(&error, &self.providers_page(plan)),
            }
        });
        pages.chain(std::iter::once_with(move || self.files(plan, &records)))
    }

    /// One municipality's site, of which single files are asked.
    #[must_use]
    pub fn open<'p>(
        &'p self,
        plan: &'p SitePlan,
        made: (&'p IndexFiles, &'p Journal),
    ) -> OpenSite<'p, 'a> {
        OpenSite::new(self, plan, made)
    }

    /// What renders the pages of a site in the language of this rank.
    pub(super) fn renderer<'p>(
        &'p self,
        language: usize,
        plan: &'p SitePlan,
        made: (&'p IndexFiles, &'p Journal),
        records: &Arc<Records<'p>>,
    ) -> Result<Renderer<'p>, RenderError> {
        let language = &self.languages[language];
        let region = self.region(language);
        let fragments = language
            .fragments
            .get_or_init(|| Fragments::on_demand(region));
        let records = Arc::clone(records);
        Renderer::new(region, fragments, plan, &language.guard, made, records)
    }

    /// What a fault that keeps a whole site from being made is told of.
    pub(super) fn providers_page(&self, plan: &SitePlan) -> String {
        let folder = &self.dataset.municipality(plan.municipality).slug;
        format!("{folder}/aanbieders/")
    }

    /// Where a municipality's site stands: `apeldoorn/`.
    pub(super) fn folder(&self, plan: &SitePlan) -> String {
        format!("{}/", self.dataset.municipality(plan.municipality).slug)
    }

    /// The files of a municipality's site that are no pages.
    fn files(&self, plan: &SitePlan, records: &Records<'_>) -> Rendered {
        let mut artifacts = records.all().to_vec();
        artifacts.extend(self.assets(plan));
        Rendered {
            artifacts,
            ..Rendered::default()
        }
    }

    /// The files of a municipality's site that are no pages and no assets, not made yet.
    pub(super) fn records<'p>(&'p self, plan: &'p SitePlan) -> Records<'p> {
        let facts = (self.dataset, self.scores);
        Records::new(facts, &self.open_data, plan, self.editions)
    }

    /// The assets of a municipality's site, without its search.
    pub(super) fn assets(&self, plan: &SitePlan) -> Vec<Artifact> {
        let municipality = self.dataset.municipality(plan.municipality);
        let folder = self.folder(plan);
        let face = self.faces.of(plan.municipality);
        let postcodes = postcodes_file(self.dataset, municipality);
        let assets = self.theme.assets().iter().chain(face.assets());
        let assets = assets.chain(&postcodes);
        assets.map(|asset| in_assets(&folder, asset)).collect()
    }
}

fn in_assets(folder: &str, asset: &Asset) -> Artifact {
    Artifact {
        path: format!("{folder}assets/{}", asset.file_name),
        bytes: asset.bytes.clone(),
    }
}
