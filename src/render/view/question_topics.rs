//! The questions by topic and by age: the shortest way from a worry to a page.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Profile, ProfileId};
use crate::plan::AgeGroup;

use super::context::SiteContext;
use super::home::QuestionLink;

/// The questions about one topic.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TopicLinks<'a> {
    /// The topic; absent for questions of which the region names none.
    pub topic: Option<&'a str>,
    /// Language of the topic, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// The questions, in the region's order.
    pub questions: Vec<QuestionLink<'a>>,
}

/// A way to the questions for an age.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AgeLink<'a> {
    /// Its folder below `vraag/leeftijd/`.
    pub slug: &'a str,
    /// «4 tot en met 11 jaar»
    pub ages: &'a str,
    /// «basisschool»
    pub life: &'a str,
    /// Whether these are the questions that are on the page now.
    pub is_current: bool,
}

/// The messages of an age group: its ages, and what a child does then.
fn keys(group: AgeGroup) -> (&'static str, &'static str) {
    match group {
        AgeGroup::Small => ("age-small", "age-small-life"),
        AgeGroup::Child => ("age-child", "age-child-life"),
        AgeGroup::Teenager => ("age-teenager", "age-teenager-life"),
        AgeGroup::Adult => ("age-adult", "age-adult-life"),
    }
}

/// A topic, and its profiles.
pub(super) type Topic<'a> = (Option<&'a str>, Vec<(ProfileId, &'a Profile)>);

/// The profiles by topic, a topic where it is named first.
pub(super) fn by_topic<'a>(
    profiles: impl Iterator<Item = (ProfileId, &'a Profile)>,
) -> Vec<Topic<'a>> {
    let mut topics: Vec<Topic<'a>> = Vec::new();
    for (id, profile) in profiles {
        let topic = profile.topic.as_deref();
        match topics.iter_mut().find(|(known, _)| *known == topic) {
            Some((_, of_topic)) => of_topic.push((id, profile)),
            None => topics.push((topic, vec![(id, profile)])),
        }
    }
    topics
}

impl<'a> SiteContext<'a> {
    /// The main questions by topic.
    #[must_use]
    pub fn topic_links(&self) -> Vec<TopicLinks<'a>> {
        by_topic(self.dataset.profiles())
            .into_iter()
            .map(|(topic, profiles)| TopicLinks {
                topic,
                lang: self.topic_lang(&profiles),
                questions: profiles
                    .into_iter()
                    .map(|(_, profile)| QuestionLink::new(self.edition, profile))
                    .collect(),
            })
            .collect()
    }

    /// Language of the topic of these profiles, when it is not that of the page.
    pub(super) fn topic_lang(&self, profiles: &[(ProfileId, &Profile)]) -> Option<&'a str> {
        let is_translated =
            |(_, profile): &(ProfileId, &Profile)| profile.translations.is_translated();
        self.edition.lang_of(profiles.iter().all(is_translated))
    }

    /// The ways to the questions for each age.
    #[must_use]
    pub fn age_links(&self, current: Option<AgeGroup>) -> Vec<AgeLink<'a>> {
        AgeGroup::ALL
            .into_iter()
            .map(|group| {
                let (ages, life) = keys(group);
                AgeLink {
                    slug: group.slug(),
                    ages: self.text(ages),
                    life: self.text(life),
                    is_current: current == Some(group),
                }
            })
            .collect()
    }

    /// «4 tot en met 11 jaar»
    #[must_use]
    pub fn age_group_text(&self, group: AgeGroup) -> &'a str {
        self.text(keys(group).0)
    }
}
