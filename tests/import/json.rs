//! JSON files: records, paths, and lists in records.

use super::desk::Desk;

const MAPPING: &str = r#"
[source]
decimal = ","
records = "data.aanbieders"
each = "locaties"

[provider]
name = "naam"
website = "contact.website"
phone = "contact.telefoons.0"
languages = { column = "talen.code", split = ";" }

[location]
id = "locaties.naam"
name = "locaties.naam"
postcode = { column = "locaties.adres", find = "postcode" }

[product]
constant = "begeleiding"

[figures]
reference_date = { constant = "2026-09-01" }
source = "opgave van de aanbieder"

[[wait]]
column = "locaties.wacht"
kind = "intake"
basis = "expected"
unit = "weeks"
"#;

const FILE: &str = r#"{ "data": { "aanbieders": [
  { "naam": "Linde", "contact": { "website": "https://linde.example/", "telefoons": ["055 123 45 67", "055 1"] },
    "talen": [{ "code": "nl" }, { "code": "tr" }],
    "locaties": [
      { "naam": "Noord", "adres": "Dorpsstraat 1, 7311 AB Apeldoorn", "wacht": 2.5 },
      { "naam": "Zuid", "adres": "Apeldoorn", "wacht": "4-6 weken" }
    ] },
  { "naam": "Eik", "locaties": [] },
  { "naam": null },
  "Beuk"
] } }
"#;

#[test]
fn each_item_of_a_list_is_a_record_and_a_path_leads_to_a_value() {
    let desk = Desk::new(MAPPING, "");
    desk.put("export.json", FILE);
    let said = desk.import("mapping.toml", "export.json");
    assert_eq!(said.counts(), [5, 3, 2], "{}", said.out);
    assert_eq!(
        desk.read("content/providers/linde.md"),
        "+++\nname = \"Linde\"\nwebsite = \"https://linde.example/\"\nphone = \"055 123 45 67\"\nlanguages = [\"nl\", \"tr\"]\n\n\
         [[locations]]\nid = \"noord\"\nname = \"Noord\"\npostcode = \"7311 AB\"\n\n\
         [[locations]]\nid = \"zuid\"\nname = \"Zuid\"\n+++\n"
    );
    assert_eq!(
        desk.waits(),
        ["noord 2.5 weeks  open", "zuid 6 weeks 4-6 weken open"]
    );
    assert_eq!(
        said.problems(),
        [
            "export.json:6:56: warning[W1103]: `4-6 weken` is read as 6 weeks, and `4-6 weken` is shown; say in the mapping what it stands for, under `words`: `stop`, `unknown` or `text`",
            "export.json:9:3: warning[W1102]: the row has no provider name; fill in the cell, or map another column",
            "export.json:10:3: warning[W1102]: this is no record: a record stands between `{` and `}`; correct the file at its source",
        ]
    );
}

#[test]
fn records_and_paths_that_are_nowhere_are_errors_in_the_mapping() {
    let desk = Desk::new(&MAPPING.replace("data.aanbieders", "data.anbieders"), "");
    desk.put("export.json", FILE);
    let said = desk.import("mapping.toml", "export.json");
    assert_eq!(said.code, Some(1));
    assert_eq!(
        said.out,
        "mapping.toml:4:11: error[E1101]: there are no records at `data.anbieders` in the file; did you mean `aanbieders`?\n"
    );
    desk.put(
        "mapping.toml",
        MAPPING.replace("contact.website", "contact.site"),
    );
    let said = desk.import("mapping.toml", "export.json");
    let expected = "mapping.toml:9:11: error[E1101]: column `contact.site` is not in the file";
    assert!(said.out.contains(expected), "{}", said.out);
}

#[test]
fn what_is_no_json_is_an_error_with_its_place() {
    let desk = Desk::new(MAPPING, "");
    desk.put("export.json", "[\n  { \"naam\": }\n]");
    let said = desk.import("mapping.toml", "export.json");
    assert_eq!(said.code, Some(1));
    assert!(said.out.starts_with("export.json:2:"), "{}", said.out);
    assert!(
        said.out.contains("error[E1107]: the file is no JSON"),
        "{}",
        said.out
    );
}
