//! `keuzewijzer search`, as an editor meets it.

use std::process::{Command, Output};

use crate::asked::repository;

fn search(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_keuzewijzer"))
        .env("LC_ALL", "C")
        .arg("search")
        .args(arguments)
        .current_dir(repository())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn it_lists_help_and_then_providers_with_where_they_stand() {
    let output = search(&["apeldoorn", "disleksie"]);
    let said = said(&output);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "«disleksie»");
    assert!(lines[1].starts_with("help: "), "{said}");
    assert!(
        lines[2].ends_with("Hulp bij ernstige dyslexie  /hulp/ernstige-dyslexie/"),
        "{said}"
    );
    assert!(said.contains("/aanbieders/letterwolk/"), "{said}");
    assert!(output.stderr.is_empty(), "warnings belong to `check`");
}

#[test]
fn it_explains_the_words_the_level_and_the_fields() {
    let said = said(&search(&["apeldoorn", "disleksie", "--explain"]));
    assert!(said.contains("`disleksie` decides"), "{said}");
    assert!(said.contains("sounds the same"), "{said}");
    assert!(
        said.contains("all words that decide stand in its name"),
        "{said}"
    );
    assert!(said.contains("in title"), "{said}");
    assert!(
        said.contains("of «Hulp bij ernstige dyslexie»"),
        "what a provider gets of its help: {said}"
    );
}

#[test]
fn it_explains_what_visitors_say_that_leads_there() {
    let said = said(&search(&[
        "apeldoorn",
        "mijn dochter eet niet meer",
        "--explain",
    ]));
    let first = said.split("   2  ").next().unwrap();
    assert!(first.contains("/hulp/eetstoornissen/"), "{said}");
    assert!(first.contains("visitors say «"), "{said}");
}

/// The score of a result as it is said, and as its lines add up.
fn score_and_sum(result: &str) -> (f64, f64) {
    let number = |text: &str| text.trim().parse::<f64>().unwrap();
    let mut lines = result.lines().skip(1);
    let (score, level) = lines.next().unwrap().split_once(',').unwrap();
    let counts = level.split_once(": ").map_or(1.0, |(_, counts)| {
        number(counts.trim_end_matches(" × the sum of"))
    });
    let sum: f64 = lines
        .take_while(|line| line.starts_with("        "))
        .map(|line| number(line.trim().split(' ').next().unwrap()))
        .sum();
    (number(score), counts * sum)
}

#[test]
fn what_it_explains_adds_up_to_the_score() {
    let said = said(&search(&[
        "zutphen",
        "kan niet slapen door ruzie",
        "--explain",
    ]));
    let mut compared = 0;
    for list in ["help: ", "providers: "] {
        let results = said.split(list).nth(1).unwrap();
        for rank in 1..=5 {
            let result = results.split(&format!("\n   {rank}  ")).nth(1).unwrap();
            let (score, sum) = score_and_sum(result);
            assert!((score - sum).abs() < 0.02, "{score} is not {sum}: {result}");
            compared += 1;
        }
    }
    assert_eq!(compared, 10);
}

#[test]
fn it_says_when_it_cannot_wait() {
    let said = said(&search(&["apeldoorn", "ik wil niet meer leven"]));
    assert!(said.contains("this cannot wait"), "{said}");
}

#[test]
fn it_answers_several_queries_with_a_line_of_json_each() {
    let said = said(&search(&["zutphen", "--json", "boos", "pleegzorg"]));
    let words: Vec<String> = said
        .lines()
        .map(|line| {
            let answer: serde_json::Value = serde_json::from_str(line).unwrap();
            assert!(!answer["help"].as_array().unwrap().is_empty());
            answer["words"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(words, ["boos", "pleegzorg"]);
}

#[test]
fn an_unknown_municipality_is_answered_with_those_there_are() {
    let output = search(&["apeldorn", "boos"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("no municipality `apeldorn`; it has apeldoorn, brummen"),
        "{said}"
    );
}
