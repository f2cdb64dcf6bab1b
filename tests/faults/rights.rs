//! Targets that may not be written, cannot be replaced, or stop being writable half-way.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::deeds::change;
use crate::desk::{Desk, PROGRAM, Run, may_mount, moments, run, skipped, unlike};

/// The program as a user without any right of its own, from a copy that this user may run.
fn as_nobody(desk: &Desk, arguments: &[&str]) -> Command {
    let mut command = desk.command("setpriv");
    command
        .args(["--reuid", "65534", "--regid", "65534", "--clear-groups"])
        .arg(desk.path("program"))
        .args(arguments)
        .stdout(Stdio::null());
    command
}

/// A region that belongs to nobody, with a program that nobody may run. `None`, and said so, when we are not root.
fn desk_of_nobody(test: &str) -> Option<Desk> {
    let desk = Desk::with_themes();
    desk.open_to_all();
    fs::copy(PROGRAM, desk.path("program")).unwrap();
    let mut command = desk.command("setpriv");
    command.args([
        "--reuid",
        "65534",
        "--regid",
        "65534",
        "--clear-groups",
        "true",
    ]);
    if !command
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
    {
        skipped(
            test,
            "it needs root, to become a user without rights (`setpriv`)",
        );
        return None;
    }
    fs::create_dir(desk.path("www")).unwrap();
    std::os::unix::fs::chown(desk.path("www"), Some(65534), Some(65534)).unwrap();
    Some(desk)
}

const BUILD: [&str; 5] = ["build", "--target", "www/public", "--lang", "nl"];

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_target_that_this_user_may_not_write_is_refused_and_built_when_it_may() {
    let Some(desk) = desk_of_nobody("a target without permission") else {
        return;
    };
    allow(&desk.path("www"), 0o555);
    let refused = run(&mut as_nobody(&desk, &BUILD));
    assert_eq!(refused.code, Some(3), "{}", refused.err);
    assert!(
        refused.err.contains("www/.public.lock` niet")
            && refused.err.contains("tip: geef deze gebruiker"),
        "{}",
        refused.err
    );
    allow(&desk.path("www"), 0o755);
    run(&mut as_nobody(&desk, &BUILD)).succeeded();
}

#[test]
fn permission_that_is_lost_half_way_leaves_the_old_or_the_new_site_and_the_next_build_tidies() {
    let Some(desk) = desk_of_nobody("permission lost half-way") else {
        return;
    };
    run(&mut as_nobody(&desk, &BUILD)).succeeded();
    let old = desk.tree("www/public");
    change(&desk);
    let fresh = desk.copy();
    fresh.run(&["build", "--target", "www/public"]).succeeded();
    let new = fresh.tree("www/public");
    let mut refused = 0;
    for round in 0..moments(2) {
        let mut child = as_nobody(&desk, &BUILD)
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while child.try_wait().unwrap().is_none() {
            let is_staging = fs::read_dir(desk.path("www")).unwrap().any(|entry| {
                entry
                    .unwrap()
                    .file_name()
                    .to_string_lossy()
                    .contains(".stage-")
            });
            if is_staging {
                allow(&desk.path("www"), 0o555);
                break;
            }
        }
        let code = child.wait().unwrap().code();
        let site = desk.tree("www/public");
        assert!(
            site == old || site == new,
            "round {round}: {:?}",
            unlike(&site, &old)
        );
        refused += u32::from(code == Some(3));
        allow(&desk.path("www"), 0o755);
        run(&mut as_nobody(&desk, &BUILD)).succeeded();
        assert_eq!(left_overs(&desk, "www"), [""; 0]);
        assert_eq!(unlike(&desk.tree("www/public"), &new), [""; 0]);
        fs::remove_dir_all(desk.path("www/public")).unwrap();
        restore(&desk, &old);
    }
    assert!(refused > 0, "no build met the loss");
}

/// Puts the old site back, as nobody's own.
fn restore(desk: &Desk, old: &crate::desk::Tree) {
    let top = desk.path("www/public");
    fs::create_dir(&top).unwrap();
    std::os::unix::fs::chown(&top, Some(65534), Some(65534)).unwrap();
    for (path, bytes) in old {
        let path = top.join(path);
        if bytes.is_empty() && path.extension().is_none() {
            fs::create_dir_all(&path).unwrap();
        } else {
            fs::write(&path, bytes).unwrap();
        }
        std::os::unix::fs::chown(&path, Some(65534), Some(65534)).unwrap();
    }
    fs::remove_file(desk.path("www/.public.state")).unwrap();
}

/// What stands hidden beside a target, without lock and state.
fn left_overs(desk: &Desk, folder: &str) -> Vec<String> {
    let names = fs::read_dir(desk.path(folder)).unwrap();
    names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| {
            name.starts_with('.')
                && ![".public.lock", ".public.shown", ".public.state"].contains(&name.as_str())
        })
        .collect()
}

/// Runs a script in a mount namespace of its own, in the folder of a desk.
fn in_namespace(desk: &Desk, script: &str) -> Run {
    let mut command = desk.command("unshare");
    run(command.args(["-m", "--", "bash", "-c", script, "bash", PROGRAM]))
}

#[test]
fn a_target_that_is_read_only_or_a_mount_point_is_refused_in_dutch_and_english() {
    if !may_mount("read-only targets and mount points") {
        return;
    }
    let desk = Desk::with_themes();
    desk.run(&["build"]).succeeded();
    let before = desk.tree("public");
    change(&desk);
    let read_only = "mkdir -p www; mount --bind www www; mount -o remount,ro,bind www";
    let mount_point = "mkdir -p www/public; mount -t tmpfs tmpfs www/public";
    for (mount, language, said) in [
        (read_only, "nl", "op deze schijf mag niet worden geschreven"),
        (read_only, "en", "Read-only file system"),
        (mount_point, "nl", "is een koppelpunt"),
        (mount_point, "en", "is a mount point"),
    ] {
        let script = format!("{mount} && exec \"$1\" build --target www/public --lang {language}");
        let refused = in_namespace(&desk, &script);
        assert_eq!(refused.code, Some(3), "{}", refused.err);
        assert!(
            refused.err.contains(said) && refused.err.contains("www/"),
            "{}",
            refused.err
        );
    }
    assert_eq!(unlike(&desk.tree("public"), &before), [""; 0]);
}

#[test]
fn a_target_on_another_file_system_than_its_link_is_replaced_there() {
    let desk = Desk::with_themes();
    // The scratch folder is in memory; this one is on the disk of the checkout.
    let elsewhere = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("site"), desk.path("public")).unwrap();
    for _ in 0..2 {
        desk.run(&["build"]).succeeded();
        assert!(elsewhere.path().join("site/index.html").exists());
        assert!(
            fs::symlink_metadata(desk.path("public"))
                .unwrap()
                .is_symlink()
        );
        change_back_and_forth(&desk);
    }
    let names = fs::read_dir(elsewhere.path()).unwrap();
    let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, [".site.lock", ".site.shown", ".site.state", "site"]);
}

fn change_back_and_forth(desk: &Desk) {
    let text = desk.read("content/site.toml");
    desk.write(
        "content/site.toml",
        text.replace("Regio Voorbeeld", "Regio Anders"),
    );
}

#[test]
fn a_target_that_is_a_file_or_leads_in_a_circle_is_refused_and_one_in_no_folder_is_made() {
    let desk = Desk::with_themes();
    desk.write("file", "mine");
    std::os::unix::fs::symlink("circle", desk.path("circle")).unwrap();
    for target in ["file", "circle", "file/inside"] {
        let refused = desk.run(&["build", "--target", target]);
        assert_eq!(refused.code, Some(3), "{target}: {}", refused.err);
        assert!(
            refused.err.contains(target.split('/').next().unwrap()),
            "{}",
            refused.err
        );
    }
    assert_eq!(desk.read("file"), "mine");
    desk.run(&["build", "--target", "not/there/yet"])
        .succeeded();
}

#[test]
fn content_that_changes_while_it_is_read_gives_a_whole_site_or_none() {
    let desk = Desk::with_themes();
    desk.run(&["build"]).succeeded();
    let (path, away) = (desk.path("content/providers"), desk.path("away"));
    let old = desk.tree("public");
    for _ in 0..moments(2) {
        let mut child = desk.start(&["build", "--date", "2026-11-15"]);
        while child.try_wait().unwrap().is_none() {
            fs::rename(&path, &away).unwrap();
            fs::rename(&away, &path).unwrap();
        }
        let code = child.wait().unwrap().code();
        assert!([Some(0), Some(1), Some(3)].contains(&code), "{code:?}");
        desk.run(&["verify", "public"]).succeeded();
        desk.run(&["build"]).succeeded();
        let site = desk.tree("public");
        let pages = |tree: &crate::desk::Tree| {
            tree.keys()
                .filter(|path| path.ends_with("/index.html"))
                .count()
        };
        assert_eq!(pages(&site), pages(&old));
        assert_eq!(left_overs(&desk, "."), [""; 0]);
    }
}
