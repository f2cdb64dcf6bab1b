//! The `verify` command.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::archive::{ArchiveError, Fault, verify_archive, verify_folder};

use super::archive::show_faults;
use super::{MATERIAL_IS_WRONG, NOT_UNDERSTOOD, fail, say};

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
}

/// Checks, shows every fault on a line of its own, and says in one sentence what it came to.
pub(super) fn run(arguments: &VerifyArguments) -> ExitCode {
    let what = &arguments.what;
    if what.is_dir() && arguments.against.is_some() {
        say("only an archive is compared with a folder: give the archive first\n");
        return ExitCode::from(NOT_UNDERSTOOD);
    }
    match check(what, arguments.against.as_deref()) {
        Ok((praise, faults)) if faults.is_empty() => {
            say(&format!("{}: {praise}\n", what.display()));
            ExitCode::SUCCESS
        }
        Ok((_, faults)) => {
            show_faults(what, &faults);
            say(&format!(
                "{}: not as it was published ({} faults)\n",
                what.display(),
                faults.len()
            ));
            ExitCode::from(MATERIAL_IS_WRONG)
        }
        Err(error) => fail(&error),
    }
}

/// What to say when all is well, and what is wrong.
fn check(what: &Path, against: Option<&Path>) -> Result<(String, Vec<Fault>), ArchiveError> {
    if what.is_dir() {
        let (files, faults) = verify_folder(what)?;
        let praise = format!("{files} files, all as they were published");
        return Ok((praise, faults));
    }
    let verified = verify_archive(what, against)?;
    let day = verified.day.as_deref();
    let mut praise = format!(
        "{} files, published for {}, all as they were archived",
        verified.files,
        day.unwrap_or("an unknown day")
    );
    if let Some(folder) = against {
        let _ = write!(praise, " and as they stand in {}", folder.display());
    }
    Ok((praise, verified.faults))
}
