//! Licences for data: those that are known by their identifier, and the one that a region gives.

use super::code::WebAddress;

/// A licence for data that programs know by its identifier in the list of SPDX (<https://spdx.org/licenses/>).
#[derive(Debug, PartialEq, Eq)]
pub struct KnownLicense {
    /// Its identifier.
    pub id: &'static str,
    /// As people call it.
    pub title: &'static str,
    /// Where it stands.
    pub address: &'static str,
}

impl KnownLicense {
    /// All of them, in order of identifier.
    pub const ALL: [Self; 5] = [
        Self {
            id: "CC-BY-4.0",
            title: "CC BY 4.0",
            address: "https://creativecommons.org/licenses/by/4.0/",
        },
        Self {
            id: "CC-BY-SA-4.0",
            title: "CC BY-SA 4.0",
            address: "https://creativecommons.org/licenses/by-sa/4.0/",
        },
        Self {
            id: "CC0-1.0",
            title: "CC0 1.0",
            address: "https://creativecommons.org/publicdomain/zero/1.0/",
        },
        Self {
            id: "ODbL-1.0",
            title: "ODbL 1.0",
            address: "https://opendatacommons.org/licenses/odbl/1-0/",
        },
        Self {
            id: "PDDL-1.0",
            title: "PDDL 1.0",
            address: "https://opendatacommons.org/licenses/pddl/1-0/",
        },
    ];
}

/// The licence under which a region publishes its own data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataLicense {
    /// Its identifier in the list of SPDX; absent for one that is described in the region's own words.
    pub id: Option<Box<str>>,
    /// As people call it.
    pub title: Box<str>,
    /// Where it stands.
    pub address: WebAddress,
}

#[cfg(test)]
mod tests {
    use super::{KnownLicense, WebAddress};

    #[test]
    fn known_licences_are_in_order_and_stand_at_an_address() {
        assert!(KnownLicense::ALL.is_sorted_by_key(|license| license.id));
        for license in &KnownLicense::ALL {
            let address = WebAddress::parse(license.address).expect("it is an address");
            assert_eq!(address.as_str(), license.address);
        }
    }
}
