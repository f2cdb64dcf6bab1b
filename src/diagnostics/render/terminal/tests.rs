use super::*;
use crate::diagnostics::codes;

fn rendered(path: &str, text: &str, range: std::ops::Range<usize>) -> String {
    let mut sources = SourceMap::default();
    let file = sources.add(path, text);
    let problem = Diagnostic::new(codes::E0302, Place::new(file, range), "what is wrong");
    terminal(&[problem], &sources, Language::English, false)
}

#[test]
fn errors_come_last() {
    let mut sources = SourceMap::default();
    let file = sources.add("content/offers.csv", "provider\n");
    let problem = |code, message: &'static str| Diagnostic::new(code, Place::whole(file), message);
    let problems = [
        problem(codes::E0302, "one error"),
        problem(codes::W0506, "a warning"),
        problem(codes::E0303, "another error"),
    ];
    let drawn = terminal(&problems, &sources, Language::English, false);
    let place = |words: &str| drawn.find(words).expect("it is drawn");
    assert!(place("a warning") < place("one error") && place("one error") < place("another error"));
}

#[test]
fn a_problem_shows_its_line_the_other_places_and_the_help() {
    let mut sources = SourceMap::default();
    let offers = sources.add(
        "content/offers.csv",
        "provider;product\r\nkompas;pleegzorg\r\nkompass;pleegzorg\r\n",
    );
    let provider = sources.add(
        "content/providers/kompas.md",
        "+++\nname = \"Kompas\"\n+++\n",
    );
    let problem = Diagnostic::new(
        codes::E0302,
        Place::new(offers, 36..43),
        "unknown provider `kompass`",
    )
    .related(Place::new(offers, 18..24), "written so here")
    .related(Place::new(provider, 11..19), "this provider is known")
    .help("did you mean `kompas`?")
    .help("or add `providers/kompass.md`");
    insta::assert_snapshot!(terminal(&[problem], &sources, Language::English, false), @r#"
    error[E0302]: unknown provider `kompass`
     --> content/offers.csv:3:1
      |
    3 | kompass;pleegzorg
      | ^^^^^^^
      |
     ::: content/offers.csv:2:1
      |
    2 | kompas;pleegzorg
      | ------ written so here
      |
     ::: content/providers/kompas.md:2:8
      |
    2 | name = "Kompas"
      |        -------- this provider is known
      |
      = help: did you mean `kompas`?
      = help: or add `providers/kompass.md`
    "#);
}

#[test]
fn colour_is_for_terminals_that_asked_for_it() {
    let mut sources = SourceMap::default();
    let file = sources.add("content/offers.csv", "kompass\n");
    let problem = Diagnostic::new(codes::E0302, Place::new(file, 0..7), "wrong");
    assert!(
        !terminal(
            std::slice::from_ref(&problem),
            &sources,
            Language::English,
            false
        )
        .contains('\u{1b}')
    );
    assert!(terminal(&[problem], &sources, Language::English, true).contains('\u{1b}'));
}

#[test]
fn a_missing_file_is_its_path() {
    let mut sources = SourceMap::default();
    let missing = sources.add("content/statements/finance.md", "");
    let site = sources.add("content/site.toml", "name = \"x\"\n");
    let problem = Diagnostic::new(
        codes::E0105,
        Place::whole(missing),
        "required file is missing",
    )
    .related(Place::whole(site), "the region")
    .help("write it");
    insta::assert_snapshot!(terminal(&[problem], &sources, Language::English, false), @r"
    error[E0105]: required file is missing
    --> content/statements/finance.md
     |
     = note: content/site.toml: the region
     = help: write it
    ");
}

#[test]
fn a_long_line_is_cut_around_what_is_wrong() {
    let line = format!("{}wrong{}", "before ".repeat(60), " after".repeat(60));
    insta::assert_snapshot!(rendered("content/outcomes.csv", &line, 420..425), @r"
    error[E0302]: what is wrong
     --> content/outcomes.csv:1:421
      |
    1 | ...fore before before before before before before wrong after after after after after after after after...
      |                                                   ^^^^^
    ");
}

#[test]
fn a_long_text_is_shown_by_its_beginning() {
    let line = format!("kompas,{}\n", "many words ".repeat(200));
    insta::assert_snapshot!(rendered("content/offers.csv", &line, 7..2000), @r"
    error[E0302]: what is wrong
     --> content/offers.csv:1:8
      |
    1 | kompas,many words many words many words many words many words many words many words many words many wor...
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ");
}

#[test]
fn a_place_of_several_lines_is_bracketed() {
    let text = "kompas,\"one\ntwo\nthree\"\n";
    insta::assert_snapshot!(rendered("content/offers.csv", text, 7..22), @r#"
    error[E0302]: what is wrong
     --> content/offers.csv:1:8
      |
    1 |   kompas,"one
      |  ________^
    2 | | two
    3 | | three"
      | |______^
    "#);
}

#[test]
fn a_place_of_very_many_lines_is_shown_by_its_first_lines() {
    let text = "\"never closed\n".repeat(1000);
    let shown = rendered("content/offers.csv", &text, 0..text.len());
    assert!(shown.lines().count() < 12, "{shown}");
}

#[test]
fn an_end_of_file_can_be_pointed_at() {
    insta::assert_snapshot!(rendered("content/site.toml", "name = \"x\"\n", 11..11), @r"
    error[E0302]: what is wrong
     --> content/site.toml:2:1
      |
    2 |
      | ^
    ");
}

#[test]
fn characters_of_several_bytes_and_tabs_do_not_shift_the_underline() {
    insta::assert_snapshot!(rendered("content/site.toml", "na\tam é = \"ü😀x\"\n", 11..19), @r#"
    error[E0302]: what is wrong
     --> content/site.toml:1:11
      |
    1 | na    am é = "ü😀x"
      |              ^^^^^
    "#);
}

#[test]
fn text_of_the_material_cannot_steer_the_terminal() {
    let mut sources = SourceMap::default();
    let file = sources.add("content/offers.csv", "kom\u{1b}[31mpas\n");
    let problem =
        Diagnostic::new(codes::E0302, Place::new(file, 0..3), "a\u{1b}[31m").help("b\u{1b}[31m");
    assert!(!terminal(&[problem], &sources, Language::English, false).contains('\u{1b}'));
}

#[test]
fn a_thousand_problems_in_one_large_file_do_not_read_it_a_thousand_times() {
    let mut sources = SourceMap::default();
    let text = "kompass;pleegzorg;apeldoorn;2026-01-01\n".repeat(50_000);
    let file = sources.add("content/offers.csv", text.as_str());
    let problems: Vec<_> = (0..1000)
        .map(|row| {
            let start = row * 39 * 50;
            Diagnostic::new(codes::E0302, Place::new(file, start..start + 7), "unknown")
        })
        .collect();
    let longest_shown = terminal(&problems, &sources, Language::English, false)
        .split("\n\n")
        .map(str::len)
        .max();
    assert!(longest_shown.is_some_and(|length| length < 300));
}

#[test]
fn a_cell_of_a_spreadsheet_is_a_whole_place() {
    let mut sources = SourceMap::default();
    let cell = sources.add_named_place("export.xlsx!Wacht!L4", "6 tot 8");
    let other = sources.add_named_place("export.xlsx!Wacht!A4:B4", "De Eik | Zuid");
    let problem = Diagnostic::new(codes::E0302, Place::new(cell, 0..7), "what is wrong")
        .related(Place::new(other, 0..13), "the row")
        .help("correct it");
    insta::assert_snapshot!(terminal(&[problem], &sources, Language::English, false), @"
    error[E0302]: what is wrong
     --> export.xlsx!Wacht!L4
      |
    1 | 6 tot 8
      | ^^^^^^^
      |
     ::: export.xlsx!Wacht!A4:B4
      |
    1 | De Eik | Zuid
      | ------------- the row
      |
      = help: correct it
    ");
}
