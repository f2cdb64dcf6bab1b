use super::desk::{Desk, PROGRAM, run};

const GIVEN: [&str; 4] = ["--name", "Proef", "--municipality", "0200=Apeldoorn"];

fn init(folder: &str) -> Vec<&str> {
    [&["init", folder][..], &GIVEN[..]].concat()
}

#[test]
fn a_folder_with_anything_in_it_is_left_as_it_is() {
    let desk = Desk::empty();
    desk.write("mijn-regio/.verborgen", "van mij");
    let run = desk.run(&init("mijn-regio"));
    assert_eq!(run.code, Some(3));
    assert_eq!(
        run.err,
        "keuzewijzer: `mijn-regio` is not empty: it holds `.verborgen`; choose a new folder, `init` never overwrites anything\n"
    );
    assert_eq!(desk.everything(), ["mijn-regio", "mijn-regio/.verborgen"]);
    assert_eq!(desk.read("mijn-regio/.verborgen"), "van mij");
}

#[test]
fn a_second_init_changes_nothing() {
    let desk = Desk::empty();
    desk.run(&init("mijn-regio")).succeeded();
    desk.write("mijn-regio/content/site.toml", "veranderd");
    let run = desk.run(&init("mijn-regio"));
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert_eq!(desk.read("mijn-regio/content/site.toml"), "veranderd");
}

#[test]
fn a_file_in_the_place_of_the_folder_is_refused() {
    let desk = Desk::empty();
    desk.write("mijn-regio", "een bestand");
    let run = desk.run(&init("mijn-regio"));
    assert_eq!(run.code, Some(3));
    assert!(
        run.err.contains("`mijn-regio` is not a folder"),
        "{}",
        run.err
    );
    assert_eq!(desk.read("mijn-regio"), "een bestand");
}

#[test]
fn an_empty_folder_is_used_also_the_one_where_somebody_stands() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("leeg")).unwrap();
    desk.run_in("leeg", &init(".")).succeeded();
    assert!(desk.path("leeg/content/site.toml").exists());
    assert!(!desk.path("leeg/.keuzewijzer-init").exists());
}

#[test]
fn a_disk_that_is_full_half_way_leaves_nothing() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("leeg")).unwrap();
    for folder in ["leeg", "nieuw/diep"] {
        // No file may become longer than two blocks, and the signal that says so is not heard.
        let limited = "trap '' XFSZ; ulimit -f 2; exec \"$@\"";
        let mut command = desk.command("bash");
        command
            .args(["-c", limited, "bash", PROGRAM])
            .args(init(folder));
        let ended = run(&mut command);
        assert_eq!(ended.code, Some(3), "{}", ended.err);
        assert!(ended.err.contains("cannot write"), "{}", ended.err);
    }
    assert_eq!(desk.everything(), ["leeg"]);
}
