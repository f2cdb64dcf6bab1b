//! The files a theme publishes, each with a fingerprint in its name so that browsers may keep it for ever.

use std::collections::BTreeMap;

use crate::diagnostics::codes::E0806;
use crate::diagnostics::{Diagnostic, Place, SourceMap};
use crate::sources::{ThemeFile, ThemeFiles};

use super::styles;

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
    fn new(name: &str, bytes: Vec<u8>) -> Self {
        const LENGTH: usize = 10;
        let hash = blake3::hash(&bytes).to_hex();
        let flat = name.replace('/', "-");
        let file_name = match flat.rsplit_once('.') {
            Some((stem, ending)) => format!("{stem}.{}.{ending}", &hash[..LENGTH]),
            None => format!("{flat}.{}", &hash[..LENGTH]),
        };
        Self {
            name: name.to_owned(),
            file_name,
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
    let mut scripts = Scripts {
        files: &files.scripts,
        sources,
        made: BTreeMap::new(),
        open: Vec::new(),
    };
    for file in &files.scripts {
        scripts.make(file, diagnostics);
    }
    assets.extend(scripts.made.into_values());
    assets.sort_by(|one, other| one.name.cmp(&other.name));
    (assets, css)
}

/// Scripts load one another by name (`"./name.js"`), so a script can only get its fingerprint after those it loads.
struct Scripts<'a> {
    files: &'a [ThemeFile],
    sources: &'a SourceMap,
    made: BTreeMap<&'a str, Asset>,
    open: Vec<&'a str>,
}

impl<'a> Scripts<'a> {
    fn make(&mut self, file: &'a ThemeFile, diagnostics: &mut Vec<Diagnostic>) {
        if self.made.contains_key(file.name.as_str()) {
            return;
        }
        self.open.push(&file.name);
        let mut text = self.sources.text(file.file).to_owned();
        for other in self.files {
            for quote in ['"', '\''] {
                let written = format!("{quote}./{}{quote}", other.name);
                let Some(at) = text.find(&written) else {
                    continue;
                };
                if self.open.contains(&other.name.as_str()) {
                    let place = Place::new(file.file, at..at + written.len());
                    diagnostics.push(
                        Diagnostic::new(E0806, place, "these scripts load one another in a circle")
                            .help("move what both need to a third script"),
                    );
                    continue;
                }
                self.make(other, diagnostics);
                let published = &self.made[other.name.as_str()].file_name;
                text = text.replace(&written, &format!("{quote}./{published}{quote}"));
            }
        }
        self.open.pop();
        self.made
            .insert(&file.name, Asset::new(&file.name, text.into_bytes()));
    }
}
