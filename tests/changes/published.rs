//! A region that is published day after day, and what visitors and programs read of its changes.

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use crate::harness::{Region, Run, Tree, differences};

/// The day of the first publication.
pub(crate) const FIRST: &str = "2026-11-15";
/// The day of the second.
pub(crate) const SECOND: &str = "2026-11-18";
/// The day of the third.
pub(crate) const THIRD: &str = "2026-11-19";

/// Publishes a region as it is on a day.
pub(crate) fn publish(region: &Region, day: &str) -> Run {
    region
        .build_with(&["--date", day, "--format", "json"])
        .succeeded()
}

/// A longer wait in both municipalities, measured two days before the second publication.
pub(crate) fn lengthen_wait(region: &Region) {
    region.append(
        "content/waiting-times.csv",
        "de-lindeboom,begeleiding-individueel,,,intake,expected,mean,5,weeks,,open,2026-11-16,2026-11-17,opgave van de aanbieder\n",
    );
}

/// Takes nobody for vaktherapie.
pub(crate) fn stop_vaktherapie(region: &Region) {
    region.change(
        "content/offers.csv",
        "2026-01-01,,open,Ook op zaterdag.",
        "2026-01-01,,stop,Ook op zaterdag.",
    );
}

/// A contract of Kompas in Zutphen that began on the day before the second publication.
pub(crate) fn add_contract(region: &Region) {
    region.append(
        "content/offers.csv",
        "kompas,vaktherapie,zutphen,,,,,,2026-11-17,,open,\n",
    );
}

/// Scores of Lindeboom over a later period, with so many more people that the difference gives nobody away.
pub(crate) fn add_scores(region: &Region) {
    region.append(
        "content/outcomes.csv",
        "de-lindeboom,overbelaste-ouders,perspectief,experience-parents,2025-11-01,2026-10-31,62,49,,Vragenlijst voor ouders,de regio\n",
    );
}

pub(crate) fn page(region: &Region, path: &str) -> Html {
    Html::parse_document(&region.read(&format!("public/{path}")))
}

fn all<'a>(inside: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    inside.select(&selector).collect()
}

pub(crate) fn text(element: ElementRef<'_>) -> String {
    let words: String = element.text().collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paths at which two publications say something else. An asset of the publication before stays for one more.
pub(crate) fn unlike(one: &Tree, other: &Tree) -> Vec<String> {
    let mut paths = differences(one, other);
    paths.retain(|path| !path.contains("/assets/") && path != ".keuzewijzer/manifest");
    paths
}

/// What the page tells under one of its two headings: «day | sentence».
fn told(region: &Region, path: &str, heading: &str) -> Vec<String> {
    let page = page(region, path);
    let mut told = Vec::new();
    let mut under = String::new();
    let mut day = String::new();
    for element in all(page.root_element(), "main h2, main h3, main li[id]") {
        match element.value().name() {
            "h2" => under = text(element),
            "h3" => day = text(element),
            _ if under == heading => told.push(format!("{day} | {}", text(element))),
            _ => {}
        }
    }
    told
}

/// What is coming, as the page of a municipality tells it.
pub(crate) fn coming(region: &Region, municipality: &str) -> Vec<String> {
    told(
        region,
        &format!("{municipality}/wijzigingen/index.html"),
        "Wat komt eraan?",
    )
}

/// What happened, as the page of a municipality tells it.
pub(crate) fn past(region: &Region, municipality: &str) -> Vec<String> {
    told(
        region,
        &format!("{municipality}/wijzigingen/index.html"),
        "Wat is er veranderd?",
    )
}

/// What happened, as the English page tells it.
pub(crate) fn past_in_english(region: &Region, municipality: &str) -> Vec<String> {
    told(
        region,
        &format!("{municipality}/en/wijzigingen/index.html"),
        "What has changed?",
    )
}

/// `wijzigingen.json` of a municipality.
pub(crate) fn journal(region: &Region, municipality: &str) -> Value {
    serde_json::from_str(&region.read(&journal_path(municipality))).unwrap()
}

pub(crate) fn journal_path(municipality: &str) -> String {
    format!("public/{municipality}/gegevens/wijzigingen.json")
}

/// What the journal tells: «day provider product what».
pub(crate) fn entries(region: &Region, municipality: &str) -> Vec<String> {
    let journal = journal(region, municipality);
    let entries = journal["wijzigingen"].as_array().unwrap();
    entries
        .iter()
        .map(|entry| {
            let product = entry["product"]["id"].as_str().unwrap_or("-");
            let what = entry["wat"].as_object().unwrap().keys().next().unwrap();
            format!(
                "{} {} {product} {what}",
                entry["dag"].as_str().unwrap(),
                entry["aanbieder"]["id"].as_str().unwrap()
            )
        })
        .collect()
}

/// An entry of a feed.
#[derive(Debug, PartialEq, Eq, Clone)]
pub(crate) struct FeedEntry {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) updated: String,
    pub(crate) link: String,
    pub(crate) summary: String,
}

/// The entries of a feed, after looking whether it is one (RFC 4287).
pub(crate) fn feed(region: &Region, path: &str) -> Vec<FeedEntry> {
    let text = region.read(&format!("public/{path}"));
    let document = roxmltree::Document::parse(&text).unwrap();
    let feed = document.root_element();
    assert!(feed.has_tag_name(("http://www.w3.org/2005/Atom", "feed")));
    let child = |of: roxmltree::Node<'_, '_>, name: &str| {
        let found: Vec<String> = of
            .children()
            .filter(|node| node.tag_name().name() == name)
            .map(|node| node.text().unwrap_or("").to_owned())
            .collect();
        assert_eq!(found.len(), 1, "{name} in {text}");
        found[0].clone()
    };
    let link = |of: roxmltree::Node<'_, '_>, rel: &str| {
        let found: Vec<String> = of
            .children()
            .filter(|node| node.attribute("rel") == Some(rel))
            .map(|node| node.attribute("href").unwrap().to_owned())
            .collect();
        assert_eq!(found.len(), 1, "{rel} in {text}");
        found[0].clone()
    };
    assert_eq!(
        link(feed, "self"),
        format!("https://keuze.example/{path}"),
        "a feed knows its own address"
    );
    let author = feed
        .children()
        .find(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", "author")));
    assert_eq!(child(author.unwrap(), "name"), "Regio Voorbeeld");
    let entries: Vec<FeedEntry> = feed
        .children()
        .filter(|node| node.tag_name().name() == "entry")
        .map(|entry| FeedEntry {
            id: child(entry, "id"),
            title: child(entry, "title"),
            updated: child(entry, "updated"),
            link: link(entry, "alternate"),
            summary: child(entry, "summary"),
        })
        .collect();
    let mut ids: Vec<String> = entries.iter().map(|entry| entry.id.clone()).collect();
    ids.push(child(feed, "id"));
    for id in &ids {
        assert!(id.starts_with("urn:uuid:"), "{id}");
        assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id}");
    }
    let updated = child(feed, "updated");
    for day in entries.iter().map(|entry| &entry.updated) {
        day.parse::<jiff::Timestamp>().unwrap();
        assert!(*day <= updated, "{day} is later than {updated}");
    }
    entries
}

/// The codes of the problems of a build.
pub(crate) fn codes(run: &Run) -> Vec<String> {
    run.problems().into_iter().map(|one| one.code).collect()
}
