//! `_headers`: what a static host (Netlify, Cloudflare) must send along.
//!
//! Both hosts apply every rule whose path matches and join the values of a header that is given twice. So the rules
//! that say how long to keep a file have paths that never overlap.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::plan::{Page, Subject};
use crate::render::Edition;

use super::CATALOG;

/// Nothing from elsewhere, nothing inline, and no text of a visitor that leaves the device.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
     object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; \
     upgrade-insecure-requests";

const ON_EVERYTHING: [(&str, &str); 9] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("Strict-Transport-Security", "max-age=31536000"),
    ("X-Content-Type-Options", "nosniff"),
    // For browsers that do not know `frame-ancestors`, and for internet.nl, which asks for it.
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), \
         gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// Files in `assets/` carry a hash of their content in their name: they never change.
const KEEP_FOR_A_YEAR: (&str, &str) = ("Cache-Control", "public, max-age=31536000, immutable");

/// Pages are kept, and asked after every time.
const ASK_EVERY_TIME: (&str, &str) = ("Cache-Control", "no-cache");

/// Open data may be read by scripts of other sites.
const READABLE_FROM_ANYWHERE: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// What hosts do not know by its ending.
const LINKED_DATA: (&str, &str) = ("Content-Type", "application/ld+json");

/// The rules of one municipality's folder, for when it stands at the top of a host.
///
/// Pages without a folder of their own would need `/*`, which holds the assets too: of those only the first page and
/// `404.html` exist, and each has its own rule.
pub(super) fn municipality_headers(pages: &[Page], editions: &[Edition<'_>]) -> String {
    let mut file = HeadersFile::new();
    file.rule("/assets/*", &[KEEP_FOR_A_YEAR]);
    file.rule("/", &[ASK_EVERY_TIME]);
    for page in pages {
        if page.subject == Subject::NotFound {
            file.rule(&format!("/{}", page.route), &[ASK_EVERY_TIME]);
        }
    }
    for folder in top_folders(pages) {
        let mut headers = vec![ASK_EVERY_TIME];
        if holds_open_data(folder) {
            headers.push(READABLE_FROM_ANYWHERE);
        }
        file.rule(&format!("/{folder}/*"), &headers);
        if folder == "gegevens" {
            file.rule(&format!("/{folder}/{CATALOG}"), &[LINKED_DATA]);
        }
    }
    for edition in other_languages(editions) {
        file.rule(&format!("/{}*", edition.folder()), &[ASK_EVERY_TIME]);
    }
    file.text
}

/// The rules of the front door, for when the municipalities' folders stand below it on one host, which reads this file
/// only. Pages keep what both hosts do by themselves, `max-age=0, must-revalidate`: a rule per folder and municipality
/// would pass the hundred rules that a host takes.
pub(super) fn front_door_headers(editions: &[Edition<'_>]) -> String {
    let mut file = HeadersFile::new();
    file.rule("/", &[ASK_EVERY_TIME]);
    file.rule("/404.html", &[ASK_EVERY_TIME]);
    for edition in other_languages(editions) {
        file.rule(&format!("/{}", edition.folder()), &[ASK_EVERY_TIME]);
    }
    file.rule("/assets/*", &[KEEP_FOR_A_YEAR]);
    file.rule("/:municipality/assets/*", &[KEEP_FOR_A_YEAR]);
    for folder in ["gegevens", "wijzigingen"] {
        let path = format!("/:municipality/{folder}/*");
        file.rule(&path, &[READABLE_FROM_ANYWHERE]);
    }
    file.rule(
        &format!("/:municipality/gegevens/{CATALOG}"),
        &[LINKED_DATA],
    );
    file.text
}

fn other_languages<'a>(editions: &'a [Edition<'a>]) -> impl Iterator<Item = &'a Edition<'a>> {
    editions.iter().filter(|edition| !edition.is_main())
}

fn top_folders(pages: &[Page]) -> BTreeSet<&str> {
    pages
        .iter()
        .filter_map(|page| page.route.as_str().split_once('/'))
        .map(|(folder, _)| folder)
        .collect()
}

fn holds_open_data(folder: &str) -> bool {
    matches!(folder, "gegevens" | "wijzigingen")
}

struct HeadersFile {
    text: String,
}

impl HeadersFile {
    fn new() -> Self {
        let mut file = Self {
            text: String::new(),
        };
        file.rule("/*", &ON_EVERYTHING);
        file
    }

    fn rule(&mut self, path: &str, headers: &[(&str, &str)]) {
        let write = writeln!(self.text, "{path}");
        write.expect("a string takes every write");
        for (name, value) in headers {
            let write = writeln!(self.text, "  {name}: {value}");
            write.expect("a string takes every write");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{front_door_headers, municipality_headers};
    use crate::model::ProductId;
    use crate::plan::{Page, Route, Subject};
    use crate::render::Edition;
    use crate::render::fixture::DUTCH;

    fn pages() -> Vec<Page> {
        [
            (Route::folder(&[]), Subject::Home),
            (Route::file("404.html"), Subject::NotFound),
            (Route::folder(&["gegevens"]), Subject::OpenData),
            (Route::folder(&["hulp"]), Subject::Products),
            (
                Route::folder(&["hulp", "pleegzorg"]),
                Subject::Product(ProductId(0)),
            ),
        ]
        .into_iter()
        .map(|(route, subject)| Page { route, subject })
        .collect()
    }

    /// The rules as (path, header names), without the one for everything.
    fn rules(file: &str) -> Vec<(&str, Vec<&str>)> {
        let mut rules: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in file.lines() {
            match line.strip_prefix("  ") {
                None => rules.push((line, Vec::new())),
                Some(header) => {
                    let (name, _) = header.split_once(": ").unwrap();
                    rules.last_mut().unwrap().1.push(name);
                }
            }
        }
        rules
    }

    #[test]
    fn the_policy_of_every_path_allows_nothing_inline_and_nothing_from_elsewhere() {
        for file in [
            municipality_headers(&pages(), &[DUTCH]),
            front_door_headers(&[DUTCH]),
        ] {
            let policy = file
                .lines()
                .find_map(|line| line.strip_prefix("  Content-Security-Policy: "))
                .unwrap();
            assert!(policy.starts_with("default-src 'none'; script-src 'self';"));
            assert!(!policy.contains("unsafe") && !policy.contains("http"));
            assert!(file.starts_with("/*\n  Content-Security-Policy: "));
        }
    }

    #[test]
    fn pages_are_asked_after_and_assets_kept_and_no_two_such_rules_overlap() {
        let file = municipality_headers(&pages(), &[DUTCH]);
        let cached: Vec<&str> = rules(&file)
            .into_iter()
            .filter(|(_, names)| names.contains(&"Cache-Control"))
            .map(|(path, _)| path)
            .collect();
        assert_eq!(
            cached,
            ["/assets/*", "/", "/404.html", "/gegevens/*", "/hulp/*"]
        );
    }

    #[test]
    fn the_folder_of_another_language_is_asked_after_every_time() {
        let english = Edition {
            language: "en",
            own_name: "English",
            not_found: "This page does not exist",
            ..DUTCH
        };
        let languages = [DUTCH, english];
        let file = municipality_headers(&pages(), &languages);
        assert!(file.ends_with("/en/*\n  Cache-Control: no-cache\n"));
        let front_door = front_door_headers(&languages);
        assert!(front_door.contains("\n/en/\n  Cache-Control: no-cache\n"));
    }

    #[test]
    fn only_open_data_may_be_read_by_other_sites() {
        let file = municipality_headers(&pages(), &[DUTCH]);
        let readable: Vec<&str> = rules(&file)
            .into_iter()
            .filter(|(_, names)| names.contains(&"Access-Control-Allow-Origin"))
            .map(|(path, _)| path)
            .collect();
        assert_eq!(readable, ["/gegevens/*"]);
    }

    #[test]
    fn what_catalogues_read_is_sent_as_linked_data() {
        let rule = "/gegevens/catalog.jsonld\n  Content-Type: application/ld+json\n";
        assert!(municipality_headers(&pages(), &[DUTCH]).contains(rule));
        assert!(front_door_headers(&[DUTCH]).contains(&format!("/:municipality{rule}")));
    }

    #[test]
    fn no_line_is_longer_than_hosts_take() {
        let file = municipality_headers(&pages(), &[DUTCH]);
        assert!(file.lines().all(|line| line.len() < 2_000));
    }
}
