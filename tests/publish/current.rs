//! When a build has nothing to do.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use keuzewijzer::publish::{Stage, Summary, is_current};

use crate::scratch::{Scratch, artifacts};

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
fn a_site_made_from_the_same_inputs_needs_no_build() {
    let scratch = Scratch::new();
    assert_eq!(scratch.is_current(), None);
    scratch.publish(&[("a", "1"), ("epe/b", "23")]);
    assert_eq!(scratch.is_current(), Some(Summary { files: 2, bytes: 3 }));
    assert_eq!(is_current(&scratch.target(), &[2; 32]).unwrap(), None);
}

/// What happens to a file, in words and in deed.
type Damage = (&'static str, fn(&Path));

#[test]
fn a_site_that_was_damaged_needs_a_build() {
    let damages: [Damage; 4] = [
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
    let remembered = scratch.folder.path().join(".public.state");
    assert_eq!(
        fs::metadata(remembered).unwrap().permissions().mode() & 0o777,
        0o600
    );
}
