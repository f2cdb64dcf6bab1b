//! What was shown is not forgotten when the target is removed, put back from before, joined from elsewhere, or when
//! something else than the last publication is given.

use std::fs;

use super::consecutive::{HELD_BACK, LONGER, OLD_YEAR, region, states, supply};
use crate::harness::{Region, Run, copy_folder, keuzewijzer, run, tree};

const LIST: &str = "getoonde-uitkomsten.json";
const LONGEST: &str = "2025-07-01,2026-08-31";

const FIRST: (&str, u32, u32) = (OLD_YEAR, 500_000, 300_017);
/// A few more than the first.
const BESIDE_FIRST: (&str, u32, u32) = (LONGER, HELD_BACK[0], HELD_BACK[1]);
/// Enough more than the first.
const SECOND: (&str, u32, u32) = (LONGER, 600_007, 350_021);
/// A few more than the second, and enough more than the first.
const BESIDE_SECOND: (&str, u32, u32) = (LONGEST, 655_518, 383_327);

/// A region that published the first figures.
fn after_first() -> Region {
    let region = region();
    supply(&region, FIRST);
    region.build().succeeded();
    region
}

/// The same, with other figures now.
fn with_now(figures: (&str, u32, u32)) -> Region {
    let region = after_first();
    supply(&region, figures);
    region
}

fn build(region: &Region, arguments: &[&str]) -> Run {
    region.build_with(&[arguments, &["--format", "concise"]].concat())
}

fn shown(region: &Region, folder: &str) -> Vec<String> {
    states(&tree(&region.path(folder)))
}

/// Builds, and finds the first figures and that newer ones wait.
fn assert_waits(region: &Region, arguments: &[&str]) {
    let run = build(region, arguments).succeeded();
    assert!(run.out.contains("W1004"), "{}", run.out);
    assert_eq!(shown(region, "public"), ["500000 wachten"]);
}

/// Builds into the target and into a new one, and finds an error that says all this, and nothing published.
fn assert_refused(region: &Region, previous: &str, words: &[&str]) {
    let before = region.tree();
    for target in ["public", "new"] {
        let run = build(region, &["--target", target, "--previous", previous]);
        assert_eq!(run.code, 1, "{target}: {}{}", run.out, run.err);
        for word in words {
            assert!(run.out.contains(word), "{target}: {}", run.out);
        }
    }
    assert!(region.tree() == before);
    assert!(!region.path("new").exists());
}

fn join(region: &Region, language: &str) -> Run {
    let mut program = keuzewijzer();
    program.current_dir(region.path(""));
    run(program.args(["join", "shards/1", "shards/2", "--lang", language]))
}

fn build_shards(region: &Region, arguments: &[&str]) {
    for (shard, target) in [("1/2", "shards/1"), ("2/2", "shards/2")] {
        let own = ["--shard", shard, "--target", target];
        build(region, &[&own, arguments].concat()).succeeded();
    }
}

#[test]
fn a_target_that_was_removed_is_not_forgotten() {
    let region = with_now(BESIDE_FIRST);
    fs::remove_dir_all(region.target()).unwrap();
    assert_waits(&region, &[]);
    assert!(
        region
            .read("public/getoonde-uitkomsten.json")
            .contains("500000,300017")
    );
}

#[test]
fn a_target_that_was_removed_and_of_which_nothing_says_what_it_showed_is_an_error() {
    let region = with_now(BESIDE_FIRST);
    fs::remove_dir_all(region.target()).unwrap();
    fs::remove_file(region.path(".public.shown")).unwrap();
    let run = build(&region, &[]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(
        run.out
            .contains("public/getoonde-uitkomsten.json:1:1: error[E1003]"),
        "{}",
        run.out
    );
    assert!(!region.target().exists());
    // As the page of the code says.
    region.write(
        ".public.shown",
        "{\"vorm\":\"keuzewijzer getoonde uitkomsten 1\",\"aanbieders\":{}}\n",
    );
    build(&region, &[]).succeeded();
    assert_eq!(shown(&region, "public"), ["555511 geen"]);
}

#[test]
fn a_previous_publication_that_is_not_there_is_an_error() {
    let region = with_now(BESIDE_FIRST);
    let words = [
        "nowhere:1:1: error[E1003]",
        "in which nothing was published",
        "leave `--previous` out",
    ];
    assert_refused(&region, "nowhere", &words);
    let check = region.check_with(&["--previous", "nowhere", "--format", "concise"]);
    assert_eq!(check.code, 1, "{}", check.err);
    assert!(check.out.contains("E1003"), "{}", check.out);
}

#[test]
fn the_folder_of_one_municipality_is_no_previous_publication() {
    let region = with_now(BESIDE_FIRST);
    let words = ["error[E1003]", "that of all municipalities together"];
    assert_refused(&region, "public/apeldoorn", &words);
}

#[test]
fn what_the_target_showed_counts_beside_an_older_publication_that_is_given() {
    let region = after_first();
    copy_folder(&region.target(), &region.path("older"));
    supply(&region, SECOND);
    build(&region, &[]).succeeded();
    assert_eq!(shown(&region, "public"), ["600007 geen"]);
    supply(&region, BESIDE_SECOND);
    // What is gone on with is the older one, so its figures stay.
    assert_waits(&region, &["--previous", "older"]);
    let list = region.read("public/getoonde-uitkomsten.json");
    assert!(list.contains("600007,350021"), "{list}");
}

#[test]
fn shards_that_do_not_know_what_the_target_showed_are_not_joined_into_it() {
    let region = with_now(BESIDE_FIRST);
    build_shards(&region, &[]);
    let before = region.tree();
    for is_target_there in [true, false] {
        if !is_target_there {
            fs::remove_dir_all(region.target()).unwrap();
        }
        for (language, words) in [
            ("en", "build each of them again with `--previous public`"),
            ("nl", "bouw elk deel opnieuw met `--previous public`"),
        ] {
            let refused = join(&region, language);
            assert_eq!(refused.code, 3, "{}", refused.err);
            assert!(refused.err.contains(words), "{}", refused.err);
        }
        if is_target_there {
            assert!(region.tree() == before);
        }
    }
    // The target is gone; what it showed is known beside it.
    build_shards(&region, &["--previous", "public"]);
    join(&region, "en").succeeded();
    assert_eq!(shown(&region, "public"), ["500000 wachten"]);
}

#[test]
fn what_was_joined_is_remembered_too() {
    let region = region();
    supply(&region, FIRST);
    build_shards(&region, &[]);
    join(&region, "en").succeeded();
    assert!(
        !region.path("shards/.1.shown").exists(),
        "visitors never see a shard"
    );
    fs::remove_dir_all(region.target()).unwrap();
    supply(&region, BESIDE_FIRST);
    assert_waits(&region, &[]);
}

#[test]
fn journals_without_the_list_of_shown_outcomes_are_an_error() {
    let region = with_now(BESIDE_FIRST);
    for municipality in ["apeldoorn", "zutphen"] {
        let journal = format!("{municipality}/gegevens/wijzigingen.json");
        let text = region.read(&format!("public/{journal}"));
        region.write(&format!("journals/{journal}"), &text);
    }
    let words = [
        "journals/getoonde-uitkomsten.json:1:1: error[E1003]",
        "does not say which outcomes it showed",
        "give the whole publication with `--previous`",
    ];
    assert_refused(&region, "journals", &words);
    fs::copy(
        region.path("public").join(LIST),
        region.path("journals").join(LIST),
    )
    .unwrap();
    assert_waits(&region, &["--previous", "journals"]);
}

#[test]
fn what_was_shown_before_going_back_is_not_forgotten() {
    let region = after_first();
    copy_folder(&region.target(), &region.path("before"));
    supply(&region, SECOND);
    build(&region, &[]).succeeded();
    fs::rename(region.target(), region.path("wrong")).unwrap();
    fs::rename(region.path("before"), region.target()).unwrap();
    supply(&region, BESIDE_SECOND);
    let check = region.check_with(&["--previous", "public", "--format", "concise"]);
    assert!(check.succeeded().out.contains("W1004"));
    assert_waits(&region, &[]);
}

#[test]
fn a_copy_of_the_list_that_is_damaged_keeps_a_site_from_being_published() {
    for (from, to) in [
        ("500000,300017", "500000,300018"),
        ("\n", ""),
        ("aanbieders", "aanbieder"),
    ] {
        let region = with_now(BESIDE_FIRST);
        region.change(".public.shown", from, to);
        let before = region.tree();
        for is_target_there in [true, false] {
            if !is_target_there {
                fs::remove_dir_all(region.target()).unwrap();
            }
            let run = build(&region, &[]);
            assert_eq!(run.code, 1, "{from}: {}", run.err);
            assert!(
                run.out.contains(".public.shown:1:1: error[E1002]"),
                "{from}: {}",
                run.out
            );
            if is_target_there {
                assert!(region.tree() == before, "{from}");
            }
        }
        // As the page of the code says.
        fs::remove_file(region.path(".public.shown")).unwrap();
        for (path, bytes) in &before {
            let file = region.target().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
        assert_waits(&region, &[]);
    }
}

#[test]
fn a_list_that_somebody_put_beside_the_target_counts() {
    let region = with_now(BESIDE_FIRST);
    let list = region.read("public/getoonde-uitkomsten.json");
    fs::remove_dir_all(region.target()).unwrap();
    region.write(".public.shown", &list);
    assert_waits(&region, &[]);
    assert!(region.read(".public.shown").contains("\nblake3 "));
}

#[test]
fn a_first_publication_says_nothing_of_what_was_shown() {
    let region = region();
    supply(&region, FIRST);
    let run = build(&region, &[]).succeeded();
    assert!(!run.out.contains("100"), "{}", run.out);
    assert_eq!(shown(&region, "public"), ["500000 geen"]);
}
