//! An archive as it is read: the hash of every file in it, and whatever is wrong with its form.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::bufread::GzDecoder;
use sha2::{Digest, Sha256};
use tar::{Archive, Entry, EntryType};

use crate::publish::PublishError;
use crate::sources::open_plain;

use super::ArchiveError;
use super::bag_text::is_safe;
use super::fault::{Fault, Problem};
use super::new_file::hash_of;
use crate::diagnostics::phrase;

/// Files about the bag that are read as text; all others are hashed only.
const TEXTS: [&str; 5] = [
    "bagit.txt",
    "bag-info.txt",
    "manifest-sha256.txt",
    "tagmanifest-sha256.txt",
    super::folder::SOURCES_LIST,
];
/// The longest of those texts. A list of two million files is shorter; more is an attack on memory.
const LONGEST_TEXT: u64 = 1 << 28;

/// What an archive holds.
#[derive(Debug, Default)]
pub(super) struct BagFile {
    /// The SHA-256 of every file, by its path in the bag.
    pub(super) hashes: BTreeMap<String, [u8; 32]>,
    /// The texts about the bag.
    pub(super) texts: BTreeMap<String, String>,
    /// Bytes of all files under `data/`.
    pub(super) payload_bytes: u64,
    /// What is wrong with the form of the archive.
    pub(super) faults: Vec<Fault>,
    /// The one folder in the archive.
    name: Option<String>,
}

impl BagFile {
    /// Reads an archive to its end, or to where it breaks off, which is a fault and no error.
    pub(super) fn read(path: &Path) -> Result<Self, ArchiveError> {
        let file = open_plain(path).map_err(PublishError::io("read", path))?;
        let mut bag = Self::default();
        let mut gzip = GzDecoder::new(BufReader::with_capacity(1 << 16, file));
        let mut last = String::new();
        let read = bag.read_entries(&mut gzip, &mut last);
        match read.and_then(|()| bag.read_rest(gzip)) {
            Ok(()) => {}
            // What the system refused has a number; what the archive itself is to blame for has none.
            Err(error) if error.raw_os_error().is_some() => {
                return Err(PublishError::io("read", path)(error).into());
            }
            Err(error) => bag
                .faults
                .push(Fault::new(last, Problem::Broken(error.to_string()))),
        }
        Ok(bag)
    }

    fn read_entries(&mut self, gzip: &mut impl Read, last: &mut String) -> io::Result<()> {
        let mut archive = Archive::new(gzip);
        for entry in archive.entries()? {
            let mut entry = entry?;
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            last.clone_from(&name);
            self.read_entry(&mut entry, &name)?;
        }
        Ok(())
    }

    fn read_entry<R: Read>(&mut self, entry: &mut Entry<'_, R>, name: &str) -> io::Result<()> {
        let kind = entry.header().entry_type();
        let is_folder = kind == EntryType::Directory;
        let path = name.strip_suffix('/').filter(|_| is_folder);
        let path = path.unwrap_or(name);
        let is_utf8 = std::str::from_utf8(&entry.path_bytes()).is_ok();
        if !is_utf8 || !is_safe(path) {
            self.faults.push(Fault::new(name, Problem::UnsafeName));
            return Ok(());
        }
        let (top, inside) = match path.split_once('/') {
            Some((top, inside)) => (top, inside),
            None if is_folder => (path, ""),
            None => {
                self.faults.push(Fault::new(name, Problem::OutsideBag));
                return Ok(());
            }
        };
        if self.name.get_or_insert_with(|| top.to_owned()) != top {
            self.faults.push(Fault::new(name, Problem::OutsideBag));
            return Ok(());
        }
        if is_folder {
            return Ok(());
        }
        if kind != EntryType::Regular {
            self.faults.push(Fault::new(inside, Problem::NotAFile));
            return Ok(());
        }
        self.read_file(entry, inside)
    }

    fn read_file<R: Read>(&mut self, entry: &mut Entry<'_, R>, path: &str) -> io::Result<()> {
        if path.starts_with("data/") {
            self.payload_bytes += entry.size();
        }
        let hash = if TEXTS.contains(&path) && entry.size() <= LONGEST_TEXT {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            let hash = Sha256::digest(&bytes).into();
            match String::from_utf8(bytes) {
                Ok(text) => {
                    self.texts.insert(path.to_owned(), text);
                }
                Err(_) => self
                    .faults
                    .push(Fault::new(path, Problem::BadTag(phrase("it is not UTF-8")))),
            }
            hash
        } else {
            hash_of(entry)?
        };
        if self.hashes.insert(path.to_owned(), hash).is_some() {
            self.faults.push(Fault::new(path, Problem::Twice));
        }
        Ok(())
    }

    /// Behind the last file stand zeros only, and behind the gzip nothing. Reading on also checks the sum of the gzip.
    fn read_rest(&mut self, mut gzip: GzDecoder<BufReader<File>>) -> io::Result<()> {
        let mut portion = vec![0; 1 << 16];
        let mut is_empty = true;
        loop {
            let length = gzip.read(&mut portion)?;
            if length == 0 {
                break;
            }
            is_empty &= portion[..length].iter().all(|byte| *byte == 0);
        }
        is_empty &= gzip.into_inner().fill_buf()?.is_empty();
        if !is_empty {
            self.faults.push(Fault::whole(Problem::Behind));
        }
        Ok(())
    }
}
