//! Organisations, with their identifiers, telephone numbers, locations and outcomes: written out once per region.

use rayon::prelude::*;

use crate::model::{
    AgbCode, Dataset, KvkNumber, MailAddress, PhoneNumber, Provider, ProviderId, SoleTrader,
    WebAddress,
};
use crate::stats::Scores;

use super::super::cell::Cell;
use super::ids::Ids;
use super::locations;
use super::outcomes;
use super::sheet::{Field, Kind, Lines, Sheet, Tab, object};
use super::words;

/// An organisation: a provider, or the municipality itself.
pub(super) struct OrganizationRow<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) alternate_name: Option<&'a str>,
    /// HSDS wants one.
    pub(super) description: &'a str,
    pub(super) email: Option<&'a str>,
    pub(super) website: Option<&'a str>,
    /// When it is one person.
    pub(super) sole_trader: Option<&'a SoleTrader>,
}

pub(super) fn organization_sheet<'a>() -> Sheet<OrganizationRow<'a>> {
    Sheet {
        tab: Tab::Organization,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("name", Kind::Text, |row| Cell::text(Some(row.name))),
            Field::new("alternate_name", Kind::Text, |row| {
                Cell::text(row.alternate_name)
            }),
            Field::new("description", Kind::Text, |row| {
                Cell::text(Some(row.description))
            }),
            Field::new("email", Kind::Mail, |row| Cell::text(row.email)),
            Field::new("website", Kind::Web, |row| Cell::text(row.website)),
            Field::new("withheld_details", Kind::List, |row| {
                let withheld = row.sole_trader.iter().flat_map(|it| &it.withheld);
                Cell::list(withheld.map(|detail| words::detail(*detail)))
            }),
        ],
    }
}

/// A number or code by which others know an organisation.
pub(super) struct IdentifierRow<'a> {
    pub(super) id: &'a str,
    pub(super) organization: &'a str,
    /// The scheme in the list of org-id.guide, when it is there.
    pub(super) scheme: Option<&'static str>,
    pub(super) kind: &'static str,
    pub(super) identifier: &'a str,
}

pub(super) fn identifier_sheet<'a>() -> Sheet<IdentifierRow<'a>> {
    Sheet {
        tab: Tab::OrganizationIdentifier,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("organization_id", Kind::Owner, |row| {
                Cell::text(Some(row.organization))
            }),
            Field::new("identifier_scheme", Kind::Text, |row| {
                Cell::text(row.scheme)
            }),
            Field::new("identifier_type", Kind::Text, |row| Cell::word(row.kind)),
            Field::new("identifier", Kind::Text, |row| {
                Cell::text(Some(row.identifier))
            }),
        ],
    }
}

/// Whose a telephone number is.
#[derive(Clone, Copy)]
pub(super) enum PhoneOwner<'a> {
    Organization(&'a str),
    Location(&'a str),
    Contact(&'a str),
}

/// A telephone number.
pub(super) struct PhoneRow<'a> {
    pub(super) id: &'a str,
    pub(super) owner: PhoneOwner<'a>,
    pub(super) number: &'a str,
}

pub(super) fn phone_sheet<'a>() -> Sheet<PhoneRow<'a>> {
    Sheet {
        tab: Tab::Phone,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("location_id", Kind::Owner, |row| match row.owner {
                PhoneOwner::Location(id) => Cell::text(Some(id)),
                PhoneOwner::Organization(_) | PhoneOwner::Contact(_) => Cell::Empty,
            }),
            Field::new("organization_id", Kind::Owner, |row| match row.owner {
                PhoneOwner::Organization(id) => Cell::text(Some(id)),
                PhoneOwner::Location(_) | PhoneOwner::Contact(_) => Cell::Empty,
            }),
            Field::new("contact_id", Kind::Owner, |row| match row.owner {
                PhoneOwner::Contact(id) => Cell::text(Some(id)),
                PhoneOwner::Location(_) | PhoneOwner::Organization(_) => Cell::Empty,
            }),
            Field::new("number", Kind::Text, |row| Cell::text(Some(row.number))),
        ],
    }
}

/// A provider, written out.
#[derive(Debug)]
pub(super) struct OrganizationTexts {
    /// As it stands in its services.
    pub(super) inside: String,
    /// With its locations and outcomes.
    pub(super) whole: String,
    /// Its locations, as they stand in its services.
    pub(super) locations: Vec<String>,
    /// Lines about it.
    pub(super) lines: Lines,
}

/// The id of a provider.
pub(super) fn id_of(ids: &Ids, provider: &Provider) -> String {
    ids.of(&["organization", provider.slug.as_str()])
}

/// Every provider of the region, in order.
pub(super) fn write(dataset: &Dataset, scores: &Scores, ids: &Ids) -> Vec<OrganizationTexts> {
    let providers: Vec<(ProviderId, &Provider)> = dataset.providers().collect();
    providers
        .into_par_iter()
        .map(|(id, provider)| {
            let mut texts = organization(provider, ids);
            let outcomes = outcomes::write(dataset, scores, id, ids, &mut texts.lines);
            let inside = &texts.inside[1..texts.inside.len() - 1];
            let lists = [
                ("locations", texts.locations.as_slice()),
                ("outcomes", outcomes.as_slice()),
            ];
            texts.whole = object(inside, &lists);
            texts
        })
        .collect()
}

/// The organisation without its outcomes.
fn organization(provider: &Provider, ids: &Ids) -> OrganizationTexts {
    let mut lines = Lines::default();
    let id = id_of(ids, provider);
    let row = OrganizationRow {
        id: &id,
        name: &provider.name,
        alternate_name: provider.legal_name.as_deref(),
        // Where a provider has no description, its name is all that is said of it.
        description: if provider.description.is_empty() {
            &provider.name
        } else {
            &provider.description
        },
        email: provider.email.as_ref().map(MailAddress::as_str),
        website: provider.website.as_ref().map(WebAddress::as_str),
        sole_trader: provider.sole_trader.as_ref(),
    };
    let members = organization_sheet().write(&row, &mut lines);
    let slug = provider.slug.as_str();
    let mut phones = Vec::new();
    if let Some(phone) = &provider.phone {
        let own = ids.of(&["phone", slug]);
        phones.push(phone_object(
            &own,
            PhoneOwner::Organization(&id),
            phone,
            &mut lines,
        ));
    }
    let identifiers = identifiers(provider, &id, ids, &mut lines);
    let inside = object(
        &members,
        &[
            ("phones", &phones),
            ("organization_identifiers", &identifiers),
        ],
    );
    let locations = provider
        .locations
        .iter()
        .map(|location| locations::write(provider, location, &id, ids, &mut lines))
        .collect();
    OrganizationTexts {
        inside,
        whole: String::new(),
        locations,
        lines,
    }
}

/// A telephone number, as a line and as an object.
pub(super) fn phone_object(
    id: &str,
    owner: PhoneOwner<'_>,
    phone: &PhoneNumber,
    lines: &mut Lines,
) -> String {
    let row = PhoneRow {
        id,
        owner,
        number: phone.as_str(),
    };
    object(&phone_sheet().write(&row, lines), &[])
}

fn identifiers(provider: &Provider, id: &str, ids: &Ids, lines: &mut Lines) -> Vec<String> {
    let slug = provider.slug.as_str();
    let kvk = provider.kvk.as_ref().map(KvkNumber::as_str);
    let agb = provider.agb.as_ref().map(AgbCode::as_str);
    [
        ("kvk", Some("NL-KVK"), "KvK-nummer", kvk),
        ("agb", None, "AGB-code", agb),
    ]
    .into_iter()
    .filter_map(|(name, scheme, kind, identifier)| {
        let row = IdentifierRow {
            id: &ids.of(&["identifier", slug, name]),
            organization: id,
            scheme,
            kind,
            identifier: identifier?,
        };
        Some(object(&identifier_sheet().write(&row, lines), &[]))
    })
    .collect()
}
