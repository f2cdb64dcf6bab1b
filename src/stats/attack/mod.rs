//! Tries to work out hidden counts from everything that is published, by search instead of by reasoning.
//!
//! The attacker knows every shown number of a provider and which cells are hidden. They are given more than a site
//! tells: which hidden cells are in the totals, which of them are too small and which only protect others, and, in
//! one of the attacks, which have no respondents at all. The averages of the region are worked out from shown scores
//! and so add nothing; a property below holds that fast.

mod consecutive;
mod inversion;
mod puzzle;
mod seen;
mod solved;
mod worlds;

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::TestCaseError;

use self::puzzle::{Equation, Puzzle, Unknown, eliminate};
use super::family::Family;
use super::score::{ProviderScores, ScoreCell, ScoreScope, Scores};
use super::score_tests::{counts, row, rules, score_rows};
use crate::model::{IntensityId, Measure, Outcome, ProfileId, ProviderId, Supplied};

type LeafKey = (ProfileId, IntensityId);
type Truth = BTreeMap<(ProviderId, LeafKey, Measure), (u32, u32)>;

/// What an attacker believes beyond the page.
#[derive(Clone, Copy, Debug)]
struct Attacker {
    minimum: u32,
    /// Knows which hidden cells have no respondents; otherwise any small cell might.
    knows_empty_cells: bool,
}

impl Attacker {
    /// Draws up what follows from the shown cells of one provider, for measures that have the same respondents.
    fn puzzle(
        self,
        published: &ProviderScores,
        truth: &Truth,
        provider: ProviderId,
        measures: &[Measure],
    ) -> Puzzle {
        let mut puzzle = Puzzle {
            has_successes: measures.len() == 1,
            ..Puzzle::default()
        };
        let mut unknowns: BTreeMap<LeafKey, usize> = BTreeMap::new();
        for ((owner, leaf, measure), (respondents, _)) in truth {
            let scope = ScoreScope::Cell(leaf.0, leaf.1);
            let is_hidden = published.cell(scope, *measure) == ScoreCell::TooFew;
            let is_known = *respondents == 0 && self.knows_empty_cells;
            if *owner == provider && measures.contains(measure) && is_hidden && !is_known {
                unknowns.entry(*leaf).or_insert_with(|| {
                    puzzle.unknowns.push(self.bounds(*respondents));
                    puzzle.unknowns.len() - 1
                });
            }
        }
        for measure in measures {
            let members = |leaf: &LeafKey| {
                let is_counted = truth.contains_key(&(provider, *leaf, *measure));
                unknowns.get(leaf).copied().filter(|_| is_counted)
            };
            let equations = equations(published, *measure, &unknowns, members);
            puzzle.equations.extend(equations);
        }
        if !puzzle.has_successes {
            for equation in &mut puzzle.equations {
                equation.successes = 0;
            }
        }
        puzzle.equations = eliminate(puzzle.equations);
        puzzle
    }

    fn bounds(self, respondents: u32) -> Unknown {
        if respondents < self.minimum {
            Unknown {
                low: u32::from(self.knows_empty_cells),
                high: self.minimum - 1,
            }
        } else {
            Unknown {
                low: self.minimum,
                high: u32::MAX,
            }
        }
    }
}

/// One equation for every shown total of a measure.
fn equations(
    published: &ProviderScores,
    measure: Measure,
    unknowns: &BTreeMap<LeafKey, usize>,
    member: impl Fn(&LeafKey) -> Option<usize>,
) -> Vec<Equation> {
    let mut equations = Vec::new();
    for (scope, of, cell) in published.cells() {
        let covers = |profile: ProfileId| match scope {
            ScoreScope::All => true,
            ScoreScope::Profile(own) => own == profile,
            ScoreScope::Cell(..) => false,
        };
        let ScoreCell::Shown(total) = cell else {
            continue;
        };
        if of != measure || matches!(scope, ScoreScope::Cell(..)) {
            continue;
        }
        let mut equation = Equation {
            members: unknowns
                .keys()
                .filter(|leaf| covers(leaf.0))
                .filter_map(&member)
                .collect(),
            respondents: total.respondents,
            successes: total.successes,
        };
        for (part, of, cell) in published.cells() {
            if let (ScoreScope::Cell(profile, _), ScoreCell::Shown(score)) = (part, cell)
                && of == measure
                && covers(profile)
            {
                equation.respondents -= score.respondents;
                equation.successes -= score.successes;
            }
        }
        equations.push(equation);
    }
    equations
}

/// A small region: its rows and its minimum.
#[derive(Clone, Debug)]
struct Region {
    minimum: u32,
    rows: Vec<Outcome>,
    /// Whether measures of one family have the same number of respondents in every cell.
    has_shared_respondents: bool,
}

const PROVIDERS: u32 = 2;

impl Region {
    fn publish(&self) -> Scores {
        score_rows(PROVIDERS as usize, &self.rows, &rules(self.minimum))
    }

    fn truth(&self) -> Truth {
        self.rows
            .iter()
            .filter_map(|row| match row.supplied {
                Supplied::Counts {
                    respondents,
                    successes,
                } => {
                    let key = (row.provider, (row.profile, row.intensity), row.measure);
                    Some((key, (respondents, successes)))
                }
                Supplied::TooFew
                | Supplied::NotMeasured
                | Supplied::NotSupplied
                | Supplied::Withdrawn => None,
            })
            .collect()
    }
}

/// What was supplied, from a few random numbers. Cells where all or none succeeded come up often.
fn supplied(kind: u8, respondents: u32, successes: u32) -> Option<Supplied> {
    match kind {
        0 => Some(counts(respondents, respondents)),
        1 => Some(counts(respondents, 0)),
        2..=13 => Some(counts(respondents, successes % (respondents + 1))),
        14 => Some(Supplied::TooFew),
        15 => Some(Supplied::Withdrawn),
        16 => Some(Supplied::NotMeasured),
        _ => None,
    }
}

fn region() -> impl Strategy<Value = Region> {
    let leaf = || (0_u8..18, 0_u32..16, 0_u32..16);
    let leaves = vec(vec(leaf(), Measure::ALL.len()), 2 * 3 * 3);
    (
        3_u32..=10,
        1_u32..=3,
        1_u32..=3,
        any::<bool>(),
        any::<bool>(),
        leaves,
    )
        .prop_map(
            |(minimum, profiles, intensities, has_shared_respondents, has_gaps, leaves)| {
                let mut rows = Vec::new();
                for (place, leaf) in (0_u32..).zip(&leaves) {
                    let (provider, profile, intensity) = (place / 9, place / 3 % 3, place % 3);
                    for measure in Measure::ALL {
                        let own = leaf[measure as usize];
                        let first = leaf[Family::of(measure).measures()[0] as usize];
                        let kind = if has_gaps { own.0 } else { first.0 };
                        let respondents = if has_shared_respondents {
                            first.1
                        } else {
                            own.1
                        };
                        let is_inside = profile < profiles && intensity < intensities;
                        if let Some(supplied) =
                            supplied(kind, respondents, own.2).filter(|_| is_inside)
                        {
                            rows.push(row(provider, profile, intensity, measure, supplied));
                        }
                    }
                }
                Region {
                    minimum,
                    rows,
                    has_shared_respondents,
                }
            },
        )
}

/// Fails when an attacker who looks at these measures together works out a hidden cell.
fn withstand(region: &Region, measures: &[Measure]) -> Result<(), TestCaseError> {
    let (scores, truth) = (region.publish(), region.truth());
    for provider in (0..PROVIDERS).map(ProviderId) {
        for knows_empty_cells in [false, true] {
            let attacker = Attacker {
                minimum: region.minimum,
                knows_empty_cells,
            };
            let puzzle = attacker.puzzle(scores.of(provider), &truth, provider, measures);
            let pinned = puzzle.pinned();
            prop_assert!(
                pinned.is_empty(),
                "{pinned:?} of {puzzle:?} for {measures:?} by {attacker:?}"
            );
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn no_hidden_cell_can_be_worked_out_from_what_a_measure_shows(region in region()) {
        for measure in Measure::ALL {
            withstand(&region, &[measure])?;
        }
    }

    #[test]
    fn no_hidden_cell_can_be_worked_out_from_measures_with_the_same_respondents(region in region()) {
        if region.has_shared_respondents {
            for first in [Measure::DropoutEndedEarly, Measure::GoalEducation] {
                withstand(&region, Family::of(first).measures())?;
            }
        }
    }

    #[test]
    fn averages_can_be_worked_out_from_shown_scores(region in region()) {
        let scores = region.publish();
        let mut pooled: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for provider in (0..PROVIDERS).map(ProviderId) {
            for (scope, measure, cell) in scores.of(provider).cells() {
                if let ScoreCell::Shown(score) = cell {
                    pooled.entry((scope, measure)).or_default().push(score);
                }
            }
        }
        pooled.retain(|_, shown| shown.len() > 1);
        prop_assert_eq!(pooled.len(), scores.region.len());
        for ((scope, measure), shown) in pooled {
            let average = scores.region(scope, measure).expect("several providers show a score");
            let respondents: u32 = shown.iter().map(|score| score.respondents).sum();
            let successes: u32 = shown.iter().map(|score| score.successes).sum();
            prop_assert_eq!(average.respondents, respondents);
            let share = f64::from(successes) / f64::from(respondents);
            prop_assert!((average.share.value() - share).abs() < 1e-12);
        }
    }

    #[test]
    fn a_shown_score_reaches_the_minimum_and_is_the_sum_of_its_cells(region in region()) {
        let (scores, truth) = (region.publish(), region.truth());
        for provider in (0..PROVIDERS).map(ProviderId) {
            for (scope, measure, cell) in scores.of(provider).cells() {
                let ScoreCell::Shown(score) = cell else { continue };
                prop_assert!(score.respondents >= region.minimum);
                let is_inside = |(profile, intensity): LeafKey| match scope {
                    ScoreScope::All => true,
                    ScoreScope::Profile(own) => own == profile,
                    ScoreScope::Cell(own, its) => (own, its) == (profile, intensity),
                };
                let (mut respondents, mut successes) = (0, 0);
                for ((owner, leaf, of), (n, s)) in &truth {
                    if *owner == provider && *of == measure && is_inside(*leaf) {
                        respondents += n;
                        successes += s;
                    }
                }
                prop_assert_eq!((score.respondents, score.successes), (respondents, successes));
            }
        }
    }

    #[test]
    fn a_cell_hidden_in_one_measure_is_hidden_in_all_of_its_family(region in region()) {
        let scores = region.publish();
        for provider in (0..PROVIDERS).map(ProviderId) {
            let published = scores.of(provider);
            for (scope, measure, cell) in published.cells() {
                let is_leaf = matches!(scope, ScoreScope::Cell(..));
                if is_leaf && cell == ScoreCell::TooFew {
                    for other in Family::of(measure).measures() {
                        prop_assert!(!matches!(published.cell(scope, *other), ScoreCell::Shown(_)));
                    }
                }
            }
        }
    }
}
