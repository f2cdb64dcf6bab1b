//! `sitemap.xml` and `robots.txt`.

use crate::plan::{Page, Subject};

use super::xml::escape;

/// `sitemap.xml` of one site: the absolute address of every page but the one for addresses that do not exist.
///
/// No `lastmod`: a page that did not change would get a new date with every build.
pub(super) fn sitemap(base_url: &str, pages: &[Page]) -> String {
    let routes = pages
        .iter()
        .filter(|page| page.subject != Subject::NotFound)
        .map(|page| page.route.as_str());
    urlset(base_url, routes)
}

/// `sitemap.xml` of the front door, which has one page.
pub(super) fn front_door_sitemap(base_url: &str) -> String {
    urlset(base_url, std::iter::once(""))
}

/// `robots.txt`: everything may be read. Crawlers look for it at the top of a host only.
pub(super) fn robots(base_url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n")
}

fn urlset<'a>(base_url: &str, routes: impl Iterator<Item = &'a str>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for route in routes {
        let address = escape(&format!("{base_url}{route}"));
        xml.push_str("<url><loc>");
        xml.push_str(&address);
        xml.push_str("</loc></url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

#[cfg(test)]
mod tests {
    use super::{robots, sitemap};
    use crate::plan::{Page, Route, Subject};

    #[test]
    fn the_sitemap_holds_every_page_but_the_not_found_page() {
        let pages = [
            (Route::folder(&[]), Subject::Home),
            (Route::file("404.html"), Subject::NotFound),
            (Route::folder(&["hulp"]), Subject::Products),
        ]
        .map(|(route, subject)| Page { route, subject });
        assert_eq!(
            sitemap("https://keuze.example/apeldoorn/", &pages),
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
