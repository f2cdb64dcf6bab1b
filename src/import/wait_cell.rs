//! What a cell says about a wait. Nothing is guessed: a number is a number, a word of the mapping's table is what the
//! table says, a phrase that names a longest wait has a length too, and everything else stays text.

use super::mapping::WaitMapping;
use super::source_form::SourceForm;
use super::wait_phrase;

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WaitCell {
    /// Nothing is written, and the mapping does not say what that means.
    Nothing,
    /// A length, with a decimal point.
    Length { value: String, unit: &'static str },
    /// A phrase that names the longest wait: that length, and what is shown.
    Phrase {
        value: String,
        unit: &'static str,
        text: String,
    },
    /// The mapping says that it stands for a stop.
    Stop,
    /// It is a word for a stop.
    SaidToStop,
    /// The mapping says that it stands for a wait that is not known.
    Unknown,
    /// It says nothing about the wait, and why.
    Unclear(Unclear),
    /// Words. `is_listed` when the mapping lists them as words.
    Text { text: String, is_listed: bool },
}

/// Why a cell says nothing about the wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unclear {
    /// `geen`: no wait, no place, or no figure.
    NoneOfWhat,
    /// A word for what is not known.
    NotKnown,
    /// A date.
    Date,
    /// More than three years, which no wait is.
    TooLong,
}

impl WaitCell {
    /// Reads a cell. Words of the table come first, so that `-` may say "unknown" even where it stands for nothing in
    /// other columns.
    pub(super) fn read(written: &str, wait: &WaitMapping, form: &SourceForm) -> Self {
        let folded = written.to_lowercase();
        let is_empty = form.empty.contains(&folded);
        let word = wait.words.get(&folded);
        let word = word.or_else(|| wait.words.get("").filter(|_| is_empty));
        match word {
            Some(&"stop") => Self::Stop,
            Some(&"unknown") => Self::Unknown,
            Some(_) => Self::Text {
                text: written.to_owned(),
                is_listed: true,
            },
            None if written.is_empty() || is_empty => Self::Nothing,
            None => wait_phrase::read(written, &folded, wait.unit, form)
                .unwrap_or_else(|| Self::Text {
                    text: written.to_owned(),
                    is_listed: false,
                })
                .within_three_years(),
        }
    }

    fn within_three_years(self) -> Self {
        let (Self::Length { value, unit } | Self::Phrase { value, unit, .. }) = &self else {
            return self;
        };
        let most = match *unit {
            "days" => 1095,
            "weeks" => 156,
            _ => 36,
        };
        let (whole, tenth) = value.split_once('.').unwrap_or((value, "0"));
        match whole.parse::<u32>() {
            Ok(whole) if whole < most || (whole == most && tenth == "0") => self,
            Ok(_) | Err(_) => Self::Unclear(Unclear::TooLong),
        }
    }
}

/// A number with at most one decimal that is not zero: finer figures would be cut, and so they stay text.
pub(super) fn number_with_point(text: &str, decimal: Option<char>) -> Option<String> {
    let split = match decimal {
        Some(decimal) => text.split_once(decimal),
        None => text.split_once([',', '.']),
    };
    let (whole, fraction) = split.unwrap_or((text, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let whole: u32 = whole.parse().ok()?;
    let fraction = fraction.trim_end_matches('0');
    match fraction.len() {
        0 => Some(whole.to_string()),
        1 => Some(format!("{whole}.{fraction}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    fn read(written: &str) -> WaitCell {
        let form = SourceForm {
            decimal: Some(','),
            empty: BTreeSet::from(["na".to_owned(), "-".to_owned()]),
            units: BTreeMap::from([("etmaal".to_owned(), "days")]),
            ..SourceForm::default()
        };
        let words = [("stop", "stop"), ("-", "unknown"), ("in overleg", "text")];
        let wait = WaitMapping {
            columns: vec!["wacht".to_owned()],
            kind: "intake",
            basis: "expected",
            statistic: "unspecified",
            unit: "weeks",
            words: words.map(|(word, state)| (word.to_owned(), state)).into(),
        };
        WaitCell::read(written, &wait, &form)
    }

    fn length(value: &str, unit: &'static str) -> WaitCell {
        WaitCell::Length {
            value: value.to_owned(),
            unit,
        }
    }

    #[test]
    fn a_number_has_the_unit_of_its_column_unless_it_names_one() {
        assert_eq!(read("0"), length("0", "weeks"));
        assert_eq!(read("2,50"), length("2.5", "weeks"));
        assert_eq!(read("10 dagen"), length("10", "days"));
        assert_eq!(read("2 etmaal"), length("2", "days"));
        assert_eq!(read("8 wk."), length("8", "weeks"));
    }

    fn phrase(value: &str, unit: &'static str, text: &str) -> WaitCell {
        WaitCell::Phrase {
            value: value.to_owned(),
            unit,
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_phrase_with_a_longest_wait_has_a_length_and_keeps_its_words() {
        for (written, value, unit) in [
            ("4-6 weken", "6", "weeks"),
            ("4 – 6 wk.", "6", "weeks"),
            ("2 tot 3 mnd", "3", "months"),
            ("6 weken tot 3 maanden", "3", "months"),
            ("4 à 6 weken", "6", "weeks"),
            ("circa 9 maanden", "9", "months"),
            ("±2,5 maand", "2.5", "months"),
            ("Binnen 24 uur", "1", "days"),
            ("max. 36 uur", "2", "days"),
            ("< 6 weken", "6", "weeks"),
            ("1 jaar", "12", "months"),
            ("geen wachttijd", "0", "weeks"),
        ] {
            assert_eq!(read(written), phrase(value, unit, written), "{written}");
        }
        assert_eq!(read("4-6"), phrase("6", "weeks", "4-6 weken"));
        assert_eq!(read("ca. 9"), phrase("9", "weeks", "ca. 9 weken"));
    }

    #[test]
    fn what_names_no_longest_wait_stays_text() {
        for written in [
            "> 6 mnd",
            "6+ mnd",
            "meer dan 6 weken",
            "vanaf 3 maanden",
            "6 wk na diagnostiek",
            "6-4 weken",
            "8 weken - 2 maanden",
            "2,25",
            "3 manen",
            "2.5",
            "1.000",
            ",5",
            "-3",
            "6 werkdagen",
            "aanmeldstop opgeheven",
            "tot nader order",
            "zes weken",
            "99999999999999999999 weken",
        ] {
            let expected = WaitCell::Text {
                text: written.to_owned(),
                is_listed: false,
            };
            assert_eq!(read(written), expected, "{written}");
        }
    }

    #[test]
    fn what_can_mean_several_things_is_unknown_and_never_zero() {
        assert_eq!(read("geen"), WaitCell::Unclear(Unclear::NoneOfWhat));
        assert_eq!(read("Onbekend"), WaitCell::Unclear(Unclear::NotKnown));
        assert_eq!(read("4-6-2026"), WaitCell::Unclear(Unclear::Date));
        assert_eq!(read("2026-06-04"), WaitCell::Unclear(Unclear::Date));
        assert_eq!(read("999"), WaitCell::Unclear(Unclear::TooLong));
        assert_eq!(read("Aanmeldstop"), WaitCell::SaidToStop);
    }

    #[test]
    fn words_are_what_the_mapping_says_in_any_case() {
        assert_eq!(read("Stop"), WaitCell::Stop);
        assert_eq!(read("-"), WaitCell::Unknown);
        let listed = WaitCell::Text {
            text: "In overleg".to_owned(),
            is_listed: true,
        };
        assert_eq!(read("In overleg"), listed);
    }

    #[test]
    fn a_word_for_nothing_says_nothing_unless_the_table_says_what_it_means() {
        assert_eq!(read("NA"), WaitCell::Nothing);
        assert_eq!(read(""), WaitCell::Nothing);
    }
}
