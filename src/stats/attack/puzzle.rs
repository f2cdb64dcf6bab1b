//! Sums with unknown parts, solved by trying every whole number.

use std::collections::BTreeSet;

/// A hidden cell: the fewest and most respondents it can have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unknown {
    pub(super) low: u32,
    pub(super) high: u32,
}

/// A shown total without its shown parts.
#[derive(Clone, Debug)]
pub(super) struct Equation {
    pub(super) members: Vec<usize>,
    pub(super) respondents: u32,
    pub(super) successes: u32,
}

#[derive(Debug, Default)]
pub(super) struct Puzzle {
    pub(super) unknowns: Vec<Unknown>,
    pub(super) equations: Vec<Equation>,
    /// Whether successes are looked for as well.
    pub(super) has_successes: bool,
}

/// The values found possible for one cell.
#[derive(Default)]
struct Possible {
    respondents: BTreeSet<u32>,
    successes: BTreeSet<u32>,
    shares: BTreeSet<(u32, u32)>,
}

impl Possible {
    fn add(&mut self, respondents: u32, successes: u32) {
        let mut divisor = (respondents, successes);
        while divisor.1 > 0 {
            divisor = (divisor.1, divisor.0 % divisor.1);
        }
        let divisor = divisor.0.max(1);
        self.respondents.insert(respondents);
        self.successes.insert(successes);
        self.shares
            .insert((successes / divisor, respondents / divisor));
    }

    fn leaves_doubt(&self, has_successes: bool) -> bool {
        let successes_in_doubt = self.successes.len() >= 2 && self.shares.len() >= 2;
        self.respondents.len() >= 2 && (successes_in_doubt || !has_successes)
    }
}

impl Puzzle {
    /// The unknowns that a shown total pins to one number of respondents, of successes, or one share.
    pub(super) fn pinned(&self) -> Vec<usize> {
        (0..self.unknowns.len())
            .filter(|unknown| self.is_in_a_total(*unknown))
            .filter(|unknown| !self.possible(*unknown).leaves_doubt(self.has_successes))
            .collect()
    }

    fn is_in_a_total(&self, unknown: usize) -> bool {
        let mut equations = self.equations.iter();
        equations.any(|equation| equation.members.contains(&unknown))
    }

    fn possible(&self, unknown: usize) -> Possible {
        let mut order = vec![unknown];
        order.extend(
            (0..self.unknowns.len())
                .filter(|other| *other != unknown && self.is_in_a_total(*other)),
        );
        let mut possible = Possible::default();
        let mut equations = self.equations.clone();
        for (respondents, successes) in self.values(unknown, &equations) {
            if possible.leaves_doubt(self.has_successes) {
                break;
            }
            take(&mut equations, unknown, respondents, successes);
            if self.has_solution(&order[1..], &mut equations) {
                possible.add(respondents, successes);
            }
            put_back(&mut equations, unknown, respondents, successes);
        }
        possible
    }

    /// Whether the unknowns of the order can be given values so that every equation comes out.
    fn has_solution(&self, order: &[usize], equations: &mut Vec<Equation>) -> bool {
        let can_come_out = equations.iter().all(|equation| {
            let open = || {
                let members = equation.members.iter();
                members.filter(|member| order.contains(member))
            };
            let low: u32 = open().map(|member| self.unknowns[*member].low).sum();
            let high = open().fold(0_u32, |high, member| {
                high.saturating_add(self.unknowns[*member].high)
            });
            (low..=high).contains(&equation.respondents)
                && equation.successes <= equation.respondents
        });
        let Some((unknown, rest)) = order.split_first() else {
            return can_come_out;
        };
        can_come_out
            && self
                .values(*unknown, equations)
                .any(|(respondents, successes)| {
                    take(equations, *unknown, respondents, successes);
                    let found = self.has_solution(rest, equations);
                    put_back(equations, *unknown, respondents, successes);
                    found
                })
    }

    /// Every value an unknown can have by itself, within what is left of its totals.
    fn values(
        &self,
        unknown: usize,
        equations: &[Equation],
    ) -> impl Iterator<Item = (u32, u32)> + use<> {
        let totals = || {
            let equations = equations.iter();
            equations.filter(|equation| equation.members.contains(&unknown))
        };
        let Unknown { low, high } = self.unknowns[unknown];
        let most = totals().map(|total| total.respondents).min();
        let most_successes = totals().map(|total| total.successes).min();
        let most = most
            .expect("only cells in a total are looked for")
            .min(high);
        let most_successes = most_successes.expect("only cells in a total are looked for");
        (low..=most).flat_map(move |respondents| {
            (0..=respondents.min(most_successes)).map(move |successes| (respondents, successes))
        })
    }
}

/// Subtracts every equation from those that hold all of its members, so that few overlap.
pub(super) fn eliminate(mut equations: Vec<Equation>) -> Vec<Equation> {
    equations.sort_by_key(|equation| equation.members.len());
    let mut reduced: Vec<Equation> = Vec::new();
    for mut equation in equations {
        for part in &reduced {
            let mut members = part.members.iter();
            if members.all(|member| equation.members.contains(member)) {
                equation
                    .members
                    .retain(|member| !part.members.contains(member));
                equation.respondents -= part.respondents;
                equation.successes -= part.successes;
            }
        }
        if !equation.members.is_empty() {
            reduced.push(equation);
        }
    }
    reduced
}

fn take(equations: &mut [Equation], unknown: usize, respondents: u32, successes: u32) {
    for equation in equations {
        if equation.members.contains(&unknown) {
            equation.respondents -= respondents;
            equation.successes -= successes;
        }
    }
}

fn put_back(equations: &mut [Equation], unknown: usize, respondents: u32, successes: u32) {
    for equation in equations {
        if equation.members.contains(&unknown) {
            equation.respondents += respondents;
            equation.successes += successes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Equation, Puzzle, Unknown, eliminate};

    /// A puzzle over the cells of one provider in one profile, with a minimum of ten.
    fn puzzle(unknowns: &[(u32, u32)], equations: &[(&[usize], u32, u32)]) -> Puzzle {
        let unknowns = unknowns.iter().map(|(low, high)| Unknown {
            low: *low,
            high: *high,
        });
        let equations = equations
            .iter()
            .map(|(members, respondents, successes)| Equation {
                members: members.to_vec(),
                respondents: *respondents,
                successes: *successes,
            });
        Puzzle {
            unknowns: unknowns.collect(),
            equations: eliminate(equations.collect()),
            has_successes: true,
        }
    }

    #[test]
    fn the_attacker_subtracts() {
        assert_eq!(puzzle(&[(0, 9)], &[(&[0], 5, 3)]).pinned(), [0]);
    }

    #[test]
    fn the_attacker_knows_that_small_cells_are_small() {
        let both = [0, 1];
        assert_eq!(
            puzzle(&[(0, 9), (0, 9)], &[(&both, 18, 9)]).pinned(),
            [0, 1]
        );
        assert!(
            puzzle(&[(0, 9), (0, 9)], &[(&both, 17, 9)])
                .pinned()
                .is_empty()
        );
    }

    #[test]
    fn the_attacker_sees_that_nobody_succeeded() {
        assert_eq!(
            puzzle(&[(0, 9), (0, 9)], &[(&[0, 1], 12, 0)]).pinned(),
            [0, 1]
        );
    }

    #[test]
    fn the_attacker_subtracts_a_profile_from_the_total() {
        let unknowns = [(0, 9), (0, 9), (0, 9)];
        let equations: [(&[usize], u32, u32); 2] = [(&[0, 1, 2], 16, 8), (&[0, 1], 11, 6)];
        assert_eq!(puzzle(&unknowns, &equations).pinned(), [2]);
    }
}
