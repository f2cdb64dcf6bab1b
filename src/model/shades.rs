//! A colour in its two shades, for light and for dark pages, as CSS writes it.

use lightningcss::traits::Parse;
use lightningcss::values::color::CssColor;

use super::code::Colour;

/// What a visitor's device asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scheme {
    /// Dark letters on a light page.
    Light,
    /// Light letters on a dark page.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A colour in its two shades.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shades {
    /// The shade on light pages.
    pub light: Colour,
    /// The shade on dark pages.
    pub dark: Colour,
}

impl Shades {
    /// Reads `#fff`, `rgb(…)`, `oklch(…)` or `light-dark(…, …)`. `None` for what is no colour, or is one that lets
    /// another shine through.
    #[must_use]
    pub fn of_css(text: &str) -> Option<Self> {
        match CssColor::parse_string(text.trim()).ok()? {
            CssColor::LightDark(light, dark) => Some(Self {
                light: opaque(&light)?,
                dark: opaque(&dark)?,
            }),
            colour @ (CssColor::RGBA(_)
            | CssColor::LAB(_)
            | CssColor::Predefined(_)
            | CssColor::Float(_)
            | CssColor::CurrentColor
            | CssColor::System(_)) => {
                let colour = opaque(&colour)?;
                Some(Self {
                    light: colour.clone(),
                    dark: colour,
                })
            }
        }
    }

    /// The shade of one scheme.
    #[must_use]
    pub fn of(&self, scheme: Scheme) -> &Colour {
        match scheme {
            Scheme::Light => &self.light,
            Scheme::Dark => &self.dark,
        }
    }
}

fn opaque(colour: &CssColor) -> Option<Colour> {
    let CssColor::RGBA(rgba) = colour.to_rgb().ok()? else {
        return None;
    };
    (rgba.alpha == u8::MAX).then(|| Colour::of_channels([rgba.red, rgba.green, rgba.blue]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        let shades = Shades::of_css(text)?;
        let name = |colour: &Colour| colour.as_str().to_owned();
        Some((name(&shades.light), name(&shades.dark)))
    }

    #[test]
    fn colours_are_read_in_every_form_of_css() {
        let pair = |one: &str, two: &str| Some((one.to_owned(), two.to_owned()));
        assert_eq!(read("#FFF"), pair("#ffffff", "#ffffff"));
        assert_eq!(read("rgb(21, 66, 115)"), pair("#154273", "#154273"));
        assert_eq!(read("hsl(0 100% 50%)"), pair("#ff0000", "#ff0000"));
        assert_eq!(read("oklch(1 0 0)"), pair("#ffffff", "#ffffff"));
        assert_eq!(read("light-dark(#000, white)"), pair("#000000", "#ffffff"));
    }

    #[test]
    fn what_lets_another_colour_through_is_none() {
        for text in [
            "rgba(0, 0, 0, 0)",
            "transparent",
            "#00000080",
            "currentcolor",
            "0.5rem",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
