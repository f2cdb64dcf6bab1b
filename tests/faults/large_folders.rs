//! Folders with very many files.

use std::fs;
use std::path::Path;

use crate::deeds::change;
use crate::desk::{Desk, PROGRAM, Run, moments, run};

/// What one folder of content or theme may hold.
const LIMIT: u32 = 20_000;

/// So many files, spread over 97 folders.
fn fill(folder: &Path, files: u32) {
    for inside in 0..97 {
        fs::create_dir_all(folder.join(inside.to_string())).unwrap();
    }
    for number in 0..files {
        let inside = folder.join((number % 97).to_string());
        fs::write(inside.join(format!("{number}.txt")), b"mine").unwrap();
    }
}

/// Files that have a number in their name and their text.
fn add(folder: &Path, numbers: std::ops::Range<u32>, ending: &str, text: impl Fn(u32) -> String) {
    for number in numbers {
        fs::write(folder.join(format!("x{number}.{ending}")), text(number)).unwrap();
    }
}

/// Runs it within 60 seconds of a processor and 2 GiB of addresses, threads and all.
fn held(desk: &Desk, arguments: &[&str]) -> Run {
    let limited = "ulimit -t 60; ulimit -v 2097152; exec \"$0\" \"$@\"";
    let mut command = desk.command("bash");
    command.env("RAYON_NUM_THREADS", "2");
    run(command.args(["-c", limited, PROGRAM]).args(arguments))
}

fn check(desk: &Desk, language: &str) -> Run {
    held(desk, &["check", "--lang", language, "--format", "concise"])
}

#[test]
fn of_files_that_do_not_belong_in_a_folder_the_first_are_named_and_all_counted() {
    let desk = Desk::new();
    add(&desk.path("content"), 0..1_000, "txt", |_| String::new());
    for number in 0..300 {
        let link = desk.path(&format!("content/providers/x{number}.md"));
        std::os::unix::fs::symlink("nowhere.md", link).unwrap();
    }
    add(&desk.path("content/pages"), 0..20, "txt", |_| String::new());
    let run = check(&desk, "nl");
    assert_eq!(run.code, Some(1), "{}{}", run.out, run.err);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines.len(), 21 + 20 + 21, "{}", run.out);
    for (folder, count) in [("content", 1_000), ("content/providers", 300)] {
        let line = format!(
            "{folder}:1:1: fout[E0107]: {count} bestanden en mappen horen niet in deze map; 20 ervan worden genoemd; zet ze ergens anders"
        );
        assert!(lines.contains(&line.as_str()), "{}", run.out);
    }
}

#[test]
fn a_folder_that_holds_more_than_is_read_is_the_only_error_of_the_content() {
    let files = moments(LIMIT).max(LIMIT) + 1;
    for folder in [
        "content",
        "content/providers",
        "content/municipalities/apeldoorn",
    ] {
        let desk = Desk::new();
        add(&desk.path(folder), 0..files, "md", |_| "?".to_owned());
        let run = check(&desk, "en");
        assert_eq!(run.code, Some(1), "{folder}: {}{}", run.out, run.err);
        let said = "error[E0112]: the folder holds more than 20000 files and folders; ";
        assert_eq!(run.out.lines().count(), 1, "{folder}: {}", run.out);
        let line = format!("{folder}:1:1: {said}");
        assert!(run.out.starts_with(&line), "{folder}: {}", run.out);
    }
}

#[test]
fn a_folder_of_a_theme_that_holds_more_than_is_read_is_refused() {
    for (folder, ending) in [("icons", "svg"), ("js", "js")] {
        let desk = Desk::with_themes();
        let folder = format!("themes/default/{folder}");
        add(&desk.path(&folder), 0..LIMIT, ending, |_| String::new());
        let run = check(&desk, "nl");
        assert_eq!(run.code, Some(1), "{folder}: {}{}", run.out, run.err);
        let line = format!("{folder}:1:1: fout[E0112]: in de map staan meer dan 20000 bestanden");
        assert!(run.out.starts_with(&line), "{folder}: {}", run.out);
        assert!(
            run.out.lines().count() < 40,
            "what it lacks now: {}",
            run.out
        );
    }
}

#[test]
fn as_many_providers_as_a_folder_may_hold_give_a_whole_site() {
    let desk = Desk::new();
    let one = desk.read("content/providers/kompas.md");
    let own = |number: u32| {
        let numbers = format!("{:08}", 100_000 + number);
        one.replace("00000002", &numbers)
            .replace("98000002", &numbers)
            .replace("Kompas", &format!("Kompas {number}"))
            .replace("kompas", &format!("kompas{number}"))
    };
    let providers = desk.path("content/providers");
    let there = u32::try_from(fs::read_dir(&providers).unwrap().count()).unwrap();
    add(&providers, there..LIMIT, "md", own);
    held(&desk, &["build"]).succeeded();
    desk.run(&["verify", "public"]).succeeded();
    let without_contract = desk.read("public/apeldoorn/niet-gevonden-aanbieder/index.html");
    for number in [there, LIMIT - 1] {
        let name = format!("Kompas {number} Jeugdhulp");
        assert!(without_contract.contains(&name), "{name}");
    }
}

#[test]
fn as_many_pages_and_scripts_as_folders_may_hold_are_made_in_time() {
    let desk = Desk::with_themes();
    let page = |number: u32| {
        format!("+++\ntitle = \"Pagina {number}\"\ndescription = \"Over {number}.\"\n+++\nTekst.\n")
    };
    for (folder, ending, text) in [
        ("content/pages", "md", &page as &dyn Fn(u32) -> String),
        ("themes/default/js", "js", &|number| {
            format!("export const a{number} = 1;")
        }),
    ] {
        let folder = desk.path(folder);
        let there = u32::try_from(fs::read_dir(&folder).unwrap().count()).unwrap();
        add(&folder, there..LIMIT, ending, text);
    }
    check(&desk, "nl").succeeded();
}

#[test]
fn a_target_with_very_many_files_of_others_is_refused_and_stays() {
    let desk = Desk::with_themes();
    let files = moments(100_000).max(20_000);
    fill(&desk.path("public"), files);
    let refused = desk.run(&["build"]);
    assert_eq!(refused.code, Some(3), "{}", refused.err);
    assert!(
        refused.err.contains("`0`, `1` and 95 more"),
        "{}",
        refused.err
    );
    let count = walkdir::WalkDir::new(desk.path("public"))
        .into_iter()
        .filter(|entry| entry.as_ref().unwrap().file_type().is_file());
    assert_eq!(count.count(), files as usize);
}

#[test]
fn a_stale_stage_with_very_many_files_is_cleared_away_also_when_nothing_changed() {
    let desk = Desk::with_themes();
    desk.run(&["build"]).succeeded();
    fill(&desk.path(".public.stage-1"), 20_000);
    let again = desk.run(&["build"]).succeeded();
    assert!(again.err.contains("nothing changed"), "{}", again.err);
    assert!(!desk.path(".public.stage-1").exists());
    change(&desk);
    desk.run(&["build"]).succeeded();
}
