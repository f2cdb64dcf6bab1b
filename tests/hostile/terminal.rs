//! What a terminal would obey never reaches it: in names, paths, problems and differences.

use super::desk::Desk;

/// Sets the title of the window and turns all that follows red.
const ESCAPES: &str = "\u{1b}]0;mine\u{7}\u{1b}[31m\u{9b}32m";
const TURNED: &str = "\u{202e}";

fn obeys_nothing(text: &str) {
    let obeyed = |c: &char| (c.is_control() && !matches!(c, '\n' | '\t')) || *c == '\u{202e}';
    assert_eq!(text.chars().find(obeyed), None, "{text:?}");
}

#[test]
fn problems_show_no_escape_of_a_file_or_its_name_in_any_form() {
    let desk = Desk::new();
    let file = format!("content/providers/a{ESCAPES}{TURNED}.md");
    desk.write(&file, format!("x {ESCAPES}{TURNED}"));
    let offers = "content/offers.csv";
    desk.change(offers, "kompas,", &format!("kom{ESCAPES}{TURNED}pas,"));
    for format in ["human", "concise", "json", "github"] {
        for language in ["en", "nl"] {
            let run = desk.run(&["check", "--lang", language, "--format", format]);
            assert_eq!(run.code, Some(1));
            obeys_nothing(&run.out);
            obeys_nothing(&run.err);
        }
    }
}

#[test]
fn what_was_published_elsewhere_is_compared_without_obeying_it() {
    let desk = Desk::new();
    desk.run(&["build"]).succeeded();
    std::fs::rename(desk.path("public"), desk.path("old")).unwrap();
    desk.change("content/waiting-times.csv", "mean,2,weeks", "mean,9,weeks");
    desk.run(&["build"]).succeeded();
    for site in ["old", "public"] {
        for municipality in ["apeldoorn", "zutphen"] {
            let file = format!("{site}/{municipality}/gegevens/wijzigingen.json");
            let planted = desk
                .read(&file)
                .replace("Lindeboom", "Linde\\u001b[31m\\u202e");
            desk.write(&file, planted);
        }
    }
    for format in ["human", "json"] {
        let run = desk.run(&["diff", "--lang", "en", "--format", format, "old", "public"]);
        assert_eq!(run.code, Some(1), "{}", run.err);
        assert!(run.out.contains("Linde"), "{}", run.out);
        obeys_nothing(&run.out);
    }
}

#[test]
fn a_dry_run_of_an_import_and_a_search_print_names_without_obeying_them() {
    let desk = Desk::new();
    desk.write("m.toml", "[provider]\nname = \"Naam\"\n");
    desk.write("a.csv", format!("Naam\n\"Zon {ESCAPES}{TURNED}\"\n"));
    let run = desk.run(&[
        "import",
        "--map",
        "m.toml",
        "--dry-run",
        "--lang",
        "en",
        "a.csv",
    ]);
    let run = run.succeeded();
    assert!(run.out.contains("Zon"), "{}", run.out);
    obeys_nothing(&run.out);
    obeys_nothing(&run.err);
    for form in [&["--explain"][..], &["--json"][..]] {
        let words = format!("zon{ESCAPES}{TURNED}");
        let arguments = [&["search", "apeldoorn", &words][..], form].concat();
        let run = desk.run(&arguments).succeeded();
        obeys_nothing(&run.out);
    }
    let run = desk.run(&["check", "--content", &format!("x{ESCAPES}")]);
    assert_eq!(run.code, Some(3));
    obeys_nothing(&run.err);
}
