//! What the cells of an outcome say: counts, or a word for why there are none. A suppressed cell never becomes a number.

use std::collections::BTreeMap;

use crate::diagnostics::{Located, Phrase, phrase, said};

use super::source_form::SourceForm;
use super::value::Reason;
use super::wait_cell::number_with_point;

/// What an outcome came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OutcomeCount {
    Counts { respondents: u32, successes: u32 },
    State(&'static str),
}

/// One cell.
enum Cell {
    Nothing,
    /// It is empty, and the mapping says what that means.
    Empty(&'static str),
    State(&'static str),
    Text,
}

/// How cells are read.
#[derive(Clone, Copy)]
pub(super) struct CountReader<'a> {
    pub(super) words: &'a BTreeMap<String, &'static str>,
    pub(super) form: &'a SourceForm,
}

impl CountReader<'_> {
    /// Reads two cells; `None` when both are empty and the mapping does not say what that means.
    pub(super) fn read(
        &self,
        respondents: Located<&str>,
        successes: Located<&str>,
        is_share: bool,
    ) -> Result<Option<OutcomeCount>, Reason> {
        #[expect(
            clippy::unnested_or_patterns,
            reason = "a word goes before an empty cell, on either side"
        )]
        let state = match (self.cell(respondents.value), self.cell(successes.value)) {
            (Cell::Nothing, Cell::Nothing) => return Ok(None),
            (Cell::State(one), Cell::State(other)) if one != other => {
                let problem = said(
                    "`{one}` and `{other}` say two things of one outcome",
                    [("one", &respondents.value), ("other", &successes.value)],
                );
                let help = phrase("correct one of them at its source");
                return Err(Reason::new(successes.place, problem, help));
            }
            (Cell::State(state), _)
            | (_, Cell::State(state))
            | (Cell::Empty(state), _)
            | (_, Cell::Empty(state)) => Some(state),
            (Cell::Nothing, Cell::Text) => return Err(alone(successes)),
            (Cell::Text, Cell::Nothing) => return Err(alone(respondents)),
            (Cell::Text, Cell::Text) => None,
        };
        if let Some(state) = state {
            return Ok(Some(OutcomeCount::State(state)));
        }
        let all = self.count(respondents)?;
        let successful = if is_share {
            self.share(successes, all)?
        } else {
            self.count(successes)?
        };
        if successful > all {
            let problem = said(
                "{successes} of {respondents} is more than all",
                [("successes", &successful), ("respondents", &all)],
            );
            let help = phrase("were the two columns exchanged in the mapping?");
            return Err(Reason::new(successes.place, problem, help));
        }
        Ok(Some(OutcomeCount::Counts {
            respondents: all,
            successes: successful,
        }))
    }

    fn cell(&self, text: &str) -> Cell {
        let folded = text.to_lowercase();
        let is_empty = text.is_empty() || self.form.empty.contains(&folded);
        match (self.words.get(&folded), self.words.get("")) {
            (Some(state), _) if !text.is_empty() => Cell::State(state),
            (_, Some(state)) if is_empty => Cell::Empty(state),
            (_, None) if is_empty => Cell::Nothing,
            _ if is_fewer_than(&folded) => Cell::State("too-few"),
            _ => Cell::Text,
        }
    }

    fn count(&self, cell: Located<&str>) -> Result<u32, Reason> {
        let number = number_with_point(cell.value, self.form.decimal);
        let count = number.and_then(|number| number.parse().ok());
        count.ok_or_else(|| {
            let problem = said(
                "`{text}` is no count and no word of the mapping",
                [("text", &cell.value)],
            );
            let help = phrase("write a whole number, or say under `words` what it stands for");
            Reason::new(cell.place, problem, help)
        })
    }

    /// The only count that is this percentage of all when it is rounded as the percentage is.
    fn share(&self, cell: Located<&str>, all: u32) -> Result<u32, Reason> {
        let no_share = |problem: Phrase| {
            let help = phrase("map the column with the number of successes instead");
            let problem = said(problem, [("text", &cell.value), ("all", &all)]);
            Reason::new(cell.place, problem, help)
        };
        let (number, has_sign) = match cell.value.strip_suffix('%') {
            Some(number) => (number.trim(), true),
            None => (cell.value, false),
        };
        let sign = self
            .form
            .decimal
            .unwrap_or(if number.contains(',') { ',' } else { '.' });
        let (whole, fraction) = number.split_once(sign).unwrap_or((number, ""));
        let digits = format!("{whole}{fraction}");
        let is_number = !whole.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let percent: Option<u64> = digits
            .parse()
            .ok()
            .filter(|_| is_number && fraction.len() < 7);
        let percent = percent.ok_or_else(|| no_share(phrase("`{text}` is no percentage")))?;
        let scale = 10_u64.pow(u32::try_from(fraction.len()).expect("fewer than seven digits"));
        if percent > 100 * scale {
            return Err(no_share(phrase("`{text}` is more than all")));
        }
        if !has_sign && percent > 0 && percent <= scale {
            return Err(no_share(phrase(
                "`{text}` can be a percentage or a share of one",
            )));
        }
        let all = u64::from(all);
        let fits = |count: &u64| (100 * scale * count).abs_diff(percent * all) * 2 <= all;
        // Counts that fit stand beside each other, around the percentage.
        let near = percent * all / (100 * scale);
        let reach = all / (100 * scale) + 2;
        let mut fitting = (near.saturating_sub(reach)..=(near + reach).min(all)).filter(fits);
        match (fitting.next(), fitting.next()) {
            (Some(count), None) => Ok(u32::try_from(count).expect("not above all respondents")),
            (Some(_), Some(_)) => Err(no_share(phrase("`{text}` of {all} can be several counts"))),
            (None, _) => Err(no_share(phrase(
                "`{text}` of {all} is no whole number of people",
            ))),
        }
    }
}

/// `<5`, `< 10`, `minder dan 10`: a count that was held back because it is small.
fn is_fewer_than(folded: &str) -> bool {
    let rest = folded.strip_prefix('<');
    let rest = rest.or_else(|| folded.strip_prefix("minder dan "));
    rest.map(str::trim)
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

fn alone(cell: Located<&str>) -> Reason {
    let problem = said(
        "`{text}` stands without its other number",
        [("text", &cell.value)],
    );
    let help = phrase("an outcome needs both counts, or a word for why there are none");
    Reason::new(cell.place, problem, help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Place, SourceMap};

    fn read(
        respondents: &str,
        successes: &str,
        is_share: bool,
    ) -> Result<Option<OutcomeCount>, String> {
        let mut sources = SourceMap::default();
        let place = Place::whole(sources.add("a.csv", ""));
        let form = SourceForm {
            decimal: Some(','),
            ..SourceForm::default()
        };
        let words = BTreeMap::from([
            ("*".to_owned(), "too-few"),
            ("nvt".to_owned(), "not-measured"),
        ]);
        let reader = CountReader {
            words: &words,
            form: &form,
        };
        let cell = |text| Located::new(text, place);
        reader
            .read(cell(respondents), cell(successes), is_share)
            .map_err(|Reason(problem)| problem.message.to_string())
    }

    fn counts(respondents: u32, successes: u32) -> OutcomeCount {
        OutcomeCount::Counts {
            respondents,
            successes,
        }
    }

    #[test]
    fn a_suppressed_cell_is_a_state_whatever_stands_beside_it() {
        let too_few = Ok(Some(OutcomeCount::State("too-few")));
        assert_eq!(read("*", "*", false), too_few);
        assert_eq!(read("40", "*", false), too_few);
        assert_eq!(read("<10", "", false), too_few);
        assert_eq!(read("Minder dan 5", "3", false), too_few);
        assert!(read("*", "nvt", false).is_err());
        assert_eq!(read("", "", false), Ok(None));
    }

    #[test]
    fn counts_are_whole_numbers_and_need_each_other() {
        assert_eq!(read("40", "34", false), Ok(Some(counts(40, 34))));
        assert_eq!(read("40,0", "0", false), Ok(Some(counts(40, 0))));
        for (respondents, successes) in [
            ("40", ""),
            ("", "3"),
            ("40", "41"),
            ("veel", "3"),
            ("1.000", "3"),
        ] {
            assert!(read(respondents, successes, false).is_err());
        }
    }

    #[test]
    fn a_percentage_is_a_count_only_when_one_count_fits() {
        assert_eq!(read("40", "85%", true), Ok(Some(counts(40, 34))));
        assert_eq!(read("40", "85", true), Ok(Some(counts(40, 34))));
        assert_eq!(read("3", "66,7%", true), Ok(Some(counts(3, 2))));
        assert_eq!(read("120", "0%", true), Ok(Some(counts(120, 0))));
        assert_eq!(read("120", "100%", true), Ok(Some(counts(120, 120))));
        for (all, share) in [
            ("1000", "85%"),
            ("40", "84%"),
            ("40", "0,85"),
            ("40", "101%"),
            ("40", "1"),
        ] {
            assert!(read(all, share, true).is_err(), "{share} of {all}");
        }
    }
}
