//! The `check` command.

use std::process::ExitCode;

use clap::Args;

use crate::pipeline;

use super::progress::{Progress, ProgressArguments};
use super::{Format, MATERIAL_IS_WRONG, SiteArguments, contrast, fail, say, show};

/// Do everything a build does, but publish nothing
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer check\n  keuzewijzer check --format github\n  keuzewijzer check --contrast"
)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    site: SiteArguments,
    #[command(flatten)]
    progress: ProgressArguments,
    /// Show every pair of colours of every municipality with its contrast, on standard output
    #[arg(long)]
    contrast: bool,
}

/// Checks, and shows every problem.
pub(super) fn run(check: &CheckArguments) -> ExitCode {
    let arguments = &check.site;
    let progress = Progress::new(&check.progress);
    let checked = pipeline::check(&arguments.options(), &|event| progress.watch(event));
    let times = progress.finish();
    match checked {
        Ok(findings) => {
            if check.contrast
                && let Err(error) = contrast::show(&arguments.options())
            {
                return fail(&error);
            }
            show(&findings.diagnostics, &findings.sources, &arguments.show);
            if check.progress.timings {
                say(&times.table());
            }
            if findings.keep_from_publishing() {
                return ExitCode::from(MATERIAL_IS_WRONG);
            }
            if arguments.show.format == Format::Human && !check.progress.quiet {
                say(&format!("{} is in order\n", arguments.content.display()));
            }
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error),
    }
}
