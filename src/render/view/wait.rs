//! A waiting time in words: value, unit, kind, date and source, or why there is no value.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{
    Dataset, Freshness, WaitFigure, WaitKind, WaitLength, WaitMeasure, WaitReading, WaitStatistic,
    WaitUnit, WaitingTime,
};
use crate::render::messages::MessageValue;

use super::contact::PhoneView;
use super::wait_range::WaitFact;
use super::wait_words::{
    basis_key, basis_name_key, kind_code, kind_key, length_text, reading_text, sentence_key,
    short_key, since_key, until_key,
};
use super::words::{Words, capitalised};

/// What a wait says. Absent is not zero: each way of not being a number is a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WaitState {
    /// A length.
    Length,
    /// Words that are not a number.
    Text,
    /// Takes no new clients.
    Stop,
    /// Not known.
    Unknown,
    /// Too old to show.
    TooOld,
}

/// One waiting time as visitors read it: the component `wait`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WaitView<'a> {
    /// What it says.
    pub state: WaitState,
    /// What it adds to a range; not for templates.
    #[serde(skip)]
    pub fact: WaitFact,
    /// What it counts, as a heading: «Tot het eerste gesprek».
    pub kind: &'a str,
    /// The same for scripts: `intake`, `treatment`, `total` or `whole`.
    pub kind_code: &'static str,
    /// Its length in days for scripts, when it is a length that is not old. Absent is not zero.
    pub days: Option<String>,
    /// «Ongeveer 6 weken tot het eerste gesprek.»
    pub sentence: String,
    /// The same without its kind, for a cell under a heading that says it: «ongeveer 6 weken».
    pub short: String,
    /// «Opgave van de aanbieder op 1 november 2026. Dit verwacht de aanbieder.»
    pub origin: WaitOrigin,
    /// Who says so, in a few words: «verwacht door de aanbieder».
    pub basis: Option<&'a str>,
    /// The reference date.
    pub date: String,
    /// The same for machines.
    pub date_iso: String,
    /// The reference date in figures: «1-11-2026».
    pub short_date: String,
    /// From when it counts, where waits from sign-up and waits from the first talk stand in one column.
    pub since: Option<&'a str>,
    /// Name of the location for which it holds, when not for all.
    pub place_name: Option<&'a str>,
    /// The shown length, for ordering; not for templates. None for words, a stop and what is not known.
    #[serde(skip)]
    pub tenths_of_days: Option<u64>,
    /// What it counts; not for templates.
    #[serde(skip)]
    pub counted: Option<WaitKind>,
    /// That it is old, and what to do.
    pub old: Option<&'a str>,
    /// That it is longer than a norm; whose norm it is stands in `site.norms`.
    pub norm: Option<String>,
    /// That it is not longer than a norm. Not said of a median, of which half is longer.
    pub within_norm: Option<String>,
    /// That it is said in words, where there is a norm that a number would be laid against.
    pub not_comparable: Option<&'a str>,
    /// For which location it holds, when not for all.
    pub place: Option<String>,
    /// Whom to ask, when the wait is not known or not certain.
    pub ask: Option<PhoneView<'a>>,
    /// For a script that compares: what is counted, then a length in days. Only of a number that is current, so that
    /// nothing else is ever compared; figures of which the first part differs are not alike.
    pub comparable: Option<String>,
}

/// Who said a wait, and when: a sentence of the theme with words of the content in it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WaitOrigin {
    /// What comes before the source.
    pub before: String,
    /// Who said it, in the words of the content.
    pub source: String,
    /// What comes after the source.
    pub after: String,
}

impl fmt::Display for WaitOrigin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}{}", self.before, self.source, self.after)
    }
}

impl<'a> WaitView<'a> {
    /// A wait as it stands on the day of the site.
    #[must_use]
    pub fn new(words: Words<'a>, dataset: &'a Dataset, wait: &'a WaitingTime) -> Self {
        let figure = wait.newest();
        let limits = dataset.site().waiting_time_freshness;
        let freshness = limits.judge(figure.reference_date, dataset.date());
        let state = state_of(figure, freshness);
        let provider = dataset.provider(wait.provider);
        let (norm, within_norm) = against_norm(words, dataset, wait, state);
        let is_certain = freshness == Freshness::Current && state != WaitState::Unknown;
        let says_how_long = matches!(state, WaitState::Length | WaitState::Text);
        let place_name = wait.location.and_then(|location| {
            let location = dataset.location(wait.provider, location);
            location.place.as_deref().or(location.name.as_deref())
        });
        Self {
            state,
            fact: WaitFact::new(wait, state, freshness == Freshness::Old),
            kind: words.text(
                wait.measure
                    .map_or("wait-kind-whole", |measure| kind_key(measure.kind)),
            ),
            kind_code: wait
                .measure
                .map_or("whole", |measure| kind_code(measure.kind)),
            days: days(figure).filter(|_| freshness == Freshness::Current),
            sentence: sentence(words, wait, state),
            short: short(words, wait, state),
            origin: origin(words, wait.measure, figure, state),
            basis: wait
                .measure
                .map(|measure| words.text(basis_name_key(measure.basis))),
            date: words.date(figure.reference_date),
            date_iso: figure.reference_date.to_string(),
            short_date: words.short_date(figure.reference_date),
            since: wait
                .measure
                .filter(|_| says_how_long)
                .and_then(|measure| since_key(measure.kind))
                .map(|key| words.text(key)),
            place_name,
            tenths_of_days: shown_length(figure, state),
            counted: wait.measure.map(|measure| measure.kind),
            old: (freshness == Freshness::Old).then(|| words.text("wait-old")),
            norm,
            within_norm,
            not_comparable: (state == WaitState::Text && !norms_of(dataset, wait).is_empty())
                .then(|| words.text("wait-in-words")),
            place: place_name.map(|name| words.with_text("wait-at-location", "location", name)),
            ask: (!is_certain)
                .then(|| provider.phone.as_ref().map(PhoneView::new))
                .flatten(),
            comparable: wait
                .measure
                .filter(|_| freshness == Freshness::Current)
                .and_then(|measure| comparable(measure, figure)),
        }
    }

    /// Whether it counts this.
    #[must_use]
    pub fn is_of_kind(&self, kind: WaitKind) -> bool {
        self.counted == Some(kind)
    }
}

/// Kind, basis and statistic in one word, and the days. A range of the source's own words is not one number.
fn comparable(measure: WaitMeasure, figure: &WaitFigure) -> Option<String> {
    match &figure.reading {
        WaitReading::Length { length, text: None } => {
            let (kind, basis) = (kind_key(measure.kind), basis_key(measure.basis));
            let tenths = length.tenths_of_days();
            Some(format!(
                "{kind}/{basis}/{} {}.{}",
                sentence_key(measure.statistic),
                tenths / 10,
                tenths % 10
            ))
        }
        WaitReading::Length { text: Some(_), .. }
        | WaitReading::Text(_)
        | WaitReading::Stop
        | WaitReading::Unknown => None,
    }
}

fn state_of(figure: &WaitFigure, freshness: Freshness) -> WaitState {
    match (freshness, &figure.reading) {
        (Freshness::Hidden, _) => WaitState::TooOld,
        (Freshness::Current | Freshness::Old, reading) => match reading {
            WaitReading::Length { .. } => WaitState::Length,
            WaitReading::Text(_) => WaitState::Text,
            WaitReading::Stop => WaitState::Stop,
            WaitReading::Unknown => WaitState::Unknown,
        },
    }
}

fn shown_length(figure: &WaitFigure, state: WaitState) -> Option<u64> {
    match (state, &figure.reading) {
        (WaitState::Length, WaitReading::Length { length, .. }) => Some(length.tenths_of_days()),
        (
            WaitState::Length
            | WaitState::Text
            | WaitState::Stop
            | WaitState::Unknown
            | WaitState::TooOld,
            _,
        ) => None,
    }
}

fn sentence(words: Words<'_>, wait: &WaitingTime, state: WaitState) -> String {
    let figure = wait.newest();
    match state {
        WaitState::TooOld => {
            words.with_text("wait-too-old", "date", &words.date(figure.reference_date))
        }
        WaitState::Stop => words.text("wait-stop").to_owned(),
        WaitState::Unknown => match wait.measure {
            Some(measure) => words.with_text(
                "wait-unknown-of-kind",
                "kind",
                words.text(kind_key(measure.kind)),
            ),
            None => words.text("wait-unknown").to_owned(),
        },
        WaitState::Length | WaitState::Text => figure_sentence(words, wait.measure, figure),
    }
}

fn figure_sentence(words: Words<'_>, measure: Option<WaitMeasure>, figure: &WaitFigure) -> String {
    let until = measure.map_or("wait-until-whole", |measure| until_key(measure.kind));
    let until = ("until", MessageValue::Text(words.text(until)));
    match &figure.reading {
        // Words such as «geen wachttijd» would be read as a stop, so the number is said.
        WaitReading::Length { length, .. } if length.tenths == 0 => {
            let length = length_text(words, *length);
            words.say(
                "wait-zero",
                &[("length", MessageValue::Text(&length)), until],
            )
        }
        WaitReading::Length { length, text: None } => {
            let statistic = measure.map_or(WaitStatistic::Unspecified, |measure| measure.statistic);
            let length = length_text(words, *length);
            words.say(
                sentence_key(statistic),
                &[("length", MessageValue::Text(&length)), until],
            )
        }
        WaitReading::Length {
            text: Some(said), ..
        } => capitalised(&words.say("wait-range", &[("text", MessageValue::Text(said)), until])),
        WaitReading::Text(said) => {
            words.say("wait-words", &[("text", MessageValue::Text(said)), until])
        }
        WaitReading::Stop => words.text("wait-stop").to_owned(),
        WaitReading::Unknown => words.text("wait-unknown").to_owned(),
    }
}

fn short(words: Words<'_>, wait: &WaitingTime, state: WaitState) -> String {
    let reading = &wait.newest().reading;
    match (state, reading) {
        (WaitState::TooOld, _) => words.text("wait-too-old-short").to_owned(),
        (WaitState::Length, WaitReading::Length { length, text: None }) if length.tenths > 0 => {
            let statistic = wait
                .measure
                .map_or(WaitStatistic::Unspecified, |measure| measure.statistic);
            let length = length_text(words, *length);
            words.with_text(short_key(statistic), "length", &length)
        }
        (WaitState::Length | WaitState::Text | WaitState::Stop | WaitState::Unknown, reading) => {
            reading_text(words, reading)
        }
    }
}

fn origin(
    words: Words<'_>,
    measure: Option<WaitMeasure>,
    figure: &WaitFigure,
    state: WaitState,
) -> WaitOrigin {
    // Stands for the source while the sentence is made.
    const SOURCE: &str = "\u{1}";
    let sentence = words.say(
        "wait-origin",
        &[
            ("source", MessageValue::Text(SOURCE)),
            (
                "date",
                MessageValue::Text(&words.date(figure.reference_date)),
            ),
        ],
    );
    let (before, after) = sentence.split_once(SOURCE).unwrap_or((&sentence, ""));
    let mut origin = WaitOrigin {
        before: before.to_owned(),
        source: capitalised(&figure.source),
        after: after.to_owned(),
    };
    let says_who = matches!(state, WaitState::Length | WaitState::Text);
    if let Some(measure) = measure.filter(|_| says_who) {
        origin.after.push(' ');
        origin.after.push_str(words.text(basis_key(measure.basis)));
    }
    origin
}

/// The length of a figure, in days.
fn days(figure: &WaitFigure) -> Option<String> {
    let WaitReading::Length { length, .. } = &figure.reading else {
        return None;
    };
    let tenths = length.tenths_of_days();
    Some(match tenths % 10 {
        0 => (tenths / 10).to_string(),
        tenth => format!("{}.{tenth}", tenths / 10),
    })
}

/// How long a wait may be, by each norm that says so of its kind.
fn norms_of(dataset: &Dataset, wait: &WaitingTime) -> Vec<WaitLength> {
    let kind = wait.measure.map(|measure| measure.kind);
    let norms = dataset.site().norms.iter();
    norms
        .filter(|norm| norm.kind.is_some() && norm.kind == kind)
        .filter_map(|norm| norm.weeks)
        .map(|weeks| WaitLength {
            tenths: weeks * 10,
            unit: WaitUnit::Weeks,
        })
        .collect()
}

/// The first norm of the wait's kind that a shown length is above; else the first that it is within.
fn against_norm(
    words: Words<'_>,
    dataset: &Dataset,
    wait: &WaitingTime,
    state: WaitState,
) -> (Option<String>, Option<String>) {
    let (Some(measure), WaitReading::Length { length, .. }, WaitState::Length) =
        (wait.measure, &wait.newest().reading, state)
    else {
        return (None, None);
    };
    let allowed = norms_of(dataset, wait);
    let is_above = |norm: &&WaitLength| length.tenths_of_days() > norm.tenths_of_days();
    let say = |key, norm: &WaitLength| words.with_text(key, "length", &length_text(words, *norm));
    if let Some(norm) = allowed.iter().find(is_above) {
        return (Some(say("wait-above-norm", norm)), None);
    }
    let within = allowed
        .first()
        .filter(|_| measure.statistic != WaitStatistic::Median)
        .map(|norm| say("wait-within-norm", norm));
    (None, within)
}
