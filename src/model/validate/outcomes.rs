//! Judges `outcomes.csv`.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, codes, phrase, said};
use crate::model::{Freshness, FreshnessLimits, Intensity, Measure, Outcome, Period, Supplied};
use crate::sources::{CsvTable, Row};

use super::cells::{Column, Columns};
use super::form;
use super::names::Names;
use super::providers::future;

/// More clients than there are children in youth care in the Netherlands is a mistake.
const HIGHEST_COUNT: u32 = 1_000_000;

#[derive(Clone, Copy)]
enum State {
    TooFew,
    NotMeasured,
    NotSupplied,
    Withdrawn,
}

const STATES: &[(&str, State)] = &[
    ("too-few", State::TooFew),
    ("not-measured", State::NotMeasured),
    ("not-supplied", State::NotSupplied),
    ("withdrawn", State::Withdrawn),
];

struct OutcomeColumns {
    provider: Column,
    profile: Column,
    intensity: Column,
    measure: Column,
    period_from: Column,
    period_to: Column,
    respondents: Column,
    successes: Column,
    state: Column,
    instrument: Column,
    source: Column,
}

/// Judges every row. Each outcome comes with the place of its row.
pub(super) fn judge(
    table: &CsvTable,
    names: &Names<'_>,
    intensities: &[Intensity],
    today: Date,
    limits: FreshnessLimits,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Located<Outcome>> {
    let mut columns = Columns::new(table);
    let outcome_columns = OutcomeColumns {
        provider: columns.required("provider", diagnostics),
        profile: columns.required("profile", diagnostics),
        intensity: columns.required("intensity", diagnostics),
        measure: columns.required("measure", diagnostics),
        period_from: columns.required("period_from", diagnostics),
        period_to: columns.required("period_to", diagnostics),
        respondents: columns.required("respondents", diagnostics),
        successes: columns.required("successes", diagnostics),
        state: columns.required("state", diagnostics),
        instrument: columns.optional("instrument"),
        source: columns.required("source", diagnostics),
    };
    let mut outcomes = Vec::new();
    for row in columns.finish(diagnostics) {
        let judge = RowJudge {
            row,
            columns: &outcome_columns,
            names,
            intensities,
            today,
        };
        if let Some(outcome) = judge.outcome(diagnostics) {
            outcomes.push(Located::new(outcome, row.place));
        }
    }
    report_doubles(&outcomes, diagnostics);
    report_age(&outcomes, today, limits, diagnostics);
    outcomes
}

struct RowJudge<'a> {
    row: &'a Row,
    columns: &'a OutcomeColumns,
    names: &'a Names<'a>,
    intensities: &'a [Intensity],
    today: Date,
}

impl RowJudge<'_> {
    fn outcome(&self, diagnostics: &mut Vec<Diagnostic>) -> Option<Outcome> {
        let (row, columns, names) = (self.row, self.columns, self.names);
        let provider = columns.provider.required(row, diagnostics);
        let provider = provider.and_then(|name| names.providers.find(name, diagnostics));
        let profile = columns.profile.required(row, diagnostics);
        let profile = profile.and_then(|name| names.profiles.find(name, diagnostics));
        let intensity = columns.intensity.required(row, diagnostics);
        let intensity = intensity.and_then(|name| names.intensities.find(name, diagnostics));
        let measure = columns.measure.required(row, diagnostics);
        let measure = measure.and_then(|word| {
            let words: Vec<(&str, Measure)> = Measure::ALL
                .iter()
                .map(|measure| (measure.code(), *measure))
                .collect();
            form::word(phrase("a measure"), &words, word, diagnostics)
        });
        let period = self.period(diagnostics);
        let source = columns.source.required(row, diagnostics);
        let supplied = self.supplied(diagnostics);
        let is_measured = intensity
            .and_then(|intensity| self.intensities.get(intensity.index()))
            .is_none_or(|intensity| intensity.is_measured);
        if !is_measured && matches!(supplied, Some(Supplied::Counts { .. })) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0605,
                    columns.respondents.place(row),
                    "numbers for an intensity that is not measured",
                )
                .related(columns.intensity.place(row), "the intensity")
                .help(
                    "correct the intensity, or empty the numbers and make the state `not-measured`",
                ),
            );
            return None;
        }
        Some(Outcome {
            provider: provider?,
            profile: profile?,
            intensity: intensity?,
            measure: measure?,
            period: period?,
            supplied: supplied?,
            instrument: columns.instrument.text(row),
            source: source?.value.into(),
        })
    }

    fn period(&self, diagnostics: &mut Vec<Diagnostic>) -> Option<Period> {
        let from = self
            .columns
            .period_from
            .required_date(self.row, diagnostics);
        let to = self.columns.period_to.required_date(self.row, diagnostics);
        let (from, to) = (from?, to?);
        if to.value < from.value {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0413,
                    to.place,
                    said("the period ends on {to} and begins on {from}", [])
                        .with_day("to", to.value)
                        .with_day("from", from.value),
                )
                .related(from.place, "its first day")
                .help("were the two days exchanged?"),
            );
            return None;
        }
        if to.value > self.today {
            diagnostics.push(future(phrase("a period"), to, self.today));
        }
        Some(Period {
            from: from.value,
            to: to.value,
        })
    }

    fn supplied(&self, diagnostics: &mut Vec<Diagnostic>) -> Option<Supplied> {
        let (row, columns) = (self.row, self.columns);
        let respondents = columns.respondents.cell(row);
        let successes = columns.successes.cell(row);
        let Some(state) = columns.state.cell(row) else {
            let respondents = columns.respondents.required(row, diagnostics);
            let respondents = respondents.and_then(|cell| count(cell, diagnostics));
            let successes = columns.successes.required(row, diagnostics);
            let successes = successes.and_then(|cell| count(cell, diagnostics));
            return self.counts(respondents?, successes?, diagnostics);
        };
        let place = state.place;
        let state = form::word(phrase("a state"), STATES, state, diagnostics);
        if let Some(number) = respondents.or(successes) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0603,
                    number.place,
                    said(
                        "the number `{value}` where the state says there is none",
                        [("value", &number.value)],
                    ),
                )
                .related(place, "the state")
                .help("empty the numbers; or, when they may be used, empty the state"),
            );
            return None;
        }
        Some(match state? {
            State::TooFew => Supplied::TooFew,
            State::NotMeasured => Supplied::NotMeasured,
            State::NotSupplied => Supplied::NotSupplied,
            State::Withdrawn => Supplied::Withdrawn,
        })
    }

    fn counts(
        &self,
        respondents: u32,
        successes: u32,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Supplied> {
        if successes > respondents {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0602,
                    self.columns.successes.place(self.row),
                    said(
                        "{successes} successes among {respondents} respondents",
                        [("successes", &successes), ("respondents", &respondents)],
                    ),
                )
                .related(self.columns.respondents.place(self.row), "the respondents")
                .help("successes are part of the respondents: were the two columns exchanged?"),
            );
            return None;
        }
        Some(Supplied::Counts {
            respondents,
            successes,
        })
    }
}

fn count(cell: Located<&str>, diagnostics: &mut Vec<Diagnostic>) -> Option<u32> {
    let is_digits = cell.value.bytes().all(|byte| byte.is_ascii_digit());
    let count = is_digits
        .then(|| cell.value.parse().ok())
        .flatten()
        .filter(|count| *count <= HIGHEST_COUNT);
    if count.is_none() {
        diagnostics.push(
            Diagnostic::new(
                codes::E0601,
                cell.place,
                said("`{written}` is not a count", [("written", &cell.value)]),
            )
            .help(said(
                "write a whole number from 0 to {highest}; a percentage is not a count",
                [("highest", &HIGHEST_COUNT)],
            )),
        );
    }
    count
}

fn report_doubles(outcomes: &[Located<Outcome>], diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    for outcome in outcomes {
        let Outcome {
            provider,
            profile,
            intensity,
            measure,
            period,
            ..
        } = outcome.value;
        let key = (provider, profile, intensity, measure, period);
        if let Some(first) = seen.insert(key, outcome.place) {
            diagnostics.push(
                Diagnostic::new(codes::E0604, outcome.place, "the same score twice")
                    .related(first, "first given here")
                    .help("keep the right one; scores of two periods have other dates"),
            );
        }
    }
}

/// One warning per provider and period that is too old, not one per cell.
fn report_age(
    outcomes: &[Located<Outcome>],
    today: Date,
    limits: FreshnessLimits,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut newest: BTreeMap<_, &Located<Outcome>> = BTreeMap::new();
    for outcome in outcomes {
        let kept = newest.entry(outcome.value.provider).or_insert(outcome);
        if outcome.value.period.to > kept.value.period.to {
            *kept = outcome;
        }
    }
    for outcome in newest.into_values() {
        let end = outcome.value.period.to;
        let problem = match limits.judge(end, today) {
            Freshness::Current => continue,
            Freshness::Old => said(
                "the newest outcomes of this provider end on {end}: they are shown, marked as old",
                [],
            )
            .with_day("end", end),
            Freshness::Hidden => said(
                "the newest outcomes of this provider end on {end}: they are not shown",
                [],
            )
            .with_day("end", end),
        };
        diagnostics.push(
            Diagnostic::new(codes::W0607, outcome.place, problem)
                .help("ask for outcomes of a later period"),
        );
    }
}
