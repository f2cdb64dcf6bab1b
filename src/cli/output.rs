//! What the commands print: problems in the form that was asked for, and words.

use std::io::{IsTerminal, Write};

use clap::{Args, ValueEnum};

use crate::diagnostics::render::{concise, github, json, summary, terminal, unarmed, unarmed_json};
use crate::diagnostics::{Diagnostic, Language, SourceMap, Wording};

use super::language::LanguageArgument;
use super::surroundings::no_color_is_not_set;

/// How problems are shown.
#[derive(Args)]
pub(super) struct ShowArguments {
    #[command(flatten)]
    pub(super) told: LanguageArgument,
    /// How problems are shown
    #[arg(long, value_enum, default_value = "human")]
    pub(super) format: Format,
    /// When to use colour
    #[arg(long, value_enum, default_value = "auto")]
    color: Color,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the lines in question, on standard error
    Human,
    /// One line per problem, on standard output
    Concise,
    /// A list for programs, on standard output
    Json,
    /// Annotations for a workflow run, on standard output
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

impl ShowArguments {
    fn has_colour(&self) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => std::io::stderr().is_terminal() && no_color_is_not_set(),
        }
    }
}

/// Shows problems.
pub(super) fn show(problems: &[Diagnostic], sources: &SourceMap, arguments: &ShowArguments) {
    let language = arguments.told.language();
    match arguments.format {
        Format::Human => {
            let is_coloured = arguments.has_colour();
            // The renderer leaves of the material what C1 controls do; the other escapes are our own colours.
            let drawn = terminal(problems, sources, language, is_coloured);
            let drawn = drawn.replace(|c| ('\u{80}'..='\u{9f}').contains(&c), "\u{fffd}");
            let _ = std::io::stderr().lock().write_all(drawn.as_bytes());
            if !problems.is_empty() {
                say(&format!("{}\n", summary(problems, language)));
            }
        }
        Format::Concise => print(&concise(problems, sources, language)),
        Format::Json => print_json(&json(problems, sources, language)),
        Format::Github => print(&github(problems, sources, language)),
    }
}

/// Writes to standard output, without what a terminal would obey. A reader that went away (`| head`) is no failure.
pub(super) fn print(text: &str) {
    let _ = std::io::stdout().lock().write_all(unarmed(text).as_bytes());
}

/// Writes a sentence to standard error, on a line of its own.
pub(super) fn tell(words: impl Into<Wording>, language: Language) {
    say(&(words.into().in_language(language) + "\n"));
}

/// Writes JSON to standard output: the same values, without what a terminal would obey.
pub(super) fn print_json(json: &str) {
    let _ = std::io::stdout()
        .lock()
        .write_all(unarmed_json(json).as_bytes());
}

/// Writes to standard error, without what a terminal would obey.
pub(super) fn say(text: &str) {
    let _ = std::io::stderr().lock().write_all(unarmed(text).as_bytes());
}
