//! Judges the words of visitors: `vocabulary.toml`.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Located, Place, codes, said};
use crate::model::{Goals, LanguageTag, ProductId, ProfileId, Slug, Vocabulary, VocabularyEntry};
use crate::sources::Document;

use super::catalogue::Catalogue;
use super::fields::Fields;
use super::form;

/// What an entry can refer to.
pub(super) struct Known<'a> {
    pub(super) products: &'a Catalogue<ProductId>,
    pub(super) profiles: &'a Catalogue<ProfileId>,
    pub(super) pages: Catalogue<usize>,
    pub(super) services: Catalogue<usize>,
}

impl Known<'_> {
    fn goals(&self, table: &mut Fields, diagnostics: &mut Vec<Diagnostic>) -> Goals {
        let [products, profiles, pages, services] =
            GOALS.map(|key| listed(table, key, diagnostics));
        Goals {
            products: self.products.find_all(&products, diagnostics),
            profiles: self.profiles.find_all(&profiles, diagnostics),
            pages: pages
                .into_iter()
                .filter(|name| self.pages.find(*name, diagnostics).is_some())
                .filter_map(|name| Slug::parse(name.value))
                .collect(),
            services: services
                .into_iter()
                .filter(|name| self.services.find(*name, diagnostics).is_some())
                .map(|name| name.value.into())
                .collect(),
        }
    }
}

/// Where an entry can lead.
const GOALS: [&str; 4] = ["products", "profiles", "pages", "services"];

/// Judges `vocabulary.toml`.
pub(super) fn judge(
    document: Option<&Document>,
    known: &Known,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vocabulary {
    let Some(document) = document else {
        return Vocabulary::default();
    };
    let mut fields = Fields::of(document);
    let crisis = list(&mut fields, "crisis", diagnostics);
    let weak = list(&mut fields, "weak", diagnostics);
    let families = families(&mut fields, diagnostics);
    let parts = list(&mut fields, "parts", diagnostics);
    for part in &parts {
        expect_one_word(*part, diagnostics);
    }
    let languages = languages(&mut fields, diagnostics);
    let words = fields
        .tables("words", diagnostics)
        .into_iter()
        .map(|table| entry(table, known, diagnostics))
        .collect();
    fields.finish(diagnostics);
    Vocabulary {
        crisis: owned(&crisis),
        weak: owned(&weak),
        families,
        parts: owned(&parts),
        languages,
        words,
    }
}

/// A list of words, which should not repeat itself.
fn list<'a>(
    fields: &mut Fields<'a>,
    key: &'static str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Located<&'a str>> {
    let texts = fields.texts(key, diagnostics);
    let texts = filled(texts, key, diagnostics);
    let mut seen = Seen::default();
    for text in &texts {
        seen.expect_new(*text, diagnostics);
    }
    texts
}

/// The lists of forms that count as one word.
fn families(fields: &mut Fields, diagnostics: &mut Vec<Diagnostic>) -> Vec<Vec<Box<str>>> {
    let mut families = Vec::new();
    let mut homes: BTreeMap<String, Place> = BTreeMap::new();
    for family in fields.lists("families", diagnostics) {
        let forms = filled(family.value, "families", diagnostics);
        let mut own = Seen::default();
        for form in &forms {
            expect_one_word(*form, diagnostics);
            own.expect_new(*form, diagnostics);
        }
        if own.0.len() < 2 {
            diagnostics.push(
                Diagnostic::new(
                    codes::E1201,
                    family.place,
                    "a family of fewer than two forms",
                )
                .help("add the other forms of the word, or remove the family"),
            );
        }
        for (form, place) in own.0 {
            if let Some(first) = homes.get(&form) {
                diagnostics.push(
                    Diagnostic::new(
                        codes::E1202,
                        place,
                        said("`{form}` stands in two families", [("form", &form)]),
                    )
                    .related(*first, "first stands here")
                    .help("leave it in one of them, or make one family of both"),
                );
            } else {
                homes.insert(form, place);
            }
        }
        families.push(owned(&forms));
    }
    families
}

/// The lists of a language tag and what visitors call that language.
fn languages(
    fields: &mut Fields,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(LanguageTag, Vec<Box<str>>)> {
    let lists = fields.lists("languages", diagnostics).into_iter();
    lists
        .filter_map(|list| {
            let texts = filled(list.value, "languages", diagnostics);
            if texts.is_empty() {
                diagnostics.push(empty(list.place, "languages"));
            }
            let (tag, names) = texts.split_first()?;
            if names.is_empty() {
                diagnostics.push(
                    Diagnostic::new(codes::E0110, list.place, "a language without a name").help(
                        "write what visitors call it behind its tag, such as `[\"tr\", \"Turks\"]`",
                    ),
                );
            }
            let tag = form::read(&form::LANGUAGE, *tag, diagnostics)?;
            Some((tag, owned(names)))
        })
        .collect()
}

/// One entry of `words`.
fn entry(mut table: Fields, known: &Known, diagnostics: &mut Vec<Diagnostic>) -> VocabularyEntry {
    if !table.has("say") {
        table.missing("say", diagnostics);
    }
    table.missing_all(
        &["means", "products", "profiles", "pages", "services", "also"],
        diagnostics,
    );
    let say = listed(&mut table, "say", diagnostics);
    let means = listed(&mut table, "means", diagnostics);
    let about = known.goals(&mut table, diagnostics);
    let also = match table.table("also", diagnostics) {
        Some(mut also) => {
            let goals = known.goals(&mut also, diagnostics);
            also.finish(diagnostics);
            goals
        }
        None => Goals::default(),
    };
    table.finish(diagnostics);
    let mut said = Seen::default();
    for text in &say {
        said.expect_new(*text, diagnostics);
    }
    VocabularyEntry {
        say: owned(&say),
        means: owned(&means),
        about,
        also,
    }
}

/// A list that holds something when it is there.
fn listed<'a>(
    table: &mut Fields<'a>,
    key: &'static str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Located<&'a str>> {
    let place = table.has(key).then(|| table.place_of(key));
    let before = diagnostics.len();
    let texts = table.texts(key, diagnostics);
    let texts = filled(texts, key, diagnostics);
    if let (Some(place), true, true) = (place, texts.is_empty(), diagnostics.len() == before) {
        diagnostics.push(empty(place, key));
    }
    texts
}

/// Texts of which it is known where they stand first, in lower case.
#[derive(Default)]
struct Seen(BTreeMap<String, Place>);

impl Seen {
    /// Says so when the text was there already.
    fn expect_new(&mut self, text: Located<&str>, diagnostics: &mut Vec<Diagnostic>) {
        let key = text.value.to_lowercase();
        if let Some(first) = self.0.get(&key) {
            diagnostics.push(
                Diagnostic::new(
                    codes::W1204,
                    text.place,
                    said("`{text}` stands here twice", [("text", &text.value)]),
                )
                .related(*first, "first stands here")
                .help("remove one of the two"),
            );
        } else {
            self.0.insert(key, text.place);
        }
    }
}

/// The texts that are not blank, without white space around them.
fn filled<'a>(
    texts: Vec<Located<&'a str>>,
    key: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Located<&'a str>> {
    let texts = texts.into_iter().map(|text| text.map(str::trim));
    let (filled, blank): (Vec<_>, Vec<_>) = texts.partition(|text| !text.value.is_empty());
    diagnostics.extend(blank.iter().map(|text| empty(text.place, key)));
    filled
}

fn empty(place: Place, key: &str) -> Diagnostic {
    Diagnostic::new(
        codes::E0110,
        place,
        said("`{key}` is empty", [("key", &key)]),
    )
    .help("write what belongs here, or leave it out")
}

fn expect_one_word(text: Located<&str>, diagnostics: &mut Vec<Diagnostic>) {
    let is_one = text
        .value
        .chars()
        .all(|character| character.is_alphanumeric() || character == '\'');
    if !is_one {
        diagnostics.push(
            Diagnostic::new(
                codes::E1203,
                text.place,
                said("`{text}` is not one word", [("text", &text.value)]),
            )
            .help("write one word, without spaces or hyphens"),
        );
    }
}

fn owned(texts: &[Located<&str>]) -> Vec<Box<str>> {
    texts.iter().map(|text| text.value.into()).collect()
}

#[cfg(test)]
mod tests;
