//! A region in a scratch folder, and the program held to a time and an amount of memory.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

#[path = "../desk/copy.rs"]
mod copy;
#[path = "../desk/program.rs"]
mod program;
#[path = "../desk/region.rs"]
mod region;

pub(crate) use program::{Desk, Run};
use program::{PROGRAM, run};

/// Longer than any run takes on a machine that does much else, in seconds; a run that hangs is ended and fails.
const PATIENCE: &str = "120";
/// What `timeout` ends with when it ended the run by force.
const HANGS: i32 = 137;
/// What a run may address, in KiB: 3 GiB, threads and all. A file of a gigabyte that is read whole does not fit.
const MEMORY: u32 = 3 * 1024 * 1024;

impl Run {
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
    /// A file of so many zeros, which takes no room on the disk.
    pub(crate) fn sparse(&self, path: &str, bytes: u64) {
        let file = File::create(self.path(path)).expect("a file can be made");
        file.set_len(bytes).expect("a file can have holes");
    }

    /// A pipe, into which nobody writes.
    pub(crate) fn pipe(&self, path: &str) {
        let made = Command::new("mkfifo").arg(self.path(path)).status();
        assert!(made.unwrap().success());
    }

    /// A theme of the region that takes all it has not from the default one.
    pub(crate) fn theme(&self) {
        let site = "content/site.toml";
        self.change(site, "theme = \"default\"", "theme = \"own\"");
        let settings = theme_file("theme.toml");
        self.write(
            "themes/own/theme.toml",
            format!("extends = \"default\"\n{settings}"),
        );
    }

    /// Puts something at the start of the main part of the pages of text.
    pub(crate) fn template(&self, planted: &str) {
        let text = theme_file("templates/text.html");
        let main = "{% block main %}";
        assert!(text.contains(main));
        let text = text.replacen(main, &format!("{main}\n{planted}"), 1);
        self.write("themes/own/templates/text.html", text);
    }

    pub(crate) fn check(&self) -> Run {
        self.run(&["check", "--lang", "en", "--format", "concise"])
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let limited = format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"");
        let mut command = self.command("timeout");
        command
            .args(["--foreground", "--signal=KILL", PATIENCE])
            .args(["bash", "-c", &limited])
            .arg(PROGRAM)
            .args(arguments)
            .env("RAYON_NUM_THREADS", "2");
        let run = run(&mut command);
        assert_ne!(run.code, Some(HANGS), "{arguments:?} hangs");
        run
    }
}

/// A file of the default theme.
pub(crate) fn theme_file(path: &str) -> String {
    let file = repository().join("themes/default").join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("`{path}`: {error}"))
}

pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A page of text with this body.
pub(crate) fn page(body: &str) -> String {
    format!("+++\ntitle = \"Privacy\"\ndescription = \"Privacy.\"\n+++\n{body}\n")
}
