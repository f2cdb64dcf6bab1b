//! What is not published, and what stays as it was then.

use std::fs;

use keuzewijzer::publish::{PublishError, Stage};

use crate::scratch::{Scratch, artifacts, tree};

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
    stage.put(&artifacts(&[("a", "1")])).unwrap();
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
