//! Files without end, rows without number, and texts that are nested or repeated until a reader gives up.

use super::desk::{Desk, page};

const PAGE: &str = "content/pages/privacy.md";
const GIGABYTE: u64 = 1_000_000_000;

#[test]
fn a_gigabyte_in_any_file_of_the_content_is_refused_before_it_is_read() {
    let files = [
        "content/site.toml",
        "content/offers.csv",
        "content/providers/kompas.md",
        "content/municipalities/apeldoorn/logo.svg",
        "content/municipalities/apeldoorn/logo.png",
    ];
    let desk = Desk::new();
    for file in files {
        desk.sparse(file, GIGABYTE);
    }
    let run = desk.check();
    for file in files {
        let place = format!("{file}:1:1: error[E0112]: the file is larger than ");
        assert!(run.out.contains(&place), "{file}: {}{}", run.out, run.err);
    }
    run.refused("E0112", "content/");
}

#[test]
fn a_table_of_a_million_rows_is_refused_with_the_limit() {
    let desk = Desk::new();
    let file = "content/waiting-times.csv";
    let row = "kompas,vaktherapie,,,intake,expected,,1,weeks,,,2026-11-01,,\n";
    desk.write(file, desk.read(file) + &row.repeat(1_000_000));
    let run = desk
        .check()
        .refused("E0112", "content/waiting-times.csv:500001:1: ");
    assert!(run.out.contains("more than 500000 lines"), "{}", run.out);
}

#[test]
fn a_field_of_a_quarter_of_a_megabyte_is_text() {
    let desk = Desk::new();
    let note = "a ".repeat(125_000);
    let file = "content/offers.csv";
    desk.change(file, "Ook op zaterdag.", note.trim());
    desk.check().succeeded();
}

#[test]
fn texts_that_are_nested_too_deep_are_refused_where_they_are() {
    let deep = 20_000;
    let lists: String = (0..300).map(|level| "  ".repeat(level) + "- x\n").collect();
    let desk = Desk::new();
    for body in [
        "> ".repeat(deep) + "x",
        "- ".repeat(deep) + "x",
        "1. ".repeat(deep) + "x",
        "**".repeat(deep) + "x" + &"**".repeat(deep),
        lists,
    ] {
        desk.write(PAGE, page(&body));
        let start = &body[..20.min(body.len())];
        let run = desk.check();
        assert!(run.code.is_some(), "{start}: it crashed: {}", run.err);
        run.refused("E0707", "content/pages/privacy.md:");
    }
}

#[test]
fn texts_that_repeat_signs_without_end_are_read_in_time() {
    let many = 4_000;
    let ticks: String = (1..300).map(|length| "`".repeat(length) + " ").collect();
    let references: Vec<String> = (0..many).map(|rank| format!("[a{rank}]: b")).collect();
    let parts = [
        "[".repeat(many),
        "![[".repeat(many),
        "[a](".repeat(many),
        "*a **b ".repeat(many),
        "<a ".repeat(many),
        "_".repeat(many),
        "\\".repeat(many),
        "&".repeat(many),
        ticks,
        references.join("\n"),
        "| a ".repeat(200) + "\n" + &"|---".repeat(200) + "\n" + &"| x\n".repeat(200),
        "## a\n".repeat(many),
    ];
    let desk = Desk::new();
    desk.write(PAGE, page(&parts.join("\n\n")));
    let run = desk.run(&["build", "--lang", "en", "--format", "concise"]);
    let run = run.succeeded();
    assert!(run.err.contains("pages made"), "{}", run.err);
}

#[test]
fn equal_headings_have_names_of_their_own_however_many_there_are() {
    let desk = Desk::new();
    desk.write(PAGE, page(&"## a\n".repeat(45_000)));
    desk.run(&["build", "--lang", "en"]).succeeded();
    let html = desk.read("public/zutphen/privacy/index.html");
    assert!(html.contains("id=a-45000>") && !html.contains("id=a-45001"));
}

#[test]
fn toml_and_json_that_are_nested_too_deep_are_refused() {
    let deep = 100_000;
    for key in [
        format!("x = {}", "[".repeat(deep)),
        format!("x = {}", "{a=".repeat(deep)),
        format!("x{} = 1", ".a".repeat(deep)),
    ] {
        let desk = Desk::new();
        let file = "content/site.toml";
        desk.write(file, format!("{key}\n{}", desk.read(file)));
        desk.check().refused("E0102", "content/site.toml:1:");
    }
    let desk = Desk::new();
    let folder = "content/municipalities/apeldoorn";
    desk.write(&format!("{folder}/tokens.json"), "{\"a\":".repeat(deep));
    let settings = format!("{folder}/municipality.toml");
    desk.write(
        &settings,
        desk.read(&settings) + "tokens = \"tokens.json\"\n",
    );
    let place = format!("{folder}/tokens.json:1:");
    desk.check().refused("E0111", &place);
}
