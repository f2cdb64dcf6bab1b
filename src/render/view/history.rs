//! The earlier figures of a wait: a small table with a date for each, and whether it became longer.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Dataset, Freshness, WaitFigure, WaitReading, WaitingTime};
use crate::render::messages::MessageValue;

use super::trend_chart::TrendChart;
use super::wait_words::{basis_name_key, kind_key, reading_text};
use super::words::Words;

/// A wait with its earlier figures: the component `history`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WaitHistory<'a> {
    /// What it counts: «Tot het eerste gesprek».
    pub kind: &'a str,
    /// Who says so: «verwachting van de aanbieder».
    pub basis: Option<&'a str>,
    /// The location, when it holds for one only.
    pub place: Option<&'a str>,
    /// «Langer dan op 1 oktober 2026.»
    pub trend: Option<String>,
    /// The figures, newest first; those too old to show are left out.
    pub figures: Vec<FigureView>,
    /// That older ones were left out.
    pub left_out: Option<&'a str>,
    /// The figures, drawn.
    pub chart: Option<TrendChart<'a>>,
}

/// One figure.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FigureView {
    /// The reference date, in words.
    pub date: String,
    /// The same for machines.
    pub date_iso: String,
    /// «6 weken»
    pub text: String,
}

impl<'a> WaitHistory<'a> {
    /// The figures of a wait that may still be shown.
    #[must_use]
    pub fn new(words: Words<'a>, dataset: &'a Dataset, wait: &'a WaitingTime) -> Self {
        let limits = dataset.site().waiting_time_freshness;
        let is_shown = |figure: &&WaitFigure| {
            limits.judge(figure.reference_date, dataset.date()) != Freshness::Hidden
        };
        let shown: Vec<&WaitFigure> = wait.figures.iter().filter(is_shown).collect();
        let kind = wait
            .measure
            .map_or("wait-kind-whole", |measure| kind_key(measure.kind));
        Self {
            kind: words.text(kind),
            basis: wait
                .measure
                .map(|measure| words.text(basis_name_key(measure.basis))),
            chart: TrendChart::new(words, &shown),
            place: wait.location.and_then(|location| {
                let location = dataset.location(wait.provider, location);
                location.place.as_deref().or(location.name.as_deref())
            }),
            trend: trend(words, &shown),
            left_out: (shown.len() < wait.figures.len()).then(|| words.text("history-left-out")),
            figures: shown
                .into_iter()
                .map(|figure| FigureView {
                    date: words.date(figure.reference_date),
                    date_iso: figure.reference_date.to_string(),
                    text: reading_text(words, &figure.reading),
                })
                .collect(),
        }
    }
}

/// How the newest figure differs from the one before it, when both are numbers.
fn trend(words: Words<'_>, figures: &[&WaitFigure]) -> Option<String> {
    let [newest, before, ..] = figures else {
        return None;
    };
    let (
        WaitReading::Length {
            length: now,
            text: None,
        },
        WaitReading::Length {
            length: then,
            text: None,
        },
    ) = (&newest.reading, &before.reading)
    else {
        return None;
    };
    let key = match now.tenths_of_days().cmp(&then.tenths_of_days()) {
        Ordering::Less => "trend-shorter",
        Ordering::Equal => "trend-same",
        Ordering::Greater => "trend-longer",
    };
    let date = words.date(before.reference_date);
    Some(words.say(key, &[("date", MessageValue::Text(&date))]))
}
