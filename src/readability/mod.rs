//! How hard the Dutch of a region is to read: long sentences, difficult words and the score of Flesch-Douma, each with
//! its place and its figure. Start at [`check`]; limits and reasons stand in `docs/language.md`.

mod difficult_words;
mod figures;
mod judge;
mod markdown;
mod messages;
mod prose;
mod sentences;
mod syllables;
mod texts;
mod words;

use crate::diagnostics::{Diagnostic, Place, SourceMap};
use crate::model::Readability;
use crate::sources::{Material, ThemeFile};

pub use figures::{Figures, Tenths};
use judge::Judge;

/// Judges every text that visitors read: those of the content, and the theme's messages in the language of the site.
/// Other languages have other yardsticks: of a site that is not in Dutch nothing is judged.
pub fn check(
    material: &Material,
    language_files: &[ThemeFile],
    language: &str,
    limits: &Readability,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if !is_dutch(language) {
        return;
    }
    let judge = Judge::new(limits);
    for text in texts::texts(material, sources) {
        judge.text(&text, diagnostics);
    }
    let wanted = format!("{language}.ftl");
    let messages = language_files.iter().find(|file| file.name == wanted);
    for message in messages
        .iter()
        .flat_map(|file| messages::prose(file.file, sources))
    {
        judge.message(&message, diagnostics);
    }
}

/// Measures every text of the content that is long enough for a score, in the order in which it was read.
#[must_use]
pub fn measure(
    material: &Material,
    limits: &Readability,
    sources: &SourceMap,
) -> Vec<(Place, Figures)> {
    let judge = Judge::new(limits);
    texts::texts(material, sources)
        .iter()
        .filter_map(|text| {
            let figures = judge.figures(text);
            let place = text.place()?;
            figures.is_scored(limits).then_some((place, figures))
        })
        .collect()
}

fn is_dutch(language: &str) -> bool {
    let primary = language.split('-').next();
    primary.is_some_and(|primary| primary.eq_ignore_ascii_case("nl"))
}
