//! The `import` command.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::diagnostics::{Language, said};
use crate::import::{Import, Options, READY_MADE, ReadyMade, import};

use super::{Format, MATERIAL_IS_WRONG, ShowArguments, fail_in, print, say, show, tell};

/// Turn foreign files (CSV, spreadsheets, JSON, HSDS) into content files, by a mapping
#[derive(Args)]
#[command(after_help = after_help())]
pub(super) struct ImportArguments {
    /// The mapping that says which column is what: a file, or the name of one that comes with the program
    #[arg(long, value_name = "MAPPING")]
    map: PathBuf,
    /// The foreign files, all of one form: CSV, .xlsx, .ods, JSON, or the files or folder of an HSDS package
    #[arg(required_unless_present = "show_mapping", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The region's folder that the files are imported into
    #[arg(long, value_name = "FOLDER", default_value = "content")]
    into: PathBuf,
    /// Write nothing; show on standard output what would change in each file
    #[arg(long)]
    dry_run: bool,
    /// Show the mapping of that name, to copy and change; nothing is imported
    #[arg(long)]
    show_mapping: bool,
    #[command(flatten)]
    show: ShowArguments,
}

/// The examples, and the mappings that come with the program.
pub(super) fn after_help() -> String {
    let mut help = String::from(
        "Examples:\n  \
         keuzewijzer import --map beschikbaarheidswijzer wachttijden.xlsx --dry-run\n  \
         keuzewijzer import --map uitkomsten uitkomsten.ods --into mijn-regio\n  \
         keuzewijzer import --map mapping.toml export.csv --into content\n\n\
         Mappings that come with the program:\n",
    );
    for ready_made in READY_MADE {
        let _ = writeln!(help, "  {:<24}{}", ready_made.name, ready_made.about);
    }
    help
}

/// Imports, shows every row that could not be used and why, and says what was written.
pub(super) fn run(arguments: ImportArguments) -> ExitCode {
    if arguments.show_mapping {
        return show_mapping(&arguments.map, arguments.show.told.language());
    }
    let language = arguments.show.told.language();
    let options = Options {
        map: arguments.map,
        files: arguments.files,
        into: arguments.into,
        is_dry_run: arguments.dry_run,
        language,
    };
    match import(&options) {
        Ok(Import {
            sources,
            diagnostics,
            summary,
            difference,
        }) => {
            show(&diagnostics, &sources, &arguments.show);
            let Some(summary) = summary else {
                tell("nothing was imported; no file was touched", language);
                return ExitCode::from(MATERIAL_IS_WRONG);
            };
            // What a program reads on standard output stays whole.
            match arguments.show.format {
                Format::Human | Format::Concise => print(&difference),
                Format::Json | Format::Github => say(&difference),
            }
            for line in summary.in_words() {
                tell(line, language);
            }
            ExitCode::SUCCESS
        }
        Err(error) => fail_in(&error, arguments.show.told.language()),
    }
}

/// Prints a mapping that comes with the program.
fn show_mapping(map: &Path, language: Language) -> ExitCode {
    let Some(ready_made) = map.to_str().and_then(ReadyMade::find) else {
        let map = map.display();
        tell(
            said(
                "no mapping `{map}` comes with the program; `keuzewijzer import --help` lists them",
                [("map", &map)],
            ),
            language,
        );
        return ExitCode::from(MATERIAL_IS_WRONG);
    };
    print(ready_made.text);
    ExitCode::SUCCESS
}
