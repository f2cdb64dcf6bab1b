//! Contrast of two colours, and the nearest shade of one that has enough of it: lightness moves in OKLCH, hue stays.

use lightningcss::values::color::{OKLCH, RGBA, SRGB, XYZd65};

use crate::model::Colour;

/// Contrast ratio, from 1 to 21 (WCAG 2.2, definition of contrast ratio).
pub(super) fn contrast(one: &Colour, other: &Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance, from 0 to 1 (WCAG 2.2), which is the Y of CIE XYZ.
pub(super) fn luminance(colour: &Colour) -> f64 {
    f64::from(XYZd65::from(srgb(colour)).y)
}

/// The shade nearest in lightness that passes, the colour itself when it does. `None` when no shade of the hue does.
pub(super) fn nearest_shade(colour: &Colour, passes: impl Fn(&Colour) -> bool) -> Option<Colour> {
    const STEPS: u16 = 1000;
    if passes(colour) {
        return Some(colour.clone());
    }
    let written = oklch(colour);
    (1..=STEPS)
        .flat_map(|step| {
            let away = f32::from(step) / f32::from(STEPS);
            [written.l - away, written.l + away]
        })
        .filter(|lightness| (0.0..=1.0).contains(lightness))
        .map(|l| shown(OKLCH { l, ..written }))
        .find(passes)
}

/// The colour `like`, in the hue of another; no more colourful than either.
pub(super) fn in_hue_of(like: &Colour, hue: &Colour) -> Colour {
    let (like, hue) = (oklch(like), oklch(hue));
    shown(OKLCH {
        c: like.c.min(hue.c),
        h: hue.h,
        ..like
    })
}

/// The colour as a screen can show it: as colourful as it gets at this lightness and hue.
fn shown(colour: OKLCH) -> Colour {
    const HALVINGS: usize = 16;
    let fits = |chroma: f32| {
        let SRGB { r, g, b, .. } = SRGB::from(OKLCH {
            c: chroma,
            ..colour
        });
        [r, g, b]
            .iter()
            .all(|channel| (-0.0005..=1.0005).contains(channel))
    };
    let chroma = if fits(colour.c) {
        colour.c
    } else {
        let (mut low, mut high) = (0.0, colour.c);
        for _ in 0..HALVINGS {
            let middle = f32::midpoint(low, high);
            if fits(middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        low
    };
    let SRGB { r, g, b, .. } = SRGB::from(OKLCH {
        c: chroma,
        ..colour
    });
    let rgba = RGBA::from_floats(r, g, b, 1.0);
    Colour::of_channels([rgba.red, rgba.green, rgba.blue])
}

fn srgb(colour: &Colour) -> SRGB {
    let [red, green, blue] = colour.channels();
    SRGB::from(RGBA::new(red, green, blue, 1.0))
}

fn oklch(colour: &Colour) -> OKLCH {
    OKLCH::from(srgb(colour))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn contrast_agrees_with_published_pairs() {
        for (one, other, published) in [
            ("#000000", "#ffffff", 21.0),
            // The lightest grey that passes on white, and the darkest that does not (WebAIM).
            ("#767676", "#ffffff", 4.54),
            ("#777777", "#ffffff", 4.48),
            // Red, green and blue on white (W3C, Understanding 1.4.3 and WebAIM).
            ("#ff0000", "#ffffff", 4.0),
            ("#00ff00", "#ffffff", 1.37),
            ("#0000ff", "#ffffff", 8.59),
        ] {
            let found = contrast(&colour(one), &colour(other));
            assert!((found - published).abs() < 0.005, "{one} {other}: {found}");
        }
    }

    #[test]
    fn oklch_agrees_with_published_colours() {
        // CSS Color 4, sample values: red is oklch(0.628 0.2577 29.23), lime oklch(0.8664 0.2948 142.5).
        for (text, l, c, h) in [
            ("#ff0000", 0.628, 0.2577, 29.23),
            ("#00ff00", 0.8664, 0.2948, 142.5),
            ("#0000ff", 0.452, 0.3132, 264.05),
        ] {
            let found = oklch(&colour(text));
            assert!((found.l - l).abs() < 0.001, "{text}: {}", found.l);
            assert!((found.c - c).abs() < 0.001, "{text}: {}", found.c);
            assert!((found.h - h).abs() < 0.1, "{text}: {}", found.h);
        }
    }

    #[test]
    fn a_colour_that_passes_stays() {
        let green = colour("#0b5d51");
        assert_eq!(nearest_shade(&green, |_| true), Some(green));
    }

    #[test]
    fn no_shade_is_none() {
        assert_eq!(nearest_shade(&colour("#0b5d51"), |_| false), None);
    }

    fn any_colour() -> impl Strategy<Value = Colour> {
        any::<[u8; 3]>().prop_map(Colour::of_channels)
    }

    proptest! {
        #[test]
        fn the_nearest_shade_passes_and_keeps_its_hue(written in any_colour()) {
            let paper = colour("#ffffff");
            let shade = nearest_shade(&written, |shade| contrast(shade, &paper) >= 4.5).unwrap();
            prop_assert!(contrast(&shade, &paper) >= 4.5);
            let (before, after) = (oklch(&written), oklch(&shade));
            // The hue of what is nearly grey says nothing.
            if before.c > 0.05 && after.c > 0.05 {
                let turned = (before.h - after.h).abs();
                prop_assert!(turned.min(360.0 - turned) < 3.0, "{before:?} {after:?}");
            }
        }

        #[test]
        fn a_shade_just_nearer_does_not_pass(written in any_colour()) {
            let paper = colour("#ffffff");
            let shade = nearest_shade(&written, |shade| contrast(shade, &paper) >= 4.5).unwrap();
            if shade != written {
                // One step of lightness is a thousandth; rounding to bytes can cost a few.
                prop_assert!(contrast(&shade, &paper) < 4.7, "{written:?} {shade:?}");
            }
        }
    }
}
