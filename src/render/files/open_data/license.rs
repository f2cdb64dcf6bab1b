//! What open data say of their licence and their sources.

use serde_json::{Map, Value, json};

use crate::model::{DataSource, Site, WebAddress};

/// `licenses` of a Data Package: the one that the region gives. Without one there is no such key, for absent is not free.
pub(super) fn of_package(site: &Site) -> Option<Value> {
    let license = site.license.as_ref()?;
    let mut object = Map::new();
    if let Some(id) = &license.id {
        object.insert("name".to_owned(), Value::from(&**id));
    }
    object.insert("title".to_owned(), Value::from(&*license.title));
    object.insert("path".to_owned(), Value::from(license.address.as_str()));
    Some(json!([object]))
}

/// What everybody may do with the data, in Dutch words.
pub(super) fn rights(site: &Site) -> String {
    match &site.license {
        Some(license) => format!(
            "U mag deze bestanden gebruiken volgens de licentie {}. Noem de bron en de datum.",
            license.title
        ),
        None => format!(
            "Bij deze bestanden is geen licentie gegeven. Wilt u ze gebruiken? Vraag het eerst: {}",
            site.contact_email.as_str()
        ),
    }
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
