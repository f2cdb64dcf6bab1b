//! The `completions` command: what a shell needs to complete a command while somebody types it.

use std::process::ExitCode;

use clap::Args;
use clap_complete::Shell;

use super::{NAME, command, print};

/// Show what a shell needs to complete commands while you type them
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer completions bash > ~/.local/share/bash-completion/completions/keuzewijzer\n  keuzewijzer completions fish > ~/.config/fish/completions/keuzewijzer.fish"
)]
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
