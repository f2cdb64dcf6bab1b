//! How a wait moved: longer, shorter, stopped, open again, or not to be compared.

use std::cmp::Ordering;

use crate::model::{WaitReading, WaitingTime};

/// How a wait moved since the figure before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Longer than before.
    Longer,
    /// Shorter than before.
    Shorter,
    /// The same as before.
    Same,
    /// An intake stop began.
    Stopped,
    /// An intake stop ended.
    Reopened,
    /// At least one of the two is words or unknown: nothing can be said of longer or shorter.
    Unclear,
}

impl Trend {
    /// How a wait moved from one reading to another.
    #[must_use]
    pub fn between(before: &WaitReading, now: &WaitReading) -> Self {
        match (before, now) {
            (WaitReading::Stop, WaitReading::Stop)
            | (WaitReading::Unknown, WaitReading::Unknown) => Self::Same,
            (WaitReading::Text(before), WaitReading::Text(now)) if before == now => Self::Same,
            (_, WaitReading::Stop) => Self::Stopped,
            (WaitReading::Stop, WaitReading::Length { .. } | WaitReading::Text(_)) => {
                Self::Reopened
            }
            (
                WaitReading::Length { length: before, .. },
                WaitReading::Length { length: now, .. },
            ) => match now.tenths_of_days().cmp(&before.tenths_of_days()) {
                Ordering::Less => Self::Shorter,
                Ordering::Equal => Self::Same,
                Ordering::Greater => Self::Longer,
            },
            (
                WaitReading::Stop
                | WaitReading::Length { .. }
                | WaitReading::Text(_)
                | WaitReading::Unknown,
                WaitReading::Length { .. } | WaitReading::Text(_) | WaitReading::Unknown,
            ) => Self::Unclear,
        }
    }
}

/// How a wait moved between its two newest figures; `None` when there is only one.
#[must_use]
pub fn trend(wait: &WaitingTime) -> Option<Trend> {
    let before = wait.figures.get(1)?;
    Some(Trend::between(&before.reading, &wait.newest().reading))
}

#[cfg(test)]
mod tests {
    use super::Trend;
    use crate::model::{WaitLength, WaitReading, WaitUnit};

    fn length(tenths: u32, unit: WaitUnit) -> WaitReading {
        WaitReading::Length {
            length: WaitLength { tenths, unit },
            text: None,
        }
    }

    fn weeks(tenths: u32) -> WaitReading {
        length(tenths, WaitUnit::Weeks)
    }

    #[test]
    fn a_week_against_seven_days_is_the_same() {
        let days = length(70, WaitUnit::Days);
        assert_eq!(Trend::between(&days, &weeks(10)), Trend::Same);
        assert_eq!(Trend::between(&weeks(10), &weeks(11)), Trend::Longer);
        assert_eq!(Trend::between(&weeks(10), &weeks(0)), Trend::Shorter);
    }

    #[test]
    fn unknown_is_neither_longer_nor_shorter_and_does_not_end_a_stop() {
        let between = Trend::between;
        assert_eq!(between(&WaitReading::Unknown, &weeks(10)), Trend::Unclear);
        assert_eq!(
            between(&WaitReading::Stop, &WaitReading::Unknown),
            Trend::Unclear
        );
        assert_eq!(between(&WaitReading::Stop, &weeks(10)), Trend::Reopened);
        assert_eq!(between(&weeks(10), &WaitReading::Stop), Trend::Stopped);
    }
}
