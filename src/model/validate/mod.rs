//! Judges the material: turns it into a [`Dataset`] and says everything that is wrong with it. Start at [`validate`].

mod catalogue;
mod cells;
mod contradictions;
mod fields;
mod form;
mod links;
mod markdown;
mod municipalities;
mod names;
mod offers;
mod outcomes;
mod pages;
mod postcodes;
mod products;
mod providers;
mod services;
mod site;
mod waiting_times;

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, Severity};
use crate::sources::Material;

use super::dataset::Lookups;
use super::{Dataset, FreshnessLimits, Offer, Outcome, Outcomes, WaitingTime};
use names::Names;

/// What came out of judging.
#[derive(Debug)]
pub struct Validated {
    /// The facts and the raw outcomes; absent when there is an error.
    pub region: Option<(Dataset, Outcomes)>,
    /// Everything that is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Limits for files that are judged although `site.toml` cannot be used: nothing is old.
const NO_LIMITS: FreshnessLimits = FreshnessLimits {
    old_after: i32::MAX,
    hidden_after: None,
};

/// Judges the material for a site of one day: `date`, or the day in `site.toml`, or `today`.
#[must_use]
pub fn validate(material: &Material, date: Option<Date>, today: Date) -> Validated {
    let mut diagnostics = Vec::new();
    let date = material
        .site
        .as_ref()
        .and_then(|document| site::date(document, date, &mut diagnostics))
        .unwrap_or(date.unwrap_or(today));
    let region = judge(material, date, &mut diagnostics);
    let has_error = diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error);
    Validated {
        region: region.filter(|_| !has_error),
        diagnostics,
    }
}

/// Judges file by file, in the order in which they refer to one another.
fn judge(
    material: &Material,
    date: Date,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Dataset, Outcomes)> {
    let mut links = Vec::new();
    let site = material
        .site
        .as_ref()
        .and_then(|document| site::judge(document, date, diagnostics));
    let statements = site::statements(&material.statements, &mut links, diagnostics);
    let postcodes = material
        .postcodes
        .as_ref()
        .map_or_else(Vec::new, |table| postcodes::judge(table, diagnostics));
    let groups = products::groups(material.product_groups.as_ref(), diagnostics);
    let intensities = products::intensities(material.intensities.as_ref(), diagnostics);
    let profiles = products::profiles(&material.profiles, &mut links, diagnostics);
    let product_names = products::product_names(&material.products, diagnostics);
    let products = products::products(
        &material.products,
        &groups.names,
        &profiles.names,
        &mut links,
        diagnostics,
    );
    let municipality_names = municipalities::names(&material.municipalities, diagnostics);
    let known = municipalities::Known {
        products: &product_names,
        groups: &groups.names,
    };
    let base_url = site.as_ref().map(|site| &*site.base_url);
    let municipalities =
        municipalities::judge(&material.municipalities, base_url, &known, diagnostics);
    let mut providers = providers::judge(&material.providers, &postcodes, date, diagnostics);
    links.append(&mut providers.links);
    let text_pages = pages::judge(&material.pages, &mut links, diagnostics);
    pages::require(&text_pages, material.site.as_ref(), diagnostics);
    let names = Names {
        municipalities: &municipality_names,
        providers: &providers.names,
        locations: &providers.locations,
        products: &product_names,
        profiles: &profiles.names,
        intensities: &intensities.names,
    };
    let limits = site.as_ref().map_or((NO_LIMITS, NO_LIMITS), |site| {
        (site.waiting_time_freshness, site.outcome_freshness)
    });
    let rows = Rows::judge(
        material,
        &names,
        &intensities.list,
        date,
        limits,
        diagnostics,
    );
    let own_pages = municipalities.list.iter().flat_map(|own| &own.pages);
    links::report(
        links
            .iter()
            .chain(municipalities.links.iter().map(|(_, link)| link)),
        text_pages.iter().chain(own_pages),
        &products,
        &profiles.list,
        &providers.list,
        diagnostics,
    );
    let local_services = material
        .local_services
        .as_ref()
        .map_or_else(Vec::new, |table| {
            services::judge(table, &municipality_names, diagnostics)
        });
    let vocabulary = products::vocabulary(material.vocabulary.as_ref(), diagnostics);
    let inside_links = links
        .into_iter()
        .map(|link| (None, link))
        .chain(
            municipalities
                .links
                .into_iter()
                .map(|(municipality, link)| (Some(municipality), link)),
        )
        .collect();
    let offers: Vec<Offer> = rows.offers.into_iter().map(|offer| offer.value).collect();
    let waiting_times: Vec<WaitingTime> = rows
        .waiting_times
        .into_iter()
        .map(|wait| wait.value)
        .collect();
    let is_complete = municipalities.list.len() == material.municipalities.len()
        && providers.list.len() == material.providers.len();
    if !is_complete {
        return None;
    }
    let dataset = Dataset {
        date,
        site: site?,
        statements: statements?,
        lookups: Lookups::new(
            municipalities.list.len(),
            providers.list.len(),
            &offers,
            &waiting_times,
        ),
        municipalities: municipalities.list,
        providers: providers.list,
        groups: groups.list,
        products,
        profiles: profiles.list,
        intensities: intensities.list,
        offers,
        waiting_times,
        pages: text_pages,
        local_services,
        postcodes,
        vocabulary,
        inside_links,
    };
    let outcomes = rows.outcomes.into_iter().map(|outcome| outcome.value);
    Some((
        dataset,
        Outcomes {
            rows: outcomes.collect(),
        },
    ))
}

/// The three tables of records, with the places of their rows.
struct Rows {
    offers: Vec<Located<Offer>>,
    waiting_times: Vec<Located<WaitingTime>>,
    outcomes: Vec<Located<Outcome>>,
}

impl Rows {
    fn judge(
        material: &Material,
        names: &Names<'_>,
        intensities: &[super::Intensity],
        date: Date,
        (wait_limits, outcome_limits): (FreshnessLimits, FreshnessLimits),
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let offers = material
            .offers
            .as_ref()
            .map_or_else(Vec::new, |table| offers::judge(table, names, diagnostics));
        let waiting_times = material
            .waiting_times
            .as_ref()
            .map_or_else(Vec::new, |table| {
                waiting_times::judge(table, names, date, wait_limits, diagnostics)
            });
        let outcomes = material.outcomes.as_ref().map_or_else(Vec::new, |table| {
            outcomes::judge(table, names, intensities, date, outcome_limits, diagnostics)
        });
        contradictions::report(&offers, &waiting_times, &outcomes, diagnostics);
        Self {
            offers,
            waiting_times,
            outcomes,
        }
    }
}
