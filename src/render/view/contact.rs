//! How to reach somebody: telephone, mail, web, address.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Contact, Location, MailAddress, PhoneNumber, Provider, WebAddress};
use crate::render::travel::points_text;

/// A telephone number, as it is read and as it is dialled.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PhoneView<'a> {
    /// As it is written.
    pub text: &'a str,
    /// For a `tel:` link.
    pub dial: String,
}

impl<'a> PhoneView<'a> {
    /// The number of somebody.
    #[must_use]
    pub fn new(phone: &'a PhoneNumber) -> Self {
        Self {
            text: phone.as_str(),
            dial: phone.dial(),
        }
    }
}

/// A web address, as it is read and as it is followed.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct WebsiteView<'a> {
    /// Without `https://www.`.
    pub text: &'a str,
    /// The whole address.
    pub href: &'a str,
}

impl<'a> WebsiteView<'a> {
    /// The site of somebody.
    #[must_use]
    pub fn new(website: &'a WebAddress) -> Self {
        Self {
            text: website.display(),
            href: website.as_str(),
        }
    }
}

/// Somebody to turn to: the component `contact`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ContactView<'a> {
    /// Who, or which location.
    pub name: Option<&'a str>,
    /// Telephone.
    pub phone: Option<PhoneView<'a>>,
    /// Mail address.
    pub email: Option<&'a str>,
    /// Web address.
    pub website: Option<WebsiteView<'a>>,
    /// Street and number.
    pub address: Option<&'a str>,
    /// Postcode.
    pub postcode: Option<&'a str>,
    /// Town or village.
    pub place: Option<&'a str>,
    /// When it is open.
    pub opening_hours: Option<&'a str>,
    /// Lift, wheelchair, …
    pub accessibility: Option<&'a str>,
    /// The point of a location, for distances; empty when it is not known.
    pub at: String,
}

impl<'a> ContactView<'a> {
    /// A contact of a municipality.
    #[must_use]
    pub fn of_contact(contact: &'a Contact) -> Self {
        Self {
            name: Some(&contact.name),
            phone: contact.phone.as_ref().map(PhoneView::new),
            email: contact.email.as_ref().map(MailAddress::as_str),
            website: contact.website.as_ref().map(WebsiteView::new),
            address: contact.address.as_deref(),
            postcode: contact
                .postcode
                .as_ref()
                .map(crate::model::Postcode::as_str),
            place: contact.place.as_deref(),
            opening_hours: contact.opening_hours.as_deref(),
            accessibility: None,
            at: String::new(),
        }
    }

    /// A provider's own numbers, without its locations.
    #[must_use]
    pub fn of_provider(provider: &'a Provider) -> Self {
        Self {
            name: None,
            phone: provider.phone.as_ref().map(PhoneView::new),
            email: provider.email.as_ref().map(MailAddress::as_str),
            website: provider.website.as_ref().map(WebsiteView::new),
            address: None,
            postcode: None,
            place: None,
            opening_hours: None,
            accessibility: None,
            at: String::new(),
        }
    }

    /// A location of a provider.
    #[must_use]
    pub fn of_location(location: &'a Location) -> Self {
        Self {
            name: location.name.as_deref(),
            phone: location.phone.as_ref().map(PhoneView::new),
            email: None,
            website: None,
            address: location.address.as_deref(),
            postcode: location
                .postcode
                .as_ref()
                .map(crate::model::Postcode::as_str),
            place: location.place.as_deref(),
            opening_hours: None,
            accessibility: location.accessibility.as_deref(),
            at: points_text([location]),
        }
    }
}
