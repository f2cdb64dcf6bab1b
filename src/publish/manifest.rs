//! The list of everything that is published; it lies in the site and is swapped with it.
//!
//! One line a file, sorted by path: the hash of its bytes, its length, its generation, its path. When files have
//! compressed siblings, a line before them says how those were made.
//! ```text
//! keuzewijzer manifest 1
//! compress best
//! 7d87c5ea75f7378bb701e404c50639161af3eff66293e9f375b5f17eb50476f4 10240 c epe/hulp/index.html
//! end 1
//! ```

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, ErrorKind, Read as _};
use std::path::Path;

use blake3::{Hash, Hasher};
use rustix::fd::OwnedFd;
use rustix::fs::OFlags;
use rustix::io::Errno;

use super::PublishError;
use super::compress::{Compression, is_sibling};
use super::folder::open_file;
use super::path::fault;

/// Where the manifest lies in the site.
pub(super) const MANIFEST: &str = ".keuzewijzer/manifest";
/// The most that is read of it, in bytes: 256 MiB, for two million files.
const LARGEST: u64 = 1 << 28;
const KIND: &str = "keuzewijzer manifest ";
const HEADER: &str = "keuzewijzer manifest 1\n";
const COMPRESS: &str = "compress ";
/// How much text is gathered before it is written.
const PORTION: usize = 1 << 16;

/// Does the site use the file, or is it there for pages that were opened before?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Generation {
    /// The site uses it.
    Current,
    /// The site before used it; it goes at the next publication.
    Previous,
}

/// One published file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub(super) path: &'a str,
    pub(super) hash: Hash,
    pub(super) length: u64,
    pub(super) generation: Generation,
}

/// The published files, packed: at 124,000 files a list of owned paths would take twice the memory.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    paths: String,
    rows: Vec<Row>,
    /// How the compressed siblings in it were made.
    pub(super) compression: Compression,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    hash: [u8; 32],
    length: u64,
    path_start: u32,
    path_length: u16,
    generation: Generation,
}

/// What a folder says about itself.
#[derive(Debug)]
pub(super) enum Found {
    /// A manifest of ours, and the hash of its text.
    Whole(Manifest, Hash),
    /// A manifest of ours that cannot be understood: it is damaged or of another version.
    Damaged,
    /// No manifest of ours.
    Nothing,
}

impl Manifest {
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Makes room for as many files as a similar site has.
    pub(super) fn with_room_for(similar: &Self) -> Self {
        Self {
            paths: String::with_capacity(similar.paths.len()),
            rows: Vec::with_capacity(similar.rows.len()),
            compression: Compression::None,
        }
    }

    pub(super) fn entry(&self, index: usize) -> Entry<'_> {
        let row = &self.rows[index];
        Entry {
            path: self.path(row),
            hash: Hash::from_bytes(row.hash),
            length: row.length,
            generation: row.generation,
        }
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = Entry<'_>> + Clone {
        (0..self.len()).map(|index| self.entry(index))
    }

    /// Every file that is no compressed sibling of another.
    pub(super) fn files(&self) -> impl Iterator<Item = Entry<'_>> {
        self.entries().filter(|entry| !is_sibling(entry.path))
    }

    /// Looks a file up in a sorted manifest.
    pub(super) fn find(&self, path: &str) -> Option<Entry<'_>> {
        let index = self
            .rows
            .binary_search_by(|row| self.path(row).cmp(path))
            .ok()?;
        Some(self.entry(index))
    }

    /// Adds a file whose path was checked; [`Manifest::sort`] comes after the last one.
    pub(super) fn push(&mut self, entry: Entry<'_>) {
        self.rows.push(Row {
            hash: *entry.hash.as_bytes(),
            length: entry.length,
            path_start: u32::try_from(self.paths.len()).expect("the paths of a site fit in 4 GiB"),
            path_length: u16::try_from(entry.path.len()).expect("the length of a path was checked"),
            generation: entry.generation,
        });
        self.paths.push_str(entry.path);
    }

    /// Sorts by path.
    pub(super) fn sort(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        rows.sort_unstable_by(|one, other| self.path(one).cmp(self.path(other)));
        self.rows = rows;
    }

    /// Reads the manifest of a published folder.
    pub(super) fn read(folder: &OwnedFd, name: &Path) -> Result<Found, PublishError> {
        let file = match open_file(folder, MANIFEST, OFlags::empty()) {
            Ok(Some(file)) => file.take(LARGEST),
            Ok(None) => return Ok(Found::Damaged),
            Err(Errno::NOENT | Errno::NOTDIR) => return Ok(Found::Nothing),
            Err(errno) => return Err(PublishError::io("read", &name.join(MANIFEST))(errno)),
        };
        match Self::parse(BufReader::with_capacity(PORTION, file)) {
            Ok(found) => Ok(found),
            Err(error) if error.kind() == ErrorKind::InvalidData => Ok(Found::Damaged),
            Err(error) => Err(PublishError::io("read", &name.join(MANIFEST))(error)),
        }
    }

    /// Line by line, so that the text is never in memory as a whole.
    fn parse(mut text: impl BufRead) -> io::Result<Found> {
        let mut hasher = Hasher::new();
        let mut line = String::new();
        text.read_line(&mut line)?;
        if line != HEADER {
            return Ok(if line.starts_with(KIND) {
                Found::Damaged
            } else {
                Found::Nothing
            });
        }
        let mut manifest = Self::default();
        let mut path_before = String::new();
        loop {
            hasher.update(line.as_bytes());
            line.clear();
            text.read_line(&mut line)?;
            let Some(content) = line.strip_suffix('\n') else {
                return Ok(Found::Damaged);
            };
            if let Some(count) = content.strip_prefix("end ") {
                hasher.update(line.as_bytes());
                let is_whole = count.parse() == Ok(manifest.len()) && text.fill_buf()?.is_empty();
                return Ok(if is_whole {
                    Found::Whole(manifest, hasher.finalize())
                } else {
                    Found::Damaged
                });
            }
            if let Some(name) = content
                .strip_prefix(COMPRESS)
                .filter(|_| manifest.len() == 0)
            {
                match Compression::find(name) {
                    None | Some(Compression::None) => return Ok(Found::Damaged),
                    Some(compression) => manifest.compression = compression,
                }
                continue;
            }
            match parse_line(content) {
                Some(entry) if path_before.as_str() < entry.path => {
                    path_before.replace_range(.., entry.path);
                    manifest.push(entry);
                }
                Some(_) | None => return Ok(Found::Damaged),
            }
        }
    }

    /// Writes the text, and returns its hash.
    pub(super) fn write(&self, mut file: impl io::Write) -> io::Result<Hash> {
        let mut hasher = Hasher::new();
        let mut text = String::with_capacity(PORTION + 4096);
        text.push_str(HEADER);
        if self.compression != Compression::None {
            writeln!(text, "{COMPRESS}{}", self.compression.name())
                .expect("a string takes every text");
        }
        for entry in self.entries() {
            let generation = match entry.generation {
                Generation::Current => 'c',
                Generation::Previous => 'p',
            };
            writeln!(
                text,
                "{} {} {generation} {}",
                entry.hash.to_hex(),
                entry.length,
                entry.path
            )
            .expect("a string takes every text");
            if text.len() > PORTION {
                hasher.update(text.as_bytes());
                file.write_all(text.as_bytes())?;
                text.clear();
            }
        }
        writeln!(text, "end {}", self.len()).expect("a string takes every text");
        hasher.update(text.as_bytes());
        file.write_all(text.as_bytes())?;
        Ok(hasher.finalize())
    }

    fn path(&self, row: &Row) -> &str {
        let start = row.path_start as usize;
        &self.paths[start..start + usize::from(row.path_length)]
    }
}

fn parse_line(line: &str) -> Option<Entry<'_>> {
    let mut parts = line.splitn(4, ' ');
    let hash = Hash::from_hex(parts.next()?).ok()?;
    let length = parts.next()?.parse().ok()?;
    let generation = match parts.next()? {
        "c" => Generation::Current,
        "p" => Generation::Previous,
        _ => return None,
    };
    // The paths are linked from one folder to another: whoever could write the manifest must not choose which.
    let path = parts.next().filter(|path| fault(path).is_none())?;
    Some(Entry {
        path,
        hash,
        length,
        generation,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Manifest {
        let mut manifest = Manifest::default();
        for (path, generation) in [
            ("b/x y.html", Generation::Current),
            ("a/assets/old.css", Generation::Previous),
        ] {
            manifest.push(Entry {
                path,
                hash: blake3::hash(path.as_bytes()),
                length: 7,
                generation,
            });
        }
        manifest.sort();
        manifest.compression = Compression::Best;
        manifest
    }

    fn text_of(manifest: &Manifest) -> String {
        let mut text = Vec::new();
        manifest.write(&mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    fn is_damaged(text: &str) -> bool {
        matches!(Manifest::parse(text.as_bytes()).unwrap(), Found::Damaged)
    }

    #[test]
    fn a_manifest_reads_back_as_it_was_written() {
        let manifest = example();
        let text = text_of(&manifest);
        let Found::Whole(read, hash) = Manifest::parse(text.as_bytes()).unwrap() else {
            panic!("not whole: {text}");
        };
        assert_eq!(hash, blake3::hash(text.as_bytes()));
        assert!(read.entries().eq(manifest.entries()));
        assert_eq!(read.compression, Compression::Best);
        assert_eq!(read.find("b/x y.html").map(|entry| entry.length), Some(7));
        assert_eq!(read.find("b/x"), None);
    }

    #[test]
    fn a_manifest_cut_off_anywhere_after_its_kind_is_damaged() {
        let text = text_of(&example());
        for end in KIND.len()..text.len() {
            assert!(is_damaged(&text[..end]), "{end}");
        }
    }

    #[test]
    fn a_manifest_with_a_path_out_of_the_folder_is_damaged() {
        let text = text_of(&example()).replace("b/x y.html", "b/../../x");
        assert!(is_damaged(&text));
    }

    #[test]
    fn a_manifest_out_of_order_is_damaged() {
        assert!(is_damaged(
            &text_of(&example()).replace("b/x y.html", "a/a")
        ));
    }

    #[test]
    fn a_manifest_that_was_compressed_in_an_unknown_way_is_damaged() {
        for unknown in ["compress utterly\n", "compress none\n", "compress \n"] {
            let text = text_of(&example());
            assert!(is_damaged(&text.replace("compress best\n", unknown)));
        }
    }

    #[test]
    fn a_manifest_of_another_version_is_ours_but_not_understood() {
        assert!(is_damaged("keuzewijzer manifest 2\n…"));
    }

    #[test]
    fn another_file_is_no_manifest() {
        assert!(matches!(
            Manifest::parse("hello\n".as_bytes()).unwrap(),
            Found::Nothing
        ));
    }

    #[test]
    fn a_file_costs_its_path_and_at_most_forty_eight_bytes() {
        assert!(size_of::<Row>() <= 48);
    }
}
