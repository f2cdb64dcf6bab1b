//! A bag that is written: files one after the other into a gzipped tar, its lists of hashes at the end.

use std::io::{self, Write};

use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use tar::{Builder, EntryType, Header};

use super::bag_text::{BAGIT, list};

/// «Unknown» as the system that made a gzip file (RFC 1952), so that every machine writes the same.
const NO_SYSTEM: u8 = 255;

/// A bag that is growing. Memory holds its lists, not its files.
pub(super) struct Bag<W: Write> {
    tar: Builder<GzEncoder<W>>,
    /// The one folder in the archive.
    name: String,
    /// The time that every file gets.
    time: u64,
    payload: String,
    tags: String,
}

impl<W: Write> Bag<W> {
    /// Begins a bag of a day.
    pub(super) fn begin(out: W, name: String, day: Date) -> io::Result<Self> {
        let gzip = GzBuilder::new()
            .mtime(0)
            .operating_system(NO_SYSTEM)
            .write(out, Compression::default());
        let mut bag = Self {
            tar: Builder::new(gzip),
            name,
            time: start_of(day),
            payload: String::new(),
            tags: String::new(),
        };
        bag.tag("bagit.txt", BAGIT.as_bytes())?;
        Ok(bag)
    }

    /// Adds a file about the bag.
    pub(super) fn tag(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        list(&mut self.tags, &Sha256::digest(bytes).into(), name);
        self.append(name, bytes)
    }

    /// Adds a file of the payload; the path begins with `data/`.
    pub(super) fn payload(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        list(&mut self.payload, &Sha256::digest(bytes).into(), path);
        self.append(path, bytes)
    }

    /// Writes the lists and the ends of the archive.
    pub(super) fn finish(mut self) -> io::Result<W> {
        let payload = std::mem::take(&mut self.payload);
        self.tag("manifest-sha256.txt", payload.as_bytes())?;
        let tags = std::mem::take(&mut self.tags);
        self.append("tagmanifest-sha256.txt", tags.as_bytes())?;
        self.tar.into_inner()?.finish()
    }

    fn append(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let mut header = Header::new_gnu();
        header.set_entry_type(EntryType::Regular);
        header.set_mode(0o644);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(self.time);
        header.set_size(bytes.len() as u64);
        let path = format!("{}/{path}", self.name);
        self.tar.append_data(&mut header, path, bytes)
    }
}

/// The first second of a day in universal time; of a day before 1970 zero, for tar counts from there.
fn start_of(day: Date) -> u64 {
    let zoned = day.to_zoned(TimeZone::UTC);
    let second = zoned.map_or(0, |start| start.timestamp().as_second());
    u64::try_from(second).unwrap_or(0)
}
