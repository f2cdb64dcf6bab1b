//! What one publication showed of a provider and family, by the names that stay the same from one publication to the next.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::score::ScoreScope;
use crate::model::{Dataset, IntensityId, Period, ProfileId};

/// A profile and an intensity, by slug.
pub(super) type LeafName = (Box<str>, Box<str>);

/// A scope by the slugs of its profile and intensity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ScopeName {
    /// All profiles and intensities.
    All,
    /// One profile.
    Profile(Box<str>),
    /// One cell.
    Cell(LeafName),
}

impl ScopeName {
    /// Whether a cell is part of it.
    pub(super) fn covers(&self, leaf: &LeafName) -> bool {
        match self {
            Self::All => true,
            Self::Profile(profile) => *profile == leaf.0,
            Self::Cell(own) => own == leaf,
        }
    }
}

/// The slugs of a region, by id.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub(super) providers: Vec<Box<str>>,
    pub(super) profiles: Vec<Box<str>>,
    pub(super) intensities: Vec<Box<str>>,
}

impl Names {
    pub(super) fn of(dataset: &Dataset) -> Self {
        Self {
            providers: dataset
                .providers()
                .map(|(_, it)| it.slug.as_str().into())
                .collect(),
            profiles: dataset
                .profiles()
                .map(|(_, it)| it.slug.as_str().into())
                .collect(),
            intensities: dataset
                .intensities()
                .map(|(_, it)| it.slug.as_str().into())
                .collect(),
        }
    }

    pub(super) fn leaf(&self, profile: ProfileId, intensity: IntensityId) -> LeafName {
        let (profile, intensity) = (profile.index(), intensity.index());
        (
            self.profiles[profile].clone(),
            self.intensities[intensity].clone(),
        )
    }

    pub(super) fn scope(&self, scope: ScoreScope) -> ScopeName {
        match scope {
            ScoreScope::All => ScopeName::All,
            ScoreScope::Profile(profile) => {
                ScopeName::Profile(self.profiles[profile.index()].clone())
            }
            ScoreScope::Cell(profile, intensity) => ScopeName::Cell(self.leaf(profile, intensity)),
        }
    }
}

/// Shown counts of one scope and measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Respondents.
    pub(super) respondents: u32,
    /// Successes among them.
    pub(super) successes: u32,
    /// Over which period.
    pub(super) period: Period,
    /// The last day of its oldest part, by which its age is judged.
    pub(super) oldest_end: Date,
}

/// The shown counts and the hidden cells of one publication.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Release {
    /// The privacy minimum it was published under.
    pub(super) minimum: u32,
    /// What was shown, by scope and the place of the measure in the family.
    pub(super) shown: BTreeMap<(ScopeName, usize), Line>,
    /// The cells that were hidden as too small, or to protect others.
    pub(super) hidden: BTreeSet<(LeafName, usize)>,
}

/// Cells of which the counts together can be worked out from what was shown. Numbers are signed: a list that somebody
/// made up may hold a total that is smaller than its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Which cells.
    pub(super) leaves: BTreeSet<LeafName>,
    /// Their respondents.
    pub(super) respondents: i64,
    /// The successes among them.
    pub(super) successes: i64,
    /// From the first to the last day in which they can have been counted.
    pub(super) period: Period,
}

impl Group {
    fn of(leaves: BTreeSet<LeafName>, line: &Line) -> Self {
        Self {
            leaves,
            respondents: i64::from(line.respondents),
            successes: i64::from(line.successes),
            period: line.period,
        }
    }

    fn take(&mut self, line: &Line) {
        self.respondents -= i64::from(line.respondents);
        self.successes -= i64::from(line.successes);
    }

    /// Whether somebody can have been counted in both.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.period.from <= other.period.to && other.period.from <= self.period.to
    }

    /// Whether they have a cell in common.
    pub(super) fn touches(&self, other: &Self) -> bool {
        !self.leaves.is_disjoint(&other.leaves)
    }
}

impl Release {
    /// Whether the same was shown and the same hidden, whatever the minimum was.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self.shown == other.shown && self.hidden == other.hidden
    }

    /// Leaves out hidden cells that stand behind no shown total: nothing follows of them.
    pub(super) fn forget_uncovered(&mut self) {
        let shown = &self.shown;
        self.hidden.retain(|((profile, _), slot)| {
            shown.contains_key(&(ScopeName::All, *slot))
                || shown.contains_key(&(ScopeName::Profile(profile.clone()), *slot))
        });
        if self.shown.is_empty() {
            *self = Self::default();
        }
    }

    /// The groups of one measure. No two of them have a cell in common: see [`super::suppression`].
    pub(super) fn groups(&self, slot: usize) -> Vec<Group> {
        let mut groups = Vec::new();
        let mut total = self
            .shown
            .get(&(ScopeName::All, slot))
            .map(|line| Group::of(BTreeSet::new(), line));
        for profile in self.profiles(slot) {
            let hidden: BTreeSet<LeafName> = self
                .hidden
                .iter()
                .filter(|(leaf, of)| *of == slot && leaf.0 == profile)
                .map(|(leaf, _)| leaf.clone())
                .collect();
            let mut rest = self
                .shown
                .get(&(ScopeName::Profile(profile.clone()), slot))
                .map(|line| Group::of(hidden.clone(), line));
            if let (Some(total), Some(line)) = (
                &mut total,
                self.shown.get(&(ScopeName::Profile(profile.clone()), slot)),
            ) {
                total.take(line);
            }
            let is_profile_shown = rest.is_some();
            for (leaf, line) in self.shown_leaves(slot, &profile) {
                groups.push(Group::of(BTreeSet::from([leaf.clone()]), line));
                match (&mut rest, &mut total) {
                    (Some(rest), _) => rest.take(line),
                    (None, Some(total)) => total.take(line),
                    (None, None) => {}
                }
            }
            groups.extend(rest);
            if let Some(total) = total.as_mut().filter(|_| !is_profile_shown) {
                total.leaves.extend(hidden);
            }
        }
        groups.extend(total);
        groups.retain(|group| !group.leaves.is_empty());
        groups
    }

    fn profiles(&self, slot: usize) -> BTreeSet<Box<str>> {
        let shown = self.shown.keys().filter_map(|(scope, of)| match scope {
            ScopeName::All => None,
            ScopeName::Profile(profile) | ScopeName::Cell((profile, _)) => Some((profile, of)),
        });
        let hidden = self.hidden.iter().map(|((profile, _), of)| (profile, of));
        shown
            .chain(hidden)
            .filter(|(_, of)| **of == slot)
            .map(|(profile, _)| profile.clone())
            .collect()
    }

    fn shown_leaves<'a>(
        &'a self,
        slot: usize,
        profile: &'a str,
    ) -> impl Iterator<Item = (&'a LeafName, &'a Line)> {
        self.shown.iter().filter_map(move |((scope, of), line)| {
            if let ScopeName::Cell(leaf) = scope
                && *of == slot
                && *leaf.0 == *profile
            {
                return Some((leaf, line));
            }
            None
        })
    }

    /// Every cell it knows of one measure.
    pub(super) fn leaves(&self, slot: usize) -> impl Iterator<Item = &LeafName> {
        let shown = self
            .shown
            .keys()
            .filter_map(move |(scope, of)| match scope {
                ScopeName::Cell(leaf) if *of == slot => Some(leaf),
                ScopeName::Cell(_) | ScopeName::All | ScopeName::Profile(_) => None,
            });
        let hidden = self.hidden.iter().filter(move |(_, of)| *of == slot);
        shown.chain(hidden.map(|(leaf, _)| leaf))
    }
}
