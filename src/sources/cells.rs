//! The cells of a CSV file, each with its byte range. `csv-core` counts lines one too low after CRLF and blank lines and
//! knows no columns, so places come from the bytes it has taken.

use std::ops::Range;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

/// A cell as it is written.
#[derive(Debug)]
pub(super) struct Cell {
    /// Its bytes, quotes and blanks included, separator and line end not.
    pub(super) raw: Range<usize>,
    /// Whether it is the last of its row.
    pub(super) is_last: bool,
}

/// Reads cell after cell.
#[derive(Debug)]
pub(super) struct Cells<'a> {
    text: &'a str,
    at: usize,
    starts_row: bool,
    reader: Reader,
    output: Vec<u8>,
    written: usize,
}

impl<'a> Cells<'a> {
    /// Starts at byte `start` of a text.
    pub(super) fn new(text: &'a str, start: usize, separator: u8) -> Self {
        Self {
            text,
            at: start,
            starts_row: true,
            reader: ReaderBuilder::new().delimiter(separator).build(),
            // One more than the longest cell can be, so that it is never full.
            output: vec![0; text.len() + 1],
            written: 0,
        }
    }

    /// The next cell; none at the end of the text.
    pub(super) fn next_cell(&mut self) -> Option<Cell> {
        let start = self.at;
        let input = &self.text.as_bytes()[start..];
        let (result, taken, written) = self.reader.read_field(input, &mut self.output);
        self.at += taken;
        self.written = written;
        match result {
            // Nothing is left after a separator: an empty cell.
            ReadFieldResult::Field { .. } if taken == 0 => Some(self.at_end(start)),
            ReadFieldResult::Field { record_end } => Some(self.cell(start, self.at, record_end)),
            ReadFieldResult::InputEmpty => self.last_cell(start),
            ReadFieldResult::End => None,
            ReadFieldResult::OutputFull => unreachable!("the output is as long as the text"),
        }
    }

    /// The cell that ends with the text.
    fn last_cell(&mut self, start: usize) -> Option<Cell> {
        match self
            .reader
            .read_field(&[], &mut self.output[self.written..])
            .0
        {
            ReadFieldResult::Field { .. } => Some(self.at_end(start)),
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull | ReadFieldResult::End => {
                None
            }
        }
    }

    fn at_end(&mut self, start: usize) -> Cell {
        let start = self.after_line_ends(start);
        self.starts_row = true;
        Cell {
            raw: start..self.text.len(),
            is_last: true,
        }
    }

    fn cell(&mut self, start: usize, end: usize, is_last: bool) -> Cell {
        let start = self.after_line_ends(start);
        self.starts_row = is_last;
        // The one byte after the cell that was taken with it: a separator, CR or LF.
        let end = end - 1;
        Cell {
            raw: start..end,
            is_last,
        }
    }

    /// Where a cell begins: what is left of the line end before it, and blank lines, are taken with it.
    fn after_line_ends(&self, start: usize) -> usize {
        if !self.starts_row {
            return start;
        }
        let rest = &self.text[start..];
        start + rest.len() - rest.trim_start_matches(['\r', '\n']).len()
    }

    /// What the last cell says, without quotes around it and with single quotes in it.
    pub(super) fn content(&self) -> &str {
        std::str::from_utf8(&self.output[..self.written])
            .expect("cutting UTF-8 at quotes and separators leaves UTF-8")
    }

    /// Goes on at byte `at` as with a new row.
    pub(super) fn resume(&mut self, at: usize) {
        self.reader.reset();
        self.at = at;
        self.starts_row = true;
    }
}
