//! What may be said about outcomes: one cell in exactly one state, for every provider, scope and measure.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{
    Dataset, Freshness, IntensityId, Measure, Outcomes, Period, ProfileId, ProviderId,
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
    /// `Current` or `Old`; older scores are [`ScoreCell::NotSupplied`].
    pub freshness: Freshness,
    /// Against the regional average of the same scope and measure.
    pub verdict: Verdict,
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

    /// The regional average, when any score is shown in this scope.
    #[must_use]
    pub fn region(&self, scope: ScoreScope, measure: Measure) -> Option<RegionAverage> {
        self.region.get(&(scope, measure)).copied()
    }
}

/// Scores everything that was supplied.
#[must_use]
pub fn score(dataset: &Dataset, _outcomes: &Outcomes, _today: Date) -> Scores {
    Scores {
        providers: vec![ProviderScores::default(); dataset.providers().count()],
        region: BTreeMap::new(),
    }
}
