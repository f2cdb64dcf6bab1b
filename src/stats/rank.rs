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

/// Ranks scores on one measure, best first. A new rank starts only where an interval no longer overlaps that of the
/// best of the tie. Inside a tie the given order stays, so give them by name.
#[must_use]
pub fn rank(measure: Measure, scores: &[(ProviderId, Score)]) -> Vec<Ranked> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|a, b| best_first(measure, &scores[*a].1, &scores[*b].1));
    let mut ranked = Vec::with_capacity(scores.len());
    let mut next = 1;
    for tie in ties(&order, scores) {
        let rank = next;
        let mut tie = tie.to_vec();
        tie.sort_unstable();
        for place in tie {
            let provider = scores[place].0;
            ranked.push(Ranked { provider, rank });
            next += 1;
        }
    }
    ranked
}

/// Cuts a sorted list where an interval no longer overlaps the first of its group.
fn ties<'order>(order: &'order [usize], scores: &[(ProviderId, Score)]) -> Vec<&'order [usize]> {
    let mut groups = Vec::new();
    let mut rest = order;
    while let Some(first) = rest.first() {
        let best = scores[*first].1.interval;
        let length = rest
            .iter()
            .position(|place| !overlap(best, scores[*place].1.interval))
            .unwrap_or(rest.len());
        let (group, others) = rest.split_at(length);
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
    fn nobody_is_ranked_when_there_are_no_scores() {
        assert_eq!(ranks(Measure::GoalEducation, &[]), []);
    }
}
