//! A municipality's own colour, made readable on light and on dark surfaces.

use super::code::Colour;

/// The darkest of the light surfaces of a page and the lightest of the dark ones: a colour that can be read on these
/// can be read on all.
const LIGHT_SURFACE: [u8; 3] = [0xea, 0xf2, 0xfb];
const DARK_SURFACE: [u8; 3] = [0x1b, 0x2c, 0x40];

/// Text needs this contrast (WCAG 2.2, success criterion 1.4.3).
const ENOUGH: f64 = 4.5;

/// A colour in its two shades.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accent {
    /// The shade for light surfaces.
    pub light: Colour,
    /// The shade for dark surfaces.
    pub dark: Colour,
}

impl Accent {
    /// The nearest shades of a colour that can be read: mixed with black for light surfaces, with white for dark ones.
    #[must_use]
    pub fn of(colour: &Colour) -> Self {
        let written = colour.channels();
        Self {
            light: readable(written, [0; 3], LIGHT_SURFACE),
            dark: readable(written, [0xff; 3], DARK_SURFACE),
        }
    }
}

/// The colour with as little of another as makes it readable on a surface, in hundredths.
fn readable(colour: [u8; 3], other: [u8; 3], surface: [u8; 3]) -> Colour {
    let shade = (0..=100)
        .map(|part| mixed(colour, other, part))
        .find(|shade| contrast(*shade, surface) >= ENOUGH)
        .unwrap_or(other);
    Colour::of_channels(shade)
}

fn mixed(colour: [u8; 3], other: [u8; 3], part: u16) -> [u8; 3] {
    std::array::from_fn(|channel| {
        let (from, to) = (u16::from(colour[channel]), u16::from(other[channel]));
        let sum = from * (100 - part) + to * part;
        u8::try_from(sum / 100).expect("a mean of two bytes is a byte")
    })
}

/// Contrast ratio, from 1 to 21 (WCAG 2.2, definition of contrast ratio).
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance, from 0 to 1 (WCAG 2.2, definition of relative luminance).
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_agrees_with_published_pairs() {
        assert!((contrast([0; 3], [0xff; 3]) - 21.0).abs() < 0.001);
        // The lightest grey that passes on white, #767676, has 4.54.
        assert!((contrast([0x76; 3], [0xff; 3]) - 4.54).abs() < 0.01);
    }

    #[test]
    fn a_readable_colour_stays_and_a_pale_one_moves() {
        let green = Colour::parse("#0b5d51").unwrap();
        assert_eq!(Accent::of(&green).light, green);
        let yellow = Colour::parse("#ffd400").unwrap();
        let accent = Accent::of(&yellow);
        assert_ne!(accent.light, yellow);
        assert_eq!(accent.dark, yellow);
        assert!(contrast(accent.light.channels(), LIGHT_SURFACE) >= ENOUGH);
    }
}
