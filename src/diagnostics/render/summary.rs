//! The last line of a run.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Code, Diagnostic, Language, Severity, Wording, said};

/// Counts problems and the files they stand in: `3 errors, 2 warnings in 4 files`.
#[must_use]
pub fn summary(diagnostics: &[Diagnostic], language: Language) -> String {
    let count = |severity: Severity| {
        diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    };
    let files: BTreeSet<_> = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.primary.file)
        .collect();
    let in_files = match files.len() {
        1 => said("in 1 file", []),
        files => said("in {count} files", [("count", &files)]),
    };
    let words = match (
        errors(count(Severity::Error)),
        warnings(count(Severity::Warning)),
    ) {
        (Some(errors), Some(warnings)) => said("{errors}, {warnings} {in_files}", [])
            .with("errors", errors)
            .with("warnings", warnings)
            .with("in_files", in_files),
        (Some(problems), None) | (None, Some(problems)) => said("{problems} {in_files}", [])
            .with("problems", problems)
            .with("in_files", in_files),
        (None, None) => said("no problems", []),
    };
    words.in_language(language)
}

/// Counts the problems of one severity by code, in order of code: `2 W0506, 1 W0601`. Empty when there is none.
#[must_use]
pub fn counts_by_code(diagnostics: &[Diagnostic], severity: Severity) -> String {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        if diagnostic.severity == severity {
            *counts.entry(diagnostic.code).or_insert(0) += 1;
        }
    }
    let counts: Vec<String> = counts
        .into_iter()
        .map(|(code, number)| format!("{number} {}", code.id()))
        .collect();
    counts.join(", ")
}

fn errors(count: usize) -> Option<Wording> {
    match count {
        0 => None,
        1 => Some(said("1 error", [])),
        count => Some(said("{count} errors", [("count", &count)])),
    }
}

fn warnings(count: usize) -> Option<Wording> {
    match count {
        0 => None,
        1 => Some(said("1 warning", [])),
        count => Some(said("{count} warnings", [("count", &count)])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Code, Place, SourceMap, codes};

    fn summary_of(problems: &[(Code, &str)]) -> String {
        let mut sources = SourceMap::default();
        let mut files = std::collections::BTreeMap::new();
        let diagnostics: Vec<_> = problems
            .iter()
            .map(|(code, path)| {
                let file = *files.entry(*path).or_insert_with(|| sources.add(*path, ""));
                Diagnostic::new(*code, Place::whole(file), "")
            })
            .collect();
        summary(&diagnostics, Language::English)
    }

    #[test]
    fn errors_warnings_and_files_are_counted() {
        let problems = [
            (codes::E0302, "a"),
            (codes::E0303, "a"),
            (codes::W0506, "b"),
        ];
        assert_eq!(summary_of(&problems), "2 errors, 1 warning in 2 files");
    }

    #[test]
    fn warnings_are_counted_by_code() {
        let mut sources = SourceMap::default();
        let place = Place::whole(sources.add("a", ""));
        let problems = [codes::W0506, codes::E0302, codes::W0416, codes::W0506]
            .map(|code| Diagnostic::new(code, place, ""));
        let counts = counts_by_code(&problems, Severity::Warning);
        assert_eq!(counts, "1 W0416, 2 W0506");
        assert_eq!(counts_by_code(&[], Severity::Warning), "");
    }

    #[test]
    fn what_there_is_none_of_is_not_named() {
        assert_eq!(summary_of(&[(codes::W0506, "a")]), "1 warning in 1 file");
        assert_eq!(summary_of(&[]), "no problems");
    }
}
