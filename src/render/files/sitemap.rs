//! `sitemap.xml` and `robots.txt`.

use crate::plan::{Page, Subject};
use crate::render::Edition;

use super::xml::escape;

/// `sitemap.xml` of one site: the absolute address of every page in every language but the one for addresses that do not
/// exist.
///
/// No `lastmod`: a page that did not change would get a new date with every build.
pub(super) fn sitemap(base_url: &str, pages: &[Page], editions: &[Edition<'_>]) -> String {
    let routes = pages
        .iter()
        .filter(|page| page.subject != Subject::NotFound)
        .map(|page| page.route.as_str());
    urlset(base_url, routes, editions)
}

/// `sitemap.xml` of the front door, which has one page.
pub(super) fn front_door_sitemap(base_url: &str, editions: &[Edition<'_>]) -> String {
    urlset(base_url, std::iter::once(""), editions)
}

/// `robots.txt`: everything may be read. Crawlers look for it at the top of a host only.
pub(super) fn robots(base_url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n")
}

/// With several languages each address names the page in all of them, itself included, as search engines ask.
fn urlset<'a>(
    base_url: &str,
    routes: impl Iterator<Item = &'a str>,
    editions: &[Edition<'_>],
) -> String {
    let has_languages = editions.len() > 1;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
    );
    if has_languages {
        xml.push_str(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
    }
    xml.push_str(">\n");
    for route in routes {
        let addresses = editions
            .iter()
            .map(|edition| escape(&format!("{base_url}{}{route}", edition.folder())));
        let addresses: Vec<_> = addresses.collect();
        let mut alternates = String::new();
        if has_languages {
            for (edition, address) in editions.iter().zip(&addresses) {
                push_alternate(&mut alternates, edition.language, address);
            }
            for (edition, address) in editions.iter().zip(&addresses) {
                if edition.is_main() {
                    push_alternate(&mut alternates, "x-default", address);
                }
            }
        }
        for address in &addresses {
            xml.push_str("<url><loc>");
            xml.push_str(address);
            xml.push_str("</loc>");
            xml.push_str(&alternates);
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

fn push_alternate(xml: &mut String, language: &str, address: &str) {
    xml.push_str("<xhtml:link rel=\"alternate\" hreflang=\"");
    xml.push_str(language);
    xml.push_str("\" href=\"");
    xml.push_str(address);
    xml.push_str("\"/>");
}

#[cfg(test)]
mod tests {
    use super::{robots, sitemap};
    use crate::plan::{Page, Route, Subject};
    use crate::render::Edition;
    use crate::render::fixture::DUTCH;

    #[test]
    fn every_language_is_listed_and_names_the_others() {
        let english = Edition {
            language: "en",
            own_name: "English",
            not_found: "This page does not exist",
            ..DUTCH
        };
        let page = Page {
            route: Route::folder(&["hulp"]),
            subject: Subject::Products,
        };
        let xml = sitemap("https://keuze.example/", &[page], &[DUTCH, english]);
        let links = "<xhtml:link rel=\"alternate\" hreflang=\"nl\" href=\"https://keuze.example/hulp/\"/>\
                     <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://keuze.example/en/hulp/\"/>\
                     <xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://keuze.example/hulp/\"/>";
        for address in ["hulp/", "en/hulp/"] {
            let url = format!("<url><loc>https://keuze.example/{address}</loc>{links}</url>\n");
            assert!(xml.contains(&url), "{xml}");
        }
    }

    #[test]
    fn the_sitemap_holds_every_page_but_the_not_found_page() {
        let pages = [
            (Route::folder(&[]), Subject::Home),
            (Route::file("404.html"), Subject::NotFound),
            (Route::folder(&["hulp"]), Subject::Products),
        ]
        .map(|(route, subject)| Page { route, subject });
        assert_eq!(
            sitemap("https://keuze.example/apeldoorn/", &pages, &[DUTCH]),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
             <url><loc>https://keuze.example/apeldoorn/</loc></url>\n\
             <url><loc>https://keuze.example/apeldoorn/hulp/</loc></url>\n\
             </urlset>\n"
        );
    }

    #[test]
    fn robots_names_the_sitemap_with_its_whole_address() {
        assert!(
            robots("https://keuze.example/")
                .ends_with("\nSitemap: https://keuze.example/sitemap.xml\n")
        );
    }
}
