//! Whether a provider takes new clients, from the contract and from what the waits say.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Admission;

use super::words::Words;

/// The component `admission`.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct AdmissionView<'a> {
    /// The state, for counting; not for templates.
    #[serde(skip)]
    pub admission: Admission,
    /// `open`, `stop` or `unknown`.
    pub state: &'static str,
    /// «Neemt nieuwe mensen aan»
    pub text: &'a str,
}

impl<'a> AdmissionView<'a> {
    /// A state in words.
    #[must_use]
    pub fn new(words: Words<'a>, admission: Admission) -> Self {
        let (state, key) = match admission {
            Admission::Open => ("open", "admission-open"),
            Admission::Stop => ("stop", "admission-stop"),
            Admission::Unknown => ("unknown", "admission-unknown"),
        };
        Self {
            admission,
            state,
            text: words.text(key),
        }
    }
}

/// The best a visitor can hope for among several offers: open if any is.
#[must_use]
pub fn any_admission(admissions: impl IntoIterator<Item = Admission>) -> Admission {
    admissions
        .into_iter()
        .min_by_key(|admission| match admission {
            Admission::Open => 0,
            Admission::Unknown => 1,
            Admission::Stop => 2,
        })
        .unwrap_or(Admission::Unknown)
}
