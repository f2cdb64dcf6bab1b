//! Which cells of a provider are hidden, so that nothing hidden can be worked out from what is shown.
//!
//! The shown numbers of one provider and family form a tree: all, profiles, cells (the leaves). Whoever takes a shown
//! total and subtracts every shown part of it learns the respondents and successes of what is left: its *residual*,
//! the hidden cells under it that lie under no shown part. Residuals of different totals have no cell in common, so
//! each can be judged by itself.
//!
//! A reader knows these rules too, and asks for which counts they would have hidden just this. So what is hidden to protect
//! something is chosen by what is counted and by what is no secret of what stays shown, never by how many people a hidden
//! cell has. Where counts did decide, [`super::doubt`] leaves other counts that would have decided the same. Start at
//! [`suppress`].

use super::counts::Counts;
use super::doubt::{Doubt, Reason, Residual};
use super::family::{FAMILY_SIZE, Family};

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

    /// Whether some but not all succeeded, in every measure. Together with others it says nothing of theirs then.
    fn is_mixed(&self, family: Family) -> bool {
        let mut counts = self.counts.iter().flatten();
        let is_mixed =
            |counts: &Counts| 0 < counts.successes && counts.successes < counts.respondents;
        counts.all(is_mixed) && family.in_no_measure(&self.counts) != Some(0)
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

/// Hides cells with fewer respondents than the minimum, then others that keep them hidden.
///
/// A profile whose residual gives something away is hidden itself. For the total, a cell or profile is hidden besides;
/// where that does not help, the total is hidden.
pub(super) fn suppress(profiles: &[Vec<Leaf>], family: Family, minimum: u32) -> Hidden {
    // A cell without respondents has no share to show, whatever the setting.
    let minimum = minimum.max(1);
    let is_hidden = |leaf: &Leaf| leaf.is_small(minimum);
    let leaves = profiles
        .iter()
        .map(|leaves| leaves.iter().map(is_hidden).collect());
    let hidden = Hidden {
        leaves: leaves.collect(),
        profiles: vec![false; profiles.len()],
        all: false,
    };
    let mut tree = Tree::new(profiles, hidden, (family, minimum));
    for profile in 0..profiles.len() {
        tree.hide_unsafe_profile(profile);
    }
    tree.protect_total();
    tree.show_only_profile();
    tree.hidden
}

/// Whether a choice of what to hide shows nothing that is too small and nothing that gives a hidden cell away.
pub(super) fn is_enough(
    profiles: &[Vec<Leaf>],
    hidden: &Hidden,
    family: Family,
    minimum: u32,
) -> bool {
    let minimum = minimum.max(1);
    let mut leaves = profiles
        .iter()
        .flatten()
        .zip(hidden.leaves.iter().flatten());
    let tree = Tree::new(profiles, hidden.clone(), (family, minimum));
    let is_profile_safe =
        |profile: usize| hidden.profiles[profile] || tree.doubt_of(profile) == Doubt::Enough;
    leaves.all(|(leaf, is_hidden)| *is_hidden || !leaf.is_small(minimum))
        && (0..profiles.len()).all(is_profile_safe)
        && (hidden.all || tree.doubt_of_total() == Doubt::Enough)
}

/// One thing to hide: a profile, or one of its cells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    /// How many numbers it takes away.
    numbers: usize,
    profile: usize,
    leaf: Option<usize>,
}

struct Tree<'leaves> {
    profiles: &'leaves [Vec<Leaf>],
    family: Family,
    minimum: u32,
    hidden: Hidden,
    /// Why cells are hidden, as far as counts decided.
    reasons: Vec<Vec<Reason>>,
    /// Whether counts decided if a profile could be shown with a cell hidden that protects others.
    has_weighed: bool,
}

impl<'leaves> Tree<'leaves> {
    fn new(
        profiles: &'leaves [Vec<Leaf>],
        hidden: Hidden,
        (family, minimum): (Family, u32),
    ) -> Self {
        let reasons = profiles
            .iter()
            .map(|leaves| vec![Reason::None; leaves.len()]);
        Self {
            profiles,
            family,
            minimum,
            reasons: reasons.collect(),
            has_weighed: false,
            hidden,
        }
    }

    fn hide_unsafe_profile(&mut self, profile: usize) -> Doubt {
        let doubt = self.doubt_of(profile);
        if doubt == Doubt::TooLittle {
            self.give_reason(profile, Reason::Judged);
        }
        self.hidden.profiles[profile] = doubt != Doubt::Enough;
        doubt
    }

    fn protect_total(&mut self) {
        let before = self.hidden.clone();
        let mut has_stepped = false;
        loop {
            match self.doubt_of_total() {
                Doubt::Enough => return,
                Doubt::TooLittle if has_stepped => {
                    // To show again what was hidden would tell why it did not help.
                    self.hidden.all = true;
                    return;
                }
                Doubt::TooLittle => self.judge_total(),
                Doubt::TooFewCells => {}
            }
            let Some(step) = self.next_step() else {
                // Hiding more does not help, so it should not be done either. But to show again what was hidden would tell what
                // counts decided meanwhile.
                if !self.has_weighed {
                    self.hidden = before;
                }
                self.hidden.all = true;
                return;
            };
            self.take(step);
            has_stepped = true;
        }
    }

    /// A profile that has all hidden cells behind the total is what is left of it: showing its number as well tells nothing.
    fn show_only_profile(&mut self) {
        let has_cells = |profile: &usize| {
            self.hidden.profiles[*profile] && !self.residual_of(*profile).cells.is_empty()
        };
        let hidden: Vec<usize> = (0..self.profiles.len()).filter(has_cells).collect();
        if let ([only], false) = (hidden.as_slice(), self.hidden.all) {
            self.hidden.profiles[*only] = false;
        }
    }

    fn doubt_of(&self, profile: usize) -> Doubt {
        self.residual_of(profile).doubt(self.family, self.minimum)
    }

    fn doubt_of_total(&self) -> Doubt {
        if self.hidden.all {
            return Doubt::Enough;
        }
        let profiles = (0..self.profiles.len()).filter(|profile| self.hidden.profiles[*profile]);
        let cells = profiles.flat_map(|profile| self.residual_of(profile).cells);
        let residual = Residual {
            cells: cells.collect(),
        };
        residual.doubt_in_hindsight(self.family, self.minimum)
    }

    fn give_reason(&mut self, profile: usize, reason: Reason) {
        let hidden = &self.hidden.leaves[profile];
        for (own, is_hidden) in self.reasons[profile].iter_mut().zip(hidden) {
            if *is_hidden {
                *own = reason;
            }
        }
    }

    fn judge_total(&mut self) {
        for profile in 0..self.profiles.len() {
            if self.hidden.profiles[profile] {
                self.give_reason(profile, Reason::Judged);
            }
        }
    }

    fn has_reasons(&self, profile: usize) -> bool {
        self.reasons[profile]
            .iter()
            .any(|reason| *reason != Reason::None)
    }

    fn take(&mut self, step: Step) {
        let Some(leaf) = step.leaf else {
            self.hidden.profiles[step.profile] = true;
            self.give_reason(step.profile, Reason::Fitting(step.profile));
            return;
        };
        self.hidden.leaves[step.profile][leaf] = true;
        // To show a profile again of which counts decided would tell more of them.
        if !self.has_reasons(step.profile) {
            let doubt = self.hide_unsafe_profile(step.profile);
            self.has_weighed |= doubt != Doubt::TooFewCells;
        }
    }

    /// The step that adds to the residual of the total and hides the fewest numbers; of several the first.
    fn next_step(&self) -> Option<Step> {
        (0..self.profiles.len())
            .filter_map(|profile| self.step_in(profile))
            .min()
    }

    fn step_in(&self, profile: usize) -> Option<Step> {
        let is_shown = !self.hidden.profiles[profile];
        if is_shown && !self.residual_of(profile).cells.is_empty() {
            return Some(Step {
                numbers: 1,
                profile,
                leaf: None,
            });
        }
        let leaves = &self.profiles[profile];
        let is_hidden = &self.hidden.leaves[profile];
        let leaf = (0..leaves.len()).find(|leaf| {
            !is_hidden[*leaf] && leaves[*leaf].is_counted() && leaves[*leaf].is_mixed(self.family)
        });
        leaf.map(|leaf| Step {
            // A profile that showed all its cells gives away the one hidden now, so it goes as well.
            numbers: if is_shown { 2 } else { 1 },
            profile,
            leaf: Some(leaf),
        })
    }

    /// The hidden cells of a profile.
    fn residual_of(&self, profile: usize) -> Residual<'_> {
        let leaves = self.profiles[profile].iter();
        let hidden = self.hidden.leaves[profile].iter();
        let cells = leaves.zip(hidden).zip(&self.reasons[profile]);
        Residual {
            cells: cells
                .filter(|((leaf, is_hidden), _)| **is_hidden && leaf.is_counted())
                .map(|((leaf, _), reason)| (leaf, *reason))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests;
