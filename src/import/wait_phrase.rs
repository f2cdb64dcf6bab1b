//! What Dutch words about a wait come to. A phrase that names its longest wait has a length, and is kept beside it;
//! one that only names the shortest has none. `docs/import.md` has the table.

use super::source_form::SourceForm;
use super::wait_cell::{Unclear, WaitCell, number_with_point};

/// Words that are a stop, alone in the cell.
const STOPS: &[&str] = &[
    "stop",
    "aanmeldstop",
    "aanmeldingsstop",
    "cliëntenstop",
    "clientenstop",
    "instroomstop",
    "intakestop",
    "opnamestop",
    "patiëntenstop",
    "patientenstop",
];
const NOT_KNOWN: &[&str] = &["onbekend", "niet bekend", "?"];
/// What follows is about right.
const ABOUT: &[&str] = &[
    "circa",
    "ca.",
    "ca",
    "ongeveer",
    "rond",
    "gemiddeld",
    "plm.",
    "±",
    "+/-",
    "~",
];
/// What follows is the longest.
const AT_MOST: &[&str] = &[
    "binnen",
    "maximaal",
    "max.",
    "max",
    "hooguit",
    "hoogstens",
    "uiterlijk",
    "minder dan",
    "korter dan",
    "niet langer dan",
    "tot",
    "<=",
    "<",
    "≤",
];
const BETWEEN: &[&str] = &["-", "–", "—", "tot en met", "t/m", "tot", "à", "a"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

/// How a unit is written in Dutch files, without a point behind it.
const UNITS: &[(&str, Unit)] = &[
    ("uur", Unit::Hours),
    ("uren", Unit::Hours),
    ("dag", Unit::Days),
    ("dagen", Unit::Days),
    ("dgn", Unit::Days),
    ("week", Unit::Weeks),
    ("weken", Unit::Weeks),
    ("wk", Unit::Weeks),
    ("wkn", Unit::Weeks),
    ("maand", Unit::Months),
    ("maanden", Unit::Months),
    ("mnd", Unit::Months),
    ("mnden", Unit::Months),
    ("mndn", Unit::Months),
    ("jaar", Unit::Years),
    ("jr", Unit::Years),
];

/// Reads a cell of words, in lower case; `None` when it has to stay as it is. `unit` is that of the column.
pub(super) fn read(
    written: &str,
    folded: &str,
    unit: &'static str,
    form: &SourceForm,
) -> Option<WaitCell> {
    let words: Vec<&str> = folded.split_whitespace().collect();
    let text = words.join(" ");
    if STOPS.contains(&text.as_str()) {
        return Some(WaitCell::SaidToStop);
    }
    if NOT_KNOWN.contains(&text.as_str()) {
        return Some(WaitCell::Unclear(Unclear::NotKnown));
    }
    if text == "geen" {
        return Some(WaitCell::Unclear(Unclear::NoneOfWhat));
    }
    if text == "geen wachttijd" {
        return Some(in_words("0".to_owned(), unit, written.to_owned()));
    }
    if is_date(&text) {
        return Some(WaitCell::Unclear(Unclear::Date));
    }
    length(written, &text, unit, form)
}

fn in_words(value: String, unit: &'static str, text: String) -> WaitCell {
    WaitCell::Phrase { value, unit, text }
}

/// Day, month and year, in either order: spreadsheets make dates of `4-6`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let are_digits =
        |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(are_digits)
}

fn length(written: &str, text: &str, column: &'static str, form: &SourceForm) -> Option<WaitCell> {
    let about = without(text, ABOUT);
    let at_most = without(text, AT_MOST);
    let is_worded = about.is_some() || at_most.is_some();
    let (first, rest) = quantity(about.or(at_most).unwrap_or(text), form)?;
    let (longest, is_range) = if rest.is_empty() {
        (first, false)
    } else {
        let (second, rest) = quantity(without(rest, BETWEEN)?, form)?;
        if !rest.is_empty() || !second.is_longer_than(&first, column) {
            return None;
        }
        (second, true)
    };
    let (value, unit) = longest.in_units_of_the_content(column)?;
    let is_exact = !is_worded && !is_range && longest.is_in_units_of_the_content();
    if is_exact {
        return Some(WaitCell::Length { value, unit });
    }
    let text = if longest.unit.is_some() {
        written.to_owned()
    } else {
        format!("{written} {}", in_dutch(column))
    };
    Some(in_words(value, unit, text))
}

/// The text behind one of these words or signs.
fn without<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        let is_whole = !word.ends_with(char::is_alphabetic) || rest.starts_with(' ');
        is_whole.then(|| rest.trim_start())
    })
}

/// A number with the unit behind it, if there is one.
struct Quantity {
    value: String,
    unit: Option<Unit>,
}

/// A quantity, and what stands behind it.
fn quantity<'a>(text: &'a str, form: &SourceForm) -> Option<(Quantity, &'a str)> {
    let is_of_number = |character: char| character.is_ascii_digit() || ",.".contains(character);
    let end = text.find(|character| !is_of_number(character));
    let (number, rest) = text.split_at(end.unwrap_or(text.len()));
    let value = number_with_point(number, form.decimal)?;
    let rest = rest.trim_start();
    let end = rest.find(|character: char| !character.is_alphabetic());
    let (word, behind) = rest.split_at(end.unwrap_or(rest.len()));
    let listed = form.units.get(word).map(|unit| match *unit {
        "days" => Unit::Days,
        "months" => Unit::Months,
        _ => Unit::Weeks,
    });
    let known = UNITS.iter().find(|(known, _)| *known == word);
    let unit = listed.or(known.map(|(_, unit)| *unit));
    let rest = match unit {
        Some(_) => behind.trim_start_matches('.').trim_start(),
        None => rest,
    };
    Some((Quantity { value, unit }, rest))
}

impl Quantity {
    /// The unit, or that of the column.
    fn unit_in(&self, column: &str) -> Unit {
        self.unit.unwrap_or(match column {
            "days" => Unit::Days,
            "months" => Unit::Months,
            _ => Unit::Weeks,
        })
    }

    /// Tenths of hours, with the fewest and the most hours that the unit can have.
    fn tenths(&self, unit: Unit) -> Option<[u64; 2]> {
        let hours = match unit {
            Unit::Hours => [1, 1],
            Unit::Days => [24, 24],
            Unit::Weeks => [168, 168],
            Unit::Months => [28 * 24, 31 * 24],
            Unit::Years => [365 * 24, 366 * 24],
        };
        let (whole, tenth) = self.value.split_once('.').unwrap_or((&self.value, "0"));
        let tenths = whole.parse::<u64>().ok()?.checked_mul(10)? + tenth.parse::<u64>().ok()?;
        Some([tenths.checked_mul(hours[0])?, tenths.checked_mul(hours[1])?])
    }

    /// Whether it surely is the longer one. A first number without a unit has that of the second.
    fn is_longer_than(&self, first: &Self, column: &str) -> bool {
        let unit = self.unit_in(column);
        let first_unit = first.unit.unwrap_or(unit);
        match (self.tenths(unit), first.tenths(first_unit)) {
            (Some(own), Some(other)) if unit == first_unit => own[0] > other[0],
            (Some(own), Some(other)) => own[0] > other[1],
            (Some(_) | None, Some(_) | None) => false,
        }
    }

    fn is_in_units_of_the_content(&self) -> bool {
        !matches!(self.unit, Some(Unit::Hours | Unit::Years))
    }

    /// Hours as the days that they are begun in, years as months. `None` when it is no whole number of those.
    fn in_units_of_the_content(&self, column: &str) -> Option<(String, &'static str)> {
        let whole = || self.value.parse::<u32>().ok();
        Some(match self.unit_in(column) {
            Unit::Hours => (whole()?.div_ceil(24).to_string(), "days"),
            Unit::Days => (self.value.clone(), "days"),
            Unit::Weeks => (self.value.clone(), "weeks"),
            Unit::Months => (self.value.clone(), "months"),
            Unit::Years => (whole()?.checked_mul(12)?.to_string(), "months"),
        })
    }
}

fn in_dutch(unit: &str) -> &'static str {
    match unit {
        "days" => "dagen",
        "months" => "maanden",
        _ => "weken",
    }
}
