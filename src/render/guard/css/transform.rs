//! Transformations that carry text off the screen, make it too small or turn it away.

use super::quantity::{Scale, any};
use super::value::{Piece, is_only};

/// Farther than this many pixels (or a whole box) is off the screen.
const FAR: f64 = 800.0;
/// Smaller than this share of its size is unreadable.
const SMALL: f64 = 0.5;
/// Turned further than this many degrees is unreadable.
const TURNED: f64 = 46.0;

/// Whether any distance in the value leads off the screen.
pub(super) fn leads_away(value: &[Piece]) -> bool {
    any(value, Scale::BOX, |distance| distance.abs() >= FAR)
}

/// Whether any factor in the value makes text too small, or mirrors it.
pub(super) fn shrinks(value: &[Piece]) -> bool {
    any(value, Scale::SHARE, |factor| factor < SMALL)
}

/// Whether the value of `rotate` turns text away.
pub(super) fn turns(value: &[Piece]) -> bool {
    let flat = value.iter().all(|piece| {
        piece
            .word()
            .is_none_or(|word| word == "z" || word == "none")
    });
    !flat && !is_only(value, &[]) || any(value, Scale::SHARE, |angle| angle.abs() > TURNED)
}

/// Whether the value of `transform` hides.
pub(super) fn hides(value: &[Piece]) -> bool {
    value.iter().any(|piece| match piece {
        Piece::Call(name, inner) => match name.as_str() {
            "translate" | "translatex" | "translatey" | "translate3d" | "translatez" => {
                leads_away(inner)
            }
            "scale" | "scalex" | "scaley" | "scale3d" => shrinks(inner),
            "scalez" => false,
            "rotate" | "rotatez" => turns(inner),
            // Everything in depth or by matrix: no theme needs it for a statement.
            _ => true,
        },
        Piece::Word(_)
        | Piece::Number(_)
        | Piece::Percent(_)
        | Piece::Length(..)
        | Piece::Hash(_)
        | Piece::Mark(_)
        | Piece::Text => false,
    })
}
