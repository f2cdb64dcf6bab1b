//! The `explain` command.

use std::process::ExitCode;

use clap::Args;

use crate::diagnostics::{Code, codes};

use super::{MATERIAL_IS_WRONG, print, say};

/// Explain the code of a problem, such as E0302
#[derive(Args)]
#[command(after_help = "Example:\n  keuzewijzer explain E0302")]
pub(super) struct ExplainArguments {
    /// The code; without it, all codes with their titles
    code: Option<String>,
}

/// Prints the page of a code, or the titles of all.
pub(super) fn run(arguments: &ExplainArguments) -> ExitCode {
    let Some(name) = arguments.code.as_deref() else {
        let titles: Vec<&str> = codes::ALL
            .iter()
            .map(|code| {
                code.page()
                    .lines()
                    .next()
                    .unwrap_or("")
                    .trim_start_matches("# ")
            })
            .collect();
        print(&format!("{}\n", titles.join("\n")));
        return ExitCode::SUCCESS;
    };
    let Some(code) = Code::find(name) else {
        say(&format!(
            "there is no code `{name}`; `keuzewijzer explain` lists them all\n"
        ));
        return ExitCode::from(MATERIAL_IS_WRONG);
    };
    print(code.page());
    ExitCode::SUCCESS
}
