//! Respondents and the successes among them.

use super::score::Share;

/// Counts of one cell, or of several together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counts {
    /// How many answered.
    pub(super) respondents: u32,
    /// How many of them succeeded; for dropout: dropped out.
    pub(super) successes: u32,
}

impl Counts {
    /// The successes as a share of the respondents. Without respondents there is no share: do not ask.
    pub(super) fn share(self) -> Share {
        Share(f64::from(self.successes) / f64::from(self.respondents))
    }

    /// Both together.
    pub(super) fn plus(self, other: Self) -> Self {
        let sum = |a: u32, b: u32| {
            a.checked_add(b)
                .expect("a region has fewer respondents than fit in 32 bits")
        };
        Self {
            respondents: sum(self.respondents, other.respondents),
            successes: sum(self.successes, other.successes),
        }
    }
}
