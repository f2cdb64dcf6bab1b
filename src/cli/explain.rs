//! The `explain` command.

use std::process::ExitCode;

use clap::Args;

use crate::diagnostics::{Code, codes, said};

use super::language::LanguageArgument;
use super::{MATERIAL_IS_WRONG, print, say};

/// Explain the code of a problem, such as E0302
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer explain E0302\n  keuzewijzer explain E0302 --lang nl"
)]
pub(super) struct ExplainArguments {
    /// The code; without it, all codes with their titles
    code: Option<String>,
    #[command(flatten)]
    told: LanguageArgument,
}

/// Prints the page of a code, or the titles of all.
pub(super) fn run(arguments: &ExplainArguments) -> ExitCode {
    let language = arguments.told.language();
    let Some(name) = &arguments.code else {
        for code in codes::ALL {
            print(&format!("{}: {}\n", code.id(), code.title(language)));
        }
        return ExitCode::SUCCESS;
    };
    let Some(code) = Code::find(name) else {
        let words = said(
            "there is no code `{name}`; `keuzewijzer explain` lists them all",
            [("name", name)],
        );
        say(&format!("{}\n", words.in_language(language)));
        return ExitCode::from(MATERIAL_IS_WRONG);
    };
    print(&code.page(language));
    ExitCode::SUCCESS
}
