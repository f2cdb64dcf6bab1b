//! Files without end, rows without number, and texts that are nested or repeated until a reader gives up.

use std::fs::File;
use std::io::{BufWriter, Write as _};

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

/// A file that begins so, and goes on for so many bytes.
fn streamed(desk: &Desk, path: &str, start: &[u8], portion: &[u8], bytes: usize) {
    let file = File::create(desk.path(path)).unwrap();
    let mut out = BufWriter::with_capacity(1 << 20, file);
    out.write_all(start).unwrap();
    for _ in 0..bytes / portion.len() {
        out.write_all(portion).unwrap();
    }
    out.flush().unwrap();
}

#[test]
fn a_cell_or_a_text_of_a_gigabyte_is_refused_before_it_is_read() {
    let desk = Desk::new();
    let offers = desk.read("content/offers.csv") + "kompas,vaktherapie,\"";
    let portion = vec![b'a'; 1 << 16];
    let gigabyte = 1_000_000_000;
    streamed(
        &desk,
        "content/offers.csv",
        offers.as_bytes(),
        &portion,
        gigabyte,
    );
    let folder = "content/municipalities/apeldoorn";
    streamed(
        &desk,
        &format!("{folder}/tokens.json"),
        b"{\"a\":\"",
        &portion,
        gigabyte,
    );
    let settings = format!("{folder}/municipality.toml");
    desk.write(
        &settings,
        desk.read(&settings) + "tokens = \"tokens.json\"\n",
    );
    let run = desk.check();
    for file in ["content/offers.csv", &format!("{folder}/tokens.json")] {
        let place = format!("{file}:1:1: error[E0112]: ");
        assert!(run.out.contains(&place), "{file}: {}", run.out);
    }
    for (file, start) in [("a.csv", "id,name\n1,\""), ("a.json", "[{\"id\":\"")] {
        streamed(&desk, file, start.as_bytes(), &portion, gigabyte);
        let map = if file == "a.csv" {
            "hsds-csv"
        } else {
            "hsds-json"
        };
        let import = [
            "import", "--lang", "en", "--format", "concise", "--map", map, file,
        ];
        desk.run(&import).refused("E1107", file);
    }
}

#[test]
fn a_table_of_sixty_megabytes_is_read_or_refused_whatever_stands_in_it() {
    let megabytes = 60_000_000;
    let file = "content/offers.csv";
    for (start, portion, code) in [
        ("kompas,vaktherapie,\"", &b"a"[..], "E0103"),
        ("kompas,vaktherapie,\"", b"\"\"", "E0103"),
        ("", b",", "E0112"),
        ("", b",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,", "E0112"),
    ] {
        let desk = Desk::new();
        let start = desk.read(file) + start;
        streamed(&desk, file, start.as_bytes(), portion, megabytes);
        desk.check().refused(code, "content/offers.csv:");
    }
}

#[test]
fn a_hundred_thousand_design_tokens_are_read_and_others_refused() {
    let folder = "content/municipalities/apeldoorn";
    let tokens = |tokens: String| {
        let desk = Desk::new();
        desk.write(&format!("{folder}/tokens.json"), tokens);
        let settings = format!("{folder}/municipality.toml");
        desk.write(
            &settings,
            desk.read(&settings) + "tokens = \"tokens.json\"\n",
        );
        desk
    };
    let named = |token: &dyn Fn(usize) -> String, many: usize| {
        let all: Vec<String> = (0..many)
            .map(|rank| format!("\"t{rank}\":{}", token(rank)))
            .collect();
        tokens(format!("{{{}}}", all.join(",")))
    };
    named(&|_| "{\"$value\":\"#fff\"}".to_owned(), 100_000)
        .check()
        .succeeded();
    let chain = |rank: usize| format!("{{\"$value\":\"{{t{}}}\"}}", rank + 1);
    named(&chain, 50_000).check().succeeded();
    let laughs = |rank: usize| format!("{{\"$value\":\"{{t{}}} {{t{}}}\"}}", rank + 1, rank + 1);
    named(&laughs, 100).check().succeeded();
    for broken in ["{\"a\":{\"$value\":NaN}}", "", "[", "{\"a\":}"] {
        let place = format!("{folder}/tokens.json:1:");
        tokens(broken.to_owned()).check().refused("E0111", &place);
    }
}

#[test]
fn json_of_more_values_than_are_kept_is_refused() {
    let desk = Desk::new();
    for (start, portion) in [
        (&b"["[..], &b"1,"[..]),
        (b"[", b"{},"),
        (b"[", b"[],"),
        (b"{", b"\"k\":1,"),
    ] {
        streamed(&desk, "a.json", start, portion, 90_000_000);
        let import = [
            "import",
            "--lang",
            "en",
            "--format",
            "concise",
            "--map",
            "hsds-json",
            "a.json",
        ];
        desk.run(&import).refused("E1107", "a.json:1:");
    }
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
