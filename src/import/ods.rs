//! The sheets of an `OpenDocument` spreadsheet, read from its XML: rows and cells that repeat are counted before they are
//! made, and a percentage is known from a number (`OpenDocument` 1.3, part 3, chapters 9 and 19).

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::rc::Rc;

use roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;

use super::archive::LARGEST;
use super::cell_text::{day_and_time, number, percentage};
use super::sheet::{Grid, SheetCell};

const TABLE: &str = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const TEXT: &str = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const CALC: &str = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

/// More filled cells than this are not made of those that repeat.
const MOST_CELLS: u64 = 5_000_000;
/// As many rows and columns as a spreadsheet has.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

/// Reads every sheet.
///
/// # Errors
/// What is wrong with the spreadsheet, in words.
pub(super) fn grids(bytes: &[u8], decimal: Option<char>) -> Result<Vec<Grid>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|fault| fault.to_string())?;
    let entry = archive.by_name("content.xml");
    let entry = entry.map_err(|fault| fault.to_string())?;
    let mut text = String::new();
    let mut entry = entry.take(LARGEST);
    entry
        .read_to_string(&mut text)
        .map_err(|fault| fault.to_string())?;
    let options = ParsingOptions {
        nodes_limit: 12_000_000,
        ..ParsingOptions::default()
    };
    let document =
        Document::parse_with_options(&text, options).map_err(|fault| fault.to_string())?;
    let tables = document.descendants().filter(|node| is(*node, "table"));
    let mut made = Made::default();
    tables
        .map(|table| grid(table, decimal, &mut made))
        .collect()
}

/// How much was made of all sheets.
#[derive(Default)]
struct Made {
    cells: u64,
    bytes: u64,
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((TABLE, name))
}

fn grid(table: Node<'_, '_>, decimal: Option<char>, made: &mut Made) -> Result<Grid, String> {
    let mut grid = Grid {
        name: table.attribute((TABLE, "name")).unwrap_or("1").to_owned(),
        ..Grid::default()
    };
    let mut at = 0_u32;
    for row in table.descendants().filter(|node| is(*node, "table-row")) {
        let repeats = count(row, "number-rows-repeated").min(ROWS.saturating_sub(at));
        let mut areas = Vec::new();
        let cells = cells(row, decimal, &mut areas, made)?;
        let bytes: u64 = cells.values().map(|cell| cell.text.len() as u64 + 16).sum();
        made.cells += cells.len() as u64 * u64::from(repeats);
        made.bytes += bytes * u64::from(repeats);
        if made.cells > MOST_CELLS || made.bytes > LARGEST {
            return Err("it holds more cells than are read".to_owned());
        }
        if !cells.is_empty() {
            for repeat in 0..repeats {
                grid.rows.insert(at + repeat, cells.clone());
            }
        }
        for [column, last_column, rows] in areas {
            let last_row = at.saturating_add(rows - 1);
            grid.merged.push([at, column, last_row, last_column]);
        }
        at = at.saturating_add(repeats);
    }
    Ok(grid)
}

/// The filled cells of a row, and of those that are several in one the first and last column and the number of rows.
fn cells(
    row: Node<'_, '_>,
    decimal: Option<char>,
    areas: &mut Vec<[u32; 3]>,
    made: &mut Made,
) -> Result<BTreeMap<u32, SheetCell>, String> {
    let mut cells = BTreeMap::new();
    let mut at = 0_u32;
    for node in row.children() {
        if !is(node, "table-cell") && !is(node, "covered-table-cell") {
            continue;
        }
        let repeats = count(node, "number-columns-repeated").min(COLUMNS.saturating_sub(at));
        let spanned = [
            count(node, "number-columns-spanned"),
            count(node, "number-rows-spanned"),
        ];
        if spanned != [1, 1] {
            areas.push([at, at.saturating_add(spanned[0] - 1), spanned[1]]);
        }
        // What a covered cell still holds is not seen.
        let cell = if is(node, "table-cell") {
            read(node, decimal)
        } else {
            None
        };
        if let Some(cell) = cell {
            if u64::from(repeats) + made.cells > MOST_CELLS {
                return Err("it holds more cells than are read".to_owned());
            }
            for repeat in 0..repeats {
                cells.insert(at + repeat, cell.clone());
            }
        }
        at = at.saturating_add(repeats);
    }
    Ok(cells)
}

/// A count that is 1 when it is not written.
fn count(node: Node<'_, '_>, name: &str) -> u32 {
    let written = node.attribute((TABLE, name)).map(str::parse::<u32>);
    match written {
        Some(Ok(count)) => count.max(1),
        Some(Err(_)) | None => 1,
    }
}

/// What a cell says; `None` when nothing stands there.
fn read(cell: Node<'_, '_>, decimal: Option<char>) -> Option<SheetCell> {
    let value = |name| cell.attribute((OFFICE, name));
    let figure = value("value").and_then(|figure| figure.parse::<f64>().ok());
    let text = match (value("value-type"), figure) {
        (Some("percentage"), Some(share)) => percentage(share, decimal),
        (Some("float" | "currency"), Some(figure)) => number(figure, decimal),
        (Some("date"), _) => day_and_time(value("date-value")?),
        (Some("boolean"), _) => {
            let is_true = value("boolean-value") == Some("true");
            if is_true { "ja" } else { "nee" }.to_owned()
        }
        _ => paragraphs(cell),
    };
    let is_formula = cell.has_attribute((TABLE, "formula"));
    if is_formula && value("value-type").is_none() && text.is_empty() {
        return Some(SheetCell::without_outcome());
    }
    let says_error = cell.attribute((CALC, "value-type")) == Some("error");
    let is_error =
        says_error || (is_formula && (text.starts_with('#') || text.starts_with("Err:")));
    (!text.trim().is_empty()).then(|| SheetCell {
        text: Rc::from(text),
        is_error,
    })
}

/// The lines of a cell, without its notes.
fn paragraphs(cell: Node<'_, '_>) -> String {
    let lines = cell
        .children()
        .filter(|node| node.has_tag_name((TEXT, "p")));
    let lines: Vec<String> = lines.map(words).collect();
    lines.join("\n")
}

fn words(paragraph: Node<'_, '_>) -> String {
    let mut words = String::new();
    for node in paragraph.descendants() {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            words.push_str(text);
        } else if node.has_tag_name((TEXT, "s")) || node.has_tag_name((TEXT, "tab")) {
            words.push(' ');
        } else if node.has_tag_name((TEXT, "line-break")) {
            words.push('\n');
        }
    }
    words
}
