//! The same input gives the same bytes, and only what differs is written.

use std::collections::BTreeSet;
use std::path::Path;

use crate::harness::{Region, Tree, differences, ends_in, run, tree};

/// Builds into a folder of its own, with whatever surroundings.
fn build_into(
    region: &Region,
    target: &str,
    surroundings: impl Fn(&mut std::process::Command),
) -> Tree {
    let mut command = region.command("build");
    command
        .args([Path::new("--content"), &region.path("content")])
        .args([Path::new("--target"), &region.path(target)]);
    surroundings(&mut command);
    run(&mut command).succeeded();
    tree(&region.path(target))
}

#[test]
fn two_builds_of_the_demonstration_are_byte_identical_wherever_they_run() {
    let region = Region::demo();
    let here = build_into(&region, "one/public", |_| {});
    let elsewhere = build_into(&region, "two/sites", |command| {
        command
            .current_dir("/")
            .env("TZ", "Pacific/Kiritimati")
            .env("LANG", "tr_TR.UTF-8")
            .env("LC_ALL", "tr_TR.UTF-8")
            .env("HOME", "/nowhere")
            .env("SOURCE_DATE_EPOCH", "0")
            .env("RAYON_NUM_THREADS", "1");
    });
    let bare = build_into(&region, "three/public", |command| {
        command.env_clear().env("RAYON_NUM_THREADS", "4");
    });
    assert!(here.len() > 900, "{} files", here.len());
    assert_eq!(differences(&here, &elsewhere), [""; 0]);
    assert_eq!(differences(&here, &bare), [""; 0]);
}

#[test]
fn no_published_byte_tells_where_the_site_was_made() {
    let region = Region::small();
    region.build().succeeded();
    let folder = region.path("");
    let folder = folder.to_str().unwrap().trim_end_matches('/').as_bytes();
    let telling: Vec<String> = region
        .tree()
        .into_iter()
        .filter(|(_, bytes)| bytes.windows(folder.len()).any(|window| window == folder))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(telling, [""; 0]);
}

#[test]
fn a_second_build_of_the_same_says_so_and_touches_nothing() {
    let region = Region::small();
    region.build().succeeded();
    let (tree, inodes) = (region.tree(), region.inodes());
    let second = region.build().succeeded();
    assert!(second.err.contains("nothing changed"), "{}", second.err);
    assert!(region.tree() == tree && region.inodes() == inodes);
}

/// The content is another text, the site is the same: no file is written, though everything was rendered.
#[test]
fn a_change_that_no_page_shows_writes_no_file() {
    let region = Region::small();
    region.build().succeeded();
    let inodes = region.inodes();
    region.append("content/offers.csv", "\n\n");
    let second = region.build().succeeded();
    assert!(
        second.err.contains(": 0 files new, 0 changed, ") && second.err.contains(" 0 gone"),
        "{}",
        second.err
    );
    let own = |path: &&String| !path.starts_with(".keuzewijzer/");
    let after = region.inodes();
    for path in inodes.keys().filter(own) {
        assert_eq!(after.get(path), inodes.get(path), "{path}");
    }
}

/// Builds, changes, builds again; the files that got another inode must be those whose bytes differ from what a fresh
/// build of the new content publishes.
fn assert_only_differences_are_written(change: impl Fn(&Region)) -> (BTreeSet<String>, Tree, Tree) {
    let region = Region::small();
    region.build().succeeded();
    let (before, inodes) = (region.tree(), region.inodes());
    change(&region);
    let said = region.build().succeeded().err;
    let (after, new_inodes) = (region.tree(), region.inodes());
    let fresh = build_into(&region, "fresh/public", |_| {});
    // An asset that nothing uses any more stays one publication longer, and the manifest says so.
    let is_kept = |path: &String| path.contains("/assets/") && !fresh.contains_key(path.as_str());
    let has_kept = after.keys().any(is_kept);
    let mut unlike_fresh = differences(&after, &fresh);
    let is_expected = |path: &String| is_kept(path) || has_kept && path.ends_with("/manifest");
    unlike_fresh.retain(|path| !is_expected(path));
    assert_eq!(unlike_fresh, [""; 0]);
    let is_page = |path: &&String| !path.starts_with(".keuzewijzer/");
    let differing: BTreeSet<String> = fresh
        .keys()
        .filter(is_page)
        .filter(|path| before.get(*path) != fresh.get(*path))
        .cloned()
        .collect();
    let written: BTreeSet<String> = new_inodes
        .keys()
        .filter(is_page)
        .filter(|path| inodes.get(*path) != new_inodes.get(*path))
        .cloned()
        .collect();
    assert_eq!(written, differing);
    let new = differing
        .iter()
        .filter(|path| !before.contains_key(*path))
        .count();
    let gone = before
        .keys()
        .filter(|path| !after.contains_key(*path))
        .count();
    let report = format!(
        "{new} files new, {} changed, {} as they were, {gone} gone",
        differing.len() - new,
        after.keys().filter(is_page).count() - differing.len()
    );
    assert!(said.contains(&report), "{said} is not: {report}");
    (written, before, after)
}

#[test]
fn a_changed_wait_writes_exactly_the_files_that_differ() {
    let (written, ..) = assert_only_differences_are_written(|region| {
        region.change("content/waiting-times.csv", "mean,2,weeks", "mean,5,weeks");
    });
    assert!(written.contains("apeldoorn/aanbieders/de-lindeboom/index.html"));
    assert!(written.contains("apeldoorn/gegevens/wachttijden.csv"));
    assert!(!written.contains("zutphen/aanbieders/kompas/index.html"));
    assert!(!written.contains("apeldoorn/privacy/index.html"));
}

#[test]
fn a_provider_that_is_gone_leaves_no_page_behind() {
    let (_, before, after) = assert_only_differences_are_written(|region| {
        std::fs::remove_file(region.path("content/providers/kompas.md")).unwrap();
        for file in ["offers.csv", "outcomes.csv", "waiting-times.csv"] {
            let path = format!("content/{file}");
            let kept: Vec<String> = region
                .read(&path)
                .lines()
                .filter(|line| !line.starts_with("kompas,"))
                .map(str::to_owned)
                .collect();
            region.write(&path, &format!("{}\n", kept.join("\n")));
        }
    });
    let mentions = |tree: &Tree| {
        tree.iter()
            .filter(|(path, bytes)| {
                path.contains("kompas")
                    || String::from_utf8_lossy(bytes).contains("Kompas Jeugdhulp")
            })
            .count()
    };
    assert!(mentions(&before) > 3);
    assert_eq!(mentions(&after), 0);
    assert!(!after.contains_key("zutphen/aanbieders/kompas/index.html"));
}

#[test]
fn a_municipality_that_is_gone_leaves_no_folder_behind() {
    let (_, before, after) = assert_only_differences_are_written(|region| {
        std::fs::remove_dir_all(region.path("content/municipalities/zutphen")).unwrap();
        region.change(
            "content/offers.csv",
            "kompas,begeleiding-individueel,zutphen",
            "kompas,begeleiding-individueel,apeldoorn",
        );
    });
    let is_page = |path: &&String| path.starts_with("zutphen/") && ends_in(path, "html");
    let in_zutphen = |tree: &Tree| tree.keys().any(|path| is_page(&path));
    assert!(in_zutphen(&before) && !in_zutphen(&after));
}

#[test]
fn line_ends_and_byte_order_marks_of_a_spreadsheet_change_nothing() {
    let region = Region::small();
    region.build().succeeded();
    let before = region.tree();
    for file in ["offers.csv", "waiting-times.csv", "outcomes.csv"] {
        let path = format!("content/{file}");
        let text = region.read(&path).replace('\n', "\r\n");
        region.write(&path, &format!("\u{feff}{text}"));
    }
    region.build().succeeded();
    assert_eq!(differences(&before, &region.tree()), [""; 0]);
}
