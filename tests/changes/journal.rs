//! The file that the next build goes on from: what it holds, and what happens when it is not as it was published.

use std::fs;

use serde_json::Value;

use crate::harness::{Region, tree};
use crate::published::{
    FIRST, SECOND, THIRD, add_scores, codes, entries, journal, journal_path, lengthen_wait,
    publish, stop_vaktherapie, unlike,
};

const FIRST_WAIT: &str = "2026-11-01 de-lindeboom begeleiding-individueel wachttijd";

#[test]
fn an_entry_holds_before_and_after_as_data() {
    let region = Region::small();
    publish(&region, FIRST);
    lengthen_wait(&region);
    publish(&region, SECOND);
    let expected = serde_json::json!({
        "dag": "2026-11-18",
        "uit": "vergelijking",
        "aanbieder": { "id": "de-lindeboom", "naam": "Stichting De Lindeboom" },
        "product": { "id": "begeleiding-individueel", "naam": "Begeleiding thuis" },
        "wat": { "wachttijd": { "wachttijden": [{
            "over": { "maat": {
                "soort": "aanmeldwachttijd", "basis": "verwacht", "statistiek": "gemiddelde",
            } },
            "voor": { "getal": { "duur": { "tienden": 20, "eenheid": "weken" } } },
            "na": { "getal": { "duur": { "tienden": 50, "eenheid": "weken" } } },
            "peildatum": "2026-11-16",
        }] } },
    });
    assert_eq!(journal(&region, "apeldoorn")["wijzigingen"][0], expected);
}

/// Every key of an object in the file, at any depth.
fn keys(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, inside) in object {
                found.push(key.clone());
                keys(inside, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|inside| keys(inside, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Every number in the file, at any depth, with the key it stands under.
fn numbers(value: &Value, under: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, inside) in object {
                numbers(inside, key, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|inside| numbers(inside, under, found)),
        Value::Number(number) => found.push(format!("{under} {number}")),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

#[test]
fn the_file_holds_no_count_and_no_share_only_lengths_of_waits() {
    let region = Region::small();
    publish(&region, FIRST);
    add_scores(&region);
    publish(&region, SECOND);
    let journal = journal(&region, "apeldoorn");
    let mut found = Vec::new();
    numbers(&journal, "", &mut found);
    assert!(!found.is_empty());
    assert!(
        found.iter().all(|number| number.starts_with("tienden ")),
        "{found:?}"
    );
    let mut names = Vec::new();
    keys(&journal, &mut names);
    for name in ["aantal", "waarvan", "aandeel", "ondergrens", "bovengrens"] {
        assert!(!names.iter().any(|key| key == name), "{name}");
    }
}

/// Publishes twice, does something to the journal of Apeldoorn, and publishes on the third day.
fn after(harm: impl Fn(&Region)) -> (Region, Vec<String>) {
    let region = Region::small();
    publish(&region, FIRST);
    stop_vaktherapie(&region);
    publish(&region, SECOND);
    harm(&region);
    let codes = codes(&publish(&region, THIRD));
    (region, codes)
}

/// What it is called, and what it does to a file.
type Harm = (&'static str, fn(&Region, &str));

#[test]
fn a_damaged_missing_or_edited_journal_is_a_warning_and_starts_anew() {
    let harms: [Harm; 4] = [
        ("cut off", |region, path| {
            let text = region.read(path);
            region.write(path, &text[..text.len() / 2]);
        }),
        ("removed", |region, path| {
            fs::remove_file(region.path(path)).unwrap();
        }),
        ("edited", |region, path| {
            region.change(path, "Stichting De Lindeboom", "Stichting De Lindebom");
        }),
        ("no text", |region, path| {
            fs::write(region.path(path), [0xff, 0x00]).unwrap();
        }),
    ];
    for (harm, harm_it) in harms {
        let (region, codes) = after(|region| harm_it(region, &journal_path("apeldoorn")));
        assert_eq!(codes, ["W1001"], "{harm}");
        assert_eq!(entries(&region, "apeldoorn"), [FIRST_WAIT], "{harm}");
        assert_eq!(entries(&region, "zutphen"), [FIRST_WAIT], "{harm}");
        let next = publish(&region, "2026-11-20");
        assert!(codes_of_journal(&next).is_empty(), "{harm}");
    }
}

fn codes_of_journal(run: &crate::harness::Run) -> Vec<String> {
    let mut codes = codes(run);
    codes.retain(|code| code == "W1001");
    codes
}

#[test]
fn the_warning_names_the_file_and_says_why() {
    let (region, _) = after(|region| {
        region.change(
            &journal_path("apeldoorn"),
            "keuzewijzer wijzigingen 1",
            "iets anders",
        );
    });
    region.change(
        &journal_path("zutphen"),
        "\"dag\":\"2026-11-19\"",
        "\"dag\":\"2026-11-1\"",
    );
    let run = publish(&region, "2026-11-20");
    let problems = run.problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0]
            .path
            .ends_with("public/zutphen/gegevens/wijzigingen.json")
    );
    assert_eq!(
        problems[0].message,
        "the journal of changes cannot be gone on with: it is not the file that was published"
    );
}

/// Why the journals of Apeldoorn and Zutphen cannot be gone on with, in Dutch.
fn reasons_in_dutch(region: &Region, more: &[&str]) -> Vec<String> {
    let arguments = ["--date", SECOND, "--lang", "nl", "--format", "json"];
    let run = region
        .build_with(&[&arguments[..], more].concat())
        .succeeded();
    let sentence = "met het logboek van wijzigingen is niet verder te gaan: ";
    run.problems()
        .into_iter()
        .map(|problem| problem.message.replace(sentence, ""))
        .collect()
}

#[test]
fn every_reason_not_to_go_on_with_a_journal_is_told_in_dutch() {
    let region = Region::small();
    publish(&region, FIRST);
    let [apeldoorn, zutphen] = ["apeldoorn", "zutphen"].map(journal_path);
    let (of_apeldoorn, of_zutphen) = (region.read(&apeldoorn), region.read(&zutphen));
    let of_later = of_zutphen.replace("wijzigingen 1", "wijzigingen 2");
    region.write(&apeldoorn, "{}");
    assert_eq!(
        reasons_in_dutch(&region, &[]),
        ["het is niet het bestand dat is gepubliceerd"]
    );
    let ledger = region.read("public/getoonde-uitkomsten.json");
    let reasons = |journals: [&str; 2]| {
        region.write("earlier/getoonde-uitkomsten.json", &ledger);
        for (path, text) in [&apeldoorn, &zutphen].into_iter().zip(journals) {
            region.write(&path.replacen("public", "earlier", 1), text);
        }
        reasons_in_dutch(&region, &["--previous", "earlier"])
    };
    assert_eq!(
        reasons([&of_apeldoorn[..20], "geen logboek"]),
        [
            "het houdt halverwege op, op regel 1, kolom 20",
            "het is geen JSON, op regel 1, kolom 1"
        ]
    );
    assert_eq!(
        reasons([&of_zutphen, &of_later]),
        [
            "het gaat over de gemeente met de code `0301`",
            "het heeft de vorm `keuzewijzer wijzigingen 2`, en dit programma schrijft `keuzewijzer wijzigingen 1`"
        ]
    );
    assert_eq!(
        reasons([r#"{"vorm":"keuzewijzer wijzigingen 1"}"#, &of_zutphen]),
        ["er staat niet in wat in een logboek hoort, op regel 1, kolom 36"]
    );
}

#[test]
fn a_strict_build_leaves_the_site_when_its_journal_is_damaged() {
    let region = Region::small();
    publish(&region, FIRST);
    region.write(&journal_path("apeldoorn"), "{}");
    let before = region.tree();
    let run = region.build_with(&["--date", SECOND, "--strict"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("W1001"), "{}", run.err);
    assert_eq!(unlike(&before, &region.tree()), [""; 0]);
}

#[test]
fn a_site_of_a_program_that_kept_no_journal_is_a_first_publication_without_a_warning() {
    let region = Region::small();
    publish(&region, FIRST);
    // A manifest that cannot be understood vouches for nothing.
    region.write("public/.keuzewijzer/manifest", "keuzewijzer manifest 0\n");
    fs::remove_file(region.path(&journal_path("apeldoorn"))).unwrap();
    stop_vaktherapie(&region);
    let run = publish(&region, SECOND);
    assert!(codes(&run).is_empty());
    assert_eq!(entries(&region, "apeldoorn"), [FIRST_WAIT]);
}

#[test]
fn check_looks_at_no_publication() {
    let region = Region::small();
    publish(&region, FIRST);
    region.write(&journal_path("apeldoorn"), "{}");
    let run = region
        .check_with(&["--date", SECOND, "--format", "json"])
        .succeeded();
    assert!(codes(&run).is_empty());
}

#[test]
fn a_build_into_an_empty_folder_can_go_on_from_a_publication_elsewhere() {
    let region = Region::small();
    publish(&region, FIRST);
    crate::harness::copy_folder(&region.target(), &region.path("published"));
    lengthen_wait(&region);
    publish(&region, SECOND);
    let arguments = [
        "--date",
        SECOND,
        "--previous",
        "published",
        "--target",
        "fresh/public",
    ];
    region.build_with(&arguments).succeeded();
    let fresh = tree(&region.path("fresh/public"));
    assert_eq!(unlike(&region.tree(), &fresh), [""; 0]);
    let second = region.build_with(&arguments).succeeded();
    assert!(second.err.contains("nothing changed"), "{}", second.err);
}

#[test]
fn the_journals_and_the_list_of_outcomes_are_all_that_a_build_asks_of_a_publication_elsewhere() {
    let region = Region::small();
    publish(&region, FIRST);
    for municipality in ["apeldoorn", "zutphen"] {
        let text = region.read(&journal_path(municipality));
        region.write(
            &format!("journals/{municipality}/gegevens/wijzigingen.json"),
            &text,
        );
    }
    let list = region.read("public/getoonde-uitkomsten.json");
    region.write("journals/getoonde-uitkomsten.json", &list);
    stop_vaktherapie(&region);
    let arguments = [
        "--date",
        SECOND,
        "--previous",
        "journals",
        "--target",
        "fresh/public",
    ];
    region.build_with(&arguments).succeeded();
    publish(&region, SECOND);
    assert_eq!(
        unlike(&region.tree(), &tree(&region.path("fresh/public"))),
        [""; 0]
    );
    assert_eq!(entries(&region, "apeldoorn").len(), 2);
}
