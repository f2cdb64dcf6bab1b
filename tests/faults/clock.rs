//! Clocks and times of files that are wrong.

use std::fs::{self, File};
use std::path::Path;
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
    let (one, other) = (Desk::new(), Desk::new());
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

#[test]
fn a_clock_that_was_set_back_is_told_once_and_a_day_that_is_given_is_not() {
    let desk = Desk::new();
    let file = desk.path("content/site.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("date = 2026-11-15\n", "")).unwrap();
    // No clock stands there yet: for this publication today's clock was set back.
    desk.run(&["build", "--date", "2126-01-01"]).succeeded();
    let chosen = desk.run(&[
        "build",
        "--date",
        "2125-12-31",
        "--target",
        "other",
        "--previous",
        "public",
    ]);
    assert!(!chosen.err.contains("W1002"), "{}", chosen.err);
    let back = desk.run(&["build", "--lang", "en"]).succeeded();
    assert_eq!(back.err.matches("[W1002]").count(), 1, "{}", back.err);
    assert!(
        back.err
            .contains("but the last publication is of 2126-01-01"),
        "{}",
        back.err
    );
    let dutch = desk.copy();
    dutch.run(&["build", "--date", "2126-01-02"]).succeeded();
    let dutch = dutch.run(&["build", "--lang", "nl", "--strict"]);
    assert!(
        dutch
            .err
            .contains("maar de laatste publicatie is van 2126-01-02"),
        "{}",
        dutch.err
    );
    assert_eq!(dutch.code, Some(1), "with --strict nothing is published");
}
