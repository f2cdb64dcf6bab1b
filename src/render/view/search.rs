//! `/zoeken/`: the box to search in, and the lists that need no script.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::Page;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::search_box::SearchBox;
use super::ways::WaysView;

/// `page` of `search.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SearchPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// The box to search in.
    pub search: SearchBox<'a>,
    /// The ways in that need no script.
    pub ways: WaysView<'a>,
}

impl PageView for SearchPage<'_> {
    const TEMPLATE: &'static str = "search.html";
}

impl SiteContext<'_> {
    /// The page.
    #[must_use]
    pub fn search_page(&self, page: &Page) -> SearchPage<'_> {
        let head = Head::new(
            self.text("search-title"),
            self.in_municipality("search-description"),
            Section::Search,
        );
        SearchPage {
            frame: self.frame(page, head),
            search: self.search_box(),
            ways: self.ways(),
        }
    }
}
