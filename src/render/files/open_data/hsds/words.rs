//! The code words of our profile of HSDS, which is in English as HSDS is.
//!
//! Each list stands once here, and once more in the schemas in `profile/`; a test holds them equal.

use crate::model::{
    Admission, Freshness, Measure, PersonalDetail, WaitBasis, WaitKind, WaitReading, WaitStatistic,
    WaitUnit,
};
use crate::stats::ScoreCell;

/// Taking new people; also what is said of a wait.
pub(super) const ADMISSIONS: &[&str] = &["open", "stop", "unknown"];

pub(super) fn admission(admission: Admission) -> &'static str {
    match admission {
        Admission::Open => "open",
        Admission::Stop => "stop",
        Admission::Unknown => "unknown",
    }
}

pub(super) fn status(reading: &WaitReading) -> &'static str {
    admission(match reading {
        WaitReading::Length { .. } | WaitReading::Text(_) => Admission::Open,
        WaitReading::Stop => Admission::Stop,
        WaitReading::Unknown => Admission::Unknown,
    })
}

/// What a wait counts.
pub(super) const KINDS: &[&str] = &["intake", "treatment", "total"];

pub(super) fn kind(kind: WaitKind) -> &'static str {
    match kind {
        WaitKind::Intake => "intake",
        WaitKind::Treatment => "treatment",
        WaitKind::Total => "total",
    }
}

/// Who says how long a wait is.
pub(super) const BASES: &[&str] = &["expected", "experienced"];

pub(super) fn basis(basis: WaitBasis) -> &'static str {
    match basis {
        WaitBasis::Expected => "expected",
        WaitBasis::Experienced => "experienced",
    }
}

/// Which statistic of waits.
pub(super) const STATISTICS: &[&str] = &[
    "mean",
    "median",
    "p90",
    "next-free-place",
    "longest",
    "unspecified",
];

pub(super) fn statistic(statistic: WaitStatistic) -> &'static str {
    match statistic {
        WaitStatistic::Mean => "mean",
        WaitStatistic::Median => "median",
        WaitStatistic::P90 => "p90",
        WaitStatistic::NextFreePlace => "next-free-place",
        WaitStatistic::Longest => "longest",
        WaitStatistic::Unspecified => "unspecified",
    }
}

/// Units of waits.
pub(super) const UNITS: &[&str] = &["days", "weeks", "months"];

pub(super) fn unit(unit: WaitUnit) -> &'static str {
    match unit {
        WaitUnit::Days => "days",
        WaitUnit::Weeks => "weeks",
        WaitUnit::Months => "months",
    }
}

/// How old a figure is.
pub(super) const FRESHNESS: &[&str] = &["current", "old", "too-old"];

pub(super) fn freshness(freshness: Freshness) -> &'static str {
    match freshness {
        Freshness::Current => "current",
        Freshness::Old => "old",
        Freshness::Hidden => "too-old",
    }
}

/// What was measured, in the order of [`Measure::ALL`].
pub(super) const MEASURES: &[&str] = &[
    "experience-youth",
    "experience-parents",
    "dropout-ended-early",
    "dropout-no-show",
    "goal-education",
    "goal-family-balance",
    "goal-fewer-problems",
    "goal-participation",
];

pub(super) fn measure(measure: Measure) -> &'static str {
    measure.code()
}

/// The state of a score.
pub(super) const STATES: &[&str] = &[
    "shown",
    "too-few",
    "not-measured",
    "not-supplied",
    "withdrawn",
];

pub(super) fn state(cell: &ScoreCell) -> &'static str {
    match cell {
        ScoreCell::Shown(_) => "shown",
        ScoreCell::TooFew => "too-few",
        ScoreCell::NotMeasured => "not-measured",
        ScoreCell::NotSupplied(_) => "not-supplied",
        ScoreCell::Withdrawn => "withdrawn",
    }
}

/// Whether there are newer figures than those that are shown.
pub(super) const NEWER: &[&str] = &["none", "held-back"];

pub(super) fn newer(is_kept: bool) -> &'static str {
    if is_kept { "held-back" } else { "none" }
}

/// What of a sole trader is not published. The schema has the same words.
pub(super) fn detail(detail: PersonalDetail) -> &'static str {
    match detail {
        PersonalDetail::LegalName => "legal-name",
        PersonalDetail::Kvk => "kvk",
        PersonalDetail::Agb => "agb",
        PersonalDetail::Website => "website",
        PersonalDetail::Email => "email",
        PersonalDetail::Phone => "phone",
        PersonalDetail::Address => "address",
        PersonalDetail::Coordinates => "coordinates",
    }
}

#[cfg(test)]
mod tests {
    use super::{MEASURES, measure};
    use crate::model::Measure;

    #[test]
    fn the_list_of_measures_is_that_of_the_content() {
        assert_eq!(Measure::ALL.map(measure), MEASURES);
    }
}
