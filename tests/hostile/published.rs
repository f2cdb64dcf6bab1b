//! Pipes, devices and files without end in the place of what a build, an archive or a report finds of the last time.

use std::fs;
use std::os::unix::fs::symlink;

use super::desk::{Desk, Run};

/// A desk with a publication, an archive of it, and a copy of it elsewhere.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.run(&["build"]).succeeded();
    desk.run(&["archive", "--into", "good.tar.gz"]).succeeded();
    desk
}

/// Puts a pipe, a device without an end, and a file of two gigabytes in the place of a file, and tries a command on each.
fn with_each(path: &str, command: &str, judge: impl Fn(&str, Run)) {
    for odd in ["pipe", "device", "length"] {
        let desk = desk();
        fs::remove_file(desk.path(path)).unwrap();
        match odd {
            "pipe" => desk.pipe(path),
            "device" => symlink("/dev/zero", desk.path(path)).unwrap(),
            _ => desk.sparse(path, 2_000_000_000),
        }
        let arguments: Vec<&str> = command.split(' ').collect();
        judge(odd, desk.run(&arguments));
    }
}

/// It ended by itself, with an answer.
fn ends(odd: &str, run: &Run) {
    assert!(matches!(run.code, Some(0 | 1 | 3)), "{odd}: {run:?}");
    let said = format!("{}{}", run.out, run.err);
    assert!(!said.contains("out of memory"), "{odd}: {said}");
    assert!(!said.is_empty(), "{odd}");
}

#[test]
fn a_build_waits_for_no_pipe_beside_or_in_its_target() {
    for path in [
        ".public.state",
        ".public.lock",
        "public/.keuzewijzer/manifest",
        "public/apeldoorn/gegevens/wijzigingen.json",
        "public/apeldoorn/index.html",
    ] {
        with_each(path, "build --lang en --date 2026-11-16", |odd, run| {
            ends(odd, &run);
        });
    }
}

#[test]
fn shown_outcomes_that_cannot_be_read_keep_a_build_from_publishing() {
    for path in ["public/getoonde-uitkomsten.json", ".public.shown"] {
        for command in [
            "build --lang en --date 2026-11-16",
            "build --lang en --previous public --target other",
            "check --lang en --previous public",
        ] {
            with_each(path, command, |odd, run| {
                assert!(matches!(run.code, Some(1 | 3)), "{odd}: {run:?}");
                ends(odd, &run);
            });
        }
    }
}

#[test]
fn journals_are_compared_only_when_they_are_files() {
    let path = "public/apeldoorn/gegevens/wijzigingen.json";
    for command in [
        "diff --lang en public public",
        "build --lang en --previous public --target other",
    ] {
        with_each(path, command, |odd, run| ends(odd, &run));
    }
}

#[test]
fn what_is_verified_or_archived_is_read_only_as_far_as_it_is_listed() {
    for (path, command, code) in [
        ("public/.keuzewijzer/manifest", "verify --lang en public", 1),
        (
            "public/.keuzewijzer/manifest",
            "verify --lang en good.tar.gz --against public",
            1,
        ),
        ("public/apeldoorn/index.html", "verify --lang en public", 1),
        (
            "public/apeldoorn/index.html",
            "archive --lang en --into a.tar.gz",
            1,
        ),
        (
            "content/offers.csv",
            "archive --lang en --with-sources --into a.tar.gz",
            1,
        ),
    ] {
        with_each(path, command, |odd, run| {
            assert_eq!(run.code, Some(code), "{path}: {odd}: {run:?}");
            ends(odd, &run);
        });
    }
}

#[test]
fn a_report_waits_for_no_pipe_among_the_mails() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("report/mails")).unwrap();
    for path in [
        "report/mails/kompas.txt",
        "report/mails/old.txt",
        "report/index.html",
    ] {
        desk.pipe(path);
    }
    let run = desk.run(&["check", "--lang", "en", "--report", "report"]);
    run.succeeded();
    assert!(desk.read("report/index.html").contains("<!doctype html>"));
}
