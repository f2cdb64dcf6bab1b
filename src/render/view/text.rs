//! `/<page>/`: a page the region or the municipality wrote itself.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Slug;
use crate::plan::Page;
use crate::render::markdown;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::local_help::PurposeContact;
use super::page_view::PageView;

/// `page` of `text.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TextView<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// Whether both statements stand on it.
    pub offers_choice: bool,
    /// Its text as HTML.
    pub html: String,
    /// Whom to turn to from here.
    pub contacts: Vec<PurposeContact<'a>>,
    /// «Wie helpt u in Apeldoorn?»
    pub contacts_title: String,
}

impl PageView for TextView<'_> {
    const TEMPLATE: &'static str = "text.html";
}

impl SiteContext<'_> {
    /// A page of text: the municipality's own where it has one of this name.
    ///
    /// # Panics
    /// When there is no page of this name, which the plan would not have planned.
    #[must_use]
    pub fn text_page(&self, page: &Page, slug: &Slug) -> TextView<'_> {
        let own = &self.municipality.pages;
        let text = own
            .iter()
            .chain(self.dataset.pages())
            .find(|text| text.slug == *slug)
            .expect("the plan has pages of text that exist only");
        let head = Head::new(&*text.title, &*text.description, Section::Other);
        TextView {
            frame: self.frame(page, head),
            offers_choice: text.offers_choice,
            contacts: self.contacts_for(&text.contacts),
            contacts_title: self.in_municipality("text-contacts-title"),
            html: markdown::to_html(&text.body, page.route.to_root()),
        }
    }
}
