//! Judges product groups, products, support profiles and intensities.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Located, Place, codes};
use crate::model::{
    GroupId, InsideLink, Intensity, IntensityId, Product, ProductGroup, ProductId, Profile,
    ProfileId, Segment,
};
use crate::sources::Document;

use super::catalogue::Catalogue;
use super::fields::Fields;
use super::form;
use super::markdown;
use super::pages::required_body;
use super::providers::PURCHASING_LEVELS;

const SEGMENTS: &[(&str, Segment)] = &[("A", Segment::A), ("B", Segment::B), ("C", Segment::C)];

/// Things of one kind with their names.
pub(super) struct Named<T, Id> {
    pub(super) list: Vec<T>,
    pub(super) names: Catalogue<Id>,
}

/// Judges `product-groups.toml`.
pub(super) fn groups(
    document: Option<&Document>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Named<ProductGroup, GroupId> {
    let mut list = Vec::new();
    let mut names = Catalogue::new("product group", codes::E0307);
    for (rank, mut table) in (0..).zip(tables(document, "groups", diagnostics)) {
        let id = table.required_text("id", diagnostics);
        let slug = id.and_then(|id| {
            names.add(id, GroupId(rank), diagnostics);
            form::read(&form::SLUG, id, diagnostics)
        });
        let name = table.required_text("name", diagnostics);
        let summary = table.text("summary", diagnostics);
        table.finish(diagnostics);
        if let (Some(slug), Some(name)) = (slug, name) {
            list.push(ProductGroup {
                slug,
                name: name.value.into(),
                summary: summary.map(|text| text.value.into()),
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
    let mut names = Catalogue::new("intensity", codes::E0306);
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

/// Judges the support profiles; ordered by number.
pub(super) fn profiles(
    documents: &[Document],
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Named<Profile, ProfileId> {
    let mut judged: Vec<(Profile, Place)> = documents
        .iter()
        .filter_map(|document| profile(document, links, diagnostics))
        .collect();
    judged.sort_by_key(|(profile, _)| profile.number);
    let mut names = Catalogue::new("support profile", codes::E0305);
    let mut numbers: BTreeMap<u32, Place> = BTreeMap::new();
    for (rank, (profile, number_place)) in (0..).zip(&judged) {
        let name = Located::new(profile.slug.as_str(), Place::whole(number_place.file));
        names.add(name, ProfileId(rank), diagnostics);
        if let Some(first) = numbers.insert(profile.number, *number_place) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0309,
                    *number_place,
                    format!("profile number {} is used twice", profile.number),
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
    let need = fields.required_text("need", diagnostics);
    let result = fields.required_text("result", diagnostics);
    fields.finish(diagnostics);
    let description = required_body(document, links, diagnostics);
    let number = number?;
    let Ok(value) = u32::try_from(number.value) else {
        diagnostics.push(
            Diagnostic::new(
                codes::E0202,
                number.place,
                format!("a profile cannot have number {}", number.value),
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
        questions: questions
            .iter()
            .map(|question| question.value.into())
            .collect(),
        need: need?.value.into(),
        result: result?.value.into(),
        description: description?,
    };
    Some((profile, number.place))
}

/// Gives every product file an id, so that other files can refer to it.
pub(super) fn product_names(
    documents: &[Document],
    diagnostics: &mut Vec<Diagnostic>,
) -> Catalogue<ProductId> {
    let mut names = Catalogue::new("product", codes::E0303);
    for (rank, document) in (0..).zip(documents) {
        let place = Place::whole(document.file);
        let name = Located::new(document.name.as_str(), place);
        names.add(name, ProductId(rank), diagnostics);
    }
    names
}

/// Judges the products.
pub(super) fn products(
    documents: &[Document],
    groups: &Catalogue<GroupId>,
    profiles: &Catalogue<ProfileId>,
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Product> {
    let mut products = Vec::new();
    let mut product_codes: BTreeMap<String, Place> = BTreeMap::new();
    for document in documents {
        let Some((product, code_place)) = product(document, groups, profiles, links, diagnostics)
        else {
            continue;
        };
        let code = product.code.as_str().to_owned();
        if let Some(first) = product_codes.insert(code.clone(), code_place) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0309,
                    code_place,
                    format!("product code `{code}` is used twice"),
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
    groups: &Catalogue<GroupId>,
    profiles: &Catalogue<ProfileId>,
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
    let group = group.and_then(|name| groups.find(name, diagnostics));
    let level = fields
        .required_text("level", diagnostics)
        .and_then(|word| form::word("a purchasing level", PURCHASING_LEVELS, word, diagnostics));
    let segment = fields
        .text("segment", diagnostics)
        .and_then(|word| form::word("a segment", SEGMENTS, word, diagnostics));
    let fitting = fields.texts("profiles", diagnostics);
    let fitting = profiles.find_all(&fitting, diagnostics);
    let summary = fields.required_text("summary", diagnostics);
    let first_talk = fields.text("first_talk", diagnostics);
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
