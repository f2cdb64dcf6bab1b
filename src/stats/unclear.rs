//! Totals of which nobody sees what they count, because the hidden cells behind them are not all of the days of the total, or not all in
//! it. When the row of one cell moves on to other days and that of another does not, two such totals differ by a part of one cell
//! alone, which an earlier total of both cells would give away further. When a shown cell is about more days than the hidden ones, so is
//! the total, and what follows from several of them goes unseen. And where the source withheld one of two hidden cells, a total
//! counts the other alone: three such totals, another cell withheld each time, give all three away. So no such total is shown.

use super::family::FAMILY_SIZE;
use super::finding::Finding;
use super::provider::{Branch, Findings};
use super::roll_up::add_up;
use super::suppression::Hidden;

impl Hidden {
    /// Hides every total behind which hidden cells of other days than its own stand, or some that it counts and some that the source
    /// withheld.
    pub(super) fn without_unclear_totals(mut self, branches: &[Branch]) -> Self {
        let cells: Vec<Vec<(&Findings, bool)>> = branches
            .iter()
            .zip(&self.leaves)
            .map(|(branch, hidden)| branch.leaves.iter().zip(hidden.iter().copied()).collect())
            .collect();
        let profiles = self.profiles.iter().zip(&cells);
        let profiles: Vec<bool> = profiles
            .map(|(is_hidden, cells)| *is_hidden || is_unclear(cells.iter().copied()))
            .collect();
        // Of a profile that is shown all cells together can be taken from the total.
        let of_all = cells
            .iter()
            .zip(&profiles)
            .flat_map(|(cells, is_profile_hidden)| {
                let cells = cells.iter().copied();
                cells.map(move |(leaf, is_hidden)| (leaf, is_hidden && *is_profile_hidden))
            });
        self.all |= is_unclear(of_all);
        self.profiles = profiles;
        self
    }
}

/// Whether the hidden ones among the cells of a total have, in one measure, counts of other days than all of them together, or some
/// have counts and others were withheld.
fn is_unclear<'a>(cells: impl Iterator<Item = (&'a Findings, bool)>) -> bool {
    let cells: Vec<(&Findings, bool)> = cells.collect();
    (0..FAMILY_SIZE).any(|slot| {
        let of_measure = |(leaf, _): &(&Findings, bool)| leaf.by_measure[slot];
        let hidden = cells.iter().filter(|(_, is_hidden)| *is_hidden);
        let hidden: Vec<Finding> = hidden.filter_map(of_measure).collect();
        let all: Vec<Finding> = cells.iter().filter_map(of_measure).collect();
        let (Some(Finding::Counted(_)), Some(Finding::Counted(whole))) =
            (add_up(&hidden), add_up(&all))
        else {
            return false;
        };
        hidden.iter().any(|finding| match finding {
            Finding::Counted(own) => own.period != whole.period,
            Finding::TooFew => true,
            Finding::NotMeasured | Finding::NotSupplied(_) | Finding::Withdrawn => false,
        })
    })
}
