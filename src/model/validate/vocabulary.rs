//! Judges the words of visitors: `vocabulary.toml`.

use crate::diagnostics::Diagnostic;
use crate::model::{ProductId, ProfileId, Slug, Vocabulary, VocabularyEntry};
use crate::sources::Document;

use super::catalogue::Catalogue;
use super::fields::Fields;

/// What an entry can refer to.
pub(super) struct Known<'a> {
    pub(super) products: &'a Catalogue<ProductId>,
    pub(super) profiles: &'a Catalogue<ProfileId>,
    pub(super) pages: Catalogue<usize>,
}

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
    let mut list = |key| texts(&mut fields, key, diagnostics);
    let (crisis, weak, parts) = (list("crisis"), list("weak"), list("parts"));
    let families = fields
        .lists("families", diagnostics)
        .iter()
        .map(|family| family.value.iter().map(|form| form.value.into()).collect())
        .collect();
    let words = fields
        .tables("words", diagnostics)
        .into_iter()
        .map(|table| entry(table, known, diagnostics))
        .collect();
    fields.finish(diagnostics);
    Vocabulary {
        crisis,
        weak,
        families,
        parts,
        words,
    }
}

fn entry(mut table: Fields, known: &Known, diagnostics: &mut Vec<Diagnostic>) -> VocabularyEntry {
    let say = texts(&mut table, "say", diagnostics);
    let means = texts(&mut table, "means", diagnostics);
    let products = table.texts("products", diagnostics);
    let profiles = table.texts("profiles", diagnostics);
    let pages = table.texts("pages", diagnostics);
    table.finish(diagnostics);
    VocabularyEntry {
        say,
        means,
        products: known.products.find_all(&products, diagnostics),
        profiles: known.profiles.find_all(&profiles, diagnostics),
        pages: pages
            .into_iter()
            .filter(|name| known.pages.find(*name, diagnostics).is_some())
            .filter_map(|name| Slug::parse(name.value))
            .collect(),
    }
}

fn texts(
    fields: &mut Fields,
    key: &'static str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Box<str>> {
    let texts = fields.texts(key, diagnostics);
    texts.iter().map(|text| text.value.into()).collect()
}
