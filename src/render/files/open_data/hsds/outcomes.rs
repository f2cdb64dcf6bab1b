//! Outcomes of providers, in the form of our profile.
//!
//! Made from [`Scores`] alone: a hidden cell has its state and no number, because this room never sees one.

use crate::model::{Dataset, Measure, ProviderId};
use crate::stats::{Score, ScoreCell, ScoreScope, Scores};

use super::super::averages::{intensity, profile};
use super::super::cell::Cell;
use super::super::outcomes::{says_something, share};
use super::ids::Ids;
use super::organizations;
use super::sheet::{Field, Kind, Lines, Sheet, Tab, object};
use super::words;

/// One cell.
pub(super) struct OutcomeRow<'a> {
    id: &'a str,
    organization: &'a str,
    dataset: &'a Dataset,
    scope: ScoreScope,
    measure: Measure,
    cell: &'a ScoreCell,
}

impl OutcomeRow<'_> {
    fn score(&self) -> Option<&Score> {
        match self.cell {
            ScoreCell::Shown(score) => Some(score),
            ScoreCell::TooFew
            | ScoreCell::NotMeasured
            | ScoreCell::NotSupplied(_)
            | ScoreCell::Withdrawn => None,
        }
    }
}

pub(super) fn sheet<'a>() -> Sheet<OutcomeRow<'a>> {
    Sheet {
        tab: Tab::Outcome,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("organization_id", Kind::Owner, |row| {
                Cell::text(Some(row.organization))
            }),
            Field::new("support_profile", Kind::Text, |row| {
                profile(row.dataset, row.scope)
            }),
            Field::new("intensity", Kind::Text, |row| {
                intensity(row.dataset, row.scope)
            }),
            Field::new("measure", Kind::Word(words::MEASURES), |row| {
                Cell::word(words::measure(row.measure))
            }),
            Field::new("state", Kind::Word(words::STATES), |row| {
                Cell::word(words::state(row.cell))
            }),
            Field::new("respondents", Kind::Number, |row| {
                Cell::whole(row.score().map(|score| score.respondents))
            }),
            Field::new("share", Kind::Number, |row| {
                share(row.score().map(|score| score.share))
            }),
            Field::new("interval_low", Kind::Number, |row| {
                share(row.score().map(|score| score.interval.low))
            }),
            Field::new("interval_high", Kind::Number, |row| {
                share(row.score().map(|score| score.interval.high))
            }),
            Field::new("period_from", Kind::Day, |row| {
                Cell::day(row.score().map(|score| score.period.from))
            }),
            Field::new("period_to", Kind::Day, |row| {
                Cell::day(row.score().map(|score| score.period.to))
            }),
            Field::new("freshness", Kind::Word(words::FRESHNESS), |row| {
                Cell::text(row.score().map(|score| words::freshness(score.freshness)))
            }),
            Field::new("newer_figures", Kind::Word(words::NEWER), |row| {
                Cell::text(row.score().map(|score| words::newer(score.is_kept)))
            }),
        ],
    }
}

/// The outcomes of a provider, as lines and as objects.
pub(super) fn write(
    dataset: &Dataset,
    scores: &Scores,
    id: ProviderId,
    ids: &Ids,
    lines: &mut Lines,
) -> Vec<String> {
    let provider = dataset.provider(id);
    let organization = organizations::id_of(ids, provider);
    scores
        .of(id)
        .cells()
        .filter(|(scope, _, cell)| says_something(dataset, *scope, cell))
        .map(|(scope, measure, cell)| {
            let (profile, intensity) = names(dataset, scope);
            let name = [
                "outcome",
                provider.slug.as_str(),
                profile,
                intensity,
                words::measure(measure),
            ];
            let row = OutcomeRow {
                id: &ids.of(&name),
                organization: &organization,
                dataset,
                scope,
                measure,
                cell: &cell,
            };
            object(&sheet().write(&row, lines), &[])
        })
        .collect()
}

/// The slugs of a scope; `*`, which no slug is, for all.
fn names(dataset: &Dataset, scope: ScoreScope) -> (&str, &str) {
    match scope {
        ScoreScope::All => ("*", "*"),
        ScoreScope::Profile(profile) => (dataset.profile(profile).slug.as_str(), "*"),
        ScoreScope::Cell(profile, intensity) => (
            dataset.profile(profile).slug.as_str(),
            dataset.intensity(intensity).slug.as_str(),
        ),
    }
}
