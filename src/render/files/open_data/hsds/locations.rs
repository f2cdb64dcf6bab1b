//! Locations, with their addresses, telephone numbers and accessibility.

use crate::model::{CbsCode, Coordinates, Location, Postcode, Provider};

use super::super::cell::Cell;
use super::ids::Ids;
use super::organizations::{PhoneOwner, phone_object};
use super::provinces::province;
use super::sheet::{Field, Kind, Lines, Sheet, Tab, object};

/// A location of a provider.
pub(super) struct LocationRow<'a> {
    id: &'a str,
    organization: &'a str,
    provider: &'a Provider,
    location: &'a Location,
}

pub(super) fn location_sheet<'a>() -> Sheet<LocationRow<'a>> {
    Sheet {
        tab: Tab::Location,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("location_type", Kind::Word(&["physical"]), |_| {
                Cell::word("physical")
            }),
            Field::new("organization_id", Kind::Owner, |row| {
                Cell::text(Some(row.organization))
            }),
            Field::new("name", Kind::Text, |row| {
                let name = row.location.name.as_deref();
                Cell::text(name.or(Some(&*row.provider.name)))
            }),
            Field::new("latitude", Kind::Number, |row| {
                degrees(row, |point| point.latitude)
            }),
            Field::new("longitude", Kind::Number, |row| {
                degrees(row, |point| point.longitude)
            }),
        ],
    }
}

fn degrees<'row>(row: &LocationRow<'_>, axis: fn(Coordinates) -> f64) -> Cell<'row> {
    match row.location.coordinates {
        Some(point) => Cell::decimal(axis(point), 5),
        None => Cell::Empty,
    }
}

/// Where a location stands. HSDS wants every part of an address; a part that is not known is an empty text.
pub(super) struct AddressRow<'a> {
    id: &'a str,
    location: &'a str,
    at: &'a Location,
}

pub(super) fn address_sheet<'a>() -> Sheet<AddressRow<'a>> {
    Sheet {
        tab: Tab::Address,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("location_id", Kind::Owner, |row| {
                Cell::text(Some(row.location))
            }),
            Field::new("address_1", Kind::Text, |row| {
                text_or_blank(row.at.address.as_deref())
            }),
            Field::new("city", Kind::Text, |row| {
                text_or_blank(row.at.place.as_deref())
            }),
            Field::new("state_province", Kind::Text, |row| {
                text_or_blank(row.at.municipality.as_ref().and_then(province))
            }),
            Field::new("postal_code", Kind::Text, |row| {
                text_or_blank(row.at.postcode.as_ref().map(Postcode::as_str))
            }),
            Field::new("country", Kind::Text, |_| Cell::word("NL")),
            Field::new("address_type", Kind::Word(&["physical"]), |_| {
                Cell::word("physical")
            }),
        ],
    }
}

fn text_or_blank(text: Option<&str>) -> Cell<'_> {
    text.map_or(Cell::word(""), |text| Cell::text(Some(text)))
}

/// What is said about reaching and entering a location.
pub(super) struct AccessibilityRow<'a> {
    id: &'a str,
    location: &'a str,
    description: &'a str,
}

pub(super) fn accessibility_sheet<'a>() -> Sheet<AccessibilityRow<'a>> {
    Sheet {
        tab: Tab::Accessibility,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("location_id", Kind::Owner, |row| {
                Cell::text(Some(row.location))
            }),
            Field::new("description", Kind::Text, |row| {
                Cell::text(Some(row.description))
            }),
        ],
    }
}

/// The id of a location of a provider.
pub(super) fn id_of(ids: &Ids, provider: &Provider, location: &Location) -> String {
    ids.of(&["location", provider.slug.as_str(), location.slug.as_str()])
}

/// A location as lines and as an object.
pub(super) fn write(
    provider: &Provider,
    location: &Location,
    organization: &str,
    ids: &Ids,
    lines: &mut Lines,
) -> String {
    let id = id_of(ids, provider, location);
    let part = |kind: &str| ids.of(&[kind, provider.slug.as_str(), location.slug.as_str()]);
    let row = LocationRow {
        id: &id,
        organization,
        provider,
        location,
    };
    let members = location_sheet().write(&row, lines);
    let mut addresses = Vec::new();
    if has_address(location) {
        let row = AddressRow {
            id: &part("address"),
            location: &id,
            at: location,
        };
        addresses.push(object(&address_sheet().write(&row, lines), &[]));
    }
    let mut accessibility = Vec::new();
    if let Some(description) = location.accessibility.as_deref() {
        let row = AccessibilityRow {
            id: &part("accessibility"),
            location: &id,
            description,
        };
        accessibility.push(object(&accessibility_sheet().write(&row, lines), &[]));
    }
    let mut phones = Vec::new();
    if let Some(phone) = &location.phone {
        let owner = PhoneOwner::Location(&id);
        phones.push(phone_object(&part("phone"), owner, phone, lines));
    }
    object(
        &members,
        &[
            ("addresses", &addresses),
            ("accessibility", &accessibility),
            ("phones", &phones),
        ],
    )
}

/// Whether anything is known of where it stands.
fn has_address(location: &Location) -> bool {
    location.address.is_some() || location.postcode.is_some() || location.place.is_some()
}

/// The address of a municipality in the register of the Dutch government (TOOI).
pub(in super::super) fn tooi(code: &CbsCode) -> String {
    format!(
        "https://identifier.overheid.nl/tooi/id/gemeente/gm{}",
        code.as_str()
    )
}
