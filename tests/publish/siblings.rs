//! Compressed siblings: beside which files they stand, when they are made again, and that they go with their file.

use std::fs;
use std::io::Read;

use keuzewijzer::publish::{Compression, PublishError, Rehearsal, Report, Stage, is_current};

use crate::scratch::{Scratch, artifacts, paths};

const PAGE: &str = "epe/hulp/index.html";
const BROTLI: &str = "epe/hulp/index.html.br";
const GZIP: &str = "epe/hulp/index.html.gz";

/// A page long enough to be compressed.
fn page(word: &str) -> String {
    format!("<p>{word}</p>").repeat(200)
}

fn publish(scratch: &Scratch, compression: Compression, files: &[(&str, &str)]) -> Report {
    let stage = Stage::open(&scratch.target())
        .unwrap()
        .compressing(compression);
    stage.put(&artifacts(files)).unwrap();
    stage.publish(&[1; 32]).unwrap()
}

fn bytes(scratch: &Scratch, path: &str) -> Vec<u8> {
    fs::read(scratch.target().join(path)).unwrap()
}

fn gunzipped(scratch: &Scratch, path: &str) -> String {
    let mut text = String::new();
    flate2::read::GzDecoder::new(&*bytes(scratch, path))
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn unbrotlied(scratch: &Scratch, path: &str) -> String {
    let mut text = String::new();
    brotli::Decompressor::new(&*bytes(scratch, path), 4096)
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn text_gets_siblings_that_hold_the_same_and_other_files_do_not() {
    let scratch = Scratch::new();
    let text = page("hulp");
    let files = [
        (PAGE, &*text),
        ("epe/foto.png", &*text),
        ("epe/kort.txt", "kort"),
        ("_headers", &*text),
    ];
    let report = publish(&scratch, Compression::Best, &files);
    assert_eq!(
        paths(&scratch.target()),
        [
            "_headers",
            "epe/foto.png",
            PAGE,
            BROTLI,
            GZIP,
            "epe/kort.txt"
        ]
    );
    assert_eq!(
        (unbrotlied(&scratch, BROTLI), gunzipped(&scratch, GZIP)),
        (text.clone(), text)
    );
    assert_eq!(report.new.len(), 4, "a file and its siblings are one file");
}

#[test]
fn without_compression_there_are_no_siblings() {
    let scratch = Scratch::new();
    publish(&scratch, Compression::None, &[(PAGE, &page("hulp"))]);
    assert_eq!(paths(&scratch.target()), [PAGE]);
}

#[test]
fn an_unchanged_file_keeps_its_siblings_without_compressing_again() {
    let scratch = Scratch::new();
    let (same, other) = (page("same"), page("other"));
    publish(
        &scratch,
        Compression::Best,
        &[(PAGE, &same), ("epe/a.html", &other)],
    );
    let before = [BROTLI, GZIP, "epe/a.html.br"].map(|path| scratch.inode(path));
    // Bytes that no compressor would make, of the same length: they come back, so nothing was compressed.
    let length = bytes(&scratch, BROTLI).len();
    fs::write(scratch.target().join(BROTLI), vec![7; length]).unwrap();
    let changed = page("changed");
    let report = publish(
        &scratch,
        Compression::Best,
        &[(PAGE, &same), ("epe/a.html", &changed)],
    );
    assert_eq!(
        (report.changed.as_slice(), report.unchanged),
        (&["epe/a.html".to_owned()][..], 1)
    );
    assert_eq!([BROTLI, GZIP].map(|path| scratch.inode(path)), before[..2]);
    assert_eq!(bytes(&scratch, BROTLI), vec![7; length]);
    assert_ne!(scratch.inode("epe/a.html.br"), before[2]);
    assert_eq!(unbrotlied(&scratch, "epe/a.html.br"), changed);
}

#[test]
fn a_sibling_that_is_missing_or_cut_off_is_made_again() {
    let scratch = Scratch::new();
    let text = page("hulp");
    publish(&scratch, Compression::Fast, &[(PAGE, &text)]);
    assert!(is_current(&scratch.target(), &[1; 32]).unwrap().is_some());
    fs::remove_file(scratch.target().join(BROTLI)).unwrap();
    fs::write(scratch.target().join(GZIP), "").unwrap();
    assert_eq!(is_current(&scratch.target(), &[1; 32]).unwrap(), None);
    publish(&scratch, Compression::Fast, &[(PAGE, &text)]);
    assert_eq!(
        (unbrotlied(&scratch, BROTLI), gunzipped(&scratch, GZIP)),
        (text.clone(), text)
    );
}

#[test]
fn siblings_go_with_their_file() {
    let scratch = Scratch::new();
    let text = page("hulp");
    publish(
        &scratch,
        Compression::Fast,
        &[(PAGE, &text), ("a.html", &text)],
    );
    publish(&scratch, Compression::Fast, &[("a.html", &text)]);
    assert_eq!(
        paths(&scratch.target()),
        ["a.html", "a.html.br", "a.html.gz"]
    );
}

#[test]
fn a_file_that_no_longer_gains_loses_its_siblings() {
    let scratch = Scratch::new();
    publish(&scratch, Compression::Fast, &[(PAGE, &page("hulp"))]);
    publish(&scratch, Compression::Fast, &[(PAGE, "kort")]);
    assert_eq!(paths(&scratch.target()), [PAGE]);
}

#[test]
fn another_setting_makes_all_siblings_again_or_removes_them() {
    let scratch = Scratch::new();
    let text = page("hulp");
    let asset = "epe/assets/app.1.js";
    let files = [(PAGE, &*text), (asset, &*text)];
    publish(&scratch, Compression::Fast, &files);
    let fast = scratch.inode(BROTLI);
    publish(&scratch, Compression::Best, &files);
    assert_ne!(scratch.inode(BROTLI), fast);
    let fresh = Scratch::new();
    publish(&fresh, Compression::Best, &files);
    assert!(bytes(&fresh, BROTLI) == bytes(&scratch, BROTLI));
    publish(&scratch, Compression::None, &files);
    assert_eq!(paths(&scratch.target()), [asset, PAGE]);
}

#[test]
fn an_asset_of_the_last_site_keeps_its_siblings_one_publication_longer() {
    let scratch = Scratch::new();
    let text = page("script");
    let (first, second) = ("assets/app.1.js", "assets/app.2.js");
    publish(&scratch, Compression::Fast, &[(first, &text)]);
    publish(&scratch, Compression::Fast, &[(second, &text)]);
    assert!(scratch.has("assets/app.1.js.br") && scratch.has("assets/app.1.js.gz"));
    publish(&scratch, Compression::Fast, &[(second, &text)]);
    assert_eq!(
        paths(&scratch.target()),
        [second, "assets/app.2.js.br", "assets/app.2.js.gz"]
    );
}

#[test]
fn two_fresh_publications_have_the_same_siblings_and_manifest() {
    let (one, other) = (Scratch::new(), Scratch::new());
    let text = page("hulp");
    for scratch in [&one, &other] {
        publish(scratch, Compression::Best, &[(PAGE, &text)]);
    }
    for path in [BROTLI, GZIP, ".keuzewijzer/manifest"] {
        assert!(bytes(&one, path) == bytes(&other, path), "{path}");
    }
}

#[test]
fn a_rehearsal_of_a_part_asks_for_the_compression_of_the_rest() {
    let scratch = Scratch::new();
    publish(&scratch, Compression::Fast, &[(PAGE, &page("hulp"))]);
    let rehearse = |compression| {
        let rehearsal = Rehearsal::open(&scratch.target()).unwrap();
        let mut rehearsal = rehearsal.compressing(compression);
        rehearsal.keep_outside(&["other".to_owned()])
    };
    assert!(rehearse(Compression::Fast).is_ok());
    let error = rehearse(Compression::None).unwrap_err();
    assert!(
        matches!(error, PublishError::OtherCompression { .. }),
        "{error}"
    );
}

#[test]
fn a_file_with_the_name_of_a_sibling_is_refused() {
    let scratch = Scratch::new();
    let stage = Stage::open(&scratch.target()).unwrap();
    let error = stage.put(&artifacts(&[(BROTLI, "x")])).unwrap_err();
    assert!(error.to_string().contains("compressed sibling"), "{error}");
}
