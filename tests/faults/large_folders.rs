//! Folders with very many files.

use std::fs;

use crate::deeds::change;
use crate::desk::{Desk, moments};

fn fill(folder: &std::path::Path, files: u32) {
    for number in 0..files {
        let inside = folder.join(format!("{}", number % 97));
        if number < 97 {
            fs::create_dir_all(&inside).unwrap();
        }
        fs::write(inside.join(format!("{number}.txt")), b"mine").unwrap();
    }
}

#[test]
fn a_target_with_very_many_files_of_others_is_refused_and_stays() {
    let desk = Desk::new();
    let files = moments(100_000).max(20_000);
    fill(&desk.path("public"), files);
    let refused = desk.run(&["build"]);
    assert_eq!(refused.code, Some(3), "{}", refused.err);
    assert!(
        refused.err.contains("`0`, `1` and 95 more"),
        "{}",
        refused.err
    );
    let count = walkdir::WalkDir::new(desk.path("public"))
        .into_iter()
        .filter(|entry| entry.as_ref().unwrap().file_type().is_file());
    assert_eq!(count.count(), files as usize);
}

#[test]
fn a_stale_stage_with_very_many_files_is_cleared_away_also_when_nothing_changed() {
    let desk = Desk::new();
    desk.run(&["build"]).succeeded();
    fill(&desk.path(".public.stage-1"), 20_000);
    let again = desk.run(&["build"]).succeeded();
    assert!(again.err.contains("nothing changed"), "{}", again.err);
    assert!(!desk.path(".public.stage-1").exists());
    change(&desk);
    desk.run(&["build"]).succeeded();
}
