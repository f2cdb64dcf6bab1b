//! Rows about municipalities → `municipalities/<slug>/municipality.toml`.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Place, SourceMap, codes, phrase, said};
use crate::model::CbsCode;
use crate::plan::to_slug;

use super::datum::{Data, Datum, data_of, toml_text};
use super::foreign::ForeignFile;
use super::former_municipality::FormerMunicipalities;
use super::mapping::MunicipalityMapping;
use super::source_form::SourceForm;
use super::target::Target;
use super::value::{ForeignRow, Reason};
use super::write::Files;
use super::{Counts, Imported};

/// A municipality as a row tells it.
struct MunicipalityRecord {
    code: String,
    name: String,
    local_team: String,
    place: Place,
}

pub(super) fn import(
    mapping: &MunicipalityMapping,
    form: &SourceForm,
    files: &[ForeignFile],
    target: &Target,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Imported {
    let mut counts = Counts::of(files);
    let mut by_slug: BTreeMap<String, MunicipalityRecord> = BTreeMap::new();
    let former = FormerMunicipalities::read();
    for row in files.iter().flat_map(|file| file.rows(&form.empty)) {
        let read =
            read(mapping, &former, row).and_then(|(slug, record)| match by_slug.get(&slug) {
                Some(first) if first.code != record.code => Err(taken(&slug, &record, first)),
                Some(_) | None => Ok((slug, record)),
            });
        if let Some((slug, record)) = counts.count(read, diagnostics) {
            by_slug.entry(slug).or_insert(record);
        }
    }
    counts.municipalities = by_slug.len();
    let changed = by_slug
        .iter()
        .map(|(slug, record)| {
            let path = format!("municipalities/{slug}/municipality.toml");
            (path, text(slug, record, target, sources))
        })
        .collect::<Files>();
    Imported {
        counts,
        files: changed,
    }
}

fn read(
    mapping: &MunicipalityMapping,
    former: &FormerMunicipalities,
    row: ForeignRow<'_>,
) -> Result<(String, MunicipalityRecord), Reason> {
    let code = mapping
        .code
        .needed("the row has no municipality code", row)?;
    let name = mapping.name.needed("the row has no name", row)?;
    if CbsCode::parse(&code.text()).is_none() {
        let problem = said(
            "`{code}` is not a CBS municipality code",
            [("code", &code.text())],
        );
        let help = phrase("a code has four digits; `pad = 4` in the mapping gives lost zeros back");
        return Err(Reason::new(code.place, problem, help));
    }
    if let Some(gone) = former.with_code(&code.text()) {
        let problem = said("`{name}` was no more since {until}", [("name", &gone.name)])
            .with_day("until", gone.until);
        let help = phrase("import a list of the municipalities of today");
        return Err(Reason::new(code.place, problem, help));
    }
    let record = MunicipalityRecord {
        code: code.text(),
        name: name.text(),
        local_team: mapping
            .local_team
            .needed("the row has no local team", row)?
            .text(),
        place: row.row.place,
    };
    Ok((to_slug(&record.name), record))
}

fn taken(slug: &str, record: &MunicipalityRecord, first: &MunicipalityRecord) -> Reason {
    let problem = said(
        "`{name}` would have the same folder, `{slug}`, as another municipality",
        [("name", &record.name), ("slug", &slug)],
    );
    Reason(Box::new(
        Diagnostic::new(codes::W1102, record.place, problem)
            .related(first.place, "the other one")
            .help("give the two different names with `replace` in the mapping"),
    ))
}

/// What is written by hand stays; the name of the local team is only given to a new municipality.
fn text(slug: &str, record: &MunicipalityRecord, target: &Target, sources: &SourceMap) -> String {
    let municipalities = &target.material.municipalities;
    let existing = municipalities.iter().find(|folder| folder.name == slug);
    let before = existing.map(|folder| data_of(&folder.settings.front));
    let mut data = before.clone().unwrap_or_default();
    data.insert("code".to_owned(), Datum::Text(record.code.clone()));
    data.insert("name".to_owned(), Datum::Text(record.name.clone()));
    data.entry("local_team".to_owned()).or_insert_with(|| {
        let name = Datum::Text(record.local_team.clone());
        Datum::Table(Data::from([("name".to_owned(), name)]))
    });
    match existing {
        Some(folder) if before.as_ref() == Some(&data) => {
            sources.text(folder.settings.file).to_owned()
        }
        Some(_) | None => toml_text(&data),
    }
}
