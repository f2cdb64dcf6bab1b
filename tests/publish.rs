//! Publishing as a build sees it: what is written, what stays, what is refused.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use keuzewijzer::artifact::Artifact;
use keuzewijzer::publish::{PublishError, Report, Stage, Summary, Swap, is_current};
use tempfile::TempDir;

/// A scratch folder with a target in it; in memory where the machine has that, so that flushing costs nothing.
struct Scratch {
    folder: TempDir,
}

impl Scratch {
    fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() {
            tempfile::tempdir_in(memory)
        } else {
            tempfile::tempdir()
        };
        Self {
            folder: folder.unwrap(),
        }
    }

    fn target(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    fn publish(&self, files: &[(&str, &str)]) -> Report {
        let stage = Stage::open(&self.target()).unwrap();
        stage.put(&artifacts(files)).unwrap();
        stage.publish(&[1; 32]).unwrap()
    }

    fn is_current(&self) -> Option<Summary> {
        is_current(&self.target(), &[1; 32]).unwrap()
    }

    fn inode(&self, path: &str) -> u64 {
        fs::metadata(self.target().join(path)).unwrap().ino()
    }

    fn has(&self, path: &str) -> bool {
        self.target().join(path).exists()
    }

    /// What stands beside the target, without the lock and the state.
    fn left_overs(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| ![".public.lock", ".public.state", "public"].contains(&name.as_str()))
            .collect();
        names.sort();
        names
    }
}

fn artifacts(files: &[(&str, &str)]) -> Vec<Artifact> {
    let artifact = |(path, text): &(&str, &str)| Artifact {
        path: (*path).to_owned(),
        bytes: text.as_bytes().to_owned(),
    };
    files.iter().map(artifact).collect()
}

/// Every file of a folder with its text, without our own folder.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            (
                entry
                    .path()
                    .strip_prefix(folder)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned(),
                entry,
            )
        })
        .filter(|(path, _)| !path.starts_with(".keuzewijzer/"))
        .map(|(path, entry)| (path, fs::read_to_string(entry.path()).unwrap()))
        .collect()
}

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
    let report = scratch.publish(&[("b", "1"), ("c", "2"), ("d", "1")]);
    assert_eq!(
        report,
        Report {
            new: vec!["d".to_owned()],
            changed: vec!["c".to_owned()],
            unchanged: 1,
            gone: vec!["a".to_owned()],
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
fn a_file_can_be_kept_without_its_bytes() {
    let scratch = Scratch::new();
    scratch.publish(&[("epe/page", "1")]);
    let inode = scratch.inode("epe/page");
    let stage = Stage::open(&scratch.target()).unwrap();
    assert_eq!(stage.known("epe/page"), Some(blake3::hash(b"1")));
    assert_eq!(stage.known("epe/other"), None);
    assert!(stage.keep("epe/page").unwrap());
    assert!(!stage.keep("epe/other").unwrap());
    assert_eq!(stage.publish(&[1; 32]).unwrap().unchanged, 1);
    assert_eq!(scratch.inode("epe/page"), inode);
}

#[test]
fn a_truncated_file_is_not_kept_but_repaired() {
    let scratch = Scratch::new();
    scratch.publish(&[("page", "whole")]);
    fs::write(scratch.target().join("page"), "wh").unwrap();
    let stage = Stage::open(&scratch.target()).unwrap();
    assert!(!stage.keep("page").unwrap());
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
fn a_folder_of_someone_else_is_refused_and_untouched() {
    let scratch = Scratch::new();
    fs::create_dir(scratch.target()).unwrap();
    for name in ["README.md", "photo.jpg", "thesis.odt", "letters"] {
        fs::write(scratch.target().join(name), name).unwrap();
    }
    let before = tree(&scratch.target());
    let error = Stage::open(&scratch.target()).unwrap_err();
    assert!(matches!(error, PublishError::Foreign { .. }));
    assert!(
        error
            .to_string()
            .contains("`letters`, `photo.jpg` and 1 more"),
        "{error}"
    );
    assert_eq!(tree(&scratch.target()), before);
    assert_eq!(scratch.left_overs(), [""; 0]);
}

#[test]
fn files_that_appear_while_the_site_is_made_are_not_thrown_away() {
    let scratch = Scratch::new();
    let stage = Stage::open(&scratch.target()).unwrap();
    fs::create_dir(scratch.target()).unwrap();
    fs::write(scratch.target().join("thesis.odt"), "years of work").unwrap();
    assert!(matches!(
        stage.publish(&[1; 32]),
        Err(PublishError::Foreign { .. })
    ));
    assert!(scratch.has("thesis.odt"));
    assert_eq!(scratch.left_overs(), [""; 0]);
}

#[test]
fn a_file_in_the_place_of_the_folder_is_refused() {
    let scratch = Scratch::new();
    fs::write(scratch.target(), "a file").unwrap();
    assert!(matches!(
        Stage::open(&scratch.target()),
        Err(PublishError::NotAFolder { .. })
    ));
    assert_eq!(fs::read_to_string(scratch.target()).unwrap(), "a file");
}

#[test]
fn a_folder_with_a_damaged_manifest_is_published_anew() {
    let scratch = Scratch::new();
    scratch.publish(&[("a", "1"), ("b", "1")]);
    let manifest = scratch.target().join(".keuzewijzer/manifest");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, &text[..text.len() / 2]).unwrap();
    assert_eq!(scratch.is_current(), None);
    assert_eq!(scratch.publish(&[("a", "1"), ("b", "1")]).new, ["a", "b"]);
    assert_eq!(scratch.is_current(), Some(Summary { files: 2, bytes: 2 }));
}

#[test]
fn a_second_build_finds_the_lock_and_a_third_one_the_way_free() {
    let scratch = Scratch::new();
    let link = scratch.folder.path().join("link");
    std::os::unix::fs::symlink("public", &link).unwrap();
    let stage = Stage::open(&scratch.target()).unwrap();
    let second = Stage::open(&scratch.target());
    assert!(matches!(second, Err(PublishError::Locked { .. })));
    assert!(
        matches!(Stage::open(&link), Err(PublishError::Locked { .. })),
        "also under another name"
    );
    stage.put(&artifacts(&[("a", "1")])).unwrap();
    stage.publish(&[1; 32]).unwrap();
    Stage::open(&scratch.target()).unwrap();
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
    let stale = scratch.folder.path().join(".public.stage-1/deep/folder");
    fs::create_dir_all(&stale).unwrap();
    fs::write(stale.join("page"), "half").unwrap();
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
            drop(stage)
        } else {
            stage.discard().unwrap()
        }
        assert_eq!(tree(&scratch.target()), before);
        assert_eq!(scratch.left_overs(), [""; 0]);
    }
}

#[test]
fn one_path_for_two_artifacts_stops_the_publication() {
    for second in ["a/b", "a/b/c", "a"] {
        let scratch = Scratch::new();
        let stage = Stage::open(&scratch.target()).unwrap();
        stage.put(&artifacts(&[("a/b", "1")])).unwrap();
        let error = stage.put(&artifacts(&[(second, "2")])).unwrap_err();
        assert!(
            matches!(&error, PublishError::Twice { path } if path == second),
            "{error}"
        );
        assert!(matches!(
            stage.publish(&[1; 32]),
            Err(PublishError::Incomplete { .. })
        ));
        assert!(!scratch.target().exists());
    }
}

#[test]
fn one_path_twice_is_noticed_when_both_are_as_they_were() {
    let scratch = Scratch::new();
    scratch.publish(&[("a", "1")]);
    let stage = Stage::open(&scratch.target()).unwrap();
    assert!(stage.keep("a").unwrap());
    assert!(matches!(
        stage.put(&artifacts(&[("a", "1")])),
        Err(PublishError::Twice { .. })
    ));
}

#[test]
fn a_path_out_of_the_folder_is_refused() {
    for path in [
        "/etc/x",
        "../x",
        "a/../../x",
        "a//x",
        "a\\x",
        "README.md",
        ".keuzewijzer/manifest",
    ] {
        let scratch = Scratch::new();
        let stage = Stage::open(&scratch.target()).unwrap();
        let error = stage.put(&artifacts(&[(path, "1")])).unwrap_err();
        assert!(
            matches!(error, PublishError::BadPath { .. }),
            "{path}: {error}"
        );
        drop(stage);
        assert_eq!(scratch.left_overs(), [""; 0], "{path}");
    }
}

#[test]
fn a_site_made_from_the_same_inputs_needs_no_build() {
    let scratch = Scratch::new();
    assert_eq!(scratch.is_current(), None);
    scratch.publish(&[("a", "1"), ("epe/b", "23")]);
    assert_eq!(scratch.is_current(), Some(Summary { files: 2, bytes: 3 }));
    assert_eq!(is_current(&scratch.target(), &[2; 32]).unwrap(), None);
}

#[test]
fn a_site_that_was_damaged_needs_a_build() {
    let damages: [(&str, fn(&Path)); 4] = [
        ("truncated", |path| fs::write(path, "").unwrap()),
        ("deleted", |path| fs::remove_file(path).unwrap()),
        ("a folder", |path| {
            fs::remove_file(path).unwrap();
            fs::create_dir(path).unwrap();
        }),
        ("other manifest", |path| {
            let manifest = path.with_file_name(".keuzewijzer").join("manifest");
            let text = fs::read_to_string(&manifest).unwrap();
            fs::write(manifest, text.replace(" c a", " p a")).unwrap();
        }),
    ];
    for (damage, apply) in damages {
        let scratch = Scratch::new();
        scratch.publish(&[("a", "1"), ("b", "23")]);
        assert!(scratch.is_current().is_some());
        apply(&scratch.target().join("b"));
        assert_eq!(scratch.is_current(), None, "{damage}");
    }
}

#[test]
fn the_fingerprint_of_the_inputs_is_not_published() {
    let scratch = Scratch::new();
    let fingerprint = [0xab; 32];
    let stage = Stage::open(&scratch.target()).unwrap();
    stage.put(&artifacts(&[("a", "1")])).unwrap();
    stage.publish(&fingerprint).unwrap();
    let manifest = fs::read_to_string(scratch.target().join(".keuzewijzer/manifest")).unwrap();
    assert!(!manifest.contains("abababab"));
    let state = scratch.folder.path().join(".public.state");
    assert_eq!(
        fs::metadata(state).unwrap().permissions().mode() & 0o777,
        0o600
    );
}
