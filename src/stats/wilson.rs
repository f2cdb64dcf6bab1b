//! The Wilson score interval for a share.

use super::counts::Counts;
use super::score::{Interval, Share};

/// The 97.5 % point of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// The 95 % score interval, without continuity correction.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
/// Statistical Association 22 (1927), 209-212; method 3 in R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872.
/// Without respondents there is no interval: do not ask.
pub(super) fn wilson(counts: Counts) -> Interval {
    let n = f64::from(counts.respondents);
    let share = counts.share().value();
    let spread = Z * Z / n;
    let middle = (share + spread / 2.0) / (1.0 + spread);
    let half = Z / (1.0 + spread) * (share * (1.0 - share) / n + spread / (4.0 * n)).sqrt();
    // At the ends the formula gives exactly 0 and 1; floating point does not.
    let low = if counts.successes == 0 {
        0.0
    } else {
        middle - half
    };
    let high = if counts.successes == counts.respondents {
        1.0
    } else {
        middle + half
    };
    Interval {
        low: Share(low),
        high: Share(high),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, prop_assert, proptest};

    use super::{Z, wilson};
    use crate::stats::counts::Counts;

    fn counts(successes: u32, respondents: u32) -> Counts {
        Counts {
            respondents,
            successes,
        }
    }

    /// Where the score test just rejects: `|s/n - p| = z sqrt(p (1 - p) / n)`, solved for p by halving.
    fn edge_by_bisection(counts: Counts, outside: f64) -> f64 {
        let share = f64::from(counts.successes) / f64::from(counts.respondents);
        let is_rejected =
            |p: f64| (share - p).abs() > Z * (p * (1.0 - p) / f64::from(counts.respondents)).sqrt();
        let (mut inside, mut outside) = (share, outside);
        for _ in 0..200 {
            let middle = f64::midpoint(inside, outside);
            if is_rejected(middle) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        inside
    }

    #[test]
    fn the_interval_agrees_with_the_table_of_newcombe_1998() {
        let table = [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ];
        for (successes, respondents, low, high) in table {
            let interval = wilson(counts(successes, respondents));
            assert!((interval.low.value() - low).abs() < 5e-5, "{interval:?}");
            assert!((interval.high.value() - high).abs() < 5e-5, "{interval:?}");
        }
    }

    #[test]
    fn nobody_and_everybody_reach_exactly_zero_and_one() {
        assert!(wilson(counts(0, 7)).low.value().to_bits() == 0.0_f64.to_bits());
        assert!(wilson(counts(7, 7)).high.value().to_bits() == 1.0_f64.to_bits());
    }

    proptest! {
        #[test]
        fn the_interval_solves_the_score_equation(
            counts in (1_u32..3000).prop_flat_map(|n| (Just(n), 0..=n)).prop_map(|(n, s)| counts(s, n))
        ) {
            let interval = wilson(counts);
            prop_assert!((interval.low.value() - edge_by_bisection(counts, 0.0)).abs() < 1e-9);
            prop_assert!((interval.high.value() - edge_by_bisection(counts, 1.0)).abs() < 1e-9);
        }
    }
}
