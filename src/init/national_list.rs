//! The list of all municipalities with their codes and youth regions (jeugdregio's), as the CBS
//! publishes it: a spreadsheet, or CSV.

use std::path::Path;

use crate::diagnostics::{Diagnostic, Place, SourceMap, codes, phrase, said};
use crate::import::{ListedSheet, is_spreadsheet};
use crate::model::CbsCode;
use crate::plan::to_slug;
use crate::sources::{CsvTable, read_at_most};

use super::{InitError, NewMunicipality, Refusal};

/// The most that is read of a list in CSV, in bytes: 16 MiB. That of 342 municipalities takes 30 KB.
const LARGEST: u64 = 16 * 1024 * 1024;

/// What the columns are called, in files of different years.
const CODE: [&str; 2] = ["Gemeentecode", "code"];
const NAME: [&str; 2] = ["Gemeentenaam", "name"];
const YOUTH_REGION: [&str; 4] = ["Jeugdzorgregio", "Jeugdregio", "Jeugdhulpregio", "region"];

/// Every municipality of the country.
#[derive(Clone, Debug)]
pub struct NationalList {
    rows: Vec<Listed>,
}

#[derive(Clone, Debug)]
struct Listed {
    municipality: NewMunicipality,
    /// Absent when the list does not say it.
    youth_region: Option<String>,
}

impl NationalList {
    /// Reads the list. Every fault of it goes into `diagnostics`; with an error in the whole of it there is no list.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(
        path: &Path,
        sources: &mut SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Option<Self>, InitError> {
        if is_spreadsheet(path) {
            let needed: [&[&str]; 2] = [&CODE, &NAME];
            let Some(sheet) = ListedSheet::read(path, &needed, sources, diagnostics)? else {
                return Ok(None);
            };
            let list = Self::judge(&sheet.table, diagnostics);
            sheet.name_cells(diagnostics, sources);
            return Ok(list);
        }
        let read = read_at_most(path, LARGEST).map_err(InitError::io("read", path))?;
        let Some(bytes) = read else {
            let place = Place::whole(sources.add(path, ""));
            diagnostics.push(
                Diagnostic::new(codes::E1107, place, "the list is larger than 16 MB").help(
                    "give the list of municipalities of the CBS, as a spreadsheet or saved as CSV",
                ),
            );
            return Ok(None);
        };
        let Ok(text) = String::from_utf8(bytes) else {
            let place = Place::whole(sources.add(path, ""));
            diagnostics.push(
                Diagnostic::new(codes::E0101, place, "the list is not UTF-8")
                    .help("give the spreadsheet itself, or save the file as CSV in UTF-8; in Excel choose «CSV UTF-8 (delimited)»"),
            );
            return Ok(None);
        };
        let file = sources.add(path, text.as_str());
        let Some(table) = CsvTable::parse(&text, file, diagnostics) else {
            return Ok(None);
        };
        Ok(Self::judge(&table, diagnostics))
    }

    fn judge(table: &CsvTable, diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        let code = needed(table, &CODE, diagnostics);
        let name = needed(table, &NAME, diagnostics);
        let youth_region = column(table, &YOUTH_REGION);
        let (code, name) = (code?, name?);
        let mut rows = Vec::new();
        for row in &table.rows {
            let (written, name) = (&row.cells[code], &row.cells[name].value);
            let municipality = cbs_code(&written.value)
                .and_then(|code| NewMunicipality::new(code, name))
                .map(|municipality| Listed {
                    municipality,
                    youth_region: youth_region
                        .map(|column| row.cells[column].value.to_string())
                        .filter(|region| !region.is_empty()),
                });
            match municipality {
                Some(listed) => rows.push(listed),
                None => diagnostics.push(
                    Diagnostic::new(
                        codes::E0407,
                        written.place,
                        said(
                            "`{code}` is not the CBS code of a municipality with a name",
                            [("code", &written.value)],
                        ),
                    )
                    .help("keep only the rows of municipalities, with four digits and a name"),
                ),
            }
        }
        Some(Self { rows })
    }

    /// The name of the municipality with this code.
    pub(super) fn name_of(&self, code: &CbsCode) -> Option<&str> {
        self.all()
            .find(|municipality| municipality.code == *code)
            .map(|municipality| municipality.name.as_str())
    }

    /// One municipality by its code or its name; capitals, accents and hyphens make no difference.
    pub(super) fn find(&self, written: &str) -> Result<NewMunicipality, Refusal> {
        let code = CbsCode::parse(written);
        let slug = to_slug(written);
        let found = self.all().find(|municipality| match &code {
            Some(code) => municipality.code == *code,
            None => municipality.slug.as_str() == slug,
        });
        found.cloned().ok_or_else(|| {
            let names = self.all().map(|municipality| municipality.name.as_str());
            Refusal::new(
                said(
                    "there is no municipality `{written}` in the list",
                    [("written", &written)],
                ),
                phrase("write its name or its code as the list has it"),
            )
            .did_you_mean(written, names)
        })
    }

    /// All municipalities of a youth region.
    pub(super) fn find_region(&self, written: &str) -> Result<Vec<NewMunicipality>, Refusal> {
        let slug = to_slug(written);
        let found: Vec<NewMunicipality> = self
            .rows
            .iter()
            .filter(|row| {
                let region = row.youth_region.as_deref();
                region.is_some_and(|region| to_slug(region) == slug)
            })
            .map(|row| row.municipality.clone())
            .collect();
        if found.is_empty() {
            let regions = self
                .rows
                .iter()
                .filter_map(|row| row.youth_region.as_deref());
            return Err(Refusal::new(
                said(
                    "there is no youth region `{written}` in the list",
                    [("written", &written)],
                ),
                phrase("write its name as the list has it in the column `Jeugdzorgregio`"),
            )
            .did_you_mean(written, regions));
        }
        Ok(found)
    }

    fn all(&self) -> impl Iterator<Item = &NewMunicipality> {
        self.rows.iter().map(|row| &row.municipality)
    }
}

/// A code as the list has it: `0200`, `200` where a spreadsheet took the zeros, or `GM0200`.
fn cbs_code(written: &str) -> Option<CbsCode> {
    let digits = written.strip_prefix("GM").unwrap_or(written);
    if digits.is_empty() {
        return None;
    }
    CbsCode::parse(&format!("{digits:0>4}"))
}

fn column(table: &CsvTable, names: &[&str]) -> Option<usize> {
    table.header.iter().position(|column| {
        let column = column.value.trim();
        names.iter().any(|name| name.eq_ignore_ascii_case(column))
    })
}

fn needed(table: &CsvTable, names: &[&str; 2], diagnostics: &mut Vec<Diagnostic>) -> Option<usize> {
    let found = column(table, names);
    if found.is_none() {
        let [name, _] = names;
        let place = table
            .header
            .first()
            .map_or(Place::whole(table.file), |column| column.place);
        diagnostics.push(
            Diagnostic::new(
                codes::E0106,
                place,
                said("the list has no column `{name}`", [("name", name)]),
            )
            .help("give the list of municipalities of the CBS, as a spreadsheet or saved as CSV"),
        );
    }
    found
}
