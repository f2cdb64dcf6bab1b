//! All that small regions could be of which the same is published: the counts of every hidden cell are tried, one after
//! another. The attacker is told which cells are empty, and which measures every cell has. Start at [`given_away`].

use std::collections::BTreeSet;

use super::super::counts::Counts;
use super::super::family::Family;
use super::super::suppression::{Hidden, Leaf, suppress};

/// How far apart choices are tried. A prime that is larger than the number of choices, so that each is met once.
const STRIDE: usize = 7919;

/// The most measures that are tried together.
pub(super) const MEASURES: usize = 2;

/// What a region is made of.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    pub(super) family: Family,
    pub(super) minimum: u32,
    pub(super) most_respondents: u32,
    /// How many cells may be anything, for all counts to be tried.
    pub(super) most_free: usize,
}

/// One measure, in cells of up to a dozen.
pub(super) const ONE_MEASURE: Kind = Kind {
    family: Family::ExperienceYouth,
    minimum: 5,
    most_respondents: 12,
    most_free: 2,
};

/// Both kinds of dropout, in cells of a few: of two measures there are very many counts to try.
pub(super) const DROPOUT: Kind = Kind {
    family: Family::Dropout,
    minimum: 4,
    most_respondents: 6,
    most_free: 2,
};

/// What the respondents of one cell said: the successes of every measure that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell {
    pub(super) respondents: u32,
    pub(super) successes: [Option<u32>; MEASURES],
}

impl Cell {
    pub(super) fn of(respondents: u32, successes: u32) -> Self {
        Self {
            respondents,
            successes: [Some(successes), None],
        }
    }

    fn counts(&self, measure: usize) -> Option<Counts> {
        self.successes[measure].map(|successes| Counts {
            respondents: self.respondents,
            successes,
        })
    }

    /// Those who succeeded in any measure, where nobody does in two. `None` when a measure is not known.
    fn all_successes(&self) -> Option<u32> {
        self.successes.iter().copied().sum()
    }

    fn is_possible(&self, family: Family) -> bool {
        let mut each = self.successes.iter().flatten();
        each.all(|successes| *successes <= self.respondents)
            && (!family.is_split()
                || self
                    .all_successes()
                    .is_none_or(|successes| successes <= self.respondents))
    }
}

/// Profiles of cells.
pub(super) type Region = Vec<Vec<Cell>>;

/// The sum of cells in every measure. `None` where no cell has it.
type Sum = [Option<Counts>; MEASURES];

/// All that is published of a region: what is hidden, and what is shown of cells, profiles and all together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Published {
    pub(super) hidden: Hidden,
    cells: Vec<Vec<Option<Cell>>>,
    profiles: Vec<Option<Sum>>,
    all: Option<Sum>,
}

fn sum<'a>(cells: impl Iterator<Item = &'a Cell>) -> Sum {
    cells.fold([None; MEASURES], |sum, cell| {
        std::array::from_fn(|measure| match (sum[measure], cell.counts(measure)) {
            (Some(sum), Some(counts)) => Some(sum.plus(counts)),
            (sum, counts) => sum.or(counts),
        })
    })
}

pub(super) fn shown(region: &Region, hidden: Hidden) -> Published {
    let cells = region.iter().zip(&hidden.leaves).map(|(cells, hidden)| {
        let cells = cells.iter().zip(hidden);
        cells
            .map(|(cell, is_hidden)| (!is_hidden).then_some(*cell))
            .collect()
    });
    let profiles = region
        .iter()
        .zip(&hidden.profiles)
        .map(|(cells, is_hidden)| (!is_hidden).then(|| sum(cells.iter())));
    Published {
        cells: cells.collect(),
        profiles: profiles.collect(),
        all: (!hidden.all).then(|| sum(region.iter().flatten())),
        hidden,
    }
}

pub(super) fn publish(region: &Region, kind: Kind) -> Published {
    let leaf = |cell: &Cell| {
        let mut leaf = Leaf::default();
        for measure in 0..MEASURES {
            leaf.counts[measure] = cell.counts(measure);
        }
        leaf
    };
    let leaves: Vec<Vec<Leaf>> = region
        .iter()
        .map(|cells| cells.iter().map(leaf).collect())
        .collect();
    shown(region, suppress(&leaves, kind.family, kind.minimum))
}

/// The hidden cells in which there is anybody, those behind the number of a shown profile first.
fn hidden_places(region: &Region, published: &Published) -> Vec<(usize, usize)> {
    let mut places: Vec<(usize, usize)> = (0..region.len())
        .flat_map(|profile| (0..region[profile].len()).map(move |leaf| (profile, leaf)))
        .filter(|(profile, leaf)| published.hidden.leaves[*profile][*leaf])
        .filter(|(profile, leaf)| region[*profile][*leaf].respondents > 0)
        .collect();
    places.sort_by_key(|(profile, _)| published.hidden.profiles[*profile]);
    places
}

struct Search {
    world: Region,
    kind: Kind,
    places: Vec<(usize, usize)>,
    published: Published,
    /// Which of the places have few people in truth.
    is_small: Vec<bool>,
    /// What every place can be, as far as it was tried.
    found: Vec<BTreeSet<Cell>>,
}

/// What the counts of a place follow from, when all places before it have theirs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// The number of its profile.
    Profile,
    /// The number of all together.
    All,
}

impl Known {
    fn of(places: &[(usize, usize)], rank: usize, published: &Published) -> Option<Self> {
        let profile = places[rank].0;
        let next = places.get(rank + 1);
        if published.profiles[profile].is_some() {
            return next
                .is_none_or(|(next, _)| *next != profile)
                .then_some(Self::Profile);
        }
        (next.is_none() && published.all.is_some()).then_some(Self::All)
    }
}

impl Search {
    /// Tries all counts of the places from this one on, until nothing is given away any more.
    fn try_all(&mut self, rank: usize) {
        let Some((profile, leaf)) = self.places.get(rank).copied() else {
            self.look();
            return;
        };
        let own = self.world[profile][leaf];
        let choices: Vec<Cell> = match Known::of(&self.places, rank, &self.published) {
            Some(known) => self.rest(known, (profile, leaf)).into_iter().collect(),
            None => all_cells(own, self.kind),
        };
        // Not in order of size, for very different ones soon show that nothing is given away.
        for choice in 0..choices.len() {
            self.world[profile][leaf] = choices[choice * STRIDE % choices.len()];
            self.try_all(rank + 1);
            if self.given_away().next().is_none() {
                break;
            }
        }
        self.world[profile][leaf] = own;
    }

    /// Whether the same would be published of this world.
    fn look(&mut self) {
        // Most differ in what is shown already, which is quicker to see.
        let is_same = shown(&self.world, self.published.hidden.clone()) == self.published
            && publish(&self.world, self.kind) == self.published;
        if is_same {
            for ((profile, leaf), found) in self.places.iter().zip(&mut self.found) {
                found.insert(self.world[*profile][*leaf]);
            }
        }
    }

    /// The hidden cells of a few people that can have only one number of them, or of which is known that nobody succeeded,
    /// or everybody.
    fn given_away(&self) -> impl Iterator<Item = (usize, usize)> {
        let places = self.places.iter().zip(&self.is_small).zip(&self.found);
        places
            .filter(|((_, is_small), found)| **is_small && tells(found, self.kind.family))
            .map(|((place, _), _)| *place)
    }

    /// What a place must be for a shown number.
    fn rest(&mut self, known: Known, (profile, leaf): (usize, usize)) -> Option<Cell> {
        let own = self.world[profile][leaf];
        let nobody = Cell {
            respondents: 0,
            successes: own.successes.map(|successes| successes.map(|_| 0)),
        };
        self.world[profile][leaf] = nobody;
        let (shown, others) = match known {
            Known::Profile => (
                self.published.profiles[profile]?,
                sum(self.world[profile].iter()),
            ),
            Known::All => (self.published.all?, sum(self.world.iter().flatten())),
        };
        let mut rest = nobody;
        for measure in (0..MEASURES).filter(|measure| own.successes[*measure].is_some()) {
            let (shown, others) = (shown[measure]?, others[measure]?);
            rest.respondents = shown.respondents.checked_sub(others.respondents)?;
            rest.successes[measure] = Some(shown.successes.checked_sub(others.successes)?);
        }
        (rest.respondents > 0 && rest.is_possible(self.kind.family)).then_some(rest)
    }
}

/// All that a cell with the measures of another one can be.
pub(super) fn all_cells(like: Cell, kind: Kind) -> Vec<Cell> {
    // More than any cell has, for a cell that protects two small ones may be as much larger as these are smaller.
    let most = kind.most_respondents + 2 * kind.minimum;
    let choices = |measure: usize, respondents: u32| match like.successes[measure] {
        Some(_) => (0..=respondents).map(Some).collect(),
        None => vec![None],
    };
    let of = |respondents: u32| {
        let firsts = choices(0, respondents).into_iter();
        firsts.flat_map(move |first| {
            let seconds = choices(1, respondents).into_iter();
            seconds.map(move |second| Cell {
                respondents,
                successes: [first, second],
            })
        })
    };
    let cells = (1..=most).flat_map(of);
    cells.filter(|cell| cell.is_possible(kind.family)).collect()
}

/// Whether one number of people is all that a cell can have, or whether nobody or everybody succeeded in whatever it can be.
fn tells(found: &BTreeSet<Cell>, family: Family) -> bool {
    let sizes: BTreeSet<u32> = found.iter().map(|cell| cell.respondents).collect();
    let is_known = |successes: &dyn Fn(&Cell) -> Option<u32>| {
        let has_all = |cell: &Cell| successes(cell) == Some(cell.respondents);
        let has_none = |cell: &Cell| successes(cell) == Some(0);
        found.iter().all(has_all) || found.iter().all(has_none)
    };
    sizes.len() < 2
        || (0..MEASURES).any(|measure| is_known(&|cell| cell.successes[measure]))
        || family.is_split() && is_known(&Cell::all_successes)
}

/// The hidden cells of a few people of which something follows.
pub(super) fn given_away(region: &Region, kind: Kind) -> Vec<String> {
    let published = publish(region, kind);
    let places = hidden_places(region, &published);
    let of = |(profile, leaf): (usize, usize)| region[profile][leaf];
    let mut search = Search {
        world: region.clone(),
        kind,
        published,
        is_small: places
            .iter()
            .map(|place| of(*place).respondents < kind.minimum)
            .collect(),
        found: vec![BTreeSet::new(); places.len()],
        places,
    };
    search.try_all(0);
    search
        .given_away()
        .map(|place| format!("{place:?} is {:?}", of(place)))
        .collect()
}

/// Whether the counts of so few hidden cells follow from no others, that all can be tried.
pub(super) fn can_be_tried(region: &Region, kind: Kind) -> bool {
    let published = publish(region, kind);
    let places = hidden_places(region, &published);
    let is_free = |rank: &usize| Known::of(&places, *rank, &published).is_none();
    (0..places.len()).filter(is_free).count() <= kind.most_free
}
