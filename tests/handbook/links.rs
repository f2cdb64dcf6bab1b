//! Every link inside the handbook leads to something.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::book::{docs, listed, pages};

fn targets(text: &str) -> Vec<String> {
    let mut targets = Vec::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event {
            targets.push(dest_url.to_string());
        }
    }
    targets
}

/// The names of the headings of a page, as the book makes them.
fn headings(text: &str) -> BTreeSet<String> {
    let mut headings = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        if let Event::Start(Tag::Heading { .. }) = event {
            heading = Some(String::new());
        } else if let Event::End(TagEnd::Heading(_)) = event {
            headings.extend(heading.take().map(|text| id(&text)));
        } else if let (Event::Text(words) | Event::Code(words), Some(heading)) =
            (event, &mut heading)
        {
            heading.push_str(&words);
        }
    }
    headings
}

fn id(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter_map(|character| match character {
            other if other.is_alphanumeric() || other == '_' || other == '-' => Some(other),
            other if other.is_whitespace() => Some('-'),
            _ => None,
        })
        .collect()
}

/// A path without `.` and `..`, when it does not leave the folder.
fn resolved(path: &Path) -> Option<PathBuf> {
    let mut parts = PathBuf::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => parts.push(name),
            Component::ParentDir if parts.pop() => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
            Component::CurDir => {}
        }
    }
    Some(parts)
}

/// What is wrong with a link of a page of the book.
fn objection(page: &str, text: &str, target: &str) -> Option<String> {
    let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
    let folder = Path::new(page).parent().unwrap();
    let other;
    let there = if path.is_empty() {
        text
    } else {
        let Some(path) = resolved(&folder.join(path)) else {
            return Some("leaves the book".to_owned());
        };
        let name = path.to_str().unwrap();
        let is_page = path.extension().is_some_and(|ending| ending == "md");
        if is_page && !listed().iter().any(|listed| listed == name) {
            return Some("leads to a page that is not in the book".to_owned());
        }
        match fs::read(docs().join(&path)) {
            Ok(bytes) => other = String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => return Some(error.to_string()),
        }
        &other
    };
    let is_known = fragment.is_empty() || headings(there).contains(fragment);
    (!is_known).then(|| "leads to no heading".to_owned())
}

#[test]
fn every_link_inside_the_book_leads_to_something() {
    let mut faults = Vec::new();
    for page in pages().iter().filter(|page| !page.path.starts_with("..")) {
        for target in targets(&page.text) {
            let is_elsewhere = target.contains("://") || target.starts_with("mailto:");
            if is_elsewhere {
                continue;
            }
            if let Some(objection) = objection(&page.path, &page.text, &target) {
                faults.push(format!("docs/{}: `{target}` {objection}", page.path));
            }
        }
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn every_link_of_the_readme_leads_to_a_file() {
    let pages = pages();
    let readme = pages
        .iter()
        .find(|page| page.path == "../README.md")
        .unwrap();
    let repository = crate::book::repository();
    let dead: Vec<String> = targets(&readme.text)
        .into_iter()
        .filter(|target| !target.contains("://"))
        .filter(|target| !repository.join(target).exists())
        .collect();
    assert_eq!(dead, [""; 0]);
}

#[test]
fn every_page_of_the_folder_is_in_the_book_and_the_other_way_round() {
    let there: BTreeSet<String> = walkdir::WalkDir::new(docs())
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| {
            let path = path.strip_prefix(docs()).unwrap();
            path.to_str().unwrap().to_owned()
        })
        .filter(|path| path != "SUMMARY.md")
        .collect();
    let listed: BTreeSet<String> = listed().into_iter().collect();
    assert_eq!(there, listed);
}
