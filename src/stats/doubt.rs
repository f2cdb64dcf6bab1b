//! Whether the hidden cells behind a shown total can still be more than one thing. Start at [`Residual::doubt`].

use super::counts::Counts;
use super::family::{FAMILY_SIZE, Family};
use super::suppression::Leaf;

/// How many values the respondents of a hidden cell can have at least.
const LEAST_VALUES: u64 = 3;

/// What a reader knows of hidden cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Nothing follows.
    Enough,
    /// Something would follow whatever the counts are: there are too few cells, or they differ between measures.
    TooFewCells,
    /// Something follows because the counts are what they are.
    TooLittle,
}

/// The hidden cells behind a shown total that lie under no shown part of it.
pub(super) struct Residual<'leaves> {
    /// The cells, and whether it was decided by their counts that something was not shown.
    pub(super) cells: Vec<(&'leaves Leaf, bool)>,
}

impl Residual<'_> {
    /// Whether a residual gives away neither respondents nor a share of any of its cells, in any measure.
    pub(super) fn doubt(&self, family: Family, minimum: u32) -> Doubt {
        let measures: Vec<Vec<Counts>> = (0..FAMILY_SIZE)
            .map(|slot| self.counts(slot).map(|(counts, _)| counts).collect())
            .collect();
        let is_alone = |counts: &Vec<Counts>| {
            let people = counts.iter().filter(|counts| counts.respondents > 0);
            !counts.is_empty() && people.count() < 2
        };
        if measures.iter().any(is_alone) || self.measures_differ_by_a_few() {
            return Doubt::TooFewCells;
        }
        let sums: Vec<Option<Counts>> = measures.iter().map(|counts| sum(counts)).collect();
        let is_everybody = family.is_everybody(&sums);
        if is_everybody || !measures.iter().all(|counts| leaves_doubt(counts, minimum)) {
            return Doubt::TooLittle;
        }
        Doubt::Enough
    }

    /// As [`Residual::doubt`], for a reader who asks why something was not shown: for which counts these rules would have
    /// hidden the same. Few people altogether are always a reason, so there must be such counts among them.
    pub(super) fn doubt_in_hindsight(&self, family: Family, minimum: u32) -> Doubt {
        let doubt = self.doubt(family, minimum);
        let is_possible = |slot: usize| {
            let cells: Vec<(Counts, bool)> = self.counts(slot).collect();
            could_have_been_few(&cells, minimum)
        };
        if doubt == Doubt::Enough && !(0..FAMILY_SIZE).all(is_possible) {
            return Doubt::TooLittle;
        }
        doubt
    }

    fn counts(&self, slot: usize) -> impl Iterator<Item = (Counts, bool)> {
        let cells = self.cells.iter();
        cells.filter_map(move |(leaf, is_judged)| Some((leaf.counts[slot]?, *is_judged)))
    }

    /// Whether two measures count some hidden cells in common, and others not: the same people answer both, so the
    /// difference of their residuals gives away the cells that only one of them counts.
    fn measures_differ_by_a_few(&self) -> bool {
        (0..FAMILY_SIZE).any(|one| {
            (one + 1..FAMILY_SIZE).any(|other| {
                let has = |leaf: &Leaf| (leaf.counts[one].is_some(), leaf.counts[other].is_some());
                let mut cells = self.cells.iter().map(|(leaf, _)| has(leaf));
                cells.clone().any(|has| has == (true, true))
                    && cells.any(|(in_one, in_other)| in_one != in_other)
            })
        })
    }
}

fn sum(counts: &[Counts]) -> Option<Counts> {
    counts.iter().copied().reduce(Counts::plus)
}

/// The values that the respondents of a cell can have, as far as its state tells.
#[derive(Clone, Copy)]
struct Bounds {
    low: u64,
    high: u64,
}

impl Bounds {
    fn of(counts: Counts, minimum: u32, most: u64) -> Self {
        let minimum = u64::from(minimum);
        if u64::from(counts.respondents) < minimum {
            Self {
                low: 1,
                high: minimum - 1,
            }
        } else {
            Self {
                low: minimum,
                high: most,
            }
        }
    }

    /// Those of several cells together.
    fn together<'a>(all: impl Iterator<Item = &'a Self>) -> Self {
        all.fold(Self { low: 0, high: 0 }, |sum, own| Self {
            low: sum.low + own.low,
            high: sum.high + own.high,
        })
    }

    /// How many values a cell can have when it and others, which have the bounds `all` together, come to these sums.
    fn values(self, all: Self, sums: Self) -> u64 {
        let from = sums.low.saturating_sub(all.high - self.high).max(self.low);
        let to = sums.high.saturating_sub(all.low - self.low).min(self.high);
        (to + 1).saturating_sub(from)
    }
}

/// Whether the respondents, successes and share of every cell can still be several things, for a reader who knows the
/// sum of the counts, which cells are too small, which were hidden to protect others, and which are empty.
///
/// Several values for the respondents of every cell are enough: with some but not all successful, the successes can then
/// be divided in more than one way as well. In a cell that protects others some but not all succeeded, which is known, so
/// there must be more than one success and one failure for each of them.
fn leaves_doubt(counts: &[Counts], minimum: u32) -> bool {
    let Some(sum) = sum(counts) else {
        return true;
    };
    let protects = |counts: &&Counts| counts.respondents >= minimum;
    let protecting = counts.iter().filter(protects).map(|_| 1).sum::<u32>();
    let rarest = sum.successes.min(sum.respondents - sum.successes);
    if sum.respondents < minimum || rarest <= protecting {
        return false;
    }
    let respondents = u64::from(sum.respondents);
    let people = counts.iter().filter(|counts| counts.respondents > 0);
    let bounds: Vec<Bounds> = people
        .map(|counts| Bounds::of(*counts, minimum, respondents))
        .collect();
    let all = Bounds::together(bounds.iter());
    let sums = Bounds {
        low: respondents,
        high: respondents,
    };
    bounds
        .iter()
        .all(|own| own.values(all, sums) >= LEAST_VALUES)
}

/// Whether the cells of which counts decided can have been fewer people together than the minimum, and every cell two
/// things at least then.
fn could_have_been_few(cells: &[(Counts, bool)], minimum: u32) -> bool {
    if !cells.iter().any(|(_, is_judged)| *is_judged) {
        return true;
    }
    let respondents: u64 = cells
        .iter()
        .map(|(counts, _)| u64::from(counts.respondents))
        .sum();
    let people = cells.iter().filter(|(counts, _)| counts.respondents > 0);
    let bounds: Vec<(Bounds, bool)> = people
        .map(|(counts, is_judged)| (Bounds::of(*counts, minimum, respondents), *is_judged))
        .collect();
    let part = |of: bool| {
        let own = bounds.iter().filter(move |(_, is_judged)| *is_judged == of);
        Bounds::together(own.map(|(bounds, _)| bounds))
    };
    let (judged, others) = (part(true), part(false));
    let few = Bounds {
        low: judged.low.max(respondents.saturating_sub(others.high)),
        high: judged
            .high
            .min(respondents.saturating_sub(others.low))
            .min(u64::from(minimum) - 1),
    };
    if few.low > few.high {
        return false;
    }
    let rest = Bounds {
        low: respondents - few.high,
        high: respondents - few.low,
    };
    bounds.iter().all(|(own, is_judged)| {
        let (all, sums) = if *is_judged {
            (judged, few)
        } else {
            (others, rest)
        };
        own.values(all, sums) >= 2
    })
}
