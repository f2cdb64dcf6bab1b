//! `readability`: how hard each text of the content is to read, in figures.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::diagnostics::{Place, SourceMap};
use crate::model::validate::validate;
use crate::readability::{Figures, measure};
use crate::sources;

/// Show how hard each text of the content is to read, the hardest first
#[derive(Args)]
#[command(after_help = "Example:\n  keuzewijzer readability --content mijn-regio")]
pub(super) struct ReadabilityArguments {
    /// The region's folder
    #[arg(long, default_value = "content")]
    content: PathBuf,
}

/// Prints a line for every text that is long enough for a score, the hardest first.
pub(super) fn run(arguments: &ReadabilityArguments) -> ExitCode {
    let mut files = SourceMap::default();
    // What is wrong with the content is what `check` says.
    let material = match sources::read(&arguments.content, &mut files, &mut Vec::new()) {
        Ok(material) => material,
        Err(error) => return super::fail(&error),
    };
    let limits = validate(&material, None, super::today()).readability;
    super::print(&table(measure(&material, &limits, &files), &files));
    ExitCode::SUCCESS
}

fn table(mut texts: Vec<(Place, Figures)>, files: &SourceMap) -> String {
    let mut table =
        "score   words  words a sentence  long sentences  long words  text\n".to_owned();
    texts.sort_by_key(|(place, figures)| (figures.score(), *place));
    for (place, figures) in texts {
        let _ = writeln!(
            table,
            "{:>5}  {:>6}  {:>16}  {:>12} %  {:>8} %  {}:{}",
            figures.score(),
            figures.words,
            figures.average_sentence(),
            figures.share_of_long_sentences(),
            figures.share_of_long_words(),
            files.path(place.file).display(),
            files.position(place).line,
        );
    }
    table
}
