//! The catalogue of what is published (DCAT).

use serde_json::Value;

use crate::demo::demo;

fn catalog(municipality: &str) -> Value {
    let text = demo().text(&format!("{municipality}/gegevens/catalog.jsonld"));
    serde_json::from_str(text).unwrap()
}

fn id(value: &Value) -> &str {
    value["@id"].as_str().unwrap_or_else(|| panic!("{value}"))
}

#[test]
fn every_file_of_the_catalogue_is_published_at_that_address() {
    for slug in demo().municipalities() {
        let tables = demo().text(&format!("{slug}/gegevens/gegevens.json"));
        let tables: Value = serde_json::from_str(tables).unwrap();
        let base_url = tables["over"]["adres"].as_str().unwrap();
        let catalog = catalog(slug);
        let mut files = Vec::new();
        for dataset in catalog["dcat:dataset"].as_array().unwrap() {
            for distribution in dataset["dcat:distribution"].as_array().unwrap() {
                let address = id(&distribution["dcat:downloadURL"]);
                let inside = address.strip_prefix(base_url).unwrap();
                assert!(demo().has(&format!("{slug}/{inside}")), "{address}");
                files.push(inside.to_owned());
            }
        }
        files.sort();
        assert_eq!(
            files,
            [
                "gegevens/aanbieders.csv",
                "gegevens/aanbod.csv",
                "gegevens/datapackage.json",
                "gegevens/gegevens.json",
                "gegevens/gemiddelden.csv",
                "gegevens/hsds/hsds.zip",
                "gegevens/hsds/organizations.json",
                "gegevens/hsds/services.json",
                "gegevens/uitkomsten.csv",
                "gegevens/wachttijden.csv",
            ]
        );
    }
}

#[test]
fn every_dataset_and_file_says_what_catalogues_ask_for() {
    let catalog = catalog("apeldoorn");
    let everything = [
        "dct:title",
        "dct:description",
        "dct:publisher",
        "dcat:contactPoint",
        "dct:issued",
        "dct:modified",
        "dct:language",
    ];
    for name in everything {
        assert!(catalog.get(name).is_some(), "the catalogue has no {name}");
    }
    for dataset in catalog["dcat:dataset"].as_array().unwrap() {
        let own = [
            "dct:identifier",
            "dcat:theme",
            "dct:spatial",
            "dct:accessRights",
        ];
        for name in everything.iter().chain(&own) {
            assert!(dataset.get(*name).is_some(), "no {name} in {dataset}");
        }
        let place = "https://identifier.overheid.nl/tooi/id/gemeente/gm0200";
        assert_eq!(id(&dataset["dct:spatial"]), place);
        assert_eq!(dataset["dct:modified"]["@value"], "2026-11-15");
        for file in dataset["dcat:distribution"].as_array().unwrap() {
            assert!(id(&file["dcat:mediaType"]).starts_with("https://www.iana.org/"));
            let license = &file["dct:license"];
            assert_eq!(id(license), "https://creativecommons.org/licenses/by/4.0/");
        }
    }
}

#[test]
fn the_page_about_open_data_leads_to_every_file() {
    let page = demo().text("apeldoorn/gegevens/index.html");
    let folder = "apeldoorn/gegevens/";
    for path in demo().tree.keys() {
        if let Some(file) = path
            .strip_prefix(folder)
            .filter(|file| *file != "index.html")
        {
            assert!(page.contains(&format!("gegevens/{file}\"")), "{file}");
        }
    }
    assert!(page.contains("Gemaakt op 15 november 2026."));
}
