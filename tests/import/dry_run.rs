//! A dry run: what would change is said, and nothing is written.

use super::desk::{Desk, HEADER, LINDE};
use super::program::import;

#[test]
fn a_dry_run_says_what_would_change_and_writes_nothing() {
    let other = LINDE.replace("De Linde", "De Eik").replace("Noord", "West");
    let desk = Desk::with_rows(&format!("{LINDE}{other}"));
    let before = desk.times();
    let dry = |desk: &Desk| {
        import(
            &desk.path(""),
            &["--map", "mapping.toml", "--dry-run", "export.csv"],
        )
    };
    let said = dry(&desk);
    assert_eq!(said.code, Some(0));
    assert!(
        said.out
            .starts_with("offers.csv: 2 added, 0 changed, 0 gone\n"),
        "{}",
        said.out
    );
    assert!(
        said.out
            .contains("providers/de-eik.md: new file, 6 added, 0 changed, 0 gone\n"),
        "{}",
        said.out
    );
    assert!(
        said.errors
            .contains("4 files would be written, 0 unchanged"),
        "{}",
        said.errors
    );
    assert_eq!(desk.times(), before);

    desk.run();
    let before = desk.times();
    let gone = "2;De Eik;;;;Oost;;7311AB;;B;1-9-2026;3\n";
    let linde = LINDE
        .replace("2,5", "aanmeldstop")
        .replace("https://linde.example/", "https://linde2.example/");
    desk.put("export.csv", format!("{HEADER}{linde}{gone}"));
    let said = dry(&desk);
    let difference: Vec<&str> = said
        .out
        .lines()
        .filter(|line| !line.contains("W1103"))
        .collect();
    assert_eq!(
        difference,
        [
            "providers/de-eik.md: 3 added, 0 changed, 0 gone",
            "  + locations.oost.id: oost",
            "  + locations.oost.municipality: 0200",
            "  + locations.oost.name: Oost",
            "providers/de-linde.md: 0 added, 1 changed, 0 gone",
            "  ~ website: https://linde.example/ -> https://linde2.example/",
            "waiting-times.csv: 1 added, 1 changed, 1 gone",
            "  + de-eik, begeleiding, oost, intake, expected, unspecified, 2026-09-01, opgave van de aanbieder: value 3, unit weeks, status open",
            "  - de-eik, begeleiding, west, intake, expected, unspecified, 2026-09-01, opgave van de aanbieder: value 2.5, unit weeks, status open",
            "  ~ de-linde, begeleiding, noord, intake, expected, unspecified, 2026-09-01, opgave van de aanbieder: value 2.5 -> (empty), unit weeks -> (empty), status open -> stop",
        ]
    );
    assert!(
        said.errors
            .contains("3 files would be written, 1 unchanged"),
        "{}",
        said.errors
    );
    assert_eq!(desk.times(), before);

    // What the dry run said is what happens.
    desk.run();
    assert_eq!(dry(&desk).problems(), said.problems());
    assert!(!dry(&desk).out.contains(" gone\n"));
}

#[test]
fn a_dry_run_of_what_is_wrong_ends_as_the_import_would() {
    let desk = Desk::new("kind = \n", HEADER);
    let said = import(
        &desk.path(""),
        &["--map", "mapping.toml", "--dry-run", "export.csv"],
    );
    assert_eq!(said.code, Some(1));
}

#[test]
fn what_would_change_is_said_in_dutch_too() {
    let desk = Desk::with_rows(LINDE);
    let arguments = [
        "--map",
        "mapping.toml",
        "export.csv",
        "--into",
        "content",
        "--dry-run",
        "--lang",
        "nl",
    ];
    let said = super::program::import(&desk.path("."), &arguments);
    let rows = "providers/de-linde.md: nieuw bestand, 6 erbij, 0 veranderd, 0 weg\n";
    assert!(said.out.contains(rows), "{}", said.out);
    assert!(
        said.out
            .contains("offers.csv: 1 erbij, 0 veranderd, 0 weg\n"),
        "{}",
        said.out
    );
    assert!(
        said.errors
            .contains("1 records gelezen: 1 ingelezen, 0 gemeld\n"),
        "{}",
        said.errors
    );
    assert!(
        said.errors
            .contains(" bestanden zouden worden geschreven, "),
        "{}",
        said.errors
    );
}
