//! Links inside the site that lead to no page of any municipality.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, codes, said};
use crate::model::{InsideLink, Measure, Product, ProductGroup, Profile, Provider, TextPage};

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

/// Says which links lead nowhere. A link to a page that only some municipalities have is judged by `plan`.
pub(super) fn report<'a>(
    links: impl Iterator<Item = &'a InsideLink>,
    pages: impl Iterator<Item = &'a TextPage>,
    (groups, products, profiles): (&[ProductGroup], &[Product], &[Profile]),
    providers: &[Provider],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut known: BTreeSet<String> = ALWAYS.iter().map(|path| (*path).to_owned()).collect();
    known.extend(pages.map(|page| page.slug.to_string()));
    for top in ["", "verwijzers/"] {
        let product = |product: &Product| format!("{top}hulp/{}", product.slug);
        let profile = |profile: &Profile| format!("{top}vraag/{}", profile.slug);
        known.extend(products.iter().map(product));
        known.extend(profiles.iter().map(profile));
    }
    known.extend(
        products
            .iter()
            .map(|product| format!("wachttijden/{}", product.slug)),
    );
    known.extend(Measure::ALL.map(|measure| format!("uitkomsten/{}", measure.slug())));
    known.extend(
        groups
            .iter()
            .map(|group| format!("verwijzers/groep/{}", group.slug)),
    );
    known.extend(
        providers
            .iter()
            .map(|provider| format!("aanbieders/{}", provider.slug)),
    );
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
