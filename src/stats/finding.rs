//! What the newest row of a cell comes to, before anything is hidden.

use jiff::civil::Date;

use super::counts::Counts;
use crate::model::{Freshness, FreshnessLimits, Outcome, Period, Supplied};

/// One cell, or several together: counts, or the reason why there are none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Finding {
    /// There are counts that are not too old.
    Counted(Sum),
    /// The source withheld the numbers.
    TooFew,
    /// Not measured.
    NotMeasured,
    /// Not supplied, or too old: then with the period.
    NotSupplied(Option<Period>),
    /// Withdrawn.
    Withdrawn,
}

/// Counts with their period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sum {
    /// The counts.
    pub(super) counts: Counts,
    /// From the first day of the earliest to the last day of the latest part.
    pub(super) period: Period,
    /// As old as its oldest part.
    pub(super) freshness: Freshness,
    /// The last day of its oldest part.
    pub(super) oldest_end: Date,
}

impl Sum {
    /// Both together.
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            counts: self.counts.plus(other.counts),
            period: Period {
                from: self.period.from.min(other.period.from),
                to: self.period.to.max(other.period.to),
            },
            freshness: self.freshness.max(other.freshness),
            oldest_end: self.oldest_end.min(other.oldest_end),
        }
    }
}

impl Finding {
    /// What a row comes to on a day. Only numbers grow old: what was withdrawn stays withdrawn.
    pub(super) fn of(row: &Outcome, limits: FreshnessLimits, today: Date) -> Self {
        let freshness = limits.judge(row.period.to, today);
        let too_old = match freshness {
            Freshness::Current | Freshness::Old => None,
            Freshness::Hidden => Some(Self::NotSupplied(Some(row.period))),
        };
        match row.supplied {
            Supplied::Counts {
                respondents,
                successes,
            } => too_old.unwrap_or(Self::Counted(Sum {
                counts: Counts {
                    respondents,
                    successes,
                },
                period: row.period,
                freshness,
                oldest_end: row.period.to,
            })),
            Supplied::TooFew => too_old.unwrap_or(Self::TooFew),
            Supplied::NotMeasured => Self::NotMeasured,
            Supplied::NotSupplied => Self::NotSupplied(None),
            Supplied::Withdrawn => Self::Withdrawn,
        }
    }

    /// Its counts, when it has them.
    pub(super) fn counts(self) -> Option<Counts> {
        match self {
            Self::Counted(sum) => Some(sum.counts),
            Self::TooFew | Self::NotMeasured | Self::NotSupplied(_) | Self::Withdrawn => None,
        }
    }
}
