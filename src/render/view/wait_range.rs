//! The waits of several providers for one kind of help in a few words: from the shortest to the longest, and of how many
//! providers it is known. Kinds stay apart, and so do what is expected and what clients met. Nothing is averaged.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{WaitBasis, WaitKind, WaitLength, WaitReading, WaitingTime};
use crate::render::messages::MessageValue;

use super::offer::OfferView;
use super::wait::WaitState;
use super::wait_words::{length_text, number_text};
use super::words::Words;

/// What a shown wait adds to a range.
#[derive(Clone, Copy, Debug)]
pub struct WaitFact {
    group: Option<Group>,
    said: Said,
}

/// Waits of one group stand in one range.
type Group = (WaitKind, WaitBasis);

#[derive(Clone, Copy, Debug)]
enum Said {
    /// A length that is not old.
    Current(Span),
    /// A length that is marked as old.
    Old(Span),
    /// Words that are not a number.
    InWords,
    /// Nothing that tells how long it takes.
    Nothing,
}

/// From the shortest to the longest.
#[derive(Clone, Copy, Debug)]
struct Span {
    shortest: WaitLength,
    longest: WaitLength,
}

/// What is known of the waits of a kind of help: the component `wait_ranges`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WaitRanges<'a> {
    /// From sign-up to first talk.
    pub intake: Vec<RangeLine<'a>>,
    /// Until the start of care; each says from when.
    pub start: Vec<RangeLine<'a>>,
}

/// One sentence about the waits of some providers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RangeLine<'a> {
    /// What it and the lines after it count, when the heading does not say it all.
    pub label: Option<&'a str>,
    /// «1 tot 12 weken, bekend bij 7 van 9»
    pub text: String,
    /// Whether its figures are old.
    pub is_old: bool,
}

/// The waits of one group, over the offers of a product.
#[derive(Debug, Default)]
struct Tally {
    current: Option<Span>,
    current_offers: usize,
    old: Option<Span>,
    old_offers: usize,
    in_words: usize,
}

impl WaitFact {
    /// What the newest figure of a wait adds.
    pub(super) fn new(wait: &WaitingTime, state: WaitState, is_old: bool) -> Self {
        let said = match (&wait.newest().reading, state) {
            (WaitReading::Length { length, text }, WaitState::Length) => {
                let span = Span::of(*length, text.as_deref());
                if is_old {
                    Said::Old(span)
                } else {
                    Said::Current(span)
                }
            }
            (_, WaitState::Text) => Said::InWords,
            (
                WaitReading::Length { .. }
                | WaitReading::Text(_)
                | WaitReading::Stop
                | WaitReading::Unknown,
                WaitState::Length | WaitState::Stop | WaitState::Unknown | WaitState::TooOld,
            ) => Said::Nothing,
        };
        Self {
            group: wait.measure.map(|measure| (measure.kind, measure.basis)),
            said,
        }
    }
}

impl Span {
    /// A length, which is the longest of what was said: «4-6 weken» is written as 6 weeks with these words.
    fn of(length: WaitLength, text: Option<&str>) -> Self {
        let shortest = text
            .and_then(|text| first_of_two(text, length))
            .unwrap_or(length);
        Self {
            shortest,
            longest: length,
        }
    }

    fn joined(self, other: Self) -> Self {
        let days = |length: &WaitLength| length.tenths_of_days();
        Self {
            shortest: std::cmp::min_by_key(self.shortest, other.shortest, days),
            longest: std::cmp::max_by_key(self.longest, other.longest, days),
        }
    }

    /// «1 tot 12 weken», «3 dagen tot 2 maanden», «6 weken», «0 weken»
    fn text(self, words: Words<'_>) -> String {
        let Self { shortest, longest } = self;
        let longest_text = length_text(words, longest);
        if shortest == longest {
            return longest_text;
        }
        let shortest_text = if shortest.unit == longest.unit || shortest.tenths == 0 {
            number_text(words, shortest.tenths)
        } else {
            length_text(words, shortest)
        };
        words.say(
            "wait-range-between",
            &[
                ("shortest", MessageValue::Text(&shortest_text)),
                ("longest", MessageValue::Text(&longest_text)),
            ],
        )
    }
}

/// The first number of «4-6 weken» when the second is the length; nothing when the words say something else.
fn first_of_two(text: &str, length: WaitLength) -> Option<WaitLength> {
    let mut numbers = text
        .split(|character: char| !character.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(str::parse::<u32>);
    let (first, second) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
    let is_range = numbers.next().is_none() && first < second && second * 10 == length.tenths;
    is_range.then_some(WaitLength {
        tenths: first * 10,
        unit: length.unit,
    })
}

impl Tally {
    /// Adds one offer, which counts once: by its current figures, else by its old ones, else as words.
    fn add(&mut self, facts: &[Said]) {
        let joined = |spans: &mut dyn Iterator<Item = Span>| spans.reduce(Span::joined);
        let current = joined(&mut facts.iter().filter_map(|said| match said {
            Said::Current(span) => Some(*span),
            Said::Old(_) | Said::InWords | Said::Nothing => None,
        }));
        let old = joined(&mut facts.iter().filter_map(|said| match said {
            Said::Old(span) => Some(*span),
            Said::Current(_) | Said::InWords | Said::Nothing => None,
        }));
        if let Some(span) = current {
            self.current = Some(self.current.map_or(span, |sum| sum.joined(span)));
            self.current_offers += 1;
        } else if let Some(span) = old {
            self.old = Some(self.old.map_or(span, |sum| sum.joined(span)));
            self.old_offers += 1;
        } else if facts.iter().any(|said| matches!(said, Said::InWords)) {
            self.in_words += 1;
        }
    }

    fn lines<'a>(
        &self,
        words: Words<'a>,
        label: Option<&'a str>,
        total: usize,
    ) -> Vec<RangeLine<'a>> {
        let line = |key, span: Option<Span>, count: usize| {
            let range = span.map(|span| span.text(words));
            let mut values = vec![("known", count.into()), ("total", total.into())];
            if let Some(range) = &range {
                values.push(("range", MessageValue::Text(range)));
            }
            words.say(key, &values)
        };
        let mut lines: Vec<RangeLine<'a>> = Vec::new();
        let mut add = |text, is_old| {
            lines.push(RangeLine {
                // Once is enough: the lines of a group stand together.
                label: label.filter(|_| lines.is_empty()),
                text,
                is_old,
            });
        };
        if self.current.is_some() {
            add(
                line("wait-range-known", self.current, self.current_offers),
                false,
            );
        }
        if self.old.is_some() {
            add(line("wait-range-old", self.old, self.old_offers), true);
        }
        if self.in_words > 0 {
            add(line("wait-range-in-words", None, self.in_words), false);
        }
        lines
    }
}

impl<'a> WaitRanges<'a> {
    /// The ranges over offers of one product.
    pub(super) fn new<'b>(
        words: Words<'a>,
        offers: impl ExactSizeIterator<Item = &'b OfferView<'b>>,
    ) -> Self {
        let total = offers.len();
        let mut tallies: BTreeMap<Group, Tally> = BTreeMap::new();
        for offer in offers {
            let mut of_offer: BTreeMap<Group, Vec<Said>> = BTreeMap::new();
            for wait in offer.intake.iter().chain(&offer.start) {
                if let Some(group) = wait.fact.group {
                    of_offer.entry(group).or_default().push(wait.fact.said);
                }
            }
            for (group, facts) in of_offer {
                tallies.entry(group).or_default().add(&facts);
            }
        }
        let (mut intake, mut start) = (Vec::new(), Vec::new());
        for ((kind, basis), tally) in &tallies {
            let label = label_key(*kind, *basis).map(|key| words.text(key));
            let lines = tally.lines(words, label, total);
            match kind {
                WaitKind::Intake => intake.extend(lines),
                WaitKind::Treatment | WaitKind::Total => start.extend(lines),
            }
        }
        for lines in [&mut intake, &mut start] {
            if lines.is_empty() {
                lines.push(RangeLine {
                    label: None,
                    text: words.with_count("wait-range-unknown", total),
                    is_old: false,
                });
            }
        }
        Self { intake, start }
    }
}

/// Message that says what is counted; nothing where the heading says it.
fn label_key(kind: WaitKind, basis: WaitBasis) -> Option<&'static str> {
    match (kind, basis) {
        (WaitKind::Intake, WaitBasis::Expected) => None,
        (WaitKind::Intake, WaitBasis::Experienced) => Some("wait-range-intake-experienced"),
        (WaitKind::Treatment, WaitBasis::Expected) => Some("wait-range-treatment"),
        (WaitKind::Treatment, WaitBasis::Experienced) => Some("wait-range-treatment-experienced"),
        (WaitKind::Total, WaitBasis::Expected) => Some("wait-range-total"),
        (WaitKind::Total, WaitBasis::Experienced) => Some("wait-range-total-experienced"),
    }
}

#[cfg(test)]
mod tests {
    use super::first_of_two;
    use crate::model::{WaitLength, WaitUnit};

    #[test]
    fn words_give_the_shortest_wait_only_where_they_are_a_range_up_to_the_length() {
        let weeks = |tenths| WaitLength {
            tenths,
            unit: WaitUnit::Weeks,
        };
        assert_eq!(first_of_two("4-6 weken", weeks(60)), Some(weeks(40)));
        assert_eq!(first_of_two("4 tot 6 weken", weeks(60)), Some(weeks(40)));
        assert_eq!(first_of_two("binnen 6 weken", weeks(60)), None);
        assert_eq!(first_of_two("4-6 weken", weeks(80)), None);
        assert_eq!(first_of_two("2 plekken, 4-6 weken", weeks(60)), None);
    }
}
