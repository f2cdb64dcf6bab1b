//! Licences by the names that regions write and the names that programs know.

use serde_json::{Map, Value, json};

use crate::model::{DataSource, Site, WebAddress};

/// A licence for data.
pub(super) struct License {
    /// As people write it, in small letters without blanks and signs.
    written: &'static str,
    /// Its name in the list of SPDX.
    name: &'static str,
    title: &'static str,
    /// Where it stands.
    pub(super) address: &'static str,
}

const KNOWN: [License; 6] = [
    License {
        written: "cc010",
        name: "CC0-1.0",
        title: "CC0 1.0",
        address: "https://creativecommons.org/publicdomain/zero/1.0/",
    },
    License {
        written: "cc0",
        name: "CC0-1.0",
        title: "CC0 1.0",
        address: "https://creativecommons.org/publicdomain/zero/1.0/",
    },
    License {
        written: "ccby40",
        name: "CC-BY-4.0",
        title: "CC BY 4.0",
        address: "https://creativecommons.org/licenses/by/4.0/",
    },
    License {
        written: "ccbysa40",
        name: "CC-BY-SA-4.0",
        title: "CC BY-SA 4.0",
        address: "https://creativecommons.org/licenses/by-sa/4.0/",
    },
    License {
        written: "odbl10",
        name: "ODbL-1.0",
        title: "ODbL 1.0",
        address: "https://opendatacommons.org/licenses/odbl/1-0/",
    },
    License {
        written: "pddl10",
        name: "PDDL-1.0",
        title: "PDDL 1.0",
        address: "https://opendatacommons.org/licenses/pddl/1-0/",
    },
];

fn find(written: &str) -> Option<&'static License> {
    let plain: String = written
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    KNOWN.iter().find(|license| license.written == plain)
}

/// The known licences of the sources, each once, in order of name.
pub(super) fn known(site: &Site) -> Vec<&'static License> {
    let mut found: Vec<&License> = site
        .sources
        .iter()
        .filter_map(|source| find(&source.license))
        .collect();
    found.sort_by_key(|license| license.name);
    found.dedup_by_key(|license| license.name);
    found
}

/// `licenses` of a Data Package.
pub(super) fn of_package(site: &Site) -> Vec<Value> {
    known(site)
        .into_iter()
        .map(|license| {
            json!({ "name": license.name, "title": license.title, "path": license.address })
        })
        .collect()
}

/// `sources` of a Data Package.
pub(super) fn sources(site: &Site) -> Vec<Value> {
    site.sources.iter().map(source).collect()
}

fn source(source: &DataSource) -> Value {
    let mut object = Map::new();
    object.insert("title".to_owned(), Value::from(&*source.name));
    if let Some(address) = source.url.as_ref().map(WebAddress::as_str) {
        object.insert("path".to_owned(), Value::from(address));
    }
    Value::Object(object)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_licence_is_known_however_it_is_written() {
        for written in ["CC BY 4.0", "cc-by-4.0", "CC-BY 4.0"] {
            assert_eq!(find(written).map(|license| license.name), Some("CC-BY-4.0"));
        }
        assert!(find("alleen na overleg").is_none());
    }
}
