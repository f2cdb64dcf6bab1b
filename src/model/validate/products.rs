//! Judges product groups, products and intensities.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Located, Place, codes, phrase, said};
use crate::model::{
    GroupId, InsideLink, Intensity, IntensityId, LanguageTag, Product, ProductGroup, ProductId,
    ProfileId, Segment,
};
use crate::sources::Document;

use super::catalogue::Catalogue;
use super::fields::Fields;
use super::form;
use super::markdown;
use super::providers::PURCHASING_LEVELS;
use super::translated_words;

const SEGMENTS: &[(&str, Segment)] = &[("A", Segment::A), ("B", Segment::B), ("C", Segment::C)];

/// Things of one kind with their names.
pub(super) struct Named<T, Id> {
    pub(super) list: Vec<T>,
    pub(super) names: Catalogue<Id>,
}

/// Judges `product-groups.toml`.
pub(super) fn groups(
    document: Option<&Document>,
    languages: &[LanguageTag],
    diagnostics: &mut Vec<Diagnostic>,
) -> Named<ProductGroup, GroupId> {
    let mut list = Vec::new();
    let mut names = Catalogue::new(phrase("product group"), codes::E0307);
    for (rank, mut table) in (0..).zip(tables(document, "groups", diagnostics)) {
        let id = table.required_text("id", diagnostics);
        let slug = id.and_then(|id| {
            names.add(id, GroupId(rank), diagnostics);
            form::read(&form::SLUG, id, diagnostics)
        });
        let name = table.required_text("name", diagnostics);
        let summary = table.text("summary", diagnostics);
        let translations =
            translated_words::group(&mut table, languages, summary.is_some(), diagnostics);
        table.finish(diagnostics);
        if let (Some(slug), Some(name)) = (slug, name) {
            list.push(ProductGroup {
                slug,
                name: name.value.into(),
                summary: summary.map(|text| text.value.into()),
                translations,
            });
        }
    }
    Named { list, names }
}

/// Judges `intensities.toml`.
pub(super) fn intensities(
    document: Option<&Document>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Named<Intensity, IntensityId> {
    let mut list = Vec::new();
    let mut names = Catalogue::new(phrase("intensity"), codes::E0306);
    for (rank, mut table) in (0..).zip(tables(document, "intensities", diagnostics)) {
        let id = table.required_text("id", diagnostics);
        let slug = id.and_then(|id| {
            names.add(id, IntensityId(rank), diagnostics);
            form::read(&form::SLUG, id, diagnostics)
        });
        let name = table.required_text("name", diagnostics);
        let summary = table.required_text("summary", diagnostics);
        let measured = table.boolean("measured", diagnostics);
        table.finish(diagnostics);
        if let (Some(slug), Some(name), Some(summary)) = (slug, name, summary) {
            list.push(Intensity {
                slug,
                name: name.value.into(),
                summary: summary.value.into(),
                is_measured: measured != Some(false),
            });
        }
    }
    Named { list, names }
}

/// Gives every product file an id, so that other files can refer to it.
pub(super) fn product_names(
    documents: &[Document],
    diagnostics: &mut Vec<Diagnostic>,
) -> Catalogue<ProductId> {
    let mut names = Catalogue::new(phrase("product"), codes::E0303);
    for (rank, document) in (0..).zip(documents) {
        let place = Place::whole(document.file);
        let name = Located::new(document.name.as_str(), place);
        names.add(name, ProductId(rank), diagnostics);
    }
    names
}

/// What a product can refer to.
pub(super) struct Known<'a> {
    pub(super) groups: &'a Catalogue<GroupId>,
    pub(super) profiles: &'a Catalogue<ProfileId>,
    /// Languages of the site beside that of the content.
    pub(super) languages: &'a [LanguageTag],
}

/// Judges the products.
pub(super) fn products(
    documents: &[Document],
    known: &Known<'_>,
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Product> {
    let mut products = Vec::new();
    let mut product_codes: BTreeMap<String, Place> = BTreeMap::new();
    for document in documents {
        let Some((product, code_place)) = product(document, known, links, diagnostics) else {
            continue;
        };
        let code = product.code.as_str().to_owned();
        if let Some(first) = product_codes.insert(code.clone(), code_place) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0309,
                    code_place,
                    said("product code `{code}` is used twice", [("code", &code)]),
                )
                .related(first, "first used here")
                .help("every product has its own code in the product book"),
            );
        }
        products.push(product);
    }
    products
}

fn product(
    document: &Document,
    known: &Known<'_>,
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Product, Place)> {
    let place = Place::whole(document.file);
    let slug = form::read(
        &form::SLUG,
        Located::new(document.name.as_str(), place),
        diagnostics,
    );
    let mut fields = Fields::of(document);
    let code_place = fields.place_of("code");
    let code = fields.required_formed("code", &form::PRODUCT_CODE, diagnostics);
    let name = fields.required_text("name", diagnostics);
    let plain_name = fields.required_text("plain_name", diagnostics);
    let group = fields.required_text("group", diagnostics);
    let group = group.and_then(|name| known.groups.find(name, diagnostics));
    let level = fields.required_text("level", diagnostics).and_then(|word| {
        form::word(
            phrase("a purchasing level"),
            PURCHASING_LEVELS,
            word,
            diagnostics,
        )
    });
    let segment = fields
        .text("segment", diagnostics)
        .and_then(|word| form::word(phrase("a segment"), SEGMENTS, word, diagnostics));
    let fitting = fields.texts("profiles", diagnostics);
    let fitting = known.profiles.find_all(&fitting, diagnostics);
    let summary = fields.required_text("summary", diagnostics);
    let first_talk = fields.text("first_talk", diagnostics);
    let has_first_talk = first_talk.is_some();
    let translations =
        translated_words::product(&mut fields, known.languages, has_first_talk, diagnostics);
    fields.finish(diagnostics);
    let (description, inside) = markdown::judge(&document.body, diagnostics);
    links.extend(inside);
    if description.is_empty() && document.is_whole {
        diagnostics.push(
            Diagnostic::new(codes::E0311, document.body.place, "a product without a text")
                .help("write under the second `+++` what this help is, in plain words: visitors choose by it"),
        );
    }
    let product = Product {
        slug: slug?,
        code: code?,
        name: name?.value.into(),
        plain_name: plain_name?.value.into(),
        group: group?,
        level: level?,
        segment,
        profiles: fitting,
        summary: summary?.value.into(),
        first_talk: first_talk.map(|text| text.value.into()),
        description,
        translations,
    };
    Some((product, code_place))
}

/// The list of tables that a TOML file consists of.
fn tables<'a>(
    document: Option<&'a Document>,
    key: &'static str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Fields<'a>> {
    let Some(document) = document else {
        return Vec::new();
    };
    let mut fields = Fields::of(document);
    if !fields.has(key) {
        fields.missing(key, diagnostics);
    }
    let tables = fields.tables(key, diagnostics);
    fields.finish(diagnostics);
    tables
}
