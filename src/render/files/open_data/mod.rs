//! Open data of one municipality, under `gegevens/`: what is contracted there and nothing else.
//!
//! What a row says is the same in every municipality, so [`OpenDataTexts::new`] writes every row once per region;
//! [`open_data`] only chooses and joins.

mod averages;
mod catalog;
mod cell;
mod hsds;
mod license;
mod offers;
mod outcomes;
mod package;
mod providers;
mod table;
#[cfg(test)]
mod tests;
mod waits;
mod words;

use serde_json::json;

use crate::model::{Dataset, OfferId, ProductId, ProviderId, WebAddress};
use crate::plan::SitePlan;
use crate::stats::Scores;

use self::hsds::HsdsTexts;
use self::table::{Rows, WrittenTable};

pub use self::catalog::CATALOG;
pub use self::package::PACKAGE;

/// The names of the tables, in the order of the page about them.
pub const TABLES: [&str; 5] = [
    "aanbieders",
    "aanbod",
    "wachttijden",
    "uitkomsten",
    "gemiddelden",
];

/// The file that holds all tables.
pub const EVERYTHING: &str = "gegevens.json";

/// The files of HSDS, below `gegevens/`: what is offered, by whom, and both as tables in one file.
pub const HSDS: [&str; 3] = [hsds::SERVICES, hsds::ORGANIZATIONS, hsds::ARCHIVE];

/// The schemas of waits and outcomes in HSDS, below `gegevens/`.
pub const HSDS_PROFILE: [&str; 4] = hsds::SCHEMAS;

/// Every row of open data of a region, written out once.
#[derive(Debug)]
pub struct OpenDataTexts {
    /// A part for each provider.
    providers: WrittenTable,
    /// A part for each offer.
    offers: WrittenTable,
    /// A part for each wait.
    waits: WrittenTable,
    /// For each offer the row that says that no wait is known.
    without_waits: Vec<Rows>,
    /// A part for each provider.
    outcomes: WrittenTable,
    /// One part.
    averages: WrittenTable,
    /// The same in the form of HSDS.
    hsds: HsdsTexts,
}

impl OpenDataTexts {
    /// Writes everything out.
    #[must_use]
    pub fn new(dataset: &Dataset, scores: &Scores) -> Self {
        let (waits, without_waits) = waits::write(dataset);
        Self {
            providers: providers::write(dataset),
            offers: offers::write(dataset),
            waits,
            without_waits,
            outcomes: outcomes::write(dataset, scores),
            averages: averages::write(dataset, scores),
            hsds: HsdsTexts::new(dataset, scores),
        }
    }

    /// The tables with the parts that hold in a municipality: providers in order of name, products as on their page.
    fn chosen(&self, dataset: &Dataset, plan: &SitePlan) -> [(&WrittenTable, Vec<&Rows>); 5] {
        let ids = &plan.contracted.providers;
        let providers = || ids.iter().map(|id| id.index());
        let offers = ids.iter().flat_map(|id| offers_of(plan, *id));
        [
            (&self.providers, pick(&self.providers, providers())),
            (
                &self.offers,
                pick(&self.offers, offers.map(|id| id.index())),
            ),
            (&self.waits, self.waits(dataset, plan)),
            (&self.outcomes, pick(&self.outcomes, providers())),
            (&self.averages, self.averages.parts.iter().collect()),
        ]
    }

    fn waits(&self, dataset: &Dataset, plan: &SitePlan) -> Vec<&Rows> {
        let mut parts = Vec::new();
        for provider in &plan.contracted.providers {
            let mut products = Vec::new();
            for id in offers_of(plan, *provider) {
                let product = dataset.offer(*id).product;
                if products.contains(&product) {
                    continue;
                }
                products.push(product);
                let before = parts.len();
                let ranks = ranks_of_waits(dataset, plan, *provider, product);
                parts.extend(ranks.map(|rank| &self.waits.parts[rank]));
                if parts.len() == before {
                    parts.push(&self.without_waits[id.index()]);
                }
            }
        }
        parts
    }
}

/// The waits that hold in a municipality, as ranks among those of the region.
fn ranks_of_waits(
    dataset: &Dataset,
    plan: &SitePlan,
    provider: ProviderId,
    product: ProductId,
) -> impl Iterator<Item = usize> {
    let waits = dataset.waits(provider, product, Some(plan.municipality));
    waits.map(|wait| {
        let rank = dataset.waiting_times.element_offset(wait);
        rank.expect("a look-up finds waits of its own dataset")
    })
}

fn offers_of(plan: &SitePlan, provider: ProviderId) -> &[OfferId] {
    let offers = plan.contracted.by_provider.get(&provider);
    offers.map_or(&[], Vec::as_slice)
}

fn pick(table: &WrittenTable, ranks: impl IntoIterator<Item = usize>) -> Vec<&Rows> {
    ranks.into_iter().map(|rank| &table.parts[rank]).collect()
}

/// Every file of open data as (path inside the site, bytes): a CSV and a schema for each table, one JSON with all, what
/// describes them, and the same in the form of HSDS.
pub(super) fn open_data(
    dataset: &Dataset,
    texts: &OpenDataTexts,
    plan: &SitePlan,
) -> Vec<(String, Vec<u8>)> {
    let tables = texts.chosen(dataset, plan);
    let mut everything = preamble(dataset, plan);
    let length: usize = tables
        .iter()
        .map(|(table, parts)| table.json_length(parts))
        .sum();
    everything.reserve_exact(length);
    let mut files = Vec::new();
    let mut resources = Vec::new();
    for (table, parts) in &tables {
        let name = table.name;
        let csv = table.csv(parts);
        resources.push(package::resource(table, &csv));
        files.push((format!("{name}.csv"), csv));
        files.push((format!("{name}.schema.json"), table.schema.clone()));
        table.write_json(parts, &mut everything);
    }
    everything.push_str("\n}\n");
    let written: Vec<&WrittenTable> = tables.iter().map(|(table, _)| *table).collect();
    files.push((EVERYTHING.to_owned(), everything));
    files.push((
        PACKAGE.to_owned(),
        package::package(dataset, plan, &resources),
    ));
    files.push((
        CATALOG.to_owned(),
        catalog::catalog(dataset, plan, &written),
    ));
    let files = files
        .into_iter()
        .map(|(name, text)| (format!("gegevens/{name}"), text.into_bytes()));
    files
        .chain(hsds::files(dataset, &texts.hsds, plan))
        .collect()
}

/// The JSON up to the tables, its brace still open: about whom and when, from whom, under which rules.
fn preamble(dataset: &Dataset, plan: &SitePlan) -> String {
    let site = dataset.site();
    let municipality = dataset.municipality(plan.municipality);
    let sources: Vec<serde_json::Value> = site
        .sources
        .iter()
        .map(|source| {
            json!({
                "naam": &*source.name,
                "licentie": &*source.license,
                "adres": source.url.as_ref().map(WebAddress::as_str),
            })
        })
        .collect();
    let unmeasured: Vec<&str> = dataset
        .intensities()
        .filter(|(_, intensity)| !intensity.is_measured)
        .map(|(_, intensity)| intensity.slug.as_str())
        .collect();
    let license = site.license.as_ref().map(|license| {
        json!({
            "code": license.id.as_deref(),
            "naam": &*license.title,
            "adres": license.address.as_str(),
        })
    });
    let about = json!({
        "adres": &*municipality.base_url,
        "bronnen": sources,
        "datum": dataset.date().to_string(),
        "drempels": {
            "privacy": site.thresholds.privacy_minimum,
            "betrouwbaarheid": site.thresholds.reliability_minimum,
        },
        "gemeente": { "code": municipality.code.as_str(), "naam": &*municipality.name },
        "intensiteiten_niet_gemeten": unmeasured,
        "licentie": license,
        "melding": site.notice.as_deref(),
        "regio": &*site.name,
        "vorm": "Per tabel columns en rows. Een rij heeft de cellen in de volgorde van columns; cellen aan het eind die \
                 leeg zijn, staan er niet. Heeft een kolom words, dan is de cel het rangnummer in die lijst, vanaf 0.",
        "uitgever": &*site.publisher,
    });
    format!("{{\n\"over\":{about}")
}
