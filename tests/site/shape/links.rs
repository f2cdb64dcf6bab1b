//! Every link of every page leads to something that is published, at the top of a host and under a path alike.

use std::collections::{BTreeMap, BTreeSet};

use super::contracts;
use super::facts::{Facts, pages};
use crate::demo::demo;
use crate::harness::ends_in;

/// Where a link of the site itself leads: a published file, and a place in it.
struct Inside {
    file: String,
    fragment: Option<String>,
}

/// Whether an address leaves the site.
fn is_elsewhere(address: &str) -> bool {
    ["http:", "https:", "mailto:", "tel:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

/// Follows a relative link from a page. None when it leaves the folder of the site.
fn follow(page: &Facts, address: &str, base_path: &str) -> Option<Inside> {
    let (path, fragment) = match address.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.to_owned())),
        None => (address, None),
    };
    let path = path.split('?').next().unwrap();
    let mut parts: Vec<&str> = Vec::new();
    let relative = if let Some(rest) = path
        .strip_prefix(base_path)
        .filter(|_| path.starts_with('/'))
    {
        // Only the page for addresses that do not exist starts at the top: it is served under any address.
        (page.inside() == "404.html").then_some(rest)?
    } else {
        parts.extend(page.inside().split('/'));
        let own = parts.pop()?;
        if path.is_empty() {
            parts.push(own);
        }
        path
    };
    for part in relative.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            other => parts.push(other),
        }
    }
    let mut file = parts.join("/");
    if path.ends_with(['/', '.']) {
        parts.push("index.html");
        file = parts.join("/");
    }
    let folder = page
        .municipality()
        .map_or_else(String::new, |folder| format!("{folder}/"));
    Some(Inside {
        file: format!("{folder}{file}"),
        fragment,
    })
}

fn base_path(base_url: &str) -> String {
    let path = base_url.splitn(4, '/').nth(3).unwrap();
    format!("/{path}")
}

#[test]
fn every_link_and_asset_of_every_page_leads_to_a_published_file() {
    let content = contracts::read(&demo().content);
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages()
        .iter()
        .map(|page| {
            (
                page.path.as_str(),
                page.ids.iter().map(String::as_str).collect(),
            )
        })
        .collect();
    let (mut broken, mut followed) = (BTreeSet::new(), 0);
    for page in pages() {
        let base = page.municipality().map_or_else(
            || "/".to_owned(),
            |folder| base_path(&content.municipalities[folder].base_url),
        );
        for address in page
            .addresses
            .iter()
            .filter(|address| !is_elsewhere(address))
        {
            followed += 1;
            let complaint = match follow(page, address, &base) {
                None => Some("leaves the site"),
                Some(Inside { file, .. }) if !demo().has(&file) => Some("leads to nothing"),
                Some(Inside {
                    file,
                    fragment: Some(fragment),
                }) => ids
                    .get(file.as_str())
                    .is_none_or(|ids| !ids.contains(fragment.as_str()))
                    .then_some("leads to no place on that page"),
                Some(_) => None,
            };
            if let Some(complaint) = complaint {
                broken.insert(format!("{}: `{address}` {complaint}", page.path));
            }
        }
    }
    assert!(
        broken.is_empty(),
        "{} of {followed}: {:#?}",
        broken.len(),
        broken.iter().take(20).collect::<Vec<_>>()
    );
    assert!(followed > 20_000, "{followed} links");
}

/// A relative link works at the top of a host and under a path; one with the host in it works at one of them.
#[test]
fn no_link_to_the_site_itself_names_its_host() {
    let content = contracts::read(&demo().content);
    let mut named = BTreeSet::new();
    for page in pages() {
        let Some(folder) = page.municipality() else {
            continue;
        };
        let own = content.municipalities[folder]
            .base_url
            .trim_end_matches('/');
        for address in &page.addresses {
            if address.starts_with(own) || (address.starts_with('/') && page.inside() != "404.html")
            {
                named.insert(format!("{}: {address}", page.path));
            }
        }
    }
    assert_eq!(named, BTreeSet::new());
}

#[test]
fn the_canonical_address_of_a_page_is_where_it_is_published() {
    let content = contracts::read(&demo().content);
    for page in pages() {
        let base = page.municipality().map_or_else(
            || format!("{}/", content.site["base_url"].as_str().unwrap()),
            |folder| content.municipalities[folder].base_url.clone(),
        );
        let route = page.inside().trim_end_matches("index.html");
        assert_eq!(page.canonical, format!("{base}{route}"), "{}", page.path);
    }
}

/// A visitor's device asks nobody else for anything: only links may lead elsewhere.
#[test]
fn no_page_loads_anything_from_elsewhere() {
    for (path, html) in demo().pages() {
        for attribute in [" src=", " srcset=", " action=", " poster=", "url("] {
            for (at, _) in html.match_indices(attribute) {
                let value = html[at + attribute.len()..].trim_start_matches(['"', '\'']);
                assert!(
                    !value.starts_with("http") && !value.starts_with("//"),
                    "{path}: {}",
                    value.split([' ', '>']).next().unwrap()
                );
            }
        }
    }
    for (path, bytes) in &demo().tree {
        if ends_in(path, "css") {
            let css = String::from_utf8_lossy(bytes);
            assert!(!css.contains("//") && !css.contains("@import"), "{path}");
        }
    }
}
