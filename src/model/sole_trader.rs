//! Sole traders (eenmanszaak, zzp'er): providers that are one person, whose details are personal data.
//!
//! A provider of one person often works at home, so its address, telephone and numbers lead to that person (GDPR art. 4,
//! point 1; the trade register shields the addresses of persons likewise). [`Provider::without_personal_details`] leaves
//! them out before anything else sees the provider, so that no page, file or index can show what it never got.

use std::collections::BTreeSet;

use super::provider::{Coordinates, Location, Provider};

/// A detail by which one can find the person behind a provider of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonalDetail {
    /// The legal name, which is the person's own.
    LegalName,
    /// The number in the trade register.
    Kvk,
    /// The code in the register of care providers.
    Agb,
    /// The web address.
    Website,
    /// The mail address.
    Email,
    /// The telephone numbers, those of locations included.
    Phone,
    /// Street, number and postcode.
    Address,
    /// The exact point of a location.
    Coordinates,
}

impl PersonalDetail {
    /// Every detail with its word in the content, in the order of a provider's file.
    pub const WORDS: [(&'static str, Self); 8] = [
        ("legal_name", Self::LegalName),
        ("kvk", Self::Kvk),
        ("agb", Self::Agb),
        ("website", Self::Website),
        ("email", Self::Email),
        ("phone", Self::Phone),
        ("address", Self::Address),
        ("coordinates", Self::Coordinates),
    ];
}

/// What is kept out of a provider of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoleTrader {
    /// The details that its file has and that are not published. Never their values.
    pub withheld: BTreeSet<PersonalDetail>,
}

/// Keeps what is asked for, and notes what is left out.
struct Sieve<'a> {
    asked_for: &'a BTreeSet<PersonalDetail>,
    withheld: BTreeSet<PersonalDetail>,
}

impl Sieve<'_> {
    fn pass<T>(&mut self, detail: PersonalDetail, value: Option<T>) -> Option<T> {
        if self.asked_for.contains(&detail) {
            return value;
        }
        if value.is_some() {
            self.withheld.insert(detail);
        }
        None
    }

    /// Every field is named, so that a new one does not compile until somebody decides about it.
    fn location(
        &mut self,
        location: Location,
        centre: impl Fn(&Location) -> Option<Coordinates>,
    ) -> Location {
        let of_place = centre(&location);
        let Location {
            slug,
            name,
            address,
            postcode,
            place,
            municipality,
            coordinates,
            is_point_of_postcode,
            phone,
            accessibility,
        } = location;
        let shows_address = self.asked_for.contains(&PersonalDetail::Address);
        // The centre of a postcode area says no more than a postcode that is shown.
        let (coordinates, is_point_of_postcode) = if is_point_of_postcode && shows_address {
            (coordinates, true)
        } else {
            let stated = coordinates.filter(|_| !is_point_of_postcode);
            match self.pass(PersonalDetail::Coordinates, stated) {
                Some(point) => (Some(point), false),
                None => (of_place, of_place.is_some()),
            }
        };
        Location {
            slug,
            name,
            address: self.pass(PersonalDetail::Address, address),
            postcode: self.pass(PersonalDetail::Address, postcode),
            place,
            municipality,
            coordinates,
            is_point_of_postcode,
            phone: self.pass(PersonalDetail::Phone, phone),
            accessibility,
        }
    }
}

impl Provider {
    /// Whether its file has this detail and it is not published.
    #[must_use]
    pub fn keeps_out(&self, detail: PersonalDetail) -> bool {
        let sole_trader = self.sole_trader.as_ref();
        sole_trader.is_some_and(|sole_trader| sole_trader.withheld.contains(&detail))
    }

    /// Whether a telephone number or a mail address is known, be it to editors alone.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        self.phone.is_some()
            || self.email.is_some()
            || self.keeps_out(PersonalDetail::Phone)
            || self.keeps_out(PersonalDetail::Email)
    }

    /// A provider of one person, with no more of its details than it asked to be published. The name under which it works
    /// and its places stay. A point that is not shown becomes `centre`: that of the whole place, for distances.
    #[must_use]
    pub fn without_personal_details(
        self,
        asked_for: &BTreeSet<PersonalDetail>,
        centre: impl Fn(&Location) -> Option<Coordinates>,
    ) -> Self {
        let mut sieve = Sieve {
            asked_for,
            withheld: BTreeSet::new(),
        };
        let Self {
            slug,
            name,
            legal_name,
            kvk,
            agb,
            website,
            email,
            phone,
            sole_trader: _,
            languages,
            level,
            status_note,
            locations,
            reply,
            description,
        } = self;
        let legal_name = sieve.pass(PersonalDetail::LegalName, legal_name);
        let kvk = sieve.pass(PersonalDetail::Kvk, kvk);
        let agb = sieve.pass(PersonalDetail::Agb, agb);
        let website = sieve.pass(PersonalDetail::Website, website);
        let email = sieve.pass(PersonalDetail::Email, email);
        let phone = sieve.pass(PersonalDetail::Phone, phone);
        let locations = locations
            .into_iter()
            .map(|location| sieve.location(location, &centre))
            .collect();
        Self {
            slug,
            name,
            legal_name,
            kvk,
            agb,
            website,
            email,
            phone,
            sole_trader: Some(SoleTrader {
                withheld: sieve.withheld,
            }),
            languages,
            level,
            status_note,
            locations,
            reply,
            description,
        }
    }
}
