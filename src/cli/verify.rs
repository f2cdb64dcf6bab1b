//! The `verify` command.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::archive::{ArchiveError, Fault, verify_archive, verify_folder};
use crate::diagnostics::{Wording, said};

use super::archive::show_faults;
use super::language::LanguageArgument;
use super::{MATERIAL_IS_WRONG, NOT_UNDERSTOOD, fail_in, tell};

/// Check an archive, or a published folder, file by file
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer verify archief/2026-11-15.tar.gz\n  keuzewijzer verify archief/2026-11-15.tar.gz --against public\n  keuzewijzer verify public"
)]
pub(super) struct VerifyArguments {
    /// An archive, or a published folder
    #[arg(value_name = "ARCHIVE|FOLDER")]
    what: PathBuf,
    /// A published folder to compare the archive with
    #[arg(long, value_name = "FOLDER")]
    against: Option<PathBuf>,
    #[command(flatten)]
    told: LanguageArgument,
}

/// Checks, shows every fault on a line of its own, and says in one sentence what it came to.
pub(super) fn run(arguments: &VerifyArguments) -> ExitCode {
    let what = &arguments.what;
    let language = arguments.told.language();
    if what.is_dir() && arguments.against.is_some() {
        tell(
            "only an archive is compared with a folder: give the archive first",
            language,
        );
        return ExitCode::from(NOT_UNDERSTOOD);
    }
    match check(what, arguments.against.as_deref()) {
        Ok((praise, faults)) if faults.is_empty() => {
            tell(praise, language);
            ExitCode::SUCCESS
        }
        Ok((_, faults)) => {
            show_faults(what, &faults, language);
            let what = what.display();
            let words = match faults.len() {
                1 => said(
                    "{what}: not as it was published (1 fault)",
                    [("what", &what)],
                ),
                count => said(
                    "{what}: not as it was published ({count} faults)",
                    [("what", &what), ("count", &count)],
                ),
            };
            tell(words, language);
            ExitCode::from(MATERIAL_IS_WRONG)
        }
        Err(error) => fail_in(&error, language),
    }
}

/// What to say when all is well, and what is wrong.
fn check(what: &Path, against: Option<&Path>) -> Result<(Wording, Vec<Fault>), ArchiveError> {
    let shown = what.display();
    if what.is_dir() {
        let (files, faults) = verify_folder(what)?;
        let praise = said(
            "{what}: {files} files, all as they were published",
            [("what", &shown), ("files", &files)],
        );
        return Ok((praise, faults));
    }
    let verified = verify_archive(what, against)?;
    let day = match &verified.day {
        Some(day) => said("{day}", [("day", day)]),
        None => said("an unknown day", []),
    };
    let facts: [(_, &dyn std::fmt::Display); 2] = [("what", &shown), ("files", &verified.files)];
    let praise = match against {
        None => said(
            "{what}: {files} files, published for {day}, all as they were archived",
            facts,
        ),
        Some(folder) => {
            let [what, files] = facts;
            said(
                "{what}: {files} files, published for {day}, all as they were archived and as they stand in {folder}",
                [what, files, ("folder", &folder.display())],
            )
        }
    };
    Ok((praise.with("day", day), verified.faults))
}
