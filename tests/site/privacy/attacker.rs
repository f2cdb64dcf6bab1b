//! Somebody who subtracts what is shown from shown totals, and tries every whole number for what is left.
//!
//! For one provider and measure the shown numbers are sums of cells: one total, one per profile. Hidden cells under a
//! shown profile have a known sum; so have, under a shown total, all hidden cells of the hidden profiles. These *groups*
//! have no cell in common, and nothing else is known about their cells but whether they are too small. The attacker is
//! even told that, and which cells are empty.

use std::collections::{BTreeMap, BTreeSet};

use super::published::{Cell, Published};
use super::truth::{Counts, Truth};

/// Hidden cells of which the sum can be worked out.
#[derive(Debug)]
pub(super) struct Group {
    /// Of whom, and in which total.
    pub(super) name: String,
    /// Profile, intensity, and what was really counted.
    pub(super) members: BTreeMap<(String, String), Counts>,
    /// The sum, as worked out from what is published.
    pub(super) sum: Counts,
}

/// The cells of one provider and measure that hold something, with what is published about them.
type Leaves = BTreeMap<String, Vec<(String, Counts, Cell)>>;

/// Every group of a provider and measure.
pub(super) fn groups(
    truth: &Truth,
    published: &Published,
    provider: &str,
    measure: &str,
) -> Vec<Group> {
    let mut leaves = Leaves::new();
    for ((owner, profile, intensity, of), counts) in &truth.cells {
        if owner == provider && of == measure {
            let cell = published.cell(provider, profile, intensity, measure);
            let leaf = (intensity.clone(), *counts, cell);
            leaves.entry(profile.clone()).or_default().push(leaf);
        }
    }
    let mut groups = Vec::new();
    let mut shown_parts = Counts::default();
    let mut under_the_total = BTreeMap::new();
    for (profile, cells) in &leaves {
        let members = hidden(profile, cells);
        let parts = shown(cells);
        if let Cell::Shown(total) = published.cell(provider, profile, "", measure) {
            shown_parts = shown_parts.plus(total);
            groups.push(Group {
                name: format!("{measure} of {provider} for {profile}"),
                members,
                sum: total.minus(parts).expect("a total holds its parts"),
            });
        } else {
            shown_parts = shown_parts.plus(parts);
            under_the_total.extend(members);
        }
    }
    if let Cell::Shown(total) = published.cell(provider, "", "", measure) {
        groups.push(Group {
            name: format!("{measure} of {provider} in all"),
            members: under_the_total,
            sum: total.minus(shown_parts).expect("a total holds its parts"),
        });
    }
    groups
}

fn hidden(profile: &str, cells: &[(String, Counts, Cell)]) -> BTreeMap<(String, String), Counts> {
    cells
        .iter()
        .filter(|(_, counts, cell)| !matches!(cell, Cell::Shown(_)) && counts.respondents > 0)
        .map(|(intensity, counts, _)| ((profile.to_owned(), intensity.clone()), *counts))
        .collect()
}

fn shown(cells: &[(String, Counts, Cell)]) -> Counts {
    cells
        .iter()
        .filter_map(|(_, _, cell)| match cell {
            Cell::Shown(counts) => Some(*counts),
            Cell::TooFew | Cell::Absent => None,
        })
        .fold(Counts::default(), Counts::plus)
}

impl Group {
    /// What the group gives away.
    pub(super) fn leaks(&self, minimum: u64) -> Vec<String> {
        let real = self
            .members
            .values()
            .copied()
            .fold(Counts::default(), Counts::plus);
        assert_eq!(self.sum, real, "the attacker subtracts wrongly: {self:?}");
        let mut leaks = Vec::new();
        match self.members.len() {
            0 => {}
            1 => leaks.push(format!("{}: one hidden cell is what is left", self.name)),
            _ => {
                if self.sum.respondents < minimum {
                    leaks.push(format!("{}: fewer than {minimum} are left", self.name));
                }
                for cell in self.members.keys() {
                    if !self.leaves_doubt(cell, minimum) {
                        leaks.push(format!("{}: {cell:?} can be one thing only", self.name));
                    }
                }
            }
        }
        leaks
    }

    /// Whether respondents, successes and share of a cell can each be two things at least.
    fn leaves_doubt(&self, cell: &(String, String), minimum: u64) -> bool {
        let bounds = |counts: &Counts| {
            if counts.respondents < minimum {
                (1, minimum - 1)
            } else {
                (minimum, self.sum.respondents)
            }
        };
        let others = self.members.iter().filter(|(other, _)| *other != cell);
        let (least, most) = others
            .map(|(_, counts)| bounds(counts))
            .fold((0, 0), |(least, most), (low, high)| {
                (least + low, most + high)
            });
        let (low, high) = bounds(&self.members[cell]);
        let (mut respondents, mut successes) = (BTreeSet::new(), BTreeSet::new());
        let mut shares: Vec<(u64, u64)> = Vec::new();
        for of in low..=high.min(self.sum.respondents) {
            let rest = self.sum.respondents - of;
            if rest < least || rest > most {
                continue;
            }
            for good in 0..=of.min(self.sum.successes) {
                if self.sum.successes - good <= rest {
                    respondents.insert(of);
                    successes.insert(good);
                    if !shares.iter().any(|(other, part)| good * part == other * of) {
                        shares.push((good, of));
                    }
                }
            }
            if respondents.len() > 1 && successes.len() > 1 && shares.len() > 1 {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, Group};

    fn leaks(cells: &[(u64, u64)]) -> usize {
        let counts = |(respondents, successes): &(u64, u64)| Counts {
            respondents: *respondents,
            successes: *successes,
        };
        let sum = cells
            .iter()
            .map(counts)
            .fold(Counts::default(), Counts::plus);
        let member = |(at, cell)| ((format!("{at}"), String::new()), counts(cell));
        Group {
            name: "test".to_owned(),
            members: cells.iter().enumerate().map(member).collect(),
            sum,
        }
        .leaks(10)
        .len()
    }

    #[test]
    fn the_attacker_finds_what_is_given_away() {
        assert_eq!(leaks(&[(5, 3)]), 1, "a single cell is what is left");
        assert_eq!(
            leaks(&[(9, 3), (9, 4)]),
            2,
            "two cells as large as they can be"
        );
        assert_eq!(leaks(&[(6, 6), (7, 7)]), 2, "everybody succeeded");
        assert_eq!(leaks(&[(6, 0), (7, 0)]), 2, "nobody did");
        assert_eq!(leaks(&[(2, 1), (3, 1)]), 1, "too few are left");
    }

    #[test]
    fn the_attacker_finds_nothing_where_there_is_doubt() {
        assert_eq!(leaks(&[(7, 3), (8, 6)]), 0);
        assert_eq!(leaks(&[(5, 3), (20, 11)]), 0);
        assert_eq!(leaks(&[]), 0);
    }
}
