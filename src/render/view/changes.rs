//! `/wijzigingen/` and its feed: what changed lately and what will soon.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Dataset, ProductId, ProviderId, WaitingTime};
use crate::plan::{NameOrder, Page};
use crate::render::change::{Change, Happening, Trend, changes, has_moved, trend};
use crate::render::files::{FeedEntry, FeedHead, feed};
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::wait::{kind_key, reading_text};
use super::words::Words;

/// `page` of `changes.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangesPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// What will happen, the nearest day first.
    pub coming: Vec<ChangeView<'a>>,
    /// What happened, the latest day first.
    pub past: Vec<ChangeView<'a>>,
    /// That not every change of a wait stands here, and how many do not.
    pub more: Option<String>,
}

/// How many changes of waits the page lists, and how many changes the feed: the newest. All figures of all waits are in
/// open data.
const MOST: usize = 200;

/// One change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangeView<'a> {
    /// Its place on the page.
    pub anchor: String,
    /// The day, in words.
    pub date: String,
    /// The same day for machines.
    pub date_iso: String,
    /// What changed, in a sentence for each thing that did.
    pub sentence: String,
    /// The provider.
    pub provider: &'a str,
    /// Its slug, when it has a page here.
    pub provider_slug: Option<&'a str>,
    /// The kind of help.
    pub product: &'a str,
    /// Language of its name, when it is not that of the page.
    pub product_lang: Option<&'a str>,
    /// Its slug, when it has a page here.
    pub product_slug: Option<&'a str>,
}

impl PageView for ChangesPage<'_> {
    const TEMPLATE: &'static str = "changes.html";
}

/// What changes say that is the same in every municipality.
pub(super) struct ChangeTexts {
    order: NameOrder,
    /// For each wait of the region, when it has moved: how, and the same with its day.
    waits: Vec<Option<MovedText>>,
    /// The titles of entries of the feed.
    titles: BTreeMap<(ProviderId, ProductId), String>,
}

/// How a wait moved, in words.
struct MovedText {
    sentence: String,
    with_day: String,
}

impl ChangeTexts {
    /// Writes everything out; what only the feed says, only when there is to be one.
    pub(super) fn new(words: Words<'_>, dataset: &Dataset, has_feed: bool) -> Self {
        let whose: BTreeSet<(ProviderId, ProductId)> = dataset
            .offers
            .iter()
            .filter(|_| has_feed)
            .map(|offer| (offer.provider, offer.product))
            .collect();
        Self {
            order: NameOrder::new(dataset),
            waits: dataset
                .waiting_times
                .par_iter()
                .map(|wait| has_moved(wait).then(|| MovedText::new(words, dataset, wait)))
                .collect(),
            titles: whose
                .into_par_iter()
                .map(|(provider, product)| {
                    let title = feed_title(words, dataset, provider, product);
                    ((provider, product), title)
                })
                .collect(),
        }
    }

    fn moved(&self, dataset: &Dataset, wait: &WaitingTime) -> &MovedText {
        let rank = dataset.waiting_times.element_offset(wait);
        rank.and_then(|rank| self.waits[rank].as_ref())
            .expect("a listed wait is of the same dataset and has moved")
    }
}

impl MovedText {
    fn new(words: Words<'_>, dataset: &Dataset, wait: &WaitingTime) -> Self {
        let sentence = moved(words, wait);
        let place = wait.location.and_then(|at| {
            let location = dataset.location(wait.provider, at);
            location.name.as_deref().or(location.place.as_deref())
        });
        let sentence = match place {
            None => sentence,
            Some(place) => words.say(
                "changes-at-location",
                &[
                    ("sentence", MessageValue::Text(&sentence)),
                    ("place", MessageValue::Text(place)),
                ],
            ),
        };
        let day = words.date(wait.newest().reference_date);
        let with_day = words.say(
            "changes-on-day",
            &[
                ("sentence", MessageValue::Text(&sentence)),
                ("date", MessageValue::Text(&day)),
            ],
        );
        Self { sentence, with_day }
    }
}

fn moved(words: Words<'_>, wait: &WaitingTime) -> String {
    let trend = trend(wait).expect("a wait that moved has an earlier figure");
    let key = match trend {
        Trend::Stopped => return words.text("changes-stop-began").to_owned(),
        Trend::Reopened => "changes-stop-ended",
        Trend::Longer => "changes-longer",
        Trend::Shorter => "changes-shorter",
        Trend::Same | Trend::Unclear => "changes-otherwise",
    };
    let kind = wait.measure.map(|measure| measure.kind);
    let kind = words.text(kind.map_or("wait-kind-whole", kind_key));
    let (before, now) = (
        reading_text(words, &wait.figures[1].reading),
        reading_text(words, &wait.newest().reading),
    );
    words.say(
        key,
        &[
            ("kind", MessageValue::Text(kind)),
            ("before", MessageValue::Text(&before)),
            ("now", MessageValue::Text(&now)),
        ],
    )
}

fn feed_title(
    words: Words<'_>,
    dataset: &Dataset,
    provider: ProviderId,
    product: ProductId,
) -> String {
    words.say(
        "changes-feed-entry",
        &[
            (
                "provider",
                MessageValue::Text(&dataset.provider(provider).name),
            ),
            (
                "product",
                MessageValue::Text(&dataset.product(product).plain_name),
            ),
        ],
    )
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
        let (mut coming, mut past): (Vec<_>, Vec<_>) = self
            .changes()
            .into_iter()
            .partition(|change| change.happening.is_coming());
        coming.sort_by_key(|change| change.day);
        let more = self.keep_newest(&mut past);
        let mut days = BTreeMap::new();
        ChangesPage {
            frame: self.frame(page, head),
            coming: self.views(&coming, &mut days),
            past: self.views(&past, &mut days),
            more,
        }
    }

    /// `wijzigingen/feed.xml`: the newest of the same changes for feed readers.
    #[must_use]
    pub fn changes_feed(&self) -> String {
        let site = self.dataset.site();
        let title = self.in_municipality("changes-title");
        let changes = self.changes();
        let entries: Vec<FeedEntry> = changes
            .iter()
            .take(MOST)
            .map(|change| self.feed_entry(change))
            .collect();
        let is_cut = changes.len() > entries.len();
        let subtitle = is_cut.then(|| self.words.with_count("changes-feed-newest", MOST));
        let head = FeedHead {
            title: &title,
            subtitle: subtitle.as_deref(),
            author: &site.publisher,
            language: site.language.as_str(),
            base_url: &self.municipality.base_url,
            date: self.dataset.date(),
        };
        feed(&head, &entries)
    }

    fn changes(&self) -> Vec<Change<'_>> {
        changes(self.dataset, &self.texts.changes.order, self.plan)
    }

    /// Leaves the newest changes of waits, and every change of a contract; says how many are left out.
    fn keep_newest(&self, past: &mut Vec<Change<'_>>) -> Option<String> {
        let before = past.len();
        let mut waits = 0;
        past.retain(|change| {
            waits += usize::from(matches!(change.happening, Happening::Waits(_)));
            !matches!(change.happening, Happening::Waits(_)) || waits <= MOST
        });
        let left_out = before - past.len();
        (left_out > 0).then(|| {
            self.words.say(
                "changes-more",
                &[("shown", MOST.into()), ("count", left_out.into())],
            )
        })
    }

    fn feed_entry(&self, change: &Change<'_>) -> FeedEntry {
        let titles = &self.texts.changes.titles;
        let title = titles.get(&(change.provider, change.product));
        FeedEntry {
            anchor: change.anchor(self.dataset),
            title: title.expect("a change is of an offer").clone(),
            summary: self.change_sentence(change, &self.words.date(change.day)),
            listed_on: change.listed_on(),
        }
    }

    fn views(
        &self,
        changes: &[Change<'_>],
        days: &mut BTreeMap<Date, String>,
    ) -> Vec<ChangeView<'_>> {
        let mut views = Vec::with_capacity(changes.len());
        for change in changes {
            let day = days
                .entry(change.day)
                .or_insert_with(|| self.words.date(change.day));
            views.push(self.change(change, day));
        }
        views
    }

    fn change(&self, change: &Change<'_>, day: &str) -> ChangeView<'_> {
        let provider = self.dataset.provider(change.provider);
        let product = self.dataset.product(change.product);
        let contracted = &self.plan.contracted;
        let has_provider = contracted.by_provider.contains_key(&change.provider);
        let has_product = contracted.by_product.contains_key(&change.product);
        ChangeView {
            anchor: change.anchor(self.dataset),
            date: day.to_owned(),
            date_iso: change.day.to_string(),
            sentence: self.change_sentence(change, day),
            provider: &provider.name,
            provider_slug: has_provider.then(|| provider.slug.as_str()),
            product: &product.plain_name,
            product_lang: self.product_lang(product),
            product_slug: has_product.then(|| product.slug.as_str()),
        }
    }

    fn change_sentence(&self, change: &Change<'_>, day: &str) -> String {
        let about_contract = |key| {
            let here = [
                ("municipality", MessageValue::Text(&self.municipality.name)),
                ("date", MessageValue::Text(day)),
            ];
            self.words.say(key, &here)
        };
        match &change.happening {
            Happening::ContractStarted => about_contract("changes-contract-started"),
            Happening::ContractEnded => about_contract("changes-contract-ended"),
            Happening::ContractStarts => about_contract("changes-contract-starts"),
            Happening::ContractEnds => about_contract("changes-contract-ends"),
            Happening::Waits(waits) => self.moves(change.day, waits),
        }
    }

    /// How the waits of one provider and product moved; one that moved on another day than the change's says when.
    fn moves(&self, day: Date, waits: &[&WaitingTime]) -> String {
        let mut sentences: Vec<&str> = Vec::with_capacity(waits.len());
        for wait in waits {
            let text = self.texts.changes.moved(self.dataset, wait);
            let sentence = if wait.newest().reference_date == day {
                &text.sentence
            } else {
                &text.with_day
            };
            // A stop of intake and of treatment reads the same: say it once.
            if !sentences.contains(&sentence.as_str()) {
                sentences.push(sentence);
            }
        }
        sentences.join(" ")
    }
}
