//! The `diff` command: what changed from one published folder to another.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::json;

use crate::pipeline::{self, Difference, DifferenceKind};

use super::diff_words::{in_words, nothing_changed};
use super::language::LanguageArgument;
use super::{fail_in, print, print_json, say};

/// The folders say something else.
const DIFFERENT: u8 = 1;

/// Say what changed from one published folder to another: 0 nothing, 1 something
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer diff oud/public public\n  keuzewijzer diff oud/public/apeldoorn public/apeldoorn --lang nl\n  keuzewijzer diff oud/public public --format json"
)]
pub(super) struct DiffArguments {
    /// The folder that was published first, or one municipality's folder in it
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The folder that was published later, or one municipality's folder in it
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// How changes are shown
    #[arg(long, value_enum, default_value = "human")]
    format: DiffFormat,
    #[command(flatten)]
    told: LanguageArgument,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// In sentences
    Human,
    /// A list for programs
    Json,
}

/// Prints what changed. As `diff` does: 0 when nothing did, 1 when something did.
pub(super) fn run(arguments: &DiffArguments) -> ExitCode {
    let differences = match pipeline::diff(&arguments.old, &arguments.new) {
        Ok(differences) => differences,
        Err(error) => return fail_in(&error, arguments.told.language()),
    };
    match arguments.format {
        DiffFormat::Human => {
            for difference in &differences {
                print(&in_words(difference, arguments.told.language()));
            }
        }
        DiffFormat::Json => print_json(&as_json(&differences)),
    }
    if differences.is_empty() {
        say(nothing_changed(arguments.told.language()));
        ExitCode::SUCCESS
    } else {
        ExitCode::from(DIFFERENT)
    }
}

/// The entries are in the form of `wijzigingen.json`.
fn as_json(differences: &[Difference]) -> String {
    let list: Vec<serde_json::Value> = differences
        .iter()
        .map(|difference| {
            let (from, to, changes) = match &difference.kind {
                DifferenceKind::New(to) => (None, Some(to), None),
                DifferenceKind::Gone(from) => (Some(from), None, None),
                DifferenceKind::Changed { from, to, changes } => {
                    (Some(from), Some(to), Some(changes))
                }
            };
            json!({
                "gemeente": difference.code,
                "naam": difference.name,
                "van": from.map(ToString::to_string),
                "naar": to.map(ToString::to_string),
                "wijzigingen": changes,
            })
        })
        .collect();
    format!("{}\n", serde_json::Value::from(list))
}
