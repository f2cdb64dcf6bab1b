//! Municipalities (gemeenten): one published site each.

use super::accessibility::AccessibilityStatement;
use super::code::{CbsCode, MailAddress, Pc4, PhoneNumber, Postcode, Slug, WebAddress};
use super::house_style::HouseStyle;
use super::ids::{GroupId, MunicipalityId, ProductId};
use super::offer::AgeRange;
use super::provider::Coordinates;
use super::text_page::TextPage;

/// Somebody to turn to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who.
    pub name: Box<str>,
    /// Telephone.
    pub phone: Option<PhoneNumber>,
    /// Mail address.
    pub email: Option<MailAddress>,
    /// Web address.
    pub website: Option<WebAddress>,
    /// Street and number.
    pub address: Option<Box<str>>,
    /// Postcode.
    pub postcode: Option<Postcode>,
    /// Town or village.
    pub place: Option<Box<str>>,
    /// When it is open.
    pub opening_hours: Option<Box<str>>,
}

/// What one turns to a contact of the municipality for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Any question: the local team (lokaal team).
    LocalTeam,
    /// Independent client support (cliëntondersteuning).
    IndependentSupport,
    /// Disagreeing with a decision.
    Disagree,
    /// A complaint.
    Complaint,
}

/// The contacts a municipality names for families.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    /// For a complaint.
    pub complaint: Option<Contact>,
    /// Independent client support (cliëntondersteuning).
    pub independent_support: Option<Contact>,
    /// The independent professional who decides when you disagree.
    pub disagree: Option<Contact>,
}

impl Municipality {
    /// Whom to turn to; nobody when the municipality names nobody for it.
    #[must_use]
    pub fn contact(&self, purpose: Purpose) -> Option<&Contact> {
        match purpose {
            Purpose::LocalTeam => Some(&self.local_team),
            Purpose::IndependentSupport => self.contacts.independent_support.as_ref(),
            Purpose::Disagree => self.contacts.disagree.as_ref(),
            Purpose::Complaint => self.contacts.complaint.as_ref(),
        }
    }
}

/// A municipality of the region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Its folder name.
    pub slug: Slug,
    /// CBS code.
    pub code: CbsCode,
    /// Its name.
    pub name: Box<str>,
    /// Where its site is published, with a closing slash.
    pub base_url: Box<str>,
    /// Products it does not buy.
    pub closed_products: Vec<ProductId>,
    /// Product groups it closed to new providers (dichtgezet).
    pub closed_groups: Vec<GroupId>,
    /// Its own front door (lokaal team).
    pub local_team: Contact,
    /// Other contacts.
    pub contacts: Contacts,
    /// Its own accessibility statement, in the place of the region's.
    pub accessibility: Option<AccessibilityStatement>,
    /// Its own face.
    pub house_style: HouseStyle,
    /// Its own pages: each overrides the region's page of that name, or is added.
    pub pages: Vec<TextPage>,
}

/// Freely accessible help (algemene voorziening).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalService {
    /// Municipalities it is for, in order.
    pub municipalities: Vec<MunicipalityId>,
    /// Its name.
    pub name: Box<str>,
    /// What kind, in free words.
    pub kind: Option<Box<str>>,
    /// A sentence about it.
    pub summary: Option<Box<str>>,
    /// Telephone.
    pub phone: Option<PhoneNumber>,
    /// Mail address.
    pub email: Option<MailAddress>,
    /// Web address.
    pub website: Option<WebAddress>,
    /// Street and number.
    pub address: Option<Box<str>>,
    /// Town or village.
    pub place: Option<Box<str>>,
    /// Ages.
    pub ages: AgeRange,
}

/// One row of the postcode table: a postcode area, or the part of it in one place and municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct PostcodeArea {
    /// Four digits.
    pub pc4: Pc4,
    /// Municipality, which may be outside the region.
    pub municipality: CbsCode,
    /// Town or village.
    pub place: Box<str>,
    /// Its centre.
    pub coordinates: Option<Coordinates>,
}
