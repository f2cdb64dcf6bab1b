//! The files of a theme as they were read.

use crate::diagnostics::FileId;

use super::material::Document;

/// A text file of a theme.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// Its path inside its folder of the theme, such as `page.html`.
    pub name: String,
    /// The file.
    pub file: FileId,
}

/// A file of a theme that is not text.
#[derive(Clone, Debug)]
pub struct BinaryFile {
    /// Its path inside its folder of the theme, such as `logo.png`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Everything in a theme's folder, unjudged, in order of file name.
#[derive(Debug, Default)]
pub struct ThemeFiles {
    /// The theme's name.
    pub name: String,
    /// `theme.toml`.
    pub settings: Option<Document>,
    /// `templates/**/*.html`.
    pub templates: Vec<ThemeFile>,
    /// `css/*.css`.
    pub styles: Vec<ThemeFile>,
    /// `js/*.js`.
    pub scripts: Vec<ThemeFile>,
    /// `i18n/*.ftl`.
    pub languages: Vec<ThemeFile>,
    /// Images and fonts.
    pub images: Vec<BinaryFile>,
}
