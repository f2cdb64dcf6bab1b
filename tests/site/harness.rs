//! A region in a scratch folder: copy a fixture, change it, run the program, look at what it says and publishes.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

#[path = "../desk/copy.rs"]
mod copy;
#[path = "../desk/memory.rs"]
mod memory;

pub(crate) use copy::copy_folder;

/// Every published file by its path, with its bytes.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// A copy of a fixture that a test may change: `content/`, `themes/` once that is asked for, and the target `public/`.
pub(crate) struct Region {
    folder: TempDir,
    themes: PathBuf,
}

impl Region {
    /// The smallest region without problems: two municipalities, two providers.
    pub(crate) fn small() -> Self {
        Self::of(&repository().join("tests/region/content"))
    }

    /// The region of the demonstration.
    pub(crate) fn demo() -> Self {
        Self::of(&repository().join("content"))
    }

    fn of(content: &Path) -> Self {
        let folder = memory::folder_in_memory();
        copy_folder(content, &folder.path().join("content"));
        Self {
            folder,
            themes: repository().join("themes"),
        }
    }

    /// A theme of its own that extends the default one, and is used.
    pub(crate) fn with_theme(self, name: &str) -> Self {
        let mut region = self;
        region.themes = region.folder.path().join("themes");
        copy_folder(&repository().join("themes"), &region.themes);
        region.write(&format!("themes/{name}/theme.toml"), &own_settings());
        region.change(
            "content/site.toml",
            "theme = \"default\"",
            &format!("theme = \"{name}\""),
        );
        region
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn target(&self) -> PathBuf {
        self.path("public")
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        let file = self.path(path);
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }

    /// Replaces a text that must be there.
    pub(crate) fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "`{path}` does not hold `{from}`");
        self.write(path, &text.replace(from, to));
    }

    pub(crate) fn append(&self, path: &str, text: &str) {
        self.write(path, &format!("{}{text}", self.read(path)));
    }

    pub(crate) fn build(&self) -> Run {
        self.build_with(&[])
    }

    pub(crate) fn build_with(&self, arguments: &[&str]) -> Run {
        run(self.command("build").args(arguments))
    }

    pub(crate) fn check_with(&self, arguments: &[&str]) -> Run {
        run(self.command("check").args(arguments))
    }

    /// The program on this region, in its folder.
    pub(crate) fn command(&self, command: &str) -> Command {
        let mut program = keuzewijzer();
        program
            .current_dir(self.folder.path())
            .arg(command)
            .arg("--themes")
            .arg(&self.themes);
        program
    }

    pub(crate) fn tree(&self) -> Tree {
        tree(&self.target())
    }

    /// The number of each file on the disk: a file that was written again has another one.
    pub(crate) fn inodes(&self) -> BTreeMap<String, u64> {
        files(&self.target())
            .map(|(path, file)| (path, fs::metadata(file).unwrap().ino()))
            .collect()
    }

    /// What stands beside the target, without the lock and what is remembered.
    pub(crate) fn left_overs(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with('.'))
            .filter(|name| {
                ![".public.lock", ".public.shown", ".public.state"].contains(&name.as_str())
            })
            .collect();
        names.sort();
        names
    }
}

/// `theme.toml` of a theme that changes some files of the default one.
fn own_settings() -> String {
    let settings = fs::read_to_string(repository().join("themes/default/theme.toml")).unwrap();
    format!("extends = \"default\"\n{settings}")
}

/// What the program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn succeeded(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self
    }

    /// The problems of `--format json`.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let list: Vec<serde_json::Value> = serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("{error} in {}{}", self.out, self.err));
        let problem = |value: &serde_json::Value| {
            let text = |key: &str| value[key].as_str().unwrap().to_owned();
            Problem {
                code: text("code"),
                path: text("path"),
                line: value["line"].as_u64().unwrap(),
                column: value["column"].as_u64().unwrap(),
                message: text("message"),
            }
        };
        list.iter().map(problem).collect()
    }
}

/// One problem as programs read it.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) code: String,
    pub(crate) path: String,
    pub(crate) line: u64,
    pub(crate) column: u64,
    pub(crate) message: String,
}

pub(crate) fn run(command: &mut Command) -> Run {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    Run {
        code: status.code().expect("nobody killed it"),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

pub(crate) fn keuzewijzer() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keuzewijzer"));
    command.env("LC_ALL", "C");
    command
}

pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of a published folder, the manifest too.
pub(crate) fn tree(folder: &Path) -> Tree {
    files(folder)
        .map(|(path, file)| (path, fs::read(file).unwrap()))
        .collect()
}

fn files(folder: &Path) -> impl Iterator<Item = (String, PathBuf)> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(move |entry| {
            let inside = entry.path().strip_prefix(folder).unwrap();
            (inside.to_str().unwrap().to_owned(), entry.path().to_owned())
        })
}

/// Whether a published path ends in this, such as `html`.
pub(crate) fn ends_in(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|own| own == ending)
}

/// The paths that are not the same in both, for a message that can be read.
pub(crate) fn differences(one: &Tree, other: &Tree) -> Vec<String> {
    let paths: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    paths
        .into_iter()
        .filter(|path| one.get(*path) != other.get(*path))
        .cloned()
        .collect()
}
