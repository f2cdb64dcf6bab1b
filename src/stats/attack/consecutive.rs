//! Somebody who keeps every publication, and subtracts one from another.
//!
//! Here are the stories: random people, and two to four publications about them by the program's own rules. What the
//! attacker does with them is in [`super::seen`]. They are told which cells stand behind every total. The answers of a cell
//! may be corrected between two publications; its counts are other unknowns then.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::TestCaseError;

use super::super::ledger::Ledger;
use super::super::provider::Rules;
use super::super::release::Names;
use super::super::score::{ScoreCell, ScoreScope, Scored, score_rows};
use super::super::score_tests::{counts, names, row, rules};
use super::seen::{LEAVES, Line, Part, QUARTERS, Seen};
use crate::model::{
    FreshnessLimits, IntensityId, Measure, Outcome, Period, ProfileId, ProviderId, Supplied,
};

const INTENSITIES: u32 = 2;
const MEASURE: Measure = Measure::ExperienceYouth;

/// What happens to one cell before a publication.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Turn {
    /// Its row is about the window of the publication.
    Supplied,
    /// Its row stays that of the publication before.
    Unchanged,
    /// It was corrected, by so many respondents and successes in its last quarter.
    Corrected(u32, u32),
    /// The source withdraws it.
    Withdrawn,
    /// The source withholds it.
    TooFew,
}

/// One publication: its window in quarters, its minimum, and what happened to each cell.
#[derive(Clone, Debug)]
struct Step {
    from: usize,
    to: usize,
    minimum: u32,
    turns: Vec<Turn>,
}

/// Respondents and successes of every cell and quarter, and publications.
#[derive(Clone, Debug)]
struct Story {
    people: Vec<Vec<(u32, u32)>>,
    steps: Vec<Step>,
}

fn story() -> impl Strategy<Value = Story> {
    let people = vec(vec((0_u32..24, 0_u32..24), QUARTERS), LEAVES);
    let turn = (0_u8..12, 0_u32..15, 0_u32..15).prop_map(|(kind, more, good)| match kind {
        0 => Turn::Unchanged,
        1 => Turn::Corrected(more, good.min(more)),
        2 => Turn::Withdrawn,
        3 => Turn::TooFew,
        _ => Turn::Supplied,
    });
    let step = (0..QUARTERS, 0..QUARTERS, any::<bool>(), vec(turn, LEAVES));
    (people, vec(step, 2..=4), any::<bool>()).prop_map(|(people, steps, has_one_minimum)| {
        let people = people.into_iter().map(|quarters| {
            let quarters = quarters.into_iter();
            quarters
                .map(|(n, s)| (n, if n == 0 { 0 } else { s % (n + 1) }))
                .collect()
        });
        let steps = steps.into_iter().map(|(one, other, is_high, turns)| Step {
            from: one.min(other),
            to: one.max(other),
            minimum: if is_high || has_one_minimum { 8 } else { 5 },
            turns,
        });
        Story {
            people: people.collect(),
            steps: steps.collect(),
        }
    })
}

fn scope_of(leaf: usize) -> (ProfileId, IntensityId) {
    let leaf = u32::try_from(leaf).expect("there are few cells");
    (
        ProfileId(leaf / INTENSITIES),
        IntensityId(leaf % INTENSITIES),
    )
}

fn day(quarter: usize) -> Date {
    let month = i8::try_from(quarter * 3 + 1).expect("a year has few months");
    date(2025, month, 1)
}

fn period(from: usize, to: usize) -> Period {
    let end = if to + 1 == QUARTERS {
        date(2025, 12, 31)
    } else {
        day(to + 1).yesterday().expect("there are days before 2025")
    };
    Period {
        from: day(from),
        to: end,
    }
}

struct Told {
    scored: Scored,
    seen: Seen,
}

fn tell(story: &Story) -> Result<Told, TestCaseError> {
    let names = names(1);
    let mut people = vec![story.people.clone()];
    let mut version = [0_usize; LEAVES];
    let mut supplied: BTreeMap<usize, (Part, Supplied)> = BTreeMap::new();
    let mut meaning: BTreeMap<ScoreScope, Vec<Part>> = BTreeMap::new();
    let mut told = Told {
        scored: Scored::default(),
        seen: Seen::default(),
    };
    for step in &story.steps {
        for (leaf, turn) in step.turns.iter().enumerate() {
            let (from, to) = (step.from, step.to);
            match turn {
                Turn::Unchanged => {}
                Turn::Withdrawn | Turn::TooFew => {
                    let what = if *turn == Turn::TooFew {
                        Supplied::TooFew
                    } else {
                        Supplied::Withdrawn
                    };
                    supplied.insert(leaf, ((leaf, from, to, version[leaf]), what));
                }
                Turn::Corrected(..) | Turn::Supplied => {
                    if let Turn::Corrected(more, good) = turn {
                        let mut next = people.last().expect("there is a first version").clone();
                        next[leaf][to].0 += more;
                        next[leaf][to].1 += good;
                        people.push(next);
                        version[leaf] = people.len() - 1;
                    }
                    let quarters = &people[version[leaf]][leaf][from..=to];
                    let n = quarters.iter().map(|one| one.0).sum();
                    let s = quarters.iter().map(|one| one.1).sum();
                    supplied.insert(leaf, ((leaf, from, to, version[leaf]), counts(n, s)));
                }
            }
        }
        let rows: Vec<Outcome> = supplied
            .values()
            .map(|((leaf, from, to, _), what)| {
                let (profile, intensity) = scope_of(*leaf);
                let plain = row(0, profile.0, intensity.0, MEASURE, *what);
                Outcome {
                    period: period(*from, *to),
                    ..plain
                }
            })
            .collect();
        let ledger = std::mem::take(&mut told.scored.ledger);
        told.scored = publish(&rows, step.minimum, &names, &ledger);
        told.look(&supplied, &mut meaning)?;
        told.seen.versions = people.len();
        let again = publish(&rows, step.minimum, &names, &told.scored.ledger);
        prop_assert_eq!(
            &again.ledger,
            &told.scored.ledger,
            "the same again is the same"
        );
        prop_assert!(
            again
                .scores
                .of(ProviderId(0))
                .cells()
                .eq(told.scored.scores.of(ProviderId(0)).cells())
        );
    }
    Ok(told)
}

fn publish(rows: &[Outcome], minimum: u32, names: &Names, ledger: &Ledger) -> Scored {
    let rules = Rules {
        freshness: FreshnessLimits {
            old_after: 550,
            hidden_after: Some(1100),
        },
        ..rules(minimum)
    };
    // As the next build reads it.
    let ledger = Ledger::read(&ledger.to_bytes()).expect("a written list can be read");
    score_rows(rows, (&rules, names), ledger)
}

impl Told {
    /// Adds what is shown now. A former score that stays means what it meant.
    fn look(
        &mut self,
        supplied: &BTreeMap<usize, (Part, Supplied)>,
        meaning: &mut BTreeMap<ScoreScope, Vec<Part>>,
    ) -> Result<(), TestCaseError> {
        for (scope, _, cell) in self.scored.scores.of(ProviderId(0)).cells() {
            let ScoreCell::Shown(score) = cell else {
                continue;
            };
            if !score.is_kept {
                let is_inside = |leaf: usize| match scope {
                    ScoreScope::All => true,
                    ScoreScope::Profile(own) => own == scope_of(leaf).0,
                    ScoreScope::Cell(own, its) => (own, its) == scope_of(leaf),
                };
                let parts = supplied
                    .iter()
                    .filter(|(leaf, (_, what))| {
                        is_inside(**leaf) && matches!(what, Supplied::Counts { .. })
                    })
                    .map(|(_, (part, _))| *part);
                meaning.insert(scope, parts.collect());
            }
            let parts = meaning.get(&scope);
            prop_assert!(
                parts.is_some(),
                "a former score that was never shown: {scope:?}"
            );
            self.seen.lines.push(Line {
                parts: parts.cloned().unwrap_or_default(),
                respondents: i64::from(score.respondents),
                successes: i64::from(score.successes),
            });
        }
        Ok(())
    }
}

proptest! {
    #[test]
    fn no_few_people_can_be_worked_out_from_consecutive_publications(story in story()) {
        let told = tell(&story)?;
        let minimum = story.steps.iter().map(|step| step.minimum).min().expect("there are steps");
        prop_assert_eq!(told.seen.given_away(minimum), Vec::<String>::new());
    }
}

/// A cell of eleven people and one of them moved on, the other did not: the totals differ by a quarter of the one alone.
#[test]
fn a_cell_that_moves_on_without_the_other_behind_a_total_gives_nobody_away() {
    let step = |from, to, turns: [Turn; 2]| Step {
        from,
        to,
        minimum: 5,
        turns: [[Turn::Unchanged; 2], turns].concat(),
    };
    let both = [Turn::Supplied; 2];
    let story = Story {
        people: vec![
            vec![(0, 0); QUARTERS],
            vec![(0, 0); QUARTERS],
            vec![(0, 0), (9, 0), (1, 0), (0, 0)],
            vec![(6, 1), (12, 8), (10, 2), (0, 0)],
        ],
        steps: vec![
            step(2, 2, both),
            step(0, 2, both),
            step(0, 1, [Turn::Unchanged, Turn::Supplied]),
        ],
    };
    let told = tell(&story).unwrap();
    assert_eq!(told.seen.given_away(5), [""; 0]);
}

/// Of three hidden cells the source withholds another one each time: three totals of two cells each would give all away.
#[test]
fn cells_that_are_withheld_in_turn_behind_a_total_give_nobody_away() {
    let quarters = |n, s| vec![(0, 0), (0, 0), (n, s), (0, 0)];
    let step = |turns| Step {
        from: 1,
        to: 2,
        minimum: 5,
        turns,
    };
    let (known, withheld) = (Turn::Supplied, Turn::TooFew);
    let story = Story {
        people: vec![
            quarters(1, 0),
            quarters(5, 0),
            quarters(14, 6),
            quarters(7, 2),
        ],
        steps: vec![
            step(vec![known, Turn::Withdrawn, withheld, known]),
            step(vec![withheld, Turn::Unchanged, known, Turn::Unchanged]),
            step(vec![known, known, known, withheld]),
        ],
    };
    let told = tell(&story).unwrap();
    assert_eq!(told.seen.given_away(5), [""; 0]);
}

/// A cell that is shown kept its row of the whole year, so the total is of the year, and nobody sees that the hidden cells behind it are of
/// the last half. One person more is known of them, who was counted in a correction.
#[test]
fn hidden_cells_of_fewer_days_than_their_total_give_nobody_away() {
    let step = |from, to, turns| Step {
        from,
        to,
        minimum: 8,
        turns,
    };
    let (known, unchanged) = (Turn::Supplied, Turn::Unchanged);
    let story = Story {
        people: vec![
            vec![(0, 0), (17, 13), (1, 0), (3, 0)],
            vec![(4, 1), (4, 0), (8, 0), (8, 1)],
            vec![(0, 0), (0, 0), (2, 0), (5, 1)],
            vec![(6, 0), (10, 0), (5, 3), (0, 0)],
        ],
        steps: vec![
            step(2, 2, vec![known, unchanged, known, known]),
            step(0, 2, vec![known, unchanged, known, known]),
            step(0, 3, vec![known; 4]),
            step(2, 3, vec![Turn::Corrected(1, 0), unchanged, known, known]),
        ],
    };
    let told = tell(&story).unwrap();
    assert_eq!(told.seen.given_away(8), [""; 0]);
}
