//! Which declarations hide text. One property is judged at a time, then the rule as a whole.

use super::colour;
use super::quantity::{Scale, any, quantity};
use super::transform;
use super::value::{Piece, is_only, says};

/// Letters below this many pixels cannot be read.
const SMALLEST_LETTER: f64 = 8.0;
/// A box up to this many pixels shows nothing.
const NO_BOX: f64 = 1.0;
/// A box lower than this many pixels that cuts off what does not fit shows only part of a statement.
const LOW_BOX: f64 = 200.0;

/// A property in lower case without vendor prefix, and its value without custom properties.
#[derive(Clone, Debug)]
pub(super) struct Declared<'a> {
    pub(super) property: &'a str,
    pub(super) value: Vec<Piece>,
}

/// Whether the declaration hides by itself. `animations` are the names of keyframes that hide.
pub(super) fn hides(declared: &Declared<'_>, animations: &[String]) -> bool {
    let value = declared.value.as_slice();
    match declared.property {
        "animation" | "animation-name" => value
            .iter()
            .any(|piece| *piece == Piece::Text || runs(piece, animations)),
        "color" | "text-fill-color" => colour::is_faint(value),
        property => {
            hides_by_word(property, value)
                || hides_by_size(property, value)
                || hides_by_place(property, value)
                || hides_by_effect(property, value)
        }
    }
}

fn runs(piece: &Piece, animations: &[String]) -> bool {
    piece.word().is_some_and(|word| {
        animations
            .iter()
            .any(|animation| animation.eq_ignore_ascii_case(word))
    })
}

fn hides_by_word(property: &str, value: &[Piece]) -> bool {
    match property {
        "display" => says(value, &["none"]),
        "visibility" => says(value, &["hidden", "collapse"]),
        "content-visibility" => says(value, &["hidden"]),
        "content" => !is_only(value, &["normal", "none"]),
        "contain" => says(value, &["size", "strict"]),
        "unicode-bidi" => says(value, &["bidi-override", "isolate-override"]),
        "text-decoration" | "text-decoration-line" => says(value, &["line-through"]),
        "speak" => says(value, &["none", "never"]),
        "mix-blend-mode" => !is_only(value, &["normal"]),
        "text-overflow" => !is_only(value, &["clip"]),
        "clip" => !is_only(value, &["auto"]),
        "text-security"
        | "line-clamp"
        | "offset-path"
        | "mask"
        | "mask-image"
        | "mask-border"
        | "mask-border-source"
        | "mask-box-image"
        | "mask-box-image-source" => !is_only(value, &["none"]),
        _ => false,
    }
}

fn hides_by_size(property: &str, value: &[Piece]) -> bool {
    match property {
        "font-size" => is_small_letter(value),
        "font" => hides_by_font(value),
        "line-height" => is_low_line(value),
        "font-size-adjust" => any(value, Scale::SHARE, |number| number < 0.2),
        "text-size-adjust" | "zoom" | "scale" => transform::shrinks(value),
        "letter-spacing" => any(value, Scale::LETTER, |space| {
            space <= -3.0 || space >= 100.0
        }),
        "width" | "height" | "max-width" | "max-height" | "inline-size" | "block-size"
        | "max-inline-size" | "max-block-size" => any(value, Scale::BOX, |size| size <= NO_BOX),
        "grid-template-rows" | "grid-template-columns" | "grid-auto-rows" => {
            !value.is_empty()
                && value
                    .iter()
                    .all(|piece| quantity(piece, Scale::BOX).may(|size| size <= NO_BOX))
        }
        _ => false,
    }
}

fn is_small_letter(value: &[Piece]) -> bool {
    any(value, Scale::LETTER, |size| size < SMALLEST_LETTER)
}

fn is_low_line(value: &[Piece]) -> bool {
    value.iter().any(|piece| match piece {
        Piece::Number(lines) => *lines < 0.5,
        Piece::Percent(_) | Piece::Length(..) => {
            quantity(piece, Scale::LETTER).may(|size| size < SMALLEST_LETTER)
        }
        // The result may be a number of lines or a length.
        Piece::Call(..) => quantity(piece, Scale::LETTER)
            .may(|size| size < 0.5 || (3.0..SMALLEST_LETTER).contains(&size)),
        Piece::Word(_) | Piece::Hash(_) | Piece::Mark(_) | Piece::Text => false,
    })
}

/// `font: 700 1rem/1.5 serif`: the size is the only length before the slash, the line height follows it.
fn hides_by_font(value: &[Piece]) -> bool {
    let mut parts = value.splitn(2, |piece| *piece == Piece::Mark('/'));
    let size = parts.next().unwrap_or_default();
    let is_size = |piece: &&Piece| match piece {
        Piece::Number(number) => *number == 0.0,
        Piece::Percent(_) | Piece::Length(..) | Piece::Call(..) => true,
        Piece::Word(_) | Piece::Hash(_) | Piece::Mark(_) | Piece::Text => false,
    };
    let small = size
        .iter()
        .filter(is_size)
        .any(|piece| is_small_letter(std::slice::from_ref(piece)));
    small
        || parts
            .next()
            .is_some_and(|rest| is_low_line(&rest[..rest.len().min(1)]))
}

fn hides_by_place(property: &str, value: &[Piece]) -> bool {
    match property {
        "left" | "right" | "top" | "bottom" | "text-indent" | "word-spacing" | "translate" => {
            transform::leads_away(value)
        }
        "transform" => transform::hides(value),
        "rotate" => transform::turns(value),
        "z-index" => any(value, Scale::SHARE, |level| level < 0.0),
        property if property.starts_with("inset") || property.starts_with("margin") => {
            transform::leads_away(value)
        }
        _ => false,
    }
}

fn hides_by_effect(property: &str, value: &[Piece]) -> bool {
    match property {
        "opacity" => any(value, Scale::SHARE, |opacity| opacity < 0.5),
        "filter" => value.iter().any(dims),
        "clip-path" => !is_only(value, &["none"]) && !value.iter().all(keeps_box),
        _ => false,
    }
}

fn dims(piece: &Piece) -> bool {
    let Piece::Call(name, inner) = piece else {
        return *piece == Piece::Text;
    };
    match name.as_str() {
        "opacity" | "contrast" => any(inner, Scale::SHARE, |share| share < 0.5),
        "brightness" => any(inner, Scale::SHARE, |share| !(0.5..=2.0).contains(&share)),
        "blur" => any(inner, Scale::LETTER, |radius| radius > 1.0),
        "url" => true,
        _ => false,
    }
}

/// A part of `clip-path` that cuts nothing but corners.
fn keeps_box(piece: &Piece) -> bool {
    match piece {
        Piece::Word(word) => word.ends_with("-box"),
        Piece::Call(name, inner) if name == "inset" => inner
            .iter()
            .take_while(|piece| piece.word() != Some("round"))
            .all(|piece| !quantity(piece, Scale::BOX).may(|cut| cut > 0.0)),
        Piece::Number(_)
        | Piece::Percent(_)
        | Piece::Length(..)
        | Piece::Hash(_)
        | Piece::Call(..)
        | Piece::Mark(_)
        | Piece::Text => false,
    }
}

/// What a rule says that hides only together with something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Together {
    /// It cuts off what does not fit.
    Cuts,
    /// It makes a box too low for a statement.
    Low,
    /// The text has the colour of its background.
    Lost,
    /// A box laid over the whole element, when the rule is about `::before` or `::after`.
    Covers,
}

impl Together {
    /// All of them.
    pub(super) const ALL: [Self; 4] = [Self::Cuts, Self::Low, Self::Lost, Self::Covers];

    /// Whether the declarations of one rule say so.
    pub(super) fn is_said_by(self, rule: &[Declared<'_>]) -> bool {
        let values = |names: &'static [&'static str]| {
            rule.iter()
                .filter(move |declared| names.contains(&declared.property))
                .map(|declared| declared.value.as_slice())
        };
        let backgrounds = || values(&["background", "background-color", "background-image"]);
        match self {
            Self::Cuts => values(&[
                "overflow",
                "overflow-x",
                "overflow-y",
                "overflow-block",
                "overflow-inline",
            ])
            .any(|value| says(value, &["hidden", "clip", "scroll", "auto"])),
            Self::Low => values(&["height", "max-height", "block-size", "max-block-size"])
                .any(|value| any(value, Scale::BOX, |size| size < LOW_BOX)),
            Self::Lost => values(&["color", "text-fill-color"])
                .any(|ink| backgrounds().any(|paper| colour::is_lost_on(ink, paper))),
            Self::Covers => {
                values(&["position"]).any(|value| says(value, &["absolute", "fixed"]))
                    && backgrounds().any(colour::covers)
                    && spans(rule)
            }
        }
    }

    /// The properties it follows from; their names contain one of these.
    pub(super) fn about(self) -> &'static [&'static str] {
        match self {
            Self::Cuts => &["overflow"],
            Self::Low => &["height", "block-size"],
            Self::Lost => &["color", "background"],
            Self::Covers => &["position", "background"],
        }
    }
}

/// Whether a positioned box spans the element it is positioned in.
fn spans(rule: &[Declared<'_>]) -> bool {
    let near = |piece: &Piece| quantity(piece, Scale::BOX).may(|distance| distance < 100.0);
    let large = |names: &[&str]| {
        rule.iter().any(|declared| {
            names.contains(&declared.property)
                && any(&declared.value, Scale::BOX, |size| size >= 800.0)
        })
    };
    let edges = rule
        .iter()
        .filter(|declared| {
            declared.property.starts_with("inset")
                || ["left", "right", "top", "bottom"].contains(&declared.property)
        })
        .filter(|declared| declared.value.iter().all(near))
        .map(|declared| match declared.property {
            "inset" => 4,
            "inset-block" | "inset-inline" => 2,
            _ => 1,
        })
        .sum::<usize>();
    edges >= 4 || (large(&["width", "inline-size"]) && large(&["height", "block-size"]))
}

/// Whether a frame of an animation hides.
pub(super) fn is_hidden_frame(frame: &[Declared<'_>]) -> bool {
    frame.iter().any(|declared| hides(declared, &[])) || Together::Lost.is_said_by(frame)
}
