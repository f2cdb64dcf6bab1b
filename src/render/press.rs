//! Everything that all sites of a region are printed with, made once: per language its words, its fragments and its guard.
//! Start at [`Press::new`].

use crate::artifact::{Artifact, IndexFiles};
use crate::changes::Journal;
use crate::model::Dataset;
use crate::plan::SitePlan;
use crate::stats::Scores;

use super::edition::Edition;
use super::files::{OpenDataTexts, front_door_files, municipality_files};
use super::front_door::render_front_door;
use super::guard::PageGuard;
use super::house_style::Faces;
use super::site::{Rendered, render_site};
use super::theme::{Asset, RenderError, Theme};
use super::travel::postcodes_file;
use super::view::{Fragments, Region, RegionTexts};

/// What all sites of a region are printed with.
pub struct Press<'a> {
    dataset: &'a Dataset,
    theme: &'a Theme,
    editions: &'a [Edition<'a>],
    faces: &'a Faces,
    open_data: OpenDataTexts,
    languages: Vec<Language<'a>>,
}

/// What the pages of one language are printed with.
struct Language<'a> {
    region: Region<'a>,
    fragments: Fragments<'a>,
    guard: PageGuard,
}

impl<'a> Press<'a> {
    /// Makes everything ready. `themes`, `editions`, `datasets` and `texts` are of the same languages in the same order,
    /// the region's own language first.
    ///
    /// # Errors
    /// When a template asks for something its view does not have.
    ///
    /// # Panics
    /// When there is no language at all.
    pub fn new(
        datasets: &[&'a Dataset],
        scores: &'a Scores,
        themes: &'a [Theme],
        editions: &'a [Edition<'a>],
        (texts, faces): (&'a [RegionTexts<'a>], &'a Faces),
    ) -> Result<Self, RenderError> {
        let dataset = *datasets
            .first()
            .expect("there is a language of the content");
        let faces_css: Vec<String> = faces.css().collect();
        let mut languages = Vec::with_capacity(editions.len());
        let both = themes.iter().zip(editions);
        for (((theme, edition), dataset), texts) in both.zip(datasets).zip(texts) {
            let mut styles: Vec<&str> = faces_css.iter().map(String::as_str).collect();
            styles.push(theme.css());
            let region = Region {
                theme,
                dataset,
                scores,
                texts,
                faces,
                edition: *edition,
                editions,
            };
            languages.push(Language {
                region,
                fragments: Fragments::new(region)?,
                guard: PageGuard::new(dataset.statements(), &styles),
            });
        }
        Ok(Self {
            dataset,
            theme: themes.first().expect("there is a language of the content"),
            editions,
            faces,
            open_data: OpenDataTexts::new(dataset, scores),
            languages,
        })
    }

    /// The theme, in the language of the content.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        self.theme
    }

    /// The region's front door in every language, and the files beside it.
    #[must_use]
    pub fn front_door(&self) -> Rendered {
        let mut rendered = Rendered::default();
        for language in &self.languages {
            rendered.add(render_front_door(language.region, &language.guard));
        }
        let files = front_door_files(self.dataset, self.editions);
        rendered.artifacts.extend(files);
        let assets = self.theme.assets().iter();
        rendered
            .artifacts
            .extend(assets.map(|asset| in_assets("", asset)));
        rendered
    }

    /// One municipality's site: its pages in one language after another, then the files that stand in it once.
    pub fn site<'p>(
        &'p self,
        plan: &'p SitePlan,
        index_files: &'p IndexFiles,
        journal: &'p Journal,
    ) -> impl Iterator<Item = Rendered> + 'p {
        let pages = self.languages.iter().map(|language| {
            let Language {
                region,
                fragments,
                guard,
            } = language;
            render_site(*region, fragments, plan, guard, (index_files, journal))
        });
        pages.chain(std::iter::once_with(|| self.files(plan)))
    }

    /// The files of a municipality's site that are no pages.
    fn files(&self, plan: &SitePlan) -> Rendered {
        let municipality = self.dataset.municipality(plan.municipality);
        let folder = format!("{}/", municipality.slug);
        let mut artifacts = municipality_files(self.dataset, &self.open_data, plan, self.editions);
        let face = self.faces.of(plan.municipality);
        let postcodes = postcodes_file(self.dataset, municipality);
        let assets = self.theme.assets().iter().chain(face.assets());
        let assets = assets.chain(&postcodes);
        artifacts.extend(assets.map(|asset| in_assets(&folder, asset)));
        Rendered {
            artifacts,
            ..Rendered::default()
        }
    }
}

fn in_assets(folder: &str, asset: &Asset) -> Artifact {
    Artifact {
        path: format!("{folder}assets/{}", asset.file_name),
        bytes: asset.bytes.clone(),
    }
}
