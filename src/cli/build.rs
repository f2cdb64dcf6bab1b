//! The `build` command.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::diagnostics::render::counts_by_code;
use crate::diagnostics::{Language, Severity, Wording, phrase, said};
use crate::pipeline::{self, Build, Options, Order, PipelineError, Publication};

use super::making::MakingArguments;
use super::progress::{Progress, ProgressArguments, Times};
use super::{MATERIAL_IS_WRONG, NOT_UNDERSTOOD, SiteArguments, archive, fail_in, say, show, tell};

/// How many paths of each kind are named without `--verbose`.
const NAMED: usize = 20;

/// Read the content, check it, and publish every municipality's site
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer build\n  keuzewijzer build --content mijn-regio --target /var/www/keuze\n  keuzewijzer build --municipality epe --municipality heerde\n  keuzewijzer build --dry-run --verbose\n  keuzewijzer build --target /var/www/keuze --compress best\n  keuzewijzer build --shard 2/5 --target shards/2"
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
    let language = arguments.site.show.told.language();
    let progress = Progress::new(&arguments.progress, language);
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
                say(&times.table(language));
            }
            if build.publication.is_none() {
                tell(
                    "nothing was published; what stood there stands there still",
                    language,
                );
                return ExitCode::from(MATERIAL_IS_WRONG);
            }
            if arguments.progress.quiet {
                say(&lost(&build, arguments, language));
            } else {
                say(&summary(&build, arguments, &times, language));
            }
            match &arguments.archive {
                Some(file) => archive::after_build(&arguments.target, file, language),
                None => ExitCode::SUCCESS,
            }
        }
        Err(PipelineError::NoSuchMunicipality(words)) => {
            tell(words, language);
            ExitCode::from(NOT_UNDERSTOOD)
        }
        Err(error) => fail_in(&error, arguments.site.show.told.language()),
    }
}

/// What even a quiet build says.
fn lost(build: &Build, arguments: &BuildArguments, language: Language) -> String {
    let publication = build.publication.as_ref();
    publication.map_or_else(String::new, |publication| {
        foreign(publication, arguments.verbose, language)
    })
}

/// What stands in the target now, how many pages were made in which time, and which warnings there are.
fn summary(build: &Build, arguments: &BuildArguments, times: &Times, language: Language) -> String {
    let mut words = build
        .publication
        .as_ref()
        .map_or_else(String::new, |publication| {
            in_words(publication, &arguments.target, arguments.verbose, language)
        });
    let diagnostics = &build.findings.diagnostics;
    let warnings = diagnostics
        .iter()
        .filter(|problem| problem.severity == Severity::Warning)
        .count();
    let codes = counts_by_code(diagnostics, Severity::Warning);
    let warnings = match warnings {
        0 => said("no warnings", []),
        1 => said("1 warning: {codes}", [("codes", &codes)]),
        count => said(
            "{count} warnings: {codes}",
            [("count", &count), ("codes", &codes)],
        ),
    };
    let time = times.in_seconds(language);
    let made = match build.publication {
        Some(Publication::Unchanged(_)) | None => {
            said("looked at in {time} s; {warnings}", [("time", &time)])
        }
        Some(Publication::New(_) | Publication::Rehearsed(_)) => said(
            "{pages} pages made in {time} s; {warnings}",
            [("pages", &build.pages), ("time", &time)],
        ),
    };
    words.push_str(&made.with("warnings", warnings).in_language(language));
    words.push('\n');
    words
}

/// A sentence about what stands in the target now, or would.
pub(super) fn in_words(
    publication: &Publication,
    target: &Path,
    is_verbose: bool,
    language: Language,
) -> String {
    let target = target.display();
    let target: (_, &dyn std::fmt::Display) = ("target", &target);
    match publication {
        Publication::Unchanged(summary) => line(
            &said(
                "{target}: {files} files, nothing changed since the last build",
                [target, ("files", &summary.files)],
            ),
            language,
        ),
        Publication::New(report) => {
            let lists = [&report.new, &report.changed, &report.gone];
            let counts = counts(lists, report.unchanged);
            let whole = said("{target}: {counts}", [target]).with("counts", counts);
            let mut words = line(&whole, language);
            if is_verbose {
                name_files(lists, usize::MAX, language, &mut words);
            }
            words.push_str(&foreign(publication, is_verbose, language));
            if let Some(folder) = &report.left_behind {
                let left = said(
                    "the old site could not be removed from {folder}; the next build tries again",
                    [("folder", &folder.display())],
                );
                words.push_str(&line(&left, language));
            }
            words
        }
        Publication::Rehearsed(difference) => {
            let lists = [&difference.new, &difference.changed, &difference.gone];
            let counts = counts(lists, difference.unchanged);
            let whole = said(
                "{target}: nothing was published; it would be {counts}",
                [target],
            )
            .with("counts", counts);
            let mut words = line(&whole, language);
            let most = if is_verbose { usize::MAX } else { NAMED };
            name_files(lists, most, language, &mut words);
            words.push_str(&foreign(publication, is_verbose, language));
            words
        }
    }
}

fn line(words: &Wording, language: Language) -> String {
    words.in_language(language) + "\n"
}

fn counts([new, changed, gone]: [&Vec<String>; 3], unchanged: usize) -> Wording {
    said(
        "{new} files new, {changed} changed, {unchanged} as they were, {gone} gone",
        [
            ("new", &new.len()),
            ("changed", &changed.len()),
            ("unchanged", &unchanged),
            ("gone", &gone.len()),
        ],
    )
}

fn name_files(lists: [&Vec<String>; 3], most: usize, language: Language, words: &mut String) {
    let kinds = [phrase("new"), phrase("changed"), phrase("gone")];
    for (kind, paths) in kinds.into_iter().zip(lists) {
        let kind = Wording::from(kind).in_language(language);
        name_each(&format!("{kind:9} "), paths, most, language, words);
    }
}

/// Names what somebody else put into the target: it is nowhere any more, so it is never passed over in silence.
fn foreign(publication: &Publication, is_verbose: bool, language: Language) -> String {
    let (what, paths) = match publication {
        Publication::Unchanged(_) => return String::new(),
        Publication::New(report) => (
            phrase("not published by keuzewijzer, and gone with the old site:"),
            &report.foreign,
        ),
        Publication::Rehearsed(difference) => (
            phrase("not published by keuzewijzer, and would go with the old site:"),
            &difference.foreign,
        ),
    };
    if paths.is_empty() {
        return String::new();
    }
    let mut words = line(&what.into(), language);
    let most = if is_verbose { usize::MAX } else { NAMED };
    name_each("", paths, most, language, &mut words);
    words
}

fn name_each(kind: &str, paths: &[String], most: usize, language: Language, words: &mut String) {
    for path in paths.iter().take(most) {
        // One line a name, whatever is in it.
        let _ = writeln!(words, "  {kind}{}", path.replace('\n', "\\n"));
    }
    if paths.len() > most {
        let more = paths.len() - most;
        let rest = said(
            "… and {more} more (`--verbose` names all)",
            [("more", &more)],
        );
        let _ = writeln!(words, "  {kind}{}", rest.in_language(language));
    }
}
