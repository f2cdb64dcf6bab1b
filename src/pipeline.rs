//! Every step from a content folder to a published site, named once: read, judge, score, load the theme, then per
//! municipality plan, render, guard and stage; and in the end one swap. Start at [`build`].

mod fingerprint;
mod shards;
mod theme_files;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::artifact::{Artifact, IndexFiles};
use crate::diagnostics::{self, Diagnostic, Severity, SourceMap};
use crate::model::validate::validate;
use crate::model::{Dataset, MunicipalityId, Outcomes, Slug};
use crate::plan::{self, NameOrder, SitePlan};
use crate::publish::{
    self, Compression, Inputs, JoinError, PublishError, Report, Shard, Stage, Summary,
};
use crate::readability;
use crate::render::guard;
use crate::render::house_style::Faces;
use crate::render::theme::{Contract, Theme};
use crate::render::{Edition, Press, Rendered, view};
use crate::search::{AnalysedRegion, Exporter, MunicipalityIndex, SearchError};
use crate::sources::{self, ReadError};
use crate::stats;

use fingerprint::fingerprint;
pub use shards::join;
use shards::municipalities_of;
use theme_files::read_theme;

/// What to build, for which day, and how strictly. Paths are used as they are given.
#[derive(Clone, Debug)]
pub struct Options {
    /// The region's folder.
    pub content: PathBuf,
    /// The folder of themes.
    pub themes: PathBuf,
    /// The day the site is made for; without it the day in `site.toml`, and without that `today`.
    pub date: Option<Date>,
    /// The day on the clock of the command line.
    pub today: Date,
    /// Whether warnings keep a site from being published.
    pub is_strict: bool,
    /// Stands for this program, so that a newer one builds again.
    pub program: [u8; 32],
    /// Whether files get compressed siblings.
    pub compression: Compression,
    /// The part of the region to make; absent when it is all of it.
    pub shard: Option<Shard>,
}

/// The machine failed.
#[derive(Debug, thiserror::Error)]
pub enum PipelineError {
    /// Something could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Something could not be published.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// Something could not be indexed.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// Parts of a region could not be put together.
    #[error(transparent)]
    Join(#[from] JoinError),
}

/// What was found wrong, with the texts to show it in.
#[derive(Debug, Default)]
pub struct Findings {
    /// Every file that was read.
    pub sources: SourceMap,
    /// Every problem, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    is_strict: bool,
}

/// What a build came to.
#[derive(Debug)]
pub struct Build {
    /// What is wrong.
    pub findings: Findings,
    /// What stands in the target now; absent when there is an error and nothing was touched.
    pub publication: Option<Publication>,
}

/// What stands in the target after a build.
#[derive(Debug)]
pub enum Publication {
    /// A new site.
    New(Report),
    /// The site of an earlier build, made from the same input.
    Unchanged(Summary),
}

/// Does everything a build does, but publishes nothing.
///
/// # Errors
/// When the machine fails; wrong material is a finding.
pub fn check(options: &Options) -> Result<Findings, PipelineError> {
    let mut findings = Findings::new(options);
    if let Some(region) = Region::load(options, &mut findings)? {
        region.render(options.shard, &mut findings, |_| Ok(()))?;
    }
    findings.put_in_order();
    Ok(findings)
}

/// What every municipality's pages look like. `None` when the content has errors.
///
/// # Errors
/// When the machine fails; wrong material is a finding.
pub fn faces(options: &Options) -> Result<Option<(Dataset, Faces)>, PipelineError> {
    let region = Region::load(options, &mut Findings::new(options))?;
    Ok(region.map(|region| (region.dataset, region.faces)))
}

/// Builds every site of a region, or of one shard of it, and publishes them in one step. With an error nothing is
/// touched.
///
/// # Errors
/// When the machine fails; wrong material is a finding.
pub fn build(options: &Options, target: &Path) -> Result<Build, PipelineError> {
    let mut findings = Findings::new(options);
    let region = Region::load(options, &mut findings)?;
    let Some(region) = region.filter(|_| !findings.keep_from_publishing()) else {
        findings.put_in_order();
        return Ok(Build {
            findings,
            publication: None,
        });
    };
    let inputs = Inputs {
        fingerprint: region.fingerprint,
        shard: options.shard,
    };
    if let Some(summary) = publish::is_current(target, inputs)? {
        findings.put_in_order();
        return Ok(Build {
            findings,
            publication: Some(Publication::Unchanged(summary)),
        });
    }
    let stage = Stage::open(target)?.compressing(options.compression);
    if options.shard.is_some() {
        stage.refuse_whole_site()?;
    }
    region.render(options.shard, &mut findings, |artifacts| {
        Ok(stage.put(artifacts)?)
    })?;
    findings.put_in_order();
    let publication = if findings.keep_from_publishing() {
        stage.discard()?;
        None
    } else {
        Some(Publication::New(stage.publish(inputs)?))
    };
    Ok(Build {
        findings,
        publication,
    })
}

impl Findings {
    fn new(options: &Options) -> Self {
        Self {
            is_strict: options.is_strict,
            ..Self::default()
        }
    }

    /// Whether nothing may be published.
    #[must_use]
    pub fn keep_from_publishing(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|problem| self.is_strict || problem.severity == Severity::Error)
    }

    fn put_in_order(&mut self) {
        diagnostics::sort(&mut self.diagnostics, &self.sources);
    }

    /// Adds problems of pages: the same problem in the same place of a template is one problem, on however many pages.
    fn add_once_per_place(&mut self, problems: Vec<Diagnostic>) {
        let mut known: BTreeSet<_> = self
            .diagnostics
            .iter()
            .map(|problem| (problem.code, problem.primary))
            .collect();
        for problem in problems {
            if known.insert((problem.code, problem.primary)) {
                self.diagnostics.push(problem);
            }
        }
    }
}

/// Everything that pages are made from.
struct Region {
    dataset: Dataset,
    outcomes: Outcomes,
    /// The theme in every language, that of the content first.
    themes: Vec<Theme>,
    faces: Faces,
    fingerprint: [u8; 32],
}

impl Region {
    /// Reads and judges the content and the theme. `None` when there is an error in the content.
    fn load(options: &Options, findings: &mut Findings) -> Result<Option<Self>, PipelineError> {
        let material = sources::read(
            &options.content,
            &mut findings.sources,
            &mut findings.diagnostics,
        )?;
        let mut validated = validate(&material, options.date, options.today);
        findings.diagnostics.append(&mut validated.diagnostics);
        // The theme is judged also when the content has errors: one run reports all faults.
        let name = validated.theme.as_ref().map_or("default", Slug::as_str);
        let files = read_theme(&options.themes, name, findings)?;
        let schemas = view::schemas();
        let contract = Contract {
            site: view::site_schema(),
            pages: &schemas,
            required_messages: view::REQUIRED_MESSAGES,
        };
        let themes = Theme::in_languages(
            &files,
            (&validated.language, &validated.other_languages),
            &contract,
            &findings.sources,
            &mut findings.diagnostics,
        );
        readability::check(
            &material,
            &files.languages,
            &validated.language,
            &validated.readability,
            &findings.sources,
            &mut findings.diagnostics,
        );
        let (Some((dataset, outcomes)), Some(themes)) = (validated.region, themes) else {
            return Ok(None);
        };
        let sources = &findings.sources;
        let fingerprint = fingerprint(options, dataset.date(), sources, &material, &files);
        let colours = themes
            .first()
            .expect("the content has a language")
            .colours();
        let faces = Faces::new(&dataset, colours, &mut findings.diagnostics);
        Ok(Some(Self {
            dataset,
            outcomes,
            themes,
            faces,
            fingerprint,
        }))
    }

    /// Makes every site of the shard in every language, one municipality at a time, so that memory holds one site and not
    /// the country.
    fn render(
        &self,
        shard: Option<Shard>,
        findings: &mut Findings,
        stage: impl Fn(&[Artifact]) -> Result<(), PipelineError>,
    ) -> Result<(), PipelineError> {
        let dataset = &self.dataset;
        let scores = stats::score(dataset, &self.outcomes, dataset.date());
        let editions = Edition::all(&self.themes, dataset.site().language.as_str());
        let others = editions.iter().filter(|edition| !edition.is_main());
        let translated: Vec<Dataset> = others
            .map(|edition| dataset.in_language(edition.language))
            .collect();
        let datasets: Vec<&Dataset> = std::iter::once(dataset).chain(&translated).collect();
        let texts: Vec<_> = self
            .themes
            .iter()
            .zip(&editions)
            .zip(&datasets)
            .map(|((theme, edition), dataset)| {
                view::RegionTexts::new(theme.messages(), *edition, dataset, &scores)
            })
            .collect();
        let press = match Press::new(
            &datasets,
            &scores,
            &self.themes,
            &editions,
            (&texts, &self.faces),
        ) {
            Ok(press) => press,
            Err(error) => {
                let problem = error.diagnostic("every page with offers");
                findings.diagnostics.push(problem);
                return Ok(());
            }
        };
        let order = NameOrder::new(dataset);
        let mut faults = Vec::new();
        let mut problems = Vec::new();
        let mut hand_on = |rendered: Rendered| {
            faults.extend(rendered.faults);
            problems.extend(rendered.diagnostics);
            stage(&rendered.artifacts)
        };
        let mut planning = Vec::new();
        if shard.is_none_or(Shard::has_front_door) {
            hand_on(press.front_door())?;
        }
        let analysed = Arc::new(AnalysedRegion::new(dataset)?);
        let exporter = Exporter::new(&analysed, dataset)?;
        for municipality in municipalities_of(dataset, shard) {
            let plan = plan::plan(dataset, &order, municipality, &mut planning);
            let (names, artifacts) = index_files(&analysed, &exporter, dataset, &plan)?;
            for rendered in press.site(&plan, &names) {
                hand_on(rendered)?;
            }
            stage(&artifacts)?;
        }
        problems.extend(guard::to_diagnostics(&faults, |template| {
            press.theme().place(template)
        }));
        findings.add_once_per_place(planning);
        findings.add_once_per_place(problems);
        Ok(())
    }
}

/// The search index of one site as the files that a browser asks for, and their names.
fn index_files(
    analysed: &Arc<AnalysedRegion>,
    exporter: &Exporter,
    dataset: &Dataset,
    plan: &SitePlan,
) -> Result<(IndexFiles, Vec<Artifact>), SearchError> {
    let files = exporter.export(&MunicipalityIndex::new(analysed, dataset, plan)?)?;
    let names = IndexFiles::of(&files.core, &files.texts);
    let folder = &dataset.municipality(plan.municipality).slug;
    let artifacts = [(&names.core, files.core), (&names.texts, files.texts)]
        .map(|(name, bytes)| Artifact {
            path: format!("{folder}/assets/{name}"),
            bytes,
        })
        .into();
    Ok((names, artifacts))
}

/// What a search came to.
#[derive(Debug)]
pub enum Search<T> {
    /// It was searched.
    Done(T),
    /// The content has errors.
    WrongMaterial,
    /// The region has no such municipality; it has these.
    NoSuchMunicipality(Vec<String>),
}

/// Makes the search index of one municipality and asks it something. Problems of the content go into the findings.
///
/// # Errors
/// When the machine fails; wrong material is a finding.
pub fn search<T>(
    options: &Options,
    municipality: &str,
    ask: impl FnOnce(&MunicipalityIndex<'_>) -> Result<T, SearchError>,
) -> Result<(Findings, Search<T>), PipelineError> {
    let mut findings = Findings::new(options);
    let Some(region) = Region::load(options, &mut findings)? else {
        findings.put_in_order();
        return Ok((findings, Search::WrongMaterial));
    };
    let dataset = &region.dataset;
    let Some(municipality) = dataset.municipality_with_slug(municipality) else {
        let slugs = dataset
            .municipalities()
            .map(|(_, own)| own.slug.to_string());
        return Ok((findings, Search::NoSuchMunicipality(slugs.collect())));
    };
    let plan = plan_one(dataset, municipality, &mut findings);
    findings.put_in_order();
    let analysed = Arc::new(AnalysedRegion::new(dataset)?);
    let index = MunicipalityIndex::new(&analysed, dataset, &plan)?;
    Ok((findings, Search::Done(ask(&index)?)))
}

fn plan_one(dataset: &Dataset, municipality: MunicipalityId, findings: &mut Findings) -> SitePlan {
    let order = NameOrder::new(dataset);
    plan::plan(dataset, &order, municipality, &mut findings.diagnostics)
}
