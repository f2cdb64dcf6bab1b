//! The site of the demonstration, built once for all tests that read it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::harness::{Tree, ends_in, keuzewijzer, repository, run, tree};

/// A published site with the content it was made from.
pub(crate) struct Site {
    pub(crate) content: PathBuf,
    pub(crate) tree: Tree,
}

/// The demonstration.
pub(crate) fn demo() -> &'static Site {
    static DEMO: OnceLock<Site> = OnceLock::new();
    DEMO.get_or_init(|| build("demo", &repository().join("themes")))
}

/// Builds the content of the demonstration with other themes.
pub(crate) fn build(name: &str, themes: &Path) -> Site {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("site-{name}"));
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    let content = repository().join("content");
    let target = folder.join("public");
    run(keuzewijzer()
        .arg("build")
        .args([Path::new("--content"), &content])
        .args([Path::new("--themes"), themes])
        .args([Path::new("--target"), &target]))
    .succeeded();
    let tree = tree(&target);
    fs::remove_dir_all(&folder).unwrap();
    Site { content, tree }
}

impl Site {
    pub(crate) fn text(&self, path: &str) -> &str {
        let bytes = self.tree.get(path);
        let bytes = bytes.unwrap_or_else(|| panic!("`{path}` is not published"));
        std::str::from_utf8(bytes).unwrap()
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.tree.contains_key(path)
    }

    /// Pages of the whole region: (path, HTML).
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.tree
            .keys()
            .filter(|path| ends_in(path, "html"))
            .map(|path| (path.as_str(), self.text(path)))
    }

    /// The folders of the municipalities.
    pub(crate) fn municipalities(&self) -> Vec<&str> {
        self.tree
            .keys()
            .filter_map(|path| path.strip_suffix("/404.html"))
            .collect()
    }
}
