//! `/wijzigingen/` and its feed: what changed lately and what will soon.

use std::cmp::Reverse;
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
use super::wait_words::{kind_key, reading_text};
use super::words::{Words, capitalised};

/// `page` of `changes.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangesPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// What will happen, the nearest day first.
    pub coming: Vec<MonthView<'a>>,
    /// That more will happen than stands here, and how much.
    pub coming_more: Option<String>,
    /// What happened, the latest day first.
    pub past: Vec<MonthView<'a>>,
    /// That more happened than stands here, and how much.
    pub past_more: Option<String>,
}

/// How many changes the page lists of what is coming, and of what happened; and how many the feed does. The nearest days
/// are listed. All contracts and all figures of waits are in open data.
const MOST: usize = 200;

/// The changes of one month.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MonthView<'a> {
    /// «November 2026»
    pub name: String,
    /// The changes.
    pub changes: Vec<ChangeView<'a>>,
}

/// What the page lists, and how many changes it leaves out.
struct Listed<'a> {
    /// The nearest day first.
    coming: Vec<Change<'a>>,
    coming_left_out: usize,
    /// The latest day first.
    past: Vec<Change<'a>>,
    past_left_out: usize,
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
        let Listed {
            coming,
            coming_left_out,
            past,
            past_left_out,
        } = self.listed_changes();
        let more = |key, left_out: usize| {
            let values = [("shown", MOST.into()), ("count", left_out.into())];
            (left_out > 0).then(|| self.words.say(key, &values))
        };
        let mut days = BTreeMap::new();
        ChangesPage {
            frame: self.frame(page, head),
            coming: self.months(&coming, &mut days),
            coming_more: more("changes-coming-more", coming_left_out),
            past: self.months(&past, &mut days),
            past_more: more("changes-more", past_left_out),
        }
    }

    /// `wijzigingen/feed.xml`: the newest of the same changes for feed readers.
    #[must_use]
    pub fn changes_feed(&self) -> String {
        let site = self.dataset.site();
        let title = self.in_municipality("changes-title");
        let listed = self.listed_changes();
        // In the order of all changes: the latest day first.
        let mut coming = listed.coming;
        coming.sort_by_key(|change| Reverse(change.day));
        let changes = coming.len() + listed.past.len();
        let entries: Vec<FeedEntry> = coming
            .iter()
            .chain(&listed.past)
            .take(MOST)
            .map(|change| self.feed_entry(change))
            .collect();
        let left_out = changes - entries.len() + listed.coming_left_out + listed.past_left_out;
        let subtitle = (left_out > 0).then(|| self.words.with_count("changes-feed-newest", MOST));
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

    /// What the page lists, and leaves out.
    fn listed_changes(&self) -> Listed<'_> {
        let (mut coming, mut past): (Vec<_>, Vec<_>) =
            changes(self.dataset, &self.texts.changes.order, self.plan)
                .into_iter()
                .partition(|change| change.happening.is_coming());
        coming.sort_by_key(|change| change.day);
        let listed = Listed {
            coming_left_out: coming.len().saturating_sub(MOST),
            past_left_out: past.len().saturating_sub(MOST),
            coming: Vec::new(),
            past: Vec::new(),
        };
        coming.truncate(MOST);
        past.truncate(MOST);
        Listed {
            coming,
            past,
            ..listed
        }
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

    /// Changes in order of day, by the month they are in.
    fn months(
        &self,
        changes: &[Change<'_>],
        days: &mut BTreeMap<Date, String>,
    ) -> Vec<MonthView<'_>> {
        let month = |change: &Change<'_>| (change.day.year(), change.day.month());
        changes
            .chunk_by(|one, other| month(one) == month(other))
            .map(|changes| MonthView {
                name: capitalised(&self.words.month(changes[0].day)),
                changes: changes
                    .iter()
                    .map(|change| {
                        let day = days
                            .entry(change.day)
                            .or_insert_with(|| self.words.date(change.day));
                        self.change(change, day)
                    })
                    .collect(),
            })
            .collect()
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
