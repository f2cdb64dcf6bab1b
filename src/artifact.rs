//! A finished file, on its way from `render` to `publish`.

/// A file of the site. `path` is relative to the published folder, with `/` between its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Where it goes: `apeldoorn/hulp/index.html`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}
