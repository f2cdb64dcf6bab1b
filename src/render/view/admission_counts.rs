//! How many providers take new clients, how many do not, and of how many it is not known. An unknown is counted, never
//! left out: the numbers add up to all.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Admission;

use super::words::Words;

/// How many of some providers are in which state: the component `admission_counts`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AdmissionCounts<'a> {
    /// «9 aanbieders»
    pub total: String,
    /// Takes new clients, takes none, not known. A state that nobody is in is left out, but for the first.
    pub states: Vec<StateCount<'a>>,
}

/// How many are in one state.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StateCount<'a> {
    /// `open`, `stop` or `unknown`: chooses the shape.
    pub state: &'a str,
    /// «7 nemen mensen aan»
    pub text: String,
}

impl AdmissionCounts<'_> {
    /// Counts.
    pub(super) fn new(words: Words<'_>, admissions: &[Admission]) -> Self {
        let of = |wanted: Admission| {
            let found = admissions.iter().filter(|admission| **admission == wanted);
            found.count()
        };
        let states = [
            ("open", "admissions-open", of(Admission::Open)),
            ("stop", "admissions-stop", of(Admission::Stop)),
            ("unknown", "admissions-unknown", of(Admission::Unknown)),
        ];
        Self {
            total: words.with_count("providers-count", admissions.len()),
            states: states
                .into_iter()
                .filter(|(state, _, count)| *count > 0 || *state == "open")
                .map(|(state, key, count)| StateCount {
                    state,
                    text: words.with_count(key, count),
                })
                .collect(),
        }
    }
}
