use tera::{Context, Tera};

use super::{Fixture, provider, site};
use crate::render::theme::minify_settings;

/// A page like the real ones: loops, conditions around elements and between attributes, components, inline elements.
const BASE: &str = include_str!("../fixtures/base.html");
const PAGE: &str = include_str!("../fixtures/provider.html");
const PARTS: &str = include_str!("../fixtures/parts.html");

/// The same page from templates as they were written.
fn unminified() -> String {
    let mut tera = Tera::new();
    tera.add_raw_templates([
        ("base.html", BASE),
        ("parts.html", PARTS),
        ("provider.html", PAGE),
    ])
    .unwrap();
    let mut context = Context::new();
    context.insert_value("site", site());
    context.insert("page", &provider());
    tera.render("provider.html", &context).unwrap()
}

fn from_theme() -> String {
    let mut fixture = Fixture::new(&[
        ("base.html", BASE),
        ("parts.html", PARTS),
        ("provider.html", PAGE),
    ]);
    let theme = fixture.load();
    assert_eq!(fixture.said(), [""; 0]);
    theme
        .unwrap()
        .render("provider.html", &site(), &provider())
        .unwrap()
}

/// The document as elements with sorted attributes and words; one blank for many, none next to what begins a line.
fn outline(html: &str) -> String {
    const LINES: &[&str] = &[
        "html", "head", "title", "script", "meta", "link", "body", "main", "header", "footer",
        "nav", "ul", "ol", "li", "p", "h1", "h2", "div", "section", "table", "thead", "tbody",
        "tr", "td", "th", "dl", "dt", "dd", "details", "summary",
    ];
    fn text(written: &str, is_preformatted: bool, out: &mut String) {
        if is_preformatted {
            out.push_str(&written.replace(' ', "·").replace('\n', "¶"));
            return;
        }
        for char in written.chars() {
            if !char.is_ascii_whitespace() {
                out.push(char);
            } else if !out.ends_with(['\n', ' ']) {
                out.push(' ');
            }
        }
    }
    fn edge(name: &str, out: &mut String) {
        if LINES.contains(&name) {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
        }
    }
    fn walk(element: scraper::ElementRef, out: &mut String) {
        let name = element.value().name();
        let mut attributes: Vec<String> = element
            .value()
            .attrs()
            .map(|(name, value)| {
                let value: Vec<&str> = value.split_ascii_whitespace().collect();
                format!("{name}={:?}", value.join(" "))
            })
            .collect();
        attributes.sort();
        edge(name, out);
        out.extend(["<", name, " ", &attributes.join(" "), ">"]);
        edge(name, out);
        let mut inner = String::new();
        for child in element.children() {
            if let Some(child) = scraper::ElementRef::wrap(child) {
                walk(child, &mut inner);
            } else if let Some(written) = child.value().as_text() {
                text(written, name == "pre", &mut inner);
            }
        }
        // Blanks at the edges of a button and at the edges of lines show nowhere.
        let is_box = name == "button" || LINES.contains(&name);
        out.push_str(if is_box {
            inner.trim_matches(' ')
        } else {
            &inner
        });
        edge(name, out);
        out.extend(["</", name, ">"]);
        edge(name, out);
    }
    let mut out = String::new();
    walk(scraper::Html::parse_document(html).root_element(), &mut out);
    out
}

#[test]
fn a_page_from_small_templates_has_the_document_of_the_written_ones() {
    let (ours, written) = (outline(&from_theme()), outline(&unminified()));
    let differing = ours
        .lines()
        .zip(written.lines())
        .find(|(one, other)| one != other);
    assert_eq!(differing, None);
    assert_eq!(ours, written);
}

/// `minify-html` also takes blanks between inline elements out of a `div`; ours keep them, so words count here.
#[test]
fn a_page_from_small_templates_has_the_document_of_the_minified_page() {
    let minified = minify_html::minify(unminified().as_bytes(), &minify_settings());
    let without_blanks = |html: &str| outline(html).replace(' ', "");
    assert_eq!(
        without_blanks(&from_theme()),
        without_blanks(&String::from_utf8(minified).unwrap())
    );
}

#[test]
fn a_page_from_small_templates_is_within_three_hundredths_of_the_minified_page() {
    let minified = minify_html::minify(unminified().as_bytes(), &minify_settings());
    let (ours, best) = (from_theme().len(), minified.len());
    assert!(ours * 100 <= best * 103, "{ours} bytes against {best}");
}
