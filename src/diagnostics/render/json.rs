//! Problems for programs.

use serde::Serialize;

use crate::diagnostics::{Diagnostic, Language, Place, Related, SourceMap};

/// One problem. The field names are a promise; fields may be added.
#[derive(Serialize)]
struct Problem {
    code: &'static str,
    severity: &'static str,
    message: String,
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    related: Vec<RelatedPlace>,
    help: Vec<String>,
}

#[derive(Serialize)]
struct RelatedPlace {
    path: String,
    line: usize,
    column: usize,
    message: String,
}

/// Renders an array of problems. Only `message` and `help` depend on the language. Lines and columns count from 1, columns in characters; the end is one past the last
/// character. A file that does not exist has line 1, column 1.
///
/// # Panics
/// Never: text and numbers can always be written as JSON.
#[must_use]
pub fn json(diagnostics: &[Diagnostic], sources: &SourceMap, language: Language) -> String {
    let problems: Vec<Problem> = diagnostics
        .iter()
        .map(|diagnostic| problem(diagnostic, sources, language))
        .collect();
    let mut json =
        serde_json::to_string_pretty(&problems).expect("text and numbers can be written as JSON");
    json.push('\n');
    json
}

fn problem(diagnostic: &Diagnostic, sources: &SourceMap, language: Language) -> Problem {
    let start = sources.position(diagnostic.primary);
    let end = sources.end_position(diagnostic.primary);
    let related = |related: &Related| {
        let position = sources.position(related.place);
        RelatedPlace {
            path: path(related.place, sources),
            line: position.line,
            column: position.column,
            message: related.message.in_language(language),
        }
    };
    Problem {
        code: diagnostic.code.id(),
        severity: diagnostic.severity.word(),
        message: diagnostic.message.in_language(language),
        path: path(diagnostic.primary, sources),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        related: diagnostic.related.iter().map(related).collect(),
        help: diagnostic
            .help
            .iter()
            .map(|help| help.in_language(language))
            .collect(),
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
        insta::assert_snapshot!(json(&[problem], &sources, Language::English), @r#"
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
        assert_eq!(json(&[], &SourceMap::default(), Language::Dutch), "[]\n");
    }
}
