//! A small region in a scratch folder, and the program in it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// Every file of a folder by its path in it; folders too, with nothing.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

pub(crate) struct Desk {
    folder: TempDir,
}

/// What the program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn succeeded(self) -> Self {
        assert_eq!(self.code, Some(0), "{}", self.err);
        self
    }
}

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_keuzewijzer");

impl Desk {
    /// Nothing; in memory where the machine has that, so that flushing costs nothing.
    pub(crate) fn empty() -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() {
            tempfile::tempdir_in(memory)
        } else {
            tempfile::tempdir()
        };
        Self {
            folder: folder.unwrap(),
        }
    }

    /// The small region and the default theme.
    pub(crate) fn new() -> Self {
        let desk = Self::empty();
        for (from, to) in [("tests/region/content", "content"), ("themes", "themes")] {
            copy(
                &Path::new(env!("CARGO_MANIFEST_DIR")).join(from),
                &desk.path(to),
            );
        }
        desk
    }

    pub(crate) fn copy(&self) -> Self {
        let other = Self::empty();
        copy(self.folder.path(), other.folder.path());
        other
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn change(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(from), "`{path}` does not hold `{from}`");
        fs::write(self.path(path), text.replace(from, to)).unwrap();
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        run(&mut self.command(arguments))
    }

    /// A folder below, with all that is hidden.
    pub(crate) fn tree(&self, path: &str) -> Tree {
        tree(&self.path(path))
    }

    /// Lets everybody in.
    pub(crate) fn open_to_all(&self) {
        fs::set_permissions(self.folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    }
}

/// Runs a command to its end.
pub(crate) fn run(command: &mut Command) -> Run {
    let output = command.stderr(Stdio::piped()).output().unwrap();
    Run {
        code: output.status.code(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub(crate) fn tree(top: &Path) -> Tree {
    walkdir::WalkDir::new(top)
        .min_depth(1)
        .into_iter()
        .filter_map(Result::ok)
        .map(|entry| {
            let inside = entry.path().strip_prefix(top).unwrap();
            let bytes = if entry.file_type().is_file() {
                fs::read(entry.path()).unwrap()
            } else {
                Vec::new()
            };
            (inside.to_str().unwrap().to_owned(), bytes)
        })
        .collect()
}

/// The paths at which two trees differ.
pub(crate) fn unlike(one: &Tree, other: &Tree) -> Vec<String> {
    let paths = one.keys().chain(other.keys());
    let mut unlike: Vec<String> = paths
        .filter(|path| one.get(*path) != other.get(*path))
        .cloned()
        .collect();
    unlike.sort();
    unlike.dedup();
    unlike
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// How many moments are tried of each kind: a few, or as many as the environment asks for.
#[expect(
    clippy::disallowed_methods,
    reason = "how `tests/faults.sh` asks for more"
)]
pub(crate) fn moments(usual: u32) -> u32 {
    std::env::var("KEUZEWIJZER_FAULTS").map_or(usual, |number| number.parse().unwrap())
}

/// Says that a test is skipped, also when it passes: past the place where the harness keeps what tests say.
pub(crate) fn skipped(test: &str, why: &str) {
    let words = format!("\nSKIPPED: {test}: {why}\n");
    std::io::stderr().write_all(words.as_bytes()).unwrap();
}

/// Says on standard error what was tried.
pub(crate) fn told(words: &str) {
    std::io::stderr()
        .write_all(format!("{words}\n").as_bytes())
        .unwrap();
}

/// Whether this user may mount in a namespace of its own.
pub(crate) fn may_mount(test: &str) -> bool {
    let mut command = Command::new("unshare");
    command.args(["-m", "--", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
    let may = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !may {
        skipped(test, "it needs root, and the right to mount (`unshare -m`)");
    }
    may
}
