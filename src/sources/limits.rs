//! How much is read of one file. A limit is far above what a region writes by hand or exports, and low enough that no
//! file can fill the memory or keep the program busy for minutes.

const MIB: u64 = 1024 * 1024;

/// A table, in bytes: 64 MiB. The one of waits in the demonstration, with 300 providers, takes less than half a MiB.
const LARGEST_TABLE: u64 = 64 * MIB;
/// A text in Markdown, in bytes: a quarter of a MiB, some 40,000 words. Texts may be written so that reading them takes time
/// that grows with the square of their length, and a longer page is read by nobody.
const LARGEST_TEXT: u64 = MIB / 4;
/// A template or a script, in bytes: a quarter of a MiB, twenty times the largest of the default theme. Some of what is made of
/// them takes time that grows with the square of their length.
const LARGEST_CODE: u64 = MIB / 4;
/// Any other file, in bytes: 16 MiB. The vocabulary of the demonstration, the largest file of its kind, takes 1.3 MiB.
const LARGEST_OTHER: u64 = 16 * MIB;

/// Lines of a table: half a million, a hundred times those of the demonstration. Each cell keeps its place in the file, so a
/// row takes ten times the memory of its text.
pub(super) const MOST_LINES: usize = 500_000;

/// What one folder may hold, files and folders: twenty thousand, some sixty times the providers of the demonstration. What is
/// published of one provider takes some twenty kilobytes of memory.
pub(super) const MOST_IN_FOLDER: usize = 20_000;

/// Cells of a table: eight million, enough for sixteen columns on every line that is read. A cell takes some forty bytes beside
/// its text.
pub(super) const MOST_CELLS: usize = 8_000_000;

/// Values of a JSON file: three million, thirty for each of a hundred thousand services. A value takes some two hundred bytes.
pub(super) const MOST_VALUES: usize = 3_000_000;

/// The most bytes that are read of a content or theme file of this name.
pub(super) fn largest(name: &str) -> u64 {
    match name.rsplit_once('.') {
        Some((_, "csv")) => LARGEST_TABLE,
        Some((_, "md")) => LARGEST_TEXT,
        Some((_, "html" | "js")) => LARGEST_CODE,
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
