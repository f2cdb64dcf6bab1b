//! Sorting scores without making a league table of chance: scores whose intervals overlap stay ties.

use std::cmp::Ordering;

use super::score::{Interval, Score};
use crate::model::{Measure, ProviderId};

/// A provider with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Who.
    pub provider: ProviderId,
    /// One more than the number of providers in better groups; the same for all in a tie.
    pub rank: u32,
}

/// Ranks scores on one measure, best first. The best score makes a tie with every score whose interval overlaps its own;
/// the best of the others makes the next tie. So a score is never below a tie whose best it may equal. Inside a tie
/// the given order stays, so give them by name.
#[must_use]
pub fn rank(measure: Measure, scores: &[(ProviderId, Score)]) -> Vec<Ranked> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|a, b| best_first(measure, &scores[*a].1, &scores[*b].1));
    let mut ranked = Vec::with_capacity(scores.len());
    let mut next = 1;
    for mut tie in ties(order, scores) {
        let rank = next;
        tie.sort_unstable();
        for place in tie {
            let provider = scores[place].0;
            ranked.push(Ranked { provider, rank });
            next += 1;
        }
    }
    ranked
}

/// Takes, as long as there are any, the best score and all that its interval overlaps.
fn ties(order: Vec<usize>, scores: &[(ProviderId, Score)]) -> Vec<Vec<usize>> {
    let mut groups = Vec::new();
    let mut rest = order;
    while let Some(first) = rest.first() {
        let best = scores[*first].1.interval;
        let (group, others) = rest
            .into_iter()
            .partition(|place| overlap(best, scores[*place].1.interval));
        groups.push(group);
        rest = others;
    }
    groups
}

fn overlap(one: Interval, other: Interval) -> bool {
    one.low <= other.high && other.low <= one.high
}

/// Compares two shares as fractions, which is exact.
fn best_first(measure: Measure, one: &Score, other: &Score) -> Ordering {
    let product = |successes: u32, respondents: u32| u64::from(successes) * u64::from(respondents);
    let rising =
        product(one.successes, other.respondents).cmp(&product(other.successes, one.respondents));
    if measure.is_high_good() {
        rising.reverse()
    } else {
        rising
    }
}

/// A current score with a period that does not matter.
#[cfg(test)]
pub(super) fn score_of(successes: u32, respondents: u32) -> Score {
    let counts = super::counts::Counts {
        respondents,
        successes,
    };
    Score {
        respondents,
        successes,
        share: counts.share(),
        interval: super::wilson::wilson(counts),
        period: crate::model::Period {
            from: jiff::civil::date(2025, 1, 1),
            to: jiff::civil::date(2025, 12, 31),
        },
        freshness: crate::model::Freshness::Current,
        verdict: super::score::Verdict::TooLittleToSay,
        is_kept: false,
    }
}

#[cfg(test)]
mod tests {
    use super::{rank, score_of};
    use crate::model::{Measure, ProviderId};

    fn ranks(measure: Measure, shares: &[(u32, u32)]) -> Vec<(u32, u32)> {
        let scores: Vec<_> = (0..)
            .map(ProviderId)
            .zip(shares.iter().map(|(s, n)| score_of(*s, *n)))
            .collect();
        rank(measure, &scores)
            .into_iter()
            .map(|ranked| (ranked.provider.0, ranked.rank))
            .collect()
    }

    #[test]
    fn scores_that_clearly_differ_are_sorted_best_first() {
        let shares = [(100, 1000), (900, 1000), (500, 1000)];
        assert_eq!(
            ranks(Measure::GoalEducation, &shares),
            [(1, 1), (2, 2), (0, 3)]
        );
    }

    #[test]
    fn little_dropout_comes_first() {
        let shares = [(500, 1000), (100, 1000)];
        assert_eq!(ranks(Measure::DropoutNoShow, &shares), [(1, 1), (0, 2)]);
    }

    #[test]
    fn overlapping_scores_share_a_rank_and_keep_the_given_order() {
        let shares = [(50, 100), (100, 1000), (55, 100)];
        assert_eq!(
            ranks(Measure::GoalEducation, &shares),
            [(0, 1), (2, 1), (1, 3)]
        );
    }

    #[test]
    fn a_chain_of_overlaps_is_cut_at_the_reach_of_its_best() {
        let shares = [(60, 100), (50, 100), (40, 100)];
        assert_eq!(
            ranks(Measure::GoalEducation, &shares),
            [(0, 1), (1, 1), (2, 3)]
        );
    }

    #[test]
    fn a_wide_interval_that_reaches_the_best_is_in_its_tie_though_a_better_score_is_not() {
        let shares = [(950, 1000), (850, 1000), (24, 30)];
        assert_eq!(
            ranks(Measure::GoalEducation, &shares),
            [(0, 1), (1, 2), (2, 2)]
        );
        let shares = [(950, 1000), (860, 1000), (8, 10)];
        assert_eq!(
            ranks(Measure::GoalEducation, &shares),
            [(0, 1), (2, 1), (1, 3)]
        );
    }

    #[test]
    fn nobody_is_ranked_when_there_are_no_scores() {
        assert_eq!(ranks(Measure::GoalEducation, &[]), []);
    }
}
