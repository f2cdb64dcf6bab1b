//! An answer that cannot be used.

use crate::diagnostics::{Wording, nearest, said};

/// Why an answer cannot be used, and what belongs there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong, in lower case, the answer in backticks, no full stop.
    pub problem: Wording,
    /// What belongs there and what to do.
    pub help: Vec<Wording>,
}

impl Refusal {
    pub(super) fn new(problem: impl Into<Wording>, help: impl Into<Wording>) -> Self {
        Self {
            problem: problem.into(),
            help: vec![help.into()],
        }
    }

    /// Adds "did you mean `near`?" when one of the candidates is near to what was written.
    pub(super) fn did_you_mean<'a>(
        mut self,
        written: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        if let Some(near) = nearest(written, candidates) {
            let question = said("did you mean `{near}`?", [("near", &near)]);
            self.help.insert(0, question);
        }
        self
    }
}
