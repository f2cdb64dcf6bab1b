//! Pages that the region or a municipality writes itself.

use std::collections::BTreeMap;

use crate::diagnostics::{FileId, Place};

use super::code::{LanguageTag, Slug};
use super::municipality::Purpose;

/// A page of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPage {
    /// Where it is written.
    pub file: FileId,
    /// Its name in files and addresses.
    pub slug: Slug,
    /// Title.
    pub title: Box<str>,
    /// One sentence for search engines and link previews.
    pub description: Box<str>,
    /// Its name in the menu, when it stands there.
    pub menu: Option<Box<str>>,
    /// Its rank in the menu.
    pub order: i64,
    /// Whether it offers a choice, so that both statements must stand on it.
    pub offers_choice: bool,
    /// Whom to turn to from here, in the order in which they are shown.
    pub contacts: Vec<Purpose>,
    /// Its text, in Markdown that was checked.
    pub body: Box<str>,
    /// The same page in other languages.
    pub translations: BTreeMap<LanguageTag, TranslatedPage>,
}

/// A page of text in another language than the region's own. What it is on the site, the original says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranslatedPage {
    /// Title.
    pub title: Box<str>,
    /// One sentence for search engines and link previews.
    pub description: Box<str>,
    /// Its name in the menu, when it stands there.
    pub menu: Option<Box<str>>,
    /// Its text, in Markdown that was checked.
    pub body: Box<str>,
}

/// A text the site must always show (spelregel).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Title.
    pub title: Box<str>,
    /// Text, in Markdown that was checked, not empty.
    pub body: Box<str>,
}

/// The two statements: the reason the site exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statements {
    /// Screening comes after the choice.
    pub screening: Statement,
    /// Refusal on financial grounds is not allowed.
    pub finance: Statement,
}

/// A link inside the site, such as `/uw-rechten/`, in a text of the region or of one municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InsideLink {
    /// Where the link stands.
    pub place: Place,
    /// The path, without the leading slash and without fragment.
    pub path: Box<str>,
}
