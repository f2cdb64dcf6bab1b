//! The small region of the tests on a desk.

use std::path::Path;

use super::Desk;
use super::copy::copy_folder;

impl Desk {
    /// The content of the small region.
    pub(crate) fn new() -> Self {
        let desk = Self::empty();
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/region/content");
        copy_folder(&content, &desk.path("content"));
        desk
    }

    /// Replaces a text that must be there.
    pub(crate) fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "`{path}` does not hold `{from}`");
        self.write(path, text.replacen(from, to, 1));
    }
}
