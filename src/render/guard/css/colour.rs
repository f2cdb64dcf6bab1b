//! Colours, as far as they decide whether text can be seen: how transparent, and how far from the background.

use cssparser::color::{parse_hash_color, parse_named_color};

use super::quantity::{Quantity, Scale, quantity};
use super::value::{Piece, arguments};

/// Text with less contrast than this cannot be read by anybody. The legal limit, 4.5, is checked elsewhere.
const UNREADABLE: f64 = 1.5;
/// Text that is more transparent than this counts as hidden.
const FAINT: f64 = 0.5;

/// Which of two colours `light-dark()` gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Light,
    Dark,
}

/// Whether text of this colour is transparent, in light or dark.
pub(super) fn is_faint(value: &[Piece]) -> bool {
    [Mode::Light, Mode::Dark]
        .into_iter()
        .any(|mode| value.iter().any(|piece| alpha(piece, mode) < FAINT))
}

/// Whether text of this colour on this background cannot be told from it, in light or dark.
pub(super) fn is_lost_on(colour: &[Piece], background: &[Piece]) -> bool {
    [Mode::Light, Mode::Dark].into_iter().any(|mode| {
        let Some(ink) = colour.iter().find(|piece| is_colour(piece)) else {
            return false;
        };
        background
            .iter()
            .filter(|piece| is_colour(piece) && alpha(piece, mode) >= FAINT)
            .any(|paper| {
                let light = |piece| luminance(piece, mode).map_or(Light::Unknown, Light::Known);
                pick(ink, mode) == pick(paper, mode) || !are_apart(light(ink), light(paper))
            })
    })
}

/// How light a colour is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Light {
    /// Its relative luminance.
    Known(f64),
    /// It is in a notation that is not calculated here, or chosen by the system.
    Unknown,
}

/// The lights of the opaque colours in a value, in light and in dark.
pub(super) fn lights(value: &[Piece]) -> Vec<Light> {
    let mut lights = Vec::new();
    for mode in [Mode::Light, Mode::Dark] {
        for piece in value.iter().map(|piece| pick(piece, mode)) {
            if is_colour(piece) && alpha(piece, mode) >= FAINT && !is_inherited(piece) {
                lights.push(luminance(piece, mode).map_or(Light::Unknown, Light::Known));
            }
        }
    }
    lights
}

fn is_inherited(piece: &Piece) -> bool {
    piece.word() == Some("currentcolor")
}

/// Whether text can be told from its background.
pub(super) fn are_apart(ink: Light, paper: Light) -> bool {
    match (ink, paper) {
        // WCAG 2.2, "contrast ratio".
        (Light::Known(ink), Light::Known(paper)) => {
            (ink.max(paper) + 0.05) / (ink.min(paper) + 0.05) >= UNREADABLE
        }
        (Light::Unknown, _) | (_, Light::Unknown) => true,
    }
}

/// Whether the background has a colour or image that covers what is under it.
pub(super) fn covers(background: &[Piece]) -> bool {
    background.iter().any(|piece| match piece {
        Piece::Text => true,
        Piece::Call(name, _) if name.contains("gradient") || name.starts_with("url") => true,
        Piece::Word(_)
        | Piece::Number(_)
        | Piece::Percent(_)
        | Piece::Length(..)
        | Piece::Hash(_)
        | Piece::Call(..)
        | Piece::Mark(_) => is_colour(piece) && alpha(piece, Mode::Light) >= FAINT,
    })
}

fn is_colour(piece: &Piece) -> bool {
    const SYSTEM: &[&str] = &["canvas", "canvastext", "field", "fieldtext", "currentcolor"];
    match piece {
        Piece::Hash(_) => true,
        Piece::Word(word) => SYSTEM.contains(&word.as_str()) || parse_named_color(word).is_ok(),
        Piece::Call(name, _) => {
            name.contains("rgb")
                || name.contains("hsl")
                || name.contains("lab")
                || name.contains("lch")
                || matches!(
                    name.as_str(),
                    "hwb" | "color" | "color-mix" | "light-dark" | "device-cmyk"
                )
        }
        Piece::Number(_) | Piece::Percent(_) | Piece::Length(..) | Piece::Mark(_) | Piece::Text => {
            false
        }
    }
}

/// The colour that `light-dark()` gives in this mode; every other colour itself.
fn pick(piece: &Piece, mode: Mode) -> &Piece {
    let Piece::Call(name, inner) = piece else {
        return piece;
    };
    if name != "light-dark" {
        return piece;
    }
    let mut sides = arguments(inner);
    let side = match mode {
        Mode::Light => sides.next(),
        Mode::Dark => sides.nth(1),
    };
    side.and_then(|side| side.first())
        .map_or(piece, |side| pick(side, mode))
}

/// How opaque a colour is, from 0 to 1. What is no colour, or not understood, is opaque.
fn alpha(piece: &Piece, mode: Mode) -> f64 {
    match pick(piece, mode) {
        Piece::Word(word) if word == "transparent" => 0.0,
        Piece::Hash(hash) => {
            parse_hash_color(hash.as_bytes()).map_or(1.0, |(_, _, _, alpha)| f64::from(alpha))
        }
        Piece::Call(name, inner) if name == "color-mix" => mixed_alpha(inner, mode),
        Piece::Call(_, inner) => channel_alpha(inner),
        Piece::Word(_)
        | Piece::Number(_)
        | Piece::Percent(_)
        | Piece::Length(..)
        | Piece::Mark(_)
        | Piece::Text => 1.0,
    }
}

/// The part after the slash, or the fourth of four parts between commas. A calculation that cannot be followed is 0.
fn channel_alpha(inner: &[Piece]) -> f64 {
    let slash = inner
        .iter()
        .position(|piece| *piece == Piece::Mark('/'))
        .and_then(|at| inner.get(at + 1));
    let fourth = arguments(inner).nth(3).and_then(|part| part.first());
    let Some(part) = slash.or(fourth) else {
        return 1.0;
    };
    match quantity(part, Scale::SHARE) {
        Quantity::Known(share) => share,
        Quantity::Unknown => 0.0,
        // `none` is zero; `alpha` in a relative colour is what it was.
        Quantity::Not => f64::from(u8::from(part.word() != Some("none"))),
    }
}

fn mixed_alpha(inner: &[Piece], mode: Mode) -> f64 {
    let sides: Vec<(f64, Option<f64>)> = arguments(inner)
        .skip(1)
        .map(|side| {
            let share = side.iter().find_map(|piece| {
                if let Piece::Percent(percent) = piece {
                    Some(percent / 100.0)
                } else {
                    None
                }
            });
            let colour = side
                .iter()
                .find(|piece| !matches!(piece, Piece::Percent(_)));
            (colour.map_or(1.0, |piece| alpha(piece, mode)), share)
        })
        .collect();
    let [(first, first_share), (second, second_share)] = sides.as_slice() else {
        return 1.0;
    };
    let share = match (first_share, second_share) {
        (Some(share), _) => *share,
        (None, Some(share)) => 1.0 - share,
        (None, None) => 0.5,
    };
    first * share + second * (1.0 - share)
}

/// WCAG 2.2, "relative luminance".
fn luminance(piece: &Piece, mode: Mode) -> Option<f64> {
    let [red, green, blue] = channels(pick(piece, mode))?.map(|channel| {
        let share = channel / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    });
    Some(0.2126 * red + 0.7152 * green + 0.0722 * blue)
}

fn channels(piece: &Piece) -> Option<[f64; 3]> {
    let whole = |(red, green, blue): (u8, u8, u8)| [red, green, blue].map(f64::from);
    match piece {
        Piece::Word(word) => parse_named_color(word).ok().map(whole),
        Piece::Hash(hash) => parse_hash_color(hash.as_bytes())
            .ok()
            .map(|(red, green, blue, _)| whole((red, green, blue))),
        Piece::Call(name, inner) if name.starts_with("rgb") => {
            let byte = Scale {
                whole: 255.0,
                ..Scale::BOX
            };
            let mut parts = inner.iter().filter_map(|part| match quantity(part, byte) {
                Quantity::Known(number) => Some(number.clamp(0.0, 255.0)),
                Quantity::Unknown | Quantity::Not => None,
            });
            Some([parts.next()?, parts.next()?, parts.next()?])
        }
        Piece::Call(name, inner) if name.starts_with("hsl") => hsl(inner),
        Piece::Call(..)
        | Piece::Number(_)
        | Piece::Percent(_)
        | Piece::Length(..)
        | Piece::Mark(_)
        | Piece::Text => None,
    }
}

/// CSS Color 4, "converting HSL colors to sRGB".
fn hsl(inner: &[Piece]) -> Option<[f64; 3]> {
    let mut parts = inner
        .iter()
        .filter_map(|part| match quantity(part, Scale::SHARE) {
            Quantity::Known(number) => Some(number),
            Quantity::Unknown | Quantity::Not => None,
        });
    let (hue, saturation, light) = (parts.next()?, parts.next()?, parts.next()?);
    let channel = |start: f64| {
        let step = (start + hue / 30.0).rem_euclid(12.0);
        let spread = saturation * light.min(1.0 - light);
        255.0 * (light - spread * (step - 3.0).min(9.0 - step).clamp(-1.0, 1.0))
    };
    Some([channel(0.0), channel(8.0), channel(4.0)])
}
