//! The `archive` command, and what `build --archive` does after publishing.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::archive::{Archived, Fault, Order, SourceFolders, archive};
use crate::diagnostics::{Language, said};

use super::language::LanguageArgument;
use super::{MATERIAL_IS_WRONG, fail_in, print, say, tell};

/// Keep what was published as one file, with what it was made from
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer archive --into archief/2026-11-15.tar.gz\n  keuzewijzer archive --target /var/www/keuze --into archief/keuze.tar.gz --with-sources"
)]
pub(super) struct ArchiveArguments {
    /// The published folder
    #[arg(long, default_value = "public")]
    target: PathBuf,
    /// The archive to write, such as archief/2026-11-15.tar.gz; one that is there is never overwritten
    #[arg(long, value_name = "FILE")]
    into: PathBuf,
    /// Put the files of content and theme in it too. They hold raw counts of respondents
    #[arg(long)]
    with_sources: bool,
    /// The region's folder, for --with-sources
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// The folder of themes, for --with-sources
    #[arg(long, default_value = "themes")]
    themes: PathBuf,
    #[command(flatten)]
    told: LanguageArgument,
}

/// Archives what stands in the target.
pub(super) fn run(arguments: &ArchiveArguments) -> ExitCode {
    let sources = SourceFolders {
        content: &arguments.content,
        themes: &arguments.themes,
    };
    let order = Order {
        target: &arguments.target,
        into: &arguments.into,
        sources: arguments.with_sources.then_some(sources),
    };
    write(&order, arguments.told.language())
}

/// Archives what was published just now.
pub(super) fn after_build(target: &Path, into: &Path, language: Language) -> ExitCode {
    let order = Order {
        target,
        into,
        sources: None,
    };
    write(&order, language)
}

fn write(order: &Order<'_>, language: Language) -> ExitCode {
    match archive(order) {
        Ok(Archived::Done {
            was_there,
            files,
            account,
            sha256,
        }) => {
            let holds = said(
                "{files} files of {municipalities} municipalities, published for {day}, made from {sources} sources",
                [
                    ("files", &files),
                    ("municipalities", &account.municipalities.len()),
                    ("sources", &account.sources.len()),
                ],
            ).with_day("day", account.day);
            let archive = order.into.display();
            let words = if was_there {
                said(
                    "{archive}: was there already: {holds}",
                    [("archive", &archive)],
                )
            } else {
                said("{archive}: {holds}", [("archive", &archive)])
            };
            tell(words.with("holds", holds), language);
            say(&format!("sha256 {sha256}\n"));
            ExitCode::SUCCESS
        }
        Ok(Archived::Refused(faults)) => {
            show_faults(order.target, &faults, language);
            tell("nothing was archived", language);
            ExitCode::from(MATERIAL_IS_WRONG)
        }
        Err(error) => fail_in(&error, language),
    }
}

/// One line for each fault, on standard output.
pub(super) fn show_faults(place: &Path, faults: &[Fault], language: Language) {
    let line = |fault: &Fault| {
        let words = fault.wording().in_language(language);
        format!("{}: {words}\n", place.display())
    };
    print(&faults.iter().map(line).collect::<String>());
}
