//! Regional averages and the comparison with them.

use std::collections::BTreeMap;

use super::counts::Counts;
use super::score::{ProviderScores, RegionAverage, Score, ScoreCell, ScoreScope, Verdict};
use crate::model::Measure;

/// Fewer providers than this make no average: with one, it would be that provider compared with itself.
const FEWEST_PROVIDERS: u32 = 2;

/// The pooled share of every scope and measure, over shown scores only. An average that counted hidden cells as well
/// would give them away to whoever subtracts the shown ones; this one can be worked out from what is published.
pub(super) fn averages(
    providers: &[ProviderScores],
) -> BTreeMap<(ScoreScope, Measure), RegionAverage> {
    let mut pooled: BTreeMap<(ScoreScope, Measure), (Counts, u32)> = BTreeMap::new();
    for (key, cell) in providers.iter().flat_map(|scores| &scores.cells) {
        if let ScoreCell::Shown(score) = cell {
            let counts = Counts {
                respondents: score.respondents,
                successes: score.successes,
            };
            pooled
                .entry(*key)
                .and_modify(|(sum, providers)| {
                    *sum = sum.plus(counts);
                    *providers += 1;
                })
                .or_insert((counts, 1));
        }
    }
    pooled
        .into_iter()
        .filter(|(_, (_, providers))| *providers >= FEWEST_PROVIDERS)
        .map(|(key, (counts, providers))| {
            let average = RegionAverage {
                share: counts.share(),
                providers,
                respondents: counts.respondents,
            };
            (key, average)
        })
        .collect()
}

/// How a score compares with the average: only a whole interval on one side of it says anything.
pub(super) fn verdict(
    score: &Score,
    measure: Measure,
    average: Option<&RegionAverage>,
    reliability_minimum: u32,
) -> Verdict {
    let Some(average) = average else {
        return Verdict::TooLittleToSay;
    };
    if score.respondents < reliability_minimum {
        return Verdict::TooLittleToSay;
    }
    let (above, below) = if measure.is_high_good() {
        (Verdict::Better, Verdict::Lower)
    } else {
        (Verdict::Lower, Verdict::Better)
    };
    if score.interval.low > average.share {
        above
    } else if score.interval.high < average.share {
        below
    } else {
        Verdict::AboutTheSame
    }
}

#[cfg(test)]
mod tests {
    use super::verdict;
    use crate::model::Measure;
    use crate::stats::rank::score_of;
    use crate::stats::score::{RegionAverage, Share, Verdict};

    fn verdict_of(successes: u32, measure: Measure) -> Verdict {
        let average = RegionAverage {
            share: Share(0.5),
            providers: 2,
            respondents: 500,
        };
        verdict(&score_of(successes, 100), measure, Some(&average), 30)
    }

    #[test]
    fn a_whole_interval_above_the_average_is_better() {
        assert_eq!(verdict_of(70, Measure::GoalEducation), Verdict::Better);
    }

    #[test]
    fn a_whole_interval_below_the_average_is_lower() {
        assert_eq!(verdict_of(30, Measure::GoalEducation), Verdict::Lower);
    }

    #[test]
    fn an_interval_around_the_average_is_about_the_same() {
        assert_eq!(
            verdict_of(55, Measure::DropoutNoShow),
            Verdict::AboutTheSame
        );
    }

    #[test]
    fn little_dropout_is_better_and_much_is_lower() {
        assert_eq!(verdict_of(30, Measure::DropoutNoShow), Verdict::Better);
        assert_eq!(verdict_of(70, Measure::DropoutNoShow), Verdict::Lower);
    }

    #[test]
    fn fewer_respondents_than_the_reliability_minimum_are_too_little_to_say() {
        let average = RegionAverage {
            share: Share(0.1),
            providers: 2,
            respondents: 500,
        };
        let of = |respondents| {
            let score = score_of(respondents, respondents);
            verdict(&score, Measure::GoalEducation, Some(&average), 30)
        };
        assert_eq!(of(29), Verdict::TooLittleToSay);
        assert_eq!(of(30), Verdict::Better);
    }

    #[test]
    fn without_an_average_there_is_too_little_to_say() {
        let score = score_of(90, 100);
        let verdict = verdict(&score, Measure::GoalEducation, None, 30);
        assert_eq!(verdict, Verdict::TooLittleToSay);
    }
}
