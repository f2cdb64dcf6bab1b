//! The pages of the book, as `docs/SUMMARY.md` lists them.

use std::fs;
use std::path::{Path, PathBuf};

/// A page: its path below `docs/`, with `/` between the parts, and its text.
pub(crate) struct Page {
    pub(crate) path: String,
    pub(crate) text: String,
}

pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn docs() -> PathBuf {
    repository().join("docs")
}

/// The paths that the summary lists, in its order.
pub(crate) fn listed() -> Vec<String> {
    let summary = fs::read_to_string(docs().join("SUMMARY.md")).unwrap();
    let paths: Vec<String> = summary
        .split("](")
        .skip(1)
        .map(|rest| rest.split(')').next().unwrap().to_owned())
        .collect();
    assert!(paths.len() > 10, "the summary lists pages");
    paths
}

/// Every page of the book that is there, and the README of the project.
pub(crate) fn pages() -> Vec<Page> {
    let mut pages: Vec<Page> = listed()
        .into_iter()
        .filter_map(|path| {
            let text = fs::read_to_string(docs().join(&path)).ok()?;
            Some(Page { path, text })
        })
        .collect();
    let text = fs::read_to_string(repository().join("README.md")).unwrap();
    pages.push(Page {
        path: "../README.md".to_owned(),
        text,
    });
    pages
}
