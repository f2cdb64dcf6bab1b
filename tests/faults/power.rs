//! What must be on the disk before visitors are led to it.

use std::process::Stdio;

use crate::deeds::change;
use crate::desk::{Desk, PROGRAM, skipped};

/// The calls of a command that say what is on the disk and what has which name, in order.
fn calls(desk: &Desk, arguments: &[&str]) -> Option<Vec<String>> {
    let mut command = desk.command("strace");
    command
        .args(["-f", "-y", "-qq", "-o", "trace"])
        .args([
            "-e",
            "trace=syncfs,fsync,fdatasync,rename,renameat,renameat2",
        ])
        .arg(PROGRAM)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if !command.status().is_ok_and(|status| status.success()) {
        skipped(
            "what is on the disk before the swap",
            "it needs `strace`, and the right to trace",
        );
        return None;
    }
    let trace = desk.read("trace");
    Some(
        trace
            .lines()
            .filter(|line| line.ends_with("= 0"))
            .map(str::to_owned)
            .collect(),
    )
}

/// The place of the first call from `from` on that holds all of these.
fn place(calls: &[String], from: usize, words: &[&str]) -> usize {
    let found = calls[from..]
        .iter()
        .position(|call| words.iter().all(|word| call.contains(word)));
    from + found.unwrap_or_else(|| panic!("no {words:?} after {from} in {calls:#?}"))
}

#[test]
fn a_site_is_on_the_disk_before_it_is_in_place_and_its_name_after() {
    let desk = Desk::with_themes();
    desk.run(&["build"]).succeeded();
    change(&desk);
    let Some(calls) = calls(&desk, &["build", "--archive", "a.tar.gz"]) else {
        return;
    };
    let staged = place(&calls, 0, &["syncfs(", ".public.stage-"]);
    let swapped = place(&calls, staged, &["RENAME_EXCHANGE", ".public.stage-"]);
    let named = place(&calls, swapped, &["fsync("]);
    let remembered = place(&calls, named, &[".public.state-new"]);
    let archived = place(&calls, remembered, &["fsync(", ".part-"]);
    let placed = place(&calls, archived, &["RENAME_NOREPLACE", "a.tar.gz"]);
    place(&calls, placed, &["fsync("]);
    assert!(staged < swapped, "{calls:#?}");
}

#[test]
fn a_new_region_is_on_the_disk_before_it_has_its_names() {
    let desk = Desk::with_themes();
    let init = [
        "init",
        "regio",
        "--name",
        "Regio X",
        "--municipality",
        "0200=Apeldoorn",
    ];
    let Some(calls) = calls(&desk, &init) else {
        return;
    };
    let staged = place(&calls, 0, &["syncfs(", ".keuzewijzer-init"]);
    place(&calls, staged, &["rename", "regio/content"]);
}
