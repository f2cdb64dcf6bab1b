//! Links inside the site that lead to no page of any municipality.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, codes, said};
use crate::model::{InsideLink, Measure, ProductGroup};
use crate::sources::{Document, Material};

/// Folders of pages that every site has.
const ALWAYS: [&str; 16] = [
    "",
    "aanbieders",
    "gegevens",
    "hulp",
    "lijst",
    "lokale-hulp",
    "niet-gevonden-aanbieder",
    "uitkomsten",
    "vergelijken",
    "verwijzers",
    "vraag",
    "wachttijden",
    "wijzigingen",
    "wijzigingen/feed.xml",
    "zoeken",
    "plaats",
];

/// Says which links lead nowhere. A link to a page that only some municipalities have is judged by `plan`. What could not be
/// read is there all the same: its own fault was reported.
pub(super) fn report<'a>(
    links: impl Iterator<Item = &'a InsideLink>,
    material: &Material,
    groups: &[ProductGroup],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut known: BTreeSet<String> = ALWAYS.iter().map(|path| (*path).to_owned()).collect();
    let of_municipalities = material.municipalities.iter().map(|own| &own.pages);
    let pages = [&material.pages].into_iter().chain(of_municipalities);
    known.extend(pages.flatten().map(|page| page.name.clone()));
    let mut add = |top: &str, documents: &[Document]| {
        known.extend(documents.iter().map(|it| format!("{top}/{}", it.name)));
    };
    add("hulp", &material.products);
    add("verwijzers/hulp", &material.products);
    add("wachttijden", &material.products);
    add("vraag", &material.profiles);
    add("verwijzers/vraag", &material.profiles);
    add("aanbieders", &material.providers);
    known.extend(Measure::ALL.map(|measure| format!("uitkomsten/{}", measure.slug())));
    let group = |group: &ProductGroup| format!("verwijzers/groep/{}", group.slug);
    known.extend(groups.iter().map(group));
    for link in links {
        let path = link.path.trim_end_matches('/');
        // Which places exist depends on the providers of a municipality.
        if known.contains(path) || path.starts_with("plaats/") {
            continue;
        }
        diagnostics.push(
            Diagnostic::new(
                codes::E0702,
                link.place,
                said("no site has a page `/{path}/`", [("path", &path)]),
            )
            .did_you_mean(path, known.iter().map(String::as_str))
            .help("correct the link, or add the page"),
        );
    }
}
