//! The municipality itself: an organisation with its contacts, and the area that services are for.

use crate::model::{Contact, Dataset, MailAddress, Municipality, Purpose};

use super::super::cell::Cell;
use super::ids::Ids;
use super::locations::tooi;
use super::organizations::{
    IdentifierRow, OrganizationRow, PhoneOwner, identifier_sheet, organization_sheet, phone_object,
};
use super::sheet::{Field, Form, Kind, Lines, Sheet, Tab, object};

struct ContactRow<'a> {
    id: &'a str,
    organization: &'a str,
    title: &'static str,
    contact: &'a Contact,
}

fn contact_sheet<'a>() -> Sheet<ContactRow<'a>> {
    Sheet {
        tab: Tab::Contact,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("organization_id", Kind::Owner, |row| {
                Cell::text(Some(row.organization))
            }),
            Field::new("name", Kind::Text, |row| {
                Cell::text(Some(&row.contact.name))
            }),
            Field::new("title", Kind::Text, |row| Cell::word(row.title)),
            Field::new("email", Kind::Mail, |row| {
                Cell::text(row.contact.email.as_ref().map(MailAddress::as_str))
            }),
        ],
    }
}

/// The fields of a contact.
pub(super) fn contact_form() -> Form {
    contact_sheet().form()
}

struct AreaRow<'a> {
    id: &'a str,
    service: &'a str,
    municipality: &'a Municipality,
    uri: &'a str,
}

fn area_sheet<'a>() -> Sheet<AreaRow<'a>> {
    Sheet {
        tab: Tab::ServiceArea,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("service_id", Kind::Owner, |row| {
                Cell::text(Some(row.service))
            }),
            Field::new("name", Kind::Text, |row| {
                Cell::text(Some(&row.municipality.name))
            }),
            Field::new("uri", Kind::Text, |row| Cell::text(Some(row.uri))),
        ],
    }
}

/// The fields of an area.
pub(super) fn area_form() -> Form {
    area_sheet().form()
}

/// Says of services that they are for one municipality.
pub(super) struct Area<'a> {
    municipality: &'a Municipality,
    uri: String,
    ids: &'a Ids,
}

impl<'a> Area<'a> {
    pub(super) fn new(municipality: &'a Municipality, ids: &'a Ids) -> Self {
        Self {
            municipality,
            uri: tooi(&municipality.code),
            ids,
        }
    }

    /// That a service is for this municipality, as a line and as an object.
    pub(super) fn of(&self, service: &str, lines: &mut Lines) -> String {
        let name = ["area", service, self.municipality.code.as_str()];
        let row = AreaRow {
            id: &self.ids.of(&name),
            service,
            municipality: self.municipality,
            uri: &self.uri,
        };
        object(&area_sheet().write(&row, lines), &[])
    }
}

/// The municipality as an organisation, as lines and as an object.
pub(super) fn organization(
    dataset: &Dataset,
    municipality: &Municipality,
    ids: &Ids,
    lines: &mut Lines,
) -> String {
    let code = municipality.code.as_str();
    let id = ids.of(&["municipality", code]);
    let description = format!(
        "De gemeente {} koopt jeugdhulp in samen met {}.",
        municipality.name,
        dataset.site().name
    );
    let row = OrganizationRow {
        id: &id,
        name: &format!("Gemeente {}", municipality.name),
        alternate_name: None,
        description: &description,
        email: None,
        website: Some(&municipality.base_url),
        sole_trader: None,
    };
    let members = organization_sheet().write(&row, lines);
    let identifier = IdentifierRow {
        id: &ids.of(&["identifier", "municipality", code]),
        organization: &id,
        scheme: None,
        kind: "CBS-gemeentecode",
        identifier: code,
    };
    let identifiers = [object(&identifier_sheet().write(&identifier, lines), &[])];
    let contacts = contacts(municipality, &id, ids, lines);
    object(
        &members,
        &[
            ("contacts", &contacts),
            ("organization_identifiers", &identifiers),
        ],
    )
}

fn contacts(
    municipality: &Municipality,
    organization: &str,
    ids: &Ids,
    lines: &mut Lines,
) -> Vec<String> {
    let code = municipality.code.as_str();
    [
        (Purpose::LocalTeam, "local-team", "Lokaal team"),
        (
            Purpose::IndependentSupport,
            "independent-support",
            "Onafhankelijke cliëntondersteuning",
        ),
        (Purpose::Disagree, "disagree", "Niet eens met een besluit"),
        (Purpose::Complaint, "complaint", "Klacht"),
    ]
    .into_iter()
    .filter_map(|(purpose, name, title)| {
        let contact = municipality.contact(purpose)?;
        let id = ids.of(&["contact", code, name]);
        let row = ContactRow {
            id: &id,
            organization,
            title,
            contact,
        };
        let members = contact_sheet().write(&row, lines);
        let phones: Vec<String> = contact
            .phone
            .iter()
            .map(|phone| {
                let own = ids.of(&["phone", "contact", code, name]);
                phone_object(&own, PhoneOwner::Contact(&id), phone, lines)
            })
            .collect();
        Some(object(&members, &[("phones", &phones)]))
    })
    .collect()
}
