//! What is in an archive.

use std::collections::BTreeMap;

use crate::desk::{Desk, repository, sha256};

fn text(bag: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(bag[path].clone()).unwrap()
}

/// The lines of a list of hashes by path.
fn list(text: &str) -> BTreeMap<String, String> {
    let line = |line: &str| {
        let (hash, path) = line.split_once("  ").unwrap();
        (path.to_owned(), hash.to_owned())
    };
    text.lines().map(line).collect()
}

#[test]
fn every_published_file_is_in_it_as_visitors_got_it() {
    let desk = Desk::archived();
    let bag = desk.bag("a.tar.gz");
    let published: BTreeMap<String, Vec<u8>> = bag
        .iter()
        .filter_map(|(path, bytes)| {
            Some((path.strip_prefix("data/public/")?.to_owned(), bytes.clone()))
        })
        .collect();
    assert!(published == desk.public(), "the files differ");
    assert!(published.contains_key("apeldoorn/index.html"));
    assert!(published.contains_key(".keuzewijzer/manifest"));
}

#[test]
fn every_file_of_the_bag_is_in_a_list_with_its_hash() {
    let desk = Desk::archived();
    let bag = desk.bag("a.tar.gz");
    let (payload, mut tags): (BTreeMap<_, _>, BTreeMap<_, _>) = bag
        .iter()
        .map(|(path, bytes)| (path.clone(), sha256(bytes)))
        .partition(|(path, _)| path.starts_with("data/"));
    assert_eq!(list(&text(&bag, "manifest-sha256.txt")), payload);
    tags.remove("tagmanifest-sha256.txt");
    assert_eq!(list(&text(&bag, "tagmanifest-sha256.txt")), tags);
    assert_eq!(
        text(&bag, "bagit.txt"),
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    );
}

#[test]
fn it_says_who_published_for_whom_when_and_with_what() {
    let desk = Desk::archived();
    let bag = desk.bag("a.tar.gz");
    let info = text(&bag, "bag-info.txt");
    let bytes: usize = desk.public().values().map(Vec::len).sum();
    for line in [
        "Source-Organization: Regio Voorbeeld",
        "External-Identifier: https://keuze.example/",
        "Publication-Day: 2026-11-15",
        "Publication-Municipality: 0200 apeldoorn Apeldoorn",
        "Publication-Municipality: 0301 zutphen Zutphen",
        &format!(
            "Publication-Program: keuzewijzer {}",
            env!("CARGO_PKG_VERSION")
        ),
        &format!("Payload-Oxum: {bytes}.{}", desk.public().len()),
    ] {
        assert!(info.lines().any(|own| own == line), "no `{line}` in {info}");
    }
    let program = std::fs::read(env!("CARGO_BIN_EXE_keuzewijzer")).unwrap();
    let hash = blake3::hash(&program).to_hex();
    assert!(info.contains(&format!("Publication-Program-BLAKE3: {hash}")));
}

#[test]
fn it_has_the_hash_of_every_source_but_no_source_and_so_no_count() {
    let desk = Desk::archived();
    let bag = desk.bag("a.tar.gz");
    let sources = list(&text(&bag, "sources.sha256"));
    for path in [
        "content/outcomes.csv",
        "content/municipalities/apeldoorn/municipality.toml",
        "content/statements/finance.md",
    ] {
        assert_eq!(sources[path], sha256(&desk.bytes(path)), "{path}");
    }
    for path in ["themes/default/theme.toml", "themes/default/icons/icon.svg"] {
        let file = std::fs::read(repository().join(path)).unwrap();
        assert_eq!(sources[path], sha256(&file), "{path}");
    }
    assert!(bag.keys().all(|path| !path.starts_with("data/sources")));
    let outcomes = desk.bytes("content/outcomes.csv");
    let counts = String::from_utf8(outcomes).unwrap();
    let row = counts.lines().nth(1).unwrap().to_owned();
    for (path, bytes) in &bag {
        assert!(!String::from_utf8_lossy(bytes).contains(&row), "{path}");
    }
}

#[test]
fn the_sources_themselves_are_in_it_when_asked_for() {
    let desk = Desk::published();
    desk.run(&["archive", "--into", "all.tar.gz", "--with-sources"])
        .succeeded();
    let bag = desk.bag("all.tar.gz");
    let sources = list(&text(&bag, "sources.sha256"));
    for path in sources.keys() {
        assert!(bag.contains_key(&format!("data/sources/{path}")), "{path}");
    }
    assert_eq!(
        bag["data/sources/content/outcomes.csv"],
        desk.bytes("content/outcomes.csv")
    );
    desk.run(&["verify", "all.tar.gz"]).succeeded();
}

#[test]
fn the_same_publication_in_two_places_gives_the_same_bytes() {
    let (one, other) = (Desk::archived(), Desk::new());
    let run = other.run(&["build", "--archive", "a.tar.gz"]).succeeded();
    assert!(run.err.contains("new"), "{}", run.err);
    assert!(one.bytes("a.tar.gz") == other.bytes("a.tar.gz"));
    let members = one.members("a.tar.gz");
    let top = members[0].path.split('/').next().unwrap();
    assert!(top.starts_with("keuzewijzer-2026-11-15-"), "{top}");
    assert!(members.iter().all(|member| member.path.starts_with(top)));
}

#[test]
fn it_accounts_for_what_was_published_also_after_the_content_changed() {
    let desk = Desk::published();
    let path = "content/pages/privacy.md";
    let before = sha256(&desk.bytes(path));
    desk.change(path, "+++\n", "+++\n# Nog niet gepubliceerd.\n");
    desk.run(&["archive", "--into", "a.tar.gz"]).succeeded();
    let sources = list(&text(&desk.bag("a.tar.gz"), "sources.sha256"));
    assert_eq!(sources[path], before);
}

#[test]
fn a_source_that_differs_in_its_byte_order_mark_only_is_accounted_for_as_it_is() {
    let desk = Desk::new();
    let logo = "content/municipalities/zutphen/logo.svg";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
    desk.write(logo, svg);
    let settings = "content/municipalities/zutphen/municipality.toml";
    desk.change(settings, "[theme]\n", "[theme]\nlogo = \"logo.svg\"\n");
    desk.run(&["build"]).succeeded();
    desk.write(logo, format!("\u{feff}{svg}"));
    desk.run(&["build"]).succeeded();
    desk.run(&["archive", "--into", "a.tar.gz", "--with-sources"])
        .succeeded();
    let bag = desk.bag("a.tar.gz");
    assert_eq!(bag[&format!("data/sources/{logo}")], desk.bytes(logo));
}

#[test]
fn a_build_archives_what_it_published_and_what_had_not_changed() {
    let desk = Desk::new();
    let run = desk.run(&["build", "--archive", "een.tar.gz"]).succeeded();
    assert!(run.err.contains("een.tar.gz: "), "{}", run.err);
    let run = desk.run(&["build", "--archive", "twee.tar.gz"]).succeeded();
    assert!(run.err.contains("nothing changed"), "{}", run.err);
    assert!(desk.bytes("een.tar.gz") == desk.bytes("twee.tar.gz"));
    assert!(run.err.contains(&sha256(&desk.bytes("twee.tar.gz"))));
}

#[test]
fn only_its_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::archived();
    let found = std::fs::metadata(desk.path("a.tar.gz")).unwrap();
    assert_eq!(found.permissions().mode() & 0o777, 0o600);
}
