//! Whether the hidden cells behind a shown total can still be more than one thing. Start at [`Residual::doubt`].

use std::collections::{BTreeMap, BTreeSet};

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

/// What a reader who asks why something was not shown knows of a hidden cell besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// Nothing that depends on counts.
    None,
    /// Its counts, with those of others, decided that something was not shown.
    Judged,
    /// Its profile, with this rank, left doubt enough to be shown, and was hidden to protect others.
    Fitting(usize),
}

/// The hidden cells behind a shown total that lie under no shown part of it.
pub(super) struct Residual<'leaves> {
    /// The cells, and what is known of each besides.
    pub(super) cells: Vec<(&'leaves Leaf, Reason)>,
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
        let mixed: Vec<u32> = (0..FAMILY_SIZE)
            .map(|slot| self.known_to_be_mixed(slot, minimum))
            .collect();
        let sums: Vec<Option<Counts>> = measures.iter().map(|counts| sum(counts)).collect();
        let is_everybody = family
            .in_no_measure(&sums)
            .is_some_and(|stayed| mixed.iter().any(|mixed| stayed <= *mixed));
        let mut measures = measures.iter().zip(&mixed);
        if is_everybody || !measures.all(|(counts, mixed)| leaves_doubt(counts, *mixed, minimum)) {
            return Doubt::TooLittle;
        }
        Doubt::Enough
    }

    /// As [`Residual::doubt`], for a reader who asks why something was not shown: for which counts these rules would have
    /// hidden the same. Few people altogether are always a reason, so there must be such counts among them; and a profile
    /// that was hidden to protect others would have been shown for itself.
    pub(super) fn doubt_in_hindsight(&self, family: Family, minimum: u32) -> Doubt {
        let doubt = self.doubt(family, minimum);
        let has_explanations = |slot: usize| {
            let cells: Vec<(Counts, Reason)> = self.counts(slot).collect();
            has_explanations(&cells, minimum)
        };
        if doubt == Doubt::Enough && !(0..FAMILY_SIZE).all(has_explanations) {
            return Doubt::TooLittle;
        }
        doubt
    }

    fn counts(&self, slot: usize) -> impl Iterator<Item = (Counts, Reason)> {
        let cells = self.cells.iter();
        cells.filter_map(move |(leaf, reason)| Some((leaf.counts[slot]?, *reason)))
    }

    /// In how many cells or profiles that have no cell in common some but not all succeeded, as everybody knows: in cells
    /// that protect others, and in profiles that would have been shown, besides their own such cells.
    fn known_to_be_mixed(&self, slot: usize, minimum: u32) -> u32 {
        let protecting = self
            .counts(slot)
            .filter(|(counts, _)| counts.respondents >= minimum);
        let fitting: BTreeSet<usize> = self
            .counts(slot)
            .filter_map(|(_, reason)| match reason {
                Reason::Fitting(profile) => Some(profile),
                Reason::None | Reason::Judged => None,
            })
            .collect();
        let known = protecting.count() + fitting.len();
        u32::try_from(known).expect("a provider has fewer cells than fit in 32 bits")
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
/// be divided in more than one way as well. Where some but not all are known to have succeeded, in `mixed` parts of it,
/// there must be more than one success and one failure for each of them.
fn leaves_doubt(counts: &[Counts], mixed: u32, minimum: u32) -> bool {
    let Some(sum) = sum(counts) else {
        return true;
    };
    let rarest = sum.successes.min(sum.respondents - sum.successes);
    if sum.respondents < minimum || rarest <= mixed {
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

/// Cells that are known by a reason together, and what their respondents can come to.
struct Group {
    cells: Vec<Bounds>,
    sums: Bounds,
}

impl Group {
    fn of(reason: Reason, cells: Vec<Bounds>, minimum: u32) -> Self {
        let minimum = u64::from(minimum);
        let all = Bounds::together(cells.iter());
        let sums = match reason {
            Reason::None => all,
            // Few people together: then it was not shown, whatever else.
            Reason::Judged => Bounds {
                high: all.high.min(minimum - 1),
                ..all
            },
            // As many that each cell can be several numbers: see [`Bounds::values`].
            Reason::Fitting(_) => Bounds {
                low: minimum.max(all.low + LEAST_VALUES - 1),
                high: all.high.saturating_sub(LEAST_VALUES - 1),
            },
        };
        Self { cells, sums }
    }

    /// Whether every cell can be two numbers at least when the group comes to these sums.
    fn leaves_doubt(&self, sums: Bounds) -> bool {
        let all = Bounds::together(self.cells.iter());
        sums.low <= sums.high && self.cells.iter().all(|own| own.values(all, sums) >= 2)
    }
}

/// Whether there are counts for which the reasons hold, and every cell can be two things at least then.
fn has_explanations(cells: &[(Counts, Reason)], minimum: u32) -> bool {
    if cells.iter().all(|(_, reason)| *reason == Reason::None) {
        return true;
    }
    let respondents: u64 = cells
        .iter()
        .map(|(counts, _)| u64::from(counts.respondents))
        .sum();
    let mut by_reason: BTreeMap<Reason, Vec<Bounds>> = BTreeMap::new();
    for (counts, reason) in cells.iter().filter(|(counts, _)| counts.respondents > 0) {
        let bounds = Bounds::of(*counts, minimum, respondents);
        by_reason.entry(*reason).or_default().push(bounds);
    }
    let groups: Vec<Group> = by_reason
        .into_iter()
        .map(|(reason, cells)| Group::of(reason, cells, minimum))
        .collect();
    let all = Bounds::together(groups.iter().map(|group| &group.sums));
    groups.iter().all(|group| {
        let others = Bounds {
            low: all.low - group.sums.low,
            high: all.high - group.sums.high,
        };
        group.leaves_doubt(Bounds {
            low: group.sums.low.max(respondents.saturating_sub(others.high)),
            high: group.sums.high.min(respondents.saturating_sub(others.low)),
        })
    })
}
