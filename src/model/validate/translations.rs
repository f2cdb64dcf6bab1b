//! Judges translations: texts in folders named after another language of the site. Start at [`report_unknown`].

use crate::diagnostics::{Diagnostic, Place, codes, said};
use crate::model::{InsideLink, LanguageTag, TextPage, TranslatedPage};
use crate::sources::{Document, Material, TranslatedTexts};

use super::fields::Fields;
use super::pages::{purposes, required_body};

/// Reports folders of texts in a language that the site does not have.
pub(super) fn report_unknown(
    material: &Material,
    languages: &[LanguageTag],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let of_municipalities = material
        .municipalities
        .iter()
        .flat_map(|own| &own.translated_pages);
    let folders = material
        .translated_statements
        .iter()
        .chain(&material.translated_pages)
        .chain(of_municipalities);
    let known: Vec<&str> = languages.iter().map(LanguageTag::as_str).collect();
    for folder in folders {
        let name = folder.language.as_str();
        if !known.contains(&name) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0107,
                    folder.place,
                    said("unknown folder `{name}`", [("name", &name)]),
                )
                .did_you_mean(name, known.iter().copied())
                .help("a folder here holds texts in another language: name it in `other_languages` in `site.toml`"),
            );
        }
    }
}

/// Gives pages their translations. A page that could not be read is known by its document.
pub(super) fn translate_pages(
    (pages, documents): (&mut [TextPage], &[Document]),
    translated: &[TranslatedTexts],
    languages: &[LanguageTag],
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for language in languages {
        let folders = translated
            .iter()
            .filter(|folder| folder.language == language.as_str());
        for document in folders.flat_map(|folder| &folder.texts) {
            let original = pages
                .iter_mut()
                .find(|page| page.slug.as_str() == document.name);
            let Some(original) = original else {
                report_without_original(document, documents, diagnostics);
                continue;
            };
            let page = translated_page(document, original, links, diagnostics);
            if let Some(page) = page {
                original.translations.insert(language.clone(), page);
            }
        }
    }
}

fn report_without_original(
    document: &Document,
    originals: &[Document],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let name = &document.name;
    if originals.iter().any(|original| original.name == *name) {
        return;
    }
    diagnostics.push(
        Diagnostic::new(
            codes::E0107,
            Place::whole(document.file),
            said("`{name}` translates no page", [("name", &name)]),
        )
        .did_you_mean(
            name,
            originals.iter().map(|original| original.name.as_str()),
        )
        .help("a translation has the name of the text in `pages/` that it translates"),
    );
}

/// A translation says the same about its page as the original, so that a copied front matter stays right.
fn translated_page(
    document: &Document,
    original: &TextPage,
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<TranslatedPage> {
    let mut fields = Fields::of(document);
    let title = fields.required_text("title", diagnostics);
    let description = fields.required_text("description", diagnostics);
    let menu = fields.text("menu", diagnostics);
    let order = fields.integer("order", diagnostics);
    if order.is_some_and(|order| order.value != original.order) {
        report_other(fields.place_of("order"), "order", original, diagnostics);
    }
    let choice = fields.boolean("choice", diagnostics);
    if choice.is_some_and(|choice| choice != original.offers_choice) {
        report_other(fields.place_of("choice"), "choice", original, diagnostics);
    }
    let contacts = purposes(&fields.texts("contacts", diagnostics), diagnostics);
    if !contacts.is_empty() && contacts != original.contacts {
        report_other(
            fields.place_of("contacts"),
            "contacts",
            original,
            diagnostics,
        );
    }
    if menu.is_some() != original.menu.is_some() {
        report_other(fields.place_of("menu"), "menu", original, diagnostics);
    }
    fields.finish(diagnostics);
    let body = required_body(document, links, diagnostics);
    Some(TranslatedPage {
        title: title?.value.into(),
        description: description?.value.into(),
        menu: menu.map(|text| text.value.into()),
        body: body?,
    })
}

fn report_other(place: Place, key: &str, original: &TextPage, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.push(
        Diagnostic::new(
            codes::E0202,
            place,
            said(
                "`{key}` is not as in the page it translates",
                [("key", &key)],
            ),
        )
        .related(Place::whole(original.file), "the page")
        .help("only the words differ in a translation: keep the keys and settings of the page"),
    );
}
