//! Providers of one person: what they did not ask to be published stands in no byte, and what they asked for does.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;

use super::consecutive::{publish, unpacked};
use crate::harness::{Region, Tree, differences};

const DAY: &str = "2027-01-10";

/// Words of `publish`, as many sole traders as there are words and one that asks for nothing.
const DETAILS: [&str; 8] = [
    "legal_name",
    "kvk",
    "agb",
    "website",
    "email",
    "phone",
    "address",
    "coordinates",
];
const ASKS_NOTHING: usize = DETAILS.len();

/// The values of one detail of one sole trader, unmistakable; another set of them for each salt. Digits of telephone
/// numbers and points have no other salt in common.
fn values(trader: usize, detail: &str, salt: usize) -> Vec<String> {
    let number = 10 * (trader + 1) + salt;
    match detail {
        "legal_name" => vec![format!("Quirijnse{number} h.o.d.n. Praktijk")],
        "kvk" => vec![format!("00931{number:03}")],
        "agb" => vec![format!("98931{number:03}")],
        "website" => vec![format!("https://www.zwaluwstaart{number}.example/")],
        "email" => vec![format!("zeldzaam{number}@post.example")],
        "phone" => vec![
            format!("06 8731 9{number:03}"),
            format!("06 8732 9{number:03}"),
        ],
        "address" => vec![
            format!("Onvindbaarpad {number}"),
            format!("7312 {}", letters(number)),
        ],
        "coordinates" => vec![format!("52.21{number:03}"), format!("5.96{number:03}")],
        _ => unreachable!("{detail}"),
    }
}

/// Two capitals, for a postcode.
fn letters(number: usize) -> String {
    let letter = |rank: usize| char::from(b'A' + u8::try_from(rank % 26).unwrap());
    [letter(number / 26), letter(number)].iter().collect()
}

fn file(trader: usize, salt: usize, head: &str) -> String {
    let value = |detail: &str, rank: usize| values(trader, detail, salt)[rank].clone();
    let asked = DETAILS.get(trader);
    // What is asked for stays the same.
    let own = |detail: &str, rank: usize| {
        let is_asked = asked == Some(&detail);
        if is_asked {
            values(trader, detail, 0)[rank].clone()
        } else {
            value(detail, rank)
        }
    };
    format!(
        "+++\nname = \"Praktijk Nummer {trader}\"\nlegal_name = \"{}\"\nkvk = \"{}\"\nagb = \"{}\"\nwebsite = \"{}\"\n\
         email = \"{}\"\nphone = \"{}\"\n{head}\n[[locations]]\nid = \"thuis\"\naddress = \"{}\"\npostcode = \"{}\"\n\
         place = \"Apeldoorn\"\nmunicipality = \"0200\"\nlatitude = {}\nlongitude = {}\nphone = \"{}\"\n+++\n",
        own("legal_name", 0),
        own("kvk", 0),
        own("agb", 0),
        own("website", 0),
        own("email", 0),
        own("phone", 0),
        own("address", 0),
        own("address", 1),
        own("coordinates", 0),
        own("coordinates", 1),
        own("phone", 1),
    )
}

fn asks(trader: usize) -> String {
    match DETAILS.get(trader) {
        Some(detail) => format!("sole_trader = true\npublish = [\"{detail}\"]\n"),
        None => "sole_trader = true\n".to_owned(),
    }
}

fn write(region: &Region, salt: usize, head: impl Fn(usize) -> String) {
    for trader in 0..=ASKS_NOTHING {
        let path = format!("content/providers/praktijk-{trader}.md");
        region.write(&path, &file(trader, salt, &head(trader)));
    }
}

/// The smallest region, with a sole trader for each detail that it asks to be published, and one that asks for none.
fn region() -> Region {
    let region = Region::small();
    region.append("content/postcodes.csv", "7312,0200,Apeldoorn,52.25,5.93\n");
    for trader in 0..=ASKS_NOTHING {
        let offer = format!("praktijk-{trader},begeleiding-individueel,*,,,,,,2026-01-01,,open,\n");
        region.append("content/offers.csv", &offer);
    }
    region
}

/// A value as people and programs write it.
fn spellings(value: &str) -> Vec<String> {
    let mut all = vec![
        value.to_owned(),
        value.replace(' ', "-"),
        value.replace(' ', "&nbsp;"),
    ];
    if value.starts_with("52.") || value.starts_with("5.") {
        // Points are rounded to four decimals.
        all.push(value[..value.len() - 1].to_owned());
        return all;
    }
    let bare = value.replace([' ', '.', '-'], "");
    if let Some(number) = bare.strip_prefix("06") {
        all.push(format!("+316{number}"));
    }
    if let Some(site) = value.strip_prefix("https://www.") {
        all.push(site.trim_end_matches('/').to_owned());
    }
    all.push(bare);
    all
}

/// Every detail of every sole trader: whose, which, and its value.
fn every_value() -> Vec<(usize, &'static str, String)> {
    let traders = 0..=ASKS_NOTHING;
    let details = traders.flat_map(|trader| DETAILS.map(|detail| (trader, detail)));
    let values = details.flat_map(|(trader, detail)| {
        let values = values(trader, detail, 0).into_iter();
        values.map(move |value| (trader, detail, value))
    });
    values.collect()
}

/// The files in which each of the values stands, packed or not.
fn places(tree: &Tree) -> BTreeMap<String, BTreeSet<String>> {
    let needles: Vec<(String, String)> = every_value()
        .into_iter()
        .flat_map(|(_, _, value)| {
            let spellings = spellings(&value).into_iter();
            spellings.map(move |spelling| (spelling, value.clone()))
        })
        .collect();
    let patterns = needles.iter().map(|(spelling, _)| spelling);
    let searcher = AhoCorasick::new(patterns).unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, bytes) in tree {
        for text in unpacked(path, bytes) {
            for place in searcher.find_overlapping_iter(&text) {
                let value = needles[place.pattern()].1.clone();
                found.entry(value).or_default().insert(path.clone());
            }
        }
    }
    found
}

#[test]
fn what_a_sole_trader_did_not_ask_for_is_in_no_byte_and_what_it_asked_for_is_there() {
    let region = region();
    // Published before anybody knew that they are sole traders: what was shown then does not come back.
    write(&region, 0, |_| String::new());
    let before = places(&publish(&region, "2026-12-10"));
    write(&region, 0, asks);
    let after = places(&publish(&region, DAY));
    for (trader, detail, value) in every_value() {
        assert!(before.contains_key(&value), "`{value}` can be found");
        let own = after.get(&value);
        if DETAILS.get(trader) != Some(&detail) {
            assert_eq!(own, None, "{value}");
            continue;
        }
        let own = own.unwrap_or_else(|| panic!("`{value}` is published"));
        // A point stands in a fragment of the page, rounded; the number of a location is not in the table.
        let page = format!("apeldoorn/aanbieders/praktijk-{trader}/index.html");
        assert!(own.contains(&page), "{value}: {own:#?}");
        let is_of_location = detail == "phone" && value.starts_with("06 8732");
        let table = "apeldoorn/gegevens/aanbieders.csv";
        assert!(is_of_location || own.contains(table), "{value}: {own:#?}");
    }
}

#[test]
fn no_byte_depends_on_what_a_sole_trader_keeps_out() {
    let region = region();
    let mut trees = Vec::new();
    for salt in [0, 1] {
        write(&region, salt, asks);
        region.build_with(&["--date", DAY]).succeeded();
        trees.push(region.tree());
    }
    assert_eq!(differences(&trees[0], &trees[1]), [""; 0]);
}

#[test]
fn the_page_says_what_is_not_there_and_whom_to_ask() {
    let region = region();
    write(&region, 0, asks);
    region.build_with(&["--date", DAY]).succeeded();
    let page = |trader: usize| {
        region.read(&format!(
            "public/apeldoorn/aanbieders/praktijk-{trader}/index.html"
        ))
    };
    let silent = page(ASKS_NOTHING);
    let said = "Deze aanbieder werkt alleen. Adres en telefoonnummer staan hier niet, omdat het ook een woonadres kan zijn. \
                Wilt u contact? Vraag het aan: <a href=\"../../lokale-hulp/\">";
    assert!(silent.contains(said), "{silent}");
    assert!(!silent.contains("Bel of mail de aanbieder."), "{silent}");
    let reachable = page(5);
    assert!(
        reachable.contains("Sommige gegevens staan hier niet"),
        "{reachable}"
    );
    assert!(!reachable.contains("Wilt u contact?"), "{reachable}");
    assert!(
        reachable.contains("Bel of mail de aanbieder."),
        "{reachable}"
    );
    let table = region.read("public/apeldoorn/gegevens/aanbieders.csv");
    let withheld = "juridische_naam;kvk;agb;website;email;telefoon;adres;coordinaten";
    assert!(table.contains(withheld), "{table}");
    let hsds = region.read("public/apeldoorn/gegevens/hsds/organizations.json");
    let withheld =
        r#"["legal-name","kvk","agb","website","email","phone","address","coordinates"]"#;
    assert!(
        hsds.contains(&format!(r#""withheld_details":{withheld}"#)),
        "{hsds}"
    );
}

#[test]
fn a_file_named_after_what_is_kept_out_is_an_error() {
    let region = region();
    write(&region, 0, asks);
    let text = region.read("content/providers/praktijk-0.md");
    for (name, key, value) in [
        ("a-j-voorbeeldsma", "legal_name", "A.J. Voorbeeldsma"),
        ("praktijk-00009991", "kvk", "00009991"),
    ] {
        let head = format!(
            "+++\nname = \"De Berk\"\nsole_trader = true\n{key} = \"{value}\"\n+++\nHulp thuis.\n"
        );
        let path = format!("content/providers/{name}.md");
        region.write(&path, &head);
        let problems = region
            .check_with(&["--date", DAY, "--format", "json"])
            .problems();
        let found = problems.iter().find(|problem| problem.path == path);
        let found = found.unwrap_or_else(|| panic!("{problems:?}"));
        assert_eq!(found.code, "E0425", "{found:?}");
        assert!(found.message.contains(key), "{found:?}");
        std::fs::remove_file(region.path(&path)).unwrap();
    }
    region.write("content/providers/praktijk-0.md", &text);
    region.build_with(&["--date", DAY]).succeeded();
}

#[test]
fn forms_and_names_of_one_person_are_known_however_they_are_written() {
    let region = region();
    write(&region, 0, asks);
    let person = "content/providers/de-berk.md";
    let warns = |head: &str| {
        region.write(
            person,
            &format!("+++\nname = \"De Berk\"\n{head}\n+++\nHulp thuis.\n"),
        );
        let run = region.check_with(&["--date", DAY, "--format", "json"]);
        run.problems()
            .iter()
            .any(|problem| problem.code == "W0424" && problem.path == person)
    };
    for form in [
        "EZ",
        "Natuurlijk persoon",
        "Zelfstandige zonder personeel",
        "zzp'er",
    ] {
        assert!(warns(&format!("legal_form = \"{form}\"")), "{form}");
    }
    assert!(warns("legal_name = \"A.J. Voorbeeldsma\""));
    for name in [
        "J.P. Heije Stichting",
        "De Berk B.V.",
        "St. Nicolaas Zorg U.A.",
    ] {
        assert!(!warns(&format!("legal_name = \"{name}\"")), "{name}");
    }
}

#[test]
fn a_provider_that_looks_like_a_sole_trader_is_a_warning_until_its_file_says_what_it_is() {
    let region = region();
    let heads = [
        "sole_trader = false\nlegal_form = \"Eenmanszaak\"\n",
        "legal_form = \"Eenmanszaak met meer dan één eigenaar\"\n",
        "publish = [\"phone\"]\n",
        "legal_form = \"Stichting\"\n",
    ];
    write(&region, 0, |trader| {
        heads
            .get(trader)
            .map_or_else(|| asks(trader), |head| (*head).to_owned())
    });
    region.change(
        "content/providers/praktijk-4.md",
        "sole_trader = true\npublish = [\"email\"]",
        "",
    );
    region.change(
        "content/providers/praktijk-4.md",
        "h.o.d.n. Praktijk",
        "B.V. h.o.d.n. Praktijk",
    );
    let problems = region
        .check_with(&["--date", DAY, "--format", "json"])
        .problems();
    let places: Vec<String> = problems
        .iter()
        .filter(|problem| problem.code == "W0424")
        .map(|problem| problem.path.clone())
        .collect();
    assert_eq!(
        places,
        [
            "content/providers/praktijk-1.md",
            "content/providers/praktijk-3.md"
        ]
    );
    region.build_with(&["--date", DAY]).succeeded();
    let page = |trader: usize| {
        region.read(&format!(
            "public/apeldoorn/aanbieders/praktijk-{trader}/index.html"
        ))
    };
    let shows_phone = |trader: usize| page(trader).contains(&values(trader, "phone", 0)[0]);
    let shown: Vec<usize> = (0..5).filter(|trader| shows_phone(*trader)).collect();
    assert_eq!(shown, [0, 2, 3, 4]);
}
