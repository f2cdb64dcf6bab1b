//! A region in a scratch folder, and the program held to a time and an amount of memory.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Longer than any run takes on a machine that does much else; a run that hangs is ended and fails.
const PATIENCE: Duration = Duration::from_mins(2);
/// What a run may address, in KiB: 3 GiB, threads and all. A file of a gigabyte that is read whole does not fit.
const MEMORY: u32 = 3 * 1024 * 1024;

pub(crate) struct Desk {
    folder: TempDir,
}

/// What the program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn succeeded(self) -> Self {
        assert_eq!(self.code, Some(0), "{}{}", self.out, self.err);
        self
    }

    /// Demands an error of the material with this code at a place that begins so, and what to do.
    pub(crate) fn refused(self, code: &str, place: &str) -> Self {
        assert_eq!(self.code, Some(1), "{}{}", self.out, self.err);
        let line = self.out.lines().find(|line| line.contains(code));
        let line = line.unwrap_or_else(|| panic!("no {code}: {}{}", self.out, self.err));
        assert!(line.starts_with(place), "{line}");
        assert!(line.contains("; "), "what to do: {line}");
        self
    }
}

impl Desk {
    /// The small region of the tests.
    pub(crate) fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
        };
        copy(
            &repository().join("tests/region/content"),
            &desk.path("content"),
        );
        desk
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("`{path}`: {error}"))
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.path(path);
        let folder = file.parent().expect("a file stands in a folder");
        fs::create_dir_all(folder).expect("a folder can be made");
        fs::write(file, text).expect("a file can be written");
    }

    /// Replaces a text that must be there.
    pub(crate) fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "`{path}` does not hold `{from}`");
        self.write(path, text.replacen(from, to, 1));
    }

    /// A file of so many zeros, which takes no room on the disk.
    pub(crate) fn sparse(&self, path: &str, bytes: u64) {
        let file = File::create(self.path(path)).expect("a file can be made");
        file.set_len(bytes).expect("a file can have holes");
    }

    pub(crate) fn check(&self) -> Run {
        self.run(&["check", "--lang", "en", "--format", "concise"])
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a run that hangs is stopped by the clock"
    )]
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let said = |name: &str| File::create(self.path(name)).expect("a file can be made");
        let mut child = Command::new("bash")
            .args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"")])
            .arg(env!("CARGO_BIN_EXE_keuzewijzer"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("LC_ALL", "C")
            .env("RAYON_NUM_THREADS", "2")
            .stdin(Stdio::null())
            .stdout(said("said.out"))
            .stderr(said("said.err"))
            .spawn()
            .unwrap();
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if begun.elapsed() > PATIENCE {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("{arguments:?} hangs");
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        Run {
            code: status.code(),
            out: self.read("said.out"),
            err: self.read("said.err"),
        }
    }
}

pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A page of text with this body.
pub(crate) fn page(body: &str) -> String {
    format!("+++\ntitle = \"Privacy\"\ndescription = \"Privacy.\"\n+++\n{body}\n")
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
