//! The `completions` command: what a shell needs to complete a command while somebody types it.

use std::process::ExitCode;

use clap::Args;
use clap_complete::Shell;

use super::{NAME, command, print};

/// For which shell.
#[derive(Args)]
pub(super) struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

/// Prints the completions.
pub(super) fn run(arguments: &CompletionsArguments) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command(), NAME, &mut script);
    print(&String::from_utf8_lossy(&script));
    ExitCode::SUCCESS
}
