//! Totals in which hidden cells with other periods stand. When the row of one cell moves on and that of another does not, two such
//! totals differ by a part of one cell alone, which an earlier total of both cells would give away further. So no such total is shown.

use std::collections::BTreeSet;

use super::family::FAMILY_SIZE;
use super::finding::Finding;
use super::provider::{Branch, Findings};
use super::suppression::Hidden;
use crate::model::Period;

impl Hidden {
    /// Hides every total behind which hidden cells of more than one period stand.
    pub(super) fn without_mixed_periods(mut self, branches: &[Branch]) -> Self {
        let of_branch = |rank: usize| {
            let leaves = branches[rank].leaves.iter().zip(&self.leaves[rank]);
            leaves
                .filter(|(_, is_hidden)| **is_hidden)
                .map(|(leaf, _)| leaf)
        };
        let profiles = self.profiles.iter().enumerate();
        let profiles: Vec<bool> = profiles
            .map(|(rank, is_hidden)| *is_hidden || is_mixed(of_branch(rank)))
            .collect();
        // A profile that is shown can be taken from the total with its hidden cells.
        let rest = (0..branches.len()).filter(|rank| profiles[*rank]);
        let is_all_hidden = self.all || is_mixed(rest.flat_map(of_branch));
        self.profiles = profiles;
        self.all = is_all_hidden;
        self
    }
}

/// Whether cells have counts of more than one period in one measure.
fn is_mixed<'a>(leaves: impl Iterator<Item = &'a Findings>) -> bool {
    let mut periods: [BTreeSet<Period>; FAMILY_SIZE] = Default::default();
    for leaf in leaves {
        for (finding, periods) in leaf.by_measure.iter().zip(&mut periods) {
            if let Some(Finding::Counted(sum)) = finding {
                periods.insert(sum.period);
            }
        }
    }
    periods.iter().any(|periods| periods.len() > 1)
}
