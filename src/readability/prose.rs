//! A text as a visitor reads it, of which every part knows where it stands in its file.

use std::ops::Range;

use crate::diagnostics::{FileId, Located, Place, SourceMap};

/// What stands in for something that is not known yet or not read word by word: one short word.
const SHORT_WORD: &str = "x";

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Sentences: a paragraph or an item of a list.
    Running,
    /// A heading or the cell of a table. These few words would make any average look good, so they are left out of it.
    Label,
}

/// A passage: words in one block.
#[derive(Debug)]
pub(super) struct Prose {
    /// What it is.
    pub(super) kind: Kind,
    /// What is read.
    pub(super) text: String,
    file: FileId,
    pieces: Vec<Piece>,
}

/// A part of a passage.
#[derive(Debug)]
struct Piece {
    /// Where it begins in the passage.
    start: usize,
    length: usize,
    /// Where it stands in the file; of another length when it was written with escapes.
    source: Range<usize>,
}

/// Passages that have one score together.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) passages: Vec<Prose>,
}

impl Text {
    /// Where it begins.
    pub(super) fn place(&self) -> Option<Place> {
        self.passages.first().map(Prose::whole)
    }
}

impl Prose {
    /// An empty passage.
    pub(super) fn new(file: FileId, kind: Kind) -> Self {
        Self {
            kind,
            text: String::new(),
            file,
            pieces: Vec::new(),
        }
    }

    /// A value of TOML or CSV. When escapes made it of another length, each of its words stands where the value stands.
    pub(super) fn of_value(value: Located<&str>, sources: &SourceMap) -> Self {
        let written = value.place.range();
        let source = match sources.excerpt(value.place).find(value.value) {
            Some(at) => written.start + at..written.start + at + value.value.len(),
            None => written,
        };
        let mut prose = Self::new(value.place.file, Kind::Running);
        prose.push(value.value, source);
        prose
    }

    /// Adds words that stand at a place in the file.
    pub(super) fn push(&mut self, text: &str, source: Range<usize>) {
        self.pieces.push(Piece {
            start: self.text.len(),
            length: text.len(),
            source,
        });
        self.text.push_str(text);
    }

    /// Adds one short word for what is filled in later, or is no prose.
    pub(super) fn push_short_word(&mut self, source: Range<usize>) {
        self.push(SHORT_WORD, source);
    }

    /// Whether nothing is read in it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where a range of the text stands.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        let first = self
            .pieces
            .partition_point(|piece| piece.start <= range.start);
        let last = self.pieces.partition_point(|piece| piece.start < range.end);
        let start = self
            .piece(first)
            .map_or(0, |piece| piece.in_file(range.start, piece.source.start));
        let end = self
            .piece(last)
            .map_or(start, |piece| piece.in_file(range.end, piece.source.end));
        Place::new(self.file, start..end.max(start))
    }

    fn whole(&self) -> Place {
        self.place(0..self.text.len())
    }

    /// The piece before the one that was found to be too far.
    fn piece(&self, beyond: usize) -> Option<&Piece> {
        self.pieces.get(beyond.checked_sub(1)?)
    }
}

impl Piece {
    /// Where a byte of the text stands in the file, or `otherwise` when the piece was written with escapes.
    fn in_file(&self, byte: usize, otherwise: usize) -> usize {
        if self.source.len() == self.length {
            self.source.start + (byte - self.start).min(self.length)
        } else {
            otherwise
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(written: &str, value: &str) -> (SourceMap, Prose) {
        let mut sources = SourceMap::default();
        let file = sources.add("content/site.toml", format!("notice = {written}\n"));
        let place = Place::new(file, 9..9 + written.len());
        let prose = Prose::of_value(Located::new(value, place), &sources);
        (sources, prose)
    }

    #[test]
    fn a_word_of_a_value_stands_inside_its_quotes() {
        let (sources, prose) = value("\"Dit is één hulp.\"", "Dit is één hulp.");
        assert_eq!(sources.excerpt(prose.place(7..12)), "één");
        assert_eq!(sources.position(prose.place(13..17)).column, 22);
    }

    #[test]
    fn a_word_of_a_value_with_escapes_stands_where_the_value_stands() {
        let (sources, prose) = value(r#""Zeg \"ja\" nu.""#, "Zeg \"ja\" nu.");
        assert_eq!(sources.excerpt(prose.place(5..7)), r#""Zeg \"ja\" nu.""#);
    }

    #[test]
    fn a_range_over_several_pieces_runs_from_the_first_to_the_last() {
        let mut sources = SourceMap::default();
        let file = sources.add("content/pages/a.md", "Zo *gaat* het.");
        let mut prose = Prose::new(file, Kind::Running);
        prose.push("Zo ", 0..3);
        prose.push("gaat", 4..8);
        prose.push(" het.", 9..14);
        assert_eq!(sources.excerpt(prose.place(0..7)), "Zo *gaat");
        assert_eq!(sources.excerpt(prose.place(3..7)), "gaat");
        assert_eq!(sources.excerpt(prose.place(3..12)), "gaat* het.");
    }
}
