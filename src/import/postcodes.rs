//! Rows about postcodes → `postcodes.csv`.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostic, Located, Place, SourceMap, codes, phrase, said};
use crate::model::Pc4;

use super::fields;
use super::foreign::ForeignFile;
use super::gazetteer::Gazetteer;
use super::mapping::PostcodeMapping;
use super::rows::{POSTCODES, Record, cell};
use super::source_form::SourceForm;
use super::target::Target;
use super::value::{ForeignRow, Found, Reason, Value};
use super::write::Files;
use super::{Counts, Imported};

pub(super) fn import(
    mapping: &PostcodeMapping,
    form: &SourceForm,
    files: &[ForeignFile],
    target: &Target,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Imported {
    let mut counts = Counts::of(files);
    let gazetteer = Gazetteer::of(&target.material);
    let mut remarks = Vec::new();
    let mut areas: BTreeMap<Vec<String>, Located<Record>> = BTreeMap::new();
    for row in files.iter().flat_map(|file| file.rows(&form.empty)) {
        let place = row.row.place;
        let area = read(mapping, row, &gazetteer, &mut remarks).and_then(|record| {
            let key: Vec<String> = POSTCODES
                .order
                .iter()
                .map(|column| cell(&record, column).to_owned())
                .collect();
            match areas.get(&key) {
                Some(first) if first.value != record => Err(elsewhere(place, first.place)),
                Some(_) | None => Ok((key, record)),
            }
        });
        if let Some((key, record)) = counts.count(area, diagnostics) {
            areas.entry(key).or_insert(Located::new(record, place));
        }
    }
    // A merger is said once for all.
    let mut told: BTreeSet<String> = BTreeSet::new();
    remarks.retain(|remark| told.insert(remark.message.to_string()));
    diagnostics.append(&mut remarks);
    counts.postcodes = areas.len();
    let known: BTreeSet<String> = areas
        .keys()
        .filter_map(|key| key.first().cloned())
        .collect();
    let existing = target.rows(&POSTCODES, sources);
    let added = areas.into_values().map(|area| area.value).collect();
    let text = POSTCODES.text(existing, added, |record| {
        known.contains(cell(record, "pc4"))
    });
    Imported {
        counts,
        files: Files::from([(POSTCODES.name.to_owned(), text)]),
    }
}

fn read(
    mapping: &PostcodeMapping,
    row: ForeignRow<'_>,
    gazetteer: &Gazetteer,
    remarks: &mut Vec<Diagnostic>,
) -> Result<Record, Reason> {
    let pc4 = mapping.pc4.needed("the row has no postcode", row)?;
    if Pc4::parse(&pc4.text()).is_none() {
        let problem = said(
            "`{postcode}` is not the four digits of a postcode",
            [("postcode", &pc4.text())],
        );
        return Err(Reason::new(
            pc4.place,
            problem,
            "write four digits, such as `7311`",
        ));
    }
    let named = mapping
        .municipality
        .needed("the row has no municipality code", row)?;
    let code = Found {
        values: vec![gazetteer.present(&named, None, remarks)?],
        place: named.place,
    };
    let place = mapping.place.needed("the row has no place", row)?;
    let mut record: Record = [("pc4", pc4), ("municipality", code), ("place", place)]
        .into_iter()
        .map(|(column, found)| (column.to_owned(), found.text()))
        .collect();
    let latitude = degrees(mapping.latitude.as_ref(), row)?;
    let longitude = degrees(mapping.longitude.as_ref(), row)?;
    if let (Some(latitude), Some(longitude)) = (latitude, longitude) {
        record.insert("latitude".to_owned(), latitude);
        record.insert("longitude".to_owned(), longitude);
    }
    Ok(record)
}

fn elsewhere(place: Place, first: Place) -> Reason {
    let problem =
        phrase("another row has this postcode in this municipality and place, at another point");
    Reason(Box::new(
        Diagnostic::new(codes::W1102, place, problem)
            .related(first, "the other row, which is imported")
            .help("remove one of the two"),
    ))
}

fn degrees(value: Option<&Value>, row: ForeignRow<'_>) -> Result<Option<String>, Reason> {
    let found: Option<Found> = value.map_or(Ok(None), |value| value.of(row))?;
    found
        .map(|found| {
            let text = found.text();
            fields::number(&text).ok_or_else(|| {
                let problem = said("`{text}` is not a number of degrees", [("text", &text)]);
                Reason::new(found.place, problem, "write a number such as `52.2112`")
            })
        })
        .transpose()
}
