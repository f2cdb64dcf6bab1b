//! `gegevens/datapackage.json`: the tables as a Data Package (Frictionless, version 2).

use std::fmt::Write;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::model::Dataset;
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
    let site = dataset.site();
    let municipality = dataset.municipality(plan.municipality);
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": format!("jeugdhulp-{}", municipality.slug),
        "id": format!("{}gegevens/", municipality.base_url),
        "title": format!("Jeugdhulp in {}: aanbieders, aanbod, wachttijden en uitkomsten", municipality.name),
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
    format!("{package}\n")
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        write!(text, "{byte:02x}").expect("a string takes every write");
    }
    text
}
