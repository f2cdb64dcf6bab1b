//! How much is read of one file. A limit is far above what a region writes by hand or exports, and low enough that no
//! file can fill the memory or keep the program busy for minutes.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

const MIB: u64 = 1024 * 1024;

/// A table, in bytes: 64 MiB. The one of waits in the demonstration, with 300 providers, takes less than half a MiB.
const LARGEST_TABLE: u64 = 64 * MIB;
/// A text in Markdown, in bytes: a quarter of a MiB, some 40,000 words. Texts may be written so that reading them takes time
/// that grows with the square of their length, and a longer page is read by nobody.
const LARGEST_TEXT: u64 = MIB / 4;
/// Any other file, in bytes: 16 MiB. The vocabulary of the demonstration, the largest file of its kind, takes 1.3 MiB.
const LARGEST_OTHER: u64 = 16 * MIB;

/// Lines of a table: half a million, a hundred times those of the demonstration. Each cell keeps its place in the file, so a
/// row takes ten times the memory of its text.
pub(super) const MOST_LINES: usize = 500_000;

/// What one folder may hold, files and folders: twenty thousand, some sixty times the providers of the demonstration. What is
/// published of one provider takes some twenty kilobytes of memory.
pub(super) const MOST_IN_FOLDER: usize = 20_000;

/// The most bytes that are read of a content or theme file of this name.
pub(super) fn largest(name: &str) -> u64 {
    match name.rsplit_once('.') {
        Some((_, "csv")) => LARGEST_TABLE,
        Some((_, "md")) => LARGEST_TEXT,
        Some(_) | None => LARGEST_OTHER,
    }
}

/// A limit in bytes for people: `64 MB`, `256 KB`.
pub(super) fn in_words(limit: u64) -> String {
    if limit < MIB {
        format!("{} KB", limit / 1024)
    } else {
        format!("{} MB", limit / MIB)
    }
}

/// The bytes of a file; `None` when there are more than `limit`. No more than that is kept in memory, also when the file is a
/// device without an end, or grows meanwhile.
///
/// # Errors
/// When the file cannot be read.
pub fn read_at_most(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let file = File::open(path)?;
    // What the file says of its length saves the reading, but a device says nothing.
    let length = file.metadata()?.len();
    if length > limit {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}
