//! How a wait moved, drawn: days from left to right, waiting from nothing upwards. The template draws finished numbers.
//!
//! Only lengths are joined by a line, and only those that follow each other: what is not known, not a number, a range
//! or a stop leaves a gap.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{WaitFigure, WaitLength, WaitReading, WaitUnit};
use crate::render::messages::MessageValue;

use super::wait_words::{length_text, reading_text};
use super::words::Words;

/// Where the first and the last day stand, the longest wait that fits and no wait at all; in the units of the picture.
const FIRST: u64 = 18;
const LAST: u64 = 292;
const TOP: u64 = 24;
const BASE: u64 = 94;
/// Half the size of a square or a cross, in tenths.
const HALF_A_SIGN: u64 = 40;
const TENTHS_OF_DAYS_IN_A_WEEK: u64 = 70;

/// The component `trend_chart`: 300 wide, 116 high.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrendChart<'a> {
    /// Lines between lengths that follow each other.
    pub line: String,
    /// A dot for each length.
    pub dots: String,
    /// An open square for each range, at its longest wait.
    pub squares: Option<String>,
    /// A cross on the base line for each stop.
    pub crosses: Option<String>,
    /// What the upper line stands for: «9 weken».
    pub top: String,
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
    /// «Van 6 weken op 1 april 2026 naar 9 weken op 1 oktober 2026.»
    pub sentence: String,
    /// What the signs mean, as far as they are there, and what is not drawn.
    pub notes: Vec<&'a str>,
}

impl<'a> TrendChart<'a> {
    /// Draws the figures of one wait, newest first. `None` when there are no two of them to draw, or no length.
    #[must_use]
    pub fn new(words: Words<'a>, figures: &[&WaitFigure]) -> Option<Self> {
        let lengths: Vec<WaitLength> = figures.iter().filter_map(|figure| length(figure)).collect();
        let stops = figures
            .iter()
            .filter(|figure| matches!(figure.reading, WaitReading::Stop));
        if lengths.is_empty() || lengths.len() + stops.count() < 2 {
            return None;
        }
        let [newest, .., oldest] = figures else {
            return None;
        };
        let frame = Frame::new(&lengths, oldest.reference_date, newest.reference_date);
        let is_converted = lengths.iter().any(|length| length.unit != WaitUnit::Weeks);
        let mut signs = Signs::default();
        for figure in figures.iter().rev() {
            signs.add(&frame, figure);
        }
        let top = WaitLength {
            tenths: u32::try_from(frame.weeks * 10).ok()?,
            unit: WaitUnit::Weeks,
        };
        Some(Self {
            sentence: sentence(words, figures, newest),
            notes: signs.notes(words, is_converted),
            line: signs.line,
            dots: signs.dots,
            squares: Some(signs.squares).filter(|path| !path.is_empty()),
            crosses: Some(signs.crosses).filter(|path| !path.is_empty()),
            top: words.with_text(
                if is_converted {
                    "chart-top-converted"
                } else {
                    "chart-top"
                },
                "length",
                &length_text(words, top),
            ),
            first: words.date(oldest.reference_date),
            last: words.date(newest.reference_date),
        })
    }
}

fn length(figure: &WaitFigure) -> Option<WaitLength> {
    match &figure.reading {
        WaitReading::Length { length, .. } => Some(*length),
        WaitReading::Text(_) | WaitReading::Stop | WaitReading::Unknown => None,
    }
}

/// A length that is no range.
fn plain_length(figure: &WaitFigure) -> Option<WaitLength> {
    match &figure.reading {
        WaitReading::Length { length, text } if text.is_none() || length.tenths == 0 => {
            Some(*length)
        }
        WaitReading::Length { .. }
        | WaitReading::Text(_)
        | WaitReading::Stop
        | WaitReading::Unknown => None,
    }
}

/// What the edges of the picture stand for.
struct Frame {
    first: Date,
    days: u64,
    /// Whole weeks at the upper line.
    weeks: u64,
}

impl Frame {
    fn new(lengths: &[WaitLength], first: Date, last: Date) -> Self {
        let longest = lengths.iter().map(|length| length.tenths_of_days()).max();
        Self {
            first,
            days: days_between(first, last).max(1),
            weeks: longest.map_or(1, |longest| {
                longest.div_ceil(TENTHS_OF_DAYS_IN_A_WEEK).max(1)
            }),
        }
    }

    /// In tenths.
    fn across(&self, day: Date) -> u64 {
        FIRST * 10 + (LAST - FIRST) * 10 * days_between(self.first, day) / self.days
    }

    /// In tenths.
    fn down(&self, length: WaitLength) -> u64 {
        let whole = self.weeks * TENTHS_OF_DAYS_IN_A_WEEK;
        BASE * 10 - (BASE - TOP) * 10 * length.tenths_of_days() / whole
    }
}

fn days_between(first: Date, day: Date) -> u64 {
    u64::from((day - first).get_days().unsigned_abs())
}

/// The paths of the signs, from the oldest to the newest figure.
#[derive(Default)]
struct Signs {
    line: String,
    dots: String,
    squares: String,
    crosses: String,
    has_gap: bool,
    is_joined: bool,
}

impl Signs {
    fn add(&mut self, frame: &Frame, figure: &WaitFigure) {
        let across = frame.across(figure.reference_date);
        let was_joined = std::mem::replace(&mut self.is_joined, false);
        match &figure.reading {
            WaitReading::Length { length, text } if text.is_none() || length.tenths == 0 => {
                let at = point(across, frame.down(*length));
                self.line.push(if was_joined { 'L' } else { 'M' });
                self.line.push_str(&at);
                // A line of almost no length with round ends is a dot, whatever the picture is stretched to.
                add_sign(&mut self.dots, &at, "h.01");
                self.is_joined = true;
            }
            WaitReading::Length { length, .. } => {
                let corner = point(
                    across - HALF_A_SIGN,
                    frame.down(*length).saturating_sub(HALF_A_SIGN),
                );
                add_sign(&mut self.squares, &corner, "h8v8h-8z");
            }
            WaitReading::Stop => {
                let corner = point(across - HALF_A_SIGN, BASE * 10 - HALF_A_SIGN);
                add_sign(&mut self.crosses, &corner, "l8 8m0-8l-8 8");
            }
            WaitReading::Text(_) | WaitReading::Unknown => self.has_gap = true,
        }
    }

    fn notes<'a>(&self, words: Words<'a>, is_converted: bool) -> Vec<&'a str> {
        [
            (!self.crosses.is_empty(), "chart-note-stop"),
            (!self.squares.is_empty(), "chart-note-range"),
            (self.has_gap, "chart-note-gap"),
            (is_converted, "chart-note-converted"),
        ]
        .into_iter()
        .filter(|(is_there, _)| *is_there)
        .map(|(_, key)| words.text(key))
        .collect()
    }
}

/// Adds a sign that begins at a point to a path.
fn add_sign(path: &mut String, at: &str, sign: &str) {
    for part in ["M", at, sign] {
        path.push_str(part);
    }
}

/// «12.5 80»
fn point(across: u64, down: u64) -> String {
    format!("{} {}", decimal(across), decimal(down))
}

fn decimal(tenths: u64) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        tenth => format!("{}.{tenth}", tenths / 10),
    }
}

/// From the first to the last length, and what is said now when that is no length.
fn sentence(words: Words<'_>, figures: &[&WaitFigure], newest: &WaitFigure) -> String {
    let mut plain = figures
        .iter()
        .filter_map(|figure| Some((plain_length(figure)?, figure.reference_date)));
    let last = plain.next();
    let first = plain.next_back();
    let mut said = match (first, last) {
        (Some(first), Some(last)) => from_to(words, first, last),
        (None, Some((length, day))) => words.say(
            "chart-one",
            &[
                ("length", MessageValue::Text(&length_text(words, length))),
                ("date", MessageValue::Text(&words.date(day))),
            ],
        ),
        (Some(_) | None, None) => String::new(),
    };
    if plain_length(newest).is_none() {
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(&words.say(
            "chart-now",
            &[
                (
                    "text",
                    MessageValue::Text(&reading_text(words, &newest.reading)),
                ),
                (
                    "date",
                    MessageValue::Text(&words.date(newest.reference_date)),
                ),
            ],
        ));
    }
    said
}

fn from_to(words: Words<'_>, first: (WaitLength, Date), last: (WaitLength, Date)) -> String {
    let key = if first.0.tenths_of_days() == last.0.tenths_of_days() {
        "chart-same"
    } else {
        "chart-from-to"
    };
    let text = |length: WaitLength| length_text(words, length);
    words.say(
        key,
        &[
            ("before", MessageValue::Text(&text(first.0))),
            ("from", MessageValue::Text(&words.date(first.1))),
            ("now", MessageValue::Text(&text(last.0))),
            ("to", MessageValue::Text(&words.date(last.1))),
        ],
    )
}
