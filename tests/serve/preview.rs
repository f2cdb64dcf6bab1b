//! A preview of a region in a scratch folder, and a browser that knows as little of HTTP as it can.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

#[path = "../desk/copy.rs"]
mod copy;

use copy::copy_folder;

/// How long an answer may take on a machine that does much else.
const PATIENCE: Duration = Duration::from_mins(1);

/// A preview that runs. Dropping it ends it.
pub(crate) struct Preview {
    folder: TempDir,
    program: Child,
    /// `127.0.0.1:40123`
    pub(crate) address: String,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// By name in lower case.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Answer {
    /// The version of the sites that a page was made in.
    pub(crate) fn version(&self) -> &str {
        let (_, rest) = self.body.split_once("data-version=\"").expect("a page");
        rest.split_once('"').expect("a value ends").0
    }

    /// What is said of problems; empty when there are none.
    pub(crate) fn problems(&self) -> &str {
        const STRIP: &str = "<aside class=\"keuzewijzer-preview\"";
        self.body
            .find(STRIP)
            .map_or("", |at| self.body.get(at..).unwrap())
    }
}

impl Preview {
    /// Previews the small region, with themes that may be changed.
    pub(crate) fn start() -> Self {
        Self::start_after(|_| ())
    }

    /// As [`Self::start`], after something in the scratch folder was changed.
    pub(crate) fn start_after(change: impl Fn(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy_folder(
            &repository.join("tests/region/content"),
            &folder.path().join("content"),
        );
        copy_folder(&repository.join("themes"), &folder.path().join("themes"));
        change(folder.path());
        let mut program = command(folder.path())
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let said = program.stdout.take().unwrap();
        BufReader::new(said).read_line(&mut line).unwrap();
        let address = line
            .trim()
            .strip_prefix("http://")
            .and_then(|rest| rest.strip_suffix('/'))
            .unwrap_or_else(|| panic!("it said `{line}`"))
            .to_owned();
        Self {
            folder,
            program,
            address,
        }
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Replaces a text that must be there, and saves as an editor does: beside it, and then in its place.
    pub(crate) fn change(&self, path: &str, from: &str, to: &str) {
        let file = self.path(path);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "`{path}` does not hold `{from}`");
        let beside = file.with_extension("saving~");
        fs::write(&beside, text.replace(from, to)).unwrap();
        fs::rename(beside, file).unwrap();
    }

    pub(crate) fn ask(&self, path: &str) -> Answer {
        let (host, _) = self.address.split_once(':').unwrap();
        self.ask_as(path, host)
    }

    /// Asks under the name of another host.
    pub(crate) fn ask_as(&self, path: &str, host: &str) -> Answer {
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        ))
    }

    pub(crate) fn send(&self, question: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(question.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").expect("an answer has a head");
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap();
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_lowercase(), value.to_owned())
        });
        Answer {
            status: status.parse().unwrap(),
            headers: headers.collect(),
            body: body.to_owned(),
        }
    }

    /// Waits as a page does until there is another version than this one.
    pub(crate) fn wait_for_another(&self, version: &str) {
        for _ in 0..10 {
            let answer = self.ask(&format!("/.keuzewijzer/changes?since={version}"));
            assert_eq!(answer.headers["content-type"], "text/event-stream");
            if answer.body.contains("event: change") {
                return;
            }
        }
        panic!("there was no other version than {version}");
    }

    /// A page as it is after a change.
    pub(crate) fn ask_after(&self, path: &str, change: impl FnOnce(&Self)) -> Answer {
        let before = self.ask(path);
        change(self);
        self.wait_for_another(before.version());
        self.ask(path)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// The program's `serve` in a folder with `content/` and `themes/`.
pub(crate) fn command(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_keuzewijzer"));
    program
        .current_dir(folder)
        .env("LC_ALL", "C")
        .args(["serve", "--date", "2026-11-15"]);
    program
}
