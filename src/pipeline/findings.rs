//! What was found wrong.

use std::collections::BTreeSet;

use crate::diagnostics::{self, Diagnostic, Severity, SourceMap};

use super::Options;

/// What was found wrong, with the texts to show it in.
#[derive(Debug, Default)]
pub struct Findings {
    /// Every file that was read.
    pub sources: SourceMap,
    /// Every problem, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    is_strict: bool,
}

impl Findings {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            is_strict: options.is_strict,
            ..Self::default()
        }
    }

    /// Whether nothing may be published.
    #[must_use]
    pub fn keep_from_publishing(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|problem| self.is_strict || problem.severity == Severity::Error)
    }

    pub(super) fn have_no_error(&self) -> bool {
        self.diagnostics
            .iter()
            .all(|problem| problem.severity != Severity::Error)
    }

    /// Sorts the problems by place, and leaves out repetitions.
    pub fn put_in_order(&mut self) {
        diagnostics::sort(&mut self.diagnostics, &self.sources);
    }

    /// Adds problems of pages: the same problem in the same place of a template is one problem, on however many pages.
    pub fn add_once_per_place(&mut self, problems: Vec<Diagnostic>) {
        let mut known: BTreeSet<_> = self
            .diagnostics
            .iter()
            .map(|problem| (problem.code, problem.primary))
            .collect();
        for problem in problems {
            if known.insert((problem.code, problem.primary)) {
                self.diagnostics.push(problem);
            }
        }
    }
}
