//! `/vraag/`, `/vraag/leeftijd/<ages>/` and `/vraag/<profile>/`: from a question in visitors' words to fitting help.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{OfferId, ProductId, Profile, ProfileId};
use crate::plan::{AgeGroup, Page};
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::question_topics::{AgeLink, by_topic};
use super::waits::KnownWaits;

/// `page` of `questions.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct QuestionsPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The questions by topic, in the region's order.
    pub topics: Vec<QuestionTopic<'a>>,
    /// The same questions by age.
    pub ages: Vec<AgeLink<'a>>,
}

/// `page` of `questions-for-age.html`: what visitors say about children of some ages.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AgePage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// The questions by topic, those about this age first.
    pub topics: Vec<QuestionTopic<'a>>,
    /// The ages, this one among them.
    pub ages: Vec<AgeLink<'a>>,
    /// Whether these are young people who may ask for help themselves.
    pub may_ask_themselves: bool,
}

/// The questions about one topic.
#[derive(Debug, Serialize, JsonSchema)]
pub struct QuestionTopic<'a> {
    /// The topic; absent for questions of which the region names none.
    pub topic: Option<&'a str>,
    /// Language of the topic, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// The questions, in the region's order.
    pub questions: Vec<QuestionCard<'a>>,
}

/// A question with more ways to say it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct QuestionCard<'a> {
    /// Slug of the profile.
    pub slug: &'a str,
    /// The main question.
    pub question: &'a str,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// More ways to say it.
    pub others: Vec<&'a str>,
    /// «12 aanbieders in Apeldoorn»
    pub count: String,
}

/// `page` of `question.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct QuestionPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// Its slug.
    pub slug: &'a str,
    /// More ways to say it.
    pub others: &'a [Box<str>],
    /// The need.
    pub need: &'a str,
    /// The result aimed at.
    pub result: &'a str,
    /// What it is about, as HTML.
    pub description_html: &'a str,
    /// How professionals call it, to recognise it in letters.
    pub professional_name: String,
    /// Kinds of help that fit and who gives them here.
    pub products: Vec<FittingProduct<'a>>,
    /// What is said when nobody offers it here.
    pub nobody: Option<String>,
}

/// A kind of help that fits a question, with who gives it here.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FittingProduct<'a> {
    /// Slug of the product.
    pub slug: &'a str,
    /// Its plain name.
    pub name: &'a str,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// One sentence.
    pub summary: &'a str,
    /// Who takes new clients, and how long it takes.
    pub known: KnownWaits<'a>,
    /// Caption of the table.
    pub caption: String,
    /// Who gives it, as rows in order of name; empty when they are many, and all stand on the page of the product.
    pub offers: Vec<&'a str>,
    /// «Bekijk de 24 aanbieders», when they are many.
    pub all: Option<String>,
}

/// Of a kind of help with more providers than this, the page of a question lists none: nobody compares so many, and a
/// page of all of them would be megabytes in a large region.
const FEW: usize = 8;

impl PageView for QuestionsPage<'_> {
    const TEMPLATE: &'static str = "questions.html";
}

impl PageView for AgePage<'_> {
    const TEMPLATE: &'static str = "questions-for-age.html";
}

impl PageView for QuestionPage<'_> {
    const TEMPLATE: &'static str = "question.html";
}

impl SiteContext<'_> {
    /// All questions.
    #[must_use]
    pub fn questions_page(&self, page: &Page) -> QuestionsPage<'_> {
        let head = Head::new(
            self.text("questions-title"),
            self.in_municipality("questions-description"),
            Section::Questions,
        );
        QuestionsPage {
            frame: self.frame(page, head),
            topics: self.question_topics(None),
            ages: self.age_links(None),
        }
    }

    /// The questions about children of some ages.
    #[must_use]
    pub fn age_page(&self, page: &Page, group: AgeGroup) -> AgePage<'_> {
        let ages = self.age_group_text(group);
        let say = |key: &str| {
            self.words.say(
                key,
                &[
                    ("ages", MessageValue::Text(ages)),
                    ("municipality", MessageValue::Text(&self.municipality.name)),
                ],
            )
        };
        let head = Head::new(say("age-title"), say("age-description"), Section::Questions)
            .under(self.text("questions-title"), "vraag/");
        AgePage {
            frame: self.frame(page, head),
            topics: self.question_topics(Some(group)),
            ages: self.age_links(Some(group)),
            may_ask_themselves: group.may_ask_themselves(),
        }
    }

    fn question_topics(&self, group: Option<AgeGroup>) -> Vec<QuestionTopic<'_>> {
        let profiles = self
            .dataset
            .profiles()
            .filter(|(_, profile)| group.is_none_or(|group| profile.ages.meets(group.ages())));
        by_topic(profiles)
            .into_iter()
            .map(|(topic, profiles)| QuestionTopic {
                topic,
                lang: self.topic_lang(&profiles),
                questions: profiles
                    .into_iter()
                    .map(|(id, profile)| self.question_card(id, profile, group))
                    .collect(),
            })
            .collect()
    }

    fn question_card<'b>(
        &'b self,
        id: ProfileId,
        profile: &'b Profile,
        group: Option<AgeGroup>,
    ) -> QuestionCard<'b> {
        let of_age = profile
            .by_age
            .iter()
            .filter(|some| group.is_none_or(|group| some.ages.meets(group.ages())))
            .flat_map(|some| &some.questions);
        let general = &profile.questions;
        // For one age what is said of that age comes first.
        let others: Vec<&str> = if group.is_some() {
            of_age.chain(general).map(|text| &**text).collect()
        } else {
            general.iter().chain(of_age).map(|text| &**text).collect()
        };
        let offers = self.offers_for(id);
        let mut providers: Vec<_> = offers
            .iter()
            .map(|offer| self.dataset.offer(*offer).provider)
            .collect();
        providers.sort_unstable();
        providers.dedup();
        QuestionCard {
            slug: profile.slug.as_str(),
            question: &profile.question,
            lang: self.edition.lang_of(profile.translations.is_translated()),
            others,
            count: self.words.say(
                "providers-here",
                &[
                    ("count", providers.len().into()),
                    ("municipality", MessageValue::Text(&self.municipality.name)),
                ],
            ),
        }
    }

    fn offers_for(&self, profile: ProfileId) -> &[OfferId] {
        self.plan
            .contracted
            .by_profile
            .get(&profile)
            .map_or(&[], Vec::as_slice)
    }

    /// One question.
    #[must_use]
    pub fn question_page(&self, page: &Page, id: ProfileId) -> QuestionPage<'_> {
        let profile = self.dataset.profile(id);
        let products = self.fitting_products(id);
        let lang = self.edition.lang_of(profile.translations.is_translated());
        let head = Head::new(
            &*profile.question,
            self.words.say(
                "question-description",
                &[
                    ("question", MessageValue::Text(&profile.question)),
                    ("municipality", MessageValue::Text(&self.municipality.name)),
                ],
            ),
            Section::Questions,
        )
        .in_language(lang)
        .under(self.text("questions-title"), "vraag/");
        QuestionPage {
            frame: self.frame(page, head),
            lang,
            slug: profile.slug.as_str(),
            others: &profile.questions,
            need: &profile.need,
            result: &profile.result,
            description_html: self.texts.profile(id),
            professional_name: self.words.say(
                "question-professional-name",
                &[
                    ("name", MessageValue::Text(&profile.name)),
                    ("number", MessageValue::Text(&profile.number.to_string())),
                ],
            ),
            nobody: products
                .is_empty()
                .then(|| self.in_municipality("question-nobody")),
            products,
        }
    }

    fn fitting_products(&self, profile: ProfileId) -> Vec<FittingProduct<'_>> {
        let offers = self.offers_for(profile);
        let mut order: Vec<ProductId> = Vec::new();
        for offer in offers {
            let product = self.dataset.offer(*offer).product;
            if !order.contains(&product) {
                order.push(product);
            }
        }
        order
            .into_iter()
            .map(|id| {
                let product = self.dataset.product(id);
                let of_product: Vec<OfferId> = offers
                    .iter()
                    .copied()
                    .filter(|offer| self.dataset.offer(*offer).product == id)
                    .collect();
                let is_few = of_product.len() <= FEW;
                let listed = if is_few { of_product.as_slice() } else { &[] };
                FittingProduct {
                    slug: product.slug.as_str(),
                    name: &product.plain_name,
                    lang: self.product_lang(product),
                    summary: &product.summary,
                    known: self.known_waits(&of_product),
                    caption: self.offers_caption(&product.plain_name),
                    offers: listed
                        .iter()
                        .map(|offer| self.offer(*offer).question_row(profile))
                        .collect(),
                    all: (!is_few).then(|| {
                        self.words
                            .with_count("question-all-providers", of_product.len())
                    }),
                }
            })
            .collect()
    }
}
