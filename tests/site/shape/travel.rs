//! Rows say where they are, and every site has the postcodes to measure from.

use std::collections::BTreeMap;

use scraper::Html;

use crate::demo::demo;
use crate::html::all;

/// Degrees of a `data-at`, each point once: `52.215,5.969,Apeldoorn`.
fn points(at: &str) -> Vec<(f64, f64)> {
    at.split(';')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let mut numbers = part.splitn(3, ',');
            let mut next = || numbers.next().unwrap().parse().unwrap();
            (next(), next())
        })
        .collect()
}

#[test]
fn every_row_of_a_list_says_where_it_is_and_has_room_for_a_distance() {
    let mut rows = 0;
    for (path, html) in demo().pages() {
        let page = Html::parse_document(html);
        for row in all(page.root_element(), "[data-at]") {
            rows += 1;
            // In a table for referrers the cell itself is the room, and says so when the place is not known.
            let is_said = row.value().name() == "td" && row.text().any(|text| !text.is_empty());
            let rooms = all(row, "[data-fact=distance]").len() + usize::from(is_said);
            assert_eq!(rooms, 1, "{path}: {}", row.html());
            for (north, east) in points(row.value().attr("data-at").unwrap()) {
                let is_near = (50.5..53.8).contains(&north) && (3.0..7.5).contains(&east);
                assert!(is_near, "{path}: {north}, {east}");
            }
        }
    }
    assert!(rows > 1000, "{rows} rows");
}

#[test]
fn every_row_of_an_offer_names_its_facts() {
    let mut rows = 0;
    for (path, html) in demo().pages() {
        let page = Html::parse_document(html);
        for row in all(page.root_element(), ".offer-table tbody tr") {
            rows += 1;
            assert!(row.value().attr("data-provider").is_some(), "{path}");
            assert!(row.value().attr("data-product").is_some(), "{path}");
            for fact in [
                "admission",
                "intake",
                "start",
                "parents",
                "ages",
                "place",
                "distance",
            ] {
                let found = all(row, &format!("[data-fact={fact}]")).len();
                assert_eq!(found, 1, "{path}: {fact} in {}", row.html());
            }
        }
    }
    assert!(rows > 100, "{rows} rows");
}

#[test]
fn every_site_has_one_file_of_postcodes_with_those_of_its_own_municipality() {
    let table = std::fs::read_to_string(demo().content.join("postcodes.csv")).unwrap();
    let known: Vec<&str> = table
        .lines()
        .skip(1)
        .filter(|line| !line.ends_with(",,"))
        .map(|line| &line[..4])
        .collect();
    for municipality in demo().municipalities() {
        let start = format!("{municipality}/assets/postcodes.");
        let files: Vec<&String> = demo()
            .tree
            .keys()
            .filter(|path| path.starts_with(&start))
            .collect();
        assert_eq!(files.len(), 1, "{files:?}");
        let postcodes: BTreeMap<String, (f64, f64)> =
            serde_json::from_str(demo().text(files[0])).unwrap();
        for postcode in &known {
            assert!(postcodes.contains_key(*postcode), "{postcode}");
        }
        assert!(
            postcodes
                .keys()
                .all(|postcode| known.contains(&&**postcode))
        );
    }
}
