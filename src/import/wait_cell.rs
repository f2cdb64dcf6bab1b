//! What a cell says about a wait. Nothing is guessed: a number is a number, a word of the mapping's table is what the
//! table says, and everything else stays text.

use super::mapping::{SourceForm, WaitMapping};

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WaitCell {
    /// Nothing is written, and the mapping does not say what that means.
    Nothing,
    /// A length, with a decimal point.
    Length {
        value: String,
        unit: &'static str,
    },
    Stop,
    Unknown,
    /// Words. `is_listed` when the mapping lists them as words.
    Text {
        text: String,
        is_listed: bool,
    },
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
            None => length(&folded, wait.unit, form).unwrap_or_else(|| Self::Text {
                text: written.to_owned(),
                is_listed: false,
            }),
        }
    }
}

/// A number, with a word for its unit behind it or without.
fn length(text: &str, unit: &'static str, form: &SourceForm) -> Option<WaitCell> {
    let end = text.find(|character: char| !character.is_ascii_digit() && !",.".contains(character));
    let (number, word) = text.split_at(end.unwrap_or(text.len()));
    let unit = match word.trim() {
        "" => unit,
        word => form.units.get(word)?,
    };
    let value = number_with_point(number, form.decimal)?;
    Some(WaitCell::Length { value, unit })
}

/// A number with at most one decimal that is not zero: finer figures would be cut, and so they stay text.
fn number_with_point(text: &str, decimal: Option<char>) -> Option<String> {
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
            encoding: encoding_rs::UTF_8,
            decimal: Some(','),
            dates: Vec::new(),
            empty: BTreeSet::from(["na".to_owned(), "-".to_owned()]),
            units: BTreeMap::from([("dagen".to_owned(), "days")]),
        };
        let words = [("stop", "stop"), ("-", "unknown"), ("in overleg", "text")];
        let wait = WaitMapping {
            column: "wacht".to_owned(),
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
    }

    #[test]
    fn what_is_no_number_stays_text() {
        for written in ["4-6", "> 6", "2,25", "3 manen", "2.5", "1.000", ",5", "-3"] {
            let expected = WaitCell::Text {
                text: written.to_owned(),
                is_listed: false,
            };
            assert_eq!(read(written), expected);
        }
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
