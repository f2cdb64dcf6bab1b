//! Somebody who knows the rules by which cells are hidden, and asks for which counts they would have hidden just these.
//!
//! All counts that the hidden cells can have are tried, one after another: those for which the very same is published are
//! what the hidden cells can be. They are told which cells are empty.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assume, proptest};

use super::super::counts::Counts;
use super::super::family::Family;
use super::super::suppression::{Hidden, Leaf, suppress};

const MINIMUM: u32 = 5;
const MOST_RESPONDENTS: u32 = 12;
/// More than any cell has, for a cell that protects two small ones may be as much larger as these are smaller.
const MOST_IN_A_WORLD: u32 = MOST_RESPONDENTS + 2 * MINIMUM;

/// Profiles of cells of one measure.
type Region = Vec<Vec<Counts>>;

/// All that is published of a region: what is hidden, and what is shown of cells, profiles and all together.
#[derive(Debug, PartialEq, Eq)]
struct Published {
    hidden: Hidden,
    cells: Vec<Vec<Option<Counts>>>,
    profiles: Vec<Option<Counts>>,
    all: Option<Counts>,
}

fn sum(counts: &[Counts]) -> Counts {
    counts
        .iter()
        .copied()
        .reduce(Counts::plus)
        .expect("no profile is without cells")
}

fn shown(region: &Region, hidden: Hidden) -> Published {
    let cells = region.iter().zip(&hidden.leaves).map(|(cells, hidden)| {
        let cells = cells.iter().zip(hidden);
        cells
            .map(|(counts, is_hidden)| (!is_hidden).then_some(*counts))
            .collect()
    });
    let profiles = region
        .iter()
        .zip(&hidden.profiles)
        .map(|(cells, is_hidden)| (!is_hidden).then(|| sum(cells)));
    Published {
        cells: cells.collect(),
        profiles: profiles.collect(),
        all: (!hidden.all).then(|| sum(&region.concat())),
        hidden,
    }
}

fn publish(region: &Region) -> Published {
    let leaf = |counts: &Counts| {
        let mut leaf = Leaf::default();
        leaf.counts[0] = Some(*counts);
        leaf
    };
    let leaves: Vec<Vec<Leaf>> = region
        .iter()
        .map(|cells| cells.iter().map(leaf).collect())
        .collect();
    shown(region, suppress(&leaves, Family::ExperienceYouth, MINIMUM))
}

/// Every region of which the same is published, as the counts of the hidden cells.
fn explanations(region: &Region) -> (Vec<(usize, usize)>, Vec<Vec<Counts>>) {
    let published = publish(region);
    let is_hidden = |place: &(usize, usize)| published.hidden.leaves[place.0][place.1];
    let places: Vec<(usize, usize)> = (0..region.len())
        .flat_map(|profile| (0..region[profile].len()).map(move |leaf| (profile, leaf)))
        .filter(is_hidden)
        .filter(|(profile, leaf)| region[*profile][*leaf].respondents > 0)
        .collect();
    let mut search = Search {
        world: region.clone(),
        places,
        published,
        found: Vec::new(),
    };
    search.try_all(0);
    (search.places, search.found)
}

struct Search {
    world: Region,
    places: Vec<(usize, usize)>,
    published: Published,
    found: Vec<Vec<Counts>>,
}

impl Search {
    /// Tries all counts of the places from this one on.
    fn try_all(&mut self, rank: usize) {
        let Some((profile, leaf)) = self.places.get(rank).copied() else {
            // Most differ in what is shown already, which is quicker to see.
            let is_same = shown(&self.world, self.published.hidden.clone()) == self.published
                && publish(&self.world) == self.published;
            if is_same {
                let counts = self.places.iter();
                let counts = counts.map(|(profile, leaf)| self.world[*profile][*leaf]);
                self.found.push(counts.collect());
            }
            return;
        };
        let last = self.published.all.filter(|_| rank + 1 == self.places.len());
        let choices = match last {
            Some(all) => self.rest(all, (profile, leaf)).into_iter().collect(),
            None => all_counts(),
        };
        for counts in choices {
            self.world[profile][leaf] = counts;
            self.try_all(rank + 1);
        }
    }

    /// What the last place must be for a total.
    fn rest(&mut self, all: Counts, (profile, leaf): (usize, usize)) -> Option<Counts> {
        self.world[profile][leaf] = Counts {
            respondents: 0,
            successes: 0,
        };
        let others = sum(&self.world.concat());
        let rest = Counts {
            respondents: all.respondents.checked_sub(others.respondents)?,
            successes: all.successes.checked_sub(others.successes)?,
        };
        (rest.respondents > 0 && rest.successes <= rest.respondents).then_some(rest)
    }
}

fn all_counts() -> Vec<Counts> {
    let of = |respondents| {
        (0..=respondents).map(move |successes| Counts {
            respondents,
            successes,
        })
    };
    (1..=MOST_IN_A_WORLD).flat_map(of).collect()
}

/// The hidden cells of a few people that can have only one number of them.
fn given_away(region: &Region) -> Vec<String> {
    let (places, found) = explanations(region);
    let of = |(profile, leaf): (usize, usize)| region[profile][leaf];
    let small = (0..places.len()).filter(|rank| of(places[*rank]).respondents < MINIMUM);
    small
        .filter(|rank| {
            let values: BTreeSet<u32> =
                found.iter().map(|world| world[*rank].respondents).collect();
            values.len() < 2
        })
        .map(|rank| format!("{:?} is {:?}", places[rank], of(places[rank])))
        .collect()
}

fn region(cells: &[&[(u32, u32)]]) -> Region {
    let counts = |(respondents, successes): &(u32, u32)| Counts {
        respondents: *respondents,
        successes: *successes,
    };
    cells
        .iter()
        .map(|cells| cells.iter().map(counts).collect())
        .collect()
}

fn regions() -> impl Strategy<Value = Region> {
    let cell = (0..=MOST_RESPONDENTS, any::<u32>()).prop_map(|(respondents, successes)| Counts {
        respondents,
        successes: successes % (respondents + 1),
    });
    vec(vec(cell, 1..=2), 2..=4)
}

/// As many cases as are asked for, however many random regions hide too much to be tried.
fn patient() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig {
        max_global_rejects: config.cases.saturating_mul(4).max(1024),
        ..config
    }
}

proptest! {
    #![proptest_config(patient())]
    #[test]
    fn no_hidden_cell_follows_from_the_choice_of_what_is_hidden(region in regions()) {
        let published = publish(&region);
        let hidden = published.hidden.leaves.iter().flatten().filter(|is_hidden| **is_hidden).count();
        prop_assume!(hidden <= if published.all.is_some() { 3 } else { 2 });
        let found = given_away(&region);
        prop_assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn a_cell_that_protects_another_is_not_chosen_by_its_size() {
    let sizes = region(&[&[(6, 3)], &[(6, 4)], &[(4, 2)], &[(12, 6)]]);
    assert_eq!(given_away(&sizes), [""; 0]);
    let others = region(&[&[(6, 3)], &[(12, 4)], &[(4, 2)], &[(7, 6)]]);
    let (one, other) = (publish(&sizes).hidden, publish(&others).hidden);
    assert_eq!(one, other, "what is hidden does not tell which is larger");
}

#[test]
fn the_attacker_finds_what_has_one_explanation() {
    let truth = region(&[&[(3, 1)], &[(8, 4)]]);
    // As if all together were shown beside everything but the one small cell.
    let naive = Hidden {
        leaves: vec![vec![true], vec![false]],
        profiles: vec![true, false],
        all: false,
    };
    let published = shown(&truth, naive.clone());
    let mut explanations = all_counts();
    explanations.retain(|counts| {
        let world = vec![vec![*counts], truth[1].clone()];
        shown(&world, naive.clone()) == published
    });
    assert_eq!(explanations, truth[0]);
}
