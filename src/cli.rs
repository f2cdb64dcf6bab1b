//! The command line: the only place that prints, reads the clock or the environment. A command is a file in `cli/`, a line in
//! `Command` and a line in `run`.

mod archive;
mod build;
mod check;
mod completions;
mod contrast;
mod diff;
mod diff_words;
mod explain;
mod failure;
mod import;
mod init;
mod join;
mod language;
mod making;
mod manual;
mod output;
mod progress;
mod readability;
mod schema;
mod search;
mod serve;
mod site_arguments;
mod surroundings;
mod verify;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use failure::{fail, fail_in};

use output::{Format, ShowArguments, print, print_json, say, show, tell};
use site_arguments::SiteArguments;
use surroundings::today;

/// What the program is called.
const NAME: &str = "keuzewijzer";
/// Nothing was published because the material is wrong.
const MATERIAL_IS_WRONG: u8 = 1;
/// The command asks for what is not there.
const NOT_UNDERSTOOD: u8 = 2;
/// The machine failed: a file that cannot be read or written.
const MACHINE_FAILED: u8 = 3;

/// Turns a region's youth-care records into one static provider-choice site per municipality.
#[derive(Parser)]
#[command(name = NAME, version, about, max_term_width = 100)]
#[command(
    after_help = "Example:\n  keuzewijzer init mijn-regio --name \"Jeugdregio Voorbeeld\" --municipality 0200=Apeldoorn"
)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Init(init::InitArguments),
    Build(build::BuildArguments),
    Join(join::JoinArguments),
    Check(check::CheckArguments),
    Diff(diff::DiffArguments),
    Serve(serve::ServeArguments),
    Import(import::ImportArguments),
    Archive(archive::ArchiveArguments),
    Verify(verify::VerifyArguments),
    Readability(readability::ReadabilityArguments),
    Search(search::SearchArguments),
    Explain(explain::ExplainArguments),
    Schema(schema::SchemaArguments),
    Completions(completions::CompletionsArguments),
    Man(manual::ManArguments),
}

/// The whole command line as data: every command with its arguments and its help.
#[must_use]
pub fn command() -> clap::Command {
    CommandLine::command()
}

/// Parses the arguments and runs the command.
#[must_use]
pub fn run() -> ExitCode {
    match CommandLine::parse().command {
        Command::Init(arguments) => init::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Join(arguments) => join::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Import(arguments) => import::run(arguments),
        Command::Archive(arguments) => archive::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Readability(arguments) => readability::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => manual::run(&arguments),
    }
}
