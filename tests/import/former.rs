//! Municipalities that merged, by code and by name.

use super::desk::Desk;

const MAPPING: &str = r#"
[provider]
name = "naam"
[municipality]
code = "code"
name = "gemeente"
year = "jaar"
[product]
constant = "begeleiding"
[offer]
valid_from = { constant = "2026-01-01" }
"#;

fn desk(rows: &str) -> Desk {
    let desk = Desk::new(MAPPING, format!("naam,code,gemeente,jaar\n{rows}"));
    for (slug, code, name) in [
        ("meierijstad", "1948", "Meierijstad"),
        ("oss", "0828", "Oss"),
    ] {
        let path = format!("content/municipalities/{slug}/municipality.toml");
        desk.put(&path, format!("code = \"{code}\"\nname = \"{name}\"\n"));
    }
    desk
}

#[test]
fn a_municipality_that_merged_is_that_of_today_and_a_split_is_not_guessed() {
    let desk = desk(
        "A,0844,,2016\nB,,SINT-OEDENRODE,2016\nC,,Meierijstad,\nD,0844,,2016\n\
         E,1671,,2014\nF,0844,,2020\nG,,Nergenshuizen,\nH,,Lith,2010\nI,0828,,x\n",
    );
    let said = desk.import("mapping.toml", "export.csv");
    assert_eq!(said.counts(), [9, 5, 4], "{}", said.out);
    let offers = desk.read("content/offers.csv");
    let municipalities: Vec<&str> = offers
        .lines()
        .skip(1)
        .map(|row| row.split(',').nth(2).unwrap())
        .collect();
    assert_eq!(
        municipalities,
        [
            "meierijstad",
            "meierijstad",
            "meierijstad",
            "meierijstad",
            "oss"
        ]
    );
    assert_eq!(
        said.problems(),
        [
            "export.csv:2:3: warning[W1105]: `0844` (Schijndel) went into `1948` on 2017-01-01: that is used; nothing; or write the municipality of today at the source",
            "export.csv:3:4: warning[W1105]: `SINT-OEDENRODE` (Sint-Oedenrode) went into `1948` on 2017-01-01: that is used; nothing; or write the municipality of today at the source",
            "export.csv:6:3: warning[W1102]: `1671` (Maasdonk) was divided on 2015-01-01: it is in `0796`, `0828` now; fill in the municipality of today, or map a postcode",
            "export.csv:7:3: warning[W1102]: `0844` (Schijndel) was no more since 2017-01-01, before the year of the figures; correct the municipality, or the `year` in the mapping",
            "export.csv:8:4: warning[W1102]: there is no municipality `Nergenshuizen`; write the name as in `municipality.toml`, or a CBS code of four digits",
            "export.csv:9:4: warning[W1105]: `Lith` (Lith) went into `0828` on 2011-01-01: that is used; nothing; or write the municipality of today at the source",
            "export.csv:10:9: warning[W1102]: `x` is not a year; write four digits, such as `2016`",
        ]
    );
}

#[test]
fn a_list_of_municipalities_of_an_offer_may_hold_names_and_old_ones() {
    let mapping = MAPPING.replace(
        "[offer]",
        "[offer]\nmunicipalities = { column = \"gemeente\", split = \";\" }",
    );
    let desk = desk("A,0828,\"Oss; Schijndel; Apeldoorn; apeldoorn\",\n");
    desk.put("mapping.toml", mapping);
    // The municipality of `apeldoorn` is called X there; its folder has the name.
    let said = desk.import("mapping.toml", "export.csv");
    assert_eq!(said.counts(), [1, 1, 0], "{}", said.out);
    assert!(
        desk.read("content/offers.csv")
            .contains(",apeldoorn;meierijstad;oss,")
    );
}

#[test]
fn postcodes_of_old_municipalities_lie_in_those_of_today() {
    let desk = desk("");
    desk.put(
        "mapping.toml",
        "kind = \"postcodes\"\n[postcode]\npc4 = \"pc\"\nmunicipality = \"gemeente\"\nplace = \"plaats\"\n",
    );
    desk.put(
        "export.csv",
        "pc,gemeente,plaats\n5481,Schijndel,Schijndel\n5461,0860,Veghel\n5476,Maasdonk,Vinkel\n",
    );
    let said = desk.import("mapping.toml", "export.csv");
    assert_eq!(said.counts(), [3, 2, 1], "{}", said.out);
    let postcodes = desk.read("content/postcodes.csv");
    assert!(
        postcodes.contains("5461,1948,Veghel,,\n5481,1948,Schijndel,,\n"),
        "{postcodes}"
    );
}

#[test]
fn a_list_of_municipalities_of_an_old_year_makes_no_sites_for_those_that_are_gone() {
    let desk = desk("");
    desk.put(
        "mapping.toml",
        "kind = \"municipalities\"\n[municipality]\ncode = \"code\"\nname = \"naam\"\nlocal_team = \"naam\"\n",
    );
    desk.put("export.csv", "code,naam\n0844,Schijndel\n0828,Oss\n");
    let said = desk.import("mapping.toml", "export.csv");
    assert_eq!(said.counts(), [2, 1, 1]);
    assert!(
        said.out
            .contains("`Schijndel` was no more since 2017-01-01"),
        "{}",
        said.out
    );
}
