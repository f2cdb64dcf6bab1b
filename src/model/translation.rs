//! Words of the region in other languages, and the region's facts with those words in them. Start at
//! [`Dataset::in_language`].

use std::collections::BTreeMap;

use super::code::LanguageTag;
use super::dataset::Dataset;

/// The words of one record in other languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translations<T> {
    pub(crate) words: BTreeMap<LanguageTag, T>,
    is_translated: bool,
}

/// What visitors read of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductWords {
    /// Its name for visitors.
    pub plain_name: Box<str>,
    /// One sentence in plain words.
    pub summary: Box<str>,
    /// What a first talk looks like.
    pub first_talk: Option<Box<str>>,
}

/// What visitors read of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileWords {
    /// The main question, in visitors' words.
    pub question: Box<str>,
    /// More ways to say it.
    pub questions: Vec<Box<str>>,
    /// What it is about.
    pub topic: Option<Box<str>>,
    /// For each group of ages of the profile what visitors say.
    pub by_age: Vec<Vec<Box<str>>>,
    /// The need.
    pub need: Box<str>,
    /// The result aimed at.
    pub result: Box<str>,
}

/// What visitors read of a product group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupWords {
    /// Its name for visitors.
    pub name: Box<str>,
    /// A sentence about it.
    pub summary: Option<Box<str>>,
}

impl<T> Default for Translations<T> {
    fn default() -> Self {
        Self {
            words: BTreeMap::new(),
            is_translated: false,
        }
    }
}

impl<T: Clone> Translations<T> {
    /// Whether the words of the record are a translation: not in the language in which the region writes.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        self.is_translated
    }

    /// The words in a language, when there are any; from then on the record counts as translated.
    fn take(&mut self, language: &str) -> Option<T> {
        let words = self.words.get(language).cloned();
        self.is_translated = words.is_some();
        words
    }
}

impl Dataset {
    /// The same facts with the words of another language, where the region wrote them.
    #[must_use]
    pub fn in_language(&self, language: &str) -> Self {
        let mut dataset = self.clone();
        if let Some(notice) = dataset.site.notice_translations.take(language) {
            dataset.site.notice = Some(notice);
        }
        for norm in &mut dataset.site.norms {
            if let Some(text) = norm.translations.take(language) {
                norm.text = text;
            }
        }
        for product in &mut dataset.products {
            if let Some(words) = product.translations.take(language) {
                product.plain_name = words.plain_name;
                product.summary = words.summary;
                product.first_talk = words.first_talk;
            }
        }
        for profile in &mut dataset.profiles {
            if let Some(words) = profile.translations.take(language) {
                profile.question = words.question;
                profile.questions = words.questions;
                profile.topic = words.topic;
                for (some, questions) in profile.by_age.iter_mut().zip(words.by_age) {
                    some.questions = questions;
                }
                profile.need = words.need;
                profile.result = words.result;
            }
        }
        for group in &mut dataset.groups {
            if let Some(words) = group.translations.take(language) {
                group.name = words.name;
                group.summary = words.summary;
            }
        }
        if let Some(statements) = dataset.translated_statements.get(language) {
            dataset.statements = statements.clone();
        }
        dataset
    }
}
