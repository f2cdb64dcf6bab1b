//! Every pair of colours that meet on pages, once: what stands on what, and how much contrast it needs.

use crate::diagnostics::{Phrase, phrase};
use crate::model::Token;
use crate::model::Token::{
    Accent, AccentInk, Button, ButtonInk, FocusInk, FocusPaper, Header, HeaderInk, Ink, InkSoft,
    Line, LineSoft, Mark, MarkLine, Paper, Statement, Surface, Urgent, UrgentInk,
};

/// What stands on what.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    /// What stands there. Of several the best counts, as with a ring of two colours.
    pub(super) fronts: &'static [Token],
    /// What it stands on.
    pub(super) back: Token,
    /// The contrast it needs.
    pub(super) needed: f64,
    /// Where it is used.
    pub(super) used: Phrase,
}

/// Text (WCAG 2.2, success criterion 1.4.3).
const TEXT: f64 = 4.5;
/// What is needed to see a control or understand a picture (success criterion 1.4.11).
const SHAPE: f64 = 3.0;

const fn pair(fronts: &'static [Token], back: Token, needed: f64, used: Phrase) -> Pair {
    Pair {
        fronts,
        back,
        needed,
        used,
    }
}

/// All pairs.
pub(super) const PAIRS: &[Pair] = &[
    pair(&[Ink], Paper, TEXT, phrase("text on the page")),
    pair(
        &[Ink],
        Surface,
        TEXT,
        phrase("text in quiet blocks and in the foot"),
    ),
    pair(&[Ink], Statement, TEXT, phrase("the two statements")),
    pair(
        &[Ink],
        Mark,
        TEXT,
        phrase("notices and words that were found"),
    ),
    pair(&[InkSoft], Paper, TEXT, phrase("second text on the page")),
    pair(
        &[InkSoft],
        Surface,
        TEXT,
        phrase("second text in quiet blocks"),
    ),
    pair(
        &[InkSoft],
        Statement,
        TEXT,
        phrase("second text beside statements"),
    ),
    pair(&[InkSoft], Mark, TEXT, phrase("second text in notices")),
    pair(&[Accent], Paper, TEXT, phrase("links on the page")),
    pair(
        &[Accent],
        Surface,
        TEXT,
        phrase("links in quiet blocks and in the foot"),
    ),
    pair(
        &[Accent],
        Statement,
        TEXT,
        phrase("links in the statements"),
    ),
    pair(&[Accent], Mark, TEXT, phrase("links in notices")),
    pair(
        &[AccentInk],
        Accent,
        TEXT,
        phrase("text on the colour of links"),
    ),
    pair(
        &[UrgentInk],
        Urgent,
        TEXT,
        phrase("numbers to call when it cannot wait"),
    ),
    pair(
        &[HeaderInk],
        Header,
        TEXT,
        phrase("name and menu in the band"),
    ),
    pair(&[ButtonInk], Button, TEXT, phrase("text on buttons")),
    pair(&[Button], Paper, SHAPE, phrase("buttons on the page")),
    pair(&[Button], Surface, SHAPE, phrase("buttons in quiet blocks")),
    pair(
        &[Line],
        Paper,
        SHAPE,
        phrase("borders of fields on the page"),
    ),
    pair(
        &[Line],
        Surface,
        SHAPE,
        phrase("borders of fields in quiet blocks"),
    ),
    pair(
        &[Line],
        Statement,
        SHAPE,
        phrase("borders of small buttons"),
    ),
    pair(
        &[MarkLine],
        Paper,
        SHAPE,
        phrase("the bar beside what is old"),
    ),
    pair(
        &[Accent],
        LineSoft,
        SHAPE,
        phrase("the interval on its track"),
    ),
    pair(&[Ink], LineSoft, SHAPE, phrase("the point on its track")),
    pair(
        &[FocusInk],
        FocusPaper,
        TEXT,
        phrase("text that has the focus"),
    ),
    pair(
        &[FocusInk, FocusPaper],
        Paper,
        SHAPE,
        phrase("focus on the page"),
    ),
    pair(
        &[FocusInk, FocusPaper],
        Surface,
        SHAPE,
        phrase("focus in quiet blocks"),
    ),
    pair(
        &[FocusInk, FocusPaper],
        Statement,
        SHAPE,
        phrase("focus in the statements"),
    ),
    pair(
        &[FocusInk, FocusPaper],
        Header,
        SHAPE,
        phrase("focus in the band"),
    ),
    pair(
        &[FocusInk, FocusPaper],
        Urgent,
        SHAPE,
        phrase("focus beside urgent numbers"),
    ),
    pair(
        &[FocusInk, FocusPaper],
        Button,
        SHAPE,
        phrase("focus on buttons"),
    ),
];
