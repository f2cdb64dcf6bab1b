//! The code words of open data. They are part of the published form: a word that changes breaks its readers.
//!
//! Each list stands once: in schemas, in `gegevens.json`, and taken apart where a value gets its word.

use crate::model::{
    Admission, Freshness, Measure, PurchasingLevel, Segment, WaitBasis, WaitKind, WaitReading,
    WaitStatistic, WaitUnit,
};
use crate::stats::{ScoreCell, Verdict};

/// Taking new clients.
pub(super) const ADMISSIONS: [&str; 3] = ["open", "aanmeldstop", "onbekend"];

pub(super) fn admission(admission: Admission) -> &'static str {
    let [open, stop, unknown] = ADMISSIONS;
    match admission {
        Admission::Open => open,
        Admission::Stop => stop,
        Admission::Unknown => unknown,
    }
}

/// Whether there are newer figures than those that are shown.
pub(super) const NEWER: [&str; 2] = ["geen", "wachten"];

pub(super) fn newer(is_kept: bool) -> &'static str {
    let [none, waiting] = NEWER;
    if is_kept { waiting } else { none }
}

/// Who buys.
pub(super) const LEVELS: [&str; 4] = ["lokaal", "regionaal", "bovenregionaal", "landelijk"];

pub(super) fn level(level: PurchasingLevel) -> &'static str {
    let [local, regional, supra_regional, national] = LEVELS;
    match level {
        PurchasingLevel::Local => local,
        PurchasingLevel::Regional => regional,
        PurchasingLevel::SupraRegional => supra_regional,
        PurchasingLevel::National => national,
    }
}

/// Segments.
pub(super) const SEGMENTS: [&str; 3] = ["A", "B", "C"];

pub(super) fn segment(segment: Segment) -> &'static str {
    let [a, b, c] = SEGMENTS;
    match segment {
        Segment::A => a,
        Segment::B => b,
        Segment::C => c,
    }
}

/// What a wait counts.
pub(super) const WAIT_KINDS: [&str; 3] =
    ["aanmeldwachttijd", "behandelwachttijd", "totale-wachttijd"];

pub(super) fn wait_kind(kind: WaitKind) -> &'static str {
    let [intake, treatment, total] = WAIT_KINDS;
    match kind {
        WaitKind::Intake => intake,
        WaitKind::Treatment => treatment,
        WaitKind::Total => total,
    }
}

/// Who says how long a wait is.
pub(super) const BASES: [&str; 2] = ["verwacht", "ervaren"];

pub(super) fn basis(basis: WaitBasis) -> &'static str {
    let [expected, experienced] = BASES;
    match basis {
        WaitBasis::Expected => expected,
        WaitBasis::Experienced => experienced,
    }
}

/// Which statistic of waits.
pub(super) const STATISTICS: [&str; 6] = [
    "gemiddelde",
    "mediaan",
    "p90",
    "eerste-vrije-plek",
    "langste",
    "niet-vermeld",
];

pub(super) fn statistic(statistic: WaitStatistic) -> &'static str {
    let [mean, median, p90, next_free_place, longest, unspecified] = STATISTICS;
    match statistic {
        WaitStatistic::Mean => mean,
        WaitStatistic::Median => median,
        WaitStatistic::P90 => p90,
        WaitStatistic::NextFreePlace => next_free_place,
        WaitStatistic::Longest => longest,
        WaitStatistic::Unspecified => unspecified,
    }
}

/// Units of waits.
pub(super) const UNITS: [&str; 3] = ["dagen", "weken", "maanden"];

pub(super) fn unit(unit: WaitUnit) -> &'static str {
    let [days, weeks, months] = UNITS;
    match unit {
        WaitUnit::Days => days,
        WaitUnit::Weeks => weeks,
        WaitUnit::Months => months,
    }
}

/// What was said of a wait; an offer without any wait is the last.
pub(super) const READINGS: [&str; 4] = ["getal", "tekst", "aanmeldstop", "onbekend"];

pub(super) fn reading(reading: Option<&WaitReading>) -> &'static str {
    let [length, text, stop, unknown] = READINGS;
    match reading {
        Some(WaitReading::Length { .. }) => length,
        Some(WaitReading::Text(_)) => text,
        Some(WaitReading::Stop) => stop,
        Some(WaitReading::Unknown) | None => unknown,
    }
}

/// How old a figure is.
pub(super) const FRESHNESS: [&str; 3] = ["actueel", "verouderd", "te-oud"];

pub(super) fn freshness(freshness: Freshness) -> &'static str {
    let [current, old, hidden] = FRESHNESS;
    match freshness {
        Freshness::Current => current,
        Freshness::Old => old,
        Freshness::Hidden => hidden,
    }
}

/// Yes and no.
pub(super) const YES_OR_NO: [&str; 2] = ["ja", "nee"];

pub(super) fn yes_or_no(answer: bool) -> &'static str {
    let [yes, no] = YES_OR_NO;
    if answer { yes } else { no }
}

/// What was measured, in the order of [`Measure::ALL`].
pub(super) const MEASURES: [&str; Measure::ALL.len()] = {
    let mut words = [""; Measure::ALL.len()];
    let mut rank = 0;
    while rank < words.len() {
        words[rank] = Measure::ALL[rank].slug();
        rank += 1;
    }
    words
};

/// The state of a score.
pub(super) const STATES: [&str; 5] = [
    "getoond",
    "te-weinig",
    "niet-gemeten",
    "niet-aangeleverd",
    "ingetrokken",
];

pub(super) fn state(cell: &ScoreCell) -> &'static str {
    let [shown, too_few, not_measured, not_supplied, withdrawn] = STATES;
    match cell {
        ScoreCell::Shown(_) => shown,
        ScoreCell::TooFew => too_few,
        ScoreCell::NotMeasured => not_measured,
        ScoreCell::NotSupplied(_) => not_supplied,
        ScoreCell::Withdrawn => withdrawn,
    }
}

/// Against the average of the region.
pub(super) const VERDICTS: [&str; 4] = [
    "beter",
    "ongeveer-gelijk",
    "minder-goed",
    "nog-niet-te-zeggen",
];

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    let [better, about_the_same, lower, too_little] = VERDICTS;
    match verdict {
        Verdict::Better => better,
        Verdict::AboutTheSame => about_the_same,
        Verdict::Lower => lower,
        Verdict::TooLittleToSay => too_little,
    }
}
