//! Lengths and numbers in a value, calculated where CSS can calculate. Exact enough to tell readable from not.

use super::value::{Piece, arguments};

/// What relative units are taken to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// What 100 % is.
    pub(super) whole: f64,
    /// The width of the window in pixels.
    pub(super) window: f64,
}

impl Scale {
    /// Percentages are shares: 100 % is 1.
    pub(super) const SHARE: Self = Self {
        whole: 1.0,
        window: 1000.0,
    };
    /// Percentages are of a wide box.
    pub(super) const BOX: Self = Self {
        whole: 1000.0,
        window: 1000.0,
    };
    /// Percentages are of the letter size, on a telephone.
    pub(super) const LETTER: Self = Self {
        whole: 16.0,
        window: 320.0,
    };
}

/// What a part of a value is as a quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Quantity {
    /// In pixels, degrees or a bare number.
    Known(f64),
    /// A calculation this module does not follow.
    Unknown,
    /// No quantity: a keyword, a comma.
    Not,
}

impl Quantity {
    /// Whether the quantity passes the test; a calculation that cannot be followed does.
    pub(super) fn may(self, test: impl Fn(f64) -> bool) -> bool {
        match self {
            Self::Known(number) => test(number),
            Self::Unknown => true,
            Self::Not => false,
        }
    }
}

/// Functions whose result is a size by the content, never a number to judge.
const SIZES: &[&str] = &["fit-content", "minmax", "repeat", "anchor", "anchor-size"];

/// The quantity of one part.
pub(super) fn quantity(piece: &Piece, scale: Scale) -> Quantity {
    let known = |number: Option<f64>| number.map_or(Quantity::Unknown, Quantity::Known);
    match piece {
        Piece::Number(number) => Quantity::Known(*number),
        Piece::Percent(percent) => Quantity::Known(percent / 100.0 * scale.whole),
        Piece::Length(number, unit) => known(unit_size(unit, scale).map(|size| number * size)),
        Piece::Call(name, _) if SIZES.contains(&name.as_str()) => Quantity::Not,
        Piece::Call(..) => known(term(piece, scale)),
        Piece::Word(_) | Piece::Hash(_) | Piece::Mark(_) | Piece::Text => Quantity::Not,
    }
}

/// Whether any quantity of the value passes the test.
pub(super) fn any(pieces: &[Piece], scale: Scale, test: impl Fn(f64) -> bool) -> bool {
    pieces.iter().any(|piece| quantity(piece, scale).may(&test))
}

fn unit_size(unit: &str, scale: Scale) -> Option<f64> {
    Some(match unit {
        "px" | "deg" | "fr" | "x" => 1.0,
        "em" | "rem" | "pc" | "ic" | "ric" => 16.0,
        // A window is taken to be 800 pixels high.
        "ex" | "ch" | "rex" | "rch" | "cap" | "rcap" | "vh" | "vb" | "svh" | "lvh" | "dvh"
        | "svb" | "lvb" | "dvb" | "cqh" | "cqb" => 8.0,
        "lh" | "rlh" => 24.0,
        "vw" | "vi" | "vmin" | "vmax" | "svw" | "lvw" | "dvw" | "svi" | "lvi" | "dvi" | "cqw"
        | "cqi" | "cqmin" | "cqmax" | "svmin" | "lvmin" | "dvmin" | "svmax" | "lvmax" | "dvmax" => {
            scale.window / 100.0
        }
        "cm" => 37.8,
        "mm" => 3.78,
        "q" => 0.945,
        "in" => 96.0,
        "pt" => 4.0 / 3.0,
        "rad" => 57.3,
        "turn" => 360.0,
        "grad" => 0.9,
        _ => return None,
    })
}

fn term(piece: &Piece, scale: Scale) -> Option<f64> {
    let Piece::Call(name, inner) = piece else {
        return match quantity(piece, scale) {
            Quantity::Known(number) => Some(number),
            Quantity::Unknown | Quantity::Not => None,
        };
    };
    let parts = || arguments(inner).map(|part| sum(part, scale));
    match name.as_str() {
        "" | "calc" | "-webkit-calc" | "-moz-calc" => sum(inner, scale),
        "min" => parts().try_fold(f64::INFINITY, |least, part| Some(least.min(part?))),
        "max" => parts().try_fold(f64::NEG_INFINITY, |most, part| Some(most.max(part?))),
        "clamp" => match parts().collect::<Option<Vec<_>>>()?.as_slice() {
            [least, wish, most] => Some(wish.min(*most).max(*least)),
            _ => None,
        },
        "env" => Some(0.0),
        _ => None,
    }
}

fn sum(pieces: &[Piece], scale: Scale) -> Option<f64> {
    let mut parts = pieces.iter().peekable();
    let mut total = product(&mut parts, scale)?;
    while let Some(mark) = parts.next() {
        let next = product(&mut parts, scale)?;
        if *mark == Piece::Mark('+') {
            total += next;
        } else if *mark == Piece::Mark('-') {
            total -= next;
        } else {
            return None;
        }
    }
    Some(total)
}

fn product(
    parts: &mut std::iter::Peekable<std::slice::Iter<'_, Piece>>,
    scale: Scale,
) -> Option<f64> {
    let mut result = term(parts.next()?, scale)?;
    while let Some(Piece::Mark(mark @ ('*' | '/'))) = parts.peek() {
        parts.next();
        let other = term(parts.next()?, scale)?;
        result = if *mark == '*' {
            result * other
        } else {
            result / other
        };
    }
    Some(result)
}
