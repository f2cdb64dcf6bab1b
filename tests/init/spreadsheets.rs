//! The national list as the CBS publishes it: a spreadsheet.

use std::fs;

use super::desk::{Desk, LIST, Run};
use super::workbook::{Cell, Sheet, ods, texts, xlsx};

/// The columns of «Gemeenten alfabetisch», with a code that a spreadsheet program made a number of.
fn alphabetical() -> Vec<Sheet<'static>> {
    let columns = [
        "Gemeentecode",
        "GemeentecodeGM",
        "Gemeentenaam",
        "Provinciecode",
        "ProvinciecodePV",
        "Provincienaam",
    ];
    let mut groningen = texts(&["", "GM0014", "Groningen", "20", "PV20", "Groningen"]);
    groningen[0] = Cell::Number(14.0);
    let rows = vec![
        texts(&["Gemeenten alfabetisch 2026"]),
        texts(&columns),
        texts(&["0200", "GM0200", "Apeldoorn", "25", "PV25", "Gelderland"]),
        groningen,
    ];
    let notes = vec![texts(&["Bron", "CBS"]), texts(&["Peildatum", "1-1-2026"])];
    [("Toelichting", notes), ("Gemeenten_alfabetisch", rows)]
        .map(|(name, rows)| Sheet {
            name,
            rows,
            merged: None,
        })
        .into()
}

fn init(file: &str, bytes: &[u8], arguments: &[&str]) -> (Desk, Run) {
    let desk = Desk::empty();
    fs::write(desk.path(file), bytes).unwrap();
    let given = ["init", "mijn-regio", "--name", "Proef", "--list", file];
    let run = desk.run(&[&given[..], arguments].concat());
    (desk, run)
}

#[test]
fn the_spreadsheet_of_the_cbs_is_read_as_it_is_published() {
    let chosen = ["--municipality", "Groningen", "--municipality", "0200"];
    for (file, bytes) in [
        ("Gemeenten alfabetisch 2026.xlsx", xlsx(&alphabetical())),
        ("gemeenten.ODS", ods(&alphabetical())),
    ] {
        let (desk, run) = init(file, &bytes, &chosen);
        run.succeeded();
        let settings = desk.read("mijn-regio/content/municipalities/groningen/municipality.toml");
        assert!(
            settings.contains("code = \"0014\"\nname = \"Groningen\""),
            "{file}: {settings}"
        );
    }
}

#[test]
fn a_spreadsheet_with_youth_regions_gives_what_the_csv_gives() {
    let rows = LIST
        .lines()
        .map(|line| texts(&line.split(',').collect::<Vec<_>>()));
    let sheet = Sheet {
        name: "Gebieden",
        rows: rows.collect(),
        merged: None,
    };
    let chosen = ["--youth-region", "groningen"];
    let (of_sheet, run) = init("gebieden.xlsx", &xlsx(&[sheet]), &chosen);
    run.succeeded();
    let (of_csv, run) = init("gebieden.csv", LIST.as_bytes(), &chosen);
    run.succeeded();
    let made = |desk: &Desk| -> Vec<String> {
        let paths = desk.everything().into_iter();
        paths
            .filter(|path| path.starts_with("mijn-regio"))
            .collect()
    };
    assert_eq!(made(&of_sheet), made(&of_csv));
}

#[test]
fn a_fault_is_shown_at_its_cell() {
    let mut sheets = alphabetical();
    sheets[1].rows[2][0] = Cell::Text("Totaal");
    let (_, run) = init(
        "gemeenten.xlsx",
        &xlsx(&sheets),
        &["--municipality", "0014"],
    );
    assert_eq!(run.code, Some(1), "{}", run.err);
    let place = "gemeenten.xlsx!Gemeenten_alfabetisch!A3";
    assert!(run.err.contains(place), "{}", run.err);
    let problem = "`Totaal` is not the CBS code of a municipality with a name";
    assert!(run.err.contains(problem), "{}", run.err);
}

#[test]
fn a_spreadsheet_that_cannot_be_used_says_why_and_makes_nothing() {
    let notes = alphabetical().drain(..1).collect::<Vec<_>>();
    let refusals = [
        (
            "notes.xlsx",
            xlsx(&notes),
            "the list has no column `Gemeentecode`",
        ),
        (
            "broken.xlsx",
            b"no zip".to_vec(),
            "the file cannot be unpacked",
        ),
        (
            "old.xls",
            Vec::new(),
            "a spreadsheet of an old form is not read",
        ),
        ("empty.ods", ods(&[]), "the spreadsheet is empty"),
    ];
    for (file, bytes, problem) in refusals {
        let (desk, run) = init(file, &bytes, &["--municipality", "0014"]);
        assert_eq!(run.code, Some(1), "{file}: {}", run.err);
        assert!(run.err.contains(problem), "{file}: {}", run.err);
        assert!(!desk.path("mijn-regio").exists(), "{file}");
    }
}
