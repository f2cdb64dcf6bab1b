//! The `man` command: the manual pages, made of the same words as the help.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Command};
use clap_mangen::Man;

use crate::sources::write_plain;

use super::{command, fail, print, say};

/// Show the manual, or write its pages into a folder
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer man\n  keuzewijzer man --into ~/.local/share/man/man1"
)]
pub(super) struct ManArguments {
    /// Write a page for every command into this folder, such as `man/man1`; without it the page of the program is shown
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
}

/// A page that could not be made.
#[derive(Debug, thiserror::Error)]
#[error("cannot write manual pages to `{place}`")]
struct ManualError {
    place: String,
    source: io::Error,
}

/// Shows or writes the pages.
pub(super) fn run(arguments: &ManArguments) -> ExitCode {
    let (place, done) = match &arguments.into {
        Some(folder) => (folder.display().to_string(), write(folder)),
        None => ("standard output".to_owned(), show()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(source) => fail(&ManualError { place, source }),
    }
}

fn show() -> io::Result<()> {
    print(&page(&whole())?);
    Ok(())
}

fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    write_all(&whole(), folder)?;
    say(&format!(
        "{}: to read one: man -l {}/keuzewijzer.1\n",
        folder.display(),
        folder.display()
    ));
    Ok(())
}

/// The command line with the full name of every command: `keuzewijzer-init`.
fn whole() -> Command {
    let mut whole = command().disable_help_subcommand(true);
    whole.build();
    whole
}

/// A page for a command, and one for each command below it.
fn write_all(command: &Command, folder: &Path) -> io::Result<()> {
    for below in command.get_subcommands() {
        write_all(below, folder)?;
    }
    let name = command.get_display_name().unwrap_or(super::NAME);
    write_plain(&folder.join(format!("{name}.1")), page(command)?)
}

fn page(command: &Command) -> io::Result<String> {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    // What stands after the help of a command are its examples, and manuals have a section for them.
    Ok(page
        .replace(".SH EXTRA\nExamples:\n", ".SH EXAMPLES\n")
        .replace(".SH EXTRA\nExample:\n", ".SH EXAMPLES\n"))
}
