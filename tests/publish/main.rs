//! Publishing as a build sees it: what is written, what stays, what is refused, what a killed build leaves.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod current;
mod killed;
mod refusals;
mod scratch;
mod shards;
mod siblings;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;

use keuzewijzer::publish::{Earlier, Report, Stage, Swap};

use crate::scratch::{Scratch, artifacts, tree};

#[test]
fn a_first_publication_is_all_new() {
    let scratch = Scratch::new();
    let report = scratch.publish(&[("index.html", "door"), ("epe/hulp/index.html", "help")]);
    assert_eq!(report.new, ["epe/hulp/index.html", "index.html"]);
    assert_eq!(
        (report.changed.len(), report.unchanged, report.gone.len()),
        (0, 0, 0)
    );
    assert_eq!(report.swap, Swap::Placed);
    assert_eq!(
        fs::read_to_string(scratch.target().join("epe/hulp/index.html")).unwrap(),
        "help"
    );
}

#[test]
fn a_second_publication_says_what_is_new_changed_unchanged_and_gone() {
    let scratch = Scratch::new();
    scratch.publish(&[("a", "1"), ("b", "1"), ("c", "1")]);
    fs::write(scratch.target().join("somebody's"), "1").unwrap();
    let report = scratch.publish(&[("b", "1"), ("c", "2"), ("d", "1")]);
    assert_eq!(
        report,
        Report {
            new: vec!["d".to_owned()],
            changed: vec!["c".to_owned()],
            unchanged: 1,
            gone: vec!["a".to_owned()],
            foreign: vec!["somebody's".to_owned()],
            swap: Swap::Exchanged,
            left_behind: None,
        }
    );
    let expected =
        [("b", "1"), ("c", "2"), ("d", "1")].map(|(path, text)| (path.to_owned(), text.to_owned()));
    assert_eq!(tree(&scratch.target()), BTreeMap::from(expected));
}

#[test]
fn only_what_differs_is_written() {
    let scratch = Scratch::new();
    scratch.publish(&[("same", "1"), ("other", "1")]);
    let before = (scratch.inode("same"), scratch.inode("other"));
    let old_file = fs::File::open(scratch.target().join("other")).unwrap();
    scratch.publish(&[("same", "1"), ("other", "2")]);
    assert_eq!(scratch.inode("same"), before.0);
    assert_ne!(scratch.inode("other"), before.1);
    assert_eq!(
        std::io::read_to_string(old_file).unwrap(),
        "1",
        "a visitor who has the old page open keeps it"
    );
}

#[test]
fn two_fresh_publications_are_byte_identical() {
    let (one, other) = (Scratch::new(), Scratch::new());
    one.publish(&[("a/x", "1"), ("b", "2")]);
    other.publish(&[("b", "2"), ("a/x", "1")]);
    let manifest =
        |scratch: &Scratch| fs::read(scratch.target().join(".keuzewijzer/manifest")).unwrap();
    assert_eq!(tree(&one.target()), tree(&other.target()));
    assert_eq!(manifest(&one), manifest(&other));
}

#[test]
fn several_threads_stage_one_site() {
    let scratch = Scratch::new();
    let stage = Stage::open(&scratch.target()).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let stage = &stage;
            scope.spawn(move || {
                for page in 0..50 {
                    let path = format!("shared/{}/{thread}-{page}/index.html", page % 3);
                    stage.put(&artifacts(&[(&path, "page")])).unwrap();
                }
            });
        }
    });
    assert_eq!(stage.publish(&[1; 32]).unwrap().new.len(), 200);
    assert_eq!(tree(&scratch.target()).len(), 200);
}

#[test]
fn a_truncated_file_is_repaired() {
    let scratch = Scratch::new();
    scratch.publish(&[("page", "whole")]);
    fs::write(scratch.target().join("page"), "wh").unwrap();
    let stage = Stage::open(&scratch.target()).unwrap();
    stage.put(&artifacts(&[("page", "whole")])).unwrap();
    assert_eq!(stage.publish(&[1; 32]).unwrap().changed, ["page"]);
    assert_eq!(
        fs::read_to_string(scratch.target().join("page")).unwrap(),
        "whole"
    );
}

#[test]
fn an_asset_of_the_last_site_stays_exactly_one_publication_longer() {
    let scratch = Scratch::new();
    let (first, second) = ("epe/assets/app.1.js", "epe/assets/app.2.js");
    scratch.publish(&[(first, "1"), ("epe/page", "1")]);
    let report = scratch.publish(&[(second, "2")]);
    assert!(scratch.has(first) && scratch.has(second));
    assert_eq!(report.gone, ["epe/page"], "a page does not stay");
    let report = scratch.publish(&[(second, "2")]);
    assert!(!scratch.has(first) && scratch.has(second));
    assert_eq!(report.gone, [first]);
}

#[test]
fn an_asset_stays_when_a_build_was_killed_right_after_its_swap_and_is_done_again() {
    let scratch = Scratch::new();
    let (first, second) = ("epe/assets/app.1.js", "epe/assets/app.2.js");
    scratch.publish(&[(first, "1")]);
    let state = scratch.folder.path().join(".public.state");
    let before = fs::read(&state).unwrap();
    scratch.publish(&[(second, "2")]);
    fs::write(&state, before).unwrap();
    scratch.publish(&[(second, "2")]);
    assert!(scratch.has(first) && scratch.has(second));
    scratch.publish(&[(second, "2")]);
    assert!(!scratch.has(first), "one publication longer, not more");
}

#[test]
fn an_asset_that_comes_back_is_current_again() {
    let scratch = Scratch::new();
    scratch.publish(&[("assets/1.js", "1")]);
    scratch.publish(&[("assets/2.js", "2")]);
    scratch.publish(&[("assets/1.js", "1")]);
    scratch.publish(&[("assets/3.js", "3")]);
    assert!(scratch.has("assets/1.js") && !scratch.has("assets/2.js"));
}

#[test]
fn what_the_repository_keeps_in_the_folder_stays() {
    let scratch = Scratch::new();
    fs::create_dir(scratch.target()).unwrap();
    for name in ["README.md", ".gitignore", ".gitkeep"] {
        fs::write(scratch.target().join(name), name).unwrap();
    }
    let inode = scratch.inode("README.md");
    scratch.publish(&[("a", "1")]);
    scratch.publish(&[("a", "2")]);
    for name in ["README.md", ".gitignore", ".gitkeep"] {
        assert_eq!(
            fs::read_to_string(scratch.target().join(name)).unwrap(),
            name
        );
    }
    assert_eq!(scratch.inode("README.md"), inode);
}

#[test]
fn who_may_read_the_folder_stays_the_same() {
    let scratch = Scratch::new();
    fs::create_dir(scratch.target()).unwrap();
    fs::set_permissions(scratch.target(), fs::Permissions::from_mode(0o2710)).unwrap();
    scratch.publish(&[("a", "1")]);
    assert_eq!(
        fs::metadata(scratch.target()).unwrap().permissions().mode() & 0o7777,
        0o2710
    );
}

#[test]
fn a_symbolic_link_to_the_folder_stays_one() {
    let scratch = Scratch::new();
    let link = scratch.folder.path().join("link");
    fs::create_dir(scratch.target()).unwrap();
    std::os::unix::fs::symlink("public", &link).unwrap();
    let stage = Stage::open(&link).unwrap();
    stage.put(&artifacts(&[("a", "1")])).unwrap();
    stage.publish(&[1; 32]).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(scratch.has("a"));
}

#[test]
fn what_a_dead_build_left_is_removed() {
    let scratch = Scratch::new();
    let half_made = scratch.folder.path().join(".public.stage-1/deep/folder");
    fs::create_dir_all(&half_made).unwrap();
    fs::write(half_made.join("page"), "half").unwrap();
    let stage = Stage::open(&scratch.target()).unwrap();
    assert!(!scratch.folder.path().join(".public.stage-1").exists());
    stage.discard().unwrap();
    assert_eq!(scratch.left_overs(), [""; 0]);
}

#[test]
fn a_site_that_is_thrown_away_leaves_the_old_one() {
    let scratch = Scratch::new();
    scratch.publish(&[("a", "1")]);
    let before = tree(&scratch.target());
    for is_dropped in [true, false] {
        let stage = Stage::open(&scratch.target()).unwrap();
        stage.put(&artifacts(&[("a", "2"), ("b", "2")])).unwrap();
        if is_dropped {
            drop(stage);
        } else {
            stage.discard().unwrap();
        }
        assert_eq!(tree(&scratch.target()), before);
        assert_eq!(scratch.left_overs(), [""; 0]);
    }
}

#[test]
fn what_was_published_last_can_be_read_while_a_new_site_grows() {
    let scratch = Scratch::new();
    scratch.publish(&[("a/x", "1"), ("a/y", "1"), ("b/x", "1")]);
    fs::write(scratch.target().join("a/y"), "2").unwrap();
    fs::remove_dir_all(scratch.target().join("b")).unwrap();
    fs::write(scratch.target().join("b"), "a file").unwrap();
    fs::write(scratch.target().join("a/z"), "not ours").unwrap();
    let stage = Stage::open(&scratch.target()).unwrap();
    stage.put(&artifacts(&[("a/x", "3")])).unwrap();
    for (path, expected) in [
        ("a/x", Earlier::Whole(b"1".to_vec())),
        ("a/y", Earlier::Damaged),
        ("b/x", Earlier::Damaged),
        ("a/z", Earlier::Nothing),
        ("c", Earlier::Nothing),
    ] {
        assert_eq!(stage.earlier(path).unwrap(), expected, "{path}");
    }
}
