//! The `check` command.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::diagnostics::{Language, said};
use crate::pipeline::{self, Options, WrittenReport};

use super::progress::{Progress, ProgressArguments};
use super::{Format, MATERIAL_IS_WRONG, SiteArguments, contrast, fail_in, say, show, tell};

/// Do everything a build does, but publish nothing
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer check\n  keuzewijzer check --format github\n  keuzewijzer check --contrast\n  keuzewijzer check --previous public\n  keuzewijzer check --lang nl --report controle"
)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    site: SiteArguments,
    #[command(flatten)]
    progress: ProgressArguments,
    /// Show every pair of colours of every municipality with its contrast, on standard output
    #[arg(long)]
    contrast: bool,
    /// Write a report in Dutch for editors too: a page (FILE.html, or index.html in a folder), and beside it a mail
    /// for each provider that has something to do
    #[arg(long, value_name = "FOLDER")]
    report: Option<PathBuf>,
    /// The published folder to hold the outcomes against: which would be held back, because somebody could subtract what
    /// was shown before
    #[arg(long, value_name = "FOLDER")]
    previous: Option<PathBuf>,
}

/// Checks, and shows every problem.
pub(super) fn run(check: &CheckArguments) -> ExitCode {
    let arguments = &check.site;
    let language = arguments.show.told.language();
    let progress = Progress::new(&check.progress, language);
    let options = Options {
        previous: check.previous.clone(),
        ..arguments.options()
    };
    let watch = |event| progress.watch(event);
    let checked = match &check.report {
        Some(target) => pipeline::check_and_report(&options, target, &watch)
            .map(|(findings, report)| (findings, Some(report))),
        None => pipeline::check(&options, &watch).map(|findings| (findings, None)),
    };
    let times = progress.finish();
    match checked {
        Ok((findings, report)) => {
            if check.contrast
                && let Err(error) = contrast::show(&options)
            {
                return fail_in(&error, arguments.show.told.language());
            }
            show(&findings.diagnostics, &findings.sources, &arguments.show);
            if check.progress.timings {
                say(&times.table(language));
            }
            if let Some(report) = report {
                say(&about_report(&report, language));
            }
            if findings.keep_from_publishing() {
                return ExitCode::from(MATERIAL_IS_WRONG);
            }
            if arguments.show.format == Format::Human && !check.progress.quiet {
                let folder = arguments.content.display();
                let words = said("{folder} is in order", [("folder", &folder)]);
                tell(words, language);
            }
            ExitCode::SUCCESS
        }
        Err(error) => fail_in(&error, arguments.show.told.language()),
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
