//! The files that are no pages.

use std::collections::BTreeSet;

use serde_json::Value;

use super::contracts;
use super::facts::pages;
use crate::csv;
use crate::demo::demo;
use crate::open_data::{self, TABLES};

/// The texts of an element in XML, after checking that all tags close in order.
fn texts<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = xml
        .strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .unwrap();
    let mut found = Vec::new();
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        let words = &rest[..start];
        for (at, _) in words.match_indices('&') {
            let entity = words[at + 1..].split(';').next().unwrap();
            assert!(
                ["amp", "lt", "gt", "quot", "apos"].contains(&entity) || entity.starts_with('#'),
                "`&{entity}` is no entity"
            );
        }
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "tags close in order");
            if closed == name {
                found.push(words);
            }
        } else if !tag.ends_with('/') {
            open.push(tag.split_whitespace().next().unwrap());
        }
        rest = &rest[end + 1..];
    }
    assert_eq!(open, [""; 0], "every tag is closed");
    found
}

#[test]
fn the_sitemap_lists_exactly_the_pages_that_search_engines_may_list() {
    let content = contracts::read(&demo().content);
    for (slug, municipality) in &content.municipalities {
        let base = &municipality.base_url;
        let expected: BTreeSet<String> = pages()
            .iter()
            .filter(|page| page.municipality() == Some(slug.as_str()) && page.is_indexable)
            .map(|page| format!("{base}{}", page.inside().trim_end_matches("index.html")))
            .collect();
        let listed = texts(demo().text(&format!("{slug}/sitemap.xml")), "loc");
        let unique: BTreeSet<String> = listed.iter().map(|&address| address.to_owned()).collect();
        assert_eq!(unique.len(), listed.len());
        assert_eq!(unique, expected, "{slug}");
        let robots = demo().text(&format!("{slug}/robots.txt"));
        assert!(
            robots.contains(&format!("Sitemap: {base}sitemap.xml")),
            "{robots}"
        );
    }
}

#[test]
fn the_feed_of_changes_is_whole_and_leads_to_places_on_the_page_of_changes() {
    let mut entries = 0;
    for municipality in demo().municipalities() {
        let feed = demo().text(&format!("{municipality}/wijzigingen/feed.xml"));
        let path = format!("{municipality}/wijzigingen/index.html");
        let page = pages().iter().find(|page| page.path == path).unwrap();
        let ids = texts(feed, "id");
        let unique: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{municipality}");
        let links = feed.split("wijzigingen/#").skip(1);
        let fragments: Vec<&str> = links.map(|link| link.split('"').next().unwrap()).collect();
        assert_eq!(fragments.len(), ids.len() - 1, "{municipality}");
        for fragment in fragments {
            assert!(
                page.ids.iter().any(|id| id == fragment),
                "{path} has no {fragment}"
            );
            entries += 1;
        }
        for updated in texts(feed, "updated") {
            updated.parse::<jiff::Timestamp>().unwrap();
        }
        assert_eq!(texts(feed, "updated").len(), ids.len());
    }
    assert!(entries > 10, "{entries} entries");
}

fn is_of_type(value: &Value, kind: &str, format: &str) -> bool {
    match (value, kind) {
        (Value::String(text), "string") => format != "uri" || text.starts_with("http"),
        (Value::String(text), "date") => text.parse::<jiff::civil::Date>().is_ok(),
        (Value::Number(number), "integer") => number.is_u64(),
        (Value::Null, _) | (Value::Number(_), "number") => true,
        _ => false,
    }
}

#[test]
fn csv_json_and_schema_of_every_table_have_the_same_columns_and_rows() {
    for municipality in demo().municipalities() {
        let file = |name: &str| demo().text(&format!("{municipality}/gegevens/{name}"));
        for table in TABLES {
            let (header, rows) = csv::read(file(&format!("{table}.csv")));
            let schema = file(&format!("{table}.schema.json"));
            let schema: Value = serde_json::from_str(schema).unwrap();
            let fields = schema["fields"].as_array().unwrap();
            let names: Vec<&str> = fields
                .iter()
                .map(|field| field["name"].as_str().unwrap())
                .collect();
            assert_eq!(header, names, "{municipality} {table}");
            let (names, in_json) = open_data::table(municipality, table);
            assert_eq!(header, names, "{municipality} {table}");
            assert!(!rows.is_empty(), "{municipality} {table}");
            assert_eq!(rows.len(), in_json.len(), "{municipality} {table}");
            for (row, cells) in rows.iter().zip(&in_json) {
                assert_eq!(*row, open_data::as_text(&names, cells));
                for (field, cell) in fields.iter().zip(cells) {
                    let text = |key: &str| field[key].as_str().unwrap();
                    assert!(
                        is_of_type(cell, text("type"), text("format")),
                        "{municipality} {table}: {cell} is no {}",
                        text("type")
                    );
                }
            }
        }
    }
}

#[test]
fn every_site_says_whom_to_tell_about_a_leak_and_until_when() {
    let content = contracts::read(&demo().content);
    let today: jiff::civil::Date = content.site["date"].to_string().parse().unwrap();
    let folders = demo().municipalities();
    let prefixes = folders
        .iter()
        .map(|folder| format!("{folder}/"))
        .chain([String::new()]);
    for prefix in prefixes {
        let text = demo().text(&format!("{prefix}.well-known/security.txt"));
        let field = |name: &str| {
            let start = format!("{name}: ");
            let value = text.lines().find_map(|line| line.strip_prefix(&start));
            value.unwrap_or_else(|| panic!("{prefix}: no {name}"))
        };
        assert!(field("Contact").starts_with("mailto:"));
        let expires: jiff::Timestamp = field("Expires").parse().unwrap();
        let expires = expires.to_zoned(jiff::tz::TimeZone::UTC).date();
        assert!((expires - today).get_days() > 30, "{prefix}");
        assert!(field("Canonical").ends_with(".well-known/security.txt"));
    }
}

#[test]
fn every_site_comes_with_its_headers() {
    for municipality in demo().municipalities() {
        let headers = demo().text(&format!("{municipality}/_headers"));
        assert!(headers.contains("Content-Security-Policy: default-src 'none';"));
        assert!(!headers.contains("unsafe-inline"), "{municipality}");
    }
}
