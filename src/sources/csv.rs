//! CSV with a place for every cell.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, FileId, Located, Phrase, Place, codes, phrase, said};

use super::cells::{Cell, Cells};
use super::folder::BYTE_ORDER_MARK;
use super::limits::{MOST_CELLS, MOST_LINES};

/// A CSV file: a header and rows of as many cells.
#[derive(Clone, Debug)]
pub struct CsvTable {
    /// The file.
    pub file: FileId,
    /// The column names. One that is empty or stands twice was reported.
    pub header: Vec<Located<Box<str>>>,
    /// The rows, each with one cell per column: rows of another length were reported and left out.
    pub rows: Vec<Row>,
    /// Whether no row was left out.
    pub is_whole: bool,
}

/// A row of a CSV file.
#[derive(Clone, Debug)]
pub struct Row {
    /// The whole row.
    pub place: Place,
    /// Its cells, trimmed, in the order of the header. A cell's place lies inside its quotes; the text there is the
    /// value, unless it holds doubled quotes.
    pub cells: Vec<Located<Box<str>>>,
}

impl CsvTable {
    /// Reads a CSV file, past its byte order mark if it has one, separated by `,` or `;` as its header is. Every fault
    /// goes into `diagnostics`. Without a header that can be read there is no table.
    #[must_use]
    pub fn parse(text: &str, file: FileId, diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        let start = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
        let separator = separator(&text[start..]);
        let mut lines = Lines {
            cells: Cells::new(text, start, separator),
            text,
            file,
            width: 0,
            read: 0,
            diagnostics,
        };
        let header = match lines.next_line() {
            Some(Line::Row(row)) => row.cells,
            Some(Line::Broken | Line::TooMuch) => return None,
            None => {
                lines.report_empty();
                return None;
            }
        };
        lines.check_header(&header);
        lines.width = header.len();
        let (mut rows, mut is_whole) = (Vec::new(), true);
        while let Some(line) = lines.next_line() {
            match line {
                Line::Row(row) if row.cells.len() == header.len() => rows.push(row),
                Line::Row(row) => {
                    lines.report_length(&row, separator);
                    is_whole = false;
                }
                Line::Broken => is_whole = false,
                Line::TooMuch => return None,
            }
        }
        Some(Self {
            file,
            header,
            rows,
            is_whole,
        })
    }

    /// As [`CsvTable::parse`], for a table of the content: one with more than [`MOST_LINES`] lines goes into `diagnostics`
    /// and is not read.
    pub(super) fn parse_held(
        text: &str,
        file: FileId,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let mut ends = text.match_indices('\n').map(|(at, _)| at + 1);
        if let Some(start) = ends.nth(MOST_LINES - 1).filter(|at| *at < text.len()) {
            let problem = said(
                "the file has more than {limit} lines",
                [("limit", &MOST_LINES)],
            );
            let place = Place::new(file, start..start);
            diagnostics.push(Diagnostic::new(codes::E0112, place, problem).help(
                "keep the rows of today and of the last few years; `docs/content.md` has the limits",
            ));
            return None;
        }
        Self::parse(text, file, diagnostics)
    }

    /// Where a column stands among the cells of a row: the first of its name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| &*column.value == name)
    }
}

/// The separator that stands more often in the header line, outside quotes; a comma when there is neither.
fn separator(text: &str) -> u8 {
    let (mut commas, mut semicolons, mut is_quoted) = (0, 0, false);
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b',' if !is_quoted => commas += 1,
            b';' if !is_quoted => semicolons += 1,
            b'\r' | b'\n' if !is_quoted => break,
            _ => {}
        }
    }
    if semicolons > commas { b';' } else { b',' }
}

/// A line of the table, which may be several lines of the file.
enum Line {
    Row(Row),
    /// A row with a fault in its quotes, which was reported.
    Broken,
    /// There is more than is read, which was reported.
    TooMuch,
}

struct Lines<'a> {
    cells: Cells<'a>,
    text: &'a str,
    file: FileId,
    /// How many cells a row should have.
    width: usize,
    /// How many cells were read.
    read: usize,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Lines<'_> {
    /// The next line that is not blank.
    fn next_line(&mut self) -> Option<Line> {
        loop {
            let mut cell = self.cells.next_cell()?;
            let mut values = Vec::with_capacity(self.width);
            let (mut is_blank, mut is_broken) = (true, false);
            let start = cell.raw.start;
            loop {
                self.read += 1;
                if self.read > MOST_CELLS {
                    self.report_too_many(&cell);
                    return Some(Line::TooMuch);
                }
                is_blank &= self.text[cell.raw.clone()].trim().is_empty();
                match self.value(&cell) {
                    Ok(value) => values.push(value),
                    Err(fault) => {
                        is_broken = true;
                        self.diagnostics.push(*fault);
                        if self.resume_on_next_line(&cell) {
                            break;
                        }
                    }
                }
                if cell.is_last {
                    break;
                }
                cell = self
                    .cells
                    .next_cell()
                    .expect("after a separator stands a cell, be it an empty one");
            }
            if is_broken {
                return Some(Line::Broken);
            }
            if !is_blank {
                return Some(Line::Row(Row {
                    place: Place::new(self.file, start..cell.raw.end),
                    cells: values,
                }));
            }
        }
    }

    fn report_too_many(&mut self, cell: &Cell) {
        let problem = said(
            "the file has more than {limit} cells",
            [("limit", &MOST_CELLS)],
        );
        let place = Place::new(self.file, cell.raw.clone());
        self.diagnostics.push(Diagnostic::new(codes::E0112, place, problem).help(
            "is it the right file? Leave out of it what is old, or divide it: `docs/content.md` has the limits",
        ));
    }

    /// A cell's value: without blanks around it, without its quotes.
    fn value(&self, cell: &Cell) -> Result<Located<Box<str>>, Box<Diagnostic>> {
        let raw = &self.text[cell.raw.clone()];
        let start = cell.raw.start;
        if !raw.starts_with('"') {
            let place = self.trimmed(cell.raw.clone());
            let value = raw.trim();
            if value.starts_with('"') {
                return Err(blank_before_quote(place).into());
            }
            return Ok(Located::new(value.into(), place));
        }
        let opening = Place::new(self.file, start..start + 1);
        let closing = closing_quote(raw).ok_or_else(|| unclosed_quote(opening))?;
        let rest = start + closing + 1..cell.raw.end;
        if !self.text[rest.clone()].trim().is_empty() {
            return Err(text_after_quote(self.trimmed(rest), opening).into());
        }
        let place = self.trimmed(start + 1..start + closing);
        Ok(Located::new(self.cells.content().trim().into(), place))
    }

    /// The part of a range that is not blank.
    fn trimmed(&self, range: std::ops::Range<usize>) -> Place {
        let text = &self.text[range.clone()];
        let start = range.start + text.len() - text.trim_start().len();
        Place::new(self.file, start..start + text.trim().len())
    }

    /// After a fault in a quoted cell of several lines: it is likelier that its quote was meant to close on its first
    /// line than that all these lines are one cell, and so the next lines are read for what they say themselves.
    fn resume_on_next_line(&mut self, cell: &Cell) -> bool {
        let raw = &self.text[cell.raw.clone()];
        let Some(line_end) = raw.find(['\r', '\n']) else {
            return false;
        };
        self.cells.resume(cell.raw.start + line_end);
        true
    }

    fn check_header(&mut self, header: &[Located<Box<str>>]) {
        let mut first: BTreeMap<&str, Place> = BTreeMap::new();
        for Located { value, place } in header {
            if value.is_empty() {
                self.diagnostics.push(
                    Diagnostic::new(codes::E0103, *place, "a column has no name")
                        .help("name the column in the header, or delete the column"),
                );
            } else if let Some(before) = first.get(&**value) {
                self.diagnostics.push(
                    Diagnostic::new(
                        codes::E0309,
                        *place,
                        said("column `{column}` stands twice", [("column", &value)]),
                    )
                    .related(*before, "the first one")
                    .help("delete one of the two"),
                );
            } else {
                first.insert(value, *place);
            }
        }
    }

    fn report_length(&mut self, row: &Row, separator: u8) {
        let cells = |count: usize| match count {
            1 => said("1 cell", []),
            more => said("{count} cells", [("count", &more)]),
        };
        let (expected, found) = (self.width, row.cells.len());
        let help = if found > expected {
            let separator = char::from(separator);
            said(
                "put double quotes around a cell that holds `{separator}`",
                [("separator", &separator)],
            )
        } else {
            said("write a separator for empty cells too", [])
        };
        let message = said("expected {expected} as in the header, found {found}", [])
            .with("expected", cells(expected))
            .with("found", cells(found));
        self.diagnostics
            .push(Diagnostic::new(codes::E0109, row.place, message).help(help));
    }

    fn report_empty(&mut self) {
        self.diagnostics.push(
            Diagnostic::new(
                codes::E0103,
                Place::whole(self.file),
                "the file has no header",
            )
            .help("name the columns in the first line, also when there are no rows yet"),
        );
    }
}

/// The byte of the quote that closes a cell which begins with a quote.
fn closing_quote(raw: &str) -> Option<usize> {
    let bytes = raw.as_bytes();
    let mut at = 1;
    loop {
        at += bytes[at..].iter().position(|byte| *byte == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

const DOUBLED: Phrase = phrase("inside a quoted cell, write a quote twice: `\"\"`");

fn unclosed_quote(opening: Place) -> Diagnostic {
    Diagnostic::new(codes::E0103, opening, "this quote is never closed")
        .help("close it at the end of the cell, or delete it")
        .help(DOUBLED)
}

fn text_after_quote(text: Place, opening: Place) -> Diagnostic {
    Diagnostic::new(codes::E0103, text, "there is text after the closing quote")
        .related(opening, "the quote is opened here")
        .help("end the cell after its closing quote")
        .help(DOUBLED)
}

fn blank_before_quote(cell: Place) -> Diagnostic {
    Diagnostic::new(
        codes::E0103,
        cell,
        "there is a blank before the opening quote",
    )
    .help("a quoted cell begins with its quote: delete the blank")
}

#[cfg(test)]
mod tests;
