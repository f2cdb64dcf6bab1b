//! The Human Services Data Specification (HSDS) 3.1 of one municipality, under `gegevens/hsds/`: services and
//! organisations in JSON, and the same as tables in one ZIP file. What HSDS has no place for, waits and outcomes, is in a
//! profile of our own ([`profile`]).
//!
//! As everywhere in open data a record is written out once per region ([`HsdsTexts::new`]) and joined per municipality
//! ([`files`]).

mod archive;
mod ids;
mod locations;
mod municipality;
mod organizations;
mod outcomes;
mod profile;
mod provinces;
mod services;
mod sheet;
mod terms;
mod waits;
mod words;

use serde_json::json;

use crate::model::{Dataset, Municipality, OfferId};
use crate::plan::SitePlan;
use crate::stats::Scores;

use self::ids::Ids;
use self::municipality::Area;
use self::organizations::OrganizationTexts;
use self::services::{PlaceRow, ServiceTexts, Surroundings};
use self::sheet::{Form, Lines};
use self::waits::WaitTexts;
use super::{offers_of, ranks_of_waits};

pub(super) use self::locations::tooi;
pub(super) use self::profile::PATHS as SCHEMAS;

/// The version of HSDS.
pub(super) const VERSION: &str = "3.1";

/// What is offered, below `gegevens/`.
pub(super) const SERVICES: &str = "hsds/services.json";
/// By whom.
pub(super) const ORGANIZATIONS: &str = "hsds/organizations.json";
/// All tables.
pub(super) const ARCHIVE: &str = "hsds/hsds.zip";
/// The folder of our profile.
const PROFILE: &str = "hsds/profile/";

/// Every record of a region in the form of HSDS, written out once.
#[derive(Debug)]
pub(super) struct HsdsTexts {
    ids: Ids,
    organizations: Vec<OrganizationTexts>,
    services: Vec<ServiceTexts>,
    waits: Vec<WaitTexts>,
    terms: Vec<Lines>,
    taxonomy: Lines,
    forms: Vec<Form>,
}

impl HsdsTexts {
    /// Writes everything out.
    pub(super) fn new(dataset: &Dataset, scores: &Scores) -> Self {
        let ids = Ids::new(&dataset.site().base_url);
        Self {
            organizations: organizations::write(dataset, scores, &ids),
            services: services::write(dataset, &ids),
            waits: waits::write(dataset, &ids),
            terms: terms::write(dataset, &ids),
            taxonomy: terms::write_taxonomy(&ids),
            forms: forms(),
            ids,
        }
    }
}

/// The fields of every table.
fn forms() -> Vec<Form> {
    vec![
        locations::accessibility_sheet().form(),
        locations::address_sheet().form(),
        terms::attribute_form(),
        municipality::contact_form(),
        services::language_form(),
        locations::location_sheet().form(),
        organizations::identifier_sheet().form(),
        organizations::organization_sheet().form(),
        outcomes::sheet().form(),
        organizations::phone_sheet().form(),
        municipality::area_form(),
        services::at_location_form(),
        services::form(),
        terms::taxonomy_form(),
        terms::term_form(),
        waits::sheet().form(),
    ]
}

/// The files as (path inside the site, bytes).
pub(super) fn files(
    dataset: &Dataset,
    texts: &HsdsTexts,
    plan: &SitePlan,
) -> Vec<(String, Vec<u8>)> {
    let municipality = dataset.municipality(plan.municipality);
    let mut lines = Lines::default();
    lines.append(&texts.taxonomy);
    for (product, offers) in &plan.contracted.by_product {
        if !offers.is_empty() {
            lines.append(&texts.terms[product.index()]);
        }
    }
    let organizations = organizations_of(dataset, texts, plan, &mut lines);
    let services = services_of(dataset, texts, plan, &mut lines);
    let archive = archive::archive(dataset, municipality, &texts.forms, &lines);
    let mut files = vec![
        (format!("gegevens/{SERVICES}"), services.into_bytes()),
        (
            format!("gegevens/{ORGANIZATIONS}"),
            organizations.into_bytes(),
        ),
        (format!("gegevens/{ARCHIVE}"), archive),
    ];
    files.extend(
        profile::SCHEMAS.map(|(path, text)| (format!("gegevens/{path}"), text.as_bytes().to_vec())),
    );
    files
}

/// The municipality and everybody with a contract there, as a page of HSDS.
fn organizations_of(
    dataset: &Dataset,
    texts: &HsdsTexts,
    plan: &SitePlan,
    lines: &mut Lines,
) -> String {
    let municipality = dataset.municipality(plan.municipality);
    let providers = &plan.contracted.providers;
    let mut page = Page::new(municipality, providers.len() + 1);
    page.json.push_str(&municipality::organization(
        dataset,
        municipality,
        &texts.ids,
        lines,
    ));
    for provider in providers {
        let organization = &texts.organizations[provider.index()];
        lines.append(&organization.lines);
        page.json.push_str(",\n");
        page.json.push_str(&organization.whole);
    }
    page.finish()
}

/// What is contracted there, as a page of HSDS.
fn services_of(dataset: &Dataset, texts: &HsdsTexts, plan: &SitePlan, lines: &mut Lines) -> String {
    let municipality = dataset.municipality(plan.municipality);
    let area = Area::new(municipality, &texts.ids);
    let mut page = Page::new(municipality, plan.contracted.offers.len());
    let mut is_first = true;
    for provider in &plan.contracted.providers {
        let organization = &texts.organizations[provider.index()];
        let slug = &dataset.provider(*provider).slug;
        let url = format!("{}aanbieders/{slug}/", municipality.base_url);
        for id in offers_of(plan, *provider) {
            if !is_first {
                page.json.push_str(",\n");
            }
            is_first = false;
            let service = &texts.services[id.index()];
            let around = Surroundings {
                place: place(dataset, plan, *id, &url),
                organization: &organization.inside,
                locations: &organization.locations,
                area: area.of(&service.id, lines),
                waits: waits_of(dataset, texts, plan, *id, lines),
            };
            service.add(&around, lines, &mut page.json);
        }
    }
    page.finish()
}

fn place<'a>(dataset: &Dataset, plan: &SitePlan, id: OfferId, page: &'a str) -> PlaceRow<'a> {
    let offer = dataset.offer(id);
    let waits: Vec<_> = dataset
        .waits(offer.provider, offer.product, Some(plan.municipality))
        .collect();
    PlaceRow {
        page,
        admission: dataset.admission(offer, &waits),
    }
}

fn waits_of<'a>(
    dataset: &Dataset,
    texts: &'a HsdsTexts,
    plan: &SitePlan,
    id: OfferId,
    lines: &mut Lines,
) -> Vec<&'a str> {
    let offer = dataset.offer(id);
    ranks_of_waits(dataset, plan, offer.provider, offer.product)
        .map(|rank| {
            let wait = &texts.waits[rank];
            lines.append(&wait.lines);
            wait.json.as_str()
        })
        .collect()
}

/// A list of HSDS, in the form in which its API gives one: all records on one page.
struct Page {
    json: String,
}

impl Page {
    /// The page up to its first record.
    fn new(municipality: &Municipality, records: usize) -> Self {
        let head = json!({
            "version": VERSION,
            "profile": format!("{}gegevens/{PROFILE}", municipality.base_url),
            "total_items": records,
            "total_pages": 1,
            "page_number": 1,
            "size": records,
            "first_page": true,
            "last_page": true,
            "empty": records == 0,
        })
        .to_string();
        let open = head.trim_end_matches('}');
        Self {
            json: format!("{open},\"contents\":[\n"),
        }
    }

    fn finish(mut self) -> String {
        self.json.push_str("\n]}\n");
        self.json
    }
}
