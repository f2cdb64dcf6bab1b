//! The waits of 2016 from the Dutch healthcare authority, counted a second time without anything of the import.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use keuzewijzer::diagnostics::Language;
use keuzewijzer::import::{Import, Options, import};
use keuzewijzer::pipeline;
use keuzewijzer::publish::Compression;

#[path = "../desk/copy.rs"]
mod copy;

use copy::copy_folder;

/// The reference data, where they are kept beside the project or above it.
pub(crate) fn data() -> Option<PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = project.ancestors().skip(1);
    folders
        .map(|folder| folder.join("shared/data"))
        .find(|data| data.is_dir())
}

/// A second reader of CSV with `;`, one character after the other.
fn records(text: &str) -> Vec<(usize, Vec<String>)> {
    let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut is_quoted, mut line, mut first_line) = (false, 1, 1);
    for character in text.trim_start_matches('\u{feff}').chars() {
        line += usize::from(character == '\n');
        match character {
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => record.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                record.push(std::mem::take(&mut cell));
                records.push((first_line, std::mem::take(&mut record)));
                first_line = line;
            }
            other => cell.push(other),
        }
    }
    records
}

fn state(cell: &str) -> &'static str {
    match cell.trim() {
        "stop" | "Stop" | "geen intakes" | "Geen intakes" => "stop",
        "" | "-" | "NA" => "unknown",
        number if number.replace(',', ".").parse::<f64>().is_ok() => "number",
        _ => "text",
    }
}

/// How often each state stands in the rows that were not reported. Rows that agree in everything that makes a wait
/// are one; a row for basis-ggz and specialistische ggz is two.
fn count(text: &str, reported: &[usize]) -> BTreeMap<&'static str, usize> {
    let records = records(text);
    let header = &records[0].1;
    let column = |name: &str| header.iter().position(|column| column == name).unwrap();
    let mut waits = BTreeMap::new();
    for (line, record) in &records[1..] {
        if reported.contains(line) {
            continue;
        }
        let cell = |name: &str| record[column(name)].trim().to_lowercase();
        let place: Vec<String> = ["Vestigingslocatie", "Nadere.typering", "Typering"]
            .iter()
            .map(|name| cell(name))
            .collect();
        for kind in ["Aanmeldtijd", "Behandeltijd"] {
            for sort in cell("Type.GGZ").split('/') {
                let key = (
                    cell("Naam.zorgaanbieder"),
                    [sort.to_owned(), cell("Circuit"), kind.to_owned()],
                    place.clone(),
                    cell("Peildatum"),
                );
                waits.insert(key, state(&record[column(kind)]));
            }
        }
    }
    let mut counts = BTreeMap::new();
    for state in waits.values() {
        *counts.entry(*state).or_insert(0) += 1;
    }
    counts
}

fn imported(text: &str) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for row in text.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let state = match (cells[10], cells[7].is_empty()) {
            ("stop", _) => "stop",
            ("unknown", _) => "unknown",
            (_, true) => "text",
            _ => "number",
        };
        *counts.entry(state).or_insert(0) += 1;
    }
    counts
}

fn run(example: &Path, map: &str, file: PathBuf, into: &Path) -> Import {
    import(&Options {
        map: example.join(map),
        files: vec![file],
        into: into.to_owned(),
        is_dry_run: false,
        language: Language::English,
    })
    .unwrap()
}

#[test]
fn all_records_of_the_nza_are_imported_or_reported() {
    let Some(data) = data() else {
        println!("skipped: there is no folder `shared/data` beside the project");
        return;
    };
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/nza-2016");
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    copy_folder(&example.join("content"), &content);
    let foreign = data.join("municipalities/gemeenten_2026_jeugdzorgregio.csv");
    let municipalities = run(&example, "municipalities.toml", foreign, &content);
    assert_eq!(municipalities.summary.unwrap().counts.imported, 342);
    let foreign = data.join("postcodes/geonames_nl_zipcodes_2026-03.csv");
    let postcodes = run(&example, "postcodes.toml", foreign, &content);
    assert_eq!(postcodes.summary.unwrap().counts.reported, 20);
    let foreign = data.join("providers-nl/nza_2016_instellingen_utf8.csv");
    let waits = run(&example, "mapping.toml", foreign.clone(), &content);
    let counts = waits.summary.unwrap().counts;
    assert_eq!(counts.read, 1_780);
    assert_eq!(counts.imported + counts.reported, 1_780);
    let reported = waits.diagnostics.iter();
    let reported: Vec<usize> = reported
        .filter(|problem| problem.code.id() == "W1102")
        .map(|problem| waits.sources.position(problem.primary).line)
        .collect();
    assert_eq!(reported.len(), counts.reported);
    let raw = fs::read_to_string(foreign).unwrap();
    let written = fs::read_to_string(content.join("waiting-times.csv")).unwrap();
    assert_eq!(imported(&written), count(&raw, &reported));
    assert!(counts.reported < 20, "{}", counts.reported);

    let options = pipeline::Options {
        content,
        themes: Path::new(env!("CARGO_MANIFEST_DIR")).join("themes"),
        date: None,
        today: jiff::civil::date(2026, 11, 15),
        is_strict: false,
        previous: None,
        program: None,
        compression: Compression::None,
        shard: None,
    };
    let findings = pipeline::check(&options, &|_| ()).unwrap();
    let errors = findings.diagnostics.iter();
    let errors: Vec<_> = errors
        .filter(|problem| problem.code.id().starts_with('E'))
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn the_second_reader_reads_quoted_line_breaks() {
    let expected = vec![
        (1, vec!["a".to_owned(), "b".to_owned()]),
        (2, vec!["1;\n2".to_owned(), String::new()]),
        (4, vec!["3".to_owned(), "4".to_owned()]),
    ];
    assert_eq!(records("a;b\n\"1;\n2\";\n3;4\n"), expected);
}
