//! Offers (aanbod): what the contracts say, per provider, product and municipality.

use jiff::civil::Date;

use super::ids::{IntensityId, LocationId, MunicipalityId, ProductId, ProfileId, ProviderId};

/// Whether new clients are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Admission {
    /// Takes new clients.
    Open,
    /// Takes no new clients now (aanmeldstop).
    Stop,
    /// Not known.
    Unknown,
}

/// Ages in whole years; an end that is not stated is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AgeRange {
    /// Youngest age.
    pub from: Option<u8>,
    /// Oldest age, that year included.
    pub to: Option<u8>,
}

impl AgeRange {
    /// Whether some age is in both. An end that is not stated leaves the range open.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        let begins_in_time = |one: Self, other: Self| match (one.from, other.to) {
            (Some(from), Some(to)) => from <= to,
            (Some(_), None) | (None, Some(_) | None) => true,
        };
        begins_in_time(self, other) && begins_in_time(other, self)
    }
}

/// One row of what the contracts say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Who.
    pub provider: ProviderId,
    /// What.
    pub product: ProductId,
    /// Where it is contracted, in order, without doubles.
    pub municipalities: Vec<MunicipalityId>,
    /// For which profiles; empty when not stated.
    pub profiles: Vec<ProfileId>,
    /// In which intensities; empty when not stated.
    pub intensities: Vec<IntensityId>,
    /// For which ages.
    pub ages: AgeRange,
    /// At which locations; empty when at all of them.
    pub locations: Vec<LocationId>,
    /// First day.
    pub valid_from: Date,
    /// Last day, when one is known.
    pub valid_to: Option<Date>,
    /// Whether new clients are taken.
    pub admission: Admission,
    /// A sentence for visitors.
    pub note: Option<Box<str>>,
}

impl Offer {
    /// Whether the contract holds on a day.
    #[must_use]
    pub fn is_contracted_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(from: Option<u8>, to: Option<u8>) -> AgeRange {
        AgeRange { from, to }
    }

    #[test]
    fn ranges_meet_when_they_share_an_age() {
        let school = range(Some(4), Some(11));
        assert!(school.meets(range(Some(11), Some(18))));
        assert!(school.meets(range(None, Some(4))));
        assert!(school.meets(range(None, None)));
        assert!(!school.meets(range(Some(12), None)));
        assert!(!school.meets(range(Some(0), Some(3))));
    }
}
