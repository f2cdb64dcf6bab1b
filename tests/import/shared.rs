//! Real files of others, where they are kept beside the project: every record is imported or reported.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::desk::Desk;
use super::nza::data;
use super::program::{Said, import};

fn content(desk: &Desk) {
    desk.put("content/products/jeugd-ggz.md", "+++\n+++\n");
    desk.put(
        "content/municipalities/amsterdam/municipality.toml",
        "code = \"0363\"\nname = \"Amsterdam\"\n",
    );
}

/// Each reported record has a warning of its own.
fn assert_accounted(said: &Said, what: &str) {
    let [read, imported, reported] = said.counts();
    assert_eq!(read, imported + reported, "{what}");
    let warnings = said.problems();
    let warnings = warnings.iter().filter(|problem| problem.contains("W1102"));
    assert_eq!(warnings.count(), reported, "{what}\n{}", said.out);
    assert_eq!(said.code, Some(0), "{what}");
}

fn files(desk: &Desk, folder: &str) -> usize {
    fs::read_dir(desk.path(folder)).unwrap().count()
}

const AMSTERDAM: &str = r#"
[source]
each = "locaties"

[provider]
name = "naam"
website = "website"
phone = "telefoon"
email = "email"

[main_location]
id = { column = "adres", find = "postcode" }
postcode = { column = "adres", find = "postcode" }
latitude = "positie.lat"
longitude = "positie.lng"

[location]
id = "locaties.naam"
name = "locaties.naam"
postcode = { column = "locaties.adres", find = "postcode" }
latitude = "locaties.positie.lat"
longitude = "locaties.positie.lng"

[product]
constant = "jeugd-ggz"

[offer]
municipalities = { constant = "amsterdam" }
valid_from = { constant = "2025-01-01" }
"#;

#[test]
fn all_providers_and_locations_of_amsterdam_are_there() {
    let Some(data) = data() else {
        println!("skipped: there is no folder `shared/data` beside the project");
        return;
    };
    let file = data.join("providers-nl/ggz_jeugd_amsterdam_2025.json");
    let raw: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let providers = raw.as_array().unwrap();
    let locations =
        |provider: &serde_json::Value| provider["locaties"].as_array().map_or(0, Vec::len);
    let all: usize = providers.iter().map(locations).sum();
    let records: usize = providers
        .iter()
        .map(|provider| locations(provider).max(1))
        .sum();
    assert_eq!((providers.len(), all), (24, 38));

    let desk = Desk::new(AMSTERDAM, "");
    content(&desk);
    let said = desk.import("mapping.toml", file.to_str().unwrap());
    assert_accounted(&said, "Amsterdam");
    assert_eq!(said.counts(), [records, records, 0], "{}", said.out);
    assert_eq!(files(&desk, "content/providers"), 24);
    let names: usize = fs::read_dir(desk.path("content/providers"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .map(|text| text.matches("\nname = ").count() - 1)
        .sum();
    assert_eq!(names, 38, "every location has its name");
    assert_eq!(desk.read("content/offers.csv").lines().count(), 25);
}

const DIRECTORY: &str = r#"
[source]
format = "hsds"

[provider]
slug = "organization.id"
name = "organization.name"
website = "organization.website"
phone = "organization.phone"

[location]
id = "location.id"
name = "location.name"

[product]
constant = "jeugd-ggz"

[offer]
municipalities = { constant = "*" }
valid_from = { constant = "2026-01-01" }
"#;

/// A second reader of CSV, as simple as these files allow: rows of cells by column.
fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(path).unwrap();
    let (mut records, mut record, mut cell, mut is_quoted) =
        (Vec::new(), Vec::new(), String::new(), false);
    for character in text.trim_start_matches('\u{feff}').chars() {
        match character {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => record.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            '\r' if !is_quoted => {}
            other => cell.push(other),
        }
    }
    if !cell.is_empty() || !record.is_empty() {
        record.push(cell);
        records.push(record);
    }
    let header = records.remove(0);
    records.retain(|record| record.iter().any(|cell| !cell.trim().is_empty()));
    records
        .into_iter()
        .map(|record| header.iter().cloned().zip(record).collect())
        .collect()
}

fn column<'a>(rows: &'a [BTreeMap<String, String>], name: &str) -> BTreeSet<&'a str> {
    rows.iter()
        .filter_map(|row| row.get(name).map(|cell| cell.trim()))
        .filter(|cell| !cell.is_empty())
        .collect()
}

/// Imports a directory of CSV files, and counts its organisations and locations a second time. `None` where the folder
/// is missing.
fn directory(name: &str, prefix: &str, id: &str) -> Option<(Said, Desk)> {
    let data = data()?;
    let folder = data.join("hsds").join(name);
    let desk = Desk::new(DIRECTORY, "");
    content(&desk);
    let said = desk.import("mapping.toml", folder.to_str().unwrap());
    assert_accounted(&said, name);
    let own = |noun: &str| {
        if prefix.is_empty() {
            id.to_owned()
        } else {
            format!("{noun}_{id}")
        }
    };
    let organizations = rows(&folder.join("organizations.csv"));
    let locations = rows(&folder.join("locations.csv"));
    let services = rows(&folder.join("services.csv"));
    let known = column(&organizations, &own("organization"));
    assert_eq!(files(&desk, "content/providers"), known.len(), "{name}");
    let mut written = BTreeSet::new();
    for entry in fs::read_dir(desk.path("content/providers")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for line in text.lines().filter_map(|line| line.strip_prefix("id = \"")) {
            written.insert(line.trim_end_matches('"').to_owned());
        }
    }
    let reported: Vec<&str> = said.problems();
    let lost = column(&locations, &own("location"))
        .into_iter()
        .filter(|id| !written.contains(*id));
    let reported_locations = reported
        .iter()
        .filter(|line| line.contains("locations.csv") && line.contains("W1102"));
    assert_eq!(
        lost.count(),
        reported_locations.count(),
        "{name}\n{}",
        said.out
    );
    let [read, _, _] = said.counts();
    let is_gone = |row: &BTreeMap<String, String>| {
        let status = row.get("status").map(String::as_str);
        matches!(status, Some("inactive" | "defunct"))
    };
    let mut present = services.clone();
    present.retain(|row| !is_gone(row));
    let linked = column(&present, "location_id");
    let unlinked = locations.len() - linked.len();
    let with_records: BTreeSet<&str> = column(&services, &format!("organization_{id}"))
        .into_iter()
        .chain(column(&locations, &format!("organization_{id}")))
        .collect();
    let alone = known
        .iter()
        .filter(|id| !with_records.contains(*id))
        .count();
    assert_eq!(
        read,
        services.len() + unlinked + alone,
        "{name}\n{}",
        said.out
    );
    Some((said, desk))
}

#[test]
fn all_records_of_the_directory_of_illinois_are_imported_or_reported() {
    let Some((said, _)) = directory("ilao", "", "id") else {
        println!("skipped: there is no folder `shared/data` beside the project");
        return;
    };
    assert!(
        said.out
            .contains("rows of `regular_schedules` are not used"),
        "{}",
        said.out
    );
}

#[test]
fn all_records_of_the_directory_of_florida_are_imported_or_reported() {
    if directory("florida_legal", "own", "uuid").is_none() {
        println!("skipped: there is no folder `shared/data` beside the project");
    }
}

#[test]
fn all_records_of_the_sample_of_ohana_are_imported_or_reported() {
    let Some((said, _)) = directory("ohana_sample", "", "id") else {
        println!("skipped: there is no folder `shared/data` beside the project");
        return;
    };
    let gone = said.problems();
    let gone = gone.iter().filter(|line| line.contains("the service is `"));
    assert_eq!(gone.count(), 2, "{}", said.out);
}

#[test]
fn all_example_documents_are_imported() {
    let Some(data) = data() else {
        println!("skipped: there is no folder `shared/data` beside the project");
        return;
    };
    for name in [
        "organization_full",
        "service_full",
        "service_list",
        "tabular",
    ] {
        let file = data.join(format!("hsds/hsds3_examples/{name}.json"));
        let desk = Desk::new(DIRECTORY, "");
        content(&desk);
        let said = desk.import("mapping.toml", file.to_str().unwrap());
        assert_accounted(&said, name);
        let [_, imported, reported] = said.counts();
        assert!(
            imported > 0 && reported == 0,
            "{name}\n{}{}",
            said.out,
            said.errors
        );
        assert_eq!(files(&desk, "content/providers"), 1, "{name}");
        assert!(
            said.out.is_empty() || !said.out.contains("error"),
            "{}",
            said.out
        );
    }
}

#[test]
fn postcodes_with_the_names_of_old_municipalities_find_those_of_today() {
    let Some(data) = data() else {
        println!("skipped: there is no folder `shared/data` beside the project");
        return;
    };
    let example =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/nza-2016/municipalities.toml");
    let desk = Desk::new(
        "kind = \"postcodes\"\n[postcode]\npc4 = \"postcode\"\nmunicipality = \"gemeente\"\nplace = \"woonplaats\"\n",
        "",
    );
    desk.put(
        "content/postcodes.csv",
        "pc4,municipality,place,latitude,longitude\n",
    );
    let list = data.join("municipalities/gemeenten_2026_jeugdzorgregio.csv");
    let said = import(
        &desk.path(""),
        &["--map", example.to_str().unwrap(), list.to_str().unwrap()],
    );
    assert_eq!(said.counts(), [342, 342, 0]);
    let postcodes = data.join("postcodes/4pp_2019.csv");
    let said = desk.import("mapping.toml", postcodes.to_str().unwrap());
    assert_accounted(&said, "postcodes");
    let named = |problem: &str| problem.split('`').nth(1).unwrap_or("").to_owned();
    let problems = said.problems();
    let unknown: BTreeSet<String> = problems
        .iter()
        .filter(|problem| problem.contains("there is no municipality"))
        .map(|problem| named(problem))
        .collect();
    // Not gone: there CBS adds the province, or another name is the official one. `Glas` is no municipality.
    let spelled_otherwise = [
        "Beek",
        "Bergen",
        "Den Haag",
        "Glas",
        "Hengelo",
        "Laren",
        "Middelburg",
        "Rijswijk",
        "Stein",
    ];
    assert_eq!(
        unknown,
        BTreeSet::from(spelled_otherwise.map(str::to_owned))
    );
    let divided: BTreeSet<String> = problems
        .iter()
        .filter(|problem| problem.contains("was divided on"))
        .map(|problem| named(problem))
        .collect();
    let expected = [
        "Boarnsterhim",
        "Haaren",
        "Littenseradiel",
        "Maasdonk",
        "Skarsterlân",
        "Winsum",
    ];
    assert_eq!(divided, BTreeSet::from(expected.map(str::to_owned)));
}
