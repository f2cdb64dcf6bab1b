//! The words of visitors, the accessibility statement, the statements themselves, and mails: hostile words in each are text, an error with
//! its place, or nothing.

use std::fmt::Write as _;

use super::desk::{Desk, page, repository};
use super::texts::{HOSTILE, runs, texts};

const VOCABULARY: &str = "content/vocabulary.toml";
const STATEMENT: &str = "content/statements/finance.md";

fn accessibility() -> String {
    let file = repository().join("content/accessibility.toml");
    let text = std::fs::read_to_string(file).unwrap();
    // The region of the tests is in one language.
    let is_translation = |part: &&str| !part.starts_with("en]") && !part.starts_with("points.en]");
    let parts: Vec<&str> = text.split("\n[").filter(is_translation).collect();
    let lines = parts.join("\n[");
    let lines = lines.lines().filter(|line| !line.starts_with("en = "));
    lines.map(|line| line.to_owned() + "\n").collect()
}

#[test]
fn hostile_words_of_visitors_and_of_the_accessibility_statement_are_text() {
    let desk = Desk::new();
    let word = HOSTILE.replace("{{7*7}}", "");
    desk.write(VOCABULARY, format!("crisis = [\"{word}\"]\n[[words]]\nsay = [\"{word}\", \"boos\"]\nmeans = [\"{word}\", \"gedragsproblemen\"]\n"));
    let keys = [
        "organisation",
        "scope",
        "not_covered",
        "approved_by",
        "text",
        "why",
        "effect",
        "measure",
        "alternative",
    ];
    let planted = accessibility()
        .lines()
        .fold(String::new(), |mut text, line| {
            let key = line.split(" = ").next().unwrap();
            if keys.contains(&key) {
                let _ = writeln!(text, "{key} = \"{HOSTILE}\"");
            } else {
                let _ = writeln!(text, "{line}");
            }
            text
        });
    desk.write("content/accessibility.toml", planted);
    desk.run(&["build", "--lang", "en"]).succeeded();
    let mut seen = 0;
    for (path, html) in texts(&desk.path("public"), "html") {
        assert_eq!(runs(&html), Vec::<String>::new(), "{path}");
        let words: String = scraper::Html::parse_document(&html)
            .root_element()
            .text()
            .collect();
        seen += usize::from(words.contains("<script>canary()</script>"));
    }
    assert!(seen > 1, "on {seen} pages");
    let run = desk
        .run(&["search", "apeldoorn", "boos", "--json"])
        .succeeded();
    for line in run.out.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
}

#[test]
fn words_of_visitors_in_any_number_and_length_are_found_in_time() {
    let many = 50_000;
    let said: Vec<String> = (0..many).map(|rank| format!("\"w{rank}\"")).collect();
    let chain = (0..5_000)
        .map(|rank| {
            format!(
                "[[words]]\nsay = [\"x{rank}\"]\nmeans = [\"x{}\", \"y{rank}\"]\n",
                rank + 1
            )
        })
        .collect::<Vec<_>>()
        .concat();
    for vocabulary in [
        format!(
            "[[words]]\nsay = [{}]\nmeans = [\"boos\"]\n",
            said.join(", ")
        ),
        (0..many)
            .map(|rank| format!("[[words]]\nsay = [\"w{rank}\"]\nmeans = [\"v{rank}\"]\n"))
            .collect::<Vec<_>>()
            .concat(),
        chain,
        "[[words]]\nsay = [\"a\"]\nmeans = [\"b\"]\n[[words]]\nsay = [\"b\"]\nmeans = [\"a\"]\n"
            .to_owned(),
        format!(
            "[[words]]\nsay = [\"{}\"]\nmeans = [\"boos\"]\n",
            "a".repeat(1_000_000)
        ),
        format!(
            "[[words]]\nsay = [\"{}\"]\nmeans = [\"boos\"]\n",
            "boos kind ".repeat(20_000)
        ),
        "[[words]]\nsay = [\"!!!\", \"😀\"]\nmeans = [\"???\"]\n".to_owned(),
    ] {
        let desk = Desk::new();
        desk.write(VOCABULARY, vocabulary);
        desk.run(&["search", "apeldoorn", "boos", "x0", "a"])
            .succeeded();
    }
}

#[test]
fn words_of_visitors_that_are_none_are_refused_where_they_are() {
    let desk = Desk::new();
    desk.write(VOCABULARY, "words = 1\n");
    desk.check().refused("E0108", "content/vocabulary.toml:1:");
    for (line, code) in [
        ("say = [\"a\\u202eb\"]\nmeans = [\"b\"]", "E0113"),
        ("say = [\"a\\u0000b\"]\nmeans = [\"b\"]", "E0113"),
        ("say = [\"\", \" \"]\nmeans = [\"b\"]", "E0110"),
        ("say = [1, {a = 2}]\nmeans = [\"b\"]", "E0108"),
        ("say = \"a\"\nmeans = [\"b\"]", "E0108"),
    ] {
        desk.write(VOCABULARY, format!("[[words]]\n{line}\n"));
        desk.check().refused(code, "content/vocabulary.toml:");
    }
}

#[test]
fn values_of_the_accessibility_statement_that_are_none_are_refused_where_they_are() {
    let whole = accessibility();
    let desk = Desk::new();
    desk.write("content/accessibility.toml", &whole);
    desk.check().succeeded();
    for (key, value) in [
        ("status", "\"<b>\""),
        ("adopted", "2026-13-01"),
        ("confirm_days", "-5"),
        ("confirm_days", "99999999999999999999"),
        ("confirm_days", "nan"),
        ("inform_weeks", "0"),
        ("email", "\"javascript:x\""),
        ("email", "\"a@b.example?bcc=c@d.example\""),
        ("email", "\"a?bcc=c@d.example\""),
        ("email", "\"a%40evil.example%2Cc@d.example\""),
        ("email", "\"a@b.example\\nBcc: c@d.example\""),
        ("kind", "\"x\""),
        ("why", "\"a\\u202eb\""),
    ] {
        let line = whole
            .lines()
            .find(|line| line.starts_with(&format!("{key} = ")))
            .unwrap();
        let planted = whole.replacen(line, &format!("{key} = {value}"), 1);
        desk.write("content/accessibility.toml", planted);
        desk.check().refused("error", "content/accessibility.toml:");
    }
}

#[test]
fn a_statement_that_nobody_sees_says_nothing() {
    let desk = Desk::new();
    let whole = desk.read(STATEMENT);
    let (front, _) = whole.rsplit_once("+++\n").unwrap();
    for body in [
        "",
        "\n\n",
        "\u{200b}",
        "\u{3164}",
        "\u{2060}\u{200d}",
        "…",
        "---",
        "&nbsp;",
        "> ",
    ] {
        desk.write(STATEMENT, format!("{front}+++\n{body}\n"));
        let run = desk.run(&["build", "--lang", "en", "--format", "concise"]);
        assert!(matches!(run.code, Some(1)), "{body:?}: {run:?}");
        assert!(!desk.path("public").exists(), "{body:?}");
    }
    let title = whole
        .lines()
        .find(|line| line.starts_with("title = "))
        .unwrap();
    for words in ["\u{3164}", "\u{200b}", "."] {
        desk.write(
            STATEMENT,
            whole.replacen(title, &format!("title = \"{words}\""), 1),
        );
        desk.check().refused("E0201", STATEMENT);
    }
}

#[test]
fn a_link_to_a_mail_goes_to_the_address_that_is_seen_and_nobody_else() {
    for link in [
        "[x](mailto:a@b.example?bcc=c@d.example)",
        "[x](mailto:a@b.example?subject=x&CC=c@d.example)",
        "[x](mailto:a@b.example?to=c@d.example)",
        "[x](mailto:a@b.example,c@d.example)",
        "[x](mailto:?to=c@d.example)",
        "[x](mailto:a%40b.example%2Cc@d.example)",
        "[x](mailto:a?bcc=c@d.example)",
        "[x](mailto:a@b.example%0abcc:c@d.example)",
        "<a?bcc=c@d.example>",
        "<mailto:a@b.example?bcc=c@d.example>",
        "[x](tel:*#06#)",
        "[x](tel:+31;x=<script>)",
    ] {
        let desk = Desk::new();
        desk.write("content/pages/privacy.md", page(link));
        let run = desk.check();
        assert!(run.out.contains("E0704"), "{link}: {}{}", run.out, run.err);
        run.refused("E0704", "content/pages/privacy.md:5:");
    }
    let desk = Desk::new();
    desk.write(
        "content/pages/privacy.md",
        page("[x](mailto:a@b.example?subject=x&body=y)"),
    );
    desk.check().succeeded();
    for address in [
        "a?bcc=c@d.example",
        "a&b=c@d.example",
        "a%0ab@d.example",
        "a#b@d.example",
        "a b@d.example",
    ] {
        let desk = Desk::new();
        let file = "content/providers/de-lindeboom.md";
        desk.change(file, "info@de-lindeboom.example", address);
        desk.check().refused("E04", file);
    }
}

#[test]
fn a_mail_has_one_head_whatever_names_hold() {
    let desk = Desk::new();
    let lines = "Zon\\nBcc: evil@evil.example\\r\\n\\r\\nTekst";
    desk.change(
        "content/providers/kompas.md",
        "name = \"",
        &format!("name = \"{lines}"),
    );
    let site = desk.read("content/site.toml");
    let name = site
        .lines()
        .find(|line| line.starts_with("name = "))
        .unwrap();
    desk.change("content/site.toml", name, &format!("name = \"{lines}\""));
    desk.run(&["check", "--lang", "en", "--report", "report"])
        .succeeded();
    for (path, mail) in texts(&desk.path("report"), "txt") {
        let (head, _) = mail.split_once("\n\n").unwrap();
        assert_eq!(head.lines().count(), 2, "{path}: {mail}");
    }
    desk.run(&["build"]).succeeded();
    for (path, html) in texts(&desk.path("public"), "html") {
        for (at, _) in html.match_indices("mailto:") {
            let address = html[at..].split(['"', '>', ' ']).next().unwrap();
            let address = address.to_lowercase();
            let breaks = ["%0a", "%0d", "\n", "\r"]
                .iter()
                .any(|end| address.contains(end));
            assert!(!breaks, "{path}: {address}");
        }
    }
}
