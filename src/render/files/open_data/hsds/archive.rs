//! The tables as one ZIP file: a Data Package (Frictionless, version 2).

use std::io::{Cursor, Write};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::model::{Dataset, Municipality};

use super::super::package::{PACKAGE, described};
use super::sheet::{Form, Lines};

/// Fast: the tables are made anew for every municipality, and a higher level costs three times as much for a tenth less.
const LEVEL: i64 = 1;

/// The package of one municipality. The same tables make the same bytes: files are in order of name, and all are of
/// one moment.
pub(super) fn archive(
    dataset: &Dataset,
    municipality: &Municipality,
    forms: &[Form],
    lines: &Lines,
) -> Vec<u8> {
    let mut files: Vec<(&str, String)> = forms
        .iter()
        .map(|form| {
            let (_, file) = form.tab.names();
            let header = form.names.join(",");
            (file, format!("{header}\r\n{}", lines.get(form.tab)))
        })
        .collect();
    files.push((PACKAGE, description(dataset, municipality, forms)));
    files.sort();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        archive
            .start_file(name, options)
            .and_then(|()| Ok(archive.write_all(text.as_bytes())?))
            .expect("memory takes every write");
    }
    let archive = archive.finish().expect("memory takes every write");
    archive.into_inner()
}

fn description(dataset: &Dataset, municipality: &Municipality, forms: &[Form]) -> String {
    let title = format!("Jeugdhulp in {} (HSDS 3.1)", municipality.name);
    let resources: Vec<Value> = forms.iter().map(resource).collect();
    let mut package = described(dataset, municipality, ("hsds", &title), &resources);
    package["description"] = Value::from(
        "Human Services Data Specification 3.1, met wachttijden en uitkomsten volgens het eigen profiel.",
    );
    package["profile"] = Value::from(format!("{}gegevens/hsds/profile/", municipality.base_url));
    package.to_string()
}

fn resource(form: &Form) -> Value {
    let (name, file) = form.tab.names();
    json!({
        "name": name,
        "path": file,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": form.schema,
            "missingValues": [""],
        },
    })
}
