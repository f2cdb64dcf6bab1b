//! Scripts, attribute breaks, formulas and unseen characters in every field that takes text.

use std::collections::BTreeMap;
use std::path::Path;

use scraper::{Html, Selector};

use super::desk::{Desk, page};

/// Ends an attribute, a script, a style and a comment, begins a script and an element that runs one, and is a formula, a template
/// and a message. Every part is seen when it is text.
pub(super) const HOSTILE: &str = "=1+cmd|x <script>canary()</script></style></title>--><img src=x onerror=canary()>' x=\\\" onload=canary() ]]>{{7*7}}{$x}%0a&lt;b&gt;";

/// The same in a cell of CSV.
fn cell() -> String {
    format!("\"{}\"", HOSTILE.replace("\\\"", "\"\""))
}

/// The region with the planting in every field that takes any text.
fn planted() -> Desk {
    let desk = Desk::new();
    let key = |file: &str, name: &str| {
        let text = desk.read(file);
        let start = text
            .lines()
            .find(|line| line.starts_with(&format!("{name} = \"")));
        let line = start.unwrap_or_else(|| panic!("{file} has no `{name}`"));
        desk.write(
            file,
            text.replacen(line, &format!("{name} = \"{HOSTILE}\""), 1),
        );
    };
    let after = |file: &str, line: &str, added: &str| {
        desk.change(file, line, &format!("{line}\n{added}"));
    };
    for name in ["name", "publisher", "notice", "text", "source", "license"] {
        key("content/site.toml", name);
    }
    let provider = "content/providers/de-lindeboom.md";
    let place = "longitude = 5.97";
    after(
        provider,
        place,
        &format!("accessibility = \"{HOSTILE}\"\n[reply]\ndate = 2026-09-01\ntext = \"{HOSTILE}\""),
    );
    for name in ["name", "address", "place"] {
        let text = desk.read(provider);
        let at = text.find("[[locations]]").unwrap();
        let (head, location) = text.split_at(at);
        let line = location
            .lines()
            .find(|line| line.starts_with(&format!("{name} = ")))
            .unwrap();
        let location = location.replacen(line, &format!("{name} = \"{HOSTILE}\""), 1);
        desk.write(provider, format!("{head}{location}"));
    }
    key(provider, "name");
    after(
        provider,
        "level = \"regional\"",
        &format!("legal_name = \"{HOSTILE}\"\nstatus_note = \"{HOSTILE}\""),
    );
    for product in ["begeleiding-individueel", "vaktherapie"] {
        let file = format!("content/products/{product}.md");
        for name in ["name", "plain_name", "summary"] {
            key(&file, name);
        }
    }
    for name in ["name", "question", "need", "result"] {
        key("content/profiles/overbelaste-ouders.md", name);
    }
    key("content/product-groups.toml", "name");
    for name in ["name", "summary"] {
        key("content/intensities.toml", name);
    }
    for name in ["title", "description", "menu"] {
        key("content/pages/privacy.md", name);
    }
    key("content/statements/finance.md", "title");
    for name in ["name", "address", "place", "opening_hours"] {
        let file = "content/municipalities/apeldoorn/municipality.toml";
        desk.write(
            file,
            desk.read(file).replace(
                &format!("\n{name} = \"Apeldoorn\""),
                &format!("\n{name} = \"{HOSTILE}\""),
            ),
        );
        if desk.read(file).contains(&format!("\n{name} = \"")) {
            key(file, name);
        }
    }
    desk.change("content/offers.csv", "Ook op zaterdag.", &cell());
    desk.change(
        "content/waiting-times.csv",
        "opgave van de aanbieder",
        &cell(),
    );
    desk.change("content/outcomes.csv", "Vragenlijst voor ouders", &cell());
    for text in ["Praat gratis met iemand die luistert.", "Kindertelefoon"] {
        desk.change("content/local-services.csv", text, &cell());
    }
    desk.change("content/postcodes.csv", "Zutphen", &cell());
    desk
}

/// Every file with this ending that was published or reported, by its path.
pub(super) fn texts(folder: &Path, ending: &str) -> BTreeMap<String, String> {
    let found = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap);
    found
        .filter(|entry| entry.path().extension().is_some_and(|own| own == ending))
        .map(|entry| {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            (entry.path().display().to_string(), text)
        })
        .collect()
}

/// What would run, or leads where nobody should go, in a page.
pub(super) fn runs(html: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let every = Selector::parse("*").unwrap();
    let mut found = Vec::new();
    for element in document.select(&every) {
        let element = element.value();
        let is_data = element.attr("type") == Some("application/ld+json");
        if element.name() == "script" && !is_data && element.attr("src").is_none() {
            found.push("a script".to_owned());
        }
        if element.name() == "style" || element.attr("src") == Some("x") {
            found.push(format!("<{}>", element.name()));
        }
        for (name, value) in element.attrs() {
            let value = value.trim().to_lowercase();
            let is_code = value.starts_with("javascript:") || value.starts_with("data:");
            if name.starts_with("on") || name == "style" || is_code {
                found.push(format!("{name}={value}"));
            }
        }
    }
    found
}

#[test]
fn hostile_words_are_text_in_everything_that_is_published_and_reported() {
    let desk = planted();
    desk.run(&["build", "--lang", "en"]).succeeded();
    desk.run(&["check", "--lang", "en", "--report", "public/controle"])
        .succeeded();
    let public = desk.path("public");
    let pages = texts(&public, "html");
    assert!(pages.len() > 80, "{}", pages.len());
    let data = Selector::parse("script[type='application/ld+json']").unwrap();
    let mut shown = 0;
    for (path, html) in &pages {
        // The report is one file for a mail or a disk, so its style stands in it.
        let own = if path.contains("/controle/") {
            vec!["<style>"]
        } else {
            Vec::new()
        };
        assert_eq!(runs(html), own, "{path}");
        assert!(!html.contains(">49<"), "{path}: a template was run");
        let document = Html::parse_document(html);
        for script in document.select(&data) {
            let json: String = script.text().collect();
            serde_json::from_str::<serde_json::Value>(&json)
                .unwrap_or_else(|error| panic!("{path}: {error}: {json}"));
        }
        let words: String = document.root_element().text().collect();
        shown += usize::from(words.contains("<script>canary()</script>"));
    }
    assert!(shown > 50, "the words are seen on {shown} pages");
    for (path, json) in texts(&public, "json") {
        serde_json::from_str::<serde_json::Value>(&json)
            .unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    for (path, xml) in texts(&public, "xml") {
        let document = roxmltree::Document::parse(&xml);
        let document = document.unwrap_or_else(|error| panic!("{path}: {error}"));
        let is_page = |node: roxmltree::Node<'_, '_>| node.tag_name().name() == "script";
        assert!(!document.descendants().any(is_page), "{path}");
    }
    for (path, csv) in texts(&public, "csv") {
        let formula =
            csv.contains("\n=1+cmd") || csv.contains(",=1+cmd") || csv.contains("\"=1+cmd");
        assert!(!formula, "{path}: a formula in a cell");
    }
}

#[test]
fn characters_that_nobody_sees_are_refused_or_doubted_wherever_they_stand() {
    let desk = Desk::new();
    desk.change(
        "content/providers/kompas.md",
        "name = \"",
        "name = \"\\u202e",
    );
    desk.change(
        "content/site.toml",
        "publisher = \"",
        "publisher = \"\\u001b[31m",
    );
    desk.change("content/offers.csv", "Ook op", "Ook \u{202e}op");
    desk.change("content/waiting-times.csv", "opgave", "op\u{0}gave");
    desk.write(
        "content/pages/privacy.md",
        page("Hier\u{2066} en &#x202e;daar `\u{7f}`."),
    );
    desk.change(
        "content/products/vaktherapie.md",
        "summary = \"",
        "summary = \"On\\u200bzichtbaar ",
    );
    let run = desk.check();
    for place in [
        "content/providers/kompas.md:2:8: error[E0113]",
        "content/site.toml:5:13: error[E0113]",
        "content/offers.csv:3:",
        "content/waiting-times.csv:2:",
        "content/pages/privacy.md:5:5: error[E0113]",
        "content/pages/privacy.md:5:10: error[E0113]",
        "content/products/vaktherapie.md:7:11: warning[W0114]",
    ] {
        assert!(run.out.contains(place), "{place}: {}", run.out);
    }
    run.refused("E0113", "content/");
}

#[test]
fn names_in_other_scripts_and_emoji_keep_their_joiners() {
    let desk = Desk::new();
    desk.change(
        "content/providers/kompas.md",
        "name = \"",
        "name = \"می\u{200c}خواهم 👩\u{200d}👧 ",
    );
    let run = desk.run(&["check", "--strict", "--lang", "en"]);
    assert!(
        !run.err.contains("W0114") && !run.err.contains("E0113"),
        "{}",
        run.err
    );
}

#[test]
fn addresses_that_run_lead_nowhere_or_look_like_others_are_told() {
    let file = "content/providers/de-lindeboom.md";
    let addresses = [
        "javascript:alert(1)",
        "JaVa\\tScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "https://a@evil.example/",
        "https://localhost/",
        "file:///etc/passwd",
    ];
    let desk = Desk::new();
    let text = desk.read(file);
    for (rank, address) in addresses.iter().enumerate() {
        let provider = text.replace("https://www.de-lindeboom.example/", address);
        desk.write(&format!("content/providers/p{rank}.md"), provider);
        let written = address.replace("\\t", "\t");
        desk.write(
            &format!("content/pages/p{rank}.md"),
            page(&format!("[x](<{written}>)")),
        );
    }
    let run = desk
        .check()
        .refused("E0409", "content/providers/p0.md:5:11: ");
    for (rank, address) in addresses.iter().enumerate() {
        for place in [
            format!("content/providers/p{rank}.md:5:11: error[E0409]"),
            format!("content/pages/p{rank}.md:5:1: error[E0704]"),
        ] {
            assert!(run.out.contains(&place), "{address}: {place}: {}", run.out);
        }
    }
    let desk = Desk::new();
    desk.change(
        file,
        "https://www.de-lindeboom.example/",
        "https://www.аррӏе.example/",
    );
    desk.change(
        file,
        "info@de-lindeboom.example",
        "info@xn--80ak6aa92e.example",
    );
    desk.write(
        "content/pages/privacy.md",
        page("[x](https://аррӏе.example/)"),
    );
    let run = desk.check().succeeded();
    for place in [
        "de-lindeboom.md:5:11",
        "de-lindeboom.md:6:9",
        "privacy.md:5:1",
    ] {
        let line = run
            .out
            .lines()
            .find(|line| line.contains(place))
            .unwrap_or_default();
        assert!(
            line.contains("W0423") && line.contains("xn--80ak6aa92e.example"),
            "{place}: {}",
            run.out
        );
    }
}

#[test]
fn raw_html_in_markdown_and_pictures_are_refused() {
    let desk = Desk::new();
    let bodies = [
        ("E0703", "<script>canary()</script>"),
        ("E0703", "a <img src=x onerror=canary()> b"),
        ("E0703", "<!-- --><svg/onload=canary()>"),
        ("E0704", "![x](https://elsewhere.example/x.png)"),
        ("E0704", "[x]: javascript:canary()\n\n[x]"),
        ("E0704", "<javascript:canary()>"),
    ];
    for (rank, (_, body)) in bodies.iter().enumerate() {
        desk.write(&format!("content/pages/p{rank}.md"), page(body));
    }
    let run = desk.check().refused("E0703", "content/pages/p0.md:5:1: ");
    for (rank, (code, body)) in bodies.iter().enumerate() {
        let place = format!("content/pages/p{rank}.md:");
        let is_told = |line: &str| line.starts_with(&place) && line.contains(code);
        assert!(run.out.lines().any(is_told), "{body}: {}", run.out);
    }
}

#[test]
fn colours_letters_and_logos_carry_no_code() {
    let folder = "content/municipalities/apeldoorn";
    let settings = format!("{folder}/municipality.toml");
    let keys = [
        "paper = \"red;}body{display:none\"",
        "ink = \"#fff;background:url(//x.example)\"",
        "font = \"x;}</style><script>canary()</script>\"",
        "corner = \"1px;}*{display:none\"",
        "logo = \"logo.svg\"",
    ];
    let parts = [
        "<script>canary()</script>",
        "<g onload='canary()'/>",
        "<a href='javascript:canary()'><path d=''/></a>",
        "<image href='https://x.example/a.png'/>",
        "<foreignObject><p/></foreignObject>",
        "<style>@import '//x.example';</style>",
        "<use href='//x.example/a.svg#b'/>",
        "<animate attributeName='href' to='javascript:canary()'/>",
        "<set attributeName='onload' to='canary()'/>",
    ];
    let desk = Desk::new();
    let text = desk.read(&settings);
    let first = text.lines().count() + 1;
    desk.write(&settings, text + &keys.join("\n") + "\n");
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\n";
    desk.write(
        &format!("{folder}/logo.svg"),
        format!("{svg}{}\n</svg>", parts.join("\n")),
    );
    let run = desk.check().refused("E0415", &settings);
    for (line, key) in (first..).zip(&keys[..4]) {
        let place = format!("{settings}:{line}:");
        assert!(run.out.contains(&place), "{key}: {}", run.out);
    }
    for (line, part) in (2..).zip(parts) {
        let place = format!("{folder}/logo.svg:{line}:");
        assert!(run.out.contains(&place), "{part}: {}", run.out);
    }
}
