//! Open data in the form of the Human Services Data Specification (HSDS) 3.1, held against the schemas of the standard.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use serde_json::{Map, Value, json};

use crate::csv::{self, Row};
use crate::data_package;
use crate::demo::demo;
use crate::harness::{Region, Tree, repository};

/// A compiled schema of the standard; `None` where the standard is not beside the project.
#[expect(clippy::print_stderr, reason = "a test that tries nothing must say so")]
fn standard(name: &str) -> Option<Value> {
    let project = repository();
    let folders = project.ancestors().skip(1);
    let mut files = folders.map(|folder| {
        let compiled = folder.join("shared/standards/hsds-3.1/schema/compiled");
        compiled.join(name)
    });
    let Some(file) = files.find(|file| file.exists()) else {
        eprintln!("skipped: shared/standards/hsds-3.1 is not beside the project");
        return None;
    };
    let text = std::fs::read_to_string(file).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(schema)
        .unwrap()
}

fn expect_valid(validator: &jsonschema::Validator, record: &Value) {
    let faults: Vec<String> = validator
        .iter_errors(record)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(faults, [""; 0], "{record}");
}

fn json(tree: &Tree, path: &str) -> Value {
    let bytes = tree.get(path).unwrap_or_else(|| panic!("no {path}"));
    serde_json::from_slice(bytes).unwrap()
}

/// The records of a file of HSDS.
pub(crate) fn contents(tree: &Tree, municipality: &str, file: &str) -> Vec<Value> {
    let page = json(tree, &format!("{municipality}/gegevens/hsds/{file}.json"));
    let records = page["contents"].as_array().unwrap().clone();
    assert_eq!(page["total_items"], records.len());
    assert_eq!(page["version"], "3.1");
    records
}

/// The files of the package of tables, by name.
pub(crate) fn tables(tree: &Tree, municipality: &str) -> BTreeMap<String, String> {
    files_in(&tree[&format!("{municipality}/gegevens/hsds/hsds.zip")])
}

/// The files of an archive, by name.
pub(crate) fn files_in(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|rank| {
            let mut file = archive.by_index(rank).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

fn rows(tables: &BTreeMap<String, String>, file: &str) -> Vec<Row> {
    csv::read(&tables[file]).1
}

/// The schemas of our profile, each with those it refers to inside it.
fn profile(name: &str) -> Value {
    let text = demo().text(&format!("apeldoorn/gegevens/hsds/profile/{name}.json"));
    let mut schema: Value = serde_json::from_str(text).unwrap();
    for property in schema["properties"].as_object_mut().unwrap().values_mut() {
        if let Some(other) = property["items"]["$ref"].as_str() {
            property["items"] = profile(other.strip_suffix(".json").unwrap());
        }
    }
    schema
}

#[test]
fn every_service_and_organisation_is_valid_by_the_standard_and_by_our_profile() {
    let Some(service) = standard("service_with_definitions.json") else {
        return;
    };
    let list = standard("service_list.json").unwrap();
    let definitions = service["definitions"].clone();
    let organization = json!({ "$ref": "#/definitions/organization", "definitions": definitions });
    let of_services = [&service, &list, &profile("service")].map(validator);
    let of_organizations = [&organization, &profile("organization")].map(validator);
    for municipality in demo().municipalities() {
        for (file, validators) in [
            ("services", of_services.as_slice()),
            ("organizations", of_organizations.as_slice()),
        ] {
            let records = contents(&demo().tree, municipality, file);
            assert!(records.len() > 20, "{municipality} {file}");
            for record in &records {
                assert!(record.get("wait_time").is_none(), "it is deprecated");
                for validator in validators {
                    expect_valid(validator, record);
                }
            }
        }
    }
}

/// A cell as the standard wants it: numbers as numbers, and nothing for an empty cell that it does not ask for.
fn as_record(row: &Row, schema: &Value) -> Value {
    let is_required = |name: &str| {
        ["required", "tabular_required"].iter().any(|list| {
            let names = schema[*list].as_array();
            names.is_some_and(|names| names.iter().any(|own| own == name))
        })
    };
    let cells = row.iter().filter_map(|(name, cell)| {
        let value = match schema["properties"][name]["type"].as_str() {
            _ if cell.is_empty() && !is_required(name) => return None,
            Some("number") => json!(cell.parse::<f64>().unwrap()),
            _ => json!(cell),
        };
        Some((name.clone(), value))
    });
    Value::Object(cells.collect::<Map<String, Value>>())
}

/// The schema of a table without the lists that stand in other tables.
fn flat(items: &Value) -> Value {
    let mut schema = items.clone();
    let properties = schema["properties"].as_object_mut().unwrap();
    properties.retain(|_, property| property["type"] != "array" && property.get("$ref").is_none());
    schema
}

#[test]
fn every_row_of_every_table_is_valid_by_the_standard() {
    let Some(tabular) = standard("tabular.json") else {
        return;
    };
    let mut checked = BTreeSet::new();
    for municipality in demo().municipalities() {
        let tables = tables(&demo().tree, municipality);
        for (name, table) in tabular["properties"].as_object().unwrap() {
            let schema = flat(&table["items"]);
            let file = schema["path"].as_str().unwrap();
            let Some(text) = tables.get(file) else {
                continue;
            };
            let (header, rows) = csv::read(text);
            let extra = [
                "contract_from",
                "contract_to",
                "support_profiles",
                "intensities",
                "admission",
                "withheld_details",
            ];
            for heading in &header {
                let is_known = schema["properties"].get(heading).is_some();
                assert!(
                    is_known || extra.contains(&heading.as_str()),
                    "{file}: {heading}"
                );
            }
            for required in schema["required"].as_array().unwrap() {
                assert!(
                    header.iter().any(|own| own == required),
                    "{file}: {required}"
                );
            }
            let validator = validator(&schema);
            for row in &rows {
                expect_valid(&validator, &as_record(row, &schema));
            }
            if !rows.is_empty() {
                checked.insert(name.clone());
            }
        }
    }
    assert_eq!(checked.len(), 14, "{checked:?}");
}

#[test]
fn every_table_is_as_the_package_describes_it_and_every_link_leads_to_a_record() {
    for municipality in demo().municipalities() {
        let tables = tables(&demo().tree, municipality);
        let package: Value = serde_json::from_str(&tables["datapackage.json"]).unwrap();
        let resources = package["resources"].as_array().unwrap();
        assert_eq!(resources.len() + 1, tables.len());
        let mut ids: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for resource in resources {
            let file = resource["path"].as_str().unwrap();
            let faults = data_package::faults(&resource["schema"], &tables[file]);
            assert_eq!(faults, [""; 0], "{municipality} {file}");
            let own = rows(&tables, file).into_iter().map(|row| row["id"].clone());
            ids.insert(resource["name"].as_str().unwrap(), own.collect());
        }
        for resource in resources {
            for row in rows(&tables, resource["path"].as_str().unwrap()) {
                for (name, cell) in &row {
                    let Some(other) = name.strip_suffix("_id").filter(|_| !cell.is_empty()) else {
                        continue;
                    };
                    let other = if other == "link" {
                        &row["link_entity"]
                    } else {
                        other
                    };
                    assert!(ids[other].contains(cell), "{municipality}: {name} {cell}");
                }
            }
        }
    }
}

#[test]
fn the_tables_hold_the_records_of_the_json() {
    let tree = &demo().tree;
    for municipality in demo().municipalities() {
        let tables = tables(tree, municipality);
        let ids = |file: &str| -> BTreeSet<String> {
            let rows = rows(&tables, file).into_iter();
            rows.map(|row| row["id"].clone()).collect()
        };
        let own = |record: &Value| record["id"].as_str().unwrap().to_owned();
        let inside = |records: &[Value], list: &str| -> BTreeSet<String> {
            let lists = records.iter().filter_map(|record| record[list].as_array());
            lists.flatten().map(own).collect()
        };
        let services = contents(tree, municipality, "services");
        let organizations = contents(tree, municipality, "organizations");
        let all = |records: &[Value]| -> BTreeSet<String> { records.iter().map(own).collect() };
        assert_eq!(all(&services), ids("services.csv"));
        assert_eq!(all(&organizations), ids("organizations.csv"));
        for (records, list, file) in [
            (&services, "waiting_times", "waiting_times.csv"),
            (&services, "languages", "languages.csv"),
            (&services, "service_areas", "service_areas.csv"),
            (&services, "attributes", "attributes.csv"),
            (&services, "service_at_locations", "service_at_location.csv"),
            (&organizations, "outcomes", "outcomes.csv"),
            (&organizations, "locations", "locations.csv"),
            (&organizations, "contacts", "contacts.csv"),
        ] {
            assert_eq!(inside(records, list), ids(file), "{municipality} {file}");
            assert!(!ids(file).is_empty(), "{municipality} {file}");
        }
    }
}

#[test]
fn the_same_record_has_the_same_id_in_every_municipality() {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut met_again = 0;
    for municipality in demo().municipalities() {
        for service in contents(&demo().tree, municipality, "services") {
            let organization = &service["organization"];
            let record =
                |record: &Value, name: String| (record["id"].as_str().unwrap().to_owned(), name);
            for (id, name) in [
                record(organization, organization["name"].to_string()),
                record(
                    &service,
                    format!("{} {}", organization["name"], service["name"]),
                ),
            ] {
                if let Some(known) = names.insert(id, name.clone()) {
                    assert_eq!(known, name);
                    met_again += 1;
                }
            }
        }
    }
    let unique: BTreeSet<&String> = names.values().collect();
    assert_eq!(unique.len(), names.len(), "no two ids for one record");
    assert!(met_again > 100);
}

#[test]
fn an_id_does_not_change_with_what_is_said_of_the_record() {
    let region = Region::small();
    region.build().succeeded();
    let before = contents(&region.tree(), "apeldoorn", "services");
    region.change(
        "content/providers/de-lindeboom.md",
        "Stichting De Lindeboom",
        "De Nieuwe Lindeboom",
    );
    let kompas = "kompas,vaktherapie,apeldoorn,,,,,,2026-01-01,,open,\n";
    region.append("content/offers.csv", kompas);
    region.build().succeeded();
    let after = contents(&region.tree(), "apeldoorn", "services");
    assert_eq!((before.len(), after.len()), (2, 3));
    let ids = |services: &[Value]| -> BTreeSet<String> {
        services
            .iter()
            .map(|service| service["id"].to_string())
            .collect()
    };
    assert!(ids(&after).is_superset(&ids(&before)));
}

#[test]
fn a_wait_keeps_its_kind_its_words_its_date_and_its_source() {
    let region = Region::small();
    region.build().succeeded();
    let services = contents(&region.tree(), "apeldoorn", "services");
    let waits = |name: &str| {
        let of = |service: &&Value| service["alternate_name"].to_string().contains(name);
        let mut waits = services.iter().find(of).unwrap()["waiting_times"].clone();
        for wait in waits.as_array_mut().unwrap() {
            wait.as_object_mut().unwrap().remove("id");
        }
        waits
    };
    assert_eq!(
        waits("ndividu"),
        json!([{
            "kind": "intake", "basis": "expected", "statistic": "mean", "status": "open",
            "value": 2, "unit": "weeks", "reference_date": "2026-11-01", "fetched_on": "2026-11-03",
            "source": "opgave van de aanbieder", "freshness": "current",
        }])
    );
    assert_eq!(
        waits("aktherapie"),
        json!([{
            "kind": "treatment", "basis": "expected", "statistic": "unspecified", "status": "open",
            "text": "in overleg", "reference_date": "2026-11-01",
            "source": "opgave van de aanbieder", "freshness": "current",
        }])
    );
    let stop = &contents(&region.tree(), "zutphen", "services");
    let stop = stop
        .iter()
        .find(|service| service["admission"] == "stop")
        .unwrap();
    assert_eq!(stop["status"], "active");
    assert_eq!(stop["waiting_times"][0]["status"], "stop");
    assert!(stop["alert"].as_str().unwrap().contains("aanmeldstop"));
    assert!(stop["waiting_times"][0].get("value").is_none());
}

#[test]
fn no_cell_of_any_table_is_taken_for_a_formula_and_json_holds_what_was_written() {
    let region = Region::small();
    region.change(
        "content/providers/de-lindeboom.md",
        "name = \"Stichting De Lindeboom\"",
        "name = \"=HYPERLINK(1)\"",
    );
    region.change(
        "content/providers/de-lindeboom.md",
        "phone = \"055 000 10 01\"",
        "phone = \"+31 55 000 10 01\"",
    );
    region.change(
        "content/offers.csv",
        "Ook op zaterdag.",
        "Ook zaterdag;@SOM(A1)",
    );
    region.build().succeeded();
    let tree = region.tree();
    let mut sheets = tables(&tree, "apeldoorn");
    sheets.remove("datapackage.json");
    for name in crate::open_data::TABLES {
        let bytes = &tree[&format!("apeldoorn/gegevens/{name}.csv")];
        sheets.insert(name.to_owned(), String::from_utf8(bytes.clone()).unwrap());
    }
    let mut defused = BTreeSet::new();
    for (name, text) in &sheets {
        for (heading, cell) in csv::read(text).1.into_iter().flatten() {
            for part in cell.split([';', '\n']) {
                let is_number = part.parse::<f64>().is_ok();
                let begins = part.trim_start().starts_with(['=', '+', '-', '@']);
                assert!(!begins || is_number, "{name} {heading}: {cell}");
                if part.starts_with('\'') {
                    defused.insert(part.to_owned());
                }
            }
        }
    }
    assert_eq!(
        defused.iter().collect::<Vec<_>>(),
        ["'+31 55 000 10 01", "'=HYPERLINK(1)", "'@SOM(A1)"]
    );
    let organizations = contents(&tree, "apeldoorn", "organizations");
    let provider = &organizations[1];
    assert_eq!(provider["name"], "=HYPERLINK(1)");
    assert_eq!(provider["phones"][0]["number"], "+31 55 000 10 01");
}

#[test]
fn the_archive_is_in_order_and_of_no_moment() {
    let bytes = &demo().tree["apeldoorn/gegevens/hsds/hsds.zip"];
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut names = Vec::new();
    for rank in 0..archive.len() {
        let file = archive.by_index(rank).unwrap();
        assert_eq!(file.last_modified(), Some(zip::DateTime::DEFAULT));
        names.push(file.name().unwrap().into_owned());
    }
    assert!(names.is_sorted(), "{names:?}");
}
