//! The guard of the two statements (spelregels). It looks at finished pages, never at templates: both statements stand
//! there whole, visible and before the first list of providers. Start at [`Guard`].

mod css;
mod fault;
mod page;
mod page_guard;
mod visibility;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use scraper::Html;

pub use fault::{Fault, PageFault, Which, to_diagnostics};
pub use page_guard::PageGuard;

use css::Rules;
use page::Page;
use visibility::Visibility;

/// The attribute that marks a list of providers.
const LIST_MARK: &str = "data-providers";

/// One statement as it must stand in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementText {
    /// Its title, as plain text.
    pub title: String,
    /// Its text, as the HTML that stands in the pages.
    pub body_html: String,
}

/// Checks that both statements stand on a page: whole, visible, before the first list of providers.
#[derive(Clone, Debug)]
pub struct Guard {
    statements: [Expected; 2],
    styles: Arc<Styles>,
}

/// The CSS of pages, read once for all guards: that costs far more than anything else about a guard.
#[derive(Debug)]
pub struct Styles {
    css: Vec<String>,
    rules: Rules,
}

impl Styles {
    /// Reads the site's own CSS and each municipality's colours.
    #[must_use]
    pub fn read(css: &[&str]) -> Arc<Self> {
        Arc::new(Self {
            css: css.iter().map(|&sheet| sheet.to_owned()).collect(),
            rules: Rules::parse(css.iter().copied()),
        })
    }
}

#[derive(Clone, Debug)]
struct Expected {
    which: Which,
    text: StatementText,
    /// Title and text without markup and white space.
    title: String,
    body: String,
}

impl Expected {
    fn new(which: Which, text: StatementText) -> Self {
        let fragment = Html::parse_fragment(&text.body_html);
        Self {
            which,
            title: squeeze(text.title.chars()),
            body: squeeze(fragment.root_element().text().flat_map(str::chars)),
            text,
        }
    }

    /// Whether the text, without white space, holds title and body in this order.
    fn stands_in(&self, text: &str) -> bool {
        !self.body.is_empty()
            && text
                .split_once(&self.title)
                .is_some_and(|(_, rest)| rest.contains(&self.body))
    }
}

/// The text without white space: what is left is what a reader reads, however the page is laid out.
fn squeeze(text: impl Iterator<Item = char>) -> String {
    text.filter(|character| !character.is_whitespace())
        .collect()
}

impl Guard {
    /// A guard for pages that use this CSS: the site's own and each municipality's colours.
    #[must_use]
    pub fn new(screening: StatementText, finance: StatementText, css: &[&str]) -> Self {
        Self::with_styles(screening, finance, Styles::read(css))
    }

    /// A guard for pages that use CSS that was read before.
    #[must_use]
    pub fn with_styles(
        screening: StatementText,
        finance: StatementText,
        styles: Arc<Styles>,
    ) -> Self {
        Self {
            statements: [
                Expected::new(Which::Screening, screening),
                Expected::new(Which::Finance, finance),
            ],
            styles,
        }
    }

    /// Looks for the bytes of both statements before the first marked list. Cheap enough for every page; a page that
    /// is made by the same template as one that passed [`Guard::full`] needs no more.
    ///
    /// # Errors
    /// The first fault that is found.
    pub fn quick(&self, html: &str) -> Result<(), Fault> {
        self.end_of_statements(html).map(|_| ())
    }

    /// Where the later of the two statements ends, when both stand there before the first marked list.
    fn end_of_statements(&self, html: &str) -> Result<usize, Fault> {
        let mut last = 0;
        for expected in &self.statements {
            let which = expected.which;
            let start = find_marker(html, which).ok_or(Fault::Missing(which))?;
            let body = expected.text.body_html.trim();
            let found = html[start..].find(body).filter(|_| !body.is_empty());
            let end = start + found.ok_or(Fault::Changed(which))?;
            let title = expected.text.title.trim();
            let is_plain = !title.contains(['&', '<', '>', '"', '\'']);
            if is_plain && !html[start..end].contains(title) {
                return Err(Fault::Changed(which));
            }
            if html[..end].contains(LIST_MARK) {
                return Err(Fault::AfterList(which));
            }
            last = last.max(end + body.len());
        }
        Ok(last)
    }

    /// Parses the page as a browser does, with and without script, and looks for both statements with the eyes of a
    /// visitor.
    ///
    /// # Errors
    /// Every fault, at most two for each statement.
    pub fn full(&self, html: &str) -> Result<(), Vec<Fault>> {
        let mut faults = self.faults(html);
        if let Some(unscripted) = without_script(html) {
            faults.extend(self.faults(&unscripted));
        }
        faults.sort();
        faults.dedup();
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults)
        }
    }

    fn faults(&self, html: &str) -> Vec<Fault> {
        let document = Html::parse_document(html);
        let page = Page::read(&document);
        let with_styles = page.styles().map(|styles| {
            let own = self.styles.css.iter().map(String::as_str);
            Rules::parse(own.chain(styles.iter().map(String::as_str)))
        });
        let rules = with_styles.as_ref().unwrap_or(&self.styles.rules);
        let visibility = Visibility::new(rules, page.own_names());
        self.statements
            .iter()
            .flat_map(|expected| page.faults(expected, &visibility))
            .collect()
    }
}

/// Where the marker of a statement starts.
fn find_marker(html: &str, which: Which) -> Option<usize> {
    const ATTRIBUTE: &str = "data-statement=";
    let marker = which.marker();
    html.match_indices(ATTRIBUTE)
        .find(|(at, _)| {
            let value = html[at + ATTRIBUTE.len()..].trim_start_matches(['"', '\'']);
            value
                .strip_prefix(marker)
                .is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_alphanumeric()))
        })
        .map(|(at, _)| at)
}

/// The page as a browser without script reads it: the content of `noscript` is a part of it. None when there is none.
fn without_script(html: &str) -> Option<String> {
    const NAME: &str = "noscript";
    let lower = html.to_ascii_lowercase();
    let mut unscripted = String::with_capacity(html.len());
    let mut copied = 0;
    for (at, _) in lower.match_indices(NAME) {
        if lower[..at].ends_with('<') || lower[..at].ends_with("</") {
            unscripted.push_str(&html[copied..at]);
            unscripted.push_str("no-script");
            copied = at + NAME.len();
        }
    }
    if copied == 0 {
        return None;
    }
    unscripted.push_str(&html[copied..]);
    Some(unscripted)
}
