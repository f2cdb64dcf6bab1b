//! A small region in a scratch folder, and the program in it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

#[path = "../desk/copy.rs"]
mod copy;
#[path = "../desk/program.rs"]
mod program;
#[path = "../desk/region.rs"]
mod region;

use copy::copy_folder;
pub(crate) use program::{Desk, PROGRAM, Run, run};

/// Every file of a folder by its path in it; folders too, with nothing.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

impl Desk {
    /// The small region and the default theme.
    pub(crate) fn with_themes() -> Self {
        let desk = Self::new();
        let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
        copy_folder(&themes, &desk.path("themes"));
        desk
    }

    pub(crate) fn copy(&self) -> Self {
        let other = Self::empty();
        copy_folder(self.folder.path(), other.folder.path());
        other
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        run(self.command(PROGRAM).args(arguments))
    }

    /// Starts the program, and lets it speak to nobody.
    pub(crate) fn start(&self, arguments: &[&str]) -> Child {
        let mut command = self.command(PROGRAM);
        command.args(arguments);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
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
