//! Which version of the sites a browser has.

use std::fmt;

/// One state of what browsers get. Two previews have no version in common, so that a page that outlives a preview loads
/// itself again when the next one starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Version {
    process: u32,
    number: u64,
}

impl Version {
    /// What no browser has.
    pub(super) fn before_the_first() -> Self {
        Self {
            process: std::process::id(),
            number: 0,
        }
    }

    /// The version after this one.
    pub(super) fn next(self) -> Self {
        Self {
            number: self.number + 1,
            ..self
        }
    }

    /// Whether a page was ever made in it.
    pub(super) fn is_made(self) -> bool {
        self.number > 0
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.process, self.number)
    }
}
