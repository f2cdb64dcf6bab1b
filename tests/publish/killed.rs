//! A build killed at any moment leaves a whole site: the old one or the new one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use keuzewijzer::artifact::Artifact;
use keuzewijzer::publish::Stage;

use crate::scratch::Scratch;

const TARGET: &str = "KEUZEWIJZER_TEST_TARGET";
const KILLS: u64 = 150;
const PAGES: usize = 60;
const VERSIONS: [&str; 2] = ["A", "B"];

/// The pages of a version: most say which one it is, some are the same in both.
fn site(version: &str) -> Vec<Artifact> {
    let mut artifacts: Vec<Artifact> = (0..PAGES)
        .map(|page| {
            let text = if page % 5 == 0 {
                "both".to_owned()
            } else {
                version.repeat(200 + page)
            };
            Artifact {
                path: format!("epe/{}/{page}/index.html", page % 4),
                bytes: text.into_bytes(),
            }
        })
        .collect();
    artifacts.push(Artifact {
        path: format!("only-{version}/index.html"),
        bytes: Vec::new(),
    });
    artifacts
}

/// Not a test of its own: the build that is killed. Without a target it has nothing to do.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "how the test hands a target to its child"
)]
fn publishing_child() {
    let Some(target) = std::env::var_os(TARGET) else {
        return;
    };
    loop {
        for (version, fingerprint) in VERSIONS.iter().zip([[0; 32], [1; 32]]) {
            let stage = Stage::open(Path::new(&target)).unwrap();
            stage.put(&site(version)).unwrap();
            stage.publish(&fingerprint).unwrap();
        }
    }
}

fn spawn(target: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::publishing_child"])
        .env(TARGET, target)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The version of the site, after checking that it is whole and nothing but that version.
fn version_of(target: &Path) -> &'static str {
    let version = if target.join("only-A").exists() {
        "A"
    } else {
        "B"
    };
    let mut expected: Vec<(PathBuf, Vec<u8>)> = site(version)
        .into_iter()
        .map(|artifact| (target.join(artifact.path), artifact.bytes))
        .collect();
    expected.sort();
    let mut found: Vec<(PathBuf, Vec<u8>)> = walkdir::WalkDir::new(target)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| {
            entry.file_type().is_file() && !entry.path().ends_with(".keuzewijzer/manifest")
        })
        .map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap()))
        .collect();
    found.sort();
    assert!(
        found == expected,
        "the site is not whole: {} files of {}",
        found.len(),
        expected.len()
    );
    assert!(target.join(".keuzewijzer/manifest").is_file());
    if version == "A" { "A" } else { "B" }
}

#[test]
fn a_build_killed_at_any_moment_leaves_a_whole_site() {
    let scratch = Scratch::new();
    let target = scratch.target();
    let (mut interrupted, mut seen) = (0, [0, 0]);
    for kill in 0..KILLS {
        let mut child = spawn(&target);
        // Late enough that it publishes, at a moment that falls elsewhere in its work each time.
        let state = scratch.folder.path().join(".public.state");
        let before = fs::metadata(&state)
            .ok()
            .map(|found| found.modified().unwrap());
        while fs::metadata(&state)
            .ok()
            .map(|found| found.modified().unwrap())
            == before
        {
            assert!(
                child.try_wait().unwrap().is_none(),
                "the child does not publish"
            );
            sleep(Duration::from_micros(200));
        }
        sleep(Duration::from_micros(kill * 7919 % 6007));
        child.kill().unwrap();
        child.wait().unwrap();
        let version = version_of(&target);
        seen[usize::from(version == "B")] += 1;
        let has_stage = |entry: fs::DirEntry| {
            entry
                .file_name()
                .to_string_lossy()
                .starts_with(".public.stage-")
        };
        interrupted += usize::from(
            fs::read_dir(scratch.folder.path())
                .unwrap()
                .map(Result::unwrap)
                .any(has_stage),
        );
    }
    assert!(
        interrupted > 20,
        "only {interrupted} kills fell into the work"
    );
    assert!(
        seen.iter().all(|&times| times > 10),
        "versions found: {seen:?}"
    );
    let stage = Stage::open(&target).unwrap();
    stage.put(&site("A")).unwrap();
    stage.publish(&[0; 32]).unwrap();
    assert_eq!(version_of(&target), "A", "the next build works as ever");
}

#[test]
fn the_site_is_there_at_every_moment_of_a_publication() {
    let scratch = Scratch::new();
    let target = scratch.target();
    let publish = |version| {
        let stage = Stage::open(&target).unwrap();
        stage.put(&site(version)[..5]).unwrap();
        assert_eq!(stage.publish(&[0; 32]).unwrap().left_behind, None);
    };
    publish("A");
    let absences = std::thread::scope(|scope| {
        let publisher =
            scope.spawn(|| (0..150).for_each(|_| VERSIONS.into_iter().for_each(publish)));
        let mut absences = 0;
        while !publisher.is_finished() {
            absences += usize::from(fs::symlink_metadata(&target).is_err());
        }
        publisher.join().unwrap();
        absences
    });
    assert_eq!(absences, 0, "a visitor found no site");
}
