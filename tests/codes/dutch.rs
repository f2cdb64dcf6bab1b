//! Problems and their pages in Dutch: the same problems in the same places, in other words.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::page::pages;
use crate::{Run, TOLD, keuzewijzer, laid_out};

/// All that is said of a problem: its message, what stands in other places and its help.
fn words(problem: &Value) -> Vec<&str> {
    let list = |key: &str| problem[key].as_array().expect("a list").iter();
    let related = list("related").map(|related| &related["message"]);
    let said = std::iter::once(&problem["message"]).chain(related);
    said.chain(list("help"))
        .map(|words| words.as_str().expect("words are a text"))
        .collect()
}

/// The problem without its words.
fn facts(problem: &Value) -> Value {
    let place = |of: &Value| {
        let path = of["path"].as_str().expect("a path is a text");
        // What is imported lies in another folder each time.
        json!([path.rsplit('/').next(), of["line"], of["column"]])
    };
    let related: Vec<Value> = problem["related"]
        .as_array()
        .expect("a list")
        .iter()
        .map(place)
        .collect();
    json!([
        problem["code"],
        problem["severity"],
        place(problem),
        problem["end_line"],
        problem["end_column"],
        related,
    ])
}

/// Whether a name of a pattern, such as `{key}`, was left as it is.
fn has_leftover(words: &str) -> bool {
    words.split('{').skip(1).any(|after| {
        after.split_once('}').is_some_and(|(name, _)| {
            !name.is_empty()
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        })
    })
}

#[test]
fn every_example_is_told_in_dutch_with_the_same_facts() {
    let mut failures = Vec::new();
    for (code, [english, dutch]) in &*TOLD {
        let all_facts = |run: &Run| run.problems.iter().map(facts).collect::<Vec<_>>();
        assert_eq!(all_facts(english), all_facts(dutch), "{code}");
        for (english, dutch) in english.problems.iter().zip(&dutch.problems) {
            for (english, dutch) in words(english).into_iter().zip(words(dutch)) {
                let is_untold = english == dutch;
                if is_untold || has_leftover(dutch) {
                    failures.push(format!("{code}: {dutch}"));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_code_has_a_dutch_page_of_words_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostics/codes/nl");
    let mut faults = Vec::new();
    for page in pages() {
        let Ok(words) = fs::read_to_string(folder.join(format!("{}.md", page.code))) else {
            faults.push(format!("{} has no Dutch page", page.code));
            continue;
        };
        let is_titled = words.starts_with(&format!("# {}: ", page.code));
        let has_sections = ["\n## Voorbeeld\n", "\n## Wat te doen\n"]
            .iter()
            .all(|section| words.matches(section).count() == 1);
        if !is_titled || !has_sections || words.contains("```") {
            faults.push(format!("{}: {words}", page.code));
        }
    }
    let listed = fs::read_dir(folder).expect("the pages stand in a folder");
    assert_eq!(listed.count(), pages().len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn said(arguments: &[&str], locale: &str) -> (String, String) {
    let output = keuzewijzer()
        .env("LC_ALL", locale)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program can be started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it says text");
    (text(output.stdout), text(output.stderr))
}

#[test]
fn a_page_in_dutch_has_the_example_of_the_english_one() {
    let (page, _) = said(&["explain", "e0302", "--lang", "nl"], "C");
    insta::assert_snapshot!(page, @r#"
    # E0302: onbekende aanbieder

    Een rij noemt een aanbieder die geen bestand heeft in `providers/`. De rij zou nergens te zien zijn, en de aanbieder
    ontbreekt op de site zonder dat iemand het merkt.

    ## Voorbeeld

    ```csv offers.csv
    provider,product,municipalities,valid_from,admission
    kompass,begeleiding-individueel,zutphen,2026-01-01,open
    ```

    ## Wat te doen

    Verbeter de naam: het is de naam van het bestand in `providers/`, zonder `.md`. Is de aanbieder nieuw? Maak dan eerst
    het bestand.

    ```csv
    kompas,begeleiding-individueel,zutphen,2026-01-01,open
    ```
    "#);
}

#[test]
fn every_title_is_told_in_the_language_that_was_asked_for() {
    let (titles, _) = said(&["explain", "--lang", "nl"], "C");
    assert!(titles.contains("E0302: onbekende aanbieder\n"), "{titles}");
    let (titles, _) = said(&["explain"], "nl_NL.UTF-8");
    assert!(titles.contains("E0302: onbekende aanbieder\n"), "{titles}");
    let (titles, _) = said(&["explain", "--lang", "en"], "nl_NL.UTF-8");
    assert!(titles.contains("E0302: unknown provider\n"), "{titles}");
}

#[test]
fn an_editor_reads_a_problem_in_dutch_with_its_severity_help_and_count() {
    let page = pages().into_iter().find(|page| page.code == "E0503");
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let output = laid_out(&page.expect("the code has a page"), folder.path())
        .args(["--format", "human", "--color", "never", "--lang", "nl"])
        .output()
        .expect("the program can be started");
    let told = String::from_utf8(output.stderr).expect("it says text");
    insta::assert_snapshot!(told, @r#"
    fout[E0503]: het getal `12` staat hier, maar volgens de status is er geen getal
     --> content/waiting-times.csv:2:59
      |
    2 | de-lindeboom,begeleiding-individueel,intake,expected,mean,12,weeks,stop,2026-11-01,opgave van de aanbieder
      |                                                           ^^
      |
     ::: content/waiting-times.csv:2:68
      |
    2 | de-lindeboom,begeleiding-individueel,intake,expected,mean,12,weeks,stop,2026-11-01,opgave van de aanbieder
      |                                                                    ---- de status
      |
      = tip: maak het getal leeg; of, als aanmelden wel kan, zet de status op `open`

    1 fout in 1 bestand
    "#);
}
