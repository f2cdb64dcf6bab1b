//! Services: what a provider offers, with its languages, locations and product code. What depends on the municipality is
//! added there.

use rayon::prelude::*;

use crate::model::{Admission, Dataset, LanguageTag, LocationId, Offer, Product, Provider};

use super::super::cell::Cell;
use super::ids::Ids;
use super::locations;
use super::organizations;
use super::sheet::{Field, Form, Kind, Lines, Sheet, Tab, object, push_list};
use super::terms;
use super::words;

/// An offer, as it is everywhere.
pub(super) struct ServiceRow<'a> {
    id: &'a str,
    organization: &'a str,
    description: &'a str,
    dataset: &'a Dataset,
    offer: &'a Offer,
}

impl ServiceRow<'_> {
    fn product(&self) -> &Product {
        self.dataset.product(self.offer.product)
    }
}

fn sheet<'a>() -> Sheet<ServiceRow<'a>> {
    Sheet {
        tab: Tab::Service,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("organization_id", Kind::Owner, |row| {
                Cell::text(Some(row.organization))
            }),
            Field::new("name", Kind::Text, |row| {
                Cell::text(Some(&row.product().plain_name))
            }),
            Field::new("alternate_name", Kind::Text, |row| {
                Cell::text(Some(&row.product().name))
            }),
            Field::new("description", Kind::Text, |row| {
                Cell::text(Some(row.description))
            }),
            Field::new("status", Kind::Word(&["active"]), |_| Cell::word("active")),
            Field::new("minimum_age", Kind::Number, |row| {
                Cell::whole(row.offer.ages.from)
            }),
            Field::new("maximum_age", Kind::Number, |row| {
                Cell::whole(row.offer.ages.to)
            }),
            Field::new("contract_from", Kind::Day, |row| {
                Cell::Day(row.offer.valid_from)
            }),
            Field::new("contract_to", Kind::Day, |row| {
                Cell::day(row.offer.valid_to)
            }),
            Field::new("support_profiles", Kind::List, |row| {
                let profiles = row.offer.profiles.iter();
                Cell::list(profiles.map(|id| row.dataset.profile(*id).slug.as_str()))
            }),
            Field::new("intensities", Kind::List, |row| {
                let intensities = row.offer.intensities.iter();
                Cell::list(intensities.map(|id| row.dataset.intensity(*id).slug.as_str()))
            }),
        ],
    }
}

/// What of a service depends on the municipality.
pub(super) struct PlaceRow<'a> {
    /// The page of the provider on the municipality's site.
    pub(super) page: &'a str,
    pub(super) admission: Admission,
}

fn place_sheet<'a>() -> Sheet<PlaceRow<'a>> {
    Sheet {
        tab: Tab::Service,
        fields: vec![
            Field::new("url", Kind::Web, |row| Cell::text(Some(row.page))),
            Field::new("alert", Kind::Text, |row| match row.admission {
                Admission::Stop => Cell::word("Neemt nu geen nieuwe mensen aan (aanmeldstop)."),
                Admission::Open | Admission::Unknown => Cell::Empty,
            }),
            Field::new("admission", Kind::Word(words::ADMISSIONS), |row| {
                Cell::word(words::admission(row.admission))
            }),
        ],
    }
}

/// All fields of a service.
pub(super) fn form() -> Form {
    sheet().form().followed_by(place_sheet().form())
}

struct LanguageRow<'a> {
    id: &'a str,
    service: &'a str,
    code: &'a str,
}

fn language_sheet<'a>() -> Sheet<LanguageRow<'a>> {
    Sheet {
        tab: Tab::Language,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("service_id", Kind::Owner, |row| {
                Cell::text(Some(row.service))
            }),
            Field::new("code", Kind::Text, |row| Cell::text(Some(row.code))),
        ],
    }
}

/// The fields of a language.
pub(super) fn language_form() -> Form {
    language_sheet().form()
}

struct AtLocationRow<'a> {
    id: &'a str,
    service: &'a str,
    location: &'a str,
}

fn at_location_sheet<'a>() -> Sheet<AtLocationRow<'a>> {
    Sheet {
        tab: Tab::ServiceAtLocation,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("service_id", Kind::Owner, |row| {
                Cell::text(Some(row.service))
            }),
            Field::new("location_id", Kind::Owner, |row| {
                Cell::text(Some(row.location))
            }),
        ],
    }
}

/// The fields of a service at a location.
pub(super) fn at_location_form() -> Form {
    at_location_sheet().form()
}

/// An offer, written out as far as it is the same everywhere.
#[derive(Debug)]
pub(super) struct ServiceTexts {
    /// Its id.
    pub(super) id: String,
    /// Its lines, but for the one in the table of services.
    lines: Lines,
    /// Cells of its line in that table, without those of the municipality.
    cells: String,
    /// Its fields, without those of the municipality.
    members: String,
    /// Where it is, as the beginning of an object, and at which of the provider's locations.
    places: Vec<(String, LocationId)>,
    languages: Vec<String>,
    attributes: Vec<String>,
}

/// The id of what a provider offers.
pub(super) fn id_of(ids: &Ids, provider: &Provider, product: &Product) -> String {
    ids.of(&["service", provider.slug.as_str(), product.slug.as_str()])
}

/// Every offer of the region, in order.
pub(super) fn write(dataset: &Dataset, ids: &Ids) -> Vec<ServiceTexts> {
    dataset
        .offers
        .par_iter()
        .map(|offer| service(dataset, offer, ids))
        .collect()
}

fn service(dataset: &Dataset, offer: &Offer, ids: &Ids) -> ServiceTexts {
    let provider = dataset.provider(offer.provider);
    let product = dataset.product(offer.product);
    let id = id_of(ids, provider, product);
    let description = match &offer.note {
        Some(note) => format!("{} {note}", product.summary),
        None => product.summary.to_string(),
    };
    let row = ServiceRow {
        id: &id,
        organization: &organizations::id_of(ids, provider),
        description: &description,
        dataset,
        offer,
    };
    let (sheet, mut cells, mut lines) = (sheet(), String::new(), Lines::default());
    sheet.write_cells(&row, &mut cells);
    let members = sheet.members(&row);
    let slugs = [provider.slug.as_str(), product.slug.as_str()];
    ServiceTexts {
        languages: languages(provider, &id, slugs, ids, &mut lines),
        places: places(provider, offer, &id, slugs, ids, &mut lines),
        attributes: vec![terms::attribute(product, &id, slugs, ids, &mut lines)],
        id,
        lines,
        cells,
        members,
    }
}

fn languages(
    provider: &Provider,
    service: &str,
    [provider_slug, product_slug]: [&str; 2],
    ids: &Ids,
    lines: &mut Lines,
) -> Vec<String> {
    let codes = provider.languages.iter().map(LanguageTag::as_str);
    codes
        .map(|code| {
            let row = LanguageRow {
                id: &ids.of(&["language", provider_slug, product_slug, code]),
                service,
                code,
            };
            object(&language_sheet().write(&row, lines), &[])
        })
        .collect()
}

fn places(
    provider: &Provider,
    offer: &Offer,
    service: &str,
    [provider_slug, product_slug]: [&str; 2],
    ids: &Ids,
    lines: &mut Lines,
) -> Vec<(String, LocationId)> {
    let here = |id: &LocationId| offer.locations.is_empty() || offer.locations.contains(id);
    (0..)
        .map(LocationId)
        .zip(&provider.locations)
        .filter(|(id, _)| here(id))
        .map(|(id, location)| {
            let name = [
                "service-at-location",
                provider_slug,
                product_slug,
                location.slug.as_str(),
            ];
            let row = AtLocationRow {
                id: &ids.of(&name),
                service,
                location: &locations::id_of(ids, provider, location),
            };
            (at_location_sheet().write(&row, lines), id)
        })
        .collect()
}

/// What stands around a service in one municipality.
pub(super) struct Surroundings<'a> {
    pub(super) place: PlaceRow<'a>,
    /// The provider as an object.
    pub(super) organization: &'a str,
    /// The provider's locations as objects.
    pub(super) locations: &'a [String],
    /// Where it is for, as an object.
    pub(super) area: String,
    /// Its waits as objects.
    pub(super) waits: Vec<&'a str>,
}

impl ServiceTexts {
    /// Adds the service with everything around it: its lines, and an object of JSON.
    pub(super) fn add(&self, around: &Surroundings<'_>, lines: &mut Lines, json: &mut String) {
        lines.append(&self.lines);
        let place = place_sheet();
        let csv = lines.of(Tab::Service);
        csv.push_str(&self.cells);
        csv.push(',');
        place.write_cells(&around.place, csv);
        csv.push_str("\r\n");
        json.push('{');
        json.push_str(&self.members);
        json.push(',');
        json.push_str(&place.members(&around.place));
        json.push_str(",\"organization\":");
        json.push_str(around.organization);
        self.push_places(around.locations, json);
        push_list("languages", &self.languages, json);
        push_list("attributes", &self.attributes, json);
        json.push_str(",\"service_areas\":[");
        json.push_str(&around.area);
        json.push(']');
        if !around.waits.is_empty() {
            json.push_str(",\"waiting_times\":[");
            json.push_str(&around.waits.join(","));
            json.push(']');
        }
        json.push('}');
    }

    fn push_places(&self, locations: &[String], json: &mut String) {
        for (rank, (members, location)) in self.places.iter().enumerate() {
            json.push_str(if rank == 0 {
                ",\"service_at_locations\":["
            } else {
                ","
            });
            json.push('{');
            json.push_str(members);
            json.push_str(",\"location\":");
            json.push_str(&locations[location.index()]);
            json.push('}');
        }
        if !self.places.is_empty() {
            json.push(']');
        }
    }
}
