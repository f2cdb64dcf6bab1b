//! Where something stands: a byte range in a file that was read.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::lines::Lines;

/// One file in a [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A byte range in a file. Small and `Copy`, because every value that was read carries one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// First byte of the range.
    pub start: u32,
    /// One past the last byte; equal to `start` for a place between two characters.
    pub end: u32,
}

impl Place {
    /// A byte range in a file.
    ///
    /// # Panics
    /// When the range lies beyond 4 GiB, which no file that was read does.
    #[must_use]
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let byte = |at: usize| u32::try_from(at).expect("files over 4 GiB are not read");
        Self {
            file,
            start: byte(range.start),
            end: byte(range.end),
        }
    }

    /// The file as a whole: its first position.
    #[must_use]
    pub fn whole(file: FileId) -> Self {
        Self {
            file,
            start: 0,
            end: 0,
        }
    }

    /// The byte range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Located<T> {
    /// What was read.
    pub value: T,
    /// Where it was read.
    pub place: Place,
}

impl<T> Located<T> {
    /// Pairs a value with its place.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located {
            value: change(self.value),
            place: self.place,
        }
    }
}

/// A position for people: both counted from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line number.
    pub line: usize,
    /// Character in that line.
    pub column: usize,
}

/// Every file that was read, with its text, so that a [`Place`] can be shown. A copy shares the texts.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<Arc<SourceFile>>,
    readings: Vec<Reading>,
    /// Files of the reading before this one that were not met again yet, the last one first.
    earlier: BTreeMap<PathBuf, Vec<FileId>>,
}

#[derive(Debug)]
struct SourceFile {
    path: PathBuf,
    text: String,
    /// Whether the path says the place too, as that of a cell does.
    is_named_place: bool,
    /// Made for the first position that is asked for: most files have no problem.
    lines: OnceLock<Lines>,
}

/// What became of a file since the reading before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// It is new, or has another text.
    Changed,
    /// It has the same text.
    Same,
    /// It was not met again.
    Gone,
}

impl SourceFile {
    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }
}

impl SourceMap {
    /// A map to read the same folders again. A file that is met again under its path keeps its id, so that what was made
    /// of a file that did not change can be kept, places and all.
    #[must_use]
    pub fn read_again(&self) -> Self {
        let mut earlier: BTreeMap<PathBuf, Vec<FileId>> = BTreeMap::new();
        for (id, file) in self.ids().zip(&self.files).rev() {
            earlier.entry(file.path.clone()).or_default().push(id);
        }
        Self {
            files: self.files.clone(),
            readings: vec![Reading::Gone; self.files.len()],
            earlier,
        }
    }

    /// Keeps a file's text under the path that messages will name.
    ///
    /// # Panics
    /// After four thousand million files.
    pub fn add(&mut self, path: impl Into<PathBuf>, text: impl Into<String>) -> FileId {
        self.keep(path.into(), text.into(), false)
    }

    /// Keeps a text that has no lines of its own for people, because its name is the whole place: a cell of a
    /// spreadsheet, `export.xlsx!Wachttijden!C7`.
    ///
    /// # Panics
    /// As [`SourceMap::add`].
    pub fn add_named_place(&mut self, name: impl Into<PathBuf>, text: impl Into<String>) -> FileId {
        self.keep(name.into(), text.into(), true)
    }

    fn keep(&mut self, path: PathBuf, text: String, is_named_place: bool) -> FileId {
        let earlier = self.earlier.get_mut(&path).and_then(Vec::pop);
        let is_same = earlier.is_some_and(|id| self.file(id).text == text);
        if let Some(id) = earlier.filter(|_| is_same) {
            self.readings[id.0 as usize] = Reading::Same;
            return id;
        }
        let file = Arc::new(SourceFile {
            path,
            text,
            is_named_place,
            lines: OnceLock::new(),
        });
        if let Some(id) = earlier {
            self.files[id.0 as usize] = file;
            self.readings[id.0 as usize] = Reading::Changed;
            return id;
        }
        let id = u32::try_from(self.files.len()).expect("fewer than 2^32 files");
        self.files.push(file);
        self.readings.push(Reading::Changed);
        FileId(id)
    }

    /// Whether a file was met again with the text it had before.
    #[must_use]
    pub fn is_unchanged(&self, file: FileId) -> bool {
        self.readings[file.0 as usize] == Reading::Same
    }

    /// Every file that was read, in order of id: the path that messages name, and the text.
    pub fn files(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.files
            .iter()
            .zip(&self.readings)
            .filter(|(_, reading)| **reading != Reading::Gone)
            .map(|(file, _)| (file.path.as_path(), file.text.as_str()))
    }

    /// The first file whose path ends with this one.
    #[must_use]
    pub fn find(&self, ending: &str) -> Option<FileId> {
        let mut files = self.ids().zip(&self.files).zip(&self.readings);
        files
            .find(|((_, file), reading)| **reading != Reading::Gone && file.path.ends_with(ending))
            .map(|((id, _), _)| id)
    }

    /// The path that messages name.
    #[must_use]
    pub fn path(&self, file: FileId) -> &Path {
        &self.file(file).path
    }

    /// The whole text of a file.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        &self.file(file).text
    }

    /// The text at a place.
    #[must_use]
    pub fn excerpt(&self, place: Place) -> &str {
        self.text(place.file).get(place.range()).unwrap_or("")
    }

    /// Whether the path of a file is the whole place: see [`SourceMap::add_named_place`].
    #[must_use]
    pub fn is_named_place(&self, file: FileId) -> bool {
        self.file(file).is_named_place
    }

    /// A place for people, `content/offers.csv:2:1`; of a named place its name.
    #[must_use]
    pub fn shown(&self, place: Place) -> String {
        let file = self.file(place.file);
        let path = file.path.display();
        if file.is_named_place {
            return path.to_string();
        }
        let position = self.position(place);
        format!("{path}:{}:{}", position.line, position.column)
    }

    /// Line and column of the first byte of a place.
    #[must_use]
    pub fn position(&self, place: Place) -> Position {
        let file = self.file(place.file);
        file.lines().position(&file.text, place.start as usize)
    }

    /// Line and column just after the last byte of a place.
    #[must_use]
    pub fn end_position(&self, place: Place) -> Position {
        let file = self.file(place.file);
        file.lines().position(&file.text, place.end as usize)
    }

    /// The first byte of a line, which is counted from 1; the text's end for a line beyond the last.
    #[must_use]
    pub fn line_start(&self, file: FileId, line: usize) -> usize {
        let file = self.file(file);
        file.lines().start(&file.text, line)
    }

    fn ids(&self) -> impl DoubleEndedIterator<Item = FileId> + ExactSizeIterator {
        let end = u32::try_from(self.files.len()).expect("fewer than 2^32 files");
        (0..end).map(FileId)
    }

    fn file(&self, file: FileId) -> &SourceFile {
        &self.files[file.0 as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_a_first_position_and_one_after_its_last() {
        let mut sources = SourceMap::default();
        let file = sources.add("content/offers.csv", "provider\nkompas\n");
        let place = Place::new(file, 9..15);
        assert_eq!(sources.position(place), Position { line: 2, column: 1 });
        assert_eq!(sources.end_position(place), Position { line: 2, column: 7 });
    }

    #[test]
    fn a_file_that_is_read_again_keeps_its_id() {
        let mut first = SourceMap::default();
        let gone = first.add("content/gone.md", "a");
        let kept = first.add("content/offers.csv", "b");
        let edited = first.add("content/waiting-times.csv", "c");
        let mut second = first.read_again();
        let added = second.add("content/new.md", "d");
        assert_eq!(second.add("content/offers.csv", "b"), kept);
        assert_eq!(second.add("content/waiting-times.csv", "e"), edited);
        let unchanged = [gone, kept, edited, added].map(|file| second.is_unchanged(file));
        assert_eq!(unchanged, [false, true, false, false]);
        assert_eq!(second.text(edited), "e");
        assert_eq!(first.text(edited), "c");
        let read: Vec<&str> = second.files().map(|(_, text)| text).collect();
        assert_eq!(read, ["b", "e", "d"]);
    }
}
