//! The files a theme publishes, each with a fingerprint in its name so that browsers may keep it for ever.

use crate::artifact::fingerprinted;
use crate::diagnostics::{Diagnostic, SourceMap};
use crate::sources::ThemeFiles;

use super::{scripts, styles};

/// A file of the theme as it is published, with its fingerprint in its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its name in the theme: `site.css`, `search.js`, `logo.svg`.
    pub name: String,
    /// Its published name: `site.1a2b3c4d5e.css`.
    pub file_name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Asset {
    pub(in crate::render) fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            name: name.to_owned(),
            file_name: fingerprinted(&name.replace('/', "-"), &bytes),
            bytes,
        }
    }
}

/// Makes all assets of a theme, ordered by name, and its style sheet.
pub(super) fn make(
    files: &ThemeFiles,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Asset>, String) {
    let mut assets: Vec<Asset> = files
        .images
        .iter()
        .map(|image| Asset::new(&image.path, image.bytes.clone()))
        .collect();
    let images = assets
        .iter()
        .map(|asset| (asset.name.clone(), asset.file_name.clone()))
        .collect();
    let css = styles::join(files, &images, sources, diagnostics);
    if !css.is_empty() {
        assets.push(Asset::new("site.css", css.clone().into_bytes()));
    }
    assets.extend(scripts::make(&files.scripts, sources, diagnostics));
    assets.sort_by(|one, other| one.name.cmp(&other.name));
    (assets, css)
}
