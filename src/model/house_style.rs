//! A municipality's own face (huisstijl) as it asks for it. Whether its colours can be read, and which shades are used
//! instead, is decided in `render`, where the colours of the theme are known.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::Located;

use super::code::Colour;
use super::shades::Scheme;

/// A colour of the pages by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Token {
    /// The page itself.
    Paper,
    /// Quiet blocks: facets, notes, the foot of the page.
    Surface,
    /// The block of the two statements.
    Statement,
    /// The band with the name of the site.
    Header,
    /// Text.
    Ink,
    /// Links, and the bars beside blocks.
    Accent,
    /// Name and links in the band.
    HeaderInk,
    /// The line under the band, an ornament.
    HeaderLine,
    /// Buttons.
    Button,
    /// Text on buttons.
    ButtonInk,
    /// Text that comes second.
    InkSoft,
    /// Borders of fields.
    Line,
    /// Lines between parts, and the track of a bar.
    LineSoft,
    /// Text on what has the colour of links.
    AccentInk,
    /// What was found or is new.
    Mark,
    /// The bar beside what is old.
    MarkLine,
    /// The numbers to call when it cannot wait.
    Urgent,
    /// Text on it.
    UrgentInk,
    /// The ring around what has the focus, and its text.
    FocusInk,
    /// What is inside the ring.
    FocusPaper,
}

impl Token {
    /// What a municipality may choose, grounds before what stands on them.
    pub const OWN: [Self; 10] = [
        Self::Paper,
        Self::Surface,
        Self::Statement,
        Self::Header,
        Self::Ink,
        Self::Accent,
        Self::HeaderInk,
        Self::HeaderLine,
        Self::Button,
        Self::ButtonInk,
    ];

    /// What belongs to the theme.
    const OF_THEME: [Self; 10] = [
        Self::InkSoft,
        Self::Line,
        Self::LineSoft,
        Self::AccentInk,
        Self::Mark,
        Self::MarkLine,
        Self::Urgent,
        Self::UrgentInk,
        Self::FocusInk,
        Self::FocusPaper,
    ];

    /// The token of a custom property without its hyphens, such as `ink-soft`.
    #[must_use]
    pub fn of_property(name: &str) -> Option<Self> {
        let all = Self::OWN.into_iter().chain(Self::OF_THEME);
        all.into_iter().find(|token| token.name() == name)
    }

    /// Its name: that of the custom property, after the two hyphens.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Surface => "surface",
            Self::Statement => "statement",
            Self::Header => "header",
            Self::Ink => "ink",
            Self::Accent => "accent",
            Self::HeaderInk => "header-ink",
            Self::HeaderLine => "header-line",
            Self::Button => "button",
            Self::ButtonInk => "button-ink",
            Self::InkSoft => "ink-soft",
            Self::Line => "line",
            Self::LineSoft => "line-soft",
            Self::AccentInk => "accent-ink",
            Self::Mark => "mark",
            Self::MarkLine => "mark-line",
            Self::Urgent => "urgent",
            Self::UrgentInk => "urgent-ink",
            Self::FocusInk => "focus-ink",
            Self::FocusPaper => "focus-paper",
        }
    }

    /// Its key in `[theme]`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::HeaderInk => "header_ink",
            Self::HeaderLine => "header_line",
            Self::ButtonInk => "button_ink",
            Self::Paper
            | Self::Surface
            | Self::Statement
            | Self::Header
            | Self::Ink
            | Self::Accent
            | Self::Button
            | Self::InkSoft
            | Self::Line
            | Self::LineSoft
            | Self::AccentInk
            | Self::Mark
            | Self::MarkLine
            | Self::Urgent
            | Self::UrgentInk
            | Self::FocusInk
            | Self::FocusPaper => self.name(),
        }
    }
}

/// A colour that a municipality asks for. Without a dark shade one is made from the light one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// On light pages.
    pub light: Located<Colour>,
    /// On dark pages.
    pub dark: Option<Located<Colour>>,
}

impl Wish {
    /// What was written for a scheme.
    #[must_use]
    pub fn of(&self, scheme: Scheme) -> Option<&Located<Colour>> {
        match scheme {
            Scheme::Light => Some(&self.light),
            Scheme::Dark => self.dark.as_ref(),
        }
    }
}

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its name in the municipality's folder.
    pub name: Box<str>,
    /// What it holds.
    pub bytes: Arc<[u8]>,
}

/// A logo with its size, so that nothing moves when it arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The picture.
    pub picture: Picture,
    /// The one for dark pages.
    pub dark: Option<Picture>,
    /// Width, in the picture's own pixels.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// Letters of a municipality's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letters {
    /// The regular weight.
    pub regular: Picture,
    /// The bold one.
    pub bold: Option<Picture>,
}

/// What was taken from a file of design tokens, to be reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenTokens {
    /// The file.
    pub name: Box<str>,
    /// How many tokens it holds.
    pub total: usize,
    /// Key in `[theme]`, and the design token it was taken from.
    pub taken: Vec<(&'static str, Box<str>)>,
    /// Keys in `[theme]` for which it holds nothing that can be used.
    pub absent: Vec<&'static str>,
}

/// A municipality's own face; empty when it has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseStyle {
    /// Colours.
    pub colours: BTreeMap<Token, Wish>,
    /// How round corners are, as a CSS length.
    pub corner: Option<Box<str>>,
    /// Families of letters, as CSS writes them.
    pub font: Option<Box<str>>,
    /// Letters to publish.
    pub letters: Option<Letters>,
    /// The logo.
    pub logo: Option<Logo>,
    /// Whether a colour that cannot be read is an error and no other shade is used.
    pub is_exact: bool,
    /// What a file of design tokens gave; in the order of the files.
    pub taken: Vec<TakenTokens>,
}
