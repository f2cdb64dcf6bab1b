//! `/`: the box to search in, the other ways in, how choosing works, the statements.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Profile;
use crate::plan::Page;
use crate::render::Edition;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::json_ld::JsonLd;
use super::page_view::PageView;
use super::question_topics::{AgeLink, TopicLinks};
use super::search_box::SearchBox;

/// `page` of `home.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HomePage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The box to search in.
    pub search: SearchBox<'a>,
    /// «In Apeldoorn geven 48 aanbieders 23 vormen van hulp.»
    pub counts: String,
    /// Questions in visitors' words, by topic.
    pub topics: Vec<TopicLinks<'a>>,
    /// The same questions by age.
    pub ages: Vec<AgeLink<'a>>,
    /// Groups of help.
    pub groups: Vec<GroupLink<'a>>,
}

/// A way to a question.
#[derive(Debug, Serialize, JsonSchema)]
pub struct QuestionLink<'a> {
    /// Slug of the profile.
    pub slug: &'a str,
    /// The question.
    pub question: &'a str,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
}

impl<'a> QuestionLink<'a> {
    /// The way to the question of a profile.
    #[must_use]
    pub fn new(edition: Edition<'a>, profile: &'a Profile) -> Self {
        Self {
            slug: profile.slug.as_str(),
            question: &profile.question,
            lang: edition.lang_of(profile.translations.is_translated()),
        }
    }
}

/// A way to a group of products.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GroupLink<'a> {
    /// Slug of the group: its anchor on `/hulp/`.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// A sentence about it.
    pub summary: Option<&'a str>,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
}

impl PageView for HomePage<'_> {
    const TEMPLATE: &'static str = "home.html";
}

impl SiteContext<'_> {
    /// The front page of the municipality.
    #[must_use]
    pub fn home_page(&self, page: &Page) -> HomePage<'_> {
        let dataset = self.dataset;
        let contracted = &self.plan.contracted;
        let offered = contracted
            .by_product
            .values()
            .filter(|offers| !offers.is_empty())
            .count();
        let head = Head::new(
            self.text("home-title"),
            self.words
                .with_text("home-description", "municipality", &self.municipality.name),
            Section::Other,
        )
        .with_facts(JsonLd::WebSite {
            name: &self.site_name,
            url: &self.base_url,
            language: self.edition.language,
        });
        HomePage {
            frame: self.frame(page, head),
            search: self.search_box(),
            counts: self.words.say(
                "home-counts",
                &[
                    ("municipality", (&*self.municipality.name).into()),
                    ("providers", contracted.providers.len().into()),
                    ("products", offered.into()),
                ],
            ),
            topics: self.topic_links(),
            ages: self.age_links(None),
            groups: dataset
                .groups()
                .filter(|(id, _)| {
                    contracted
                        .by_product
                        .keys()
                        .any(|product| dataset.product(*product).group == *id)
                })
                .map(|(_, group)| GroupLink {
                    slug: group.slug.as_str(),
                    name: &group.name,
                    summary: group.summary.as_deref(),
                    lang: self.edition.lang_of(group.translations.is_translated()),
                })
                .collect(),
        }
    }
}
