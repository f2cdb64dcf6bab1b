//! Whether figures may be published beside those that were published before: an attacker keeps every publication and
//! subtracts one from another. Start at [`are_safe_together`].
//!
//! From one publication follow the counts of *groups* of cells that have no cell in common ([`Release::groups`]). Two
//! publications that count in days in common count some of the same people. What is one group in the first and the
//! same cells in the second can be subtracted: what is left are the people that came or went, or whose answers were
//! corrected. A group that shares only some of its cells with another would give a part of it away to whoever takes
//! the rest for unchanged, so there must be none. Periods of the same cells that touch or overlap can be subtracted in
//! chains, which [`is_timeline_safe`] follows.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::family::{FAMILY_SIZE, Family};
use super::release::{Group, LeafName, Release};
use crate::model::Period;

/// Whether nobody learns something of fewer people than the minimum from figures and all that were published before.
///
/// Each must be safe by itself, and the former ones among each other.
pub(super) fn are_safe_together(
    new: &Release,
    former: &[Release],
    family: Family,
    minimum: u32,
) -> bool {
    let groups_of = |release: &Release| {
        let measures = (0..FAMILY_SIZE).map(|slot| release.groups(slot));
        let mut measures: Vec<Vec<Group>> = measures.collect();
        if family.is_split() {
            // The sum of its measures is one more.
            measures.push(sums(&measures));
        }
        measures
    };
    let new: Vec<Vec<Group>> = groups_of(new);
    let former: Vec<Vec<Vec<Group>>> = former.iter().map(groups_of).collect();
    (0..new.len()).all(|slot| {
        former.iter().all(|old| {
            are_two_safe(&new[slot], &old[slot], minimum)
                && (!old[slot].is_empty() || do_not_cut(&new[slot], old))
        }) && are_timelines_safe(&new[slot], slot, &former, minimum)
    })
}

/// Of the same cells, days and people: the successes of all measures together.
fn sums(measures: &[Vec<Group>]) -> Vec<Group> {
    let known: Vec<&Vec<Group>> = measures
        .iter()
        .filter(|groups| !groups.is_empty())
        .collect();
    let [first, others @ ..] = known.as_slice() else {
        return Vec::new();
    };
    let is_same = |one: &Group, other: &Group| {
        one.leaves == other.leaves
            && one.period == other.period
            && one.respondents == other.respondents
    };
    first
        .iter()
        .filter_map(|group| {
            let same = |groups: &&Vec<Group>| groups.iter().find(|it| is_same(group, it)).cloned();
            let others: Vec<Group> = others.iter().filter_map(same).collect();
            let successes = others.iter().map(|it| it.successes).sum::<i64>() + group.successes;
            (others.len() + 1 == known.len() && known.len() > 1).then(|| Group {
                successes,
                ..group.clone()
            })
        })
        .collect()
}

/// Whether two publications of one measure may be subtracted from each other.
fn are_two_safe(new: &[Group], old: &[Group], minimum: u32) -> bool {
    shared(new, old).all(|(after, before)| {
        // Not even groups that add up to each other will do: with a part that stayed as it was, the rest follows.
        after.leaves == before.leaves && is_difference_safe(after, before, minimum)
    })
}

/// Whether no group shares only some cells with one of another measure of the family: the same people answer both.
fn do_not_cut(new: &[Group], old: &[Vec<Group>]) -> bool {
    let is_whole = |(after, before): (&Group, &Group)| after.leaves == before.leaves;
    old.iter().all(|old| shared(new, old).all(is_whole))
}

/// Every two groups that can have counted the same people.
fn shared<'a>(new: &'a [Group], old: &'a [Group]) -> impl Iterator<Item = (&'a Group, &'a Group)> {
    new.iter().flat_map(move |after| {
        let shared = move |before: &&Group| before.touches(after) && before.overlaps(after);
        old.iter().filter(shared).map(move |before| (after, before))
    })
}

/// Exactly these cells as one group, when groups can be added up to them.
fn together(groups: &[Group], leaves: &BTreeSet<LeafName>) -> Option<Group> {
    let touching = || groups.iter().filter(|it| !it.leaves.is_disjoint(leaves));
    if !touching().all(|group| group.leaves.is_subset(leaves)) {
        return None;
    }
    let sum = touching().cloned().reduce(|mut sum, group| {
        sum.leaves.extend(group.leaves);
        sum.respondents += group.respondents;
        sum.successes += group.successes;
        sum.period = Period {
            from: sum.period.from.min(group.period.from),
            to: sum.period.to.max(group.period.to),
        };
        sum
    });
    sum.filter(|sum| sum.leaves == *leaves)
}

fn is_difference_safe(one: &Group, other: &Group, minimum: u32) -> bool {
    let respondents = one.respondents - other.respondents;
    let successes = one.successes - other.successes;
    is_few_people_safe((respondents, successes), minimum)
}

/// Whether a difference tells nothing: it is nothing, or it is of enough people of whom some but not all succeeded.
fn is_few_people_safe((respondents, successes): (i64, i64), minimum: u32) -> bool {
    let successes = if respondents < 0 {
        -successes
    } else {
        successes
    };
    let respondents = respondents.abs();
    (respondents == 0 && successes == 0)
        || (respondents >= i64::from(minimum.max(1)) && 0 < successes && successes < respondents)
}

/// Whether no chain of publications of the same cells gives a part of a period away.
fn are_timelines_safe(
    new: &[Group],
    slot: usize,
    former: &[Vec<Vec<Group>>],
    minimum: u32,
) -> bool {
    if former.len() < 2 {
        // A chain has three links at least; of two publications everything is said.
        return true;
    }
    let mut sets: BTreeSet<&BTreeSet<LeafName>> = new.iter().map(|group| &group.leaves).collect();
    for old in former {
        let touching = old[slot]
            .iter()
            .filter(|before| new.iter().any(|group| group.touches(before)));
        sets.extend(touching.map(|before| &before.leaves));
    }
    sets.into_iter().all(|leaves| {
        let Some(now) = together(new, leaves) else {
            return true;
        };
        let before = former.iter().filter_map(|old| together(&old[slot], leaves));
        let all: Vec<Group> = before.chain([now]).collect();
        is_timeline_safe(&all, minimum)
    })
}

/// The counts until a day, up to a constant, as far as they follow from the periods of the same cells.
type Known = BTreeMap<Date, (i64, i64)>;

/// Days that are joined by a period, with the counts of it.
type Links = BTreeMap<Date, Vec<(Date, i64, i64)>>;

/// The counts of every period, more than one where they were corrected.
type Periods = BTreeMap<(Date, Date), BTreeSet<(i64, i64)>>;

/// How many ways to choose between corrected counts are tried. Who corrects more often waits.
const MOST_CHOICES: usize = 256;

/// Whether every stretch of time of which the counts follow is safe, whichever counts of a corrected period are taken.
fn is_timeline_safe(all: &[Group], minimum: u32) -> bool {
    let mut periods = Periods::new();
    for group in all {
        let end = group.period.to.tomorrow().unwrap_or(Date::MAX);
        let versions = periods.entry((group.period.from, end)).or_default();
        versions.insert((group.respondents, group.successes));
    }
    let sizes = periods.values().map(BTreeSet::len);
    let choices = sizes.fold(1, usize::saturating_mul);
    choices <= MOST_CHOICES
        && (0..choices).all(|choice| is_choice_safe(&links(&periods, choice), minimum))
}

/// One choice between the counts of corrected periods.
fn links(periods: &Periods, mut choice: usize) -> Links {
    let mut links = Links::new();
    for ((from, to), versions) in periods {
        let version = versions.iter().nth(choice % versions.len());
        let (respondents, successes) = version.expect("the rest of a division is smaller");
        choice /= versions.len();
        let mut add = |one: Date, link| links.entry(one).or_default().push(link);
        add(*from, (*to, *respondents, *successes));
        add(*to, (*from, -respondents, -successes));
    }
    links
}

/// Whether every stretch of time of which the counts follow is safe.
///
/// A period from one day to another tells the difference between the counts until both. So days that are joined by
/// periods, one after another, give the counts of every stretch between two of them.
fn is_choice_safe(links: &Links, minimum: u32) -> bool {
    let mut seen: BTreeSet<Date> = BTreeSet::new();
    let mut safe = true;
    for start in links.keys() {
        if seen.contains(start) {
            continue;
        }
        let (known, is_consistent) = follow(links, *start);
        seen.extend(known.keys());
        // Two days are one period, published more than once: those were compared already.
        safe &= known.len() <= 2 || (is_consistent && are_stretches_safe(&known, links, minimum));
    }
    safe
}

fn follow(links: &Links, start: Date) -> (Known, bool) {
    let mut known = Known::from([(start, (0, 0))]);
    let mut open = vec![start];
    let mut is_consistent = true;
    while let Some(day) = open.pop() {
        let (respondents, successes) = known[&day];
        for (other, more, good) in &links[&day] {
            let counts = (respondents + more, successes + good);
            if let Some(before) = known.get(other) {
                is_consistent &= *before == counts;
            } else {
                known.insert(*other, counts);
                open.push(*other);
            }
        }
    }
    (known, is_consistent)
}

fn are_stretches_safe(known: &Known, links: &Links, minimum: u32) -> bool {
    known.iter().all(|(from, (start, good_start))| {
        let sums = later_days(links, *from);
        known.range(*from..).skip(1).all(|(to, (end, good_end))| {
            // Published periods one after another are only a longer period.
            sums.contains(to) || is_few_people_safe((end - start, good_end - good_start), minimum)
        })
    })
}

/// The days that are reached by periods that follow each other.
fn later_days(links: &Links, from: Date) -> BTreeSet<Date> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(day) = open.pop() {
        for (other, _, _) in &links[&day] {
            if *other > day && reached.insert(*other) {
                open.push(*other);
            }
        }
    }
    reached
}
