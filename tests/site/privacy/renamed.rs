//! What gets another name escapes from what was shown under the former one, so the editor is asked about it, once.

use std::fs;

use super::consecutive::{OLD_YEAR, region, supply};
use crate::harness::{Region, Run};

fn published() -> Region {
    let region = region();
    supply(&region, (OLD_YEAR, 500_000, 300_017));
    region.build().succeeded();
    region
}

fn build(region: &Region) -> Run {
    build_with_words(region, &[])
}

fn build_with_words(region: &Region, words: &[&str]) -> Run {
    let arguments = [&["--format", "concise"], words].concat();
    region.build_with(&arguments).succeeded()
}

/// Gives the provider another name everywhere.
fn rename(region: &Region) {
    let from = region.path("content/providers/de-lindeboom.md");
    fs::rename(from, region.path("content/providers/de-linde.md")).unwrap();
    replace(region, "de-lindeboom", "de-linde");
}

/// Writes another name in every table.
fn replace(region: &Region, from: &str, to: &str) {
    for file in fs::read_dir(region.path("content")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|it| it == "csv") {
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, text.replace(from, to)).unwrap();
        }
    }
}

#[test]
fn a_provider_under_another_name_is_asked_about_once() {
    let region = published();
    rename(&region);
    let run = build(&region);
    let words = "outcomes of provider `de-linde` are shown for the first time, and provider `de-lindeboom`, of which outcomes were shown";
    let place = "content/outcomes.csv:1:1: warning[W1005]";
    assert!(
        run.out.contains(place) && run.out.contains(words),
        "{}",
        run.out
    );
    assert!(!build(&region).out.contains("W1005"));
}

#[test]
fn the_question_can_be_asked_in_dutch() {
    let region = published();
    rename(&region);
    let run = build_with_words(&region, &["--lang", "nl"]);
    assert!(
        run.out
            .contains("van aanbieder `de-linde` staan er voor het eerst"),
        "{}",
        run.out
    );
}

#[test]
fn with_strict_nothing_is_published_under_another_name() {
    let region = published();
    let before = region.tree();
    rename(&region);
    let run = region.build_with(&["--strict"]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(region.tree() == before);
}

#[test]
fn a_support_profile_and_an_intensity_under_another_name_are_asked_about() {
    let region = published();
    replace(&region, "overbelaste-ouders", "ouders-in-nood");
    replace(&region, "perspectief", "vooruitzicht");
    let profiles = region.path("content/profiles");
    let from = profiles.join("overbelaste-ouders.md");
    fs::rename(from, profiles.join("ouders-in-nood.md")).unwrap();
    for (file, former, new) in [
        ("intensities.toml", "perspectief", "vooruitzicht"),
        (
            "products/begeleiding-individueel.md",
            "overbelaste-ouders",
            "ouders-in-nood",
        ),
        (
            "products/begeleiding-individueel.md",
            "perspectief",
            "vooruitzicht",
        ),
    ] {
        let file = format!("content/{file}");
        let text = region.read(&file).replace(former, new);
        region.write(&file, &text);
    }
    let out = build(&region).out;
    for words in [
        "support profile `ouders-in-nood` are shown for the first time, and support profile `overbelaste-ouders`",
        "intensity `vooruitzicht` are shown for the first time, and intensity `perspectief`",
    ] {
        assert!(out.contains(words), "{out}");
    }
}

#[test]
fn a_provider_that_is_new_or_shows_nothing_any_more_is_not_asked_about() {
    let region = published();
    let shown = region.read("content/outcomes.csv");
    let newcomer = shown.replace("de-lindeboom", "kompas");
    let (head, newcomers) = newcomer.split_once('\n').unwrap();
    region.write("content/outcomes.csv", &format!("{shown}{newcomers}"));
    assert!(!build(&region).out.contains("W1005"));
    region.write("content/outcomes.csv", &format!("{head}\n{newcomers}"));
    assert!(!build(&region).out.contains("W1005"));
}
