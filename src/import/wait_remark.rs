//! How a wait in words was understood, said to whom imports it.

use crate::diagnostics::{Diagnostic, Place, codes, phrase, said};

use super::wait_cell::{Unclear, WaitCell};

/// Says how a cell of words was understood; `None` when it is what it says, or the mapping lists it.
pub(super) fn remark(says: &WaitCell, written: &str, place: Place) -> Option<Diagnostic> {
    let help =
        phrase("say in the mapping what it stands for, under `words`: `stop`, `unknown` or `text`");
    let problem = match says {
        WaitCell::Nothing
        | WaitCell::Length { .. }
        | WaitCell::Stop
        | WaitCell::Unknown
        | WaitCell::Text {
            is_listed: true, ..
        } => return None,
        WaitCell::Text { text, .. } => said(
            "`{text}` is no number and not in the table of words: it is kept as text",
            [("text", text)],
        ),
        WaitCell::Phrase { value, unit, text } => said(
            "`{written}` is read as {value} {unit}, and `{text}` is shown",
            [
                ("written", &written),
                ("value", value),
                ("unit", unit),
                ("text", text),
            ],
        ),
        WaitCell::SaidToStop => said(
            "`{written}` is read as a stop: no new clients are taken",
            [("written", &written)],
        ),
        WaitCell::Unclear(Unclear::NoneOfWhat) => said(
            "`{written}` can mean no wait or no place: the wait is unknown",
            [("written", &written)],
        ),
        WaitCell::Unclear(Unclear::NotKnown) => said(
            "`{written}` says that it is not known: the wait is unknown",
            [("written", &written)],
        ),
        WaitCell::Unclear(Unclear::Date) => said(
            "`{written}` is a date: the wait is unknown",
            [("written", &written)],
        ),
        WaitCell::Unclear(Unclear::TooLong) => said(
            "`{written}` is longer than three years: the wait is unknown",
            [("written", &written)],
        ),
    };
    Some(Diagnostic::new(codes::W1103, place, problem).help(help))
}
