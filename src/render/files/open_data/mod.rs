//! Open data of one municipality, under `gegevens/`: what is contracted there and nothing else. Start at [`open_data`].

mod offers;
mod outcomes;
mod providers;
mod table;
mod waits;
mod words;

use serde_json::json;

use crate::model::{Dataset, WebAddress};
use crate::plan::SitePlan;
use crate::stats::Scores;

use self::table::Table;

/// The names of the tables, in the order of the page about them.
pub const TABLES: [&str; 4] = ["aanbieders", "aanbod", "wachttijden", "uitkomsten"];

/// The file that holds all tables.
pub const EVERYTHING: &str = "gegevens.json";

/// Every file of open data as (path inside the site, text): a CSV and a schema for each table, and one JSON with all.
pub(super) fn open_data(
    dataset: &Dataset,
    scores: &Scores,
    plan: &SitePlan,
) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut everything = preamble(dataset, plan);
    put(
        &providers::table(dataset, plan),
        &mut files,
        &mut everything,
    );
    put(&offers::table(dataset, plan), &mut files, &mut everything);
    put(&waits::table(dataset, plan), &mut files, &mut everything);
    put(
        &outcomes::table(dataset, scores, plan),
        &mut files,
        &mut everything,
    );
    everything.push_str("}\n");
    files.push((format!("gegevens/{EVERYTHING}"), everything));
    files
}

fn put<Row>(table: &Table<Row>, files: &mut Vec<(String, String)>, everything: &mut String) {
    let name = table.name;
    files.push((format!("gegevens/{name}.csv"), table.csv()));
    files.push((format!("gegevens/{name}.schema.json"), table.schema()));
    everything.push_str(",\n\"");
    everything.push_str(name);
    everything.push_str("\":");
    everything.push_str(&table.json());
}

/// The JSON up to the tables, its brace still open: about whom and when, from whom, under which rules.
fn preamble(dataset: &Dataset, plan: &SitePlan) -> String {
    let site = dataset.site();
    let municipality = dataset.municipality(plan.municipality);
    let sources: Vec<serde_json::Value> = site
        .sources
        .iter()
        .map(|source| {
            json!({
                "naam": &*source.name,
                "licentie": &*source.license,
                "adres": source.url.as_ref().map(WebAddress::as_str),
            })
        })
        .collect();
    let about = json!({
        "adres": &*municipality.base_url,
        "bronnen": sources,
        "datum": dataset.date().to_string(),
        "drempels": {
            "privacy": site.thresholds.privacy_minimum,
            "betrouwbaarheid": site.thresholds.reliability_minimum,
        },
        "gemeente": { "code": municipality.code.as_str(), "naam": &*municipality.name },
        "melding": site.notice.as_deref(),
        "regio": &*site.name,
        "uitgever": &*site.publisher,
    });
    format!("{{\n\"over\":{about}")
}

#[cfg(test)]
mod tests {
    use super::{EVERYTHING, TABLES, open_data};
    use crate::render::fixture;
    use crate::stats::{ProviderScores, Scores};

    fn file(files: &[(String, String)], name: &str) -> String {
        let path = format!("gegevens/{name}");
        let found = files.iter().find(|(at, _)| *at == path);
        found.expect("the file is made").1.clone()
    }

    fn files() -> Vec<(String, String)> {
        let dataset = fixture::region();
        open_data(&dataset, &fixture::scores(), &fixture::plan(&dataset))
    }

    #[test]
    fn every_table_has_a_csv_and_a_schema_with_the_columns_of_its_header() {
        let files = files();
        for name in TABLES {
            let csv = file(&files, &format!("{name}.csv"));
            let header: Vec<&str> = csv.split("\r\n").next().unwrap().split(',').collect();
            let schema = file(&files, &format!("{name}.schema.json"));
            let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
            let fields: Vec<&str> = schema["fields"]
                .as_array()
                .unwrap()
                .iter()
                .map(|field| field["name"].as_str().unwrap())
                .collect();
            assert_eq!(header, fields);
        }
    }

    #[test]
    fn the_json_holds_every_table_with_as_many_rows_as_its_csv() {
        let files = files();
        let json: serde_json::Value = serde_json::from_str(&file(&files, EVERYTHING)).unwrap();
        assert_eq!(json["over"]["gemeente"]["code"], "0200");
        for name in TABLES {
            let csv = file(&files, &format!("{name}.csv"));
            let rows = json[name].as_array().unwrap().len();
            assert_eq!(csv.matches("\r\n").count() - 1, rows, "{name}");
        }
    }

    #[test]
    fn a_provider_without_a_contract_here_is_in_no_file() {
        for (path, text) in files() {
            assert!(!text.contains("de-vlier"), "{path}");
        }
    }

    #[test]
    fn a_wait_stands_with_its_kind_its_date_and_its_history() {
        let csv = file(&files(), "wachttijden.csv");
        assert_eq!(
            csv.split("\r\n").skip(1).collect::<Vec<_>>(),
            [
                "lindeboom,begeleiding-thuis,,aanmeldwachttijd,verwacht,niet-vermeld,getal,6,weken,4-6 weken,\
                 2026-11-01,,opgave van de aanbieder,ja,actueel",
                "lindeboom,begeleiding-thuis,,aanmeldwachttijd,verwacht,niet-vermeld,getal,0,weken,,\
                 2026-08-01,,opgave van de aanbieder,nee,verouderd",
                "lindeboom,pleegzorg,,,,,onbekend,,,,,,,,",
                "wilg,begeleiding-thuis,,,,,aanmeldstop,,,,2026-11-01,,opgave van de aanbieder,ja,actueel",
                "",
            ]
        );
    }

    #[test]
    fn a_hidden_cell_has_its_state_and_no_number() {
        let csv = file(&files(), "uitkomsten.csv");
        let hidden: Vec<&str> = csv
            .split("\r\n")
            .filter(|row| row.contains(",te-weinig,"))
            .collect();
        assert_eq!(
            hidden,
            ["lindeboom,profiel,boos,,ervaring-ouders,te-weinig,,,,,,,,,,,,"]
        );
    }

    #[test]
    fn a_shown_score_stands_with_its_number_range_period_and_average() {
        let csv = file(&files(), "uitkomsten.csv");
        let shown: Vec<&str> = csv
            .split("\r\n")
            .filter(|row| row.contains(",getoond,"))
            .collect();
        assert_eq!(
            shown,
            [
                "lindeboom,alles,,,ervaring-ouders,getoond,40,30,0.75,0.598,0.8583,2025-01-01,2025-12-31,actueel,\
                 ongeveer-gelijk,0.72,3,120"
            ]
        );
    }

    #[test]
    fn a_region_without_outcomes_has_a_table_with_a_header_only() {
        let dataset = fixture::region();
        let none = Scores {
            providers: fixture::scores()
                .providers
                .iter()
                .map(|_| ProviderScores::default())
                .collect(),
            ..Scores::default()
        };
        let files = open_data(&dataset, &none, &fixture::plan(&dataset));
        assert_eq!(file(&files, "uitkomsten.csv").matches("\r\n").count(), 1);
    }
}
