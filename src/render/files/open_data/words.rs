//! The code words of open data. They are part of the published form: a word that changes breaks its readers.

use crate::model::{
    Admission, Freshness, Measure, PurchasingLevel, Segment, WaitBasis, WaitKind, WaitReading,
    WaitStatistic, WaitUnit,
};
use crate::stats::{ScoreCell, ScoreScope, Verdict};

pub(super) fn admission(admission: Admission) -> &'static str {
    match admission {
        Admission::Open => "open",
        Admission::Stop => "aanmeldstop",
        Admission::Unknown => "onbekend",
    }
}

pub(super) fn level(level: PurchasingLevel) -> &'static str {
    match level {
        PurchasingLevel::Local => "lokaal",
        PurchasingLevel::Regional => "regionaal",
        PurchasingLevel::SupraRegional => "bovenregionaal",
        PurchasingLevel::National => "landelijk",
    }
}

pub(super) fn segment(segment: Segment) -> &'static str {
    match segment {
        Segment::A => "A",
        Segment::B => "B",
        Segment::C => "C",
    }
}

pub(super) fn wait_kind(kind: WaitKind) -> &'static str {
    match kind {
        WaitKind::Intake => "aanmeldwachttijd",
        WaitKind::Treatment => "behandelwachttijd",
        WaitKind::Total => "totale-wachttijd",
    }
}

pub(super) fn basis(basis: WaitBasis) -> &'static str {
    match basis {
        WaitBasis::Expected => "verwacht",
        WaitBasis::Experienced => "ervaren",
    }
}

pub(super) fn statistic(statistic: WaitStatistic) -> &'static str {
    match statistic {
        WaitStatistic::Mean => "gemiddelde",
        WaitStatistic::Median => "mediaan",
        WaitStatistic::P90 => "p90",
        WaitStatistic::NextFreePlace => "eerste-vrije-plek",
        WaitStatistic::Longest => "langste",
        WaitStatistic::Unspecified => "niet-vermeld",
    }
}

pub(super) fn unit(unit: WaitUnit) -> &'static str {
    match unit {
        WaitUnit::Days => "dagen",
        WaitUnit::Weeks => "weken",
        WaitUnit::Months => "maanden",
    }
}

pub(super) fn reading(reading: &WaitReading) -> &'static str {
    match reading {
        WaitReading::Length { .. } => "getal",
        WaitReading::Text(_) => "tekst",
        WaitReading::Stop => "aanmeldstop",
        WaitReading::Unknown => "onbekend",
    }
}

pub(super) fn freshness(freshness: Freshness) -> &'static str {
    match freshness {
        Freshness::Current => "actueel",
        Freshness::Old => "verouderd",
        Freshness::Hidden => "te-oud",
    }
}

pub(super) fn scope(scope: ScoreScope) -> &'static str {
    match scope {
        ScoreScope::All => "alles",
        ScoreScope::Profile(_) => "profiel",
        ScoreScope::Cell(..) => "profiel-en-intensiteit",
    }
}

pub(super) fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::ExperienceYouth => "ervaring-jeugdigen",
        Measure::ExperienceParents => "ervaring-ouders",
        Measure::DropoutEndedEarly => "uitval-vroegtijdig-beeindigd",
        Measure::DropoutNoShow => "uitval-niet-meer-gekomen",
        Measure::GoalEducation => "doel-onderwijs",
        Measure::GoalFamilyBalance => "doel-gezinsbalans",
        Measure::GoalFewerProblems => "doel-minder-problemen",
        Measure::GoalParticipation => "doel-meedoen",
    }
}

pub(super) fn state(cell: &ScoreCell) -> &'static str {
    match cell {
        ScoreCell::Shown(_) => "getoond",
        ScoreCell::TooFew => "te-weinig",
        ScoreCell::NotMeasured => "niet-gemeten",
        ScoreCell::NotSupplied(_) => "niet-aangeleverd",
        ScoreCell::Withdrawn => "ingetrokken",
    }
}

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "beter",
        Verdict::AboutTheSame => "ongeveer-gelijk",
        Verdict::Lower => "minder-goed",
        Verdict::TooLittleToSay => "nog-niet-te-zeggen",
    }
}
