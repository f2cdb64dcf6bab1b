//! From cells to profiles to everything: adding up, and finding the narrowest scope that has a score.

use super::finding::{Finding, Sum};
use super::score::{ProviderScores, ScoreCell, ScoreScope};
use crate::model::{IntensityId, Measure, Period, ProfileId};

/// The narrowest scope with a score: the cell, its profile, or all. Without one, the cell itself, which says why.
#[must_use]
pub fn rolled_up(
    scores: &ProviderScores,
    profile: ProfileId,
    intensity: IntensityId,
    measure: Measure,
) -> (ScoreScope, ScoreCell) {
    let narrowest = ScoreScope::Cell(profile, intensity);
    [narrowest, ScoreScope::Profile(profile), ScoreScope::All]
        .into_iter()
        .map(|scope| (scope, scores.cell(scope, measure)))
        .find(|(_, cell)| matches!(cell, ScoreCell::Shown(_)))
        .unwrap_or((narrowest, scores.cell(narrowest, measure)))
}

/// Several findings as one. Those without counts add nothing; when none has counts they keep a state they all share,
/// and are otherwise not supplied. `None` without findings.
pub(super) fn add_up(findings: &[Finding]) -> Option<Finding> {
    let sum = findings
        .iter()
        .copied()
        .filter_map(counted)
        .reduce(Sum::plus);
    match sum {
        Some(sum) => Some(Finding::Counted(sum)),
        None => shared_state(findings),
    }
}

fn counted(finding: Finding) -> Option<Sum> {
    match finding {
        Finding::Counted(sum) => Some(sum),
        Finding::TooFew | Finding::NotMeasured | Finding::NotSupplied(_) | Finding::Withdrawn => {
            None
        }
    }
}

fn shared_state(findings: &[Finding]) -> Option<Finding> {
    let first = *findings.first()?;
    let state = if findings.iter().all(|finding| *finding == first) {
        first
    } else if findings
        .iter()
        .all(|finding| matches!(finding, Finding::NotSupplied(_)))
    {
        Finding::NotSupplied(newest_period(findings))
    } else {
        Finding::NotSupplied(None)
    };
    Some(state)
}

/// The period of the last score that was.
fn newest_period(findings: &[Finding]) -> Option<Period> {
    findings
        .iter()
        .filter_map(|finding| match finding {
            Finding::NotSupplied(period) => *period,
            Finding::Counted(_) | Finding::TooFew | Finding::NotMeasured | Finding::Withdrawn => {
                None
            }
        })
        .max_by_key(|period| (period.to, period.from))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::add_up;
    use crate::model::{Freshness, Period};
    use crate::stats::counts::Counts;
    use crate::stats::finding::{Finding, Sum};

    fn year(year: i16) -> Period {
        Period {
            from: date(year, 1, 1),
            to: date(year, 12, 31),
        }
    }

    fn counted(respondents: u32, successes: u32, period: Period, freshness: Freshness) -> Finding {
        Finding::Counted(Sum {
            counts: Counts {
                respondents,
                successes,
            },
            period,
            freshness,
            oldest_end: period.to,
        })
    }

    #[test]
    fn counts_add_up_over_the_whole_time_and_are_as_old_as_their_oldest_part() {
        let parts = [
            counted(10, 4, year(2025), Freshness::Current),
            Finding::Withdrawn,
            counted(5, 5, year(2023), Freshness::Old),
        ];
        let whole = Period {
            from: date(2023, 1, 1),
            to: date(2025, 12, 31),
        };
        let Some(Finding::Counted(sum)) = add_up(&parts) else {
            panic!("two parts have counts")
        };
        let expected = Sum {
            counts: Counts {
                respondents: 15,
                successes: 9,
            },
            period: whole,
            freshness: Freshness::Old,
            oldest_end: date(2023, 12, 31),
        };
        assert_eq!(sum, expected);
    }

    #[test]
    fn cells_without_counts_keep_a_state_they_share() {
        let parts = [Finding::Withdrawn, Finding::Withdrawn];
        assert_eq!(add_up(&parts), Some(Finding::Withdrawn));
    }

    #[test]
    fn cells_in_different_states_come_to_not_supplied() {
        let parts = [
            Finding::Withdrawn,
            Finding::TooFew,
            Finding::NotSupplied(Some(year(2020))),
        ];
        assert_eq!(add_up(&parts), Some(Finding::NotSupplied(None)));
    }

    #[test]
    fn cells_that_are_all_too_old_keep_the_newest_period() {
        let parts = [
            Finding::NotSupplied(Some(year(2019))),
            Finding::NotSupplied(Some(year(2020))),
            Finding::NotSupplied(None),
        ];
        let newest = Finding::NotSupplied(Some(year(2020)));
        assert_eq!(add_up(&parts), Some(newest));
    }

    #[test]
    fn nothing_comes_to_nothing() {
        assert_eq!(add_up(&[]), None);
    }
}
