//! Importing into content that is there already.

use super::desk::{Desk, HEADER, LINDE, MAPPING, OFFERS, WAITS};

#[test]
fn a_second_run_touches_no_file() {
    let desk = Desk::with_rows(LINDE);
    desk.run();
    let before = desk.times();
    let again = desk.run();
    let written = again.import.summary.unwrap().written;
    assert_eq!((written.changed, written.unchanged), (0, 3));
    assert_eq!(desk.times(), before);
}

#[test]
fn a_changed_cell_changes_one_line() {
    let other = LINDE.replace("De Linde", "De Eik").replace("Noord", "West");
    let desk = Desk::with_rows(&format!("{LINDE}{other}"));
    desk.run();
    let before = desk.read("content/waiting-times.csv");
    let changed = LINDE.replace("2,5", "3");
    desk.put("export.csv", format!("{HEADER}{changed}{other}"));
    let written = desk.run().import.summary.unwrap().written;
    assert_eq!((written.changed, written.unchanged), (1, 3));
    let after = desk.read("content/waiting-times.csv");
    let lines = before.lines().zip(after.lines());
    let different: Vec<_> = lines.filter(|(before, after)| before != after).collect();
    assert_eq!(different.len(), 1);
    assert!(different[0].1.contains(",3,weeks,"), "{different:?}");
}

#[test]
fn the_order_of_the_rows_does_not_matter() {
    let other = LINDE.replace("De Linde", "De Eik").replace("Noord", "West");
    let one = Desk::with_rows(&format!("{LINDE}{other}"));
    let reversed = Desk::with_rows(&format!("{other}{LINDE}"));
    one.run();
    reversed.run();
    for file in ["offers.csv", "waiting-times.csv", "providers/de-linde.md"] {
        let path = format!("content/{file}");
        assert_eq!(one.read(&path), reversed.read(&path), "{file}");
    }
}

#[test]
fn rows_of_other_sources_and_other_days_stay_as_they_are() {
    let desk = Desk::with_rows(LINDE);
    let kept = "\"de-linde\",begeleiding,noord,,intake,expected,unspecified,9,weeks,,open,2026-08-01,,opgave van de aanbieder\n\
                zon,begeleiding,,,intake,expected,unspecified,4,weeks,,open,2026-09-01,,opgave van de aanbieder\n";
    let replaced = "de-linde,begeleiding,oud,,intake,expected,unspecified,7,weeks,,open,2026-09-01,,opgave van de aanbieder\n";
    desk.put(
        "content/waiting-times.csv",
        format!("{WAITS}{kept}{replaced}"),
    );
    desk.run();
    let new = "de-linde,begeleiding,noord,,intake,expected,unspecified,2.5,weeks,,open,2026-09-01,,opgave van de aanbieder\n";
    let (first, second) = kept.split_at(kept.find('\n').unwrap() + 1);
    assert_eq!(
        desk.read("content/waiting-times.csv"),
        format!("{WAITS}{first}{new}{second}")
    );
}

#[test]
fn a_wait_that_another_source_gives_already_is_reported() {
    let desk = Desk::with_rows(LINDE);
    let theirs = "de-linde,begeleiding,noord,,intake,expected,unspecified,9,weeks,,open,2026-09-01,,kwartaaluitvraag\n";
    desk.put("content/waiting-times.csv", format!("{WAITS}{theirs}"));
    let run = desk.run();
    assert_eq!(
        run.messages,
        [
            "export.csv:2:82: warning[W1102]: `kwartaaluitvraag` gives this wait already; remove one of the two"
        ]
    );
    let waits = desk.read("content/waiting-times.csv");
    assert_eq!(waits, format!("{WAITS}{theirs}"));
}

#[test]
fn rows_of_one_offer_for_other_municipalities_stay_apart() {
    let desk = Desk::with_rows(LINDE);
    desk.put(
        "content/municipalities/epe/municipality.toml",
        "code = \"0232\"\nname = \"Epe\"\n",
    );
    let mapping = MAPPING.replace(
        "[offer]\n",
        "[offer]\nmunicipalities = { constant = \"s-gravenhage;epe\", split = \";\" }\n",
    );
    desk.put("mapping.toml", mapping);
    let rows = "de-linde,begeleiding,epe,,,12,18,,2026-01-01,,open,Bel eerst\n\
                de-linde,begeleiding,s-gravenhage,,,0,12,,2026-01-01,,open,\n";
    desk.put("content/offers.csv", format!("{OFFERS}{rows}"));
    desk.run();
    assert_eq!(desk.read("content/offers.csv"), format!("{OFFERS}{rows}"));

    let all = desk.read("mapping.toml").replace("s-gravenhage;epe", "*");
    desk.put("mapping.toml", all);
    desk.run();
    let offers = desk.read("content/offers.csv");
    assert!(offers.contains(rows), "{offers}");
    assert!(!offers.contains('*'), "{offers}");
}

#[test]
fn what_was_written_by_hand_stays() {
    let desk = Desk::with_rows(LINDE);
    desk.put(
        "content/providers/de-linde.md",
        "+++\nname = \"Linde\"\nphone = \"055 123\"\n[[locations]]\nid = \"zuid\"\n[[locations]]\nid = \"noord\"\naddress = \"Weg 1\"\n+++\nEen tekst.\n",
    );
    let offer = "de-linde,begeleiding,s-gravenhage,,,4,18,,2026-01-01,,stop,Bel eerst\n";
    desk.put("content/offers.csv", format!("{OFFERS}{offer}"));
    desk.run();
    assert_eq!(
        desk.read("content/providers/de-linde.md"),
        "+++\nname = \"De Linde\"\nkvk = \"00123456\"\nwebsite = \"https://linde.example/\"\nphone = \"055 123\"\n\n\
         [[locations]]\nid = \"zuid\"\n\n\
         [[locations]]\nid = \"noord\"\nname = \"Noord\"\naddress = \"Weg 1\"\nmunicipality = \"0200\"\n+++\nEen tekst.\n"
    );
    assert_eq!(
        desk.read("content/offers.csv"),
        format!("{OFFERS}de-linde,begeleiding,apeldoorn,,,4,18,,2026-01-01,,open,Bel eerst\n")
    );
}

#[test]
fn broken_content_is_reported_and_left_alone() {
    let desk = Desk::with_rows(LINDE);
    desk.put("content/offers.csv", format!("{OFFERS}te,weinig\n"));
    let before = desk.times();
    let run = desk.run();
    assert!(run.import.summary.is_none());
    assert_eq!(run.messages.len(), 1, "{:?}", run.messages);
    assert!(
        run.messages[0].contains("error[E0109]"),
        "{:?}",
        run.messages
    );
    assert_eq!(desk.times(), before);
}

#[test]
fn a_provider_with_this_name_keeps_its_own_slug() {
    let desk = Desk::with_rows(LINDE);
    desk.put(
        "content/providers/linde.md",
        "+++\nname = \"De Linde\"\nemail = \"a@linde.example\"\n+++\nTekst.\n",
    );
    desk.run();
    let provider = desk.read("content/providers/linde.md");
    assert!(provider.contains("kvk = \"00123456\""), "{provider}");
    assert!(
        provider.contains("email = \"a@linde.example\""),
        "{provider}"
    );
    assert!(provider.ends_with("+++\nTekst.\n"), "{provider}");
    assert!(!desk.path("content/providers/de-linde.md").exists());
    assert!(
        desk.read("content/offers.csv")
            .contains("\nlinde,begeleiding,")
    );
}
