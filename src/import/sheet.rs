//! A spreadsheet as rows: which sheets, where the header stands, and what each cell says. [`xlsx`] and [`ods`] read the
//! two kinds of files.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use crate::diagnostics::{Diagnostic, FileId, Located, Phrase, Place, codes, phrase, said};
use crate::sources::{CsvTable, Row};

use super::ImportError;
use super::columns::{Columns, has_all};
use super::foreign::{ForeignFile, Reading};
use super::sheet_places::SheetPlaces;
use super::source_form::Sheets;
use super::{archive, ods, xlsx};

/// More cells than this in one sheet are not read.
const MOST_CELLS: usize = 5_000_000;
/// The header is looked for in this many filled rows.
const HEADER_ROWS: usize = 20;

/// One cell as people see it, but for rounding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SheetCell {
    pub(super) text: Rc<str>,
    /// It is a formula that failed, and the text is its error.
    pub(super) is_error: bool,
}

impl SheetCell {
    /// A formula whose outcome is not in the file.
    pub(super) fn without_outcome() -> Self {
        Self {
            text: "?".into(),
            is_error: true,
        }
    }
}

/// The filled cells of a sheet, by row and column, both counted from 0.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) name: String,
    pub(super) rows: BTreeMap<u32, BTreeMap<u32, SheetCell>>,
    /// Cells that are one: first row and column, last row and column.
    pub(super) merged: Vec<[u32; 4]>,
}

/// Reads a spreadsheet; `None` when it cannot be used, which was reported.
pub(super) fn read(
    path: &Path,
    is_ods: bool,
    reading: &mut Reading<'_>,
) -> Result<Option<Vec<ForeignFile>>, ImportError> {
    let grids = grids(path, is_ods, reading)?;
    Ok(grids.and_then(|grids| files(path, grids, reading)))
}

/// As [`read`], but the one table of the first sheet with all columns; without such a sheet that of the first filled one.
pub(super) fn table(
    path: &Path,
    is_ods: bool,
    reading: &mut Reading<'_>,
) -> Result<Option<CsvTable>, ImportError> {
    let Some(grids) = grids(path, is_ods, reading)? else {
        return Ok(None);
    };
    let Some(sheets) = sheets(path, grids, reading) else {
        return Ok(None);
    };
    let fits = |sheet: &SheetText| Columns::find(&sheet.header, reading.used).are_complete();
    let rank = sheets.iter().position(fits);
    let sheet = match rank {
        Some(rank) => sheets.into_iter().nth(rank),
        None => sheets.into_iter().next(),
    };
    Ok(sheet.map(|mut sheet| {
        let (file, header) = (sheet.file, std::mem::take(&mut sheet.header));
        let ranks = Columns::find(&header, reading.used).ranks;
        let rows = sheet.file(ranks, reading).rows;
        CsvTable {
            file,
            header,
            rows,
            is_whole: true,
        }
    }))
}

/// The sheets of a file; `None` when it cannot be used, which was reported.
fn grids(
    path: &Path,
    is_ods: bool,
    reading: &mut Reading<'_>,
) -> Result<Option<Vec<Grid>>, ImportError> {
    let Some(bytes) = archive::read(path, reading)? else {
        return Ok(None);
    };
    let grids = if is_ods {
        ods::grids(&bytes, reading.form.decimal)
    } else {
        xlsx::grids(&bytes, reading.form.decimal)
    };
    match grids {
        Ok(grids) => Ok(Some(grids)),
        Err(fault) => {
            let problem = said(
                "the spreadsheet cannot be read: {fault}",
                [("fault", &fault)],
            );
            let help = phrase("open it in the program that made it and save it again");
            reading.refuse(path, problem, help);
            Ok(None)
        }
    }
}

fn files(path: &Path, grids: Vec<Grid>, reading: &mut Reading<'_>) -> Option<Vec<ForeignFile>> {
    let filled = grids.into_iter().filter(|grid| !grid.rows.is_empty());
    let mut grids: Vec<Grid> = filled.collect();
    if let Sheets::Named(names) = &reading.form.sheets {
        let known: Vec<String> = grids.iter().map(|grid| grid.name.clone()).collect();
        let mut are_there = true;
        for name in names.iter().filter(|name| !known.contains(&name.value)) {
            are_there = false;
            let problem = said("there is no filled sheet `{name}`", [("name", &name.value)]);
            let file = reading.sources.add(path, "");
            reading.diagnostics.push(
                Diagnostic::new(codes::E1101, name.place, problem)
                    .did_you_mean(&name.value, known.iter().map(String::as_str))
                    .related(Place::whole(file), "the file"),
            );
        }
        grids.retain(|grid| names.iter().any(|name| name.value == grid.name));
        if !are_there {
            return None;
        }
    }
    let sheets = sheets(path, grids, reading)?;
    choose(sheets, reading)
}

/// The filled sheets as text.
fn sheets(path: &Path, mut grids: Vec<Grid>, reading: &mut Reading<'_>) -> Option<Vec<SheetText>> {
    grids.retain(|grid| !grid.rows.is_empty());
    if grids.is_empty() {
        reading.refuse(
            path,
            "the spreadsheet is empty",
            phrase("is it the right file?"),
        );
        return None;
    }
    let mut sheets = Vec::new();
    for grid in grids {
        match SheetText::of(path, grid, reading) {
            Ok(sheet) => sheets.push(sheet),
            Err((problem, help)) => {
                reading.refuse(path, problem, help);
                return None;
            }
        }
    }
    Some(sheets)
}

/// The sheets that are used; the others are named.
fn choose(sheets: Vec<SheetText>, reading: &mut Reading<'_>) -> Option<Vec<ForeignFile>> {
    let fits: Vec<bool> = sheets
        .iter()
        .map(|sheet| Columns::find(&sheet.header, reading.used).are_complete())
        .collect();
    let skips = matches!(reading.form.sheets, Sheets::Fitting) && fits.contains(&true);
    let mut files = Vec::new();
    let mut are_usable = true;
    for (sheet, fits) in sheets.into_iter().zip(fits) {
        let columns = Columns::find(&sheet.header, reading.used);
        if skips && !fits {
            let missing = columns.first_missing().expect("it does not fit").to_owned();
            reading.diagnostics.push(not_read(&sheet, &missing));
            continue;
        }
        if columns.report(&sheet.header, sheet.header_place(), reading.diagnostics) {
            let ranks = columns.ranks;
            files.push(sheet.file(ranks, reading));
        } else {
            are_usable = false;
            if matches!(reading.form.sheets, Sheets::Fitting) {
                break;
            }
        }
    }
    are_usable.then_some(files)
}

fn not_read(sheet: &SheetText, missing: &str) -> Diagnostic {
    let problem = said(
        "sheet `{sheet}` has no column `{column}`: it is not read",
        [("sheet", &sheet.name), ("column", &missing)],
    );
    Diagnostic::new(codes::W1106, sheet.header_place(), problem)
        .help("nothing, when the sheet is no table of records; otherwise correct its header")
}

/// A sheet turned into text, so that each cell has a place.
struct SheetText {
    name: String,
    file: FileId,
    header: Vec<Located<Box<str>>>,
    /// The rows under the header, and which of their cells are errors.
    rows: Vec<(Row, Vec<usize>)>,
}

/// What is wrong with a sheet, and what to do.
type Fault = (Phrase, Phrase);

const TOO_LARGE: Fault = (
    phrase("a sheet has more cells than are read"),
    phrase("keep only the sheets and rows that are imported, or save them as CSV"),
);
const NO_HEADER: Fault = (
    phrase("the row that `header_row` names is empty in a sheet"),
    phrase("count the rows from 1, as the spreadsheet does, or leave `header_row` out"),
);

impl SheetText {
    fn of(path: &Path, mut grid: Grid, reading: &mut Reading<'_>) -> Result<Self, Fault> {
        let header_row = header_row(&grid, reading).ok_or(NO_HEADER)?;
        let header = grid.rows.get(&header_row).ok_or(NO_HEADER)?;
        let width = header.keys().next_back().ok_or(NO_HEADER)? + 1;
        if grid.rows.len() * width as usize > MOST_CELLS
            || !fill_merged(&mut grid, header_row, width)
        {
            return Err(TOO_LARGE);
        }
        let mut text = String::new();
        let mut starts = Vec::new();
        let mut ranges = Vec::new();
        for (row, cells) in grid.rows.range(header_row..) {
            if *row > header_row && !cells.keys().any(|column| *column < width) {
                continue;
            }
            let mut row_ranges = Vec::new();
            for column in 0..width {
                let start = text.len();
                if let Some(cell) = cells.get(&column) {
                    text.push_str(cell.text.trim());
                }
                let start_byte = u32::try_from(start).map_err(|_| TOO_LARGE)?;
                starts.push((start_byte, *row, column));
                row_ranges.push(start..text.len());
                text.push(if column + 1 == width { '\n' } else { '\t' });
            }
            if text.len() as u64 > archive::LARGEST {
                return Err(TOO_LARGE);
            }
            ranges.push((*row, row_ranges));
        }
        let file = reading
            .sources
            .add(format!("{}!{}", path.display(), grid.name), text.as_str());
        let places = SheetPlaces::new(file, path, &grid.name, starts);
        reading.sheets.push(places);
        let mut rows = ranges.into_iter().map(|(row, ranges)| {
            let first = ranges.first().expect("a sheet has a column");
            let last = ranges.last().expect("a sheet has a column");
            let whole = first.start..last.end;
            let cells = ranges
                .into_iter()
                .map(|range| Located::new(text[range.clone()].into(), Place::new(file, range)));
            let read = Row {
                place: Place::new(file, whole),
                cells: cells.collect(),
            };
            (read, errors(&grid, row))
        });
        let (header, _) = rows.next().ok_or(NO_HEADER)?;
        Ok(Self {
            file,
            header: header.cells,
            rows: rows.collect(),
            name: grid.name.clone(),
        })
    }

    fn header_place(&self) -> Place {
        let first = self.header.iter().find(|cell| !cell.value.is_empty());
        first.map_or(Place::whole(self.file), |cell| cell.place)
    }

    /// The rows of the sheet. One with a failed formula in a column that is used is reported.
    fn file(self, columns: BTreeMap<Box<str>, usize>, reading: &mut Reading<'_>) -> ForeignFile {
        let used = reading.used.iter().flat_map(|column| &column.names);
        let used: Vec<usize> = used
            .filter_map(|name| columns.get(name.value.as_str()).copied())
            .collect();
        let mut file = ForeignFile {
            columns,
            has_iso_dates: true,
            ..ForeignFile::default()
        };
        for (row, errors) in self.rows {
            let Some(error) = errors.iter().find(|rank| used.contains(rank)) else {
                file.rows.push(row);
                continue;
            };
            file.broken += 1;
            let cell = &row.cells[*error];
            let problem = said("the formula gives `{error}`", [("error", &cell.value)]);
            reading.diagnostics.push(
                Diagnostic::new(codes::W1102, cell.place, problem)
                    .help("correct the formula and save the file with the spreadsheet program"),
            );
        }
        file
    }
}

fn errors(grid: &Grid, row: u32) -> Vec<usize> {
    let cells = grid.rows.get(&row).into_iter().flatten();
    cells
        .filter(|(_, cell)| cell.is_error)
        .map(|(column, _)| *column as usize)
        .collect()
}

/// The row with the names of the columns: as the mapping says, otherwise the first that has all of them, otherwise the
/// first that is filled. `None` when the sheet has no such row.
fn header_row(grid: &Grid, reading: &Reading<'_>) -> Option<u32> {
    if let Some(row) = reading.form.header_row {
        let at = row.checked_sub(1);
        return at.filter(|at| grid.rows.contains_key(at));
    }
    let fits = |cells: &BTreeMap<u32, SheetCell>| {
        let header: Vec<&str> = cells.values().map(|cell| cell.text.trim()).collect();
        has_all(&header, reading.used)
    };
    let mut first_rows = grid.rows.iter().take(HEADER_ROWS);
    let fitting = first_rows.find(|(_, cells)| fits(cells));
    fitting
        .or_else(|| grid.rows.iter().next())
        .map(|(row, _)| *row)
}

/// What stands in a merged cell holds for all cells that it covers. `false` when they are too many.
fn fill_merged(grid: &mut Grid, header_row: u32, width: u32) -> bool {
    let mut covered = 0_usize;
    for [first_row, first_column, last_row, last_column] in std::mem::take(&mut grid.merged) {
        let row = grid.rows.get(&first_row);
        let cell = row.and_then(|row| row.get(&first_column)).cloned();
        let (Some(cell), true) = (cell, first_row > header_row) else {
            continue;
        };
        for (_, cells) in grid.rows.range_mut(first_row..=last_row.max(first_row)) {
            for column in first_column..=last_column.min(width - 1) {
                cells.entry(column).or_insert_with(|| cell.clone());
                covered += 1;
            }
            if covered > MOST_CELLS {
                return false;
            }
        }
    }
    true
}
