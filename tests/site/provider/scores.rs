//! The outcomes on the page of a provider, against the table of outcomes that is open data.

use std::collections::BTreeMap;

use super::{ProviderPage, pages};
use crate::csv::{self, Row};
use crate::demo::demo;
use crate::html::{all, first, text};

/// The row over all help, by provider and measure.
fn rows(municipality: &str) -> BTreeMap<(String, String), Row> {
    let table = demo().text(&format!("{municipality}/gegevens/uitkomsten.csv"));
    csv::read(table)
        .1
        .into_iter()
        .filter(|row| row["profiel"].is_empty() && row["intensiteit"].is_empty())
        .map(|row| ((row["aanbieder"].clone(), row["maat"].clone()), row))
        .collect()
}

fn interval(row: &Row) -> Option<(f64, f64)> {
    Some((
        row["ondergrens"].parse().ok()?,
        row["bovengrens"].parse().ok()?,
    ))
}

fn remarks(page: &ProviderPage) -> String {
    let remarks: Vec<String> = all(page.root(), ".remark").into_iter().map(text).collect();
    remarks.join(" ")
}

#[test]
fn youth_and_parents_are_said_to_differ_only_where_their_intervals_lie_apart() {
    let (mut differ, mut chance, mut silent) = (0, 0, 0);
    for page in pages() {
        let rows = rows(page.municipality);
        let row = |measure: &str| rows.get(&(page.provider.to_owned(), measure.to_owned()));
        let both = row("ervaring-jeugdigen").zip(row("ervaring-ouders"));
        let both = both.and_then(|(youth, parents)| {
            Some((
                interval(youth)?,
                interval(parents)?,
                youth["oordeel"] == parents["oordeel"],
            ))
        });
        let expected = match both {
            Some((youth, parents, _)) if youth.1 < parents.0 => {
                "Jongeren zijn minder tevreden dan ouders."
            }
            Some((youth, parents, _)) if parents.1 < youth.0 => {
                "Ouders zijn minder tevreden dan jongeren."
            }
            Some((_, _, false)) => "Het verschil tussen jongeren en ouders kan toeval zijn.",
            Some((_, _, true)) | None => "",
        };
        match expected {
            "" => silent += 1,
            sentence if sentence.contains("toeval") => chance += 1,
            _ => differ += 1,
        }
        assert_eq!(remarks(&page), expected, "{} {both:?}", page.provider);
    }
    assert!(
        differ > 0 && chance > 0 && silent > 0,
        "{differ}, {chance}, {silent}"
    );
}

#[test]
fn the_ends_of_an_interval_are_those_of_the_table_and_hidden_ones_are_not_there() {
    let (mut shown, mut hidden) = (0, 0);
    for page in pages() {
        let rows = rows(page.municipality);
        for score in all(page.root(), ".score[data-measure]") {
            let measure = dutch(score.value().attr("data-measure").unwrap());
            let row = rows.get(&(page.provider.to_owned(), measure.to_owned()));
            let bounds = row.and_then(interval);
            let percent = |name: &str| {
                let value = score.value().attr(name)?;
                Some(value.parse::<f64>().unwrap())
            };
            match (bounds, percent("data-low"), percent("data-high")) {
                (Some((low, high)), Some(from), Some(to)) => {
                    shown += 1;
                    assert!((low * 100.0 - from).abs() < 0.06, "{low} {from}");
                    assert!((high * 100.0 - to).abs() < 0.06, "{high} {to}");
                }
                (None, None, None) => hidden += 1,
                other => panic!("{} {measure}: {other:?}", page.provider),
            }
        }
    }
    assert!(shown > 100 && hidden > 100, "{shown} and {hidden}");
}

fn dutch(measure: &str) -> &'static str {
    match measure {
        "experience-youth" => "ervaring-jeugdigen",
        "experience-parents" => "ervaring-ouders",
        "dropout-ended-early" => "uitval-vroegtijdig-beeindigd",
        "dropout-no-show" => "uitval-niet-meer-gekomen",
        "goal-education" => "doel-onderwijs",
        "goal-family-balance" => "doel-gezinsbalans",
        "goal-fewer-problems" => "doel-minder-problemen",
        "goal-participation" => "doel-meedoen",
        other => panic!("`{other}` is no measure"),
    }
}

/// Below the reliability minimum the bar has no mark of the region either: the eye would compare what words do not.
#[test]
fn a_bar_shows_the_average_only_where_words_compare() {
    let (mut with, mut without) = (0, 0);
    for page in pages() {
        for score in all(page.root(), ".score-shown") {
            let compares = all(score, ".verdict-unsaid").is_empty();
            assert_eq!(
                !all(score, ".bar-average").is_empty(),
                compares,
                "{}",
                score.html()
            );
            if compares {
                with += 1;
            } else {
                without += 1;
            }
        }
    }
    assert!(with > 50 && without > 10, "{with} and {without}");
}

#[test]
fn the_table_of_all_figures_says_of_each_measure_what_its_own_place_says() {
    for page in pages() {
        for table in all(page.root(), ".all-figures table") {
            let said = all(page.root(), "section.measure")
                .into_iter()
                .map(|measure| {
                    let score = first(measure, ".score");
                    let words = all(score, ".verdict, .absence").into_iter().map(text);
                    (text(first(measure, "h4")), words.collect::<Vec<String>>())
                });
            let listed = all(table, "tbody tr")
                .into_iter()
                .map(|row| (text(first(row, "th")), vec![text(first(row, "td"))]));
            assert_eq!(
                said.collect::<Vec<_>>(),
                listed.collect::<Vec<_>>(),
                "{}",
                page.provider
            );
        }
    }
}

/// The fewer answers, the more a margin says: and for one question they are fewest.
#[test]
fn a_score_for_one_question_has_its_margin_too() {
    let mut with = 0;
    for page in pages() {
        for score in all(page.root(), "section.measure details dd:has(.verdict)") {
            with += 1;
            let words = text(score);
            assert!(
                words.contains("Waarschijnlijk tussen "),
                "{}: {words}",
                page.provider
            );
        }
    }
    assert!(with > 20, "{with} scores");
}
