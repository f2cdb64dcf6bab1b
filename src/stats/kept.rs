//! Former figures that stay, because newer ones would give something away beside them. Showing what was shown before, or
//! less of it, never does.

use std::collections::BTreeMap;

use super::family::FAMILY_SIZE;
use super::finding::Finding;
use super::provider::{Branch, Rules};
use super::release::{LeafName, Names, Release, ScopeName};
use super::suppression::{Hidden, Leaf};
use crate::model::Freshness;

/// What the cells come to now, by name and the place of the measure in the family.
type Present = BTreeMap<(LeafName, usize), Finding>;

fn present(branches: &[Branch], names: &Names) -> Present {
    let mut present = Present::new();
    for branch in branches {
        for leaf in &branch.leaves {
            let name = names.leaf(branch.profile, leaf.intensity);
            for (slot, finding) in leaf.by_measure.iter().enumerate() {
                if let Some(finding) = finding {
                    present.insert((name.clone(), slot), *finding);
                }
            }
        }
    }
    present
}

/// What may still be shown of the former figures: a score of which every cell still has counts, that is not too old, and
/// that reaches the minimum of today.
pub(super) fn what_stays(
    former: &Release,
    branches: &[Branch],
    names: &Names,
    rules: &Rules,
) -> Release {
    let minimum = rules.thresholds.privacy_minimum.max(1);
    let present = present(branches, names);
    let is_raised = former.minimum < minimum;
    let is_small = |leaf: &LeafName, slot: usize| {
        let line = former.shown.get(&(ScopeName::Cell(leaf.clone()), slot));
        line.is_none_or(|line| line.respondents < minimum)
    };
    let mut stays = former.clone();
    stays.shown.retain(|(scope, slot), line| {
        let is_young = match rules.freshness.judge(line.oldest_end, rules.today) {
            Freshness::Current | Freshness::Old => true,
            Freshness::Hidden => false,
        };
        let mut parts = former.leaves(*slot).filter(|leaf| scope.covers(leaf));
        is_young
            && line.respondents >= minimum
            && parts.all(|leaf| {
                let key = (leaf.clone(), *slot);
                let is_still_there = match present.get(&key) {
                    Some(Finding::Counted(_)) => true,
                    // The source withheld it before as well.
                    Some(Finding::TooFew) => former.hidden.contains(&key),
                    Some(Finding::NotMeasured | Finding::NotSupplied(_) | Finding::Withdrawn)
                    | None => false,
                };
                // Under a higher minimum a total could give a cell away that it did not give away before.
                is_still_there && !(is_raised && is_small(leaf, *slot))
            })
    });
    if stays != *former {
        stays.minimum = minimum;
    }
    stays.forget_uncovered();
    stays
}

/// Hides what was hidden before, so that the same cells stand behind every total, and what is too small. A cell that is
/// new is shown.
pub(super) fn hidden_as_before(
    former: &Release,
    (branches, counts): (&[Branch], &[Vec<Leaf>]),
    names: &Names,
    minimum: u32,
) -> Hidden {
    let is_shown = |scope: &ScopeName| former.shown.keys().any(|(own, _)| own == scope);
    let is_hidden = |leaf: &LeafName| former.hidden.iter().any(|(own, _)| own == leaf);
    let leaves: Vec<Vec<bool>> = branches
        .iter()
        .zip(counts)
        .map(|(branch, counts)| {
            let leaves = branch.leaves.iter().zip(counts);
            leaves
                .map(|(leaf, counts)| {
                    is_hidden(&names.leaf(branch.profile, leaf.intensity))
                        || counts.is_small(minimum)
                })
                .collect()
        })
        .collect();
    let profiles = branches.iter().zip(&leaves).map(|(branch, hidden)| {
        let name = names.profiles[branch.profile.index()].clone();
        let is_known = (0..FAMILY_SIZE).any(|slot| former.leaves(slot).any(|own| own.0 == name));
        !is_shown(&ScopeName::Profile(name)) && (is_known || hidden.contains(&true))
    });
    let profiles: Vec<bool> = profiles.collect();
    Hidden {
        leaves,
        profiles,
        all: !is_shown(&ScopeName::All),
    }
}

impl Hidden {
    /// Hides everything.
    pub(super) fn everything(branches: &[Branch]) -> Self {
        Self {
            leaves: branches
                .iter()
                .map(|branch| vec![true; branch.leaves.len()])
                .collect(),
            profiles: vec![true; branches.len()],
            all: true,
        }
    }
}
