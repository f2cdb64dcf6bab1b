//! The names of cells: a problem in a spreadsheet is shown at `export.xlsx!Wachttijden!C7`.

use std::path::{Path, PathBuf};

use crate::diagnostics::{Diagnostic, FileId, Place, SourceMap};

/// Where the cells of one sheet stand in the text that it was turned into.
#[derive(Debug)]
pub(super) struct SheetPlaces {
    file: FileId,
    path: PathBuf,
    sheet: String,
    /// First byte, row and column of each cell, both counted from 0, in the order of the text.
    cells: Vec<(u32, u32, u32)>,
}

impl SheetPlaces {
    pub(super) fn new(file: FileId, path: &Path, sheet: &str, cells: Vec<(u32, u32, u32)>) -> Self {
        Self {
            file,
            path: path.to_owned(),
            sheet: sheet.to_owned(),
            cells,
        }
    }

    /// Such as `export.xlsx!Wachttijden!C7`; of a whole row `export.xlsx!Wachttijden!A7:F7`.
    fn name(&self, place: Place) -> String {
        let path = self.path.display();
        let sheet = &self.sheet;
        let Some(first) = self.cell_at(place.start) else {
            return format!("{path}!{sheet}");
        };
        let last = self.cell_at(place.end).unwrap_or_else(|| first.clone());
        if first == last {
            format!("{path}!{sheet}!{first}")
        } else {
            format!("{path}!{sheet}!{first}:{last}")
        }
    }

    fn cell_at(&self, byte: u32) -> Option<String> {
        let after = self.cells.partition_point(|(start, _, _)| *start <= byte);
        let (_, row, column) = self.cells.get(after.checked_sub(1)?)?;
        Some(format!("{}{}", column_name(*column), row + 1))
    }
}

/// `A` to `Z`, then `AA` and on.
fn column_name(column: u32) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).expect("less than 26"));
    match (column / 26).checked_sub(1) {
        Some(before) => format!("{}{letter}", column_name(before)),
        None => letter.to_string(),
    }
}

/// Gives every place in a sheet the name of its cell, with what stands in it.
pub(super) fn name_cells(
    diagnostics: &mut [Diagnostic],
    sheets: &[SheetPlaces],
    sources: &mut SourceMap,
) {
    if sheets.is_empty() {
        return;
    }
    let mut rename = |place: &mut Place| {
        let Some(sheet) = sheets.iter().find(|sheet| sheet.file == place.file) else {
            return;
        };
        let text = sources.excerpt(*place).replace('\t', " | ");
        let end = text.len();
        let file = sources.add_named_place(sheet.name(*place), text);
        *place = Place::new(file, 0..end);
    };
    for diagnostic in diagnostics {
        rename(&mut diagnostic.primary);
        for related in &mut diagnostic.related {
            rename(&mut related.place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::column_name;

    #[test]
    fn columns_are_named_as_in_spreadsheets() {
        let named = [0, 25, 26, 51, 52, 701, 702, 16_383].map(column_name);
        assert_eq!(named, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }
}
