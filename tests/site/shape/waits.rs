//! Waiting times on the pages, against what was supplied: unknown is never zero, and who takes nobody has no wait.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html};

use super::contracts;
use crate::csv;
use crate::demo::demo;
use crate::html::{all, first, text};

/// A row about an offer, on a page that compares offers.
struct OfferRow {
    page: String,
    provider: String,
    product: String,
    is_stopped: bool,
    /// What stands in the columns of waits.
    waits: Vec<String>,
}

fn slug_in(link: ElementRef) -> String {
    let address = link.value().attr("href").unwrap();
    let path = address.trim_end_matches('/');
    path.rsplit(['/', '#']).next().unwrap().to_owned()
}

/// The rows of the pages of products and of their waits.
fn rows() -> Vec<OfferRow> {
    let mut rows = Vec::new();
    for (path, html) in demo().pages() {
        let parts: Vec<&str> = path.split('/').collect();
        let page = Html::parse_document(html);
        if let [_, "hulp" | "wachttijden", product, _] = parts[..] {
            add_rows(path, product, page.root_element(), &mut rows);
        }
    }
    assert!(rows.len() > 500, "{} rows", rows.len());
    rows
}

fn add_rows(path: &str, product: &str, within: ElementRef, rows: &mut Vec<OfferRow>) {
    for row in all(within, "table[data-providers] tbody tr") {
        let waits = all(row, "td").into_iter().filter(|cell| {
            let label = cell.value().attr("data-label");
            label.is_some_and(|label| label.starts_with("Tot ") || label.starts_with("Na het "))
        });
        rows.push(OfferRow {
            page: path.to_owned(),
            provider: slug_in(first(row, "th a")),
            product: product.to_owned(),
            is_stopped: !all(row, ".admission-stop").is_empty(),
            waits: waits.map(text).collect(),
        });
    }
}

/// A line of the availability guide: a municipality, a product, and the cells behind it.
struct GuideLine {
    municipality: String,
    product: String,
    counts: String,
    ranges: Vec<String>,
}

fn guide() -> Vec<GuideLine> {
    let mut lines = Vec::new();
    for municipality in demo().municipalities() {
        let html = demo().text(&format!("{municipality}/wachttijden/index.html"));
        let page = Html::parse_document(html);
        for row in all(page.root_element(), "table[data-providers] tbody tr") {
            if all(row, ".counts").is_empty() {
                continue;
            }
            lines.push(GuideLine {
                municipality: municipality.to_owned(),
                product: slug_in(first(row, "th a")),
                counts: text(first(row, ".counts")),
                ranges: all(row, "td").into_iter().skip(1).map(text).collect(),
            });
        }
    }
    assert!(lines.len() > 50, "{} lines", lines.len());
    lines
}

/// The whole numbers in a text, in order.
fn numbers(text: &str) -> Vec<usize> {
    text.split(|char: char| !char.is_ascii_digit())
        .filter_map(|part| part.parse().ok())
        .collect()
}

#[test]
fn the_counts_of_the_guide_add_up_to_everybody_who_offers_it() {
    let content = contracts::read(&demo().content);
    for line in guide() {
        let offers = &content.municipalities[&line.municipality].offers;
        let offering = offers
            .keys()
            .filter(|(_, product)| *product == line.product);
        let counts = numbers(&line.counts);
        let place = format!("{} {}: {}", line.municipality, line.product, line.counts);
        assert_eq!(counts[0], offering.count(), "{place}");
        assert_eq!(counts[0], counts[1..].iter().sum::<usize>(), "{place}");
    }
}

/// A range is made of figures of its own column, and says of how many of all providers they are.
#[test]
fn a_range_of_the_guide_ends_at_waits_that_stand_in_the_same_column_of_its_table() {
    let mut columns: BTreeMap<(String, String, usize), String> = BTreeMap::new();
    for row in rows() {
        let mut parts = row.page.split('/');
        let municipality = parts.next().unwrap().to_owned();
        if parts.next() != Some("wachttijden") {
            continue;
        }
        for (column, text) in row.waits.iter().enumerate() {
            let key = (municipality.clone(), row.product.clone(), column);
            let so_far = columns.entry(key).or_default();
            so_far.push(' ');
            so_far.push_str(text);
        }
    }
    let mut checked = 0;
    for line in guide() {
        let total = numbers(&line.counts)[0];
        for (column, ranges) in line.ranges.iter().enumerate() {
            let key = (line.municipality.clone(), line.product.clone(), column);
            let known = numbers(&columns[&key]);
            let mut rest = ranges.as_str();
            while let Some((before, after)) = rest.split_once(", bekend bij ") {
                let [count, of, ..] = numbers(after)[..] else {
                    panic!("{ranges}")
                };
                assert!(count <= of && of == total, "{}: {ranges}", line.product);
                let ends = before.rsplit(':').next().unwrap();
                for end in numbers(ends).iter().rev().take(2) {
                    checked += 1;
                    assert!(
                        *end == 0 || known.contains(end),
                        "{}: {end} of «{ranges}» is not in {known:?}",
                        line.product
                    );
                }
                rest = after;
            }
        }
    }
    assert!(checked > 100, "{checked} ends of ranges");
}

/// Whether a text names a length of time.
fn names_a_length(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let is_number = pair[0]
            .trim_matches(['«', '('])
            .starts_with(|char: char| char.is_ascii_digit());
        let units = ["dag", "week", "weken", "maand"];
        is_number && units.iter().any(|unit| pair[1].starts_with(unit))
    })
}

fn supplied() -> Vec<csv::Row> {
    let sheet = std::fs::read_to_string(demo().content.join("waiting-times.csv")).unwrap();
    csv::read(&sheet).1
}

#[test]
fn an_offer_with_an_intake_stop_shows_no_length_of_wait() {
    let content = contracts::read(&demo().content);
    let (mut stopped, mut wrong) = (0, Vec::new());
    for row in rows() {
        assert_eq!(row.waits.len(), 2, "{}: two columns of waits", row.page);
        let municipality = &content.municipalities[row.page.split('/').next().unwrap()];
        let key = (row.provider.clone(), row.product.clone());
        let is_stop_by_contract = municipality.offers[&key] == "stop";
        if is_stop_by_contract && !row.is_stopped {
            wrong.push(format!("{}: {key:?} does not say it is stopped", row.page));
        }
        if row.is_stopped {
            stopped += 1;
            if row.waits.iter().any(|text| names_a_length(text)) {
                wrong.push(format!("{}: {key:?} {:?}", row.page, row.waits));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(stopped > 10, "{stopped} rows");
}

#[test]
fn an_offer_of_which_no_length_was_supplied_shows_none() {
    let with_length: BTreeSet<(String, String)> = supplied()
        .into_iter()
        .filter(|row| {
            row["value"].contains(|char: char| char.is_ascii_digit())
                || names_a_length(&row["text"])
        })
        .map(|row| (row["provider"].clone(), row["product"].clone()))
        .collect();
    let (mut without, mut wrong) = (0, Vec::new());
    for row in rows() {
        if !with_length.contains(&(row.provider.clone(), row.product.clone())) {
            without += 1;
            for text in row.waits.iter().filter(|text| names_a_length(text)) {
                wrong.push(format!("{}: {} {text}", row.page, row.provider));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(without > 10, "{without} rows");
}

#[test]
fn no_wait_stands_there_as_nothing_unless_nothing_was_supplied_as_its_length() {
    let is_zero = |row: &csv::Row| row["value"].parse::<f64>() == Ok(0.0);
    let zeros: BTreeSet<(String, String)> = supplied()
        .into_iter()
        .filter(is_zero)
        .map(|row| (row["provider"].clone(), row["product"].clone()))
        .collect();
    assert!(!zeros.is_empty(), "the demonstration has a wait of nothing");
    for row in rows() {
        let says_zero = row.waits.iter().any(|text| {
            let words: Vec<&str> = text.split_whitespace().collect();
            words
                .windows(2)
                .any(|pair| pair[0] == "0" && names_a_length(&pair.join(" ")))
        });
        if says_zero {
            let key = (row.provider, row.product);
            assert!(
                zeros.contains(&key),
                "{}: {key:?} {:?}",
                row.page,
                row.waits
            );
        }
    }
}

/// Each published figure is one that was supplied, with its own date, and none has a number that was not.
#[test]
fn the_table_of_waits_holds_what_was_supplied_and_no_number_besides() {
    const STATES: [(&str, &str); 2] = [("stop", "aanmeldstop"), ("unknown", "onbekend")];
    let mut truth: BTreeMap<(String, String, String), BTreeSet<(String, String)>> = BTreeMap::new();
    for row in supplied() {
        let state = STATES.iter().find(|(status, _)| *status == row["status"]);
        let value = row["value"].replace(',', ".");
        let (state, value) = match state {
            Some((_, state)) => ((*state).to_owned(), String::new()),
            None if !value.is_empty() => ("getal".to_owned(), trimmed(&value)),
            None => ("tekst".to_owned(), String::new()),
        };
        truth
            .entry((
                row["provider"].clone(),
                row["product"].clone(),
                row["reference_date"].clone(),
            ))
            .or_default()
            .insert((state, value));
    }
    let mut rows_read = 0;
    for municipality in demo().municipalities() {
        let (_, rows) = csv::read(demo().text(&format!("{municipality}/gegevens/wachttijden.csv")));
        for row in rows {
            rows_read += 1;
            let found = (row["staat"].clone(), row["waarde"].clone());
            if row["peildatum"].is_empty() {
                assert_eq!(found, ("onbekend".to_owned(), String::new()), "{row:?}");
                continue;
            }
            let key = (
                row["aanbieder"].clone(),
                row["product"].clone(),
                row["peildatum"].clone(),
            );
            let supplied = truth
                .get(&key)
                .unwrap_or_else(|| panic!("nobody supplied {row:?}"));
            assert!(
                supplied.contains(&found),
                "{row:?} is not one of {supplied:?}"
            );
            assert_eq!(
                row["waarde"].is_empty(),
                row["eenheid"].is_empty(),
                "{row:?}"
            );
        }
    }
    assert!(rows_read > 2_000, "{rows_read} rows");
}

fn trimmed(number: &str) -> String {
    if number.contains('.') {
        number
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
    } else {
        number.to_owned()
    }
}
