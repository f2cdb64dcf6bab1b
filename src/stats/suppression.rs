//! Which cells of a provider are hidden, so that nothing hidden can be worked out from what is shown.
//!
//! The shown numbers of one provider and family form a tree: all, profiles, cells (the leaves). Whoever takes a shown
//! total and subtracts every shown part of it learns the respondents and successes of what is left: its *residual*,
//! the hidden cells under it that lie under no shown part. Residuals of different totals have no cell in common, so
//! each can be judged by itself. Start at [`suppress`].

use super::counts::Counts;
use super::family::FAMILY_SIZE;

/// The counts of one cell in every measure of a family.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Leaf {
    /// Counts, by the place of the measure in the family.
    pub(super) counts: [Option<Counts>; FAMILY_SIZE],
    /// Whether the source withheld a measure of it, because there were too few.
    pub(super) is_withheld: bool,
}

impl Leaf {
    fn is_counted(&self) -> bool {
        self.counts.iter().any(Option::is_some)
    }

    fn is_below(&self, minimum: u32) -> bool {
        let mut counts = self.counts.iter().flatten();
        counts.any(|counts| counts.respondents < minimum)
    }

    /// Whether it must be hidden for itself.
    pub(super) fn is_small(&self, minimum: u32) -> bool {
        self.is_withheld || self.is_below(minimum.max(1))
    }

    fn respondents(&self) -> u64 {
        let counts = self.counts.iter().flatten();
        counts.map(|counts| u64::from(counts.respondents)).sum()
    }
}

/// What is hidden, in all measures of the family at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hidden {
    /// Cells, by profile.
    pub(super) leaves: Vec<Vec<bool>>,
    /// Profiles.
    pub(super) profiles: Vec<bool>,
    /// The total.
    pub(super) all: bool,
}

/// Hides cells with fewer respondents than the minimum, then as few others as keep them hidden.
///
/// A profile whose residual gives something away is hidden itself. For the total, cells and profiles are hidden,
/// cheapest first, until its residual is safe; where that does not help, the total is hidden instead. A profile that is
/// safe after that is shown again.
pub(super) fn suppress(profiles: &[Vec<Leaf>], minimum: u32) -> Hidden {
    // A cell without respondents has no share to show, whatever the setting.
    let minimum = minimum.max(1);
    let is_hidden = |leaf: &Leaf| leaf.is_small(minimum);
    let leaves = profiles
        .iter()
        .map(|leaves| leaves.iter().map(is_hidden).collect());
    let mut tree = Tree {
        profiles,
        minimum,
        hidden: Hidden {
            leaves: leaves.collect(),
            profiles: vec![false; profiles.len()],
            all: false,
        },
    };
    for profile in 0..profiles.len() {
        tree.hide_unsafe_profile(profile);
    }
    tree.protect_total();
    for profile in 0..profiles.len() {
        tree.show_safe_profile(profile);
    }
    tree.hidden
}

/// Whether a choice of what to hide shows nothing that is too small and nothing that gives a hidden cell away.
pub(super) fn is_enough(profiles: &[Vec<Leaf>], hidden: &Hidden, minimum: u32) -> bool {
    let minimum = minimum.max(1);
    let mut leaves = profiles
        .iter()
        .flatten()
        .zip(hidden.leaves.iter().flatten());
    let tree = Tree {
        profiles,
        minimum,
        hidden: hidden.clone(),
    };
    let is_profile_safe = |profile: usize| {
        let residual: Vec<&Leaf> = tree.hidden_leaves(profile).collect();
        hidden.profiles[profile] || is_safe(&residual, minimum)
    };
    leaves.all(|(leaf, is_hidden)| *is_hidden || !leaf.is_small(minimum))
        && (0..profiles.len()).all(is_profile_safe)
        && (hidden.all || tree.is_total_safe())
}

/// One thing to hide: a profile, or one of its cells.
#[derive(Clone, Copy)]
struct Step {
    profile: usize,
    leaf: Option<usize>,
}

struct Tree<'leaves> {
    profiles: &'leaves [Vec<Leaf>],
    minimum: u32,
    hidden: Hidden,
}

impl Tree<'_> {
    fn hide_unsafe_profile(&mut self, profile: usize) {
        let residual: Vec<&Leaf> = self.hidden_leaves(profile).collect();
        if !is_safe(&residual, self.minimum) {
            self.hidden.profiles[profile] = true;
        }
    }

    fn protect_total(&mut self) {
        let before = self.hidden.clone();
        while !self.is_total_safe() {
            let Some(step) = self.cheapest_step() else {
                // Hiding more does not help, so it should not be done either.
                self.hidden = before;
                self.hidden.all = true;
                return;
            };
            self.take(step);
        }
    }

    /// A profile that was hidden for one cell may be shown when the total took a second cell with it.
    fn show_safe_profile(&mut self, profile: usize) {
        if self.hidden.profiles[profile] {
            self.hidden.profiles[profile] = false;
            self.hide_unsafe_profile(profile);
            if !self.hidden.all && !self.is_total_safe() {
                self.hidden.profiles[profile] = true;
            }
        }
    }

    fn is_total_safe(&self) -> bool {
        let residual: Vec<&Leaf> = (0..self.profiles.len())
            .filter(|profile| self.hidden.profiles[*profile])
            .flat_map(|profile| self.hidden_leaves(profile))
            .collect();
        is_safe(&residual, self.minimum)
    }

    fn take(&mut self, step: Step) {
        if let Some(leaf) = step.leaf {
            self.hidden.leaves[step.profile][leaf] = true;
            self.hide_unsafe_profile(step.profile);
        } else {
            self.hidden.profiles[step.profile] = true;
        }
    }

    /// The step that adds to the residual of the total and hides the fewest numbers, then the fewest respondents.
    fn cheapest_step(&self) -> Option<Step> {
        (0..self.profiles.len())
            .filter_map(|profile| self.cheapest_step_in(profile))
            .min_by_key(|(cost, step)| (*cost, step.profile))
            .map(|(_, step)| step)
    }

    fn cheapest_step_in(&self, profile: usize) -> Option<((u32, u64), Step)> {
        let is_shown = !self.hidden.profiles[profile];
        let leaves = &self.profiles[profile];
        if is_shown && self.hidden_leaves(profile).next().is_some() {
            let respondents = leaves.iter().map(Leaf::respondents).sum();
            let step = Step {
                profile,
                leaf: None,
            };
            return Some(((1, respondents), step));
        }
        // A profile that showed all its cells gives away the one hidden now, so it goes as well.
        let numbers = if is_shown { 2 } else { 1 };
        (0..leaves.len())
            .filter(|leaf| !self.hidden.leaves[profile][*leaf] && leaves[*leaf].is_counted())
            .min_by_key(|leaf| leaves[*leaf].respondents())
            .map(|leaf| {
                let step = Step {
                    profile,
                    leaf: Some(leaf),
                };
                ((numbers, leaves[leaf].respondents()), step)
            })
    }

    fn hidden_leaves(&self, profile: usize) -> impl Iterator<Item = &Leaf> {
        self.profiles[profile]
            .iter()
            .zip(&self.hidden.leaves[profile])
            .filter(|(leaf, hidden)| **hidden && leaf.is_counted())
            .map(|(leaf, _)| leaf)
    }
}

/// Whether a residual gives away neither respondents nor a share of any of its cells, in any measure.
fn is_safe(residual: &[&Leaf], minimum: u32) -> bool {
    let is_measure_safe = |slot: usize| {
        let counts: Vec<Counts> = residual
            .iter()
            .filter_map(|leaf| leaf.counts[slot])
            .collect();
        leaves_doubt(&counts, minimum)
    };
    (0..FAMILY_SIZE).all(is_measure_safe) && !measures_differ_by_a_few(residual)
}

/// Whether the respondents, successes and share of every cell can still be two things at least, for a reader who
/// knows the sum of the counts, which cells are too small, which were hidden to protect others, and which are empty.
///
/// Two values for the respondents of every cell are enough: with some but not all successful, the successes can then
/// be divided in more than one way as well.
fn leaves_doubt(counts: &[Counts], minimum: u32) -> bool {
    if counts.is_empty() {
        return true;
    }
    let respondents: u64 = counts
        .iter()
        .map(|counts| u64::from(counts.respondents))
        .sum();
    let successes: u64 = counts
        .iter()
        .map(|counts| u64::from(counts.successes))
        .sum();
    if respondents < u64::from(minimum) || successes == 0 || successes == respondents {
        return false;
    }
    let bounds: Vec<(u64, u64)> = counts
        .iter()
        .filter(|counts| counts.respondents > 0)
        .map(|counts| {
            if counts.respondents < minimum {
                (1, u64::from(minimum) - 1)
            } else {
                (u64::from(minimum), respondents)
            }
        })
        .collect();
    let least: u64 = bounds.iter().map(|(low, _)| low).sum();
    let most: u64 = bounds.iter().map(|(_, high)| high).sum();
    bounds.len() >= 2
        && bounds.iter().all(|(low, high)| {
            let from = respondents.saturating_sub(most - high).max(*low);
            let to = (respondents - (least - low)).min(*high);
            from < to
        })
}

/// Whether two measures count some hidden cells in common, and others not: the same people answer both, so the
/// difference of their residuals gives away the cells that only one of them counts.
fn measures_differ_by_a_few(residual: &[&Leaf]) -> bool {
    (0..FAMILY_SIZE).any(|one| {
        (one + 1..FAMILY_SIZE).any(|other| {
            let has = |leaf: &Leaf| (leaf.counts[one].is_some(), leaf.counts[other].is_some());
            residual.iter().any(|leaf| has(leaf) == (true, true))
                && residual.iter().any(|leaf| {
                    let (in_one, in_other) = has(leaf);
                    in_one != in_other
                })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{Counts, Hidden, Leaf, suppress};

    fn leaf(counts: &[(u32, u32)]) -> Leaf {
        let mut leaf = Leaf::default();
        for (slot, (respondents, successes)) in counts.iter().enumerate() {
            leaf.counts[slot] = Some(Counts {
                respondents: *respondents,
                successes: *successes,
            });
        }
        leaf
    }

    fn hide(profiles: &[&[(u32, u32)]]) -> Hidden {
        let profiles: Vec<Vec<Leaf>> = profiles
            .iter()
            .map(|leaves| leaves.iter().map(|counts| leaf(&[*counts])).collect())
            .collect();
        suppress(&profiles, 10)
    }

    #[test]
    fn large_cells_hide_nothing() {
        let hidden = hide(&[&[(10, 5), (20, 20)], &[(30, 0)]]);
        assert_eq!(hidden.leaves, [vec![false, false], vec![false]]);
        assert_eq!(hidden.profiles, [false, false]);
        assert!(!hidden.all);
    }

    #[test]
    fn a_single_small_cell_takes_another_cell_of_its_profile_with_it() {
        let hidden = hide(&[&[(5, 3), (20, 10)], &[(40, 20)], &[(15, 9)]]);
        assert_eq!(hidden.leaves, [vec![true, true], vec![false], vec![false]]);
        assert_eq!(hidden.profiles, [false, false, false]);
        assert!(!hidden.all);
    }

    #[test]
    fn a_profile_of_one_small_cell_takes_the_smallest_other_profile_of_one_cell_with_it() {
        let hidden = hide(&[&[(5, 3)], &[(40, 20)], &[(15, 9)]]);
        assert_eq!(hidden.leaves, [[true], [false], [true]]);
        assert_eq!(hidden.profiles, [true, false, true]);
        assert!(!hidden.all);
    }

    #[test]
    fn two_small_cells_may_stand_behind_the_number_of_their_profile() {
        let hidden = hide(&[&[(7, 3), (8, 6)], &[(40, 20)]]);
        assert_eq!(hidden.leaves, [vec![true, true], vec![false]]);
        assert_eq!(hidden.profiles, [false, false]);
        assert!(!hidden.all);
    }

    #[test]
    fn a_profile_in_which_everyone_succeeded_is_hidden_with_its_small_cells() {
        let hidden = hide(&[&[(7, 7), (8, 8)]]);
        assert_eq!(hidden.profiles, [true]);
        assert!(hidden.all);
    }

    #[test]
    fn two_cells_as_large_as_small_cells_can_be_are_given_away_by_their_sum() {
        assert_eq!(hide(&[&[(9, 3), (9, 6)]]).profiles, [true]);
        assert_eq!(hide(&[&[(9, 3), (8, 6)]]).profiles, [false]);
    }

    #[test]
    fn an_empty_cell_protects_nobody() {
        let hidden = hide(&[&[(0, 0), (9, 6), (30, 10)]]);
        assert_eq!(hidden.leaves, [[true, true, true]]);
        let hidden = hide(&[&[(0, 0), (30, 10)]]);
        assert_eq!((hidden.profiles, hidden.all), (vec![true], true));
    }

    #[test]
    fn a_total_that_cannot_be_protected_is_hidden_and_the_cells_stay() {
        let hidden = hide(&[&[(5, 3)], &[(40, 40)], &[(40, 40)]]);
        assert!(!hidden.all);
        let hidden = hide(&[&[(5, 0)], &[(40, 0)], &[(40, 0)]]);
        assert!(hidden.all);
        assert_eq!(hidden.leaves, [[true], [false], [false]]);
        assert_eq!(hidden.profiles, [true, false, false]);
    }

    #[test]
    fn a_cell_that_is_small_in_one_measure_is_hidden_in_all_of_the_family() {
        let profiles = [vec![leaf(&[(5, 3), (12, 6)]), leaf(&[(50, 30), (50, 20)])]];
        assert!(suppress(&profiles, 10).leaves[0][0]);
    }

    #[test]
    fn measures_that_share_hidden_cells_must_share_all_of_them() {
        let same = [vec![
            leaf(&[(7, 3), (7, 2)]),
            leaf(&[(8, 4), (8, 5)]),
            leaf(&[(6, 4), (6, 5)]),
        ]];
        assert_eq!(suppress(&same, 10).profiles, [false]);
        let differing = [vec![
            leaf(&[(7, 3), (7, 2)]),
            leaf(&[(8, 4), (8, 5)]),
            leaf(&[(6, 4)]),
        ]];
        assert_eq!(suppress(&differing, 10).profiles, [true]);
    }

    #[test]
    fn a_minimum_of_nothing_still_shows_no_share_of_nobody() {
        assert_eq!(suppress(&[vec![leaf(&[(0, 0)])]], 0).leaves, [[true]]);
    }
}
