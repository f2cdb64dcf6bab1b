//! What there is to know about a page, read once for all tests.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use scraper::Html;

use crate::demo::demo;
use crate::html::{all, text};

/// The other language of the demonstration.
const ENGLISH: &str = "en";

/// A page of the demonstration.
pub(super) struct Facts {
    /// Its path in the published folder.
    pub(super) path: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) headings: usize,
    pub(super) notice: String,
    pub(super) canonical: String,
    pub(super) is_indexable: bool,
    /// Where links, style sheets, images and forms lead, but for the canonical address and those of other languages.
    pub(super) addresses: Vec<String>,
    pub(super) ids: Vec<String>,
    pub(super) crumbs: Vec<String>,
    pub(super) json_ld: Vec<String>,
    /// Script or style in the page itself.
    pub(super) inline: Vec<String>,
}

impl Facts {
    /// The municipality's folder; none for the front door.
    pub(super) fn municipality(&self) -> Option<&str> {
        self.path
            .split_once('/')
            .map(|(folder, _)| folder)
            .filter(|folder| *folder != ENGLISH)
    }

    /// The folder of its language inside the site; none for the language of the content.
    pub(super) fn language(&self) -> Option<&str> {
        let folder = self.inside().split_once('/').map(|(folder, _)| folder);
        folder.filter(|folder| *folder == ENGLISH)
    }

    /// The path inside the pages of its language.
    pub(super) fn route(&self) -> &str {
        self.language()
            .map_or(self.inside(), |folder| &self.inside()[folder.len() + 1..])
    }

    /// The path inside the municipality's site.
    pub(super) fn inside(&self) -> &str {
        self.municipality()
            .map_or(&self.path, |folder| &self.path[folder.len() + 1..])
    }
}

/// Every page of the demonstration.
pub(super) fn pages() -> &'static [Facts] {
    static PAGES: OnceLock<Vec<Facts>> = OnceLock::new();
    PAGES.get_or_init(|| {
        demo()
            .pages()
            .map(|(path, html)| read(path, html))
            .collect()
    })
}

fn read(path: &str, html: &str) -> Facts {
    let page = Html::parse_document(html);
    let root = page.root_element();
    let attribute = |selector: &str, name: &str| {
        let found = all(root, selector).into_iter().next();
        found
            .and_then(|element| element.value().attr(name))
            .map_or_else(String::new, str::to_owned)
    };
    let texts = |selector: &str| -> Vec<String> {
        all(root, selector)
            .into_iter()
            .map(|element| text(element).trim().to_owned())
            .collect()
    };
    Facts {
        path: path.to_owned(),
        title: texts("title").concat(),
        description: attribute("meta[name=description]", "content"),
        headings: all(root, "h1").len(),
        notice: texts(".notice").concat(),
        canonical: attribute("link[rel=canonical]", "href"),
        is_indexable: !attribute("meta[name=robots]", "content").contains("noindex"),
        addresses: addresses(&page),
        ids: all(root, "[id]")
            .into_iter()
            .map(|element| element.value().attr("id").unwrap().to_owned())
            .collect(),
        crumbs: texts("nav.crumbs li"),
        json_ld: all(root, "script[type=\"application/ld+json\"]")
            .into_iter()
            .map(|script| script.inner_html())
            .collect(),
        inline: inline(&page),
    }
}

fn addresses(page: &Html) -> Vec<String> {
    let mut addresses = Vec::new();
    for element in all(
        page.root_element(),
        "[href], [src], [action], [srcset], [poster]",
    ) {
        let is_for_machines =
            element.value().name() == "link" && element.value().attr("hreflang").is_some();
        if is_for_machines || element.value().attr("rel") == Some("canonical") {
            continue;
        }
        for name in ["href", "src", "action", "srcset", "poster"] {
            addresses.extend(element.value().attr(name).map(str::to_owned));
        }
    }
    addresses
}

fn inline(page: &Html) -> Vec<String> {
    let root = page.root_element();
    let mut inline = Vec::new();
    for script in all(root, "script") {
        let is_data = script.value().attr("type") == Some("application/ld+json");
        if !is_data && script.value().attr("src").is_none() {
            inline.push(script.html());
        }
    }
    for element in all(root, "style, base, iframe, object, embed, [style]") {
        inline.push(element.html());
    }
    for element in all(root, "*") {
        let handlers: BTreeSet<&str> = element
            .value()
            .attrs()
            .filter(|(name, value)| {
                name.starts_with("on") || value.trim_start().starts_with("javascript:")
            })
            .map(|(name, _)| name)
            .collect();
        if !handlers.is_empty() {
            inline.push(format!("{handlers:?} of {}", element.value().name()));
        }
    }
    inline
}
