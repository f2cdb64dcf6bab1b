//! `404.html`: an address that does not exist. A host shows it at any depth, so its links start at the top of the host.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::Page;
use crate::render::Edition;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;

/// `page` of `not-found.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotFoundPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// The same in the other languages of the site: there is one such page for all.
    pub others: Vec<OtherLanguage<'a>>,
}

/// What the page for addresses that do not exist says in another language of the site.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OtherLanguage<'a> {
    /// The language (BCP 47).
    pub language: &'a str,
    /// What the language calls itself.
    pub own_name: &'a str,
    /// That the page does not exist.
    pub title: &'a str,
    /// Where the site in that language starts.
    pub href: String,
}

impl<'a> OtherLanguage<'a> {
    /// All but the language of the page. `root` leads to the top of the site.
    pub(super) fn all(editions: &[Edition<'a>], current: Edition<'_>, root: &str) -> Vec<Self> {
        editions
            .iter()
            .filter(|edition| edition.language != current.language)
            .map(|edition| Self {
                language: edition.language,
                own_name: edition.own_name,
                title: edition.not_found,
                href: format!("{root}{}", edition.folder()),
            })
            .collect()
    }
}

impl PageView for NotFoundPage<'_> {
    const TEMPLATE: &'static str = "not-found.html";
}

impl SiteContext<'_> {
    /// The page for addresses that do not exist.
    #[must_use]
    pub fn not_found_page(&self, page: &Page) -> NotFoundPage<'_> {
        let mut head = Head::new(
            self.text("not-found-title"),
            self.text("not-found-description"),
            Section::Other,
        );
        head.is_listed = false;
        let root = root_of_not_found(&self.municipality.base_url);
        NotFoundPage {
            frame: self.frame(page, head),
            others: OtherLanguage::all(self.editions, self.edition, root),
        }
    }
}

/// What the links of `404.html` start with: the path part of where the site is published, such as `/apeldoorn/`.
#[must_use]
pub fn root_of_not_found(base_url: &str) -> &str {
    let after_scheme = base_url.find("://").map_or(0, |at| at + "://".len());
    let path = base_url[after_scheme..]
        .find('/')
        .map(|at| after_scheme + at);
    path.map_or("/", |at| &base_url[at..])
}

#[cfg(test)]
mod tests {
    use super::root_of_not_found;

    #[test]
    fn links_of_the_not_found_page_start_at_the_top_of_the_host() {
        assert_eq!(
            root_of_not_found("https://keuze.example/apeldoorn/"),
            "/apeldoorn/"
        );
        assert_eq!(root_of_not_found("https://apeldoorn.example/"), "/");
        assert_eq!(root_of_not_found("https://apeldoorn.example"), "/");
    }
}
