//! A finished file, on its way from `render` to `publish`.

/// A file of the site. `path` is relative to the published folder, with `/` between its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Where it goes: `apeldoorn/hulp/index.html`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Names of the two files of a search index, below `assets/`, each with a fingerprint of what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFiles {
    /// The file that answers first.
    pub core: String,
    /// The file with the words of the whole texts.
    pub texts: String,
}

impl IndexFiles {
    /// The names for what the files hold.
    #[must_use]
    pub fn of(core: &[u8], texts: &[u8]) -> Self {
        Self {
            core: fingerprinted("search-core.bin", core),
            texts: fingerprinted("search-texts.bin", texts),
        }
    }
}

/// A file name with a fingerprint of what the file holds before its ending, so that browsers may keep it for ever.
#[must_use]
pub fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    const LENGTH: usize = 10;
    let hash = blake3::hash(bytes).to_hex();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{}.{ending}", &hash[..LENGTH]),
        None => format!("{name}.{}", &hash[..LENGTH]),
    }
}
