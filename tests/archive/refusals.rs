//! When there is no archive.

use std::fs;

use crate::desk::{Desk, Run};

fn refused(run: &Run, code: i32, words: &str) {
    let said = format!("{}{}", run.out, run.err);
    assert_eq!(run.code, Some(code), "{said}");
    assert!(said.contains(words), "no `{words}` in {said}");
}

#[test]
fn nothing_is_archived_where_nothing_was_published() {
    let desk = Desk::new();
    fs::create_dir(desk.path("public")).unwrap();
    let run = desk.run(&["archive", "--into", "a.tar.gz"]);
    refused(&run, 1, "no site was published here");
    assert!(!desk.path("a.tar.gz").exists());
}

#[test]
fn a_published_file_that_was_damaged_is_named_and_nothing_is_archived() {
    let desk = Desk::published();
    desk.write("public/apeldoorn/hulp/index.html", "other words");
    fs::remove_file(desk.path("public/zutphen/robots.txt")).unwrap();
    let before = desk.names();
    let run = desk.run(&["archive", "--into", "a.tar.gz"]);
    refused(&run, 1, "public/apeldoorn/hulp/index.html` is damaged");
    refused(&run, 1, "public/zutphen/robots.txt` is missing");
    assert_eq!(desk.names(), before);
}

#[test]
fn a_site_of_which_nobody_knows_from_what_it_was_made_is_not_archived() {
    let desk = Desk::published();
    fs::remove_file(desk.path(".public.state")).unwrap();
    let run = desk.run(&["archive", "--into", "a.tar.gz"]);
    refused(&run, 1, "it is not known from what this site was made");
    desk.run(&["build"]).succeeded();
    desk.run(&["archive", "--into", "a.tar.gz"]).succeeded();
}

#[test]
fn an_account_of_another_site_does_not_count() {
    let (desk, other) = (Desk::published(), Desk::new());
    other.change("content/pages/privacy.md", "privacy", "uw privacy");
    other.run(&["build"]).succeeded();
    desk.write(".public.state", other.bytes(".public.state"));
    let run = desk.run(&["archive", "--into", "a.tar.gz"]);
    refused(&run, 1, "it is not known from what this site was made");
}

#[test]
fn a_source_that_changed_since_the_site_was_published_does_not_go_along() {
    let desk = Desk::published();
    desk.change("content/site.toml", "Regio Voorbeeld", "Regio Anders");
    fs::remove_file(desk.path("content/vocabulary.toml")).unwrap();
    let run = desk.run(&["archive", "--into", "a.tar.gz", "--with-sources"]);
    let words = "content/site.toml` is not the file that the site was made from";
    refused(&run, 1, words);
    refused(&run, 1, "content/vocabulary.toml` is missing");
    assert!(!desk.path("a.tar.gz").exists());
}

#[test]
fn an_archive_is_never_overwritten() {
    let desk = Desk::archived();
    let first = desk.bytes("a.tar.gz");
    let run = desk.run(&["archive", "--into", "a.tar.gz"]).succeeded();
    assert!(run.err.contains("was there already"), "{}", run.err);
    desk.change("content/pages/privacy.md", "privacy", "uw privacy");
    desk.run(&["build"]).succeeded();
    let before = desk.names();
    let run = desk.run(&["archive", "--into", "a.tar.gz"]);
    refused(&run, 3, "an archive is never overwritten");
    assert!(desk.bytes("a.tar.gz") == first);
    assert_eq!(desk.names(), before);
}

#[test]
fn an_archive_in_the_published_folder_would_be_lost_and_is_refused() {
    let desk = Desk::published();
    let run = desk.run(&["archive", "--into", "public/archief/nieuw/a.tar.gz"]);
    refused(&run, 3, "lies in the published folder");
    assert!(!desk.path("public/archief").exists());
}

#[test]
fn a_build_with_an_error_archives_nothing() {
    let desk = Desk::published();
    fs::remove_file(desk.path("content/pages/privacy.md")).unwrap();
    let run = desk.run(&["build", "--archive", "a.tar.gz"]);
    refused(&run, 1, "nothing was published");
    assert!(!desk.path("a.tar.gz").exists());
}
