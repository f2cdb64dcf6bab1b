//! Pages are made small by making their templates small once. They must come out as if each page had been made small
//! by itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::OnceLock;

use scraper::{ElementRef, Html};

use crate::demo::{Site, build, demo};
use crate::harness::{copy_folder, repository};

/// A character that keeps a template from being made small, in a comment that is not rendered.
const AS_WRITTEN: &str = "{# \u{E000} #}";

/// Blanks next to these show nowhere: they begin and end lines, or hold no text.
const LINES: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "circle",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "footer",
    "form",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "html",
    "legend",
    "fieldset",
    "li",
    "line",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "path",
    "rect",
    "script",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "option",
    "noscript",
    "template",
    "hr",
    "pre",
];

/// Only edges inside these show nothing; around them a blank shows.
const BOXES: &[&str] = &["button", "svg", "select", "label"];

/// Attributes that say what is so without them.
const DEFAULTS: &[(&str, &str, &str)] = &[
    ("form", "method", "get"),
    ("input", "type", "text"),
    ("button", "type", "submit"),
];

/// The site made from templates as they were written.
fn as_written() -> &'static Site {
    static AS_WRITTEN: OnceLock<Site> = OnceLock::new();
    AS_WRITTEN.get_or_init(build_as_written)
}

fn build_as_written() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let themes = folder.path().join("themes");
    copy_folder(&repository().join("themes"), &themes);
    for entry in walkdir::WalkDir::new(&themes) {
        let path = entry.unwrap().into_path();
        if path.extension().is_some_and(|end| end == "html") {
            let text = std::fs::read_to_string(&path).unwrap();
            std::fs::write(&path, format!("{text}{AS_WRITTEN}")).unwrap();
        }
    }
    build("as-written", &themes)
}

/// As `minify-html` makes a whole page small, keeping what the pages keep: closing tags, and the tags of the frame.
fn fully_minified(html: &str) -> String {
    let settings = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        ..minify_html::Cfg::default()
    };
    String::from_utf8(minify_html::minify(html.as_bytes(), &settings)).unwrap()
}

/// The document: elements with sorted attributes, and words. Without blanks that show nowhere.
fn outline(html: &str) -> String {
    let mut out = String::new();
    walk(Html::parse_document(html).root_element(), &mut out);
    out
}

fn walk(element: ElementRef, out: &mut String) {
    let name = element.value().name();
    // The style of the theme puts the bar of a score on a line of its own.
    let is_bar = name == "svg" && element.value().attr("class") == Some("bar");
    let is_line = is_bar || LINES.contains(&name);
    let attributes: BTreeMap<&str, String> = element
        .value()
        .attrs()
        .filter(|(attribute, value)| !DEFAULTS.contains(&(name, attribute, value)))
        .map(|(name, value)| {
            let words: Vec<&str> = value.split_ascii_whitespace().collect();
            // In a list of settings for the viewport a blank means nothing.
            let separator = if value.starts_with("width=device-width") {
                ""
            } else {
                " "
            };
            (name, words.join(separator))
        })
        .collect();
    let edge = |out: &mut String| {
        if is_line {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
        }
    };
    edge(out);
    write!(out, "<{name} {attributes:?}>").unwrap();
    edge(out);
    let mut inner = String::new();
    for child in element.children() {
        if let Some(child) = ElementRef::wrap(child) {
            walk(child, &mut inner);
        } else if let Some(words) = child.value().as_text() {
            for char in words.chars() {
                if !char.is_ascii_whitespace() {
                    inner.push(char);
                } else if !inner.ends_with(['\n', ' ']) {
                    inner.push(' ');
                }
            }
        }
    }
    let has_edges = is_line || BOXES.contains(&name);
    out.push_str(if has_edges {
        inner.trim_matches(' ')
    } else {
        &inner
    });
    edge(out);
    write!(out, "</{name}>").unwrap();
    edge(out);
}

/// The first line in which two outlines differ.
fn first_difference(one: &str, other: &str) -> Option<String> {
    let squeezed = |outline: &str| -> Vec<String> {
        outline
            .split('\n')
            .map(|line| line.trim_matches(' ').to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    };
    let (one, other) = (squeezed(one), squeezed(other));
    let at = one.iter().zip(&other).position(|(one, other)| one != other);
    match at {
        Some(at) => Some(format!("{} is not {}", one[at], other[at])),
        None => (one.len() != other.len()).then(|| "one ends before the other".to_owned()),
    }
}

#[test]
fn a_page_from_small_templates_is_the_document_of_the_templates_as_written() {
    let written = as_written();
    let (ours, theirs) = (demo().tree.len(), written.tree.len());
    assert_eq!(ours, theirs);
    let bytes = |site: &Site| site.pages().map(|(_, html)| html.len()).sum::<usize>();
    assert!(
        bytes(written) * 100 > bytes(demo()) * 102,
        "the other site is not as written"
    );
    for (path, html) in demo().pages() {
        let difference = first_difference(&outline(html), &outline(written.text(path)));
        assert_eq!(difference, None, "{path}");
    }
}

#[test]
fn a_page_from_small_templates_is_the_document_of_the_page_made_small() {
    let written = as_written();
    let without_blanks = |html: &str| outline(html).replace([' ', '\n'], "");
    for (path, html) in demo().pages() {
        let small = fully_minified(written.text(path));
        assert!(
            without_blanks(html) == without_blanks(&small),
            "{path}: {:?}",
            first_difference(&outline(html), &outline(&small))
        );
    }
}

#[test]
fn all_pages_together_are_within_three_hundredths_of_pages_made_small() {
    let (mut ours, mut best) = (0, 0);
    for (_, html) in demo().pages() {
        ours += html.len();
        best += fully_minified(html).len();
    }
    assert!(ours * 100 <= best * 103, "{ours} bytes against {best}");
}
