//! Words that were read wrongly, and what must stand in their place: on every page of the demonstration, in each language.

use scraper::{ElementRef, Html};

use crate::demo::demo;
use crate::html::{all, first, text};

/// The pages for visitors with their words: path, language, document.
fn pages() -> impl Iterator<Item = (&'static str, bool, Html)> {
    demo().pages().map(|(path, html)| {
        let is_english = path.split('/').nth(1) == Some("en");
        (path, is_english, Html::parse_document(html))
    })
}

fn main_words(page: &Html) -> String {
    text(first(page.root_element(), "body"))
}

/// What somebody could read as its opposite, or as more than is so.
const MISREAD: &[(&str, &str)] = &[
    ("Geen wachttijd", "a stop reads as zero weeks"),
    ("geen wachttijd", "a stop reads as zero weeks"),
    ("No waiting time", "a stop reads as zero weeks"),
    ("no waiting time", "a stop reads as zero weeks"),
    ("zelf kiezen wie", "nobody can always choose"),
    ("choose yourself who", "nobody can always choose"),
    ("twee soorten wachttijd", "there are three"),
    ("two kinds of waiting time", "there are three"),
    (
        "misschien even goed",
        "one of them is said to be below average",
    ),
    (
        "may be equally good",
        "one of them is said to be below average",
    ),
    ("Lees niet eens", "it says «not even»"),
    ("leest u bij niet eens", "it says «not even»"),
    (
        "Kijk dan bij niet gevonden",
        "it says that something was not found",
    ),
    (
        "De gegevens voor uw gemeente staan bij hulp dichtbij",
        "not those of a confidential adviser",
    ),
];

#[test]
fn no_page_says_what_was_read_wrongly() {
    let mut wrong = Vec::new();
    for (path, _, page) in pages() {
        let words = main_words(&page);
        for (misread, why) in MISREAD {
            if words.contains(misread) {
                wrong.push(format!("{path}: «{misread}»: {why}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// The column holds waits from the first talk and waits from sign-up, so each says which it is.
#[test]
fn each_wait_until_the_start_says_from_when_it_counts() {
    let (mut from_talk, mut from_sign_up) = (0, 0);
    for (path, is_english, page) in pages() {
        if is_english {
            continue;
        }
        for wait in all(
            page.root_element(),
            "[data-fact=start] :is(.wait-length, .wait-text)",
        ) {
            let words = text(first(wait, ".wait-figure"));
            if words.contains("na het eerste gesprek") || words.contains("van het eerste gesprek") {
                from_talk += 1;
            } else {
                assert!(
                    words.contains("vanaf aanmelding") || words.contains("van aanmelden tot"),
                    "{path}: {words}"
                );
                from_sign_up += 1;
            }
        }
        for heading in all(page.root_element(), "th, dt") {
            let words = text(heading);
            assert!(
                !words.starts_with("Na het eerste gesprek") && !words.starts_with("Wacht na"),
                "{path}: {words}"
            );
        }
    }
    assert!(
        from_talk > 100 && from_sign_up > 100,
        "{from_talk} from the first talk, {from_sign_up} from sign-up"
    );
}

/// «Na het eerste gesprek, tot de start: Na het eerste gesprek: …»
#[test]
fn a_line_of_the_guide_does_not_say_its_heading_again() {
    let mut lines = 0;
    for municipality in demo().municipalities() {
        let html = demo().text(&format!("{municipality}/wachttijden/index.html"));
        let page = Html::parse_document(html);
        for cell in all(page.root_element(), "td[data-label]") {
            let heading = cell.value().attr("data-label").unwrap();
            for label in all(cell, ".range > .small").into_iter().map(text) {
                lines += 1;
                let label = label.trim_end_matches(':');
                assert!(!heading.contains(label), "{heading} {label}");
            }
        }
    }
    assert!(lines > 20, "{lines} lines");
}

fn is_counted(words: &str, of: &str) -> bool {
    let mut parts = words.split(of).skip_while(|part| part.is_empty());
    let before = parts.next().unwrap_or("");
    words.contains(of) && !before.ends_with(|last: char| last.is_ascii_digit())
}

#[test]
fn one_of_ten_is_singular_and_none_is_said_as_none() {
    let wrong = [
        "1 van de 10 gezinnen kwamen",
        "1 van de 10 ouders noemen",
        "1 van de 10 jongeren noemen",
        "1 van de 10 doelen zijn",
        "0 van de 10 gezinnen",
        "0 van de 10 ouders",
        "0 van de 10 jongeren",
        "0 van de 10 doelen",
    ];
    let (mut found, mut singular) = (Vec::new(), 0);
    for (path, _, page) in pages() {
        for place in all(page.root_element(), "p, td") {
            let words = text(place);
            singular += usize::from(words.contains("van de 10 gezinnen kwam niet meer opdagen"));
            for phrase in wrong {
                if is_counted(&words, phrase) {
                    found.push(format!("{path}: {words}"));
                }
            }
        }
    }
    assert_eq!(found, [""; 0]);
    assert!(singular > 20, "{singular} sentences");
}

fn legend(page: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(demo().text(page));
    let lines: Vec<ElementRef> = all(page.root_element(), selector);
    lines.into_iter().map(text).collect()
}

#[test]
fn the_bar_is_explained_in_the_same_way_on_both_pages() {
    let provider = legend("apeldoorn/aanbieders/letterwolk/index.html", ".legend li").join(" ");
    let outcomes = legend("apeldoorn/uitkomsten/index.html", "main li").join(" ");
    assert!(
        provider.contains("De stip: het cijfer.") && provider.contains("De streepjes: gemiddeld"),
        "{provider}"
    );
    assert!(
        outcomes.contains("De stip is de score, de streepjes zijn het gemiddelde"),
        "{outcomes}"
    );
}

/// 95 % by Wilson, in tenths and rounded outwards: what every page does.
fn tenths_between(successes: f64, respondents: f64) -> (f64, f64) {
    const Z: f64 = 1.959_964;
    let share = successes / respondents;
    let (square, double) = (Z * Z / respondents, Z * Z / (2.0 * respondents));
    let root = Z * (share * (1.0 - share) / respondents + square / (4.0 * respondents)).sqrt();
    let low = (share + double - root) / (1.0 + square);
    let high = (share + double + root) / (1.0 + square);
    ((low * 10.0).floor(), (high * 10.0).ceil())
}

#[test]
fn the_example_of_a_margin_follows_the_rule_of_the_site() {
    let (low, high) = tenths_between(21.0, 30.0);
    for (path, example, margin) in [
        (
            "apeldoorn/over-de-cijfers/index.html",
            "21 van de 30",
            format!("waarschijnlijk tussen {low} en {high} van de 10"),
        ),
        (
            "apeldoorn/en/over-de-cijfers/index.html",
            "21 of the 30",
            format!("probably between {low} and {high} out of 10"),
        ),
    ] {
        let page = Html::parse_document(demo().text(path));
        let words = main_words(&page);
        assert!(
            words.contains(example) && words.contains(&margin),
            "{path}: {margin}"
        );
        let outcomes =
            Html::parse_document(demo().text(&path.replace("over-de-cijfers", "uitkomsten")));
        for verdict in all(outcomes.root_element(), "main .verdict") {
            let verdict = text(verdict);
            assert!(
                words.contains(&verdict),
                "{path} does not explain «{verdict}»"
            );
        }
    }
}
