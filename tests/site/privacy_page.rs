//! The page about privacy says what the site does: its claims against what is published, and against the scripts of the
//! theme.

use std::collections::BTreeSet;
use std::fs;

use scraper::Html;

use crate::demo::demo;
use crate::harness::{ends_in, repository};
use crate::html::{all, first, text};

/// The page in both languages.
const PAGES: [&str; 2] = [
    "apeldoorn/privacy/index.html",
    "apeldoorn/en/privacy/index.html",
];

/// The page as people read it.
fn words(path: &str) -> String {
    text(first(
        Html::parse_document(demo().text(path)).root_element(),
        "main",
    ))
}

/// The scripts of the theme as they were written: (path, text).
fn written_scripts() -> Vec<(String, String)> {
    let top = repository().join("themes/default/js");
    walkdir::WalkDir::new(&top)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|end| end == "js"))
        .map(|path| {
            let inside = path
                .strip_prefix(&top)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            (inside, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// The scripts as they are published.
fn published_scripts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let paths = demo().tree.keys().map(String::as_str);
    paths
        .filter(|path| ends_in(path, "js"))
        .map(|path| (path, demo().text(path)))
}

/// Scripts that hold a text, by their path.
fn holding(what: &str) -> Vec<String> {
    let scripts = written_scripts().into_iter();
    let mut found: Vec<String> = scripts
        .filter(|(_, text)| text.contains(what))
        .map(|(path, _)| path)
        .collect();
    found.sort();
    found
}

#[test]
fn no_cookies_and_nothing_else_that_remembers_or_tells_others() {
    let means = [
        "cookie",
        "sessionStorage",
        "indexedDB",
        "caches.",
        "serviceWorker",
        "sendBeacon",
        "WebSocket",
        "EventSource",
        "RTCPeerConnection",
        "geolocation",
        "window.name",
    ];
    let mut scripts = 0;
    for (path, script) in published_scripts() {
        scripts += 1;
        for name in means {
            assert!(!script.contains(name), "{path} names `{name}`");
        }
    }
    assert!(scripts > 0, "the scripts are found");
    for (path, _) in demo()
        .tree
        .iter()
        .filter(|(path, _)| path.ends_with("_headers"))
    {
        let headers = demo().text(path).to_lowercase();
        assert!(!headers.contains("set-cookie"), "{path}");
        assert!(headers.contains("referrer-policy: no-referrer"), "{path}");
        assert!(headers.contains("connect-src 'self'"), "{path}");
    }
    for page in PAGES {
        let words = words(page);
        assert!(
            words.contains("Geen cookies.") || words.contains("No cookies."),
            "{page}"
        );
    }
}

#[test]
fn the_page_names_what_a_browser_keeps_and_the_theme_keeps_nothing_else() {
    assert_eq!(holding("localStorage"), ["site/stored.js"]);
    let scripts = written_scripts();
    let (_, stored) = scripts
        .iter()
        .find(|(path, _)| path == "site/stored.js")
        .unwrap();
    let (_, after) = stored.split_once("const STORED_AS = `").unwrap();
    let name = after.split(['$', '`']).next().unwrap().trim();
    assert_eq!(
        stored.matches("localStorage.").count(),
        stored.matches("Item(STORED_AS").count()
    );
    let (_, after) = stored.split_once("@typedef {{ ").unwrap();
    let (fields, _) = after.split_once(" }} Stored").unwrap();
    let fields: BTreeSet<&str> = fields
        .split(", ")
        .filter_map(|field| field.split_once(": "))
        .map(|(field, _)| field)
        .collect();
    // `Record<string, string>` holds a comma too, but no name before it.
    let fields: BTreeSet<&str> = fields
        .into_iter()
        .filter(|field| !field.contains('>'))
        .collect();
    assert_eq!(fields, BTreeSet::from(["lijst", "notes"]));
    for path in PAGES {
        let page = Html::parse_document(demo().text(path));
        let named: BTreeSet<String> = all(page.root_element(), "main code")
            .into_iter()
            .map(text)
            .collect();
        let kept: BTreeSet<String> = fields
            .iter()
            .copied()
            .chain([name])
            .map(str::to_owned)
            .collect();
        assert_eq!(named, kept, "{path}");
    }
}

#[test]
fn the_page_names_what_stands_in_the_address() {
    let scripts = written_scripts();
    let (_, carried) = scripts
        .iter()
        .find(|(path, _)| path == "site/carried.js")
        .unwrap();
    assert!(carried.contains("const CARRIED_KEYS = [\"lijst\", \"postcode\"];"));
    // The search and the tables of referrers keep what was asked there, too.
    for script in ["search/state.js", "table/fragment.js"] {
        assert!(scripts.iter().any(|(path, _)| path == script), "{script}");
    }
    for (path, said) in [
        (
            PAGES[0],
            [
                "uw lijst",
                "uw postcode",
                "uw zoekwoorden en uw filters",
                "een tabel",
            ],
        ),
        (
            PAGES[1],
            [
                "your list",
                "your postcode",
                "your search words and filters",
                "a table",
            ],
        ),
    ] {
        let page = Html::parse_document(demo().text(path));
        let items: Vec<String> = all(page.root_element(), "main li")
            .into_iter()
            .map(text)
            .collect();
        for words in said {
            assert!(
                items.iter().any(|item| item.contains(words)),
                "{path}: {words}"
            );
        }
    }
}

#[test]
fn the_page_names_the_pages_that_fetch_other_pages_and_no_other_page_does() {
    let fetching = holding("XMLHttpRequest");
    assert_eq!(fetching, ["list/provider_page.js"]);
    // What else is fetched is the same file for everybody: the index of the search, and the middles of postcodes.
    assert_eq!(holding("fetch("), ["search/search.js", "site/travel.js"]);
    let with_lists: BTreeSet<&str> = demo()
        .pages()
        .filter(|(_, html)| html.contains("assets/list."))
        .filter_map(|(path, _)| path.strip_prefix("apeldoorn/"))
        .collect();
    let expected = ["", "en/"]
        .map(|edition| ["lijst", "vergelijken"].map(|page| format!("{edition}{page}/index.html")));
    let expected: BTreeSet<&str> = expected.iter().flatten().map(String::as_str).collect();
    assert_eq!(with_lists, expected);
    for (path, said) in [
        (PAGES[0], "De server ziet dus welke pagina's dat zijn."),
        (PAGES[1], "So the server sees which pages those are."),
    ] {
        assert!(words(path).contains(said), "{path}");
    }
}

#[test]
fn no_page_loads_anything_from_elsewhere_and_no_form_sends_anything() {
    let loads = "script[src], link[href]:not([rel=canonical]):not([rel=alternate]), img, iframe, video, audio, source, object, embed, track";
    let fields = "form [name], form[method=post], button[formaction], input[formaction], a[ping]";
    let mut pages = 0;
    for (path, html) in demo().pages() {
        // One page of each kind is as good as all of them.
        let is_first = path.starts_with("apeldoorn/") || !path.contains('/');
        if !is_first {
            continue;
        }
        pages += 1;
        let page = Html::parse_document(html);
        for element in all(page.root_element(), loads) {
            let value = element.value();
            let address = value
                .attr("src")
                .or(value.attr("href"))
                .or(value.attr("data"));
            let is_elsewhere = address.is_some_and(|address| address.contains("//"));
            assert!(!is_elsewhere, "{path}: {}", element.html());
        }
        assert!(
            all(page.root_element(), fields).is_empty(),
            "{path}: a form with something to send"
        );
    }
    assert!(pages > 50, "{pages} pages");
}

#[test]
fn groups_smaller_than_the_page_says_are_not_shown() {
    let settings = fs::read_to_string(demo().content.join("site.toml")).unwrap();
    let settings: toml::Table = settings.parse().unwrap();
    let minimum = settings["thresholds"]["privacy_minimum"]
        .as_integer()
        .unwrap();
    for (path, said) in [
        (PAGES[0], format!("minder dan {minimum} mensen")),
        (PAGES[1], format!("fewer than {minimum} people")),
    ] {
        assert!(words(path).contains(&said), "{path}");
    }
}
