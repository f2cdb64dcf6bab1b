//! Every step from a content folder to a published site, named once: read, judge, score, load the theme, then per
//! municipality plan, render, guard and stage; and in the end one swap. Start at [`build`].

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::diagnostics::{self, Diagnostic, Severity, SourceMap};
use crate::model::validate::validate;
use crate::model::{Dataset, Outcomes};
use crate::sources::{self, ReadError, ThemeFiles};

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
}

/// The machine failed.
#[derive(Debug, thiserror::Error)]
pub enum PipelineError {
    /// Something could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// What was found wrong, with the texts to show it in.
#[derive(Debug, Default)]
pub struct Findings {
    /// Every file that was read.
    pub sources: SourceMap,
    /// Every problem, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Findings {
    /// Whether nothing may be published.
    #[must_use]
    pub fn keeps_from_publishing(&self, is_strict: bool) -> bool {
        self.diagnostics
            .iter()
            .any(|problem| is_strict || problem.severity == Severity::Error)
    }
}

/// Does everything a build does, but publishes nothing.
///
/// # Errors
/// When the machine fails; wrong material is a finding.
pub fn check(options: &Options) -> Result<Findings, PipelineError> {
    let mut findings = Findings::default();
    let _region = read_region(options, &mut findings)?;
    diagnostics::sort(&mut findings.diagnostics, &findings.sources);
    Ok(findings)
}

/// The region's facts.
struct Region {
    dataset: Dataset,
    outcomes: Outcomes,
}

fn read_region(
    options: &Options,
    findings: &mut Findings,
) -> Result<Option<Region>, PipelineError> {
    let material = sources::read(
        &options.content,
        &mut findings.sources,
        &mut findings.diagnostics,
    )?;
    let mut validated = validate(&material, options.date, options.today);
    findings.diagnostics.append(&mut validated.diagnostics);
    Ok(validated
        .region
        .map(|(dataset, outcomes)| Region { dataset, outcomes }))
}

/// Reads a theme, under it the themes it extends.
fn read_theme(
    themes: &Path,
    name: &str,
    findings: &mut Findings,
) -> Result<ThemeFiles, PipelineError> {
    let files = sources::read_theme(
        &themes.join(name),
        &mut findings.sources,
        &mut findings.diagnostics,
    )?;
    Ok(files)
}

/// What a build came to.
#[derive(Debug)]
pub struct Build {
    /// What is wrong.
    pub findings: Findings,
    /// What was published; absent when nothing was.
    pub publication: Option<Publication>,
}

/// What was published.
#[derive(Debug)]
pub struct Publication {}

impl Publication {
    /// One sentence about it.
    #[must_use]
    pub fn in_words(&self, target: &Path) -> String {
        format!("{}\n", target.display())
    }
}

/// Builds.
///
/// # Errors
/// When the machine fails; wrong material is a finding.
pub fn build(options: &Options, _target: &Path) -> Result<Build, PipelineError> {
    Ok(Build {
        findings: check(options)?,
        publication: None,
    })
}
