//! `gegevens/datapackage.json`: the tables as a Data Package (Frictionless, version 2).

use std::fmt::Write;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::model::{Dataset, Municipality};
use crate::plan::SitePlan;

use super::license;
use super::table::WrittenTable;

/// The file.
pub const PACKAGE: &str = "datapackage.json";

/// One table as a resource: where it is, what it is and what it must hash to.
pub(super) fn resource(table: &WrittenTable, csv: &str) -> Value {
    let name = table.name;
    json!({
        "name": name,
        "title": table.title,
        "path": format!("{name}.csv"),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "bytes": csv.len(),
        "hash": format!("sha256:{}", hex(&Sha256::digest(csv.as_bytes()))),
        "schema": format!("{name}.schema.json"),
    })
}

/// The package of one municipality.
pub(super) fn package(dataset: &Dataset, plan: &SitePlan, resources: &[Value]) -> String {
    let municipality = dataset.municipality(plan.municipality);
    let title = format!(
        "Jeugdhulp in {}: aanbieders, aanbod, wachttijden en uitkomsten",
        municipality.name
    );
    let mut package = described(dataset, municipality, ("jeugdhulp", &title), resources);
    package["id"] = Value::from(format!("{}gegevens/", municipality.base_url));
    format!("{package}\n")
}

/// What every package of a municipality says of itself: of what day it is, from whom, and what may be done with it. The
/// name is completed with that of the municipality.
pub(super) fn described(
    dataset: &Dataset,
    municipality: &Municipality,
    (name, title): (&str, &str),
    resources: &[Value],
) -> Value {
    let site = dataset.site();
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": format!("{name}-{}", municipality.slug),
        "title": title,
        "homepage": format!("{}gegevens/", municipality.base_url),
        "version": dataset.date().to_string(),
        "created": format!("{}T00:00:00Z", dataset.date()),
        "sources": license::sources(site),
        "contributors": [{ "title": &*site.publisher, "roles": ["publisher"] }],
        "resources": resources,
    });
    if let Some(licenses) = license::of_package(site) {
        package["licenses"] = licenses;
    }
    package
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        write!(text, "{byte:02x}").expect("a string takes every write");
    }
    text
}
