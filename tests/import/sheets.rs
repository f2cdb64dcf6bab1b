//! Spreadsheets: what their cells become, and where problems in them are.

use super::desk::{Desk, MAPPING, WAITS};
use super::workbook::{Cell, Sheet, ods, texts, xlsx, zipped};

const COLUMNS: [&str; 12] = [
    "Nr",
    "Naam",
    "Handelsnaam",
    "KvK",
    "Site",
    "Locatie",
    "Afdeling",
    "Postcode",
    "Plaats",
    "Soort",
    "Peildatum",
    "Wacht",
];

/// The first of September 2026.
const DAY: Cell<'static> = Cell::Day(46_266, "2026-09-01");

fn row<'a>(name: &'a str, location: &'a str, wait: Cell<'a>) -> Vec<Cell<'a>> {
    let mut row = texts(&["1", name, "", "", "", location, "", "7311AB", "", "B"]);
    row[3] = Cell::Number(123_456.0);
    row.extend([DAY, wait]);
    row
}

/// A title, the header, a provider over two rows, an empty row, and a failed formula.
fn waits(name: &'static str) -> Sheet<'static> {
    Sheet {
        name,
        rows: vec![
            texts(&["Wachttijden van de regio"]),
            texts(&COLUMNS),
            row("De Linde", "Noord", Cell::Number(2.5)),
            row("", "Zuid", Cell::Text("4-6 weken")),
            Vec::new(),
            row("De Eik", "West", Cell::Error("#DIV/0!")),
            row("De Eik", "Oost", Cell::Text("te veel")),
        ],
        merged: Some([2, 1, 2]),
    }
}

fn notes() -> Sheet<'static> {
    Sheet {
        name: "Toelichting",
        rows: vec![texts(&["Deze lijst is gemaakt door de regio"])],
        merged: None,
    }
}

fn both(sheets: fn() -> Vec<Sheet<'static>>) -> [(&'static str, Vec<u8>); 2] {
    [
        ("export.xlsx", xlsx(&sheets())),
        ("export.ods", ods(&sheets())),
    ]
}

#[test]
fn cells_are_read_for_what_they_are_and_problems_have_the_name_of_their_cell() {
    for (file, bytes) in both(|| vec![waits("Wacht"), notes()]) {
        let desk = Desk::new(MAPPING, "");
        desk.put(file, bytes);
        let said = desk.import("mapping.toml", file);
        assert_eq!(
            said.counts(),
            [4, 3, 1],
            "{file}: {}{}",
            said.out,
            said.errors
        );
        assert_eq!(
            desk.read("content/waiting-times.csv"),
            format!(
                "{WAITS}de-eik,begeleiding,oost,,intake,expected,unspecified,,,te veel,open,2026-09-01,,opgave van de aanbieder\n\
                 de-linde,begeleiding,noord,,intake,expected,unspecified,2.5,weeks,,open,2026-09-01,,opgave van de aanbieder\n\
                 de-linde,begeleiding,zuid,,intake,expected,unspecified,6,weeks,4-6 weken,open,2026-09-01,,opgave van de aanbieder\n"
            ),
            "{file}"
        );
        let linde = desk.read("content/providers/de-linde.md");
        assert!(linde.contains("kvk = \"00123456\""), "{linde}");
        let places: Vec<String> = said
            .problems()
            .iter()
            .map(|problem| problem.split("]: ").next().unwrap().to_owned())
            .collect();
        assert_eq!(
            places,
            [
                format!("{file}!Toelichting!A1: warning[W1106"),
                format!("{file}!Wacht!L4: warning[W1103"),
                format!("{file}!Wacht!L6: warning[W1102"),
                format!("{file}!Wacht!L7: warning[W1103"),
            ]
        );
        assert!(
            said.out.contains("the formula gives `#DIV/0!`"),
            "{}",
            said.out
        );
    }
}

#[test]
fn a_formula_without_its_outcome_is_reported_and_no_empty_cell() {
    let sheets = || {
        let rows = vec![texts(&COLUMNS), row("De Linde", "Noord", Cell::Formula)];
        vec![Sheet {
            name: "Wacht",
            rows,
            merged: None,
        }]
    };
    for (file, bytes) in both(sheets) {
        let desk = Desk::new(MAPPING, "");
        desk.put(file, bytes);
        let said = desk.import("mapping.toml", file);
        assert_eq!(said.counts(), [1, 0, 1], "{}", said.out);
        assert!(
            said.out.contains(&format!(
                "{file}!Wacht!L2: warning[W1102]: the formula gives `?`; correct the formula and save the file"
            )),
            "{}",
            said.out
        );
    }
}

#[test]
fn the_mapping_says_which_sheets_are_read() {
    for (file, bytes) in both(|| vec![waits("Een"), waits("Twee"), notes()]) {
        let desk = Desk::new(
            &MAPPING.replace("[source]", "[source]\nsheets = [\"Twee\"]"),
            "",
        );
        desk.put(file, bytes);
        let said = desk.import("mapping.toml", file);
        assert_eq!(said.counts(), [4, 3, 1]);
        assert!(!said.out.contains("!Een!"), "{}", said.out);
        desk.put(
            "mapping.toml",
            MAPPING.replace("[source]", "[source]\nsheets = [\"Drie\"]"),
        );
        let said = desk.import("mapping.toml", file);
        assert_eq!(said.code, Some(1));
        assert!(
            said.out.contains("there is no filled sheet `Drie`"),
            "{}",
            said.out
        );
        desk.put(
            "mapping.toml",
            MAPPING.replace("[source]", "[source]\nsheets = \"*\""),
        );
        let said = desk.import("mapping.toml", file);
        assert_eq!(said.code, Some(1));
        assert!(said.out.contains("is not in the file"), "{}", said.out);
    }
}

#[test]
fn a_file_that_unpacks_to_too_much_is_refused() {
    let bomb = zipped(&[("xl/worksheets/sheet1.xml", vec![b' '; 101 * 1024 * 1024])]);
    assert!(bomb.len() < 1_000_000);
    let desk = Desk::new(MAPPING, "");
    desk.put("export.xlsx", bomb);
    let said = desk.import("mapping.toml", "export.xlsx");
    assert_eq!(said.code, Some(1));
    assert_eq!(
        said.out,
        "export.xlsx:1:1: error[E1107]: the file unpacks to more than 100 MB; keep only the sheets and rows that are imported, or save them as CSV\n"
    );
}

#[test]
fn cells_that_repeat_without_end_are_refused() {
    let cells = r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let bytes = ods(&[Sheet {
        name: "Wacht",
        rows: Vec::new(),
        merged: None,
    }]);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let content = std::io::read_to_string(archive.by_name("content.xml").unwrap()).unwrap();
    let content = content.replace(
        "table:name=\"Wacht\">",
        &format!("table:name=\"Wacht\">{cells}"),
    );
    let desk = Desk::new(MAPPING, "");
    desk.put(
        "export.ods",
        zipped(&[("content.xml", content.into_bytes())]),
    );
    let said = desk.import("mapping.toml", "export.ods");
    assert_eq!(said.code, Some(1));
    assert!(
        said.out.contains("more cells than are read"),
        "{}",
        said.out
    );
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing() {
    let bytes = xlsx(&[waits("Wacht")]);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().to_string();
        let text = std::io::read_to_string(entry).unwrap();
        let corner = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>"#;
        files.push((name, text.replace("</sheetData>", corner).into_bytes()));
    }
    let files: Vec<(&str, Vec<u8>)> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.clone()))
        .collect();
    let desk = Desk::new(MAPPING, "");
    desk.put("export.xlsx", zipped(&files));
    assert_eq!(
        desk.import("mapping.toml", "export.xlsx").counts(),
        [4, 3, 1]
    );
}

#[test]
fn what_is_no_spreadsheet_is_said_to_be_none() {
    let desk = Desk::new(MAPPING, "");
    for file in ["export.xlsx", "export.ods", "export.xls"] {
        desk.put(file, "Naam;Wacht\n");
        let said = desk.import("mapping.toml", file);
        assert_eq!(said.code, Some(1));
        assert!(
            said.out.starts_with(&format!("{file}:1:1: error[E1107]: ")),
            "{}",
            said.out
        );
    }
}
