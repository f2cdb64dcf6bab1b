//! The last line of a run.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Language, Severity, Wording, said};

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
    fn what_there_is_none_of_is_not_named() {
        assert_eq!(summary_of(&[(codes::W0506, "a")]), "1 warning in 1 file");
        assert_eq!(summary_of(&[]), "no problems");
    }
}
