//! The sheets of an Excel workbook. Cells are read one by one: a sheet with a cell in its last corner is small then too.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, Xlsx, XlsxError};

use super::archive::LARGEST;
use super::cell_text::{day_and_time, number, percentage};
use super::sheet::{Grid, SheetCell};

/// Reads every sheet with cells.
///
/// # Errors
/// What is wrong with the workbook, in words.
pub(super) fn grids(bytes: &[u8], decimal: Option<char>) -> Result<Vec<Grid>, String> {
    let in_words = |fault: XlsxError| fault.to_string();
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(in_words)?;
    let sheets = workbook.sheets_metadata().iter();
    let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let mut grids = Vec::new();
    for name in names {
        let merged = workbook
            .merge_cells_by_sheet_name(&name)
            .map_err(in_words)?;
        let merged = merged
            .into_iter()
            .map(|area| [area.start.0, area.start.1, area.end.0, area.end.1]);
        let mut rows = rows(&mut workbook, &name, decimal)?;
        add_formulas_without_outcome(&mut workbook, &name, &mut rows)?;
        grids.push(Grid {
            rows,
            merged: merged.collect(),
            name,
        });
    }
    Ok(grids)
}

type Rows = BTreeMap<u32, BTreeMap<u32, SheetCell>>;

fn rows(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    decimal: Option<char>,
) -> Result<Rows, String> {
    let in_words = |fault: XlsxError| fault.to_string();
    let mut reader = workbook.worksheet_cells_reader(name).map_err(in_words)?;
    let percent: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| {
            let format = style.number_format.as_ref();
            format.is_some_and(|format| format.format_code.contains('%'))
        })
        .collect();
    let mut rows = Rows::new();
    let mut size = 0;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(in_words)? {
        let is_percentage = percent.get(style).is_some_and(|is_so| *is_so);
        let Some(read) = read(cell.get_value(), is_percentage, decimal) else {
            continue;
        };
        // A cell without text still takes room.
        size += read.text.len() as u64 + 16;
        if size > LARGEST {
            return Err("it holds more than 100 MB of text".to_owned());
        }
        let (row, column) = cell.get_position();
        rows.entry(row).or_default().insert(column, read);
    }
    Ok(rows)
}

/// Formulas whose outcome is not in the file, as some programs write them: what they come to is not known.
fn add_formulas_without_outcome(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    rows: &mut Rows,
) -> Result<(), String> {
    let in_words = |fault: XlsxError| fault.to_string();
    let mut reader = workbook.worksheet_cells_reader(name).map_err(in_words)?;
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(in_words)? {
        if cell.formula.is_some() && cell.value == DataRef::Empty {
            let (row, column) = cell.pos;
            let row = rows.entry(row).or_default();
            row.insert(column, SheetCell::without_outcome());
        }
    }
    Ok(())
}

/// What a cell says; `None` when nothing stands there.
fn read(value: &DataRef<'_>, is_percentage: bool, decimal: Option<char>) -> Option<SheetCell> {
    let text = match value {
        DataRef::Empty => return None,
        DataRef::Error(error) => {
            return Some(SheetCell {
                text: error.to_string().into(),
                is_error: true,
            });
        }
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DateTimeIso(text) => day_and_time(text),
        DataRef::Int(whole) => whole.to_string(),
        DataRef::Float(value) if is_percentage => percentage(*value, decimal),
        DataRef::Float(value) => number(*value, decimal),
        DataRef::Bool(truth) => if *truth { "ja" } else { "nee" }.to_owned(),
        DataRef::DateTime(moment) => date(moment, decimal),
    };
    (!text.trim().is_empty()).then(|| SheetCell {
        text: text.into(),
        is_error: false,
    })
}

fn date(moment: &ExcelDateTime, decimal: Option<char>) -> String {
    if moment.is_duration() {
        return number(moment.as_f64(), decimal);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    day_and_time(&format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
    ))
}
