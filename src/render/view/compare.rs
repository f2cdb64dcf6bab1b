//! `/vergelijken/`: comparing two or three providers, as it is without script.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::Page;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::ways::WaysView;

/// `page` of `compare.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ComparePage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// The ways in that need no script.
    pub ways: WaysView<'a>,
}

impl PageView for ComparePage<'_> {
    const TEMPLATE: &'static str = "compare.html";
}

impl SiteContext<'_> {
    /// The page.
    #[must_use]
    pub fn compare_page(&self, page: &Page) -> ComparePage<'_> {
        let head = Head::new(
            self.text("compare-title"),
            self.in_municipality("compare-description"),
            Section::Other,
        );
        ComparePage {
            frame: self.frame(page, head),
            ways: self.ways(),
        }
    }
}
