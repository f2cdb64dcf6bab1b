//! The guard at work: every page that offers a choice is checked, cheaply where the same page was checked in full.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::{Statement, Statements};
use crate::render::markdown;

use super::{Fault, Guard, StatementText, Styles};

/// The ways from a page back to the top of its site, as [`Route::to_root`](crate::plan::Route::to_root) gives them.
const ROOTS: [&str; 4] = ["./", "../", "../../", "../../../"];

/// Guards the pages of a region. Shared between threads.
///
/// Each page gets the cheap check of [`Guard::quick`]. Then everything that decides whether a browser shows the
/// statements, the markup from the start of the page to their end, is hashed: its *skeleton*. A skeleton that was not
/// met before is parsed in full; one that passed before has passed. So a theme that hides a statement on one page only
/// is caught on that page, and a hundred thousand pages of one template cost one full parse.
#[derive(Debug)]
pub struct PageGuard {
    guards: BTreeMap<&'static str, Guard>,
    passed: Mutex<BTreeSet<[u8; 32]>>,
}

impl PageGuard {
    /// A guard for pages of one language, with the statements in that language, that use this CSS.
    #[must_use]
    pub fn new(statements: &Statements, css: &[&str]) -> Self {
        Self::with_styles(statements, &Styles::read(css))
    }

    /// A guard for pages of one language that use CSS that was read before.
    #[must_use]
    pub fn with_styles(statements: &Statements, styles: &Arc<Styles>) -> Self {
        let text = |statement: &Statement, root: &str| StatementText {
            title: statement.title.to_string(),
            body_html: markdown::to_html(&statement.body, root),
        };
        let guards = ROOTS
            .into_iter()
            .map(|root| {
                let screening = text(&statements.screening, root);
                let finance = text(&statements.finance, root);
                let styles = Arc::clone(styles);
                (root, Guard::with_styles(screening, finance, styles))
            })
            .collect();
        Self {
            guards,
            passed: Mutex::new(BTreeSet::new()),
        }
    }

    /// Every fault of a page. `root` is the way from the page back to the top of its site.
    ///
    /// # Panics
    /// When `root` is not one of the four ways that pages have.
    #[must_use]
    pub fn check(&self, html: &str, root: &str) -> Vec<Fault> {
        let guard = &self.guards[root];
        let end = match guard.end_of_statements(html) {
            Ok(end) => end,
            // The full check may know better what is wrong, and finds everything.
            Err(fault) => return guard.full(html).err().unwrap_or_else(|| vec![fault]),
        };
        let skeleton = skeleton(&html[..end]);
        if self.has_passed(&skeleton) {
            return Vec::new();
        }
        match guard.full(html) {
            Ok(()) => {
                self.passed
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .insert(skeleton);
                Vec::new()
            }
            Err(faults) => faults,
        }
    }

    fn has_passed(&self, skeleton: &[u8; 32]) -> bool {
        self.passed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(skeleton)
    }
}

/// A hash of the markup of a page up to the end of its statements, without words and without where links lead; of the
/// head only the root element and the style sheets. Two pages with one skeleton show the statements alike.
fn skeleton(html: &str) -> [u8; 32] {
    // Gathered and hashed in one go: many small updates of the hash cost more than the copy.
    let mut kept = Vec::with_capacity(html.len());
    let (head, body) = html.split_at(html.find("<body").unwrap_or(0));
    for tag in head.split('<') {
        if tag.starts_with("html") || tag.contains("stylesheet") {
            // Where the sheet lies differs with the depth of the page, its name does not.
            kept.extend_from_slice(tag.rsplit('/').next().unwrap_or(tag).as_bytes());
        }
    }
    let mut rest = body;
    while let Some(open) = rest.find('<') {
        // Outside tags only the end of a comment could change what is markup.
        if rest[..open].contains('>') {
            kept.push(b'>');
        }
        let tag = &rest[open..];
        let close = tag.find('>').map_or(tag.len(), |at| at + 1);
        keep_tag(&mut kept, &tag[..close]);
        rest = &tag[close..];
    }
    *blake3::hash(&kept).as_bytes()
}

/// A tag without the values of `href` attributes.
fn keep_tag(kept: &mut Vec<u8>, tag: &str) {
    let mut rest = tag;
    while let Some(at) = rest.find("href=") {
        let value = &rest[at + 5..];
        kept.extend_from_slice(&rest.as_bytes()[..at + 5]);
        let end = match value.as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => {
                let quote = char::from(*quote);
                value[1..]
                    .find(quote)
                    .map_or(value.len(), |length| length + 2)
            }
            Some(_) | None => value.find([' ', '>']).unwrap_or(value.len()),
        };
        rest = &value[end..];
    }
    kept.extend_from_slice(rest.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::skeleton;

    const PAGE: &str =
        "<html lang=nl><head><title>Een</title></head><body><p class=a><a href=../x/>Een</a></p>";

    #[test]
    fn other_words_and_other_links_are_the_same_skeleton() {
        let other = PAGE.replace("Een", "Twee").replace("../x/", "../y/z/");
        assert_eq!(skeleton(PAGE), skeleton(&other));
    }

    #[test]
    fn another_attribute_another_sheet_and_the_end_of_a_comment_are_another_skeleton() {
        let sheet = PAGE.replace(
            "</head>",
            "<link rel=stylesheet href=../assets/other.css></head>",
        );
        for other in [
            PAGE.replace("class=a", "hidden"),
            sheet,
            PAGE.replace("Een</a>", "-->Een</a>"),
        ] {
            assert_ne!(skeleton(PAGE), skeleton(&other), "{other}");
        }
    }
}
