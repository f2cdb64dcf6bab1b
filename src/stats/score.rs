//! What may be said about outcomes: one cell in exactly one state, for every provider, scope and measure.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::family::Family;
use super::ledger::Ledger;
use super::provider::{Rules, Told, add_family};
use super::region::{averages, verdict};
use super::release::Names;
use super::renamed::{Renamed, Shown, find_renamed};
use crate::model::{
    Dataset, Freshness, IntensityId, Measure, Outcome, Outcomes, Period, ProfileId, ProviderId,
};

/// A share between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Share(pub(crate) f64);

impl Share {
    /// The share as a number between 0 and 1.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }
}

/// A 95 % interval (Wilson 1927).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: Share,
    /// Upper end.
    pub high: Share,
}

impl Interval {
    /// Whether it lies wholly below another, without touching it.
    #[must_use]
    pub fn is_below(self, other: Self) -> bool {
        self.high < other.low
    }
}

/// Which cases a cell is about: one step of the roll-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScoreScope {
    /// All profiles and intensities.
    All,
    /// One profile, all intensities.
    Profile(ProfileId),
    /// One profile in one intensity.
    Cell(ProfileId, IntensityId),
}

/// How a score compares with the regional average, from its whole interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Better than the average; for dropout: lower.
    Better,
    /// The interval holds the average.
    AboutTheSame,
    /// Less good than the average.
    Lower,
    /// Too few respondents, or no average, for a verdict.
    TooLittleToSay,
}

/// A score that may be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Respondents.
    pub respondents: u32,
    /// Successes among them; for dropout: those who dropped out.
    pub successes: u32,
    /// Their share.
    pub share: Share,
    /// Its 95 % interval.
    pub interval: Interval,
    /// Over which period.
    pub period: Period,
    /// `Current` or `Old`, as its oldest part; older scores are [`ScoreCell::NotSupplied`].
    pub freshness: Freshness,
    /// Against the regional average of the same scope and measure.
    pub verdict: Verdict,
    /// Whether it was shown before and stays as it was, because newer figures would give a few people away beside it.
    pub is_kept: bool,
}

/// A cell is in exactly one state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ScoreCell {
    /// There is a score.
    Shown(Score),
    /// Too few answers, or hidden because another cell could be worked out from it: value and count both hidden.
    TooFew,
    /// Not measured.
    NotMeasured,
    /// Not supplied; with the period of the last score that was, when it is too old to show.
    NotSupplied(Option<Period>),
    /// Withdrawn.
    Withdrawn,
}

/// The average of a region: a function of shown scores only, so that it gives nothing away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RegionAverage {
    /// Pooled share.
    pub share: Share,
    /// Providers in it.
    pub providers: u32,
    /// Respondents in it.
    pub respondents: u32,
}

/// The cells of one provider. A measure and scope for which nothing was supplied has no entry.
#[derive(Clone, Debug, Default)]
pub struct ProviderScores {
    pub(crate) cells: BTreeMap<(ScoreScope, Measure), ScoreCell>,
}

impl ProviderScores {
    /// One cell; a cell for which nothing was supplied is `NotSupplied`.
    #[must_use]
    pub fn cell(&self, scope: ScoreScope, measure: Measure) -> ScoreCell {
        self.cells
            .get(&(scope, measure))
            .copied()
            .unwrap_or(ScoreCell::NotSupplied(None))
    }

    /// All cells, by scope and measure.
    pub fn cells(&self) -> impl Iterator<Item = (ScoreScope, Measure, ScoreCell)> {
        self.cells
            .iter()
            .map(|((scope, measure), cell)| (*scope, *measure, *cell))
    }
}

/// What may be said about the outcomes of a region. Holds no count that is not shown.
#[derive(Debug, Default)]
pub struct Scores {
    pub(crate) providers: Vec<ProviderScores>,
    pub(crate) region: BTreeMap<(ScoreScope, Measure), RegionAverage>,
}

impl Scores {
    /// The cells of a provider.
    #[must_use]
    pub fn of(&self, provider: ProviderId) -> &ProviderScores {
        &self.providers[provider.index()]
    }

    /// The regional average, when two providers at least show a score in this scope.
    #[must_use]
    pub fn region(&self, scope: ScoreScope, measure: Measure) -> Option<RegionAverage> {
        self.region.get(&(scope, measure)).copied()
    }
}

/// Newer figures that are not shown: who takes them from what was shown before learns something of a few people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldBack {
    /// Whose.
    pub provider: ProviderId,
    /// Of which measures, which have the same respondents.
    pub measures: &'static [Measure],
    /// Whether figures of before are shown in their place; otherwise there are none.
    pub is_former_shown: bool,
}

/// Scores that may be shown after what was shown before.
#[derive(Debug, Default)]
pub struct Scored {
    /// The scores.
    pub scores: Scores,
    /// Everything that was ever shown, these scores too.
    pub ledger: Ledger,
    /// What is not shown, in order of provider.
    pub held_back: Vec<HeldBack>,
    /// What may have got another name.
    pub renamed: Vec<Renamed>,
}

/// Scores everything that was supplied, as if nothing was ever shown before.
#[must_use]
pub fn score(dataset: &Dataset, outcomes: &Outcomes, today: Date) -> Scores {
    score_after(dataset, outcomes, today, Ledger::default()).scores
}

/// Scores everything that was supplied, after what was shown before.
#[must_use]
pub fn score_after(dataset: &Dataset, outcomes: &Outcomes, today: Date, former: Ledger) -> Scored {
    let site = dataset.site();
    let rules = Rules {
        thresholds: site.thresholds,
        freshness: site.outcome_freshness,
        today,
        unmeasured: dataset
            .intensities()
            .filter(|(_, intensity)| !intensity.is_measured)
            .map(|(id, _)| id)
            .collect(),
    };
    score_rows(&outcomes.rows, (&rules, &Names::of(dataset)), former)
}

/// Scores the rows of providers that have names.
pub(super) fn score_rows(
    rows: &[Outcome],
    (rules, names): (&Rules, &Names),
    former: Ledger,
) -> Scored {
    let mut scores = Scores {
        providers: vec![ProviderScores::default(); names.providers.len()],
        region: BTreeMap::new(),
    };
    let shown_before = Shown::of(&former);
    let mut ledger = former;
    let mut told = BTreeSet::new();
    let mut held_back = Vec::new();
    let newest = newest(rows);
    let provider_and_family = |row: &Outcome| (row.provider, Family::of(row.measure));
    for rows in newest.chunk_by(|a, b| provider_and_family(a) == provider_and_family(b)) {
        let (provider, family) = provider_and_family(rows[0]);
        let name = &names.providers[provider.index()];
        let own = &mut scores.providers[provider.index()];
        let before = ledger.of(name, family);
        let Told {
            release,
            is_held_back,
        } = add_family(own, family, rows, (rules, names), before);
        if is_held_back {
            held_back.push(HeldBack {
                provider,
                measures: family.measures(),
                is_former_shown: !release.shown.is_empty(),
            });
        }
        ledger.write(name, family, release);
        told.insert((name.clone(), family));
    }
    ledger.write_none(&told);
    scores.region = averages(&scores.providers);
    compare(&mut scores, rules);
    Scored {
        scores,
        renamed: find_renamed(&shown_before, &Shown::of(&ledger), names),
        ledger: ledger.without_empty(),
        held_back,
    }
}

/// The row with the newest period of every cell, by provider, family, profile, intensity and measure.
fn newest(rows: &[Outcome]) -> Vec<&Outcome> {
    let cell = |row: &Outcome| {
        (
            row.provider,
            Family::of(row.measure),
            row.profile,
            row.intensity,
            row.measure,
        )
    };
    let newest_first = |row: &Outcome| Reverse((row.period.to, row.period.from));
    let mut newest: Vec<&Outcome> = rows.iter().collect();
    newest.sort_by_key(|row| (cell(row), newest_first(row)));
    newest.dedup_by_key(|row| cell(row));
    newest
}

fn compare(scores: &mut Scores, rules: &Rules) {
    for provider in &mut scores.providers {
        for (key, cell) in &mut provider.cells {
            if let ScoreCell::Shown(score) = cell {
                let average = scores.region.get(key);
                let minimum = rules.thresholds.reliability_minimum;
                score.verdict = verdict(score, key.1, average, minimum);
            }
        }
    }
}
