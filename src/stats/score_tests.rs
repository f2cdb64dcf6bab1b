//! What a region's rows come to, row by row.

use jiff::civil::date;

use super::ledger::Ledger;
use super::provider::Rules;
use super::release::Names;
use super::rolled_up;
use super::score::{self, Score, ScoreCell, ScoreScope, Scores, Verdict};
use crate::model::{
    Freshness, FreshnessLimits, IntensityId, Measure, Outcome, Period, ProfileId, ProviderId,
    Supplied, Thresholds,
};

const ACUUT: IntensityId = IntensityId(9);
const PROVIDER: ProviderId = ProviderId(0);

/// A minimum of respondents, no limit reached by the year 2025, and an intensity that is not measured.
pub(super) fn rules(privacy_minimum: u32) -> Rules {
    Rules {
        thresholds: Thresholds {
            privacy_minimum,
            reliability_minimum: 30,
        },
        freshness: FreshnessLimits {
            old_after: 550,
            hidden_after: Some(1100),
        },
        today: date(2026, 6, 1),
        unmeasured: vec![ACUUT],
    }
}

/// Names for the ids that tests use.
pub(super) fn names(providers: usize) -> Names {
    let named = |kind: &str, many: usize| {
        (0..many)
            .map(|id| format!("{kind}-{id}").into())
            .collect::<Vec<Box<str>>>()
    };
    Names {
        providers: named("provider", providers),
        profiles: named("profile", 10),
        intensities: named("intensity", 10),
    }
}

/// Scores rows as if nothing was shown before.
pub(super) fn score_rows(providers: usize, rows: &[Outcome], rules: &Rules) -> Scores {
    score::score_rows(rows, (rules, &names(providers)), Ledger::default()).scores
}

/// A row over the year 2025.
pub(super) fn row(
    provider: u32,
    profile: u32,
    intensity: u32,
    measure: Measure,
    supplied: Supplied,
) -> Outcome {
    Outcome {
        provider: ProviderId(provider),
        profile: ProfileId(profile),
        intensity: IntensityId(intensity),
        measure,
        period: year(2025),
        supplied,
        instrument: None,
        source: "Zorgregio".into(),
    }
}

pub(super) fn counts(respondents: u32, successes: u32) -> Supplied {
    Supplied::Counts {
        respondents,
        successes,
    }
}

fn year(year: i16) -> Period {
    Period {
        from: date(year, 1, 1),
        to: date(year, 12, 31),
    }
}

fn cell_of(profile: u32, intensity: u32) -> ScoreScope {
    ScoreScope::Cell(ProfileId(profile), IntensityId(intensity))
}

fn score_one(rows: &[Outcome]) -> Scores {
    score_rows(1, rows, &rules(10))
}

fn youth(intensity: u32, period: Period, supplied: Supplied) -> Outcome {
    Outcome {
        period,
        ..row(0, 0, intensity, Measure::ExperienceYouth, supplied)
    }
}

fn youth_cell(rows: &[Outcome], scope: ScoreScope) -> ScoreCell {
    score_one(rows)
        .of(PROVIDER)
        .cell(scope, Measure::ExperienceYouth)
}

fn shown(cell: ScoreCell) -> Score {
    match cell {
        ScoreCell::Shown(score) => score,
        ScoreCell::TooFew
        | ScoreCell::NotMeasured
        | ScoreCell::NotSupplied(_)
        | ScoreCell::Withdrawn => panic!("expected a score, not {cell:?}"),
    }
}

/// Whether figures are held back, publication after publication.
fn held_back(publications: &[Vec<Outcome>]) -> Vec<bool> {
    let mut ledger = Ledger::default();
    let mut held_back = Vec::new();
    for rows in publications {
        let scored = score::score_rows(rows, (&rules(10), &names(1)), ledger);
        held_back.push(!scored.held_back.is_empty());
        ledger = scored.ledger;
    }
    held_back
}

#[test]
fn after_a_correction_the_next_year_is_other_people() {
    let publications = [
        vec![youth(0, year(2024), counts(45, 20))],
        vec![youth(0, year(2024), counts(60, 30))],
        vec![youth(0, year(2025), counts(50, 25))],
    ];
    assert_eq!(held_back(&publications), [false; 3]);
    let third_quarter = Period {
        from: date(2024, 7, 1),
        to: date(2024, 9, 30),
    };
    let first_half = Period {
        from: date(2024, 1, 1),
        to: date(2024, 6, 30),
    };
    let chain = [
        vec![youth(0, year(2024), counts(45, 20))],
        vec![youth(0, year(2024), counts(60, 30))],
        vec![youth(0, first_half, counts(30, 12))],
        vec![youth(0, third_quarter, counts(13, 6))],
    ];
    assert_eq!(
        held_back(&chain),
        [false, false, false, true],
        "45 less 30 less 13 are two people in the last quarter"
    );
}

#[test]
fn newcomers_who_all_dropped_out_are_held_back() {
    let dropout = |respondents, early, no_show| {
        vec![
            row(
                0,
                0,
                0,
                Measure::DropoutEndedEarly,
                counts(respondents, early),
            ),
            row(
                0,
                0,
                0,
                Measure::DropoutNoShow,
                counts(respondents, no_show),
            ),
        ]
    };
    let all_ten = [dropout(40, 4, 4), dropout(50, 9, 9)];
    assert_eq!(held_back(&all_ten), [false, true]);
    let nine_of_ten = [dropout(40, 4, 4), dropout(50, 9, 8)];
    assert_eq!(held_back(&nine_of_ten), [false, false]);
}

#[test]
fn the_newest_period_of_a_cell_wins() {
    let rows = [
        youth(0, year(2025), counts(20, 15)),
        youth(0, year(2024), counts(40, 10)),
    ];
    let score = shown(youth_cell(&rows, cell_of(0, 0)));
    assert_eq!((score.respondents, score.period), (20, year(2025)));
}

#[test]
fn a_withdrawn_score_does_not_fall_back_on_an_older_one() {
    let rows = [
        youth(0, year(2024), counts(40, 10)),
        youth(0, year(2025), Supplied::Withdrawn),
    ];
    assert_eq!(youth_cell(&rows, cell_of(0, 0)), ScoreCell::Withdrawn);
}

#[test]
fn an_old_score_is_marked_and_marks_the_totals_it_is_in() {
    let rows = [
        youth(0, year(2024), counts(40, 10)),
        youth(1, year(2025), counts(40, 10)),
    ];
    let rows = rows.map(|row| Outcome {
        period: Period {
            to: row.period.from,
            ..row.period
        },
        ..row
    });
    let freshness = |scope| shown(youth_cell(&rows, scope)).freshness;
    assert_eq!(freshness(cell_of(0, 0)), Freshness::Old);
    assert_eq!(freshness(cell_of(0, 1)), Freshness::Current);
    assert_eq!(freshness(ScoreScope::All), Freshness::Old);
}

#[test]
fn a_score_that_is_too_old_is_not_supplied_and_in_no_total() {
    let rows = [
        youth(0, year(2020), counts(40, 10)),
        youth(1, year(2025), counts(30, 10)),
    ];
    assert_eq!(
        youth_cell(&rows, cell_of(0, 0)),
        ScoreCell::NotSupplied(Some(year(2020)))
    );
    let total = shown(youth_cell(&rows, ScoreScope::All));
    assert_eq!((total.respondents, total.period), (30, year(2025)));
}

#[test]
fn an_intensity_that_is_not_measured_has_no_score_even_where_numbers_were_supplied() {
    let rows = [
        youth(0, year(2025), counts(30, 10)),
        youth(ACUUT.0, year(2025), counts(500, 10)),
    ];
    let acuut = ScoreScope::Cell(ProfileId(0), ACUUT);
    assert_eq!(youth_cell(&rows, acuut), ScoreCell::NotMeasured);
    let total = shown(youth_cell(&rows, ScoreScope::Profile(ProfileId(0))));
    assert_eq!(total.respondents, 30);
}

#[test]
fn an_intensity_that_is_not_measured_says_so_beside_measured_ones() {
    let rows = [youth(0, year(2025), counts(30, 10))];
    let acuut = ScoreScope::Cell(ProfileId(0), ACUUT);
    assert_eq!(youth_cell(&rows, acuut), ScoreCell::NotMeasured);
}

#[test]
fn supplied_states_are_kept() {
    let states = [
        (Supplied::TooFew, ScoreCell::TooFew),
        (Supplied::NotMeasured, ScoreCell::NotMeasured),
        (Supplied::NotSupplied, ScoreCell::NotSupplied(None)),
        (Supplied::Withdrawn, ScoreCell::Withdrawn),
    ];
    for (supplied, expected) in states {
        let rows = [youth(0, year(2025), supplied)];
        assert_eq!(youth_cell(&rows, cell_of(0, 0)), expected);
        assert_eq!(youth_cell(&rows, ScoreScope::All), expected);
    }
}

#[test]
fn a_cell_below_the_privacy_minimum_shows_too_few() {
    let of = |respondents| {
        let rows = [youth(0, year(2025), counts(respondents, 3))];
        youth_cell(&rows, cell_of(0, 0))
    };
    assert_eq!(of(9), ScoreCell::TooFew);
    assert_eq!(shown(of(10)).respondents, 10);
}

#[test]
fn what_nobody_supplied_is_not_supplied() {
    let scores = score_one(&[]);
    assert_eq!(scores.of(PROVIDER).cells().count(), 0);
    assert_eq!(
        scores
            .of(PROVIDER)
            .cell(ScoreScope::All, Measure::GoalEducation),
        ScoreCell::NotSupplied(None)
    );
}

#[test]
fn a_small_cell_rolls_up_to_its_profile() {
    let rows = [
        youth(0, year(2025), counts(7, 3)),
        youth(1, year(2025), counts(8, 6)),
    ];
    let scores = score_one(&rows);
    let (scope, cell) = rolled_up(
        scores.of(PROVIDER),
        ProfileId(0),
        IntensityId(0),
        Measure::ExperienceYouth,
    );
    assert_eq!(scope, ScoreScope::Profile(ProfileId(0)));
    assert_eq!(shown(cell).respondents, 15);
}

#[test]
fn a_cell_without_any_score_above_it_speaks_for_itself() {
    let rows = [youth(0, year(2025), Supplied::Withdrawn)];
    let scores = score_one(&rows);
    let found = rolled_up(
        scores.of(PROVIDER),
        ProfileId(0),
        IntensityId(0),
        Measure::ExperienceYouth,
    );
    assert_eq!(found, (cell_of(0, 0), ScoreCell::Withdrawn));
}

#[test]
fn one_provider_alone_makes_no_average() {
    let rows = [youth(0, year(2025), counts(100, 90))];
    let scores = score_one(&rows);
    assert_eq!(
        scores.region(ScoreScope::All, Measure::ExperienceYouth),
        None
    );
    let score = shown(youth_cell(&rows, ScoreScope::All));
    assert_eq!(score.verdict, Verdict::TooLittleToSay);
}

#[test]
fn two_providers_are_compared_with_their_pooled_share() {
    let measure = Measure::ExperienceYouth;
    let rows = [
        row(0, 0, 0, measure, counts(100, 90)),
        row(1, 0, 0, measure, counts(300, 150)),
        row(2, 0, 0, measure, counts(9, 9)),
    ];
    let scores = score_rows(3, &rows, &rules(10));
    let average = scores.region(cell_of(0, 0), measure).unwrap();
    assert_eq!((average.providers, average.respondents), (2, 400));
    assert!((average.share.value() - 0.6).abs() < 1e-12);
    let verdict = |provider| {
        let cell = scores.of(ProviderId(provider)).cell(cell_of(0, 0), measure);
        shown(cell).verdict
    };
    assert_eq!(verdict(0), Verdict::Better);
    assert_eq!(verdict(1), Verdict::Lower);
}
