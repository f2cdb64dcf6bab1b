//! Two commands at the same target at the same time.

use std::process::{Child, Stdio};

use crate::deeds::change;
use crate::desk::{Desk, PROGRAM, Run, Tree, moments, unlike};

/// Starts all commands, and waits for all.
fn together(desk: &Desk, commands: &[&[&str]]) -> Vec<Run> {
    let start = |arguments: &&[&str]| {
        let mut command = desk.command(PROGRAM);
        command.args(*arguments);
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    let children: Vec<_> = commands.iter().map(start).collect();
    let end = |child: Child| Run::of(child.wait_with_output().unwrap());
    children.into_iter().map(end).collect()
}

/// It did its work, or said that another one is at it.
fn assert_polite(run: &Run) {
    let is_polite =
        run.code == Some(0) || (run.code == Some(3) && run.err.contains("another build holds"));
    assert!(is_polite, "{run:?}");
}

/// Whether a site is this one, apart from assets that stay of the one before, and the list that tells so.
fn is_of(site: &Tree, publication: &Tree) -> bool {
    let unlike = unlike(site, publication);
    unlike.iter().all(|path| {
        let is_kept = path.contains("assets/") && !publication.contains_key(path);
        is_kept || path == ".keuzewijzer/manifest"
    })
}

#[test]
fn of_builds_at_once_one_wins_and_the_others_say_so() {
    let desk = Desk::with_themes();
    let changed = Desk::with_themes();
    change(&changed);
    let other = changed.path("content");
    let other = other.to_str().unwrap();
    changed.run(&["build"]).succeeded();
    desk.run(&["build"]).succeeded();
    let (one, two) = (desk.tree("public"), changed.tree("public"));
    for shard in ["1", "2"] {
        let (part, target) = (format!("{shard}/2"), format!("shards/{shard}"));
        desk.run(&["build", "--shard", &part, "--target", &target])
            .succeeded();
    }
    let a: &[&str] = &["build"];
    let b: &[&str] = &["build", "--content", other];
    let join: &[&str] = &["join", "shards/1", "shards/2", "--target", "public"];
    for round in 0..moments(3) {
        let runs = together(&desk, &[b, a, join, b]);
        runs.iter().for_each(assert_polite);
        let site = desk.tree("public");
        let is_whole = [&one, &two].iter().any(|tree| is_of(&site, tree));
        assert!(
            is_whole,
            "round {round}: {:?}\n{runs:?}",
            unlike(&site, &one)
        );
        desk.run(&["verify", "public"]).succeeded();
    }
    desk.run(a).succeeded();
    desk.run(b).succeeded();
}

#[test]
fn an_archive_made_beside_a_build_is_whole_or_not_made() {
    let desk = Desk::with_themes();
    desk.run(&["build"]).succeeded();
    let days = ["2026-11-16", "2026-11-17", "2026-11-18"];
    for round in 0..moments(3) {
        let name = format!("kept/{round}.tar.gz");
        let day = days[round as usize % days.len()];
        let build: &[&str] = &["build", "--date", day];
        let archive: &[&str] = &["archive", "--into", &name];
        let runs = together(&desk, &[build, archive, archive]);
        runs.iter().for_each(assert_polite);
        if desk.path(&name).exists() {
            desk.run(&["verify", &name]).succeeded();
        }
        desk.run(&["archive", "--into", "kept/last.tar.gz"])
            .succeeded();
        std::fs::remove_file(desk.path("kept/last.tar.gz")).unwrap();
    }
    let kept = desk.tree("kept");
    assert!(
        kept.keys().all(|name| !name.contains(".part-")),
        "{:?}",
        kept.keys()
    );
}
