//! `/<page>/`: a page the region or the municipality wrote itself.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Slug, TextPage};
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
    /// Language of its title and text, when they were not translated into the language of the page.
    pub lang: Option<&'a str>,
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

/// The words of a page of text in the language of the pages, or in that of the content where they were not translated.
pub(super) struct PageWords<'a> {
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    pub(super) menu: Option<&'a str>,
    pub(super) body: &'a str,
    /// Their language, when it is not that of the pages.
    pub(super) lang: Option<&'a str>,
}

impl SiteContext<'_> {
    /// A page of text: the municipality's own where it has one of this name.
    ///
    /// # Panics
    /// When there is no page of this name, which the plan would not have planned.
    #[must_use]
    pub fn text_page(&self, page: &Page, slug: &Slug) -> TextView<'_> {
        let text = self
            .dataset
            .page_of(self.plan.municipality, slug)
            .expect("the plan has pages of text that exist only");
        let words = self.page_words(text);
        let head =
            Head::new(words.title, words.description, Section::Other).in_language(words.lang);
        TextView {
            frame: self.frame(page, head),
            offers_choice: text.offers_choice,
            contacts: self.contacts_for(&text.contacts),
            contacts_title: self.in_municipality("text-contacts-title"),
            lang: words.lang,
            html: markdown::to_html(words.body, page.route.to_root()),
        }
    }

    /// The words of a page of text.
    pub(super) fn page_words<'b>(&'b self, page: &'b TextPage) -> PageWords<'b> {
        match page.translations.get(self.edition.language) {
            Some(translated) => PageWords {
                title: &translated.title,
                description: &translated.description,
                menu: translated.menu.as_deref(),
                body: &translated.body,
                lang: None,
            },
            None => PageWords {
                title: &page.title,
                description: &page.description,
                menu: page.menu.as_deref(),
                body: &page.body,
                lang: self.edition.untranslated(),
            },
        }
    }
}
