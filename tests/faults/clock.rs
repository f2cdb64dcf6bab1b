//! Clocks and times of files that are wrong.

use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::deeds::change;
use crate::desk::{Desk, unlike};

fn set_times(folder: &Path, time: SystemTime) {
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            File::options()
                .append(true)
                .open(entry.path())
                .unwrap()
                .set_modified(time)
                .unwrap();
        }
    }
}

#[test]
fn no_byte_depends_on_the_times_of_files_and_none_is_taken_for_fresh_or_stale_by_them() {
    let (ahead, behind) = (
        SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000),
        SystemTime::UNIX_EPOCH + Duration::from_secs(1),
    );
    let (one, other) = (Desk::with_themes(), Desk::with_themes());
    for (desk, time) in [(&one, ahead), (&other, behind)] {
        set_times(&desk.path("content"), time);
        desk.run(&["build"]).succeeded();
        set_times(&desk.path("public"), time);
    }
    assert_eq!(unlike(&one.tree("public"), &other.tree("public")), [""; 0]);
    for (desk, time) in [(&one, behind), (&other, ahead)] {
        set_times(&desk.path("content"), time);
        let again = desk.run(&["build"]).succeeded();
        assert!(again.err.contains("nothing changed"), "{}", again.err);
        change(desk);
        // As old as it was: only the bytes tell.
        set_times(&desk.path("content"), time);
        let again = desk.run(&["build"]).succeeded();
        assert!(!again.err.contains("nothing changed"), "{}", again.err);
    }
    assert_eq!(unlike(&one.tree("public"), &other.tree("public")), [""; 0]);
}

/// A day from today, as the clock has it.
fn day_in(days: u32) -> String {
    let ahead = format!("+{days} days");
    let output = Command::new("date")
        .args(["-u", "-d", &ahead, "+%F"])
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn a_clock_that_was_set_back_is_told_once_and_a_day_that_is_given_is_not() {
    let desk = Desk::with_themes();
    desk.change("content/site.toml", "date = 2026-11-15\n", "");
    desk.change(
        "content/site.toml",
        "expires = 2027-10-01",
        &format!("expires = {}", day_in(200)),
    );
    let (later, earlier) = (day_in(20), day_in(10));
    // The clock stood there when this was published, and was set back to today.
    desk.run(&["build", "--date", &later]).succeeded();
    let chosen = [
        "build",
        "--date",
        &earlier,
        "--target",
        "other",
        "--previous",
        "public",
    ];
    let chosen = desk.run(&chosen).succeeded();
    assert!(!chosen.err.contains("W1002"), "{}", chosen.err);
    let strict = desk.run(&["build", "--lang", "nl", "--strict"]);
    let (year, day) = (&later[..4], later[8..].trim_start_matches('0'));
    let (_, said) = strict
        .err
        .split_once("maar de laatste publicatie is van ")
        .unwrap_or_else(|| panic!("{}", strict.err));
    assert!(said.starts_with(&format!("{day} ")), "{said}");
    assert!(said.lines().next().unwrap().ends_with(year), "{said}");
    assert_eq!(strict.code, Some(1), "with --strict nothing is published");
    let back = desk.run(&["build", "--lang", "en"]).succeeded();
    assert_eq!(back.err.matches("[W1002]").count(), 1, "{}", back.err);
    let english = format!("but the last publication is of {later}");
    assert!(back.err.contains(&english), "{}", back.err);
}
