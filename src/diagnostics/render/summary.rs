//! The last line of a run.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Severity};

/// Counts problems and the files they stand in: `3 errors, 2 warnings in 4 files`.
#[must_use]
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let count = |severity: Severity| {
        diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    };
    let counts: Vec<String> = [Severity::Error, Severity::Warning]
        .into_iter()
        .map(|severity| (count(severity), severity.word()))
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| counted(number, word))
        .collect();
    if counts.is_empty() {
        return "no problems".into();
    }
    let files: BTreeSet<_> = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.primary.file)
        .collect();
    format!("{} in {}", counts.join(", "), counted(files.len(), "file"))
}

fn counted(number: usize, word: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {word}{ending}")
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
        summary(&diagnostics)
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
