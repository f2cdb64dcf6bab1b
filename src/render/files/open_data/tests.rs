//! The files of open data of a small region.

use super::{CATALOG, EVERYTHING, OpenDataTexts, TABLES, open_data};
use crate::model::{
    Dataset, Intensity, IntensityId, LanguageTag, Measure, MunicipalityId, ProfileId, Slug,
};
use crate::render::fixture;
use crate::stats::{ProviderScores, ScoreCell, ScoreScope, Scores};

fn file(files: &[(String, Vec<u8>)], name: &str) -> String {
    let path = format!("gegevens/{name}");
    let found = files.iter().find(|(at, _)| *at == path);
    let bytes = found.expect("the file is made").1.clone();
    String::from_utf8(bytes).expect("it is text")
}

fn files_of(dataset: &Dataset, scores: &Scores) -> Vec<(String, Vec<u8>)> {
    let texts = OpenDataTexts::new(dataset, scores);
    open_data(dataset, &texts, &fixture::plan(dataset))
}

fn files() -> Vec<(String, Vec<u8>)> {
    let dataset = fixture::region();
    files_of(&dataset, &fixture::scores())
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
        let rows = json[name]["rows"].as_array().unwrap().len();
        assert_eq!(csv.matches("\r\n").count() - 1, rows, "{name}");
    }
}

#[test]
fn a_provider_without_a_contract_here_is_in_no_file() {
    for (path, bytes) in files() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("de-vlier"), "{path}");
        assert!(!text.contains("De Vlier"), "{path}");
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
        ["lindeboom,boos,,ervaring-ouders,te-weinig,,,,,,,,,,"]
    );
}

#[test]
fn a_shown_score_stands_with_its_number_range_period_and_verdict() {
    let csv = file(&files(), "uitkomsten.csv");
    let shown: Vec<&str> = csv
        .split("\r\n")
        .filter(|row| row.contains(",getoond,"))
        .collect();
    assert_eq!(
        shown,
        [
            "lindeboom,,,ervaring-ouders,getoond,40,30,0.75,0.598,0.8583,2025-01-01,2025-12-31,actueel,ongeveer-gelijk,geen"
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
    let files = files_of(&dataset, &none);
    for name in ["uitkomsten", "gemiddelden"] {
        let csv = file(&files, &format!("{name}.csv"));
        assert_eq!(csv.matches("\r\n").count(), 1, "{name}");
    }
}

#[test]
fn the_averages_of_the_region_stand_in_a_table_of_their_own() {
    assert_eq!(
        file(&files(), "gemiddelden.csv"),
        "profiel,intensiteit,maat,aandeel,aanbieders,aantal\r\n,,ervaring-ouders,0.72,3,120\r\n"
    );
}

/// What `gegevens.json` says, read as its own `vorm` tells: as lines of CSV.
fn decoded(table: &serde_json::Value) -> Vec<String> {
    let columns = table["columns"].as_array().unwrap();
    let headings: Vec<&str> = columns
        .iter()
        .map(|column| column["name"].as_str().unwrap())
        .collect();
    let rows = table["rows"].as_array().unwrap().iter().map(|row| {
        let cells: Vec<String> = columns
            .iter()
            .zip(0..)
            .map(|(column, rank)| match (&row[rank], &column["words"]) {
                (serde_json::Value::Null, _) => String::new(),
                (serde_json::Value::String(text), _) => text.clone(),
                (number, serde_json::Value::Array(words)) => {
                    let rank = usize::try_from(number.as_u64().unwrap()).unwrap();
                    words[rank].as_str().unwrap().to_owned()
                }
                (number, _) => number.to_string(),
            })
            .collect();
        cells.join(",")
    });
    std::iter::once(headings.join(",")).chain(rows).collect()
}

#[test]
fn the_json_says_the_same_as_the_csv() {
    let files = files();
    let json: serde_json::Value = serde_json::from_str(&file(&files, EVERYTHING)).unwrap();
    for name in TABLES {
        // An apostrophe stands before a text like a formula in CSV only.
        let csv = file(&files, &format!("{name}.csv")).replace("'+31", "+31");
        let lines: Vec<&str> = csv.trim_end().split("\r\n").collect();
        assert_eq!(decoded(&json[name]), lines, "{name}");
    }
}

#[test]
fn a_wait_of_the_municipality_itself_stands_in_the_place_of_the_one_for_all() {
    let mut dataset = fixture::region();
    let mut own = dataset.waiting_times[1].clone();
    own.municipality = Some(MunicipalityId(0));
    own.figures[0].source = "de gemeente".into();
    let mut other = own.clone();
    other.municipality = Some(MunicipalityId(1));
    other.figures[0].source = "een andere gemeente".into();
    dataset.waiting_times.extend([own, other]);
    fixture::relink(&mut dataset);
    let csv = file(&files_of(&dataset, &fixture::scores()), "wachttijden.csv");
    let of_wilg: Vec<&str> = csv
        .split("\r\n")
        .filter(|row| row.starts_with("wilg,"))
        .collect();
    assert_eq!(
        of_wilg,
        ["wilg,begeleiding-thuis,,,,,aanmeldstop,,,,2026-11-01,,de gemeente,ja,actueel"]
    );
}

#[test]
fn an_intensity_that_nobody_measures_is_named_once_and_has_no_rows() {
    let mut dataset = fixture::region();
    dataset.intensities.push(Intensity {
        slug: Slug::parse("acuut").unwrap(),
        name: "Acuut".into(),
        summary: "Nu.".into(),
        is_measured: false,
    });
    let mut scores = fixture::scores();
    let acute = ScoreScope::Cell(ProfileId(0), IntensityId(0));
    let cells = &mut scores.providers[1].cells;
    cells.insert((acute, Measure::GoalEducation), ScoreCell::NotMeasured);
    let files = files_of(&dataset, &scores);
    assert!(!file(&files, "uitkomsten.csv").contains("acuut"));
    let json: serde_json::Value = serde_json::from_str(&file(&files, EVERYTHING)).unwrap();
    let named = &json["over"]["intensiteiten_niet_gemeten"];
    assert_eq!(*named, serde_json::json!(["acuut"]));
}

#[test]
fn the_words_of_the_program_in_the_catalogue_are_dutch_in_a_region_of_another_language() {
    let mut dataset = fixture::region();
    dataset.site.language = LanguageTag::parse("en").unwrap();
    let files = files_of(&dataset, &fixture::scores());
    let catalog: serde_json::Value = serde_json::from_str(&file(&files, CATALOG)).unwrap();
    assert_eq!(catalog["dct:title"]["@language"], "nl");
    let everything = &catalog["dcat:dataset"][0];
    assert_eq!(everything["dct:description"]["@language"], "nl");
    assert_eq!(
        everything["dcat:distribution"][0]["dct:title"]["@language"],
        "nl"
    );
    let publisher = &catalog["dct:publisher"]["foaf:name"];
    assert_eq!(publisher["@language"], "en");
}
