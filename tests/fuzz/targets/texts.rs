//! How things are written down: CSV, TOML, front matter, Markdown.

use keuzewijzer::diagnostics::SourceMap;
use keuzewijzer::render::markdown::to_html;
use keuzewijzer::sources::{CsvTable, Document, Table};
use scraper::{Html, Selector};

use super::Workbench;
use super::workbench::show;

pub(super) fn csv(_: &Workbench, bytes: &[u8]) {
    as_text("input.csv", bytes, |text, file, problems| {
        let rows = CsvTable::parse(text, file, problems).map_or(0, |table| table.rows.len());
        assert!(rows <= text.len(), "a row has a character");
    });
}

pub(super) fn toml(_: &Workbench, bytes: &[u8]) {
    as_text("input.toml", bytes, |text, file, problems| {
        let _ = Table::parse(text, file, problems);
    });
}

pub(super) fn front_matter(_: &Workbench, bytes: &[u8]) {
    as_text("input.md", bytes, |text, file, problems| {
        let _ = Document::parse_text("input", text, file, problems);
    });
}

fn as_text(
    name: &str,
    bytes: &[u8],
    read: impl FnOnce(
        &str,
        keuzewijzer::diagnostics::FileId,
        &mut Vec<keuzewijzer::diagnostics::Diagnostic>,
    ),
) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let mut sources = SourceMap::default();
    let file = sources.add(name, text);
    let mut problems = Vec::new();
    read(sources.text(file), file, &mut problems);
    show(&problems, &sources);
}

/// Whatever an editor writes, the fragment is text with a few harmless tags.
pub(super) fn markdown(_: &Workbench, bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let html = to_html(text, "../");
    let fragment = Html::parse_fragment(&html);
    let all = Selector::parse("body *, html > *").expect("a selector");
    for element in fragment.select(&all) {
        let element = element.value();
        assert!(
            ALLOWED.contains(&element.name()),
            "`<{}>` in {html}",
            element.name()
        );
        for (name, value) in element.attrs() {
            assert!(
                ["href", "id", "class", "rel", "start", "title"].contains(&name),
                "attribute `{name}` in {html}"
            );
            if name == "href" {
                assert!(is_harmless(value), "`{value}` in {html}");
            }
        }
    }
}

const ALLOWED: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "body",
    "head",
    "html",
];

/// An address as a browser takes it: without the white space and control characters that it leaves out.
fn is_harmless(address: &str) -> bool {
    let taken: String = address
        .chars()
        .filter(|character| !character.is_ascii_control() && *character != ' ')
        .collect();
    let scheme = taken
        .split_once(':')
        .map(|(scheme, _)| scheme.to_ascii_lowercase())
        .filter(|scheme| !scheme.contains(['/', '?', '#']));
    scheme.is_none_or(|scheme| ["http", "https", "mailto", "tel"].contains(&scheme.as_str()))
}
