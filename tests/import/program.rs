//! The program itself, run on a desk.

use std::path::Path;
use std::process::Command;

use super::desk::Desk;

/// What the program said and how it ended.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) errors: String,
    pub(crate) code: Option<i32>,
}

impl Said {
    /// The lines with a problem.
    pub(crate) fn problems(&self) -> Vec<&str> {
        let lines = self.out.lines();
        lines.filter(|line| line.contains("]: ")).collect()
    }

    /// The three numbers of the first line of the summary: read, imported, reported.
    pub(crate) fn counts(&self) -> [usize; 3] {
        let line = self
            .errors
            .lines()
            .find(|line| line.contains(" records read: "));
        let line = line.unwrap_or_else(|| panic!("a summary\n{}{}", self.out, self.errors));
        let numbers: Vec<usize> = line
            .split(|character: char| !character.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        [numbers[0], numbers[1], numbers[2]]
    }
}

/// Runs `keuzewijzer import` in a folder, with its problems one to a line on standard output.
pub(crate) fn import(folder: &Path, arguments: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_keuzewijzer"))
        .env("LC_ALL", "C")
        .current_dir(folder)
        .env("LC_ALL", "C")
        .arg("import")
        .args(arguments)
        .args(["--format", "concise"])
        .output()
        .unwrap();
    Said {
        out: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code(),
    }
}

impl Desk {
    /// Imports a file of the desk by a mapping.
    pub(crate) fn import(&self, map: &str, file: &str) -> Said {
        import(&self.path(""), &["--map", map, file])
    }
}
