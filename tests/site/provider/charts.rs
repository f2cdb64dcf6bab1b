//! The charts of waits, against the sheet of waits as it was supplied.

use std::collections::BTreeMap;

use jiff::civil::Date;
use scraper::ElementRef;

use super::{pages, small_page};
use crate::csv;
use crate::demo::demo;
use crate::harness::Region;
use crate::html::{all, first, text};

/// The picture, from its left and upper line to its right and base line.
const LEFT: f64 = 18.0;
const RIGHT: f64 = 292.0;
const UPPER: f64 = 24.0;
const BASE: f64 = 94.0;
/// A chart counts in tenths of a day and of a unit, rounded down.
const ROUNDING: f64 = 0.2;
const DAY_OF_THE_SITE: &str = "2026-11-15";
const SHOWN_FOR_DAYS: i32 = 180;

/// One figure of the sheet.
struct Supplied {
    day: Date,
    /// Days of waiting, when a number was supplied.
    days: Option<f64>,
    is_range: bool,
    is_stop: bool,
}

/// What one wait is about: provider, product, and all that must be the same.
type Wait = (String, String, Vec<String>);

fn waits() -> BTreeMap<Wait, Vec<Supplied>> {
    let sheet = std::fs::read_to_string(demo().content.join("waiting-times.csv")).unwrap();
    let today: Date = DAY_OF_THE_SITE.parse().unwrap();
    let mut waits: BTreeMap<Wait, Vec<Supplied>> = BTreeMap::new();
    for row in csv::read(&sheet).1 {
        let day: Date = row["reference_date"].parse().unwrap();
        if (today - day).get_days() > SHOWN_FOR_DAYS {
            continue;
        }
        let about = ["location", "municipality", "kind", "basis", "statistic"];
        let about = about.map(|name| row[name].clone()).to_vec();
        let wait = (row["provider"].clone(), row["product"].clone(), about);
        let is_stop = row["status"] == "stop";
        let value = row["value"].replace(',', ".").parse::<f64>().ok();
        waits.entry(wait).or_default().push(Supplied {
            day,
            days: value
                .filter(|_| !is_stop)
                .map(|value| value * days_in(&row["unit"])),
            is_range: !row["text"].is_empty(),
            is_stop,
        });
    }
    for figures in waits.values_mut() {
        figures.sort_by_key(|figure| figure.day);
    }
    waits
}

fn days_in(unit: &str) -> f64 {
    match unit {
        "days" => 1.0,
        "weeks" => 7.0,
        "months" => 365.25 / 12.0,
        other => panic!("`{other}` is no unit"),
    }
}

/// The points of a path, each after an `M` or an `L`.
fn points(chart: ElementRef, class: &str) -> Vec<(f64, f64)> {
    let Some(path) = all(chart, &format!(".{class}")).into_iter().next() else {
        return Vec::new();
    };
    let path = path.value().attr("d").unwrap();
    path.split(['M', 'L'])
        .filter(|part| !part.is_empty())
        .map(|part| {
            let end = part.find(char::is_alphabetic).unwrap_or(part.len());
            let (x, y) = part[..end].split_once(' ').unwrap();
            (x.parse().unwrap(), y.parse().unwrap())
        })
        .collect()
}

/// Where the dots of a wait should be, oldest first.
fn dots(figures: &[Supplied]) -> Vec<(f64, f64)> {
    let (first, last) = (figures[0].day, figures[figures.len() - 1].day);
    let longest = figures
        .iter()
        .filter_map(|figure| figure.days)
        .fold(0.0, f64::max);
    let top = (longest / 7.0 - 1e-9).ceil().max(1.0) * 7.0;
    let span = f64::from((last - first).get_days());
    figures
        .iter()
        .filter(|figure| !figure.is_range)
        .filter_map(|figure| Some((figure.day, figure.days?)))
        .map(|(day, days)| {
            let past = f64::from((day - first).get_days());
            (
                LEFT + (RIGHT - LEFT) * past / span,
                BASE - (BASE - UPPER) * days / top,
            )
        })
        .collect()
}

fn are_near(drawn: &[(f64, f64)], expected: &[(f64, f64)]) -> bool {
    drawn.len() == expected.len()
        && drawn.iter().zip(expected).all(|(one, other)| {
            (one.0 - other.0).abs() <= ROUNDING && (one.1 - other.1).abs() <= ROUNDING
        })
}

#[test]
fn every_dot_of_a_chart_stands_where_the_sheet_puts_it() {
    let waits = waits();
    let mut drawn = 0;
    for page in pages() {
        for card in all(page.root(), "[data-offer]") {
            let product = card.value().attr("data-offer").unwrap();
            let of_offer: Vec<Vec<(f64, f64)>> = waits
                .iter()
                .filter(|((provider, of, _), _)| provider == page.provider && of == product)
                .filter(|(_, figures)| figures.len() > 1)
                .map(|(_, figures)| dots(figures))
                .collect();
            for chart in all(card, "svg.chart") {
                drawn += 1;
                let found = points(chart, "chart-dot");
                assert!(
                    of_offer.iter().any(|expected| are_near(&found, expected)),
                    "{} {product}: {found:?} is none of {of_offer:?}",
                    page.provider
                );
            }
        }
    }
    assert!(drawn > 300, "{drawn} charts");
}

#[test]
fn every_stop_of_a_chart_is_a_cross_on_the_base_line() {
    let waits = waits();
    let mut crosses = 0;
    for page in pages() {
        for chart in all(page.root(), "[data-offer] svg.chart") {
            for (_, y) in points(chart, "chart-cross") {
                crosses += 1;
                assert!((y + 4.0 - BASE).abs() < 0.11, "{y}");
            }
        }
    }
    let supplied = waits
        .values()
        .flatten()
        .filter(|figure| figure.is_stop)
        .count();
    assert!(supplied > 0 && crosses > 0, "{supplied} and {crosses}");
}

/// The table below a chart holds the same figures: as many numbers as there are dots, and a line for each figure.
#[test]
fn the_table_below_a_chart_has_a_number_for_every_dot() {
    for page in pages() {
        for trend in all(page.root(), ".trend:has(svg.chart)") {
            let chart = first(trend, "svg.chart");
            let rows = all(trend, "tbody tr td");
            let numbers = rows.iter().filter(|cell| {
                let words = text(**cell);
                words.starts_with(|char: char| char.is_ascii_digit())
            });
            assert_eq!(
                points(chart, "chart-dot").len(),
                numbers.count(),
                "{}: {}",
                page.provider,
                trend.html()
            );
        }
    }
}

/// A line is drawn through lengths that follow each other and nothing else.
#[test]
fn a_line_runs_through_lengths_that_follow_each_other() {
    for page in pages() {
        for trend in all(page.root(), ".trend:has(svg.chart)") {
            // A wait that was always a range has squares and no line.
            let path = all(trend, ".chart-line").into_iter().next();
            let path = path.map_or("", |path| path.value().attr("d").unwrap());
            let words: Vec<String> = all(trend, "tbody tr td").into_iter().map(text).collect();
            let is_length = |words: &String| words.starts_with(|char: char| char.is_ascii_digit());
            let mut runs = 0;
            let mut before = false;
            for cell in &words {
                let now = is_length(cell);
                runs += usize::from(now && !before);
                before = now;
            }
            assert_eq!(path.matches('M').count(), runs, "{words:?} {path}");
        }
    }
}

#[test]
fn a_length_after_an_unknown_one_is_not_joined_to_the_one_before() {
    let region = Region::small();
    region.append(
        "content/waiting-times.csv",
        "de-lindeboom,begeleiding-individueel,,,intake,expected,mean,,,,unknown,2026-10-20,,opgave van de aanbieder\n",
    );
    let page = small_page(&region);
    let trend = first(page.root_element(), ".trend:has(svg.chart)");
    assert_eq!(points(trend, "chart-dot").len(), 2);
    let line = first(trend, ".chart-line").value().attr("d").unwrap();
    assert_eq!(
        (line.matches('M').count(), line.matches('L').count()),
        (2, 0)
    );
    assert!(text(trend).contains("Niet getekend"));
}
