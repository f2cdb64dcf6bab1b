//! The `man` command: the manual pages, made of the same words as the help.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use clap_mangen::Man;

use super::{command, fail, print, say};

/// Where to put the pages.
#[derive(Args)]
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
    let mut page = Vec::new();
    Man::new(command()).render(&mut page)?;
    print(&String::from_utf8_lossy(&page));
    Ok(())
}

fn write(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(command(), folder)?;
    say(&format!(
        "{}: to read one: man -l {}/keuzewijzer.1\n",
        folder.display(),
        folder.display()
    ));
    Ok(())
}
