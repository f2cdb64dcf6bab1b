//! `/lijst/`: a short list to print or send, as it is without script.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::Page;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::ways::WaysView;

/// `page` of `shortlist.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ShortlistPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// The ways in that need no script.
    pub ways: WaysView<'a>,
}

impl PageView for ShortlistPage<'_> {
    const TEMPLATE: &'static str = "shortlist.html";
}

impl SiteContext<'_> {
    /// The page.
    #[must_use]
    pub fn shortlist_page(&self, page: &Page) -> ShortlistPage<'_> {
        let head = Head::new(
            self.text("shortlist-title"),
            self.in_municipality("shortlist-description"),
            Section::Shortlist,
        );
        ShortlistPage {
            frame: self.frame(page, head),
            ways: self.ways(),
        }
    }
}
