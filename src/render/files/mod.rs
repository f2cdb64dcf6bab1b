//! The files of a site that are no pages. Start at [`municipality_files`] and [`front_door_files`].

mod feed;
mod headers;
mod open_data;
mod security_txt;
mod sitemap;
mod xml;

use crate::artifact::Artifact;
use crate::model::Dataset;
use crate::plan::SitePlan;
use crate::render::Edition;

pub use feed::{FeedEntry, FeedHead, feed};
pub use open_data::{CATALOG, EVERYTHING, HSDS, HSDS_PROFILE, OpenDataTexts, PACKAGE, TABLES};

/// Everything in one municipality's folder that needs no words of the theme: `_headers`, `robots.txt`, `sitemap.xml`,
/// `security.txt` and open data.
#[must_use]
pub fn municipality_files(
    dataset: &Dataset,
    open_data: &OpenDataTexts,
    plan: &SitePlan,
    editions: &[Edition<'_>],
) -> Vec<Artifact> {
    let site = dataset.site();
    let municipality = dataset.municipality(plan.municipality);
    let base_url = &*municipality.base_url;
    let security = security_txt::security_txt(base_url, &site.security, &site.language);
    let files = vec![
        named(
            "_headers",
            headers::municipality_headers(&plan.pages, editions),
        ),
        named("robots.txt", sitemap::robots(base_url)),
        named(
            "sitemap.xml",
            sitemap::sitemap(base_url, &plan.pages, editions),
        ),
        named(".well-known/security.txt", security),
    ];
    let folder = &municipality.slug;
    files
        .into_iter()
        .map(|(path, text)| (path, text.into_bytes()))
        .chain(open_data::open_data(dataset, open_data, plan))
        .map(|(path, bytes)| Artifact {
            path: format!("{folder}/{path}"),
            bytes,
        })
        .collect()
}

/// The files beside the front door's page.
#[must_use]
pub fn front_door_files(dataset: &Dataset, editions: &[Edition<'_>]) -> Vec<Artifact> {
    let site = dataset.site();
    let base_url = &*site.base_url;
    let security = security_txt::security_txt(base_url, &site.security, &site.language);
    let files = [
        named("_headers", headers::front_door_headers(editions)),
        named("robots.txt", sitemap::robots(base_url)),
        named(
            "sitemap.xml",
            sitemap::front_door_sitemap(base_url, editions),
        ),
        named(".well-known/security.txt", security),
    ];
    files
        .into_iter()
        .map(|(path, text)| Artifact {
            path,
            bytes: text.into_bytes(),
        })
        .collect()
}

fn named(path: &str, text: String) -> (String, String) {
    (path.to_owned(), text)
}

#[cfg(test)]
mod tests {
    use super::{OpenDataTexts, front_door_files, municipality_files};
    use crate::render::fixture;
    use crate::render::fixture::DUTCH;

    #[test]
    fn a_municipality_gets_every_file_in_its_own_folder() {
        let dataset = fixture::region();
        let plan = fixture::plan(&dataset);
        let texts = OpenDataTexts::new(&dataset, &fixture::scores());
        let mut paths: Vec<String> = municipality_files(&dataset, &texts, &plan, &[DUTCH])
            .into_iter()
            .map(|file| file.path)
            .collect();
        paths.sort();
        assert_eq!(
            paths,
            [
                "apeldoorn/.well-known/security.txt",
                "apeldoorn/_headers",
                "apeldoorn/gegevens/aanbieders.csv",
                "apeldoorn/gegevens/aanbieders.schema.json",
                "apeldoorn/gegevens/aanbod.csv",
                "apeldoorn/gegevens/aanbod.schema.json",
                "apeldoorn/gegevens/catalog.jsonld",
                "apeldoorn/gegevens/datapackage.json",
                "apeldoorn/gegevens/gegevens.json",
                "apeldoorn/gegevens/gemiddelden.csv",
                "apeldoorn/gegevens/gemiddelden.schema.json",
                "apeldoorn/gegevens/hsds/hsds.zip",
                "apeldoorn/gegevens/hsds/organizations.json",
                "apeldoorn/gegevens/hsds/profile/organization.json",
                "apeldoorn/gegevens/hsds/profile/outcome.json",
                "apeldoorn/gegevens/hsds/profile/service.json",
                "apeldoorn/gegevens/hsds/profile/waiting_time.json",
                "apeldoorn/gegevens/hsds/services.json",
                "apeldoorn/gegevens/uitkomsten.csv",
                "apeldoorn/gegevens/uitkomsten.schema.json",
                "apeldoorn/gegevens/wachttijden.csv",
                "apeldoorn/gegevens/wachttijden.schema.json",
                "apeldoorn/robots.txt",
                "apeldoorn/sitemap.xml",
            ]
        );
    }

    #[test]
    fn the_front_door_names_its_own_sitemap() {
        let files = front_door_files(&fixture::region(), &[DUTCH]);
        let robots = files.iter().find(|file| file.path == "robots.txt").unwrap();
        assert!(
            robots
                .bytes
                .ends_with(b"Sitemap: https://keuze.example/sitemap.xml\n")
        );
    }
}
