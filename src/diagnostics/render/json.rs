//! Problems for programs.

use serde::Serialize;

use crate::diagnostics::{Diagnostic, Place, Related, SourceMap};

/// One problem. The field names are a promise; fields may be added.
#[derive(Serialize)]
struct Problem<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    related: Vec<RelatedPlace<'a>>,
    help: &'a [String],
}

#[derive(Serialize)]
struct RelatedPlace<'a> {
    path: String,
    line: usize,
    column: usize,
    message: &'a str,
}

/// Renders an array of problems. Lines and columns count from 1, columns in characters; the end is one past the last
/// character. A file that does not exist has line 1, column 1.
///
/// # Panics
/// Never: text and numbers can always be written as JSON.
#[must_use]
pub fn json(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    let problems: Vec<Problem<'_>> = diagnostics
        .iter()
        .map(|diagnostic| problem(diagnostic, sources))
        .collect();
    let mut json =
        serde_json::to_string_pretty(&problems).expect("text and numbers can be written as JSON");
    json.push('\n');
    json
}

fn problem<'a>(diagnostic: &'a Diagnostic, sources: &SourceMap) -> Problem<'a> {
    let start = sources.position(diagnostic.primary);
    let end = sources.end_position(diagnostic.primary);
    let related = |related: &'a Related| {
        let position = sources.position(related.place);
        RelatedPlace {
            path: path(related.place, sources),
            line: position.line,
            column: position.column,
            message: &related.message,
        }
    };
    Problem {
        code: diagnostic.code.id(),
        severity: diagnostic.severity.word(),
        message: &diagnostic.message,
        path: path(diagnostic.primary, sources),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        related: diagnostic.related.iter().map(related).collect(),
        help: &diagnostic.help,
    }
}

fn path(place: Place, sources: &SourceMap) -> String {
    sources.path(place.file).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::codes;

    #[test]
    fn a_problem_has_every_field() {
        let mut sources = SourceMap::default();
        let offers = sources.add("content/offers.csv", "provider\nkompass\n");
        let site = sources.add("content/site.toml", "name = \"é\"\n");
        let problem = Diagnostic::new(
            codes::E0302,
            Place::new(offers, 9..16),
            "unknown provider `kompass`",
        )
        .related(Place::new(site, 10..11), "said \"here\"")
        .help("did you mean `kompas`?");
        insta::assert_snapshot!(json(&[problem], &sources), @r#"
    [
      {
        "code": "E0302",
        "severity": "error",
        "message": "unknown provider `kompass`",
        "path": "content/offers.csv",
        "line": 2,
        "column": 1,
        "end_line": 2,
        "end_column": 8,
        "related": [
          {
            "path": "content/site.toml",
            "line": 1,
            "column": 10,
            "message": "said \"here\""
          }
        ],
        "help": [
          "did you mean `kompas`?"
        ]
      }
    ]
    "#);
    }

    #[test]
    fn no_problems_are_an_empty_array() {
        assert_eq!(json(&[], &SourceMap::default()), "[]\n");
    }
}
