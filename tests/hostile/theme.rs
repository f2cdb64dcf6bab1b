//! Style sheets, scripts and words of a theme that hide the statements, load from elsewhere, are nested until a reader gives up, or
//! are more than anybody reads.

use std::fmt::Write as _;
use std::os::unix::fs::symlink;

use super::desk::{Desk, theme_file};

fn with(file: &str, text: impl AsRef<[u8]>) -> Desk {
    let desk = Desk::new();
    desk.theme();
    desk.write(&format!("themes/own/{file}"), text);
    desk
}

/// The words of the default theme with other words for one message.
fn with_message(key: &str, words: &str) -> Desk {
    let begins = format!("{key} = ");
    let text = theme_file("i18n/nl.ftl");
    let lines = text.lines().map(|line| {
        if line.starts_with(&begins) {
            format!("{begins}{words}\n")
        } else {
            format!("{line}\n")
        }
    });
    with("i18n/nl.ftl", lines.collect::<String>())
}

fn with_words_after(added: &str) -> Desk {
    with(
        "i18n/nl.ftl",
        theme_file("i18n/nl.ftl") + "\n" + added + "\n",
    )
}

#[test]
fn words_are_text_wherever_they_stand() {
    let words = "<script>canary()</script> \" onclick=\"canary()\" ' x='";
    let desk = with_message("nav-waits", words);
    desk.run(&["build"]).succeeded();
    let html = desk.read("public/apeldoorn/index.html");
    assert_eq!(super::texts::runs(&html), Vec::<String>::new());
    let seen: String = scraper::Html::parse_document(&html)
        .root_element()
        .text()
        .collect();
    assert!(seen.contains("<script>canary()</script>"), "{html}");
}

#[test]
fn words_hold_no_template_code_and_no_character_that_nobody_sees() {
    for words in [
        "{\"{{ site.root }}\"}",
        "{\"{% for a in b %}\"}",
        "{\"{{\"}",
    ] {
        with_message("nav-waits", words)
            .check()
            .refused("E0805", "themes/default/templates/base.html:");
    }
    for words in [
        "a\u{202e}b",
        "a\u{1b}[31m",
        "a\u{0}b",
        "{\"\\u202E\"}",
        "{\"\\U00202E\"}",
        "{\"\\u001b\"}",
    ] {
        let file = "themes/own/i18n/nl.ftl:";
        with_message("nav-waits", words)
            .check()
            .refused("E0113", file);
        let in_sentence = format!("evil = {{ $number }} {words}");
        with_words_after(&in_sentence)
            .check()
            .refused("E0113", file);
    }
}

#[test]
fn messages_that_refer_or_nest_without_end_are_refused_where_they_are() {
    let many = 100_000;
    let mut laughs = "evil0 = ha\n".to_owned();
    for rank in 1..20 {
        let before = format!("{{evil{}}}", rank - 1).repeat(10);
        let _ = writeln!(laughs, "evil{rank} = {before}");
    }
    for words in [
        "evil = {evil}".to_owned(),
        "evil = {other}\nother = {evil}".to_owned(),
        laughs,
        "evil = { WHAT($number) }".to_owned(),
        format!("evil = {}", "{".repeat(many)),
        format!("evil = {}\"a\"{}", "{".repeat(many), "}".repeat(many)),
        format!("evil = {}", "{ NUMBER(".repeat(many)),
    ] {
        let run = with_words_after(&words).check();
        run.refused("E0805", "themes/own/i18n/nl.ftl:");
    }
    with_words_after("evil = { NUMBER(1, minimumFractionDigits: 99999) }")
        .check()
        .succeeded();
}

#[test]
fn a_style_sheet_that_hides_a_statement_is_refused_on_every_page() {
    let hides = [
        ".statements { display: none !important; }",
        ".statements > * { opacity: .001; }",
        "[data-statement=finance] { position: absolute; left: -9999px; }",
        "@media print { .statements { display: none; } }",
        ":root { --a: none; } .statements { display: var(--a); }",
    ];
    for rules in hides {
        let desk = with("css/base.css", theme_file("css/base.css") + rules);
        desk.check().refused("E0903", "themes/default/templates/");
    }
}

#[test]
fn a_style_sheet_loads_nothing_from_elsewhere() {
    for rule in [
        "a { background: url(https://elsewhere.example/x) }",
        "a { background: url(//elsewhere.example/x) }",
        "a { background: image-set(\"https://elsewhere.example/x\" 1x) }",
        "a { cursor: url(https://elsewhere.example/c), auto }",
        "a { --x: url(https://elsewhere.example/x); background: var(--x) }",
        "@font-face { font-family: x; src: url(https://elsewhere.example/x.woff2) }",
        "@import url(https://elsewhere.example/x.css);",
        "@import \"//elsewhere.example/x.css\";",
    ] {
        let run = with("css/base.css", rule).check();
        let place = "themes/own/css/base.css:1:";
        let is_told = |line: &str| line.starts_with(place) && line.contains("E0807");
        assert!(run.out.lines().any(is_told), "{rule}: {}", run.out);
        assert_eq!(run.code, Some(1), "{rule}");
    }
}

#[test]
fn style_sheets_that_nest_or_refer_without_end_are_answered_in_time() {
    let many = 100_000;
    for css in [
        ":not(".repeat(many) + "a" + &")".repeat(many) + "{color:red}",
        "@media print{".repeat(many) + &"}".repeat(many),
        "a{".repeat(many) + "color:red" + &"}".repeat(many),
        "a{width:".to_owned() + &"min(".repeat(many) + "1px" + &")".repeat(many) + "}",
        "a{x:".to_owned() + &"[".repeat(many),
        (0..many)
            .map(|rank| format!(":root{{--t{rank}:1px}}"))
            .collect::<Vec<_>>()
            .concat(),
        (0..many)
            .map(|rank| format!(".a{rank}{{--t:1px;display:var(--t)}}"))
            .collect::<Vec<_>>()
            .concat(),
    ] {
        let run = with("css/base.css", css).check();
        run.refused("E0807", "themes/own/css/base.css:");
    }
    let mut laughs = ":root{--t0:none;".to_owned();
    for rank in 1..30 {
        let before = format!("var(--t{}) ", rank - 1).repeat(4);
        let _ = write!(laughs, "--t{rank}:{before};");
    }
    laughs += "}.statements{display:var(--t29)}";
    with("css/base.css", laughs)
        .check()
        .refused("E0903", "themes/");
}

#[test]
fn a_hundred_thousand_tokens_are_read() {
    let mut tokens = theme_file("css/tokens.css") + ":root{";
    for rank in 0..100_000 {
        let _ = write!(tokens, "--t{rank}:var(--t{});", rank + 1);
    }
    with("css/tokens.css", tokens + "}").check().succeeded();
}

#[test]
fn scripts_that_are_nested_by_brackets_or_signs_are_refused_where_they_are() {
    let many = 60_000;
    for script in [
        "[".repeat(many),
        "(".repeat(many) + "1" + &")".repeat(many),
        "a".to_owned() + &".a".repeat(many),
        "1".to_owned() + &"+1".repeat(many),
        "if(a)b;else ".repeat(20_000) + "{}",
        "{".repeat(many) + &"}".repeat(many),
        "`${".repeat(many),
        "x=>".repeat(many) + "1",
        "!".repeat(many) + "1",
        "typeof ".repeat(30_000) + "1",
    ] {
        for file in ["js/own.js", "js/own/own.js"] {
            let run = with(file, &script).check();
            run.refused("E0810", &format!("themes/own/{file}:1:"));
        }
    }
}

#[test]
fn a_script_imports_nothing_from_elsewhere() {
    for script in [
        "import \"https://elsewhere.example/x.js\";",
        "import { x } from \"//elsewhere.example/x.js\"; x();",
        "export * from \"data:text/javascript,x\";",
    ] {
        let run = with("js/own.js", script).check();
        run.refused("E0810", "themes/own/js/own.js:1:");
    }
}

#[test]
fn files_of_a_theme_are_its_own_and_no_larger_than_is_read() {
    let desk = Desk::new();
    desk.theme();
    let file = |name: &str| format!("themes/own/templates/{name}");
    desk.write(&file("a.html"), "");
    for (name, target) in [
        ("link.html", "/etc/passwd"),
        ("up", ".."),
        ("gone.html", "nothing"),
    ] {
        symlink(target, desk.path(&file(name))).unwrap();
    }
    desk.pipe(&file("pipe.html"));
    let run = desk.check();
    for name in ["link.html", "up", "gone.html", "pipe.html"] {
        let place = format!("{}:1:1: error[E0107]", file(name));
        assert!(run.out.contains(&place), "{name}: {}", run.out);
    }
    let desk = Desk::new();
    desk.theme();
    for path in [
        "templates/a.html",
        "css/a.css",
        "js/a.js",
        "i18n/de.ftl",
        "icons/a.svg",
    ] {
        let path = format!("themes/own/{path}");
        desk.write(&path, "");
        desk.sparse(&path, 1_000_000_000);
    }
    let run = desk.check();
    assert_eq!(run.out.matches("error[E0112]").count(), 5, "{}", run.out);
    for extends in ["own", "../../../etc", "/etc"] {
        let desk = Desk::new();
        desk.theme();
        let settings = format!("extends = \"{extends}\"\nstyles = [\"../../../etc/passwd\"]\n");
        desk.write("themes/own/theme.toml", settings);
        desk.check().refused("E08", "themes/");
    }
}
