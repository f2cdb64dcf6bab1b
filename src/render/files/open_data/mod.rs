//! Open data of one municipality, under `gegevens/`: what is contracted there and nothing else.
//!
//! What a row says is the same in every municipality, so [`OpenDataTexts::new`] writes every row once per region;
//! [`open_data`] only chooses and joins.

mod averages;
mod cell;
mod offers;
mod outcomes;
mod providers;
mod table;
#[cfg(test)]
mod tests;
mod waits;
mod words;

use serde_json::json;

use crate::model::{Dataset, OfferId, ProviderId, WebAddress};
use crate::plan::SitePlan;
use crate::stats::Scores;

use self::table::{Rows, WrittenTable};

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
                for wait in dataset.waits(*provider, product, Some(plan.municipality)) {
                    let rank = dataset.waiting_times.element_offset(wait);
                    let rank = rank.expect("a look-up finds waits of its own dataset");
                    parts.push(&self.waits.parts[rank]);
                }
                if parts.len() == before {
                    parts.push(&self.without_waits[id.index()]);
                }
            }
        }
        parts
    }
}

fn offers_of(plan: &SitePlan, provider: ProviderId) -> &[OfferId] {
    let offers = plan.contracted.by_provider.get(&provider);
    offers.map_or(&[], Vec::as_slice)
}

fn pick(table: &WrittenTable, ranks: impl IntoIterator<Item = usize>) -> Vec<&Rows> {
    ranks.into_iter().map(|rank| &table.parts[rank]).collect()
}

/// Every file of open data as (path inside the site, text): a CSV and a schema for each table, and one JSON with all.
pub(super) fn open_data(
    dataset: &Dataset,
    texts: &OpenDataTexts,
    plan: &SitePlan,
) -> Vec<(String, String)> {
    let tables = texts.chosen(dataset, plan);
    let mut everything = preamble(dataset, plan);
    let length: usize = tables
        .iter()
        .map(|(table, parts)| table.json_length(parts))
        .sum();
    everything.reserve_exact(length);
    let mut files = Vec::new();
    for (table, parts) in &tables {
        let name = table.name;
        files.push((format!("gegevens/{name}.csv"), table.csv(parts)));
        files.push((format!("gegevens/{name}.schema.json"), table.schema.clone()));
        table.write_json(parts, &mut everything);
    }
    everything.push_str("\n}\n");
    files.push((format!("gegevens/{EVERYTHING}"), everything));
    files
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
        "melding": site.notice.as_deref(),
        "regio": &*site.name,
        "vorm": "Per tabel columns en rows. Een rij heeft de cellen in de volgorde van columns; cellen aan het eind die \
                 leeg zijn, staan er niet. Heeft een kolom words, dan is de cel het rangnummer in die lijst, vanaf 0.",
        "uitgever": &*site.publisher,
    });
    format!("{{\n\"over\":{about}")
}
