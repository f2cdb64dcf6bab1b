//! Every pair of colours that meet on pages, once: what stands on what, and how much contrast it needs.

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
    pub(super) used: &'static str,
}

/// Text (WCAG 2.2, success criterion 1.4.3).
const TEXT: f64 = 4.5;
/// What is needed to see a control or understand a picture (success criterion 1.4.11).
const SHAPE: f64 = 3.0;

const fn pair(fronts: &'static [Token], back: Token, needed: f64, used: &'static str) -> Pair {
    Pair {
        fronts,
        back,
        needed,
        used,
    }
}

/// All pairs.
pub(super) const PAIRS: &[Pair] = &[
    pair(&[Ink], Paper, TEXT, "text on the page"),
    pair(
        &[Ink],
        Surface,
        TEXT,
        "text in quiet blocks and in the foot",
    ),
    pair(&[Ink], Statement, TEXT, "the two statements"),
    pair(&[Ink], Mark, TEXT, "notices and words that were found"),
    pair(&[InkSoft], Paper, TEXT, "second text on the page"),
    pair(&[InkSoft], Surface, TEXT, "second text in quiet blocks"),
    pair(&[InkSoft], Statement, TEXT, "second text beside statements"),
    pair(&[InkSoft], Mark, TEXT, "second text in notices"),
    pair(&[Accent], Paper, TEXT, "links on the page"),
    pair(
        &[Accent],
        Surface,
        TEXT,
        "links in quiet blocks and in the foot",
    ),
    pair(&[Accent], Statement, TEXT, "links in the statements"),
    pair(&[Accent], Mark, TEXT, "links in notices"),
    pair(&[AccentInk], Accent, TEXT, "text on the colour of links"),
    pair(
        &[UrgentInk],
        Urgent,
        TEXT,
        "numbers to call when it cannot wait",
    ),
    pair(&[HeaderInk], Header, TEXT, "name and menu in the band"),
    pair(&[ButtonInk], Button, TEXT, "text on buttons"),
    pair(&[Button], Paper, SHAPE, "buttons on the page"),
    pair(&[Button], Surface, SHAPE, "buttons in quiet blocks"),
    pair(&[Line], Paper, SHAPE, "borders of fields on the page"),
    pair(&[Line], Surface, SHAPE, "borders of fields in quiet blocks"),
    pair(&[Line], Statement, SHAPE, "borders of small buttons"),
    pair(&[MarkLine], Paper, SHAPE, "the bar beside what is old"),
    pair(&[Accent], LineSoft, SHAPE, "the interval on its track"),
    pair(&[Ink], LineSoft, SHAPE, "the point on its track"),
    pair(&[FocusInk], FocusPaper, TEXT, "text that has the focus"),
    pair(&[FocusInk, FocusPaper], Paper, SHAPE, "focus on the page"),
    pair(
        &[FocusInk, FocusPaper],
        Surface,
        SHAPE,
        "focus in quiet blocks",
    ),
    pair(
        &[FocusInk, FocusPaper],
        Statement,
        SHAPE,
        "focus in the statements",
    ),
    pair(&[FocusInk, FocusPaper], Header, SHAPE, "focus in the band"),
    pair(
        &[FocusInk, FocusPaper],
        Urgent,
        SHAPE,
        "focus beside urgent numbers",
    ),
    pair(&[FocusInk, FocusPaper], Button, SHAPE, "focus on buttons"),
];
