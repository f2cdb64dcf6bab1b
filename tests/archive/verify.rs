//! What is found out about an archive or a published folder.

use std::fs;

use tar::EntryType;

use crate::desk::{Desk, Member, member, sha256};

const PAGE: &str = "data/public/apeldoorn/index.html";

/// A file in the one folder of the archive.
fn beside(members: &[Member], inside: &str, kind: EntryType) -> Member {
    let top = members[0].path.split('/').next().unwrap();
    Member {
        path: format!("{top}/{inside}"),
        bytes: Vec::new(),
        kind,
    }
}

#[test]
fn an_archive_as_it_was_made_is_in_order() {
    let desk = Desk::archived();
    let files = desk.public().len() - 1;
    let run = desk.run(&["verify", "a.tar.gz"]).succeeded();
    let words = format!("{files} files, published for 2026-11-15, all as they were archived");
    assert!(run.err.contains(&words), "{}", run.err);
    assert_eq!(run.out, "");
}

#[test]
fn an_archive_packed_again_with_folders_in_it_is_in_order() {
    let desk = Desk::archived();
    let (code, lines) = desk.verify_forged(|members| {
        let folder = beside(members, "data/", EntryType::Directory);
        members.insert(0, folder);
    });
    assert_eq!((code, lines), (0, Vec::new()));
}

#[test]
fn other_bytes_are_found_and_named() {
    let desk = Desk::archived();
    let (code, lines) = desk.verify_forged(|members| member(members, PAGE).bytes[40] ^= 1);
    let words = format!("`{PAGE}` is damaged: its bytes are not those that the list names");
    assert_eq!((code, lines), (1, vec![words]));
}

#[test]
fn a_list_that_was_changed_along_is_found_in_the_list_of_lists() {
    let desk = Desk::archived();
    let (code, lines) = desk.verify_forged(|members| {
        let page = member(members, PAGE);
        let before = sha256(&page.bytes);
        page.bytes[40] ^= 1;
        let after = sha256(&page.bytes);
        let list = member(members, "manifest-sha256.txt");
        let text = String::from_utf8(list.bytes.clone()).unwrap();
        list.bytes = text.replace(&before, &after).into_bytes();
    });
    let words = "`manifest-sha256.txt` is damaged: its bytes are not those that the list names";
    assert_eq!((code, lines), (1, vec![words.to_owned()]));
}

#[test]
fn a_file_that_is_missing_and_one_that_is_too_much_are_named() {
    let desk = Desk::archived();
    let (code, lines) = desk.verify_forged(|members| {
        members.retain(|member| !member.path.ends_with(PAGE));
        let extra = beside(members, "data/public/extra.html", EntryType::Regular);
        members.push(extra);
        let tag = beside(members, "note.txt", EntryType::Regular);
        members.push(tag);
    });
    assert_eq!(code, 1);
    assert!(lines.contains(&format!("`{PAGE}` is missing")), "{lines:?}");
    for path in ["data/public/extra.html", "note.txt"] {
        let words = format!("`{path}` is in no list");
        assert!(lines.contains(&words), "{lines:?}");
    }
    assert!(
        lines
            .iter()
            .any(|line| line.contains("`bag-info.txt` says"))
    );
}

#[test]
fn names_that_leave_the_folder_are_found() {
    let desk = Desk::archived();
    for path in [
        "../../etc/passwd",
        "/etc/passwd",
        "bag/../../x",
        "bag\\x",
        "bag/a\u{7}b",
    ] {
        let (code, lines) = desk.verify_forged(|members| {
            members.push(Member {
                path: path.to_owned(),
                bytes: b"root".to_vec(),
                kind: EntryType::Regular,
            });
        });
        assert_eq!(code, 1, "{path}");
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(
            lines[0].ends_with("is a name that cannot be unpacked safely"),
            "{lines:?}"
        );
    }
    assert!(!desk.path("x").exists());
}

#[test]
fn what_is_no_plain_file_or_outside_the_bag_or_there_twice_is_found() {
    let desk = Desk::archived();
    let (code, lines) = desk.verify_forged(|members| {
        let link = beside(members, "data/public/link", EntryType::Symlink);
        members.push(link);
        let mut other = beside(members, "x", EntryType::Regular);
        other.path = "another/x".to_owned();
        members.push(other);
        let again = member(members, "bagit.txt").clone();
        members.push(again);
    });
    assert_eq!(code, 1);
    assert_eq!(
        lines,
        [
            "`another/x` stands outside the folder of the bag",
            "`bagit.txt` is there twice",
            "`data/public/link` is no plain file",
        ]
    );
}

#[test]
fn an_archive_that_breaks_off_says_where() {
    let desk = Desk::archived();
    let whole = desk.bytes("a.tar.gz");
    for length in [0, 5, 300, whole.len() / 2, whole.len() - 4] {
        desk.write("cut.tar.gz", &whole[..length]);
        let run = desk.run(&["verify", "cut.tar.gz"]);
        assert_eq!(run.code, Some(1), "{length}: {}{}", run.out, run.err);
        assert!(
            run.out.contains("the archive breaks off here"),
            "{}",
            run.out
        );
    }
    let run = desk.run(&["verify", "cut.tar.gz"]);
    assert!(
        run.out
            .contains("tagmanifest-sha256.txt` the archive breaks off"),
        "{}",
        run.out
    );
}

#[test]
fn a_bit_that_fell_over_anywhere_is_found() {
    let desk = Desk::archived();
    let whole = desk.bytes("a.tar.gz");
    // Not the first ten bytes: the head of a gzip file says nothing of what is in it.
    for at in (10..whole.len()).step_by(whole.len() / 12) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        desk.write("bit.tar.gz", &bytes);
        let run = desk.run(&["verify", "bit.tar.gz"]);
        assert_eq!(run.code, Some(1), "byte {at}: {}{}", run.out, run.err);
    }
}

#[test]
fn something_behind_the_end_is_found() {
    let desk = Desk::archived();
    let mut bytes = desk.bytes("a.tar.gz");
    bytes.extend(b"more");
    desk.write("more.tar.gz", bytes);
    let run = desk.run(&["verify", "more.tar.gz"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("something stands behind the end"),
        "{}",
        run.out
    );
}

#[test]
fn a_file_that_is_no_archive_or_not_there_is_told_apart() {
    let desk = Desk::archived();
    desk.write(
        "text.tar.gz",
        "no archive at all, but a text of some length",
    );
    assert_eq!(desk.run(&["verify", "text.tar.gz"]).code, Some(1));
    let run = desk.run(&["verify", "gone.tar.gz"]);
    assert_eq!(run.code, Some(3));
    assert!(run.err.contains("cannot read `gone.tar.gz`"), "{}", run.err);
}

#[test]
fn a_published_folder_is_compared_with_the_archive_file_by_file() {
    let desk = Desk::archived();
    let against = ["verify", "a.tar.gz", "--against", "public"];
    desk.run(&against).succeeded();
    desk.write("public/apeldoorn/index.html", "other words");
    desk.write("public/new.html", "new");
    fs::remove_file(desk.path("public/robots.txt")).unwrap();
    let run = desk.run(&against);
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.out,
        "a.tar.gz: `apeldoorn/index.html` is other in the folder\n\
         a.tar.gz: `new.html` is in the folder and not in the archive\n\
         a.tar.gz: `robots.txt` is not in the folder\n"
    );
}

#[test]
fn a_published_folder_is_checked_against_its_own_list() {
    let desk = Desk::published();
    let files = desk.public().len() - 1;
    let run = desk.run(&["verify", "public"]).succeeded();
    let words = format!("{files} files, all as they were published");
    assert!(run.err.contains(&words), "{}", run.err);
    let page = desk.read("public/apeldoorn/index.html");
    desk.write("public/apeldoorn/index.html", page.replace("hulp", "HULP"));
    desk.write("public/zutphen/index.html", "short");
    desk.write("public/apeldoorn/new.html", "new");
    desk.write("public/README.md", "the repository's own");
    fs::remove_file(desk.path("public/robots.txt")).unwrap();
    fs::create_dir(desk.path("public/robots.txt")).unwrap();
    fs::remove_file(desk.path("public/sitemap.xml")).unwrap();
    let run = desk.run(&["verify", "public"]);
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.out,
        "public: `apeldoorn/index.html` is damaged: its bytes are not those that the list names\n\
         public: `apeldoorn/new.html` is in no list\n\
         public: `robots.txt` is no plain file\n\
         public: `sitemap.xml` is missing\n\
         public: `zutphen/index.html` is damaged: its bytes are not those that the list names\n"
    );
}

#[test]
fn a_folder_that_nobody_published_or_whose_list_is_damaged_is_said_to_be_so() {
    let desk = Desk::published();
    let run = desk.run(&["verify", "content"]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (Some(1), "content: no site was published here\n")
    );
    desk.change("public/.keuzewijzer/manifest", "end ", "and ");
    let run = desk.run(&["verify", "public"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out
            .contains("the list of what was published is damaged"),
        "{}",
        run.out
    );
    let run = desk.run(&["verify", "public", "--against", "public"]);
    assert_eq!(run.code, Some(2));
}
