//! One cell of open data, as CSV and as JSON.

use std::borrow::Cow;
use std::fmt::Write;

use jiff::civil::Date;

/// What stands in a cell. Absent is [`Cell::Empty`], never zero.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'row> {
    /// Not known, not stated or not shown.
    Empty,
    /// Words.
    Text(Cow<'row, str>),
    /// A whole number.
    Whole(u64),
    /// A number in parts of one: 125 with 2 decimals is 1.25.
    Parts(i64, u32),
    /// A day.
    Day(Date),
}

impl<'row> Cell<'row> {
    /// Words, or empty.
    pub(super) fn text(words: Option<&'row str>) -> Self {
        words.map_or(Self::Empty, |words| Self::Text(Cow::Borrowed(words)))
    }

    /// A code word.
    pub(super) fn word(word: &'static str) -> Self {
        Self::Text(Cow::Borrowed(word))
    }

    /// Several words, with `;` between them; none is empty.
    pub(super) fn list<'word>(words: impl IntoIterator<Item = &'word str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        if words.is_empty() {
            Self::Empty
        } else {
            Self::Text(Cow::Owned(words.join(";")))
        }
    }

    /// A whole number, or empty.
    pub(super) fn whole(number: Option<impl Into<u64>>) -> Self {
        number.map_or(Self::Empty, |number| Self::Whole(number.into()))
    }

    /// A number rounded to so many decimals.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "shares and degrees are far below 2^63 in any unit used here"
    )]
    pub(super) fn decimal(number: f64, decimals: u32) -> Self {
        let parts = number * 10_f64.powi(decimals.cast_signed());
        Self::Parts(parts.round() as i64, decimals)
    }

    /// A day, or empty.
    pub(super) fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    /// Adds the cell to a line of CSV (RFC 4180).
    pub(super) fn write_csv(&self, csv: &mut String) {
        match self {
            Self::Empty => {}
            Self::Text(words) => write_quoted(&defuse(words), csv),
            Self::Whole(number) => push(csv, format_args!("{number}")),
            Self::Parts(parts, decimals) => write_parts(*parts, *decimals, csv),
            Self::Day(day) => push(csv, format_args!("{day}")),
        }
    }

    /// Adds the cell to a list of JSON; a word of a list as its rank in it. No cell is defused: JSON is not opened
    /// as a sheet.
    pub(super) fn write_json(&self, words: Option<&[&str]>, json: &mut String) {
        match self {
            Self::Empty => json.push_str("null"),
            Self::Text(text) => match words {
                None => write_string(text, json),
                Some(words) => {
                    let rank = words.iter().position(|word| word == text);
                    let rank = rank.expect("a cell holds a word of its column");
                    push(json, format_args!("{rank}"));
                }
            },
            Self::Whole(number) => push(json, format_args!("{number}")),
            Self::Parts(parts, decimals) => write_parts(*parts, *decimals, json),
            Self::Day(day) => push(json, format_args!("\"{day}\"")),
        }
    }
}

/// Spreadsheets take a text that begins like a formula for one: an apostrophe before it makes it words again (OWASP, CSV
/// injection). A spreadsheet may also begin a new cell inside a text: a Dutch one at `;`, any one at the end of a line.
fn defuse(words: &str) -> Cow<'_, str> {
    let is_harmless = !words.contains(FORMULA_SIGNS) && !words.starts_with(INVISIBLE);
    if is_harmless {
        return Cow::Borrowed(words);
    }
    let mut safe = String::with_capacity(words.len() + 1);
    if words.starts_with(INVISIBLE) {
        safe.push('\'');
    }
    let mut begins_cell = true;
    for character in words.chars() {
        if begins_cell && FORMULA_SIGNS.contains(&character) {
            safe.push('\'');
        }
        begins_cell = match character {
            ';' | '\n' | '\r' | '\t' => true,
            ' ' => begins_cell,
            _ => false,
        };
        safe.push(character);
    }
    Cow::Owned(safe)
}

/// Signs that begin a formula, the wide ones of East Asian keyboards too.
const FORMULA_SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Characters that spreadsheets pass over before a formula.
const INVISIBLE: [char; 3] = ['\t', '\r', '\n'];

fn write_quoted(words: &str, csv: &mut String) {
    if words.contains([',', '"', '\r', '\n']) {
        csv.push('"');
        csv.push_str(&words.replace('"', "\"\""));
        csv.push('"');
    } else {
        csv.push_str(words);
    }
}

fn write_string(text: &str, json: &mut String) {
    json.push_str(&serde_json::Value::from(text).to_string());
}

/// Without zeros at the end, and without a point when nothing comes after it.
fn write_parts(parts: i64, decimals: u32, text: &mut String) {
    if parts < 0 {
        text.push('-');
    }
    let (mut parts, mut decimals) = (parts.unsigned_abs(), decimals);
    while decimals > 0 && parts.is_multiple_of(10) {
        parts /= 10;
        decimals -= 1;
    }
    let one = 10_u64.pow(decimals);
    push(text, format_args!("{}", parts / one));
    if let Ok(width @ 1..) = usize::try_from(decimals) {
        push(text, format_args!(".{:0width$}", parts % one));
    }
}

fn push(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    text.write_fmt(arguments)
        .expect("a string takes every write");
}

#[cfg(test)]
mod tests {
    use super::Cell;

    fn csv_of(cell: &Cell<'_>) -> String {
        let mut csv = String::new();
        cell.write_csv(&mut csv);
        csv
    }

    #[test]
    fn a_text_that_begins_like_a_formula_gets_an_apostrophe() {
        for start in ["=1+1", "+31 55", "-x", "@SUM(A1)", "\tx"] {
            assert_eq!(csv_of(&Cell::word(start)), format!("'{start}"));
        }
    }

    #[test]
    fn a_formula_behind_what_may_begin_a_cell_gets_an_apostrophe_too() {
        let defused = [
            ("a;=1+1", "a;'=1+1"),
            ("a; @x;-b", "a; '@x;'-b"),
            ("a\n=1", "\"a\n'=1\""),
            ("＝1", "'＝1"),
            (" =1", " '=1"),
            ("4-6 weken; 2 = 2", "4-6 weken; 2 = 2"),
        ];
        for (words, written) in defused {
            assert_eq!(csv_of(&Cell::word(words)), written);
        }
    }

    #[test]
    fn a_formula_with_a_comma_is_defused_inside_its_quotes() {
        assert_eq!(csv_of(&Cell::word("=A1,\"x\"")), "\"'=A1,\"\"x\"\"\"");
    }

    #[test]
    fn a_number_has_no_needless_digits_and_no_apostrophe() {
        let numbers = [
            (0.0, "0"),
            (1.0, "1"),
            (0.75, "0.75"),
            (0.05, "0.05"),
            (0.598_04, "0.598"),
            (0.333_333, "0.3333"),
            (0.999_99, "1"),
            (-5.25, "-5.25"),
            (-0.000_01, "0"),
            (10.0, "10"),
        ];
        for (number, written) in numbers {
            assert_eq!(csv_of(&Cell::decimal(number, 4)), written);
        }
    }

    #[test]
    fn json_keeps_a_formula_as_it_is_and_escapes_what_json_must() {
        let mut json = String::new();
        Cell::word("=\"a\"\n").write_json(None, &mut json);
        assert_eq!(json, r#""=\"a\"\n""#);
    }

    #[test]
    fn a_word_of_a_list_is_its_rank_in_json() {
        let mut json = String::new();
        Cell::word("nee").write_json(Some(&["ja", "nee"]), &mut json);
        assert_eq!(json, "1");
    }
}
