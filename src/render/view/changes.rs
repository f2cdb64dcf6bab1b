//! `/wijzigingen/` and its feed: what changed lately and what will soon.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::changes::{Coming, Entry, coming};
use crate::model::{ProductId, ProviderId};
use crate::plan::Page;
use crate::render::files::{FeedEntry, FeedHead, feed};
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;

/// `page` of `changes.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangesPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// What will happen, the nearest day first.
    pub coming: Vec<DayView<'a>>,
    /// That more will happen than stands here, and how much.
    pub coming_more: Option<String>,
    /// What happened, the latest day first.
    pub past: Vec<DayView<'a>>,
    /// That more happened than stands here, and how much.
    pub past_more: Option<String>,
}

/// How many changes the page lists of what is coming, and of what happened; and how many the feed does. The nearest days
/// are listed. All changes that are remembered are in open data.
const MOST: usize = 200;

/// The changes of one day.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DayView<'a> {
    /// The day, in words.
    pub date: String,
    /// The same day for machines.
    pub date_iso: String,
    /// The changes.
    pub changes: Vec<&'a ChangeView<'a>>,
}

/// One change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangeView<'a> {
    /// Its place on the page.
    pub anchor: String,
    /// What changed, in a sentence for each thing that did.
    pub sentence: String,
    /// The provider.
    pub provider: &'a str,
    /// Its slug, when it has a page here.
    pub provider_slug: Option<&'a str>,
    /// The kind of help; absent when it is about the provider as a whole.
    pub product: Option<&'a str>,
    /// Language of its name, when it is not that of the page.
    pub product_lang: Option<&'a str>,
    /// Its slug, when it has a page here.
    pub product_slug: Option<&'a str>,
}

impl PageView for ChangesPage<'_> {
    const TEMPLATE: &'static str = "changes.html";
}

/// What the page and the feed list, and leave out.
pub struct ListedChanges<'a> {
    /// The nearest day first.
    coming: Vec<ListedChange<'a>>,
    coming_left_out: usize,
    /// The latest day first.
    past: Vec<ListedChange<'a>>,
    past_left_out: usize,
}

/// One change in words.
pub struct ListedChange<'a> {
    /// The day under which it is listed.
    day: Date,
    /// The day it came into the list.
    listed_on: Date,
    view: ChangeView<'a>,
}

impl SiteContext<'_> {
    /// The page of changes.
    #[must_use]
    pub fn changes_page<'b>(
        &'b self,
        page: &Page,
        listed: &'b ListedChanges<'b>,
    ) -> ChangesPage<'b> {
        let head = Head::new(
            self.in_municipality("changes-title"),
            self.in_municipality("changes-description"),
            Section::Other,
        );
        let more = |key, left_out: usize| {
            let values = [("shown", MOST.into()), ("count", left_out.into())];
            (left_out > 0).then(|| self.words.say(key, &values))
        };
        ChangesPage {
            frame: self.frame(page, head),
            coming: self.days(&listed.coming),
            coming_more: more("changes-coming-more", listed.coming_left_out),
            past: self.days(&listed.past),
            past_more: more("changes-more", listed.past_left_out),
        }
    }

    /// `wijzigingen/feed.xml`: the newest of the same changes for feed readers, an entry for each.
    #[must_use]
    pub fn changes_feed(&self, listed: &ListedChanges<'_>) -> String {
        let title = self.in_municipality("changes-title");
        let changes = listed.coming.len() + listed.past.len();
        // The latest day first, as of everything that is listed.
        let entries: Vec<FeedEntry> = listed
            .coming
            .iter()
            .rev()
            .chain(&listed.past)
            .take(MOST)
            .map(|change| self.feed_entry(change))
            .collect();
        let left_out = changes - entries.len() + listed.coming_left_out + listed.past_left_out;
        let subtitle = (left_out > 0).then(|| self.words.with_count("changes-feed-newest", MOST));
        let head = FeedHead {
            title: &title,
            subtitle: subtitle.as_deref(),
            author: &self.dataset.site().publisher,
            language: self.edition.language,
            base_url: &self.base_url,
            subject: &self.feed_subject(),
            date: self.dataset.date(),
        };
        feed(&head, &entries)
    }

    /// What names made for the feed begin with: whose changes, and in which language when it is not the region's own.
    fn feed_subject(&self) -> String {
        format!(
            "{}/{}",
            self.municipality.code.as_str(),
            self.edition.folder()
        )
    }

    /// What the page and the feed list, in words.
    #[must_use]
    pub fn listed_changes(&self) -> ListedChanges<'_> {
        let coming = coming(self.dataset, &self.texts.order, self.plan);
        let past: Vec<&Entry> = self.journal.recent().collect();
        ListedChanges {
            coming_left_out: coming.len().saturating_sub(MOST),
            past_left_out: past.len().saturating_sub(MOST),
            coming: coming
                .iter()
                .take(MOST)
                .map(|change| self.coming_change(change))
                .collect(),
            past: past
                .into_iter()
                .take(MOST)
                .map(|entry| self.past_change(entry))
                .collect(),
        }
    }

    fn coming_change(&self, change: &Coming) -> ListedChange<'_> {
        let key = if change.begins {
            "changes-contract-starts"
        } else {
            "changes-contract-ends"
        };
        let product = self.dataset.product(change.product);
        let view = ChangeView {
            anchor: change.anchor(self.dataset),
            sentence: self.about_contract(key, change.day),
            provider: &self.dataset.provider(change.provider).name,
            provider_slug: self.provider_page_slug(change.provider),
            product: Some(&product.plain_name),
            product_lang: self.product_lang(product),
            product_slug: self.product_page_slug(change.product),
        };
        ListedChange {
            day: change.day,
            listed_on: change.listed_on(),
            view,
        }
    }

    fn past_change<'b>(&'b self, entry: &'b Entry) -> ListedChange<'b> {
        let provider = self.known_provider(&entry.provider);
        let product = entry
            .product
            .as_ref()
            .map(|product| self.product_named(product));
        let known = product.and_then(|(_, id)| id);
        let lang = match (product, known) {
            (None, _) => None,
            (Some(_), Some(id)) => self.product_lang(self.dataset.product(id)),
            (Some(_), None) => self.edition.untranslated(),
        };
        let view = ChangeView {
            anchor: entry.anchor(),
            sentence: self.entry_sentence(entry),
            provider: match provider {
                Some(id) => &self.dataset.provider(id).name,
                None => &entry.provider.name,
            },
            provider_slug: provider.and_then(|id| self.provider_page_slug(id)),
            product: product.map(|(name, _)| name),
            product_lang: lang,
            product_slug: known.and_then(|id| self.product_page_slug(id)),
        };
        ListedChange {
            day: entry.day,
            listed_on: entry.day,
            view,
        }
    }

    /// The slug of a provider that has a page here.
    fn provider_page_slug(&self, id: ProviderId) -> Option<&str> {
        let has_page = self.plan.contracted.by_provider.contains_key(&id);
        has_page.then(|| self.dataset.provider(id).slug.as_str())
    }

    /// The slug of a product that has a page here.
    fn product_page_slug(&self, id: ProductId) -> Option<&str> {
        let has_page = self.plan.contracted.by_product.contains_key(&id);
        has_page.then(|| self.dataset.product(id).slug.as_str())
    }

    fn feed_entry(&self, change: &ListedChange<'_>) -> FeedEntry {
        let view = &change.view;
        let title = match view.product {
            None => view.provider.to_owned(),
            Some(product) => self.words.say(
                "changes-feed-entry",
                &[
                    ("provider", MessageValue::Text(view.provider)),
                    ("product", MessageValue::Text(product)),
                ],
            ),
        };
        FeedEntry {
            anchor: view.anchor.clone(),
            title,
            summary: view.sentence.clone(),
            listed_on: change.listed_on,
        }
    }

    /// Changes in order of day, by the day they are of.
    fn days<'b>(&self, changes: &'b [ListedChange<'b>]) -> Vec<DayView<'b>> {
        changes
            .chunk_by(|one, other| one.day == other.day)
            .map(|changes| DayView {
                date: self.words.date(changes[0].day),
                date_iso: changes[0].day.to_string(),
                changes: changes.iter().map(|change| &change.view).collect(),
            })
            .collect()
    }
}
