//! What records become, and which are reported.

use std::fmt::Write as _;

use super::desk::{Desk, LINDE, OFFERS, WAITS};

#[test]
fn a_row_becomes_a_provider_an_offer_and_a_wait() {
    let desk = Desk::with_rows(LINDE);
    let run = desk.run();
    assert_eq!(run.messages, [""; 0]);
    assert_eq!(
        desk.read("content/providers/de-linde.md"),
        "+++\nname = \"De Linde\"\nkvk = \"00123456\"\nwebsite = \"https://linde.example/\"\n\n\
         [[locations]]\nid = \"noord\"\nname = \"Noord\"\nmunicipality = \"0200\"\n+++\n"
    );
    assert_eq!(
        desk.read("content/offers.csv"),
        format!("{OFFERS}de-linde,begeleiding,apeldoorn,,,,,,2026-01-01,,open,\n")
    );
    assert_eq!(
        desk.read("content/waiting-times.csv"),
        format!(
            "{WAITS}de-linde,begeleiding,noord,,intake,expected,unspecified,2.5,weeks,,open,2026-09-01,,opgave van de aanbieder\n"
        )
    );
}

#[test]
fn the_summary_accounts_for_every_record() {
    let desk = Desk::with_rows(&format!("{LINDE}2;;;;;;;;;B;1-9-2026;3\n3;te;weinig\n"));
    let run = desk.run();
    assert_eq!(
        run.import.summary.unwrap().in_words(),
        [
            "3 records read: 1 imported, 2 reported",
            "1 providers, 1 locations, 1 products, 1 offers, 1 waits",
            "3 files written, 0 unchanged",
        ]
    );
    assert_eq!(
        run.messages,
        [
            "export.csv:3:3: warning[W1102]: the row has no provider name; fill in the cell, or map another column",
            "export.csv:4:1: warning[W1102]: the row is broken: expected 12 cells as in the header, found 3 cells; write a separator for empty cells too",
        ]
    );
}

#[test]
fn each_way_of_not_being_a_number_is_kept_for_what_it_is() {
    let mut rows = String::new();
    let cells = [
        "0",
        "10 dgn",
        "Stop",
        "-",
        "in overleg",
        "4-6",
        "NA",
        "",
        "> 6 mnd",
        "geen",
        "aanmeldstop",
        "6 wk na diagnostiek",
        "circa 9 maanden",
        "Binnen 24 uur",
        "2 tot 3 mnd",
        "4-6 weken",
        "999",
    ];
    for (rank, wait) in cells.iter().enumerate() {
        writeln!(
            rows,
            "{rank};Linde;;;;L{rank:02};;7311AB;;B;1-9-2026;{wait}"
        )
        .unwrap();
    }
    let desk = Desk::with_rows(&rows);
    let run = desk.run();
    assert_eq!(
        desk.waits(),
        [
            "l00 0 weeks  open",
            "l01 10 days  open",
            "l02    stop",
            "l03    unknown",
            "l04   in overleg open",
            "l05 6 weeks 4-6 weken open",
            "l08   > 6 mnd open",
            "l09    unknown",
            "l10    stop",
            "l11   6 wk na diagnostiek open",
            "l12 9 months circa 9 maanden open",
            "l13 1 days Binnen 24 uur open",
            "l14 3 months 2 tot 3 mnd open",
            "l15 6 weeks 4-6 weken open",
            "l16    unknown",
        ]
    );
    let said: Vec<&str> = run
        .messages
        .iter()
        .map(|message| message.split_once("W1103]: ").unwrap().1)
        .map(|message| message.split_once("; say in the mapping").unwrap().0)
        .collect();
    assert_eq!(
        said,
        [
            "`4-6` is read as 6 weeks, and `4-6 weken` is shown",
            "`> 6 mnd` is no number and not in the table of words: it is kept as text",
            "`geen` can mean no wait or no place: the wait is unknown",
            "`aanmeldstop` is read as a stop: no new clients are taken",
            "`6 wk na diagnostiek` is no number and not in the table of words: it is kept as text",
            "`circa 9 maanden` is read as 9 months, and `circa 9 maanden` is shown",
            "`Binnen 24 uur` is read as 1 days, and `Binnen 24 uur` is shown",
            "`2 tot 3 mnd` is read as 3 months, and `2 tot 3 mnd` is shown",
            "`4-6 weken` is read as 6 weeks, and `4-6 weken` is shown",
            "`999` is longer than three years: the wait is unknown",
        ]
    );
}

#[test]
fn a_row_for_two_products_is_a_wait_and_an_offer_of_each() {
    let desk = Desk::with_rows("1;Linde;;;;;;7311AB;;BH;1-9-2026;3\n");
    let run = desk.run();
    assert_eq!((run.counts().offers, run.counts().waits), (2, 2));
}

#[test]
fn the_same_wait_with_another_value_is_reported_and_an_equal_one_is_not() {
    let desk = Desk::with_rows(
        "1;Linde;;;;Noord;;7311AB;;B;1-9-2026;3\n\
         2;Linde;;;;Noord;;7311AB;;B;1-9-2026;3\n\
         3;Linde;;;;Noord;;7311AB;;B;1-9-2026;4\n\
         4;Linde;;;;Noord;Angst;7311AB;;B;1-9-2026;4\n",
    );
    let run = desk.run();
    assert_eq!(
        run.messages,
        [
            "export.csv:4:38: warning[W1102]: the same `intake` wait of 2026-09-01 stands in another row, with another value; map a column that tells the two apart, as part of the `id` of `[location]`"
        ]
    );
    assert_eq!(
        desk.waits(),
        ["noord 3 weeks  open", "noord-angst 4 weeks  open"]
    );
}

#[test]
fn the_municipality_is_found_by_postcode_and_then_by_place() {
    let desk = Desk::with_rows(
        "1;A;;;;;;2511AA;;B;1-9-2026;1\n\
         2;B;;;;;;3888AA;UDDEL;B;1-9-2026;1\n\
         3;C;;;;;;2500AA;Den Haag;B;1-9-2026;1\n\
         4;D;;;;;;3888AA;;B;1-9-2026;1\n\
         5;E;;;;;;9999AA;;B;1-9-2026;1\n\
         6;F;;;;;;99;;B;1-9-2026;1\n\
         7;G;;;;;;;Nergens;B;1-9-2026;1\n\
         8;H;;;;;;;;B;1-9-2026;1\n\
         9;I;;;;;;;Elspeet;B;1-9-2026;1\n",
    );
    let run = desk.run();
    let offers = desk.read("content/offers.csv");
    let municipalities: Vec<&str> = offers
        .lines()
        .skip(1)
        .map(|row| row.split(',').nth(2).unwrap())
        .collect();
    assert_eq!(
        municipalities,
        ["s-gravenhage", "apeldoorn", "s-gravenhage"]
    );
    let reasons: Vec<&str> = run
        .messages
        .iter()
        .map(|message| message.split_once("]: ").unwrap().1)
        .collect();
    assert_eq!(
        reasons,
        [
            "postcode `3888` lies in several municipalities: 0200, 0203; map a `place` that says which, spelled as in `postcodes.csv`",
            "postcode `9999AA` is not in `postcodes.csv`; correct it, or add its four digits to `postcodes.csv`, or map a `place`",
            "`99` is not a postcode; write four digits and two letters",
            "place `Nergens` is not in `postcodes.csv`; write the place as in `postcodes.csv`, or list it under `replace` in the mapping",
            "the row says nothing about its municipality; fill in the postcode",
            "municipality `0203` is not in `municipalities/`; add the municipality, or leave the row out",
        ]
    );
}

#[test]
fn what_cannot_be_used_of_a_row_is_said_once_per_provider() {
    let desk = Desk::with_rows(
        "1;Linde;;12345678?;javascript:x;;;7311AB;;B;1-9-2026;1\n\
         2;Linde;;12345678?;https://a.example/;;;7311AB;;B;1-9-2026;1\n\
         3;Linde;;;https://b.example/;;;7311AB;;B;1-9-2026;1\n\
         4;Linde;;;https://b.example/;;;7311AB;;B;1-9-2026;1\n",
    );
    let run = desk.run();
    assert_eq!(run.counts().imported, 4);
    assert_eq!(
        run.messages,
        [
            "export.csv:2:10: warning[W1104]: `12345678?` is not a KvK number: `kvk` is left out; the rest of the row is imported; correct the value at its source",
            "export.csv:2:20: warning[W1104]: `javascript:x` is not a web address that visitors can follow safely: `website` is left out; the rest of the row is imported; correct the value at its source",
            "export.csv:4:11: warning[W1104]: `https://b.example/` is another `website` than that of `linde`: it is left out; correct one of them at its source, or map a `slug` that keeps the two apart",
        ]
    );
}

#[test]
fn dates_and_products_that_are_not_known_are_reported() {
    let desk = Desk::with_rows(
        "1;Linde;;;;;;7311AB;;B;31-2-2026;1\n\
         2;Linde;;;;;;7311AB;;B;NA;1\n\
         3;Linde;;;;;;7311AB;;X;1-9-2026;1\n",
    );
    assert_eq!(
        desk.run().messages,
        [
            "export.csv:2:24: warning[W1102]: `31-2-2026` is not a date in the form `%d-%m-%Y`; correct the date, or add its form to `dates` in the mapping",
            "export.csv:3:1: warning[W1102]: the row has no reference date; fill in the day on which the figures held",
            "export.csv:4:22: warning[W1102]: `X` is not in the table of the mapping; add it to the table in the mapping, or correct it",
        ]
    );
}

#[test]
fn quoted_cells_may_hold_separators_and_line_breaks() {
    let desk = Desk::with_rows("1;\"Linde;\n\"\"Zuid\"\"\";;;;;;7311AB;;B;1-9-2026;1\n");
    assert_eq!(desk.run().counts().imported, 1);
    let provider = desk.read("content/providers/linde-zuid.md");
    assert!(
        provider.contains(r#"name = "Linde;\n\"Zuid\"""#),
        "{provider}"
    );
}
