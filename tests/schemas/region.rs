//! A small region of which one file is replaced, and what the program says of that file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use jiff::civil::date;
use keuzewijzer::diagnostics::{Language, SourceMap, render};
use keuzewijzer::model::validate::validate;
use keuzewijzer::sources;
use serde_json::Value;
use tempfile::TempDir;

#[path = "../desk/copy.rs"]
mod copy;
#[path = "../desk/memory.rs"]
mod memory;

use copy::copy_folder;
use memory::folder_in_memory;

/// One problem, as programs read it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl Problem {
    /// The words in backticks that the help names.
    pub(crate) fn named(&self) -> BTreeSet<String> {
        let parts = self.help.split('`').skip(1).step_by(2);
        parts.map(str::to_owned).collect()
    }
}

/// The region.
pub(crate) struct Region {
    folder: TempDir,
    /// The file that is replaced.
    path: &'static str,
    before: BTreeMap<Problem, usize>,
}

pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl Region {
    /// The small region, with another language, and a file in it that is replaced by `text` to begin with.
    pub(crate) fn with(path: &'static str, text: &str) -> Self {
        let folder = folder_in_memory();
        copy_folder(&repository().join("tests/region/content"), folder.path());
        let site = folder.path().join("site.toml");
        let settings = fs::read_to_string(&site).unwrap();
        fs::write(&site, format!("other_languages = [\"en\"]\n{settings}")).unwrap();
        let mut region = Self {
            folder,
            path,
            before: BTreeMap::new(),
        };
        for problem in region.problems(text) {
            *region.before.entry(problem).or_insert(0) += 1;
        }
        region
    }

    /// What is said of the file as it was to begin with.
    pub(crate) fn at_first(&self) -> impl Iterator<Item = &Problem> {
        self.before.keys()
    }

    /// What is said of the file with this text, and was not said to begin with.
    pub(crate) fn new_problems(&self, text: &str) -> Vec<Problem> {
        let mut before = self.before.clone();
        let mut new = self.problems(text);
        new.retain(|problem| match before.get_mut(problem) {
            Some(count @ 1..) => {
                *count -= 1;
                false
            }
            Some(0) | None => true,
        });
        new
    }

    fn problems(&self, text: &str) -> Vec<Problem> {
        fs::write(self.folder.path().join(self.path), text).unwrap();
        let (mut files, mut found) = (SourceMap::default(), Vec::new());
        let material = sources::read(self.folder.path(), &mut files, &mut found).unwrap();
        let today = date(2026, 11, 15);
        found.extend(validate(&material, Some(today), today).diagnostics);
        let json: Value =
            serde_json::from_str(&render::json(&found, &files, Language::English)).unwrap();
        let problems = json.as_array().unwrap().iter();
        problems
            .filter(|problem| problem["path"].as_str().unwrap().ends_with(self.path))
            .map(|problem| Problem {
                code: problem["code"].as_str().unwrap().to_owned(),
                message: problem["message"].as_str().unwrap().to_owned(),
                help: problem["help"].to_string(),
            })
            .collect()
    }
}
