//! Judges the pages that the region or a municipality writes itself.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Located, Place, codes, phrase, said};
use crate::model::{InsideLink, Purpose, TextPage};
use crate::sources::Document;

use super::catalogue::Catalogue;
use super::fields::Fields;
use super::form;
use super::markdown;

/// Pages that every region must have, because other pages lead to them.
const REQUIRED: [&str; 9] = [
    "zo-werkt-het",
    "uw-rechten",
    "te-lang-wachten",
    "afgewezen",
    "niet-eens",
    "voor-jongeren",
    "over-de-cijfers",
    "privacy",
    "toegankelijkheid",
];

/// Judges pages of text, in order of file name.
pub(super) fn judge(
    documents: &[Document],
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<TextPage> {
    documents
        .iter()
        .filter_map(|document| judge_one(document, links, diagnostics))
        .collect()
}

fn judge_one(
    document: &Document,
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<TextPage> {
    let place = Place::whole(document.file);
    let name = Located::new(document.name.as_str(), place);
    let slug = form::read(&form::SLUG, name, diagnostics);
    let mut fields = Fields::of(document);
    let title = fields.required_text("title", diagnostics);
    let description = fields.required_text("description", diagnostics);
    let menu = fields.text("menu", diagnostics);
    let order = fields.integer("order", diagnostics);
    let choice = fields.boolean("choice", diagnostics);
    let contacts = purposes(&fields.texts("contacts", diagnostics), diagnostics);
    fields.finish(diagnostics);
    let body = required_body(document, links, diagnostics);
    Some(TextPage {
        file: document.file,
        slug: slug?,
        title: title?.value.into(),
        description: description?.value.into(),
        menu: menu.map(|text| text.value.into()),
        order: order.map_or(i64::MAX, |order| order.value),
        offers_choice: choice == Some(true),
        contacts,
        body: body?,
        translations: BTreeMap::new(),
    })
}

const PURPOSES: &[(&str, Purpose)] = &[
    ("local_team", Purpose::LocalTeam),
    ("independent_support", Purpose::IndependentSupport),
    ("disagree", Purpose::Disagree),
    ("complaint", Purpose::Complaint),
];

/// Whom to turn to.
pub(super) fn purposes(names: &[Located<&str>], diagnostics: &mut Vec<Diagnostic>) -> Vec<Purpose> {
    let mut purposes = Vec::new();
    for name in names {
        if let Some((_, purpose)) = PURPOSES.iter().find(|(known, _)| *known == name.value) {
            purposes.push(*purpose);
            continue;
        }
        diagnostics.push(
            Diagnostic::new(
                codes::E0202,
                name.place,
                said("there is no contact `{name}`", [("name", &name.value)]),
            )
            .did_you_mean(name.value, PURPOSES.iter().map(|(known, _)| *known))
            .help("write `local_team`, `independent_support`, `disagree` or `complaint`"),
        );
    }
    purposes
}

/// The text of a document, which must say something.
pub(super) fn required_body(
    document: &Document,
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Box<str>> {
    let (body, inside) = markdown::judge(&document.body, diagnostics);
    links.extend(inside);
    if body.is_empty() && document.is_whole {
        diagnostics.push(
            Diagnostic::new(codes::E0110, document.body.place, "there is no text")
                .help("write the text under the second `+++`"),
        );
    }
    (!body.is_empty()).then_some(body)
}

/// Gives every page of the region a rank, so that other files can refer to it.
pub(super) fn names<'a>(documents: impl Iterator<Item = &'a Document>) -> Catalogue<usize> {
    let mut names = Catalogue::new(phrase("page"), codes::E0312);
    for (rank, document) in documents.enumerate() {
        let name = Located::new(document.name.as_str(), Place::whole(document.file));
        // A municipality may have a page of the same name: the first stands for all.
        names.add(name, rank, &mut Vec::new());
    }
    names
}

/// Says which required pages the region does not have.
pub(super) fn require(
    pages: &[Document],
    site: Option<&Document>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(site) = site else { return };
    for name in REQUIRED {
        if !pages.iter().any(|page| page.name == name) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0705,
                    Place::whole(site.file),
                    said("the region has no page `{name}`", [("name", &name)]),
                )
                .help(said(
                    "add `pages/{name}.md`; other pages lead there",
                    [("name", &name)],
                )),
            );
        }
    }
}
