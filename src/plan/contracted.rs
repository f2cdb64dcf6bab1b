//! What is contracted in one municipality on one day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{LocationId, MunicipalityId, OfferId, ProductId, ProfileId, ProviderId};

/// What holds in one municipality on the day of the site. Only this is shown.
#[derive(Debug, Default)]
pub struct Contracted {
    /// Offers that hold, in the order of the file.
    pub offers: Vec<OfferId>,
    /// Offers per product, providers in order of name. A product that is bought here but that nobody offers has an
    /// empty list; a product that is not bought here has no entry.
    pub by_product: BTreeMap<ProductId, Vec<OfferId>>,
    /// Offers per provider, products in order of group and name. Has no empty lists.
    pub by_provider: BTreeMap<ProviderId, Vec<OfferId>>,
    /// Providers in the order of lists: by name.
    pub providers: Vec<ProviderId>,
    /// Products that fit a profile and are offered here, and the offers for it, in order of name.
    pub by_profile: BTreeMap<ProfileId, Vec<OfferId>>,
    /// Locations of contracted providers per place, by the place's slug.
    pub by_place: BTreeMap<String, PlaceInPlan>,
    /// Offers of this municipality that start after the day of the site.
    pub coming: Vec<OfferId>,
}

/// A town or village with providers.
#[derive(Debug, Default)]
pub struct PlaceInPlan {
    /// Its name.
    pub name: String,
    /// Who works there and where, in order of name.
    pub locations: Vec<(ProviderId, LocationId)>,
}

/// A provider of the region that is not listed in this municipality, and why.
#[derive(Debug)]
pub struct NotListed {
    /// Who.
    pub provider: ProviderId,
    /// Why.
    pub reason: NotListedReason,
}

/// Why a provider of the region is not listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotListedReason {
    /// Its last contract here ended on this day.
    Ended(Date),
    /// Its first contract here starts on this day.
    Starts(Date),
    /// It is contracted by other municipalities of the region only.
    Elsewhere(Vec<MunicipalityId>),
    /// This municipality does not buy the products it offers here.
    NotBought(Vec<ProductId>),
    /// No municipality of the region has a contract with it now.
    NoContract,
}
