//! The `build` command.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::diagnostics::render::counts_by_code;
use crate::diagnostics::{Severity, said};
use crate::pipeline::{self, Build, Options, Order, PipelineError, Publication};

use super::making::MakingArguments;
use super::progress::{Progress, ProgressArguments, Times};
use super::{MATERIAL_IS_WRONG, NOT_UNDERSTOOD, SiteArguments, archive, fail_in, say, show};

/// How many paths of each kind `--dry-run` names.
const NAMED: usize = 20;

/// Read the content, check it, and publish every municipality's site
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer build\n  keuzewijzer build --content mijn-regio --target /var/www/keuze --strict\n  keuzewijzer build --municipality epe --municipality heerde\n  keuzewijzer build --dry-run --verbose\n  keuzewijzer build --target /var/www/keuze --compress best\n  keuzewijzer build --shard 2/5 --target shards/2"
)]
pub(super) struct BuildArguments {
    #[command(flatten)]
    site: SiteArguments,
    /// Where the sites are published
    #[arg(long, default_value = "public")]
    target: PathBuf,
    /// Build only the site of this municipality, by its folder name; may be given several times. What was published of the
    /// others and the front door stays as it is
    #[arg(long, value_name = "SLUG")]
    municipality: Vec<String>,
    /// Do everything, publish nothing, and say which files would be new, changed and gone
    #[arg(long)]
    dry_run: bool,
    /// Name every file that is new, changed or gone
    #[arg(long, short)]
    verbose: bool,
    #[command(flatten)]
    making: MakingArguments,
    /// The published folder to go on from when it is not the target: what changed since is listed
    #[arg(long, value_name = "FOLDER")]
    previous: Option<PathBuf>,
    /// Also keep what is published as one file, which is never overwritten; see `archive`
    #[arg(long, value_name = "FILE", conflicts_with_all = ["dry_run", "shard", "municipality"])]
    archive: Option<PathBuf>,
    #[command(flatten)]
    progress: ProgressArguments,
}

impl BuildArguments {
    fn options(&self) -> Options {
        let is_target = |previous: &PathBuf| {
            let whole = |path: &Path| path.canonicalize().ok();
            whole(previous).is_some_and(|previous| Some(previous) == whole(&self.target))
        };
        Options {
            previous: self.previous.clone().filter(|it| !is_target(it)),
            ..self.making.put_into(self.site.options())
        }
    }
}

/// Builds, and says what became of it.
pub(super) fn run(arguments: &BuildArguments) -> ExitCode {
    let order = Order {
        target: &arguments.target,
        municipalities: &arguments.municipality,
        is_rehearsal: arguments.dry_run,
    };
    let progress = Progress::new(&arguments.progress);
    let options = arguments.options();
    let outcome = pipeline::build(&options, &order, &|event| progress.watch(event));
    let times = progress.finish();
    match outcome {
        Ok(build) => {
            let findings = &build.findings;
            show(
                &findings.diagnostics,
                &findings.sources,
                &arguments.site.show,
            );
            if arguments.progress.timings {
                say(&times.table());
            }
            if build.publication.is_none() {
                let words = said(
                    "nothing was published; what stood there stands there still",
                    [],
                );
                let language = arguments.site.show.told.language();
                say(&format!("{}\n", words.in_language(language)));
                return ExitCode::from(MATERIAL_IS_WRONG);
            }
            if !arguments.progress.quiet {
                say(&summary(&build, arguments, &times));
            }
            match &arguments.archive {
                Some(file) => {
                    let language = arguments.site.show.told.language();
                    archive::after_build(&arguments.target, file, language)
                }
                None => ExitCode::SUCCESS,
            }
        }
        Err(error @ PipelineError::NoSuchMunicipality { .. }) => {
            say(&format!("{error}\n"));
            ExitCode::from(NOT_UNDERSTOOD)
        }
        Err(error) => fail_in(&error, arguments.site.show.told.language()),
    }
}

/// What stands in the target now, how many pages were made in which time, and which warnings there are.
fn summary(build: &Build, arguments: &BuildArguments, times: &Times) -> String {
    let mut words = build
        .publication
        .as_ref()
        .map_or_else(String::new, |publication| {
            in_words(publication, &arguments.target, arguments.verbose)
        });
    let warnings = build
        .findings
        .diagnostics
        .iter()
        .filter(|problem| problem.severity == Severity::Warning)
        .count();
    let warnings = match warnings {
        0 => "no warnings".to_owned(),
        1 => format!("1 warning: {}", by_code(build)),
        more => format!("{more} warnings: {}", by_code(build)),
    };
    let time = times.in_seconds();
    let _ = match build.publication {
        Some(Publication::Unchanged(_)) | None => {
            writeln!(words, "looked at in {time}; {warnings}")
        }
        Some(Publication::New(_) | Publication::Rehearsed(_)) => {
            writeln!(words, "{} pages made in {time}; {warnings}", build.pages)
        }
    };
    words
}

fn by_code(build: &Build) -> String {
    counts_by_code(&build.findings.diagnostics, Severity::Warning)
}

/// A sentence about what stands in the target now, or would.
pub(super) fn in_words(publication: &Publication, target: &Path, is_verbose: bool) -> String {
    let target = target.display();
    match publication {
        Publication::Unchanged(summary) => format!(
            "{target}: {} files, nothing changed since the last build\n",
            summary.files
        ),
        Publication::New(report) => {
            let lists = [&report.new, &report.changed, &report.gone];
            let counts = counts(lists, report.unchanged);
            let mut words = format!("{target}: {counts}\n");
            if is_verbose {
                name_files(lists, usize::MAX, &mut words);
            }
            if let Some(folder) = &report.left_behind {
                let _ = writeln!(
                    words,
                    "the old site could not be removed from {}; the next build tries again",
                    folder.display()
                );
            }
            words
        }
        Publication::Rehearsed(difference) => {
            let lists = [&difference.new, &difference.changed, &difference.gone];
            let counts = counts(lists, difference.unchanged);
            let mut words = format!("{target}: nothing was published; it would be {counts}\n");
            let most = if is_verbose { usize::MAX } else { NAMED };
            name_files(lists, most, &mut words);
            words
        }
    }
}

fn counts([new, changed, gone]: [&Vec<String>; 3], unchanged: usize) -> String {
    format!(
        "{} files new, {} changed, {unchanged} as they were, {} gone",
        new.len(),
        changed.len(),
        gone.len()
    )
}

fn name_files(lists: [&Vec<String>; 3], most: usize, words: &mut String) {
    for (kind, paths) in ["new", "changed", "gone"].into_iter().zip(lists) {
        for path in paths.iter().take(most) {
            let _ = writeln!(words, "  {kind:8} {path}");
        }
        if paths.len() > most {
            let more = paths.len() - most;
            let _ = writeln!(
                words,
                "  {kind:8} … and {more} more (`--verbose` names all)"
            );
        }
    }
}
