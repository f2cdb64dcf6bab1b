//! Who is contracted where, read from the content without the program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;

use crate::csv;

/// What the content says about one municipality.
pub(super) struct Municipality {
    pub(super) base_url: String,
    /// Providers with a contract on the day of the site, for a product that is bought here.
    pub(super) contracted: BTreeSet<String>,
    /// (provider, product) of those contracts.
    pub(super) offers: BTreeMap<(String, String), String>,
    pub(super) closed_products: BTreeSet<String>,
    /// Its pages of text, with those of the region.
    pub(super) texts: BTreeSet<String>,
}

/// What the content says.
pub(super) struct Content {
    pub(super) site: toml::Table,
    pub(super) municipalities: BTreeMap<String, Municipality>,
    /// Names by slug.
    pub(super) providers: BTreeMap<String, String>,
    /// Product codes by slug.
    pub(super) products: BTreeMap<String, String>,
    /// Groups by slug of the product.
    pub(super) groups: BTreeMap<String, String>,
    pub(super) profiles: BTreeSet<String>,
}

pub(super) fn read(content: &Path) -> Content {
    let site = table(&content.join("site.toml"));
    let today: Date = site["date"].to_string().parse().unwrap();
    let (_, offers) = csv::read(&std::fs::read_to_string(content.join("offers.csv")).unwrap());
    let region_pages = slugs(&content.join("pages"));
    let municipalities = std::fs::read_dir(content.join("municipalities"))
        .unwrap()
        .map(|entry| {
            let folder = entry.unwrap().path();
            let slug = folder.file_name().unwrap().to_str().unwrap().to_owned();
            let settings = table(&folder.join("municipality.toml"));
            let base_url = settings.get("base_url").map_or_else(
                || format!("{}/{slug}/", site["base_url"].as_str().unwrap()),
                |own| format!("{}/", own.as_str().unwrap().trim_end_matches('/')),
            );
            let mut municipality = Municipality {
                base_url,
                contracted: BTreeSet::new(),
                offers: BTreeMap::new(),
                closed_products: list(&settings, "closed_products"),
                texts: region_pages.clone(),
            };
            municipality.texts.extend(slugs(&folder.join("pages")));
            for offer in &offers {
                municipality.add(&slug, offer, today);
            }
            (slug, municipality)
        })
        .collect();
    Content {
        municipalities,
        providers: front_matter(&content.join("providers"), "name"),
        products: front_matter(&content.join("products"), "code"),
        groups: front_matter(&content.join("products"), "group"),
        profiles: slugs(&content.join("profiles")),
        site,
    }
}

impl Municipality {
    fn add(&mut self, slug: &str, offer: &csv::Row, today: Date) {
        let is_here = offer["municipalities"] == "*"
            || offer["municipalities"]
                .split(';')
                .any(|one| one.trim() == slug);
        let from: Date = offer["valid_from"].parse().unwrap();
        let to: Option<Date> = match offer["valid_to"].as_str() {
            "" => None,
            day => Some(day.parse().unwrap()),
        };
        let holds = from <= today && to.is_none_or(|to| to >= today);
        if is_here && holds && !self.closed_products.contains(&offer["product"]) {
            self.contracted.insert(offer["provider"].clone());
            let key = (offer["provider"].clone(), offer["product"].clone());
            self.offers.insert(key, offer["admission"].clone());
        }
    }
}

fn table(path: &Path) -> toml::Table {
    std::fs::read_to_string(path).unwrap().parse().unwrap()
}

fn list(settings: &toml::Table, key: &str) -> BTreeSet<String> {
    let items = settings.get(key).and_then(toml::Value::as_array);
    items
        .into_iter()
        .flatten()
        .map(|item| item.as_str().unwrap().to_owned())
        .collect()
}

fn slugs(folder: &Path) -> BTreeSet<String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return BTreeSet::new();
    };
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

fn front_matter(folder: &Path, key: &str) -> BTreeMap<String, String> {
    slugs(folder)
        .into_iter()
        .map(|slug| {
            let text = std::fs::read_to_string(folder.join(format!("{slug}.md"))).unwrap();
            let front: toml::Table = text.split("+++").nth(1).unwrap().parse().unwrap();
            (slug, front[key].as_str().unwrap().to_owned())
        })
        .collect()
}
