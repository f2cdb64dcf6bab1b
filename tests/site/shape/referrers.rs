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

/// Where a row stands against the norm for the first talk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Above,
    Within,
    InWords,
    NotKnown,
    Stop,
}

fn stands(row: ElementRef) -> Stands {
    let cell = first(row, "td:nth-of-type(2)");
    let words = text(cell);
    if !all(row, ".in-stop").is_empty() {
        Stands::Stop
    } else if words.contains("boven de norm") {
        Stands::Above
    } else if words.contains("in woorden: niet te vergelijken") {
        Stands::InWords
    } else if cell.value().attr("data-section") == Some("0") {
        Stands::Within
    } else {
        Stands::NotKnown
    }
}

/// The whole sentence: each part of it may be quoted alone, so none counts who has no figure among those within the norm.
fn norm_sentence(rows: &[Stands]) -> String {
    let count = |wanted| rows.iter().filter(|stands| **stands == wanted).count();
    let above = count(Stands::Above);
    let norm = "de norm van 1 week voor het eerste gesprek";
    let mut sentence = match (above + count(Stands::Within), above) {
        (0, _) => {
            format!("Van geen enkele aanbieder is er een actueel cijfer om naast {norm} te leggen.")
        }
        (1, 0) => format!("De ene aanbieder met een actueel cijfer zit niet boven {norm}."),
        (1, _) => format!("De ene aanbieder met een actueel cijfer zit boven {norm}."),
        (known, 0) => {
            format!("Geen van de {known} aanbieders met een actueel cijfer zit boven {norm}.")
        }
        (known, 1) => {
            format!("1 van de {known} aanbieders met een actueel cijfer zit boven {norm}.")
        }
        (known, above) => {
            format!("{above} van de {known} aanbieders met een actueel cijfer zitten boven {norm}.")
        }
    };
    match count(Stands::InWords) {
        0 => {}
        words => {
            let said =
                format!(" Van {words} is de wachttijd in woorden gegeven: niet te vergelijken.");
            sentence.push_str(&said);
        }
    }
    match count(Stands::NotKnown) {
        0 => {}
        unknown => {
            let said = format!(" Van {unknown} is geen actueel cijfer bekend.");
            sentence.push_str(&said);
        }
    }
    match count(Stands::Stop) {
        0 => {}
        1 => sentence.push_str(" 1 heeft een aanmeldstop."),
        stops => {
            let said = format!(" {stops} hebben een aanmeldstop.");
            sentence.push_str(&said);
        }
    }
    sentence
}

#[test]
fn the_line_about_the_norm_gives_a_verdict_only_of_those_with_a_figure() {
    let (mut without_verdict, mut with_words) = (0, 0);
    for (path, _, _, page) in tables() {
        let Some(line) = all(page.root_element(), ".norm-line").into_iter().next() else {
            assert!(rows(&page).is_empty(), "{path} has rows and no norm");
            continue;
        };
        let line = text(line);
        let stands: Vec<Stands> = rows(&page).into_iter().map(stands).collect();
        let expected = norm_sentence(&stands);
        assert!(
            line.starts_with(&expected),
            "{path}: {line}, not {expected}"
        );
        assert!(
            line.contains("Bron: Advies regionaal cliëntenplatform"),
            "{path}: {line}"
        );
        without_verdict += usize::from(line.starts_with("Van geen enkele"));
        with_words += usize::from(stands.contains(&Stands::InWords));
    }
    assert!(
        without_verdict > 0 && with_words > 0,
        "{without_verdict} without a figure, {with_words} with words"
    );
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
