//! What a mapping says of rows about outcomes: whose, of which period, and in which columns the counts stand.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Located, codes, phrase, said};
use crate::model::Measure;

use super::columns::{UsedColumn, UsedColumns};
use super::keys::Keys;
use super::value::Value;

/// The states of outcomes without numbers.
pub(super) const STATES: &[&str] = &["too-few", "not-measured", "not-supplied", "withdrawn"];

/// A mapping of rows about outcomes.
#[derive(Debug)]
pub(super) struct OutcomeMapping {
    pub(super) provider: Value,
    pub(super) profile: Value,
    pub(super) intensity: Value,
    pub(super) period: PeriodMapping,
    pub(super) instrument: Option<Value>,
    pub(super) source: Located<String>,
    /// What words stand for, in lower case.
    pub(super) words: BTreeMap<String, &'static str>,
    pub(super) measures: Vec<MeasureMapping>,
}

/// Which days the figures are about.
#[derive(Debug)]
pub(super) enum PeriodMapping {
    Days(Value, Value),
    /// A whole year.
    Year(Value),
}

/// In which columns the counts of a measure stand: the first of each list that the file has.
#[derive(Debug)]
pub(super) struct MeasureMapping {
    pub(super) measure: Value,
    pub(super) respondents: Vec<String>,
    pub(super) successes: Vec<String>,
    /// The successes are given as a share of the respondents, in percent.
    pub(super) is_share: bool,
}

impl OutcomeMapping {
    /// Reads the mapping; `None` when something is missing, which was reported.
    pub(super) fn read(
        mapping: &mut Keys<'_>,
        used: &mut UsedColumns,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let measures = mapping.sections("measure", diagnostics);
        let measures: Vec<Option<MeasureMapping>> = measures
            .into_iter()
            .map(|keys| measure(keys, used, diagnostics))
            .collect();
        if measures.is_empty() {
            mapping.missing("[[measure]]", diagnostics);
        }
        let mut keys = mapping.required_section("outcome", diagnostics)?;
        let provider = Value::required(&mut keys, "provider", used, diagnostics);
        let profile = Value::required(&mut keys, "profile", used, diagnostics);
        let intensity = Value::required(&mut keys, "intensity", used, diagnostics);
        let period = period(&mut keys, used, diagnostics);
        let instrument = Value::read(&mut keys, "instrument", used, diagnostics);
        let source = keys.required_text("source", diagnostics);
        let words = keys.states("words", STATES, diagnostics);
        keys.finish(diagnostics);
        Some(Self {
            provider: provider?,
            profile: profile?,
            intensity: intensity?,
            period: period?,
            instrument,
            source: source?,
            words,
            measures: measures.into_iter().collect::<Option<Vec<_>>>()?,
        })
    }
}

fn period(
    keys: &mut Keys<'_>,
    used: &mut UsedColumns,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PeriodMapping> {
    if keys.has("year") {
        let year = Value::read(keys, "year", used, diagnostics)?;
        return Some(PeriodMapping::Year(year));
    }
    let from = Value::required(keys, "period_from", used, diagnostics);
    let to = Value::required(keys, "period_to", used, diagnostics);
    Some(PeriodMapping::Days(from?, to?))
}

fn measure(
    mut keys: Keys<'_>,
    used: &mut UsedColumns,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<MeasureMapping> {
    let measure = Value::required(&mut keys, "measure", used, diagnostics);
    let codes: Vec<&str> = Measure::ALL.iter().map(|measure| measure.code()).collect();
    for named in measure.iter().flat_map(Value::possible) {
        if !codes.contains(&named.value) {
            let problem = said(
                "there is no measure `{measure}`",
                [("measure", &named.value)],
            );
            let help = said(
                "write one of `{measures}`",
                [("measures", &codes.join("`, `"))],
            );
            diagnostics.push(
                Diagnostic::new(codes::E1101, named.place, problem)
                    .did_you_mean(named.value, codes.iter().copied())
                    .help(help),
            );
        }
    }
    let respondents = keys.texts("respondents", diagnostics);
    let successes = keys.texts("successes", diagnostics);
    let share = keys.texts("share", diagnostics);
    let is_optional = keys.truth("optional", diagnostics);
    if respondents.is_empty() {
        keys.missing("respondents", diagnostics);
    }
    let is_share = !share.is_empty();
    if is_share != successes.is_empty() {
        let problem = phrase("this does not say which column has the successes");
        diagnostics.push(
            Diagnostic::new(codes::E1101, keys.place(), problem)
                .help("write one of `successes` and `share`"),
        );
    }
    let successes = if is_share { share } else { successes };
    keys.finish(diagnostics);
    let mut columns = |names: Vec<Located<String>>| {
        let columns = names.iter().map(|name| name.value.clone()).collect();
        if !names.is_empty() {
            used.push(UsedColumn { names, is_optional });
        }
        columns
    };
    Some(MeasureMapping {
        measure: measure?,
        respondents: columns(respondents),
        successes: columns(successes),
        is_share,
    })
}
