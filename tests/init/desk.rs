//! An empty folder with nothing but the program.

use std::io::Write;
use std::process::Stdio;

#[path = "../desk/program.rs"]
mod program;

pub(crate) use program::{Desk, PROGRAM, Run, run};

/// Four municipalities in the form of the national list.
pub(crate) const LIST: &str = "\
Gemeentecode,Gemeentenaam,Provincienaam,Jeugdzorgregio
0014,Groningen,Groningen,Groningen
1895,Oldambt,Groningen,Groningen
0200,Apeldoorn,Gelderland,Midden IJssel-Oost Veluwe
0796,'s-Hertogenbosch,Noord-Brabant,Noord-Oost Brabant
";

impl Desk {
    /// A desk on which the national list lies.
    pub(crate) fn with_list() -> Self {
        let desk = Self::empty();
        desk.write("gemeenten.csv", LIST);
        desk
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
        run(self.command(PROGRAM).args(arguments))
    }

    /// Runs it in a folder of the desk.
    pub(crate) fn run_in(&self, folder: &str, arguments: &[&str]) -> Run {
        let mut command = self.command(PROGRAM);
        run(command.args(arguments).current_dir(self.path(folder)))
    }

    /// Runs it with these answers, one a line.
    pub(crate) fn answer(&self, arguments: &[&str], answers: &str) -> Run {
        let mut child = self
            .command(PROGRAM)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(answers.as_bytes()).unwrap();
        drop(stdin);
        Run::of(child.wait_with_output().unwrap())
    }
}
