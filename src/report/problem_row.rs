//! A problem as a row of a table.

use serde::Serialize;

use crate::diagnostics::{Diagnostic, Place, SourceMap, Wording};

use super::LANGUAGE;

/// A problem in words.
#[derive(Debug, Serialize)]
pub(super) struct ProblemRow {
    pub(super) path: String,
    /// Absent for a file as a whole.
    line: Option<usize>,
    severity: String,
    code: &'static str,
    message: Vec<Piece>,
    /// What to do, and what stands elsewhere.
    help: Vec<Vec<Piece>>,
}

/// Part of a sentence.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Piece {
    text: String,
    /// Whether it stands between backticks: text of the material.
    is_quoted: bool,
}

impl ProblemRow {
    /// The row of a problem.
    pub(super) fn new(problem: &Diagnostic, sources: &SourceMap) -> Self {
        let related = problem.related.iter().map(|related| {
            let said = related.message.in_language(LANGUAGE);
            pieces(&format!("{said}: `{}`", where_is(related.place, sources)))
        });
        let in_pieces = |words: &Wording| pieces(&words.in_language(LANGUAGE));
        Self {
            path: sources
                .path(problem.primary.file)
                .to_string_lossy()
                .into_owned(),
            line: line(problem.primary, sources),
            severity: problem.severity.in_language(LANGUAGE),
            code: problem.code.id(),
            message: in_pieces(&problem.message),
            help: problem.help.iter().map(in_pieces).chain(related).collect(),
        }
    }
}

fn line(place: Place, sources: &SourceMap) -> Option<usize> {
    (place != Place::whole(place.file)).then(|| sources.position(place).line)
}

fn where_is(place: Place, sources: &SourceMap) -> String {
    let path = sources.path(place.file).to_string_lossy();
    match line(place, sources) {
        Some(line) => format!("{path}:{line}"),
        None => path.into_owned(),
    }
}

/// Cut at the backticks; an odd one quotes to the end.
fn pieces(words: &str) -> Vec<Piece> {
    let parts = (0..).zip(words.split('`'));
    parts
        .map(|(rank, text)| Piece {
            text: text.to_owned(),
            is_quoted: rank % 2 == 1,
        })
        .filter(|piece| !piece.text.is_empty())
        .collect()
}
