//! Directories in HSDS: packages of CSV files and JSON documents.

use super::desk::Desk;
use super::program::import;
use super::workbook::zipped;

const ORGANIZATIONS: &str = "id,name,url\no1,Linde,https://linde.example/\no2,Eik,\no3,Beuk,\n";
const SERVICES: &str = "id,organization_id,name,status\n\
    s1,o1,Begeleiding,active\ns2,o1,Behandeling,active\ns3,o9,Weg,active\ns4,o1,Oud,defunct\ns1,o1,Nog eens,active\n";
const LOCATIONS: &str = "id,organization_id,name\nl1,o1,Noord\nl2,o2,West\nl3,,Nergens\n";
const LINKS: &str = "id,service_id,location_id\n1,s1,l1\n2,s2,l1\n3,s2,l9\n";
const PHONES: &str = "id,location_id,organization_id,number,type\n\
    1,l1,,055 111 11 11,fax\n2,l1,,055 222 22 22,voice\n3,,o1,055 333 33 33,voice\n";
const ADDRESSES: &str =
    "id,location_id,address_1,city,postal_code\n1,l1,Dorpsstraat 1,Apeldoorn,7311 AB\n";

const LINDE: &str = "+++\nname = \"Linde\"\nwebsite = \"https://linde.example/\"\nphone = \"055 333 33 33\"\n\n\
    [[locations]]\nid = \"noord\"\nname = \"Noord\"\nphone = \"055 222 22 22\"\naddress = \"Dorpsstraat 1\"\npostcode = \"7311 AB\"\nplace = \"Apeldoorn\"\n+++\n";

fn package() -> [(&'static str, &'static str); 6] {
    [
        ("organizations.csv", ORGANIZATIONS),
        ("services.csv", SERVICES),
        ("locations.csv", LOCATIONS),
        ("service_at_locations.csv", LINKS),
        ("phones.csv", PHONES),
        ("addresses.csv", ADDRESSES),
    ]
}

fn desk() -> Desk {
    let desk = Desk::new("", "");
    for (name, text) in package() {
        desk.put(&format!("package/{name}"), text);
    }
    desk
}

#[test]
fn tables_are_joined_by_their_ids_and_what_points_to_nothing_is_reported() {
    let desk = desk();
    let said = desk.import("hsds-csv", "package");
    // s1 and s2 at l1, l2, o3; not s2 at l9, s3, s4, s1 again, l3.
    assert_eq!(said.counts(), [9, 4, 5], "{}", said.out);
    assert_eq!(desk.read("content/providers/linde.md"), LINDE);
    assert!(
        desk.read("content/providers/eik.md")
            .contains("id = \"west\"")
    );
    assert!(desk.path("content/providers/beuk.md").is_file());
    let problems: Vec<&str> = said
        .problems()
        .into_iter()
        .map(|problem| problem.split("; ").next().unwrap())
        .collect();
    assert_eq!(
        problems,
        [
            "package/locations.csv:4:1: warning[W1102]: nothing says of which organisation this is",
            "package/phones.csv:2:1: warning[W1106]: 1 of the 3 rows of `phones` are not used",
            "package/service_at_locations.csv:4:6: warning[W1102]: there is no location `l9`",
            "package/services.csv:4:4: warning[W1102]: there is no organisation `o9`",
            "package/services.csv:5:11: warning[W1102]: the service is `defunct`",
            "package/services.csv:6:1: warning[W1102]: id `s1` stands twice",
        ]
    );
}

#[test]
fn a_package_may_be_files_a_datapackage_or_a_zip() {
    let desk = desk();
    let names: Vec<String> = package()
        .map(|(name, _)| format!("package/{name}"))
        .to_vec();
    let files: Vec<&str> = names.iter().map(String::as_str).collect();
    let arguments = [&["--map", "hsds-csv", "--dry-run"], &files[..]].concat();
    assert_eq!(import(&desk.path(""), &arguments).counts(), [9, 4, 5]);

    let list = package()
        .map(|(name, _)| format!("{{ \"path\": \"{name}\" }}"))
        .join(", ");
    desk.put(
        "package/datapackage.json",
        format!("{{ \"resources\": [{list}] }}"),
    );
    assert_eq!(
        desk.import("hsds-csv", "package/datapackage.json").counts(),
        [9, 4, 5]
    );

    let files = package().map(|(name, text)| (name, text.as_bytes().to_vec()));
    desk.put("package.zip", zipped(&files));
    let said = desk.import("hsds-csv", "package.zip");
    assert_eq!(said.counts(), [9, 4, 5]);
    assert!(
        said.out.contains("package.zip!services.csv:4:4: "),
        "{}",
        said.out
    );

    desk.put(
        "package/datapackage.json",
        "{ \"resources\": [{ \"path\": \"../export.csv\" }] }",
    );
    let said = desk.import("hsds-csv", "package/datapackage.json");
    assert_eq!(said.code, Some(1));
    assert!(
        said.out
            .contains("`../export.csv` lies outside the package"),
        "{}",
        said.out
    );
}

const SERVICE: &str = r#"{
  "id": "s1", "name": "Begeleiding", "status": "active",
  "organization": { "id": "o1", "name": "Linde", "website": "https://linde.example/",
    "phones": [{ "id": "p1", "number": "055 333 33 33" }] },
  "service_at_locations": [{ "id": "x", "location": { "id": "l1", "name": "Noord",
    "phones": [{ "id": "p2", "number": "055 222 22 22", "type": "voice" }],
    "addresses": [{ "id": "a", "address_1": "Dorpsstraat 1", "city": "Apeldoorn", "postal_code": "7311 AB" }] } }]
}"#;

#[test]
fn a_service_a_page_and_an_organisation_say_the_same() {
    let page = format!("{{ \"total_items\": 1, \"contents\": [{SERVICE}] }}");
    let organization = r#"{ "id": "o1", "name": "Linde", "website": "https://linde.example/",
      "phones": [{ "id": "p1", "number": "055 333 33 33" }],
      "locations": [{ "id": "l1", "name": "Noord",
        "phones": [{ "id": "p2", "number": "055 222 22 22", "type": "voice" }],
        "addresses": [{ "id": "a", "address_1": "Dorpsstraat 1", "city": "Apeldoorn", "postal_code": "7311 AB" }] }],
      "services": [{ "id": "s1", "name": "Begeleiding" }] }"#;
    for (text, records) in [(SERVICE, 1), (page.as_str(), 1), (organization, 2)] {
        let desk = Desk::new("", "");
        desk.put("document.json", text);
        let said = desk.import("hsds-json", "document.json");
        assert_eq!(said.counts(), [records, records, 0], "{}", said.out);
        assert_eq!(desk.read("content/providers/linde.md"), LINDE);
    }
}

#[test]
fn a_number_that_was_made_harmless_for_spreadsheets_is_a_number() {
    let desk = desk();
    let phones = PHONES.replace("055 333 33 33", "'+31 55 333 33 33");
    desk.put("package/phones.csv", phones);
    let said = desk.import("hsds-csv", "package");
    assert_eq!(said.counts(), [9, 4, 5], "{}", said.out);
    let linde = desk.read("content/providers/linde.md");
    assert!(linde.contains("phone = \"+31 55 333 33 33\""), "{linde}");
}

#[test]
fn a_package_that_names_itself_or_its_folder_comes_to_an_end() {
    let desk = desk();
    for path in ["datapackage.json", "."] {
        desk.put(
            "package/datapackage.json",
            format!("{{ \"resources\": [{{ \"path\": \"{path}\" }}] }}"),
        );
        let said = desk.import("hsds-csv", "package/datapackage.json");
        assert!(said.code.is_some(), "{path}: {}", said.errors);
        assert!(!desk.path("content/providers").exists());
    }
}

#[test]
fn numbers_without_an_id_in_two_documents_stay_two() {
    let desk = Desk::new("", "");
    for (name, number) in [("Linde", "055 333 33 33"), ("Vlier", "055 444 44 44")] {
        let document = format!(
            "{{ \"id\": \"{name}\", \"name\": \"{name}\", \"phones\": [{{ \"number\": \"{number}\" }}] }}"
        );
        desk.put(&format!("{name}.json"), document);
    }
    let arguments = ["--map", "hsds-json", "Linde.json", "Vlier.json"];
    let said = import(&desk.path(""), &arguments);
    assert_eq!(said.counts(), [2, 2, 0], "{}", said.out);
    let vlier = desk.read("content/providers/vlier.md");
    assert!(vlier.contains("phone = \"055 444 44 44\""), "{vlier}");
}

#[test]
fn a_document_without_services_is_an_error() {
    let desk = Desk::new("", "");
    desk.put("document.json", "[]");
    let said = desk.import("hsds-json", "document.json");
    assert_eq!(said.code, Some(1));
    assert!(
        said.out
            .contains("error[E1107]: the document holds no services"),
        "{}",
        said.out
    );
}
