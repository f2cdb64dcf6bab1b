//! The mappings that come with the program.

use super::desk::{Desk, WAITS};
use super::program::import;
use super::workbook::{Cell, Sheet, texts, xlsx};

#[test]
fn help_lists_them() {
    let desk = Desk::new("", "");
    let said = import(&desk.path(""), &["--help"]);
    for name in [
        "beschikbaarheidswijzer",
        "uitkomsten",
        "hsds-json",
        "hsds-csv",
    ] {
        assert!(said.out.contains(&format!("\n  {name} ")), "{}", said.out);
    }
}

#[test]
fn a_name_that_is_none_is_a_path() {
    let desk = Desk::new("", "");
    let said = import(&desk.path(""), &["--map", "beschikbaarheid", "export.csv"]);
    assert_eq!(said.code, Some(3));
    assert!(
        said.errors.contains("cannot read `beschikbaarheid`"),
        "{}",
        said.errors
    );
}

#[test]
fn an_availability_sheet_gives_waits_by_code_and_name_of_the_product() {
    let desk = Desk::new("", "");
    desk.put(
        "content/products/begeleiding.md",
        "+++\ncode = \"45A04\"\nname = \"Jeugdhulp ambulant\"\nplain_name = \"Begeleiding thuis\"\n+++\n",
    );
    let mut row = texts(&[
        "De Linde",
        "Noord",
        "7311AB",
        "45A04",
        "4-6 weken",
        "in overleg",
    ]);
    row.push(Cell::Day(46_266, "2026-09-01"));
    let mut other = texts(&["De Linde", "Noord", "7311AB", "Begeleiding", "geen", ""]);
    other.push(Cell::Day(46_267, "2026-09-02"));
    let mut third = texts(&["De Eik", "", "", "begeleiding thuis", "Aanmeldstop", "8"]);
    third.push(Cell::Day(46_266, "2026-09-01"));
    desk.put(
        "wijzer.xlsx",
        xlsx(&[Sheet {
            name: "Wijzer",
            rows: vec![
                texts(&[
                    "Naam aanbieder",
                    "Locatie",
                    "postcode",
                    "Product",
                    "Wachttijd  intake",
                    "Behandelwachttijd",
                    "Peildatum",
                ]),
                row,
                other,
                third,
            ],
            merged: None,
        }]),
    );
    let said = desk.import("beschikbaarheidswijzer", "wijzer.xlsx");
    assert_eq!(said.counts(), [3, 3, 0], "{}", said.out);
    let source = "opgave van de aanbieder";
    assert_eq!(
        desk.read("content/waiting-times.csv"),
        format!(
            "{WAITS}de-eik,begeleiding,,,intake,expected,unspecified,,,,stop,2026-09-01,,{source}\n\
             de-eik,begeleiding,,,treatment,expected,unspecified,8,weeks,,open,2026-09-01,,{source}\n\
             de-linde,begeleiding,noord,,intake,expected,unspecified,6,weeks,4-6 weken,open,2026-09-01,,{source}\n\
             de-linde,begeleiding,noord,,intake,expected,unspecified,,,,unknown,2026-09-02,,{source}\n\
             de-linde,begeleiding,noord,,treatment,expected,unspecified,,,in overleg,open,2026-09-01,,{source}\n\
             de-linde,begeleiding,noord,,treatment,expected,unspecified,,,,unknown,2026-09-02,,{source}\n"
        )
    );
    assert!(
        !desk
            .path("content/offers.csv")
            .metadata()
            .is_ok_and(|file| file.len() > 200)
    );
}

#[test]
fn a_mapping_can_be_shown_and_is_a_mapping_then() {
    let desk = Desk::new(
        "",
        "Aanbieder;Product;Peildatum;Totale wachttijd\nLinde;begeleiding;1-9-2026;3\n",
    );
    let shown = import(
        &desk.path(""),
        &["--map", "beschikbaarheidswijzer", "--show-mapping"],
    );
    assert_eq!(shown.code, Some(0));
    desk.put("own.toml", shown.out);
    assert_eq!(desk.import("own.toml", "export.csv").counts(), [1, 1, 0]);
    assert_eq!(desk.waits(), [" 3 weeks  open"]);
    let none = import(&desk.path(""), &["--map", "own.toml", "--show-mapping"]);
    assert_eq!(none.code, Some(1));
}

#[test]
fn a_file_without_any_wait_is_not_imported_in_silence() {
    let desk = Desk::new(
        "",
        "Aanbieder;Product;Peildatum;Duur\nLinde;begeleiding;1-9-2026;3\n",
    );
    let said = desk.import("beschikbaarheidswijzer", "export.csv");
    assert_eq!(said.code, Some(1));
    assert!(
        said.out
            .contains("none of the columns `Wachttijd intake`, "),
        "{}",
        said.out
    );
    assert!(!desk.path("content/providers").exists());
}
