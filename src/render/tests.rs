//! Every page of a small region, made with the theme that comes with Keuzewijzer.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::artifact::{Artifact, IndexFiles};
use crate::diagnostics::SourceMap;
use crate::model::{Dataset, Measure};
use crate::plan::{NotListed, NotListedReason, Page, Route, SitePlan, Subject};
use crate::sources::read_theme;

use super::changes_tests::first_journal;
use super::fixture::DUTCH;
use super::guard::PageGuard;
use super::house_style::Faces;
use super::theme::{Contract, Theme};
use super::view::{Fragments, REQUIRED_MESSAGES, Region, RegionTexts, schemas, site_schema};
use super::{Records, Renderer, fixture, render_front_door, render_site};
use crate::model::{MunicipalityId, ProductId, ProviderId};

fn theme() -> Theme {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let mut sources = SourceMap::default();
    let mut diagnostics = Vec::new();
    let files = read_theme(&folder, &mut sources, &mut diagnostics).unwrap();
    let contract = Contract {
        site: site_schema(),
        pages: &schemas(),
        required_messages: REQUIRED_MESSAGES,
    };
    let theme = Theme::new(&files, "nl", &contract, &sources, &mut diagnostics);
    let problems: Vec<String> = diagnostics
        .iter()
        .map(|problem| problem.message.to_string())
        .collect();
    assert_eq!(problems, Vec::<String>::new());
    theme.unwrap()
}

fn plan(dataset: &Dataset) -> SitePlan {
    let folders = [
        ("zoeken", Subject::Search),
        ("wachttijden", Subject::Waits),
        ("uitkomsten", Subject::Outcomes),
        ("vergelijken", Subject::Compare),
        ("lijst", Subject::Shortlist),
        ("verwijzers", Subject::Referrers),
        ("lokale-hulp", Subject::LocalHelp),
        ("niet-gevonden-aanbieder", Subject::NotListed),
        ("wijzigingen", Subject::Changes),
        ("gegevens", Subject::OpenData),
    ];
    let mut plan = fixture::plan(dataset);
    for product in plan.contracted.by_product.keys() {
        plan.pages.push(Page {
            route: Route::folder(&["wachttijden", dataset.product(*product).slug.as_str()]),
            subject: Subject::WaitsOf(*product),
        });
    }
    plan.pages.extend(Measure::ALL.map(|measure| Page {
        route: Route::folder(&["uitkomsten", measure.slug()]),
        subject: Subject::OutcomesOf(measure),
    }));
    plan.pages.extend(folders.map(|(folder, subject)| Page {
        route: Route::folder(&[folder]),
        subject,
    }));
    plan.pages.push(Page {
        route: Route::folder(&["verwijzers", "hulp", "begeleiding"]),
        subject: Subject::ReferrerProduct(ProductId(0)),
    });
    plan.pages.push(Page {
        route: Route::file("404.html"),
        subject: Subject::NotFound,
    });
    plan.not_listed.push(NotListed {
        provider: ProviderId(0),
        reason: NotListedReason::Elsewhere(vec![MunicipalityId(1)]),
    });
    plan
}

/// The text files of the site of Apeldoorn, by path.
fn site(dataset: &Dataset) -> Vec<(String, String)> {
    let theme = theme();
    let scores = fixture::scores();
    let texts = RegionTexts::new(theme.messages(), DUTCH, dataset, &scores);
    let region = Region {
        theme: &theme,
        dataset,
        scores: &scores,
        texts: &texts,
        faces: &Faces::new(dataset, theme.colours(), &mut Vec::new()),
        edition: DUTCH,
        editions: &[DUTCH],
    };
    let fragments = Fragments::on_demand(region);
    let guard = PageGuard::new(dataset.statements(), &[theme.css()]);
    let index_files = IndexFiles::of(b"core", b"texts");
    let plan = plan(dataset);
    let journal = first_journal(dataset);
    let made = (&index_files, &journal);
    let open_data = OnceLock::new();
    let records = Records::new((dataset, &scores), &open_data, &plan, &[DUTCH]);
    let records = Arc::new(records);
    let press = Renderer::new(region, &fragments, &plan, &guard, made, records).unwrap();
    let rendered = render_site(&press, &plan);
    assert_eq!(
        (rendered.faults, rendered.diagnostics),
        (Vec::new(), Vec::new())
    );
    rendered
        .artifacts
        .into_iter()
        .filter_map(|file| Some((file.path, String::from_utf8(file.bytes).ok()?)))
        .collect()
}

fn page(dataset: &Dataset, path: &str) -> String {
    let path = format!("apeldoorn/{path}");
    let found = site(dataset).into_iter().find(|(at, _)| *at == path);
    found.expect("the page is made").1
}

/// What a visitor reads in `main`, in one line.
fn words_of(html: &str) -> String {
    let document = scraper::Html::parse_document(html);
    let main = scraper::Selector::parse("main").unwrap();
    let text = document.select(&main).next().unwrap().text();
    let text: String = text.collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_page_that_lists_providers_says_both_statements_first() {
    let mut lists = 0;
    for (path, html) in site(&fixture::region()) {
        if !html.starts_with("<!doctype html>") {
            continue;
        }
        let Some(list) = html.find("data-providers") else {
            continue;
        };
        lists += 1;
        for statement in ["screening", "finance"] {
            let found = html.find(&format!("data-statement=\"{statement}\""));
            let found = found.or_else(|| html.find(&format!("data-statement={statement}")));
            let stands_first = found.is_some_and(|at| at < list);
            assert!(stands_first, "{path}: {statement}");
        }
    }
    assert_eq!(lists, 13);
}

#[test]
fn a_wait_stands_with_how_it_moved_and_a_stop_without_a_number() {
    let words = words_of(&page(
        &fixture::region(),
        "wachttijden/begeleiding-thuis/index.html",
    ));
    assert!(words.contains("Langer dan op 1 augustus 2026."), "{words}");
    assert!(
        words.contains(
            "De Wilg Apeldoorn Neemt nu niemand aan Neemt nu niemand aan. Daarom staat hier geen tijd."
        ),
        "{words}"
    );
}

#[test]
fn the_guide_counts_everybody_and_says_of_how_many_the_waits_are_known() {
    let words = words_of(&page(&fixture::region(), "wachttijden/index.html"));
    assert!(
        words.contains(
            "Begeleiding thuis 2 aanbieders: 1 neemt mensen aan, 1 neemt niemand aan \
             4 tot 6 weken, bekend bij 1 van 2 Geen cijfer van deze 2 aanbieders"
        ),
        "{words}"
    );
}

#[test]
fn an_offer_without_any_wait_is_counted_and_said() {
    let words = words_of(&page(
        &fixture::region(),
        "wachttijden/pleegzorg/index.html",
    ));
    assert!(
        words.contains("1 aanbieder: 1 neemt mensen aan")
            && words
                .contains("Van 1 aanbieder met plek, of misschien plek, weten wij niet hoe lang u"),
        "{words}"
    );
}

#[test]
fn providers_without_outcomes_are_counted_below_the_table() {
    let words = words_of(&page(
        &fixture::region(),
        "uitkomsten/ervaring-ouders/index.html",
    ));
    assert!(
        words.contains("Van 1 aanbieder hebben wij hierover geen cijfers gekregen."),
        "{words}"
    );
    assert!(
        words.contains(
            "Gemiddeld in de regio: 72 procent. Dat gaat over 3 aanbieders en 120 antwoorden"
        ),
        "{words}"
    );
    let words = words_of(&page(
        &fixture::region(),
        "uitkomsten/doel-meedoen/index.html",
    ));
    assert!(
        words.contains("Van 2 aanbieders hebben wij hierover geen cijfers gekregen."),
        "{words}"
    );
}

#[test]
fn the_page_of_outcomes_counts_those_with_a_score_and_those_without() {
    let words = words_of(&page(&fixture::region(), "uitkomsten/index.html"));
    assert!(
        words.contains("1 aanbieder heeft een score, 1 niet."),
        "{words}"
    );
}

#[test]
fn a_provider_that_is_not_listed_stands_with_the_reason() {
    let words = words_of(&page(
        &fixture::region(),
        "niet-gevonden-aanbieder/index.html",
    ));
    assert!(
        words.contains("De Vlier Heeft een contract met Epe, maar niet met Apeldoorn."),
        "{words}"
    );
}

#[test]
fn every_entry_of_the_feed_leads_to_a_place_on_the_page_of_changes() {
    let dataset = fixture::region();
    let feed = page(&dataset, "wijzigingen/feed.xml");
    let html = page(&dataset, "wijzigingen/index.html");
    let document = scraper::Html::parse_document(&html);
    let anchors: Vec<&str> = feed
        .split("href=\"https://keuze.example/apeldoorn/wijzigingen/#")
        .skip(1)
        .map(|entry| entry.split('"').next().unwrap())
        .collect();
    assert_eq!(anchors.len(), 3);
    for anchor in anchors {
        let selector = scraper::Selector::parse(&format!("[id='{anchor}']")).unwrap();
        assert_eq!(document.select(&selector).count(), 1, "{anchor}");
    }
}

#[test]
fn every_link_of_the_not_found_page_starts_at_the_top_of_the_host() {
    let html = page(&fixture::region(), "404.html");
    let document = scraper::Html::parse_document(&html);
    let selector = scraper::Selector::parse("a[href], link[rel=stylesheet]").unwrap();
    for link in document.select(&selector) {
        let href = link.attr("href").unwrap();
        let is_whole =
            href.starts_with("/apeldoorn/") || href.starts_with('#') || href.contains(':');
        assert!(is_whole, "{href}");
    }
}

#[test]
fn no_field_of_the_search_form_can_be_sent_to_a_server() {
    let html = page(&fixture::region(), "zoeken/index.html");
    let document = scraper::Html::parse_document(&html);
    let named = scraper::Selector::parse("main [name]").unwrap();
    assert_eq!(document.select(&named).count(), 0);
}

#[test]
fn the_search_box_names_the_index_and_brings_sentences_with_places_for_values() {
    let files = IndexFiles::of(b"core", b"texts");
    for path in ["index.html", "zoeken/index.html"] {
        let html = page(&fixture::region(), path);
        let document = scraper::Html::parse_document(&html);
        let form = scraper::Selector::parse("form[data-search]").unwrap();
        let form = document.select(&form).next().unwrap();
        assert_eq!(form.attr("data-core"), Some(&*files.core));
        assert_eq!(form.attr("data-texts"), Some(&*files.texts));
        for sentence in [
            ">Gemiddeld {length} {until}.</data>",
            ">{number} week</data>",
            ">{number} weken</data>",
        ] {
            assert!(html.contains(sentence), "{path}: {sentence}");
        }
    }
}

/// The front door and the page for addresses that do not exist: (path, HTML).
fn front_door_pages() -> Vec<(String, String)> {
    let dataset = fixture::region();
    let theme = theme();
    let scores = fixture::scores();
    let texts = RegionTexts::new(theme.messages(), DUTCH, &dataset, &scores);
    let region = Region {
        theme: &theme,
        dataset: &dataset,
        scores: &scores,
        texts: &texts,
        faces: &Faces::new(&dataset, theme.colours(), &mut Vec::new()),
        edition: DUTCH,
        editions: &[DUTCH],
    };
    let guard = PageGuard::new(dataset.statements(), &[theme.css()]);
    let rendered = render_front_door(region, &guard);
    assert!(rendered.faults.is_empty() && rendered.diagnostics.is_empty());
    let page = |file: Artifact| (file.path, String::from_utf8(file.bytes).unwrap());
    rendered.artifacts.into_iter().map(page).collect()
}

#[test]
fn the_front_door_leads_from_a_postcode_to_a_municipality_of_the_region_only() {
    let (_, html) = &front_door_pages()[0];
    let words = words_of(html);
    assert!(
        words.contains("7311 tot en met 7312 Apeldoorn 7325 Apeldoorn 8161 tot en met 8162 Epe"),
        "{words}"
    );
    assert!(!words.contains("9711"));
    assert!(html.contains("./apeldoorn/"));
}

#[test]
fn an_address_outside_every_municipality_leads_to_each_from_any_depth() {
    let (path, html) = &front_door_pages()[1];
    assert_eq!(path, "404.html");
    assert!(words_of(html).contains("Deze pagina bestaat niet"));
    assert!(html.contains("\"/apeldoorn/\"") && html.contains("\"/assets/site."));
    assert!(!html.contains("\"./") && !html.contains("\"../"), "{html}");
    assert!(html.contains("noindex"));
}
