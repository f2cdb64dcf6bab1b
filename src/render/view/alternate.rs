//! The same page in another language: for search engines, and for the visitor who chooses a language.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Page, Subject};
use crate::render::Edition;

use super::context::SiteContext;

/// A page in one language of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Alternate<'a> {
    /// The language (BCP 47).
    pub language: &'a str,
    /// What the language calls itself.
    pub own_name: &'a str,
    /// The page's full address.
    pub address: String,
    /// The way there from this page.
    pub href: String,
    /// Whether it is this page.
    pub is_current: bool,
    /// Whether it is the page for who reads none of the languages: that in the region's own.
    pub is_default: bool,
}

impl<'a> Alternate<'a> {
    /// A page in every edition, when there is more than one. `base_url` is the address of the folder in which files stand
    /// once, `to_files` leads there, and `path` is the page's own path.
    #[must_use]
    pub fn all(
        editions: &[Edition<'a>],
        current: Edition<'_>,
        (base_url, to_files, path): (&str, &str, &str),
    ) -> Vec<Self> {
        if editions.len() < 2 {
            return Vec::new();
        }
        editions
            .iter()
            .map(|edition| {
                let folder = edition.folder();
                Self {
                    language: edition.language,
                    own_name: edition.own_name,
                    address: format!("{base_url}{folder}{path}"),
                    href: format!("{to_files}{folder}{path}"),
                    is_current: edition.language == current.language,
                    is_default: edition.is_main(),
                }
            })
            .collect()
    }
}

impl SiteContext<'_> {
    /// A page in every language; there is one page for addresses that do not exist.
    pub(super) fn alternates(&self, page: &Page) -> Vec<Alternate<'_>> {
        if page.subject == Subject::NotFound {
            return Vec::new();
        }
        let to_files = self.edition.to_files(page.route.to_root());
        let place = (&*self.municipality.base_url, to_files, page.route.as_str());
        Alternate::all(self.editions, self.edition, place)
    }
}
