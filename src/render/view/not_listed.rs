//! `/niet-gevonden-aanbieder/`: every provider of the region that is not in this list, and why.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{NotListed, NotListedReason, Page};
use crate::render::messages::MessageValue;

use super::contact::{PhoneView, WebsiteView};
use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::narrow_box::NarrowBox;
use super::page_view::PageView;

/// `page` of `not-listed.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotListedPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// How many there are, in words.
    pub count: String,
    /// The box that narrows the list by name.
    pub narrow: NarrowBox,
    /// Who, in order of name.
    pub providers: Vec<NotListedProvider<'a>>,
}

/// A provider of the region that is not listed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotListedProvider<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Why it is not listed, in a sentence.
    pub reason: String,
    /// Telephone.
    pub phone: Option<PhoneView<'a>>,
    /// Web address.
    pub website: Option<WebsiteView<'a>>,
}

impl PageView for NotListedPage<'_> {
    const TEMPLATE: &'static str = "not-listed.html";
}

impl SiteContext<'_> {
    /// The page about providers that are not listed.
    #[must_use]
    pub fn not_listed_page(&self, page: &Page) -> NotListedPage<'_> {
        let head = Head::new(
            self.text("not-listed-title"),
            self.in_municipality("not-listed-description"),
            Section::Other,
        );
        let entries = &self.plan.not_listed;
        NotListedPage {
            frame: self.frame(page, head),
            count: self.words.with_count("not-listed-count", entries.len()),
            narrow: NarrowBox::new(self.words),
            providers: entries.iter().map(|entry| self.entry(entry)).collect(),
        }
    }

    fn entry(&self, entry: &NotListed) -> NotListedProvider<'_> {
        let provider = self.dataset.provider(entry.provider);
        NotListedProvider {
            slug: provider.slug.as_str(),
            name: &provider.name,
            reason: self.reason(&entry.reason),
            phone: provider.phone.as_ref().map(PhoneView::new),
            website: provider.website.as_ref().map(WebsiteView::new),
        }
    }

    fn reason(&self, reason: &NotListedReason) -> String {
        let here = ("municipality", MessageValue::Text(&self.municipality.name));
        match reason {
            NotListedReason::Ended(day) => {
                let day = self.words.date(*day);
                self.words.say(
                    "not-listed-ended",
                    &[here, ("date", MessageValue::Text(&day))],
                )
            }
            NotListedReason::Starts(day) => {
                let day = self.words.date(*day);
                self.words.say(
                    "not-listed-starts",
                    &[here, ("date", MessageValue::Text(&day))],
                )
            }
            NotListedReason::Elsewhere(municipalities) => {
                let names: Vec<&str> = municipalities
                    .iter()
                    .map(|id| &*self.dataset.municipality(*id).name)
                    .collect();
                let names = self.words.list(&names);
                self.words.say(
                    "not-listed-elsewhere",
                    &[here, ("list", MessageValue::Text(&names))],
                )
            }
            NotListedReason::NotBought(products) => {
                let names: Vec<&str> = products
                    .iter()
                    .map(|id| &*self.dataset.product(*id).plain_name)
                    .collect();
                let names = self.words.list(&names);
                self.words.say(
                    "not-listed-not-bought",
                    &[here, ("list", MessageValue::Text(&names))],
                )
            }
            NotListedReason::NoContract => self.text("not-listed-no-contract").to_owned(),
        }
    }
}
