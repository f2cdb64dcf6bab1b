//! `/zoeken/`: searching, as it is without script.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::Page;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::ways::WaysView;

/// `page` of `search.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SearchView<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// The ways in that need no script.
    pub ways: WaysView<'a>,
}

impl PageView for SearchView<'_> {
    const TEMPLATE: &'static str = "search.html";
}

impl SiteContext<'_> {
    /// The page.
    #[must_use]
    pub fn search(&self, page: &Page) -> SearchView<'_> {
        let head = Head::new(
            self.text("search-title"),
            self.words
                .with_text("search-description", "municipality", &self.municipality.name),
            Section::Search,
        );
        SearchView {
            frame: self.frame(page, head),
            ways: self.ways(),
        }
    }
}
