//! Judges the support profiles.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Located, Place, codes, phrase, said};
use crate::model::{AgeQuestions, AgeRange, InsideLink, LanguageTag, Profile, ProfileId};
use crate::sources::Document;

use super::catalogue::Catalogue;
use super::fields::Fields;
use super::form;
use super::offers::OLDEST;
use super::pages::required_body;
use super::products::Named;
use super::translated_words;

/// Judges the support profiles; ordered by number.
pub(super) fn judge(
    documents: &[Document],
    languages: &[LanguageTag],
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Named<Profile, ProfileId> {
    let mut judged: Vec<(Profile, Place)> = documents
        .iter()
        .filter_map(|document| profile(document, languages, links, diagnostics))
        .collect();
    judged.sort_by_key(|(profile, _)| profile.number);
    let mut names = Catalogue::new(phrase("support profile"), codes::E0305);
    let mut numbers: BTreeMap<u32, Place> = BTreeMap::new();
    for (rank, (profile, number_place)) in (0..).zip(&judged) {
        let name = Located::new(profile.slug.as_str(), Place::whole(number_place.file));
        names.add(name, ProfileId(rank), diagnostics);
        if let Some(first) = numbers.insert(profile.number, *number_place) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0309,
                    *number_place,
                    said(
                        "profile number {number} is used twice",
                        [("number", &profile.number)],
                    ),
                )
                .related(first, "first used here")
                .help("every profile has its own number"),
            );
        }
    }
    name_the_unusable(documents, &judged, &mut names);
    Named {
        list: judged.into_iter().map(|(profile, _)| profile).collect(),
        names,
    }
}

/// A profile that cannot be used keeps its name, so that rows about it are not faulty too. Nothing is published then.
fn name_the_unusable(
    documents: &[Document],
    judged: &[(Profile, Place)],
    names: &mut Catalogue<ProfileId>,
) {
    let is_judged = |document: &&Document| {
        judged
            .iter()
            .any(|(profile, _)| profile.slug.as_str() == document.name)
    };
    let unusable = documents.iter().filter(|document| !is_judged(document));
    for (past_the_end, document) in (judged.len()..).zip(unusable) {
        let id = u32::try_from(past_the_end).expect("ids are made from 32-bit ranks");
        let name = Located::new(document.name.as_str(), Place::whole(document.file));
        // Names of files are not twice in one folder.
        names.add(name, ProfileId(id), &mut Vec::new());
    }
}

fn profile(
    document: &Document,
    languages: &[LanguageTag],
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Profile, Place)> {
    let place = Place::whole(document.file);
    let slug = form::read(
        &form::SLUG,
        Located::new(document.name.as_str(), place),
        diagnostics,
    );
    let mut fields = Fields::of(document);
    if !fields.has("number") {
        fields.missing("number", diagnostics);
    }
    let number = fields.integer("number", diagnostics);
    let name = fields.required_text("name", diagnostics);
    let question = fields.required_text("question", diagnostics);
    let questions = fields.texts("questions", diagnostics);
    let topic = fields.text("topic", diagnostics);
    let ages = ages(&mut fields, diagnostics);
    let by_age = by_age(&mut fields, diagnostics);
    let need = fields.required_text("need", diagnostics);
    let result = fields.required_text("result", diagnostics);
    let written = translated_words::ProfileKeys {
        has_topic: topic.is_some(),
        ages: by_age.len(),
    };
    let translations = translated_words::profile(&mut fields, languages, &written, diagnostics);
    fields.finish(diagnostics);
    let description = required_body(document, links, diagnostics);
    let number = number?;
    let Ok(value) = u32::try_from(number.value) else {
        diagnostics.push(
            Diagnostic::new(
                codes::E0202,
                number.place,
                said(
                    "a profile cannot have number {number}",
                    [("number", &number.value)],
                ),
            )
            .help("write a whole number from 0"),
        );
        return None;
    };
    let profile = Profile {
        slug: slug?,
        number: value,
        name: name?.value.into(),
        question: question?.value.into(),
        questions: owned(&questions),
        topic: topic.map(|text| text.value.into()),
        ages: ages?,
        by_age,
        need: need?.value.into(),
        result: result?.value.into(),
        description: description?,
        translations,
    };
    Some((profile, number.place))
}

fn owned(texts: &[Located<&str>]) -> Vec<Box<str>> {
    texts.iter().map(|text| text.value.into()).collect()
}

/// `[[by_age]]`: what visitors say about children of some ages only.
fn by_age(fields: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<AgeQuestions> {
    let mut all = Vec::new();
    for mut table in fields.tables("by_age", diagnostics) {
        let ages = ages(&mut table, diagnostics);
        if !table.has("questions") {
            table.missing("questions", diagnostics);
        }
        let questions = table.texts("questions", diagnostics);
        table.missing_all(&["age_from", "age_to"], diagnostics);
        table.finish(diagnostics);
        all.extend(ages.map(|ages| AgeQuestions {
            ages,
            questions: owned(&questions),
        }));
    }
    all
}

/// `age_from` and `age_to`. `None` when an age is impossible.
fn ages(fields: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<AgeRange> {
    let mut age = |key: &'static str| -> Option<Option<Located<u8>>> {
        let Some(written) = fields.integer(key, diagnostics) else {
            return Some(None);
        };
        let age = u8::try_from(written.value)
            .ok()
            .filter(|age| *age <= OLDEST);
        if age.is_none() {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0402,
                    written.place,
                    said("`{written}` is not an age", [("written", &written.value)]),
                )
                .help(said(
                    "write whole years from 0 to {oldest}",
                    [("oldest", &OLDEST)],
                )),
            );
        }
        age.map(|age| Some(Located::new(age, written.place)))
    };
    let (from, to) = (age("age_from"), age("age_to"));
    let (from, to) = (from?, to?);
    if let (Some(youngest), Some(oldest)) = (from, to)
        && oldest.value < youngest.value
    {
        diagnostics.push(
            Diagnostic::new(
                codes::E0402,
                oldest.place,
                said(
                    "ages from {youngest} to {oldest}",
                    [("youngest", &youngest.value), ("oldest", &oldest.value)],
                ),
            )
            .related(youngest.place, "the youngest age")
            .help("were the two ages exchanged?"),
        );
        return None;
    }
    Some(AgeRange {
        from: from.map(|age| age.value),
        to: to.map(|age| age.value),
    })
}
