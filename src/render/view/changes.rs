//! `/wijzigingen/` and its feed: what changed lately and what will soon.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{WaitFigure, WaitKind};
use crate::plan::Page;
use crate::render::change::{Change, Happening, Trend, changes};
use crate::render::files::{FeedEntry, FeedHead, feed};
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::wait::{kind_key, reading_text};

/// `page` of `changes.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangesPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// What will happen, the nearest day first.
    pub coming: Vec<ChangeView<'a>>,
    /// What happened, the latest day first.
    pub past: Vec<ChangeView<'a>>,
}

/// One change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangeView<'a> {
    /// Its place on the page.
    pub anchor: String,
    /// The day, in words.
    pub date: String,
    /// The same day for machines.
    pub date_iso: String,
    /// What changed, in a sentence.
    pub sentence: String,
    /// The provider.
    pub provider: &'a str,
    /// Its slug, when it has a page here.
    pub provider_slug: Option<&'a str>,
    /// The kind of help.
    pub product: &'a str,
    /// Its slug, when it has a page here.
    pub product_slug: Option<&'a str>,
}

impl PageView for ChangesPage<'_> {
    const TEMPLATE: &'static str = "changes.html";
}

impl SiteContext<'_> {
    /// The page of changes.
    #[must_use]
    pub fn changes_page(&self, page: &Page) -> ChangesPage<'_> {
        let head = Head::new(
            self.in_municipality("changes-title"),
            self.in_municipality("changes-description"),
            Section::Other,
        );
        let (mut coming, past): (Vec<_>, Vec<_>) = changes(self.dataset, self.plan)
            .into_iter()
            .partition(|change| is_coming(&change.happening));
        coming.sort_by_key(|change| change.day);
        ChangesPage {
            frame: self.frame(page, head),
            coming: coming.into_iter().map(|one| self.change(one)).collect(),
            past: past.into_iter().map(|one| self.change(one)).collect(),
        }
    }

    /// `wijzigingen/feed.xml`: the same changes for feed readers.
    #[must_use]
    pub fn changes_feed(&self) -> String {
        let site = self.dataset.site();
        let title = self.in_municipality("changes-title");
        let entries: Vec<FeedEntry> = changes(self.dataset, self.plan)
            .iter()
            .map(|change| self.feed_entry(change))
            .collect();
        let head = FeedHead {
            title: &title,
            author: &site.publisher,
            language: site.language.as_str(),
            base_url: &self.municipality.base_url,
            date: self.dataset.date(),
        };
        feed(&head, &entries)
    }

    fn feed_entry(&self, change: &Change<'_>) -> FeedEntry {
        let provider = &*self.dataset.provider(change.provider).name;
        let product = &*self.dataset.product(change.product).plain_name;
        FeedEntry {
            anchor: change.anchor.clone(),
            title: self.words.say(
                "changes-feed-entry",
                &[
                    ("provider", MessageValue::Text(provider)),
                    ("product", MessageValue::Text(product)),
                ],
            ),
            summary: self.change_sentence(change),
            listed_on: change.listed_on,
        }
    }

    fn change<'b>(&'b self, change: Change<'b>) -> ChangeView<'b> {
        let provider = self.dataset.provider(change.provider);
        let product = self.dataset.product(change.product);
        let contracted = &self.plan.contracted;
        let has_provider = contracted.by_provider.contains_key(&change.provider);
        let has_product = contracted.by_product.contains_key(&change.product);
        ChangeView {
            date: self.words.date(change.day),
            date_iso: change.day.to_string(),
            sentence: self.change_sentence(&change),
            provider: &provider.name,
            provider_slug: has_provider.then(|| provider.slug.as_str()),
            product: &product.plain_name,
            product_slug: has_product.then(|| product.slug.as_str()),
            anchor: change.anchor,
        }
    }

    fn change_sentence(&self, change: &Change<'_>) -> String {
        let day = self.words.date(change.day);
        let here = [
            ("municipality", MessageValue::Text(&self.municipality.name)),
            ("date", MessageValue::Text(&day)),
        ];
        match &change.happening {
            Happening::ContractStarted => self.words.say("changes-contract-started", &here),
            Happening::ContractEnded => self.words.say("changes-contract-ended", &here),
            Happening::ContractStarts => self.words.say("changes-contract-starts", &here),
            Happening::ContractEnds => self.words.say("changes-contract-ends", &here),
            Happening::Wait {
                trend,
                kind,
                location,
                before,
                now,
            } => {
                let sentence = self.moved(*trend, *kind, before, now);
                match location.and_then(|at| {
                    let location = self.dataset.location(change.provider, at);
                    location.name.as_deref().or(location.place.as_deref())
                }) {
                    None => sentence,
                    Some(place) => self.words.say(
                        "changes-at-location",
                        &[
                            ("sentence", MessageValue::Text(&sentence)),
                            ("place", MessageValue::Text(place)),
                        ],
                    ),
                }
            }
        }
    }

    fn moved(
        &self,
        trend: Trend,
        kind: Option<WaitKind>,
        before: &WaitFigure,
        now: &WaitFigure,
    ) -> String {
        let key = match trend {
            Trend::Stopped => return self.text("changes-stop-began").to_owned(),
            Trend::Reopened => "changes-stop-ended",
            Trend::Longer => "changes-longer",
            Trend::Shorter => "changes-shorter",
            Trend::Same | Trend::Unclear => "changes-otherwise",
        };
        let kind = self.text(kind.map_or("wait-kind-whole", kind_key));
        let (before, now) = (
            reading_text(self.words, &before.reading),
            reading_text(self.words, &now.reading),
        );
        self.words.say(
            key,
            &[
                ("kind", MessageValue::Text(kind)),
                ("before", MessageValue::Text(&before)),
                ("now", MessageValue::Text(&now)),
            ],
        )
    }
}

fn is_coming(happening: &Happening<'_>) -> bool {
    match happening {
        Happening::ContractStarts | Happening::ContractEnds => true,
        Happening::ContractStarted | Happening::ContractEnded | Happening::Wait { .. } => false,
    }
}
