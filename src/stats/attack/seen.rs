//! Works out what follows from all that was shown, of several publications.
//!
//! Every shown count is a sum: of a cell, over a stretch of days. The attacker writes all of them down as equations over
//! cells and quarters of a year, solves them, and looks at every set of cells over every stretch, and at the difference
//! between two versions of it: are its people known, and are they few?

use super::solved::Solved;

pub(super) const LEAVES: usize = 4;
pub(super) const QUARTERS: usize = 4;

/// A cell over some quarters, in the version that held when it was supplied.
pub(super) type Part = (usize, usize, usize, usize);

/// A shown count: the parts it is the sum of, with their respondents and successes.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) parts: Vec<Part>,
    pub(super) respondents: i64,
    pub(super) successes: i64,
}

impl Line {
    /// That all or none succeeded is no secret of a shown score.
    fn is_plain(&self) -> bool {
        self.successes == 0 || self.successes == self.respondents
    }
}

/// Everything that was published.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) lines: Vec<Line>,
    pub(super) versions: usize,
}

/// How often each cell and quarter is in a sum.
type Row = Vec<i64>;

/// Adds the quarters of a part of a cell to a sum.
fn add((leaf, from, to, version): Part, sign: i64, row: &mut [i64]) {
    for quarter in from..=to {
        row[(version * LEAVES + leaf) * QUARTERS + quarter] += sign;
    }
}

impl Seen {
    fn width(&self) -> usize {
        self.versions * LEAVES * QUARTERS
    }

    fn row(&self, parts: &[Part]) -> Row {
        let mut row = vec![0; self.width()];
        for part in parts {
            add(*part, 1, &mut row);
        }
        row
    }

    /// Solves lines, when it is known that nobody is in some cells and quarters.
    fn solve<'a>(&self, lines: impl Iterator<Item = &'a Line>, empty: &[Row]) -> Solved {
        let lines = lines.map(|line| {
            let mut row = self.row(&line.parts);
            row.extend([line.respondents, line.successes]);
            row
        });
        let empty = empty.iter().map(|row| [row.as_slice(), &[0, 0]].concat());
        Solved::new(lines.chain(empty))
    }

    /// The cells and quarters in which nobody can be: those of every sum that comes to nothing.
    fn empty(&self) -> Vec<Row> {
        let mut is_empty = vec![false; self.width()];
        loop {
            let empty = units(&is_empty);
            let solved = self.solve(self.lines.iter(), &empty);
            for row in self.sets() {
                if solved.value(row.clone()) == Some((0, 0)) {
                    for (place, value) in row.iter().enumerate() {
                        is_empty[place] |= *value > 0;
                    }
                }
            }
            if units(&is_empty).len() == empty.len() {
                return empty;
            }
        }
    }

    /// Every few people that can be worked out, and that all or none succeeded of people of whom no shown score says so.
    pub(super) fn given_away(&self, minimum: u32) -> Vec<String> {
        let empty = self.empty();
        let all = self.solve(self.lines.iter(), &empty);
        let plain = self.solve(self.lines.iter().filter(|line| line.is_plain()), &empty);
        let mut found = Vec::new();
        for (leaves, (from, to)) in sets_of_leaves() {
            let rows = self.rows_of(&leaves, from, to);
            for row in &rows {
                let Some(value) = all.value(row.clone()) else {
                    continue;
                };
                let (n, s) = value;
                let (n, s) = if n < 0 { (-n, -s) } else { (n, s) };
                let is_nothing = n == 0 && s == 0;
                let is_mixed = 0 < s && s < n;
                let is_few = n < i64::from(minimum);
                // In whatever version it was shown: a correction of other days left these people what they were.
                let is_shown = || {
                    let mut versions = rows.iter();
                    versions.any(|other| plain.value(other.clone()) == Some(value))
                };
                if !is_nothing && (is_few || !(is_mixed || is_shown())) {
                    found.push(format!("{leaves:?} in {from}..={to}: {s} of {n}"));
                }
            }
        }
        found
    }

    /// Every set of cells over every stretch.
    fn sets(&self) -> impl Iterator<Item = Row> {
        sets_of_leaves().flat_map(|(leaves, (from, to))| self.versions_of(&leaves, from, to))
    }

    /// A set of cells over a stretch, in the versions of each time.
    fn versions_of(&self, leaves: &[usize], from: usize, to: usize) -> Vec<Row> {
        let mut rows = Vec::new();
        for version in 0..self.versions {
            let held = |leaf: usize| {
                let parts = self.lines.iter().flat_map(|line| &line.parts);
                let own = parts.filter(|part| part.0 == leaf && part.3 <= version);
                own.map(|part| part.3).max()
            };
            let parts: Option<Vec<Part>> = leaves
                .iter()
                .map(|leaf| Some((*leaf, from, to, held(*leaf)?)))
                .collect();
            rows.extend(parts.map(|parts| self.row(&parts)));
        }
        rows.dedup();
        rows
    }

    /// A set of cells over a stretch in all its versions, and the differences between them.
    fn rows_of(&self, leaves: &[usize], from: usize, to: usize) -> Vec<Row> {
        let mut rows = self.versions_of(leaves, from, to);
        let differences: Vec<Row> = rows
            .iter()
            .enumerate()
            .flat_map(|(rank, one)| rows[..rank].iter().map(move |other| (one, other)))
            .map(|(one, other)| one.iter().zip(other).map(|(a, b)| a - b).collect())
            .collect();
        rows.extend(differences);
        rows
    }
}

/// A sum of one cell and quarter each.
fn units(places: &[bool]) -> Vec<Row> {
    let unit = |place: usize| {
        (0..places.len())
            .map(|own| i64::from(own == place))
            .collect()
    };
    (0..places.len())
        .filter(|place| places[*place])
        .map(unit)
        .collect()
}

fn sets_of_leaves() -> impl Iterator<Item = (Vec<usize>, (usize, usize))> {
    (1_usize..1 << LEAVES).flat_map(|set| {
        let leaves: Vec<usize> = (0..LEAVES).filter(|leaf| set >> leaf & 1 == 1).collect();
        stretches().map(move |stretch| (leaves.clone(), stretch))
    })
}

fn stretches() -> impl Iterator<Item = (usize, usize)> {
    (0..QUARTERS).flat_map(|from| (from..QUARTERS).map(move |to| (from, to)))
}

fn line(parts: &[Part], respondents: i64, successes: i64) -> Line {
    Line {
        parts: parts.to_vec(),
        respondents,
        successes,
    }
}

fn given_away(versions: usize, lines: Vec<Line>) -> Vec<String> {
    Seen { lines, versions }.given_away(10)
}

#[test]
fn the_attacker_subtracts_one_publication_from_another() {
    let found = given_away(
        1,
        vec![line(&[(0, 0, 1, 0)], 45, 40), line(&[(0, 0, 2, 0)], 47, 41)],
    );
    assert_eq!(found, ["[0] in 2..=2: 1 of 2"]);
}

#[test]
fn the_attacker_sees_a_correction() {
    let found = given_away(
        2,
        vec![line(&[(0, 0, 1, 0)], 45, 40), line(&[(0, 0, 1, 1)], 45, 41)],
    );
    assert_eq!(found, ["[0] in 0..=1: 1 of 0"], "one answer is another one");
}

#[test]
fn the_attacker_takes_parts_of_one_publication_from_the_total_of_another() {
    let total = line(&[(0, 0, 1, 0), (1, 0, 1, 0)], 50, 30);
    let found = given_away(1, vec![total, line(&[(1, 0, 1, 0)], 45, 27)]);
    assert_eq!(found, ["[0] in 0..=1: 3 of 5"]);
}

#[test]
fn the_attacker_follows_a_chain() {
    let year = line(&[(0, 0, 3, 0)], 60, 30);
    let parts = [line(&[(0, 0, 1, 0)], 30, 14), line(&[(0, 2, 2, 0)], 28, 15)];
    let found = given_away(1, [vec![year], parts.to_vec()].concat());
    assert_eq!(found, ["[0] in 3..=3: 1 of 2"]);
}

#[test]
fn a_cell_without_anybody_adds_nobody_to_a_shown_score() {
    let quarter = line(&[(0, 0, 0, 0)], 12, 12);
    let total = line(&[(0, 0, 0, 0), (1, 0, 0, 0)], 12, 12);
    assert!(given_away(1, vec![quarter, total]).is_empty());
    let year = line(&[(0, 0, 3, 0)], 30, 20);
    let both = line(&[(0, 0, 3, 0), (1, 0, 3, 0)], 30, 20);
    let quarter = line(&[(0, 1, 1, 0)], 12, 12);
    let found = given_away(1, vec![year, both, quarter]);
    assert!(
        found.is_empty(),
        "nobody in a year is nobody in its quarters: {found:?}"
    );
}

#[test]
fn the_same_numbers_of_other_people_are_found() {
    let shown = line(&[(0, 0, 0, 0)], 12, 12);
    let total = line(&[(1, 0, 0, 0), (2, 0, 0, 0)], 32, 22);
    let part = line(&[(1, 0, 0, 0)], 20, 10);
    let found = given_away(1, vec![shown, total, part]);
    assert!(
        found.contains(&"[2] in 0..=0: 12 of 12".to_owned()),
        "{found:?}"
    );
}

#[test]
fn what_a_score_showed_is_no_secret_after_a_correction_of_other_days() {
    let before = line(&[(0, 1, 1, 0)], 11, 11);
    let after = [line(&[(0, 0, 1, 1)], 23, 11), line(&[(0, 0, 0, 1)], 12, 0)];
    let found = given_away(2, [vec![before], after.to_vec()].concat());
    assert_eq!(found, [""; 0]);
    let found = given_away(2, after.to_vec());
    assert_eq!(found, ["[0] in 1..=1: 11 of 11"]);
}
