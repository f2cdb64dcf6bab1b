//! The page of a provider: what is drawn and said there, against the data by another way of calculating.

mod charts;
mod maps;
mod scores;

use scraper::{ElementRef, Html};

use crate::demo::demo;
use crate::harness::Region;
use crate::html::{all, first, text};

/// The page of a provider in one municipality of the demonstration.
struct ProviderPage {
    municipality: &'static str,
    provider: &'static str,
    html: Html,
}

impl ProviderPage {
    fn root(&self) -> ElementRef<'_> {
        self.html.root_element()
    }
}

fn pages() -> Vec<ProviderPage> {
    let found: Vec<ProviderPage> = demo()
        .pages()
        .filter_map(|(path, html)| {
            let parts: Vec<&str> = path.split('/').collect();
            match parts[..] {
                [municipality, "aanbieders", provider, "index.html"] => Some(ProviderPage {
                    municipality,
                    provider,
                    html: Html::parse_document(html),
                }),
                _ => None,
            }
        })
        .collect();
    assert!(found.len() > 100, "{} pages", found.len());
    found
}

#[test]
fn the_first_line_counts_the_kinds_of_help_that_are_open_as_the_cards_say() {
    for page in pages() {
        let (mut open, mut kinds) = (0, 0);
        for card in all(page.root(), "[data-offer]") {
            kinds += 1;
            open += all(card, "[data-fact=admission] .admission-open").len();
        }
        let lead = text(first(page.root(), "main .lead"));
        let expected = match (open, kinds) {
            (open, kinds) if open == kinds && kinds > 1 => {
                format!("nieuwe mensen aan voor alle {kinds} soorten hulp")
            }
            (1, 1) => "nieuwe mensen aan, voor 1 soort hulp".to_owned(),
            (0, _) => "niet".to_owned(),
            (open, kinds) => format!("voor {open} van de {kinds} soorten hulp"),
        };
        let takes_nobody = open == 0 && (lead.contains("niemand") || lead.contains("niet"));
        assert!(
            takes_nobody || lead.contains(&expected),
            "{} {}: «{lead}», {open} of {kinds}",
            page.municipality,
            page.provider
        );
    }
}

#[test]
fn every_fact_that_scripts_read_is_marked_once_in_its_place() {
    for page in pages() {
        for fact in ["name", "contact"] {
            let found = all(page.root(), &format!("[data-fact={fact}]"));
            assert_eq!(found.len(), 1, "{}: {fact}", page.provider);
        }
        let cards = all(page.root(), "[data-offer]");
        assert!(!cards.is_empty(), "{}", page.provider);
        for card in cards {
            for fact in ["product", "admission", "intake", "start", "ages"] {
                let found = all(card, &format!("[data-fact={fact}]"));
                assert_eq!(found.len(), 1, "{}: {fact}", page.provider);
            }
        }
    }
}

#[test]
fn an_old_or_unknown_wait_has_no_days_to_compare() {
    let mut with_days = 0;
    for page in pages() {
        for wait in all(page.root(), ".wait") {
            let has_days = !all(wait, "[data-days]").is_empty();
            with_days += usize::from(has_days);
            let is_old = !all(wait, ".mark-old").is_empty();
            let is_length = wait.value().attr("class") == Some("wait wait-length");
            assert_eq!(has_days, is_length && !is_old, "{}", wait.html());
        }
    }
    assert!(with_days > 300, "{with_days} waits");
}

#[test]
fn the_first_talk_stands_beside_the_norm_with_its_own_date() {
    let mut marked = 0;
    for page in pages() {
        let talks: Vec<String> = all(page.root(), ".first-talks li")
            .into_iter()
            .map(text)
            .collect();
        let cards = all(page.root(), "[data-offer]").len();
        assert!(talks.len() >= cards, "{}: {talks:?}", page.provider);
        for talk in talks {
            let compares = talk.contains("Langer dan de norm") || talk.contains("Niet langer dan");
            marked += usize::from(compares);
            let has_year = talk.contains(" 2026") || talk.contains(" 2025");
            let says_why_not = talk.contains("niet bekend") || talk.contains("niemand aan");
            assert!(has_year || says_why_not, "{talk}");
        }
    }
    assert!(marked > 200, "{marked} lines");
}

const LINDEBOOM: &str = "apeldoorn/aanbieders/de-lindeboom/index.html";

fn small_page(region: &Region) -> Html {
    region.build().succeeded();
    Html::parse_document(&region.read(&format!("public/{LINDEBOOM}")))
}

#[test]
fn a_location_without_a_known_point_is_listed_and_said_not_to_be_on_the_map() {
    let region = Region::small();
    region.change(
        "content/providers/de-lindeboom.md",
        "\n[[locations]]",
        "\n[[locations]]\nid = \"wâld\"\nname = \"It Wâldhûs\"\nmunicipality = \"0232\"\n\n[[locations]]"
            .replace("id = \"wâld\"", "id = \"wald\"")
            .as_str(),
    );
    let page = small_page(&region);
    let locations = all(page.root_element(), "[data-fact=location]");
    assert_eq!(locations.len(), 2);
    assert!(text(locations[0]).contains("It Wâldhûs"));
    assert!(text(locations[0]).contains("Staat niet op de kaart"));
    assert_eq!(locations[0].value().attr("data-at"), None);
    assert_eq!(locations[1].value().attr("data-at"), Some("52.2100,5.9700"));
    let pins = all(page.root_element(), ".map-pin-number");
    let pins: Vec<String> = pins.into_iter().map(text).collect();
    assert_eq!(pins, ["2"]);
}

#[test]
fn a_point_from_a_postcode_is_said_to_be_about_there_and_a_stated_one_is_not() {
    let about = "ongeveer";
    let stated = small_page(&Region::small());
    let section = |page: &Html| text(first(page.root_element(), ".locations"));
    assert!(!section(&stated).contains(about));
    let region = Region::small();
    let file = "content/providers/de-lindeboom.md";
    region.change(file, "latitude = 52.21\nlongitude = 5.97\n", "");
    assert!(section(&small_page(&region)).contains(about));
}

#[test]
fn a_town_with_a_frisian_name_stands_on_the_map() {
    let region = Region::small();
    region.append(
        "content/postcodes.csv",
        "8401,0200,Súdwest-Fryslân,52.25,5.99\n",
    );
    let page = small_page(&region);
    let names: Vec<String> = all(page.root_element(), ".map text")
        .into_iter()
        .map(text)
        .collect();
    assert!(names.contains(&"Súdwest-Fryslân".to_owned()), "{names:?}");
}
