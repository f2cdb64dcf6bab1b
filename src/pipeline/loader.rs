//! Reading and judging a region, once or again and again. What did not change since the time before is kept: a theme
//! costs as much as all the rest, and a vocabulary as much as all other content.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, FileId, SourceMap};
use crate::model::validate::{Validated, validate};
use crate::model::{Dataset, Outcomes, Slug};
use crate::readability;
use crate::render::house_style::Faces;
use crate::render::theme::{Contract, Theme};
use crate::render::view;
use crate::sources::{self, Material, ThemeFiles};

use super::account::account;
use super::fingerprint::fingerprint;
use super::region::Region;
use super::step::{Event, Step, Watch};
use super::theme_files::read_theme;
use super::{Findings, Options, PipelineError};

/// Reads a region, and keeps for the next time what may not have changed then.
#[derive(Default)]
pub struct Loader {
    sources: SourceMap,
    material: Material,
    theme: Option<KeptTheme>,
}

/// A theme that was prepared, and what it was prepared from.
struct KeptTheme {
    files: ThemeFiles,
    language: String,
    other_languages: Vec<String>,
    /// The theme in every language; `None` when it cannot be used.
    themes: Option<Arc<[Theme]>>,
    diagnostics: Vec<Diagnostic>,
}

/// What came of reading a region.
pub struct Loaded {
    /// What is wrong.
    pub findings: Findings,
    /// The region; `None` when there is an error.
    pub region: Option<Region>,
    /// The facts of content without an error, when there is no region for them because the theme has one.
    pub(super) without_theme: Option<(Dataset, Outcomes)>,
}

impl Loader {
    /// Reads and judges the content and the theme.
    ///
    /// # Errors
    /// When a file or folder cannot be read. It can be tried again.
    ///
    /// # Panics
    /// When a theme was prepared in no language, which no theme is.
    pub fn load(&mut self, options: &Options, watch: Watch<'_>) -> Result<Loaded, PipelineError> {
        let mut findings = Findings::new(options);
        findings.sources = self.sources.read_again();
        watch(Event::Step(Step::Read));
        let material = sources::read_again(
            &options.content,
            std::mem::take(&mut self.material),
            &mut findings.sources,
            &mut findings.diagnostics,
        )?;
        // Of a file with a fault a part is read, so that its other faults are found too; no facts are made of parts.
        let is_whole = findings.have_no_error();
        watch(Event::Step(Step::Validate));
        let mut validated = validate(&material, options.date, options.today);
        findings.diagnostics.append(&mut validated.diagnostics);
        watch(Event::Step(Step::Theme));
        // The theme is judged also when the content has errors: one run reports all faults.
        let name = validated.theme.as_ref().map_or("default", Slug::as_str);
        let files = read_theme(&options.themes, name, &mut findings)?;
        let theme = self.prepare_theme(files, &validated, &mut findings);
        let (files, themes) = (&theme.files, theme.themes.clone());
        watch(Event::Step(Step::Readability));
        readability::check(
            &material,
            &files.languages,
            &validated.language,
            &validated.readability,
            &findings.sources,
            &mut findings.diagnostics,
        );
        let (ready, without_theme) = match (validated.region.filter(|_| is_whole), themes) {
            (Some(facts), Some(themes)) => (Some((facts, themes)), None),
            (facts, _) => (None, facts),
        };
        let region = ready.map(|((dataset, outcomes), themes)| {
            let sources = &findings.sources;
            let account = account(options, &dataset, &material, files).to_text();
            let fingerprint =
                fingerprint(options, dataset.date(), sources, &material, files, &account);
            let colours = themes
                .first()
                .expect("the content has a language")
                .colours();
            let faces = Faces::new(&dataset, colours, &mut findings.diagnostics);
            Region {
                is_day_of_clock: options.date.is_none() && dataset.date() == options.today,
                dataset,
                outcomes,
                themes,
                faces,
                fingerprint,
                account,
            }
        });
        self.sources = findings.sources.clone();
        self.material = material;
        self.theme = Some(theme);
        Ok(Loaded {
            findings,
            region,
            without_theme,
        })
    }

    /// The content as it was read last.
    pub(super) fn material(&self) -> &Material {
        &self.material
    }

    /// The theme as it was kept, or prepared anew.
    fn prepare_theme(
        &mut self,
        files: ThemeFiles,
        validated: &Validated,
        findings: &mut Findings,
    ) -> KeptTheme {
        let (language, others) = (&validated.language, &validated.other_languages);
        let kept = self.theme.take().filter(|kept| {
            kept.language == *language
                && kept.other_languages == *others
                && is_same(&kept.files, &files, &findings.sources)
        });
        let theme = kept.unwrap_or_else(|| {
            let schemas = view::schemas();
            let contract = Contract {
                site: view::site_schema(),
                pages: &schemas,
                required_messages: view::REQUIRED_MESSAGES,
            };
            let mut diagnostics = Vec::new();
            let themes = Theme::in_languages(
                &files,
                (language, others),
                &contract,
                &findings.sources,
                &mut diagnostics,
            );
            KeptTheme {
                language: language.clone(),
                other_languages: others.clone(),
                themes: themes.map(Into::into),
                diagnostics,
                files,
            }
        });
        findings
            .diagnostics
            .extend(theme.diagnostics.iter().cloned());
        theme
    }
}

/// Whether a theme has the same files with the same content as when it was read before.
fn is_same(before: &ThemeFiles, now: &ThemeFiles, sources: &SourceMap) -> bool {
    let settings = |files: &ThemeFiles| files.settings.as_ref().map(|settings| settings.file);
    let lists = |files: &ThemeFiles| {
        [
            &files.templates,
            &files.styles,
            &files.scripts,
            &files.languages,
        ]
        .map(Clone::clone)
    };
    let texts: Vec<FileId> = lists(now).iter().flatten().map(|text| text.file).collect();
    before.name == now.name
        && settings(before) == settings(now)
        && lists(before) == lists(now)
        && before.images == now.images
        && settings(now)
            .into_iter()
            .chain(texts)
            .all(|file| sources.is_unchanged(file))
}
