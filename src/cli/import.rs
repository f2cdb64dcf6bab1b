//! The `import` command.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::import::{Import, Options, import};

use super::{MATERIAL_IS_WRONG, ShowArguments, fail, say, show};

/// Turn a foreign CSV file into content files, by a mapping
#[derive(Args)]
#[command(
    after_help = "Example:\n  keuzewijzer import --map mapping.toml export.csv --into content"
)]
pub(super) struct ImportArguments {
    /// The mapping that says which column is what
    #[arg(long, value_name = "MAPPING")]
    map: PathBuf,
    /// The foreign CSV files, all of one form
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The region's folder that the files are imported into
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    into: PathBuf,
    #[command(flatten)]
    show: ShowArguments,
}

/// Imports, shows every row that could not be used and why, and says what was written.
pub(super) fn run(arguments: ImportArguments) -> ExitCode {
    let options = Options {
        map: arguments.map,
        files: arguments.files,
        into: arguments.into,
    };
    match import(&options) {
        Ok(Import {
            sources,
            diagnostics,
            summary,
        }) => {
            show(&diagnostics, &sources, &arguments.show);
            let Some(summary) = summary else {
                say("nothing was imported; no file was touched\n");
                return ExitCode::from(MATERIAL_IS_WRONG);
            };
            say(&summary.in_words());
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error),
    }
}
