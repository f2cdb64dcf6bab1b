//! Judges the words of products, groups, profiles, norms and the notice in other languages: a table named after the language, with the same
//! keys as the record has in its own. A table that lacks one would leave a page half in another language.

use crate::diagnostics::{Diagnostic, Located, Place, codes, said};
use crate::model::{GroupWords, LanguageTag, ProductWords, ProfileWords, Translations};

use super::fields::Fields;

/// The words of a product; `has_first_talk` says whether the product itself tells of a first talk.
pub(super) fn product<'a>(
    fields: &mut Fields<'a>,
    languages: &'a [LanguageTag],
    has_first_talk: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Translations<ProductWords> {
    let mut all = Translations::default();
    for (language, mut table) in fields.translations(languages, diagnostics) {
        let plain_name = table.required_text("plain_name", diagnostics);
        let summary = table.required_text("summary", diagnostics);
        let first_talk = if has_first_talk {
            table.required_text("first_talk", diagnostics)
        } else {
            None
        };
        table.finish(diagnostics);
        if let (Some(plain_name), Some(summary)) = (plain_name, summary) {
            let words = ProductWords {
                plain_name: plain_name.value.into(),
                summary: summary.value.into(),
                first_talk: first_talk.map(|text| text.value.into()),
            };
            all.words.insert(language.clone(), words);
        }
    }
    all
}

/// One text of a record that has no other words for visitors.
pub(super) fn text<'a>(
    fields: &mut Fields<'a>,
    key: &'static str,
    languages: &'a [LanguageTag],
    diagnostics: &mut Vec<Diagnostic>,
) -> Translations<Box<str>> {
    let mut all = Translations::default();
    for (language, mut table) in fields.translations(languages, diagnostics) {
        let text = table.required_text(key, diagnostics);
        table.finish(diagnostics);
        if let Some(text) = text {
            all.words.insert(language.clone(), text.value.into());
        }
    }
    all
}

/// What a profile says of itself beside what all profiles say.
pub(super) struct ProfileKeys {
    pub(super) has_topic: bool,
    /// How many tables `[[by_age]]` it has.
    pub(super) ages: usize,
}

/// The words of a profile. `by_age` holds a list of questions for each table `[[by_age]]` of the profile.
pub(super) fn profile<'a>(
    fields: &mut Fields<'a>,
    languages: &'a [LanguageTag],
    written: &ProfileKeys,
    diagnostics: &mut Vec<Diagnostic>,
) -> Translations<ProfileWords> {
    let mut all = Translations::default();
    for (language, mut table) in fields.translations(languages, diagnostics) {
        let question = table.required_text("question", diagnostics);
        let questions = table.texts("questions", diagnostics);
        let topic = if written.has_topic {
            table.required_text("topic", diagnostics)
        } else {
            None
        };
        let by_age = table.lists("by_age", diagnostics);
        if by_age.len() != written.ages {
            report_other_ages(table.place_of("by_age"), written.ages, diagnostics);
        }
        let need = table.required_text("need", diagnostics);
        let result = table.required_text("result", diagnostics);
        table.finish(diagnostics);
        if let (Some(question), Some(need), Some(result)) = (question, need, result) {
            let words = ProfileWords {
                question: question.value.into(),
                questions: owned(&questions),
                topic: topic.map(|text| text.value.into()),
                by_age: by_age.iter().map(|texts| owned(&texts.value)).collect(),
                need: need.value.into(),
                result: result.value.into(),
            };
            all.words.insert(language.clone(), words);
        }
    }
    all
}

fn owned(texts: &[Located<&str>]) -> Vec<Box<str>> {
    texts.iter().map(|text| text.value.into()).collect()
}

fn report_other_ages(place: Place, ages: usize, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.push(
        Diagnostic::new(
            codes::E0202,
            place,
            "`by_age` does not follow the tables `[[by_age]]` of the profile",
        )
        .help(said(
            "write a list with {ages} lists of questions, in the order of those tables",
            [("ages", &ages)],
        )),
    );
}

/// The words of a product group; `has_summary` says whether the group itself has a sentence.
pub(super) fn group<'a>(
    fields: &mut Fields<'a>,
    languages: &'a [LanguageTag],
    has_summary: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Translations<GroupWords> {
    let mut all = Translations::default();
    for (language, mut table) in fields.translations(languages, diagnostics) {
        let name = table.required_text("name", diagnostics);
        let summary = if has_summary {
            table.required_text("summary", diagnostics)
        } else {
            None
        };
        table.finish(diagnostics);
        if let Some(name) = name {
            let words = GroupWords {
                name: name.value.into(),
                summary: summary.map(|text| text.value.into()),
            };
            all.words.insert(language.clone(), words);
        }
    }
    all
}
