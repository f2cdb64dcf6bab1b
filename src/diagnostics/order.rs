//! The order in which problems are told.

use std::cmp::Ordering;

use super::diagnostic::Diagnostic;
use super::place::{Place, SourceMap};
use super::wording::Wording;

/// Sorts by path, place and code, and leaves out exact repetitions.
pub fn sort(diagnostics: &mut Vec<Diagnostic>, sources: &SourceMap) {
    diagnostics.sort_by(|one, other| compare(one, other, sources));
    diagnostics.dedup();
}

/// Compares everything, so that equal problems stand side by side and the order never depends on who found them first.
fn compare(one: &Diagnostic, other: &Diagnostic, sources: &SourceMap) -> Ordering {
    let path = |place: Place| sources.path(place.file);
    path(one.primary)
        .cmp(path(other.primary))
        .then_with(|| one.primary.cmp(&other.primary))
        .then_with(|| one.code.cmp(&other.code))
        .then_with(|| one.message.cmp(&other.message))
        .then_with(|| one.help.cmp(&other.help))
        .then_with(|| related(one).cmp(related(other)))
        .then_with(|| one.severity.cmp(&other.severity))
}

fn related(diagnostic: &Diagnostic) -> impl Iterator<Item = (Place, &Wording)> {
    diagnostic
        .related
        .iter()
        .map(|related| (related.place, &related.message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::codes;

    fn messages(diagnostics: &[Diagnostic]) -> Vec<String> {
        diagnostics
            .iter()
            .map(|diagnostic| diagnostic.message.to_string())
            .collect()
    }

    #[test]
    fn problems_come_by_path_then_place_then_code() {
        let mut sources = SourceMap::default();
        let waits = sources.add("content/waiting-times.csv", "a;b\n");
        let offers = sources.add("content/offers.csv", "a;b\n");
        let problem = |code, file, start, message: &'static str| {
            Diagnostic::new(code, Place::new(file, start..start + 1), message)
        };
        let mut diagnostics = vec![
            problem(codes::E0302, waits, 0, "fourth"),
            problem(codes::E0303, offers, 2, "third"),
            problem(codes::E0302, offers, 2, "second"),
            problem(codes::E0501, offers, 0, "first"),
        ];
        sort(&mut diagnostics, &sources);
        assert_eq!(
            messages(&diagnostics),
            ["first", "second", "third", "fourth"]
        );
    }

    #[test]
    fn only_an_exact_repetition_is_left_out() {
        let mut sources = SourceMap::default();
        let file = sources.add("content/offers.csv", "a;b\n");
        let plain = Diagnostic::new(codes::E0302, Place::new(file, 0..1), "unknown");
        let helped = plain.clone().help("did you mean `a`?");
        let mut diagnostics = vec![plain.clone(), helped.clone(), plain.clone()];
        sort(&mut diagnostics, &sources);
        assert_eq!(diagnostics, [plain, helped]);
    }
}
