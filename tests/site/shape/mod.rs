//! The site of every municipality has the pages it should have, and they are in order.

mod contracts;
mod facts;
mod files;
mod links;
mod referrers;
mod travel;
mod waits;

use std::collections::{BTreeMap, BTreeSet};

use crate::demo::demo;
use crate::harness::ends_in;
use crate::hsds;
use facts::pages;

/// Pages that every municipality has.
const FIXED: [&str; 19] = [
    "index.html",
    "404.html",
    "zoeken/index.html",
    "vraag/index.html",
    "vraag/leeftijd/0-3/index.html",
    "vraag/leeftijd/4-11/index.html",
    "vraag/leeftijd/12-17/index.html",
    "vraag/leeftijd/18-plus/index.html",
    "hulp/index.html",
    "aanbieders/index.html",
    "wachttijden/index.html",
    "uitkomsten/index.html",
    "vergelijken/index.html",
    "lijst/index.html",
    "verwijzers/index.html",
    "lokale-hulp/index.html",
    "niet-gevonden-aanbieder/index.html",
    "wijzigingen/index.html",
    "gegevens/index.html",
];

/// Every measure has a page.
const MEASURES: [&str; 8] = [
    "doel-gezinsbalans",
    "doel-meedoen",
    "doel-minder-problemen",
    "doel-onderwijs",
    "ervaring-jeugdigen",
    "ervaring-ouders",
    "uitval-niet-meer-gekomen",
    "uitval-vroegtijdig-beeindigd",
];

#[test]
fn every_municipality_has_exactly_the_pages_that_its_contracts_ask_for() {
    let content = contracts::read(&demo().content);
    assert_eq!(demo().municipalities().len(), content.municipalities.len());
    for (slug, municipality) in &content.municipalities {
        let mut expected: BTreeSet<String> = FIXED.iter().map(|&path| path.to_owned()).collect();
        let pages_of = |folder: &str, slug: &String| format!("{folder}{slug}/index.html");
        expected.extend(
            content
                .profiles
                .iter()
                .map(|profile| pages_of("verwijzers/vraag/", profile)),
        );
        expected.extend(municipality.texts.iter().map(|text| pages_of("", text)));
        expected.extend(
            content
                .profiles
                .iter()
                .map(|profile| pages_of("vraag/", profile)),
        );
        expected.extend(
            municipality
                .contracted
                .iter()
                .map(|provider| pages_of("aanbieders/", provider)),
        );
        let bought = content.products.keys();
        let bought = bought.filter(|product| !municipality.closed_products.contains(*product));
        for product in bought {
            expected.insert(pages_of("hulp/", product));
            expected.insert(pages_of("verwijzers/hulp/", product));
            expected.insert(pages_of("verwijzers/groep/", &content.groups[product]));
        }
        let offered = municipality.offers.keys();
        expected.extend(offered.map(|(_, product)| pages_of("wachttijden/", product)));
        expected.extend(MEASURES.map(|measure| format!("uitkomsten/{measure}/index.html")));
        for language in [None, Some("en")] {
            let found: BTreeSet<String> = pages()
                .iter()
                .filter(|page| page.municipality() == Some(slug.as_str()))
                .filter(|page| page.language() == language)
                .map(|page| page.route().to_owned())
                .filter(|path| !path.starts_with("plaats/"))
                .collect();
            assert_eq!(found, expected, "{slug} {language:?}");
            // There is one for addresses that do not exist, whatever their language.
            expected.remove("404.html");
        }
        let has_places = pages()
            .iter()
            .any(|page| page.path.starts_with(&format!("{slug}/plaats/")));
        assert!(has_places, "{slug} has no places");
    }
}

#[test]
fn titles_and_descriptions_are_there_and_unique_in_a_site() {
    let (mut titles, mut descriptions) = (BTreeMap::new(), BTreeMap::new());
    for page in pages() {
        assert!(page.title.chars().count() > 5, "{}", page.path);
        assert!(page.description.chars().count() > 20, "{}", page.path);
        let site = (page.municipality(), page.language());
        if let Some(other) = titles.insert((site, &page.title), &page.path) {
            panic!("`{}` is the title of {other} and {}", page.title, page.path);
        }
        if let Some(other) = descriptions.insert((site, &page.description), &page.path) {
            panic!("«{}» describes {other} and {}", page.description, page.path);
        }
    }
}

#[test]
fn every_page_has_one_heading_of_the_first_level_and_no_name_twice() {
    for page in pages() {
        assert_eq!(page.headings, 1, "{}", page.path);
        let unique: BTreeSet<&String> = page.ids.iter().collect();
        assert_eq!(
            unique.len(),
            page.ids.len(),
            "{}: {:?}",
            page.path,
            page.ids
        );
    }
}

#[test]
fn every_page_but_the_first_says_where_it_stands_to_people_and_to_machines() {
    for page in pages() {
        let is_top =
            page.municipality().is_none() || ["index.html", "404.html"].contains(&page.route());
        let lists: Vec<serde_json::Value> = page
            .json_ld
            .iter()
            .map(|json| {
                serde_json::from_str(json).unwrap_or_else(|error| panic!("{}: {error}", page.path))
            })
            .collect();
        if is_top {
            continue;
        }
        assert!(page.crumbs.len() >= 2, "{}: {:?}", page.path, page.crumbs);
        let names: Vec<String> = lists
            .iter()
            .flat_map(|list| {
                list["@graph"]
                    .as_array()
                    .cloned()
                    .unwrap_or_else(|| vec![list.clone()])
            })
            .filter(|node| node["@type"] == "BreadcrumbList")
            .flat_map(|node| node["itemListElement"].as_array().unwrap().clone())
            .map(|item| item["name"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(names, page.crumbs, "{}", page.path);
    }
}

#[test]
fn no_page_holds_script_or_style_of_its_own() {
    for page in pages() {
        assert_eq!(page.inline, [""; 0], "{}", page.path);
    }
}

#[test]
fn the_notice_that_all_is_invented_stands_on_every_page() {
    let content = contracts::read(&demo().content);
    let dutch = content.site["notice"].as_str().unwrap();
    let english = content.site["en"]["notice"].as_str().unwrap();
    for page in pages() {
        let is_english = page.path.split('/').any(|folder| folder == "en");
        let notice = if is_english { english } else { dutch };
        assert_eq!(page.notice, notice, "{}", page.path);
    }
}

/// Where who is not listed may be named: the page that explains it, and what changed.
fn may_name_others(path: &str) -> bool {
    [
        "niet-gevonden-aanbieder/",
        "wijzigingen/",
        "gegevens/wijzigingen.json",
    ]
    .iter()
    .any(|folder| path.contains(folder))
}

/// What a file says; of an archive, what the files in it say.
fn words_of(path: &str) -> String {
    if ends_in(path, "zip") {
        let files = hsds::files_in(&demo().tree[path]);
        files.into_values().collect()
    } else {
        demo().text(path).to_owned()
    }
}

#[test]
fn a_provider_without_a_contract_here_is_named_nowhere_else() {
    let content = contracts::read(&demo().content);
    let mut found = BTreeSet::new();
    for (slug, municipality) in &content.municipalities {
        let others: Vec<(&String, &String)> = content
            .providers
            .iter()
            .filter(|(provider, _)| !municipality.contracted.contains(*provider))
            .collect();
        assert!(!others.is_empty(), "{slug} contracts everybody");
        let own = |path: &&str| path.starts_with(&format!("{slug}/")) && !may_name_others(path);
        for path in demo().tree.keys().map(String::as_str).filter(own) {
            let is_text = [".html", ".csv", ".json", ".jsonld", ".xml", ".zip"]
                .iter()
                .any(|end| path.ends_with(end));
            if !is_text {
                continue;
            }
            let text = words_of(path).replace("&amp;", "&").replace("&#39;", "'");
            for (provider, name) in &others {
                if text.contains(name.as_str()) || text.contains(&format!("aanbieders/{provider}/"))
                {
                    found.insert(format!("{path} names {provider}"));
                }
            }
        }
    }
    assert_eq!(found, BTreeSet::new());
}

#[test]
fn a_product_that_is_not_bought_here_is_nowhere_else() {
    let content = contracts::read(&demo().content);
    let mut checked = 0;
    for (slug, municipality) in &content.municipalities {
        for product in &municipality.closed_products {
            let own =
                |path: &&String| path.starts_with(&format!("{slug}/")) && !may_name_others(path);
            for path in demo()
                .tree
                .keys()
                .filter(own)
                .filter(|path| !ends_in(path, "css") && !ends_in(path, "bin"))
            {
                let text = words_of(path);
                let code = &content.products[product];
                assert!(!text.contains(code.as_str()), "{path} names {code}");
                assert!(
                    !text.contains(&format!("hulp/{product}/")),
                    "{path} links {product}"
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 50, "{checked} files");
}
