//! A problem in the material, as data.

use super::codes::Code;
use super::language::Language;
use super::place::Place;
use super::wording::{Wording, phrase, said};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// The site is published; somebody should look.
    Warning,
}

impl Severity {
    /// The word that programs know it by, the same in every language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }

    /// The word in messages.
    #[must_use]
    pub fn in_language(self, language: Language) -> String {
        let word = match self {
            Self::Error => phrase("error"),
            Self::Warning => phrase("warning"),
        };
        Wording::from(word).in_language(language)
    }
}

/// Something wrong in the material: what, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its code, which leads to its documentation.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// What is wrong, in lower case, the material's own text in backticks, no full stop.
    pub message: Wording,
    /// Where it is wrong.
    pub primary: Place,
    /// Other places that matter, each with what stands there.
    pub related: Vec<Related>,
    /// What belongs here and what to do.
    pub help: Vec<Wording>,
}

/// Another place that matters for a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What stands there.
    pub message: Wording,
}

impl Diagnostic {
    /// A problem of this code's own severity.
    pub fn new(code: Code, primary: Place, message: impl Into<Wording>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            primary,
            related: Vec::new(),
            help: Vec::new(),
        }
    }

    /// Adds what belongs here or what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<Wording>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn related(mut self, place: Place, message: impl Into<Wording>) -> Self {
        self.related.push(Related {
            place,
            message: message.into(),
        });
        self
    }

    /// Adds "did you mean `near`?" when one of the candidates is near to what was written.
    #[must_use]
    pub fn did_you_mean<'a>(
        self,
        written: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        match nearest(written, candidates) {
            Some(near) => self.help(said("did you mean `{near}`?", [("near", &near)])),
            None => self,
        }
    }
}

/// The candidate nearest to what was written, when it is near enough to be a slip:
/// Jaro-Winkler similarity of at least 0.85, the first of equals.
pub fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    const NEAR: f64 = 0.85;
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let similarity = strsim::jaro_winkler(written, candidate);
        if similarity >= NEAR && best.is_none_or(|(highest, _)| similarity > highest) {
            best = Some((similarity, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
