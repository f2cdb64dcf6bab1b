//! A folder in which the commands of one page run, one block after the other, as its reader would type them.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

#[path = "../desk/copy.rs"]
mod copy;

use crate::book::repository;
use copy::copy_folder;

/// What stands for `cargo` in the commands of a checkout: everything behind `--` is a command of the program.
const CARGO: &str =
    "#!/bin/sh\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec keuzewijzer \"$@\"\n";

/// Where a page publishes to on a real server; here it lies inside the scratch folder.
const SERVER: &str = "/var/www/";

pub(crate) struct Scratch {
    folder: TempDir,
    /// Where the reader stands now.
    here: PathBuf,
}

impl Scratch {
    /// An empty folder with the program on the path; with the region of the tests as `content/` when it is asked for.
    pub(crate) fn new(has_region: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path();
        for name in ["bin", "home", "desk", "var/www"] {
            fs::create_dir_all(top.join(name)).unwrap();
        }
        symlink(
            env!("CARGO_BIN_EXE_keuzewijzer"),
            top.join("bin/keuzewijzer"),
        )
        .unwrap();
        let cargo = top.join("bin/cargo");
        fs::write(&cargo, CARGO).unwrap();
        fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
        let here = top.join("desk");
        if has_region {
            let region = repository().join("tests/region/content");
            copy_folder(&region, &here.join("content"));
        }
        Self { folder, here }
    }

    /// Runs a block in the folder where the block before it ended; its code, and all it said.
    pub(crate) fn run(&mut self, block: &str) -> (i32, String) {
        let top = self.folder.path();
        let server = top.join("var/www").display().to_string();
        let block = block.replace(SERVER, &format!("{server}/"));
        let ended_in = top.join("ended-in");
        let script = format!(
            "exec 2>&1\nPATH={}:$PATH\n{block}\npwd > {}\n",
            top.join("bin").display(),
            ended_in.display()
        );
        let output = Command::new("bash")
            .args(["-euo", "pipefail", "-c", &script])
            .current_dir(&self.here)
            .env("HOME", top.join("home"))
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        if let Ok(folder) = fs::read_to_string(&ended_in) {
            self.here = PathBuf::from(folder.trim());
            fs::remove_file(&ended_in).unwrap();
        }
        let said = String::from_utf8(output.stdout).unwrap();
        let code = output.status.code().expect("nobody killed it");
        (code, said.replace(&server, "/var/www"))
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let file = self.here.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}
