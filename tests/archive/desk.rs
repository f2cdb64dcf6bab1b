//! A region in a scratch folder, published and archived; and archives read and forged without the program.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::OnceLock;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

#[path = "../desk/copy.rs"]
mod copy;
#[path = "../desk/program.rs"]
mod program;
#[path = "../desk/region.rs"]
mod region;

use copy::copy_folder;
pub(crate) use program::{Desk, Run};
use program::{PROGRAM, run};

/// One file of an archive, as the forger writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) kind: tar::EntryType,
}

impl Desk {
    /// A region that is published.
    pub(crate) fn published() -> Self {
        let desk = Self::archived();
        fs::remove_file(desk.path("a.tar.gz")).unwrap();
        desk
    }

    /// A region that is published, and archived in `a.tar.gz`: a copy of one that was made once.
    pub(crate) fn archived() -> Self {
        static MADE: OnceLock<Desk> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let desk = Self::new();
            desk.run(&["build", "--archive", "a.tar.gz"]).succeeded();
            desk
        });
        let desk = Self::empty();
        copy_folder(made.folder.path(), desk.folder.path());
        desk
    }

    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).unwrap()
    }

    /// The program in this folder. `build` and `archive` get the themes of the repository.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let mut command = self.command(PROGRAM);
        command.args(arguments);
        if ["build", "archive"].contains(&arguments[0]) {
            command.arg("--themes").arg(repository().join("themes"));
        }
        run(&mut command)
    }

    /// Every published file by its path, the list of them too.
    pub(crate) fn public(&self) -> BTreeMap<String, Vec<u8>> {
        let top = self.path("public");
        walkdir::WalkDir::new(&top)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let inside = entry.path().strip_prefix(&top).unwrap();
                (
                    inside.to_str().unwrap().to_owned(),
                    fs::read(entry.path()).unwrap(),
                )
            })
            .collect()
    }

    pub(crate) fn members(&self, archive: &str) -> Vec<Member> {
        let file = File::open(self.path(archive)).unwrap();
        let mut tar = tar::Archive::new(GzDecoder::new(file));
        tar.entries()
            .unwrap()
            .map(|entry| {
                let mut entry = entry.unwrap();
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).unwrap();
                Member {
                    path: String::from_utf8(entry.path_bytes().into_owned()).unwrap(),
                    bytes,
                    kind: entry.header().entry_type(),
                }
            })
            .collect()
    }

    /// The files of an archive by their path in the bag.
    pub(crate) fn bag(&self, archive: &str) -> BTreeMap<String, Vec<u8>> {
        let members = self.members(archive).into_iter();
        members
            .map(|member| {
                let (_, inside) = member.path.split_once('/').unwrap();
                (inside.to_owned(), member.bytes)
            })
            .collect()
    }

    /// Writes an archive member by member, names as they are, however unsafe.
    pub(crate) fn forge(&self, archive: &str, members: &[Member]) {
        let file = File::create(self.path(archive)).unwrap();
        let mut gzip = GzEncoder::new(file, Compression::fast());
        for member in members {
            let mut name = member.path.clone().into_bytes();
            if name.len() > 100 {
                name.push(0);
                write_member(
                    &mut gzip,
                    b"././@LongLink",
                    tar::EntryType::GNULongName,
                    &name,
                );
                name.truncate(100);
            }
            write_member(&mut gzip, &name, member.kind, &member.bytes);
        }
        gzip.write_all(&[0; 1024]).unwrap();
        gzip.finish().unwrap();
    }

    /// What `verify` says of the archive after a forger changed its members: how it ended, and its lines.
    pub(crate) fn verify_forged(
        &self,
        change: impl FnOnce(&mut Vec<Member>),
    ) -> (i32, Vec<String>) {
        let mut members = self.members("a.tar.gz");
        change(&mut members);
        self.forge("forged.tar.gz", &members);
        let run = self.run(&["verify", "forged.tar.gz"]);
        let lines = run.out.lines();
        let lines = lines.map(|line| line.trim_start_matches("forged.tar.gz: ").to_owned());
        (run.code.expect("nobody killed it"), lines.collect())
    }

    /// What lies in the folder beside the content, hidden files too.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn write_member(out: &mut impl Write, name: &[u8], kind: tar::EntryType, bytes: &[u8]) {
    let mut header = tar::Header::new_gnu();
    header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name);
    header.set_entry_type(kind);
    header.set_mode(0o644);
    header.set_size(bytes.len() as u64);
    header.set_cksum();
    out.write_all(header.as_bytes()).unwrap();
    out.write_all(bytes).unwrap();
    let padding = bytes.len().next_multiple_of(512) - bytes.len();
    out.write_all(&vec![0; padding]).unwrap();
}

/// The member whose path in the bag is this.
pub(crate) fn member<'a>(members: &'a mut [Member], inside: &str) -> &'a mut Member {
    let found = members.iter_mut().find(|member| {
        let (_, own) = member.path.split_once('/').unwrap();
        own == inside
    });
    found.unwrap_or_else(|| panic!("no `{inside}`"))
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    blake3::Hash::from_bytes(Sha256::digest(bytes).into())
        .to_hex()
        .to_string()
}

pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
