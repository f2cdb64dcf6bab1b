//! Outcomes in HSDS: the same cells as in the table of outcomes, so that one attack on the table is an attack on all.

use std::collections::{BTreeMap, BTreeSet};

use super::truth::MEASURES;
use crate::csv;
use crate::demo::demo;
use crate::harness::Tree;
use crate::hsds;

/// What HSDS says about outcomes, in JSON and in tables, and the table of outcomes does not.
pub(super) fn additions(tree: &Tree) -> Vec<String> {
    let mut leaks = Vec::new();
    let folders = tree
        .keys()
        .filter_map(|path| path.strip_suffix("/404.html"));
    for municipality in folders {
        let path = format!("{municipality}/gegevens/uitkomsten.csv");
        let (_, rows) = csv::read(std::str::from_utf8(&tree[&path]).unwrap());
        let known: BTreeSet<Vec<String>> = rows.iter().map(in_hsds).collect();
        let cells = [in_json(tree, municipality), in_tables(tree, municipality)];
        for cells in cells {
            assert_eq!(cells.len(), known.len(), "{municipality}");
            let unknown = cells.into_iter().filter(|cell| !known.contains(cell));
            leaks.extend(unknown.map(|cell| format!("{municipality} {cell:?}")));
        }
    }
    leaks
}

/// What HSDS may say of an outcome: without a name and a number of its own.
const IN_HSDS: [&str; 11] = [
    "support_profile",
    "intensity",
    "measure",
    "state",
    "respondents",
    "share",
    "interval_low",
    "interval_high",
    "period_from",
    "period_to",
    "newer_figures",
];

/// A row of the table of outcomes in the words of HSDS.
fn in_hsds(row: &csv::Row) -> Vec<String> {
    const STATES: [(&str, &str); 5] = [
        ("getoond", "shown"),
        ("te-weinig", "too-few"),
        ("niet-gemeten", "not-measured"),
        ("niet-aangeleverd", "not-supplied"),
        ("ingetrokken", "withdrawn"),
    ];
    let measure = MEASURES.iter().find(|(_, slug)| *slug == row["maat"]);
    let state = STATES.iter().find(|(word, _)| *word == row["staat"]);
    let mut cell = vec![row["aanbieder"].clone()];
    cell.extend(["profiel", "intensiteit"].map(|name| row[name].clone()));
    cell.push(measure.unwrap().0.to_owned());
    cell.push(state.unwrap().1.to_owned());
    let numbers = [
        "aantal",
        "aandeel",
        "ondergrens",
        "bovengrens",
        "periode_van",
        "periode_tot_en_met",
    ];
    cell.extend(numbers.map(|name| row[name].clone()));
    let newer = match row["nieuwere_cijfers"].as_str() {
        "wachten" => "held-back",
        "geen" => "none",
        other => other,
    };
    cell.push(newer.to_owned());
    cell
}

/// The providers of a municipality by id: the last part of the address of their pages.
fn slugs(tree: &Tree, municipality: &str) -> BTreeMap<String, String> {
    let services = hsds::contents(tree, municipality, "services");
    let of = |service: &serde_json::Value| {
        let page = service["url"].as_str().unwrap().trim_end_matches('/');
        let id = service["organization"]["id"].as_str().unwrap();
        let (_, slug) = page.rsplit_once('/').unwrap();
        (id.to_owned(), slug.to_owned())
    };
    services.iter().map(of).collect()
}

fn in_json(tree: &Tree, municipality: &str) -> Vec<Vec<String>> {
    let slugs = slugs(tree, municipality);
    let mut cells = Vec::new();
    for organization in hsds::contents(tree, municipality, "organizations") {
        let Some(slug) = slugs.get(organization["id"].as_str().unwrap()) else {
            assert!(organization.get("outcomes").is_none());
            continue;
        };
        for outcome in organization["outcomes"].as_array().into_iter().flatten() {
            let text = |name: &str| match &outcome[name] {
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Null => String::new(),
                serde_json::Value::Number(number) => number.to_string(),
                serde_json::Value::Bool(_)
                | serde_json::Value::Array(_)
                | serde_json::Value::Object(_) => panic!("{name} in {outcome}"),
            };
            let mut cell = vec![slug.clone()];
            cell.extend(IN_HSDS.map(text));
            cells.push(cell);
            let others = ["id", "freshness"];
            for name in outcome.as_object().unwrap().keys().map(String::as_str) {
                assert!(IN_HSDS.contains(&name) || others.contains(&name), "{name}");
            }
        }
    }
    cells
}

fn in_tables(tree: &Tree, municipality: &str) -> Vec<Vec<String>> {
    let slugs = slugs(tree, municipality);
    let tables = hsds::tables(tree, municipality);
    let (_, rows) = csv::read(&tables["outcomes.csv"]);
    rows.iter()
        .map(|row| {
            let mut cell = vec![slugs[&row["organization_id"]].clone()];
            cell.extend(IN_HSDS.map(|name| row[name].clone()));
            cell
        })
        .collect()
}

#[test]
fn hsds_says_of_outcomes_what_the_table_says_and_nothing_more() {
    assert_eq!(additions(&demo().tree), [""; 0]);
}
