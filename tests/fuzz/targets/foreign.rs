//! Foreign files for `import`, which writes nothing here: it says what would change.

use std::path::PathBuf;

use keuzewijzer::diagnostics::Language;
use keuzewijzer::import::{Options, import};

use super::Workbench;
use super::parts::{between_bars, zipped};
use super::workbench::show;

/// Imports files by a mapping; what a mapping or a file is to blame for is a problem, never an error.
fn run(bench: &Workbench, map: impl Into<PathBuf>, files: Vec<PathBuf>) {
    let imported = import(&Options {
        map: map.into(),
        files,
        into: bench.path("content"),
        is_dry_run: true,
        language: Language::English,
    });
    let imported = imported.expect("the files can be read");
    show(&imported.diagnostics, &imported.sources);
    if let Some(summary) = imported.summary {
        let counts = summary.counts;
        assert_eq!(
            counts.imported + counts.reported,
            counts.read,
            "every record is imported or reported"
        );
        let _ = summary.in_words();
    }
}

/// The first byte chooses the mapping, the rest is a file of CSV.
pub(super) fn table(bench: &Workbench, bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let map = ["beschikbaarheidswijzer", "uitkomsten"][usize::from(first % 2)];
    run(bench, map, vec![bench.put("foreign/table.csv", rest)]);
}

/// A workbook as it is; the first byte chooses its form.
pub(super) fn sheet(bench: &Workbench, bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let name = ["foreign/sheet.xlsx", "foreign/sheet.ods"][usize::from(first % 2)];
    run(bench, "beschikbaarheidswijzer", vec![bench.put(name, rest)]);
}

/// The files in a workbook, so that the search for inputs need not know ZIP.
pub(super) fn sheet_parts(bench: &Workbench, bytes: &[u8]) {
    let parts = between_bars(bytes);
    let (name, files): (&str, &[&str]) = if parts.len() < 2 {
        ("foreign/parts.ods", &["content.xml"])
    } else {
        (
            "foreign/parts.xlsx",
            &[
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
            ],
        )
    };
    let file = bench.put(name, &zipped(files, &parts));
    run(bench, "beschikbaarheidswijzer", vec![file]);
}

const JSON_MAPPING: &str = r#"
[source]
records = "contents"
each = ["locations", "services"]

[provider]
name = "name"
kvk = { column = "kvk", pad = 8, optional = true }

[location]
id = { column = "locations.name", optional = true }
name = { column = "locations.name", optional = true }

[product]
column = "services.name"

[figures]
reference_date = "date"
source = "opgave"

[[wait]]
column = "services.wait"
kind = "intake"
basis = "expected"
unit = "weeks"
optional = true
"#;

pub(super) fn json(bench: &Workbench, bytes: &[u8]) {
    let map = bench.put("foreign/json.toml", JSON_MAPPING.as_bytes());
    run(bench, map, vec![bench.put("foreign/records.json", bytes)]);
}

pub(super) fn hsds_json(bench: &Workbench, bytes: &[u8]) {
    run(
        bench,
        "hsds-json",
        vec![bench.put("foreign/hsds.json", bytes)],
    );
}

/// The tables of a package, so that the search for inputs need not know ZIP.
pub(super) fn hsds_csv(bench: &Workbench, bytes: &[u8]) {
    const FILES: &[&str] = &[
        "datapackage.json",
        "organizations.csv",
        "services.csv",
        "locations.csv",
        "services_at_location.csv",
        "addresses.csv",
        "phones.csv",
        "languages.csv",
    ];
    let package = zipped(FILES, &between_bars(bytes));
    run(
        bench,
        "hsds-csv",
        vec![bench.put("foreign/hsds.zip", &package)],
    );
}

const TABLE: &str = "Naam;KvK;Plaats;Postcode;Soort;Peildatum;Wacht;Meting;Aantal;Percentage\n\
    De Linde;123456;Apeldoorn;7311AB;Vaktherapie;1-9-2026;2,5;uitval;40;12%\n\
    Kompas;00000002;Zutphen;7201 AB;begeleiding-individueel;2026-10-01;in overleg;ervaring;5;80\n";

/// A mapping for a small table.
pub(super) fn mapping(bench: &Workbench, bytes: &[u8]) {
    let map = bench.put("foreign/mapping.toml", bytes);
    run(
        bench,
        map,
        vec![bench.put("foreign/small.csv", TABLE.as_bytes())],
    );
}

/// The text of one wait.
pub(super) fn wait(bench: &Workbench, bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let cell = text.replace('"', "\"\"");
    let table = format!(
        "Aanbieder,Product,Peildatum,Wachttijd\nKompas Jeugdhulp,vaktherapie,2026-10-01,\"{cell}\"\n"
    );
    let file = bench.put("foreign/wait.csv", table.as_bytes());
    run(bench, "beschikbaarheidswijzer", vec![file]);
}
