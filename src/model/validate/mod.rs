//! Judges the material: turns it into a [`Dataset`] and says everything that is wrong with it.

use jiff::civil::Date;

use crate::diagnostics::Diagnostic;
use crate::sources::Material;

use super::{Dataset, Outcomes};

/// What came out of judging.
#[derive(Debug)]
pub struct Validated {
    /// The facts and the raw outcomes; absent when an error makes them useless.
    pub region: Option<(Dataset, Outcomes)>,
    /// Everything that is wrong, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// Judges the material for a site of one day.
#[must_use]
pub fn validate(_material: &Material, _date: Option<Date>) -> Validated {
    Validated {
        region: None,
        diagnostics: Vec::new(),
    }
}
