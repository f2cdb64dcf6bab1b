//! The files of a theme, and pages that the guard of the statements looks at.

use std::sync::LazyLock;

use keuzewijzer::diagnostics::{Diagnostic, SourceMap};
use keuzewijzer::render::guard::{Guard, StatementText, Styles};
use keuzewijzer::render::theme::{Contract, Theme, ViewSchema};
use keuzewijzer::render::view;
use keuzewijzer::sources::{Document, ThemeFile, ThemeFiles};

use super::Workbench;
use super::workbench::show;

static PAGES: LazyLock<Vec<ViewSchema>> = LazyLock::new(view::schemas);

const WORDS: &str =
    "skip = Naar de inhoud\nnumbers = { $count ->\n  [one] één\n *[other] { $count }\n}\n";
const SETTINGS: &str = "name = \"Proef\"\n";

/// A theme of a few files; most is missing, which is a problem like others.
fn prepare(name: &str, bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let mut sources = SourceMap::default();
    let mut problems: Vec<Diagnostic> = Vec::new();
    let mut file = |name: &str, text: &str| {
        let file = sources.add(format!("themes/proef/{name}"), text);
        let name = name.to_owned();
        ThemeFile { name, file }
    };
    let mut files = ThemeFiles {
        name: "proef".to_owned(),
        ..ThemeFiles::default()
    };
    let settings = file("theme.toml", SETTINGS);
    files.languages = vec![file("nl.ftl", WORDS)];
    let own = vec![file(name, text)];
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => files.styles = own,
        "js" => files.scripts = own,
        "ftl" => files.languages = own,
        _ => files.templates = own,
    }
    let settings = Document::parse_toml("theme", SETTINGS, settings.file, &mut problems);
    files.settings = Some(settings);
    let contract = Contract {
        site: view::site_schema(),
        pages: &PAGES,
        required_messages: view::REQUIRED_MESSAGES,
    };
    let theme = Theme::new(&files, "nl", &contract, &sources, &mut problems);
    assert!(
        theme.is_some() || !problems.is_empty(),
        "a theme that cannot be used has a problem"
    );
    show(&problems, &sources);
}

/// A style sheet, read for the site and for the guard.
pub(super) fn style(_: &Workbench, bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes) {
        let _ = Styles::read(&[text]);
    }
    prepare("base.css", bytes);
}

pub(super) fn template(_: &Workbench, bytes: &[u8]) {
    prepare("home.html", bytes);
}

pub(super) fn words(_: &Workbench, bytes: &[u8]) {
    prepare("nl.ftl", bytes);
}

pub(super) fn script(_: &Workbench, bytes: &[u8]) {
    prepare("start.js", bytes);
}

/// A page, after a byte that no text has a style sheet.
pub(super) fn guarded_page(_: &Workbench, bytes: &[u8]) {
    let mut parts = bytes.splitn(2, |byte| *byte == 0xff);
    let Ok(page) = str::from_utf8(parts.next().unwrap_or_default()) else {
        return;
    };
    let Ok(style) = str::from_utf8(parts.next().unwrap_or_default()) else {
        return;
    };
    let statement = |title: &str, body: &str| StatementText {
        title: title.to_owned(),
        body_html: body.to_owned(),
    };
    let guard = Guard::new(
        statement("Eerst kiest u", "<p>Daarna kijkt de aanbieder mee."),
        statement("Geld", "<p>Weigeren om geld mag niet."),
        &[style],
    );
    let _ = guard.quick(page);
    let _ = guard.full(page);
}
