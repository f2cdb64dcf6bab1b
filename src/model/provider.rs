//! Providers (aanbieders) and their locations.

use jiff::civil::Date;

use super::code::{
    AgbCode, CbsCode, KvkNumber, LanguageTag, MailAddress, PhoneNumber, Postcode, Slug, WebAddress,
};
use super::sole_trader::SoleTrader;

/// Purchasing level (inkoopniveau).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PurchasingLevel {
    /// By one municipality.
    Local,
    /// By the region.
    Regional,
    /// By several regions together.
    SupraRegional,
    /// By all municipalities together.
    National,
}

/// A point on the earth, in degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

impl Coordinates {
    /// The middle of points, in degrees; none when there are none.
    ///
    /// # Panics
    /// When there are more than four thousand million points.
    #[must_use]
    pub fn middle(points: &[Self]) -> Option<Self> {
        let count = u32::try_from(points.len()).expect("a country has fewer postcodes");
        let mean = |axis: fn(&Self) -> f64| points.iter().map(axis).sum::<f64>() / f64::from(count);
        (count > 0).then(|| Self {
            latitude: mean(|point| point.latitude),
            longitude: mean(|point| point.longitude),
        })
    }
}

/// A place where a provider works.
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    /// Its name within the provider.
    pub slug: Slug,
    /// Its name for visitors.
    pub name: Option<Box<str>>,
    /// Street and number.
    pub address: Option<Box<str>>,
    /// Postcode.
    pub postcode: Option<Postcode>,
    /// Town or village.
    pub place: Option<Box<str>>,
    /// Municipality it lies in, which may be outside the region.
    pub municipality: Option<CbsCode>,
    /// Point, stated or taken from the centre of its postcode area.
    pub coordinates: Option<Coordinates>,
    /// Whether that point is no more than the centre of its postcode area.
    pub is_point_of_postcode: bool,
    /// Telephone.
    pub phone: Option<PhoneNumber>,
    /// Lift, wheelchair, …
    pub accessibility: Option<Box<str>>,
}

/// A provider's own reply beside its scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The text.
    pub text: Box<str>,
    /// When it was given.
    pub date: Date,
}

/// An organisation that gives help.
#[derive(Clone, Debug, PartialEq)]
pub struct Provider {
    /// Its name in files and addresses.
    pub slug: Slug,
    /// Its name for visitors.
    pub name: Box<str>,
    /// Its legal name, when it differs.
    pub legal_name: Option<Box<str>>,
    /// Chamber of commerce number.
    pub kvk: Option<KvkNumber>,
    /// AGB code.
    pub agb: Option<AgbCode>,
    /// Web address.
    pub website: Option<WebAddress>,
    /// Mail address.
    pub email: Option<MailAddress>,
    /// Telephone.
    pub phone: Option<PhoneNumber>,
    /// What is kept out of it, when it is one person. Its fields hold no more than may be published.
    pub sole_trader: Option<SoleTrader>,
    /// Languages in which it helps.
    pub languages: Vec<LanguageTag>,
    /// Purchasing level.
    pub level: Option<PurchasingLevel>,
    /// A sentence that every visitor of the page should read first.
    pub status_note: Option<Box<str>>,
    /// Locations, the main one first.
    pub locations: Vec<Location>,
    /// Its reply beside its scores.
    pub reply: Option<Reply>,
    /// Description, in Markdown that was checked; empty when there is none.
    pub description: Box<str>,
}
