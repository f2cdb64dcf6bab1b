//! Judges `local-services.csv`.

use crate::diagnostics::{Diagnostic, codes, phrase};
use crate::model::{LocalService, MunicipalityId};
use crate::sources::CsvTable;

use super::catalogue::Catalogue;
use super::cells::Columns;
use super::form;
use super::offers::AgeColumns;

/// Judges every row.
pub(super) fn judge(
    table: &CsvTable,
    municipalities: &Catalogue<MunicipalityId>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<LocalService> {
    let mut columns = Columns::new(table);
    let municipality = columns.required("municipality", diagnostics);
    let name = columns.required("name", diagnostics);
    let kind = columns.optional("kind");
    let summary = columns.optional("summary");
    let phone = columns.optional("phone");
    let email = columns.optional("email");
    let website = columns.optional("website");
    let address = columns.optional("address");
    let place = columns.optional("place");
    let ages = AgeColumns::find(&mut columns);
    let mut services = Vec::new();
    for row in columns.finish(diagnostics) {
        municipality.required(row, diagnostics);
        let municipalities = municipalities.find_all(&municipality.list(row), diagnostics);
        let name = name.required(row, diagnostics);
        let phone = phone.formed(row, &form::PHONE, diagnostics);
        let email = email.formed(row, &form::MAIL_ADDRESS, diagnostics);
        let website = website.formed(row, &form::WEB_ADDRESS, diagnostics);
        let ages = ages.read(row, diagnostics);
        if let (Some(name), Some(ages)) = (name, ages) {
            services.push(LocalService {
                municipalities,
                name: name.value.into(),
                kind: kind.text(row),
                summary: summary.text(row),
                phone,
                email,
                website,
                address: address.text(row),
                place: place.text(row),
                ages,
            });
        }
    }
    services
}

/// The names of freely accessible help. One that has a row per municipality is there once.
pub(super) fn names(table: Option<&CsvTable>) -> Catalogue<usize> {
    let mut names = Catalogue::new(phrase("freely accessible help"), codes::E0313);
    let Some(table) = table else {
        return names;
    };
    let name = Columns::new(table).optional("name");
    for (rank, row) in table.rows.iter().enumerate() {
        if let Some(name) = name.cell(row) {
            // The first row of a name stands for all.
            names.add(name, rank, &mut Vec::new());
        }
    }
    names
}
