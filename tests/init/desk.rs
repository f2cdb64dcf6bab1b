//! An empty folder with nothing but the program.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Four municipalities in the form of the national list.
pub(crate) const LIST: &str = "\
Gemeentecode,Gemeentenaam,Provincienaam,Jeugdzorgregio
0014,Groningen,Groningen,Groningen
1895,Oldambt,Groningen,Groningen
0200,Apeldoorn,Gelderland,Midden IJssel-Oost Veluwe
0796,'s-Hertogenbosch,Noord-Brabant,Noord-Oost Brabant
";

pub(crate) struct Desk {
    folder: TempDir,
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
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A desk on which the national list lies.
    pub(crate) fn with_list() -> Self {
        let desk = Self::new();
        desk.write("gemeenten.csv", LIST);
        desk
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
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

    /// Every file and folder, by its path.
    pub(crate) fn everything(&self) -> Vec<String> {
        let mut paths: Vec<String> = walkdir::WalkDir::new(self.folder.path())
            .min_depth(1)
            .into_iter()
            .map(|entry| {
                let entry = entry.unwrap();
                let path = entry.path().strip_prefix(self.folder.path()).unwrap();
                path.to_str().unwrap().to_owned()
            })
            .collect();
        paths.sort();
        paths
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        run(self.command().args(arguments).stdin(Stdio::null()))
    }

    /// Runs it in a folder of the desk.
    pub(crate) fn run_in(&self, folder: &str, arguments: &[&str]) -> Run {
        let mut command = self.command();
        command.current_dir(self.path(folder));
        run(command.args(arguments).stdin(Stdio::null()))
    }

    /// Runs it with these answers, one a line.
    pub(crate) fn answer(&self, arguments: &[&str], answers: &str) -> Run {
        let mut child = self
            .command()
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(answers.as_bytes()).unwrap();
        drop(stdin);
        ended(child.wait_with_output().unwrap())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(program());
        command.current_dir(self.folder.path()).env("LC_ALL", "C");
        command
    }
}

pub(crate) fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_keuzewijzer"))
}

pub(crate) fn run(command: &mut Command) -> Run {
    ended(command.output().unwrap())
}

fn ended(output: Output) -> Run {
    Run {
        code: output.status.code().expect("nobody killed it"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
