//! The licence of the region's own data, and how large its files are: on the page about them and in what programs read.

use serde_json::Value;

use crate::harness::Region;

const FILES: &str = "apeldoorn/gegevens/";

fn page(region: &Region) -> String {
    region.read(&format!("public/{FILES}index.html"))
}

fn json(region: &Region, file: &str) -> Value {
    serde_json::from_str(&region.read(&format!("public/{FILES}{file}"))).unwrap()
}

/// The small region with a line more above the first table of its settings.
fn with(line: &str) -> Region {
    let region = Region::small();
    let settings = region.read("content/site.toml");
    region.write("content/site.toml", &format!("{line}\n{settings}"));
    region
}

#[test]
fn without_a_licence_nothing_is_called_free() {
    let region = Region::small();
    region.build().succeeded();
    let page = page(&region);
    assert!(
        page.contains("Bij deze bestanden is geen licentie gegeven."),
        "{page}"
    );
    assert!(!page.contains("U mag deze bestanden gebruiken"), "{page}");
    assert!(json(&region, "datapackage.json").get("licenses").is_none());
    assert!(json(&region, "gegevens.json")["over"]["licentie"].is_null());
    let catalog = json(&region, "catalog.jsonld");
    assert!(catalog.get("dct:license").is_none());
    let rights = &catalog["dcat:dataset"][0]["dcat:distribution"][0]["dct:rights"]["@value"];
    let words = "Bij deze bestanden is geen licentie gegeven.";
    assert!(rights.as_str().unwrap().starts_with(words), "{rights}");
}

#[test]
fn a_known_licence_is_said_in_words_with_a_link_and_to_programs() {
    let region = with("license = \"CC0-1.0\"");
    region.build().succeeded();
    let page = page(&region);
    let address = "https://creativecommons.org/publicdomain/zero/1.0/";
    assert!(
        page.contains("U mag deze bestanden gebruiken volgens deze licentie:"),
        "{page}"
    );
    assert!(
        page.contains(address) && page.contains(">CC0 1.0</a>"),
        "{page}"
    );
    let license = serde_json::json!([{ "name": "CC0-1.0", "title": "CC0 1.0", "path": address }]);
    assert_eq!(json(&region, "datapackage.json")["licenses"], license);
    let about = &json(&region, "gegevens.json")["over"]["licentie"];
    assert_eq!(
        (&about["code"], &about["adres"]),
        (&"CC0-1.0".into(), &address.into())
    );
    let catalog = json(&region, "catalog.jsonld");
    assert_eq!(catalog["dct:license"]["@id"], address);
    let file = &catalog["dcat:dataset"][0]["dcat:distribution"][0];
    assert_eq!(file["dct:license"]["@id"], address);
    let archive =
        std::fs::File::open(region.path(&format!("public/{FILES}hsds/hsds.zip"))).unwrap();
    let mut archive = zip::ZipArchive::new(archive).unwrap();
    let package: Value =
        serde_json::from_reader(archive.by_name("datapackage.json").unwrap()).unwrap();
    assert_eq!(package["licenses"], license);
}

#[test]
fn another_licence_has_a_name_and_an_address() {
    let region =
        with("license = { name = \"Eigen licentie\", url = \"https://regio.example/licentie\" }");
    region.build().succeeded();
    assert!(page(&region).contains(">Eigen licentie</a>"));
    let license = &json(&region, "datapackage.json")["licenses"][0];
    assert_eq!(license["path"], "https://regio.example/licentie");
    assert!(license.get("name").is_none(), "{license}");
}

#[test]
fn an_unknown_licence_is_refused_with_the_nearest() {
    let run = with("license = \"CC-BY-4\"").build();
    assert_eq!(run.code, 1, "{}", run.err);
    for words in ["E0412", "did you mean `CC-BY-4.0`?"] {
        assert!(run.err.contains(words), "{words}: {}", run.err);
    }
}

#[test]
fn the_page_says_how_large_each_file_is_and_how_many_rows_it_has() {
    let region = Region::small();
    region.build().succeeded();
    let page = page(&region);
    let document = scraper::Html::parse_document(&page);
    let links = scraper::Selector::parse("main a[download]").unwrap();
    let mut seen = 0;
    for link in document.select(&links) {
        let file = link
            .attr("href")
            .unwrap()
            .rsplit_once("gegevens/")
            .unwrap()
            .1;
        let bytes = std::fs::metadata(region.path(&format!("public/{FILES}{file}")))
            .unwrap()
            .len();
        let behind = link
            .next_sibling()
            .unwrap()
            .value()
            .as_text()
            .unwrap()
            .to_string();
        let size = match bytes {
            0..1_000 => "(minder dan 1 kB".to_owned(),
            1_000..9_950 => {
                let tenths = (bytes + 50) / 100;
                let whole = format!("({},{} kB", tenths / 10, tenths % 10);
                whole.replace(",0 ", " ")
            }
            _ => format!("({} kB", (bytes + 500) / 1_000),
        };
        assert!(
            behind.trim_start().starts_with(&size),
            "{file}: {bytes}: {behind}"
        );
        if let Some(table) = file.strip_suffix(".csv") {
            let everything = json(&region, "gegevens.json");
            let rows = everything[table]["rows"].as_array().unwrap().len();
            let rows = if rows == 1 {
                ", 1 rij)".to_owned()
            } else {
                format!(", {rows} rijen)")
            };
            assert!(behind.contains(&rows), "{file}: {rows}: {behind}");
        }
        seen += 1;
    }
    assert_eq!(seen, 21);
}
