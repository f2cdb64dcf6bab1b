//! A folder to publish in, and what a visitor finds there.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use keuzewijzer::artifact::Artifact;
use keuzewijzer::publish::{Report, Stage, Summary, is_current};
use tempfile::TempDir;

#[path = "../desk/memory.rs"]
mod memory;

/// A scratch folder with a target in it.
pub(crate) struct Scratch {
    pub(crate) folder: TempDir,
}

impl Scratch {
    pub(crate) fn new() -> Self {
        Self {
            folder: memory::folder_in_memory(),
        }
    }

    pub(crate) fn target(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    pub(crate) fn publish(&self, files: &[(&str, &str)]) -> Report {
        let stage = Stage::open(&self.target()).unwrap();
        stage.put(&artifacts(files)).unwrap();
        stage.publish(&[1; 32]).unwrap()
    }

    pub(crate) fn is_current(&self) -> Option<Summary> {
        is_current(&self.target(), &[1; 32]).unwrap()
    }

    pub(crate) fn inode(&self, path: &str) -> u64 {
        fs::metadata(self.target().join(path)).unwrap().ino()
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.target().join(path).exists()
    }

    /// What stands beside the target, without the lock and the state.
    pub(crate) fn left_overs(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| ![".public.lock", ".public.state", "public"].contains(&name.as_str()))
            .collect();
        names.sort();
        names
    }
}

pub(crate) fn artifacts(files: &[(&str, &str)]) -> Vec<Artifact> {
    let artifact = |(path, text): &(&str, &str)| Artifact {
        path: (*path).to_owned(),
        bytes: text.as_bytes().to_owned(),
    };
    files.iter().map(artifact).collect()
}

/// The path of every file of a folder, without our own folder.
pub(crate) fn paths(folder: &Path) -> Vec<String> {
    let mut paths: Vec<String> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let inside = entry.path().strip_prefix(folder).unwrap();
            inside.to_str().unwrap().to_owned()
        })
        .filter(|path| !path.starts_with(".keuzewijzer/"))
        .collect();
    paths.sort();
    paths
}

/// Every file of a folder with its text, without our own folder.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, String> {
    let text = |path: &String| fs::read_to_string(folder.join(path)).unwrap();
    let paths = paths(folder).into_iter();
    paths.map(|path| (path.clone(), text(&path))).collect()
}
