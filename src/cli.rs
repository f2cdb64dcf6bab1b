//! The command line: the only place that prints, reads the clock or the environment.

mod contrast;
mod explain;
mod import;
mod language;
mod readability;
mod search;

use std::fmt::Write as _;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::diagnostics::render::{concise, github, json, summary, terminal};
use crate::diagnostics::{Diagnostic, Language, SourceMap, said};
use crate::pipeline::{self, Options, Publication, WrittenReport};

/// Nothing was published because the material is wrong.
const MATERIAL_IS_WRONG: u8 = 1;
/// The machine failed: a file that cannot be read or written.
const MACHINE_FAILED: u8 = 3;

/// Turns a region's youth-care records into one static provider-choice site per municipality.
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read the content, check it, and publish every municipality's site
    #[command(
        after_help = "Examples:\n  keuzewijzer build\n  keuzewijzer build --content mijn-regio --target /var/www/keuze --strict"
    )]
    Build(BuildArguments),
    /// Do everything a build does, but publish nothing
    #[command(
        after_help = "Examples:\n  keuzewijzer check\n  keuzewijzer check --format github\n  keuzewijzer check --contrast\n  keuzewijzer check --lang nl --report controle"
    )]
    Check(CheckArguments),
    /// Turn a foreign CSV file into content files, by a mapping
    #[command(
        after_help = "Example:\n  keuzewijzer import --map mapping.toml export.csv --into content"
    )]
    Import(import::ImportArguments),
    /// Show how hard each text of the content is to read, the hardest first
    #[command(after_help = "Example:\n  keuzewijzer readability --content mijn-regio")]
    Readability(readability::ReadabilityArguments),
    /// Search one municipality's site as a visitor's browser does, and explain what comes first
    #[command(
        after_help = "Examples:\n  keuzewijzer search apeldoorn \"mijn kind is boos\"\n  keuzewijzer search zutphen \"disleksie\" --explain"
    )]
    Search(search::SearchArguments),
    /// Explain the code of a problem, such as E0302
    #[command(
        after_help = "Examples:\n  keuzewijzer explain E0302\n  keuzewijzer explain E0302 --lang nl"
    )]
    Explain(explain::ExplainArguments),
}

#[derive(Args)]
struct SiteArguments {
    /// The region's folder
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// The folder of themes
    #[arg(long, default_value = "themes")]
    themes: PathBuf,
    /// The day the site is made for, such as 2026-11-15 [default: the day in site.toml, or today]
    #[arg(long)]
    date: Option<Date>,
    /// Let warnings keep the site from being published
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    show: ShowArguments,
}

#[derive(Args)]
struct ShowArguments {
    /// How problems are shown
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// When to use colour
    #[arg(long, value_enum, default_value = "auto")]
    color: Color,
    #[command(flatten)]
    told: language::LanguageArgument,
}

#[derive(Args)]
struct BuildArguments {
    #[command(flatten)]
    site: SiteArguments,
    /// Where the sites are published
    #[arg(long, default_value = "public")]
    target: PathBuf,
}

#[derive(Args)]
struct CheckArguments {
    #[command(flatten)]
    site: SiteArguments,
    /// Write a report in Dutch for editors too: a page (FILE.html, or index.html in a folder), and beside it a mail
    /// for each provider that has something to do
    #[arg(long, value_name = "FOLDER")]
    report: Option<PathBuf>,
    /// Show every pair of colours of every municipality with its contrast, on standard output
    #[arg(long)]
    contrast: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the lines in question, on standard error
    Human,
    /// One line per problem, on standard output
    Concise,
    /// A list for programs, on standard output
    Json,
    /// Annotations for a workflow run, on standard output
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// Parses the arguments and runs the command.
#[must_use]
pub fn run() -> ExitCode {
    match CommandLine::parse().command {
        Command::Build(arguments) => build(&arguments),
        Command::Check(arguments) => check(&arguments),
        Command::Import(arguments) => import::run(arguments),
        Command::Readability(arguments) => readability::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
    }
}

fn check(check: &CheckArguments) -> ExitCode {
    let arguments = &check.site;
    let options = arguments.options();
    let checked = match &check.report {
        Some(target) => pipeline::check_and_report(&options, target)
            .map(|(findings, report)| (findings, Some(report))),
        None => pipeline::check(&options).map(|findings| (findings, None)),
    };
    match checked {
        Ok((findings, report)) => {
            if check.contrast
                && let Err(error) = contrast::show(&options)
            {
                return fail(&error);
            }
            show(&findings.diagnostics, &findings.sources, &arguments.show);
            if let Some(report) = report {
                say(&about_report(&report, arguments.show.told.language()));
            }
            if findings.keep_from_publishing() {
                return ExitCode::from(MATERIAL_IS_WRONG);
            }
            if arguments.show.format == Format::Human {
                let words = said(
                    "{folder} is in order",
                    [("folder", &arguments.content.display())],
                );
                say(&format!(
                    "{}\n",
                    words.in_language(arguments.show.told.language())
                ));
            }
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error),
    }
}

/// Where the report stands, and for how many providers there is a mail.
fn about_report(report: &WrittenReport, language: Language) -> String {
    let page = report.page.display();
    let words = match report.mails {
        0 => said("{page}: the report, without mails", [("page", &page)]),
        1 => said(
            "{page}: the report, with a mail for 1 provider",
            [("page", &page)],
        ),
        mails => said(
            "{page}: the report, with mails for {mails} providers",
            [("page", &page), ("mails", &mails)],
        ),
    };
    words.in_language(language) + "\n"
}

fn build(arguments: &BuildArguments) -> ExitCode {
    match pipeline::build(&arguments.site.options(), &arguments.target) {
        Ok(build) => {
            let findings = &build.findings;
            show(
                &findings.diagnostics,
                &findings.sources,
                &arguments.site.show,
            );
            let Some(publication) = build.publication else {
                let words = said(
                    "nothing was published; what stood there stands there still",
                    [],
                );
                let language = arguments.site.show.told.language();
                say(&format!("{}\n", words.in_language(language)));
                return ExitCode::from(MATERIAL_IS_WRONG);
            };
            say(&in_words(&publication, &arguments.target));
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error),
    }
}

/// One sentence about what stands in the target now.
fn in_words(publication: &Publication, target: &Path) -> String {
    let target = target.display();
    match publication {
        Publication::Unchanged(summary) => format!(
            "{target}: {} files, nothing changed since the last build\n",
            summary.files
        ),
        Publication::New(report) => {
            let mut words = format!(
                "{target}: {} files new, {} changed, {} as they were, {} gone\n",
                report.new.len(),
                report.changed.len(),
                report.unchanged,
                report.gone.len()
            );
            if let Some(folder) = &report.left_behind {
                let _ = writeln!(
                    words,
                    "the old site could not be removed from {}; the next build tries again",
                    folder.display()
                );
            }
            words
        }
    }
}

impl SiteArguments {
    fn options(&self) -> Options {
        Options {
            content: self.content.clone(),
            themes: self.themes.clone(),
            date: self.date,
            today: today(),
            is_strict: self.strict,
            program: program(),
        }
    }
}

impl ShowArguments {
    fn has_colour(&self) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => std::io::stderr().is_terminal() && no_color_is_not_set(),
        }
    }
}

fn show(problems: &[Diagnostic], sources: &SourceMap, arguments: &ShowArguments) {
    let language = arguments.told.language();
    match arguments.format {
        Format::Human => {
            let is_coloured = arguments.has_colour();
            say(&terminal(problems, sources, language, is_coloured));
            if !problems.is_empty() {
                say(&format!("{}\n", summary(problems, language)));
            }
        }
        Format::Concise => print(&concise(problems, sources, language)),
        Format::Json => print(&json(problems, sources, language)),
        Format::Github => print(&github(problems, sources, language)),
    }
}

fn fail(error: &dyn std::error::Error) -> ExitCode {
    let mut words = format!("keuzewijzer: {error}");
    let mut cause = error.source();
    while let Some(deeper) = cause {
        let _ = write!(words, ": {deeper}");
        cause = deeper.source();
    }
    say(&format!("{words}\n"));
    ExitCode::from(MACHINE_FAILED)
}

/// Writes to standard output. A reader that went away (`| head`) is no failure.
fn print(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Writes to standard error.
fn say(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the clock is read"
)]
fn today() -> Date {
    let since_epoch = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    let seconds = i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX);
    jiff::Timestamp::from_second(seconds)
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the environment is read"
)]
fn no_color_is_not_set() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// What this program is, so that a newer one builds again: a hash of its own file. Zeros when it cannot be read, which
/// only means that a build with another program may be taken for the same.
fn program() -> [u8; 32] {
    std::env::current_exe()
        .and_then(std::fs::read)
        .map_or([0; 32], |bytes| *blake3::hash(&bytes).as_bytes())
}
