//! Publications one after another: numbers of a few people that nobody could mistake, looked for in every byte.

use std::io::{Cursor, Read};

use crate::csv;
use crate::harness::{Region, Tree, repository};

const HEAD: &str = "provider,profile,intensity,measure,period_from,period_to,respondents,successes,state,instrument,source\n";
pub(super) const OLD_YEAR: &str = "2025-07-01,2026-06-30";
pub(super) const LONGER: &str = "2025-07-01,2026-07-31";
const NEXT: &str = "2026-07-01,2026-10-31";

/// Counts of hidden cells, and what would follow from a total if a cell were shown.
const HIDDEN: [u32; 4] = [71_993, 40_961, 61_987, 30_971];
/// Counts that are held back, and what they would differ by.
pub(super) const HELD_BACK: [u32; 4] = [555_511, 333_323, 55_511, 33_306];

/// A region in which ninety thousand are a few, so that the numbers of a few are unmistakable.
pub(super) fn region() -> Region {
    let region = Region::small();
    let site = "content/site.toml";
    region.change(site, "privacy_minimum = 10", "privacy_minimum = 90000");
    region.change(
        site,
        "reliability_minimum = 30",
        "reliability_minimum = 90000",
    );
    let intensities = repository().join("content/intensities.toml");
    std::fs::copy(intensities, region.path("content/intensities.toml")).unwrap();
    region
}

pub(super) fn supply(region: &Region, (period, respondents, successes): (&str, u32, u32)) {
    let cell = |intensity: &str, period: &str, respondents: u32, successes: u32| {
        format!(
            "de-lindeboom,overbelaste-ouders,{intensity},experience-parents,{period},{respondents},{successes},,,regio\n"
        )
    };
    let rows = [
        cell("perspectief", period, respondents, successes),
        cell("intensief", OLD_YEAR, HIDDEN[0], HIDDEN[1]),
        cell("duurzaam", OLD_YEAR, HIDDEN[2], HIDDEN[3]),
    ];
    region.write("content/outcomes.csv", &(HEAD.to_owned() + &rows.concat()));
}

pub(super) fn publish(region: &Region, day: &str) -> Tree {
    let bundle = format!("{day}.tar.gz");
    let arguments = ["--date", day, "--compress", "fast", "--archive", &bundle];
    region.build_with(&arguments).succeeded();
    let mut tree = region.tree();
    for beside in [".public.shown", ".public.state", &bundle] {
        let bytes = std::fs::read(region.path(beside)).unwrap();
        tree.insert(beside.to_owned(), bytes);
    }
    tree
}

/// The file as it is, and what it holds when it is unpacked.
pub(super) fn unpacked(path: &str, bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![bytes.to_vec()];
    let mut read = |mut from: Box<dyn Read + '_>| {
        let mut plain = Vec::new();
        from.read_to_end(&mut plain).unwrap();
        all.push(plain);
    };
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("gz") => read(Box::new(flate2::read::GzDecoder::new(bytes))),
        Some("br") => read(Box::new(brotli::Decompressor::new(bytes, 4096))),
        Some("zip") => {
            let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            for index in 0..archive.len() {
                let mut member = Vec::new();
                archive
                    .by_index(index)
                    .unwrap()
                    .read_to_end(&mut member)
                    .unwrap();
                all.push(member);
            }
        }
        _ => {}
    }
    all
}

/// Bytes as a text of as many characters, in which texts can be looked for whatever they are.
fn characters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// A number as people and programs write it.
fn spellings(number: u32) -> Vec<String> {
    let (thousands, rest) = (number / 1000, number % 1000);
    let mut spellings = vec![number.to_string().into_bytes()];
    for between in [".", ",", " ", "\u{a0}", "\u{202f}", "&nbsp;"] {
        spellings.push(format!("{thousands}{between}{rest:03}").into_bytes());
    }
    spellings.iter().map(|bytes| characters(bytes)).collect()
}

/// The files in which one of the numbers stands.
fn places(tree: &Tree, numbers: &[u32]) -> Vec<String> {
    let mut places = Vec::new();
    for (path, bytes) in tree {
        for text in unpacked(path, bytes) {
            let text = characters(&text);
            for number in numbers {
                // Inside a hash the same digits mean nothing.
                let is_alone = |at: usize, length: usize| {
                    let joins = |char: char| char.is_ascii_alphanumeric();
                    !text[..at].ends_with(joins) && !text[at + length..].starts_with(joins)
                };
                let stands = |it: &String| {
                    let mut found = text.match_indices(it.as_str());
                    found.any(|(at, _)| is_alone(at, it.len()))
                };
                if spellings(*number).iter().any(stands) {
                    places.push(format!("{path}: {number}"));
                }
            }
        }
    }
    places
}

pub(super) fn states(tree: &Tree) -> Vec<String> {
    let table = std::str::from_utf8(&tree["apeldoorn/gegevens/uitkomsten.csv"]).unwrap();
    let (_, rows) = csv::read(table);
    rows.iter()
        .filter(|row| row["aanbieder"] == "de-lindeboom" && row["intensiteit"] == "perspectief")
        .map(|row| format!("{} {}", row["aantal"], row["nieuwere_cijfers"]))
        .collect()
}

#[test]
fn the_numbers_of_a_few_people_are_in_no_byte_of_any_publication() {
    let region = region();
    let all: Vec<u32> = HIDDEN.iter().chain(&HELD_BACK).copied().collect();

    supply(&region, (OLD_YEAR, 500_000, 300_017));
    let first = publish(&region, "2026-11-16");
    assert_eq!(places(&first, &all), [""; 0]);
    assert_eq!(states(&first), ["500000 geen"]);
    assert!(
        places(&first, &[300_017]).len() > 4,
        "a number that is shown is found"
    );

    supply(&region, (LONGER, HELD_BACK[0], HELD_BACK[1]));
    let second = publish(&region, "2026-11-17");
    assert_eq!(places(&second, &all), [""; 0]);
    assert_eq!(states(&second), ["500000 wachten"]);
    assert_eq!(super::hsds::additions(&second), [""; 0]);
    let in_hsds = crate::hsds::tables(&second, "apeldoorn");
    assert!(in_hsds["outcomes.csv"].contains(",held-back\r\n"));
    let page = "apeldoorn/aanbieders/de-lindeboom/index.html";
    let page = std::str::from_utf8(&second[page]).unwrap();
    assert!(page.contains("Er zijn nieuwere cijfers."), "{page}");

    supply(&region, (NEXT, 200_003, 100_049));
    let third = publish(&region, "2026-11-18");
    assert_eq!(places(&third, &all), [""; 0]);
    assert_eq!(
        states(&third),
        ["200003 geen"],
        "other days are other people"
    );
}

#[test]
fn a_check_says_what_would_be_held_back() {
    let region = region();
    supply(&region, (OLD_YEAR, 500_000, 300_017));
    region.build().succeeded();
    supply(&region, (LONGER, HELD_BACK[0], HELD_BACK[1]));
    let check = ["--previous", "public", "--report", "rapport"];
    let run = region
        .check_with(&[&check[..], &["--format", "json"]].concat())
        .succeeded();
    let held: Vec<String> = run
        .problems()
        .iter()
        .filter(|problem| problem.code == "W1004")
        .map(|problem| problem.message.clone())
        .collect();
    assert_eq!(
        held,
        [
            "newer outcomes of `de-lindeboom` are held back, and the former ones stay: experience-parents"
        ]
    );
    let report = region.read("rapport/index.html");
    assert!(report.contains("W1004"), "{report}");
}

#[test]
fn a_list_of_shown_outcomes_that_somebody_edited_keeps_a_site_from_being_published() {
    let region = region();
    supply(&region, (OLD_YEAR, 500_000, 300_017));
    region.build().succeeded();
    let before = region.tree();
    region.change(
        "public/getoonde-uitkomsten.json",
        "500000,300017",
        "500000,300018",
    );
    supply(&region, (LONGER, HELD_BACK[0], HELD_BACK[1]));
    let run = region.build_with(&["--format", "concise"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.out.contains("E1002"), "{}", run.out);
    assert!(before["apeldoorn/index.html"] == region.tree()["apeldoorn/index.html"]);
}

#[test]
fn a_part_and_a_shard_are_held_against_what_was_shown_too() {
    let region = region();
    supply(&region, (OLD_YEAR, 500_000, 300_017));
    region.build().succeeded();
    supply(&region, (LONGER, HELD_BACK[0], HELD_BACK[1]));
    let shard = [
        "--shard",
        "1/2",
        "--target",
        "shard",
        "--previous",
        "public",
    ];
    region.build_with(&shard).succeeded();
    region
        .build_with(&["--municipality", "apeldoorn"])
        .succeeded();
    assert_eq!(states(&region.tree()), ["500000 wachten"]);
    region.build().succeeded();
    let ledger = "getoonde-uitkomsten.json";
    assert_eq!(
        region.read(&format!("shard/{ledger}")),
        region.read(&format!("public/{ledger}"))
    );
}
