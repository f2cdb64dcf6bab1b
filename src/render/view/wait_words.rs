//! The words of waits: the messages of kinds, statistics and sources, and lengths and figures on their own.

use crate::model::{WaitBasis, WaitKind, WaitLength, WaitReading, WaitStatistic, WaitUnit};
use crate::render::messages::MessageValue;

use super::words::Words;

/// Message of a kind as a heading.
#[must_use]
pub fn kind_key(kind: WaitKind) -> &'static str {
    match kind {
        WaitKind::Intake => "wait-kind-intake",
        WaitKind::Treatment => "wait-kind-treatment",
        WaitKind::Total => "wait-kind-total",
    }
}

pub(super) fn kind_code(kind: WaitKind) -> &'static str {
    match kind {
        WaitKind::Intake => "intake",
        WaitKind::Treatment => "treatment",
        WaitKind::Total => "total",
    }
}

/// Message of a kind inside a sentence: «tot het eerste gesprek».
pub(super) fn until_key(kind: WaitKind) -> &'static str {
    match kind {
        WaitKind::Intake => "wait-until-intake",
        WaitKind::Treatment => "wait-until-treatment",
        WaitKind::Total => "wait-until-total",
    }
}

/// Message of from when a kind counts, in a column of waits until the start of care.
pub(super) fn since_key(kind: WaitKind) -> Option<&'static str> {
    match kind {
        WaitKind::Intake => None,
        WaitKind::Treatment => Some("wait-since-first-talk"),
        WaitKind::Total => Some("wait-since-sign-up"),
    }
}

pub(super) fn sentence_key(statistic: WaitStatistic) -> &'static str {
    match statistic {
        WaitStatistic::Mean => "wait-mean",
        WaitStatistic::Median => "wait-median",
        WaitStatistic::P90 => "wait-p90",
        WaitStatistic::NextFreePlace => "wait-next-free-place",
        WaitStatistic::Longest => "wait-longest",
        WaitStatistic::Unspecified => "wait-unspecified",
    }
}

pub(super) fn short_key(statistic: WaitStatistic) -> &'static str {
    match statistic {
        WaitStatistic::Mean => "wait-short-mean",
        WaitStatistic::Median => "wait-short-median",
        WaitStatistic::P90 => "wait-short-p90",
        WaitStatistic::NextFreePlace => "wait-short-next-free-place",
        WaitStatistic::Longest => "wait-short-longest",
        WaitStatistic::Unspecified => "wait-short-unspecified",
    }
}

pub(super) fn basis_key(basis: WaitBasis) -> &'static str {
    match basis {
        WaitBasis::Expected => "wait-basis-expected",
        WaitBasis::Experienced => "wait-basis-experienced",
    }
}

/// Message of a basis in a few words: «verwacht door de aanbieder».
#[must_use]
pub(super) fn basis_name_key(basis: WaitBasis) -> &'static str {
    match basis {
        WaitBasis::Expected => "history-expected",
        WaitBasis::Experienced => "history-experienced",
    }
}

/// «6 weken», «1,5 maand»
#[must_use]
pub fn length_text(words: Words<'_>, length: WaitLength) -> String {
    let key = match length.unit {
        WaitUnit::Days => "length-days",
        WaitUnit::Weeks => "length-weeks",
        WaitUnit::Months => "length-months",
    };
    let number = number_text(words, length.tenths);
    let count = f64::from(length.tenths) / 10.0;
    words.say(
        key,
        &[
            ("count", MessageValue::Number(count)),
            ("number", MessageValue::Text(&number)),
        ],
    )
}

/// «6», «1,5»
pub(super) fn number_text(words: Words<'_>, tenths: u32) -> String {
    let (whole, tenth) = (tenths / 10, tenths % 10);
    if tenth == 0 {
        whole.to_string()
    } else {
        format!("{whole}{}{tenth}", words.text("decimal-mark"))
    }
}

/// What one figure says in a few words, whatever its age: for a history.
#[must_use]
pub fn reading_text(words: Words<'_>, reading: &WaitReading) -> String {
    match reading {
        WaitReading::Length { length, .. } if length.tenths == 0 => length_text(words, *length),
        WaitReading::Length {
            text: Some(said), ..
        }
        | WaitReading::Text(said) => words.with_text("wait-said", "text", said),
        WaitReading::Length { length, text: None } => length_text(words, *length),
        WaitReading::Stop => words.text("wait-stop-short").to_owned(),
        WaitReading::Unknown => words.text("wait-unknown-short").to_owned(),
    }
}
