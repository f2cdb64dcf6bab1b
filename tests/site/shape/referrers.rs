//! The pages for referrers, against the contracts and against themselves.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html};

use super::contracts;
use crate::demo::demo;
use crate::html::{all, first, text};

/// The pages of products for referrers: path, municipality, product, document.
fn tables() -> Vec<(&'static str, &'static str, &'static str, Html)> {
    let found: Vec<_> = demo()
        .pages()
        .filter_map(
            |(path, html)| match path.split('/').collect::<Vec<_>>()[..] {
                [municipality, "verwijzers", "hulp", product, _] => {
                    Some((path, municipality, product, Html::parse_document(html)))
                }
                _ => None,
            },
        )
        .collect();
    assert!(found.len() > 100, "{} pages", found.len());
    found
}

fn rows(page: &Html) -> Vec<ElementRef<'_>> {
    all(
        page.root_element(),
        "table[data-providers][data-sortable] tbody tr",
    )
}

fn provider_of(row: ElementRef) -> String {
    let link = first(row, "th a").value().attr("href").unwrap();
    link.trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap()
        .to_owned()
}

#[test]
fn a_table_for_referrers_holds_every_contract_here_and_no_other() {
    let content = contracts::read(&demo().content);
    for (path, municipality, product, page) in tables() {
        let expected: BTreeSet<String> = content.municipalities[municipality]
            .offers
            .keys()
            .filter(|(_, of)| of == product)
            .map(|(provider, _)| provider.clone())
            .collect();
        let found: BTreeSet<String> = rows(&page).into_iter().map(provider_of).collect();
        assert_eq!(found, expected, "{path}");
    }
}

#[test]
fn a_stop_and_what_is_not_known_have_no_number_to_order_by() {
    let mut without = 0;
    for (path, _, _, page) in tables() {
        for cell in all(
            page.root_element(),
            "tr:has(.in-stop) td:nth-of-type(2), tr:has(.in-stop) td:nth-of-type(3), td:has(> .absence)",
        ) {
            without += 1;
            assert_eq!(
                cell.value().attr("data-sort"),
                None,
                "{path}: {}",
                text(cell)
            );
        }
    }
    assert!(without > 100, "{without} cells");
}

#[test]
fn as_many_rows_are_marked_above_the_norm_as_the_line_above_the_table_counts() {
    let mut above = 0;
    for (path, _, _, page) in tables() {
        let Some(line) = all(page.root_element(), ".norm-line").into_iter().next() else {
            assert!(rows(&page).is_empty(), "{path} has rows and no norm");
            continue;
        };
        let line = text(line);
        let counted = line.split(' ').next().unwrap();
        let counted: usize = if counted == "Geen" {
            0
        } else {
            counted.parse().unwrap()
        };
        let marked = rows(&page)
            .into_iter()
            .filter(|row| text(*row).contains("boven de norm"))
            .count();
        assert_eq!(counted, marked, "{path}: {line}");
        above += marked;
        let total = format!("van de {} aanbieders", rows(&page).len());
        assert!(line.contains(&total), "{path}: {line}");
        assert!(
            line.contains("norm van 1 week voor het eerste gesprek"),
            "{path}: {line}"
        );
        assert!(
            line.contains("Bron: Advies regionaal cliëntenplatform"),
            "{path}: {line}"
        );
    }
    assert!(above > 50, "{above} rows");
}

#[test]
fn a_family_page_and_the_page_for_referrers_of_a_product_lead_to_each_other() {
    for (path, municipality, product, page) in tables() {
        let family = format!("a[href='../../../hulp/{product}/']");
        assert_eq!(all(page.root_element(), &family).len(), 1, "{path}");
        let there =
            Html::parse_document(demo().text(&format!("{municipality}/hulp/{product}/index.html")));
        let back = format!("a[href='../../verwijzers/hulp/{product}/']");
        assert_eq!(all(there.root_element(), &back).len(), 1, "{path}");
    }
}
