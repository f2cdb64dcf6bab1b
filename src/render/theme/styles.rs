//! The style sheets of a theme → one small style sheet.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use lightningcss::dependencies::{Dependency, DependencyOptions, Location};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};

use crate::diagnostics::codes::{E0106, E0107, E0108, E0806, E0807};
use crate::diagnostics::{Diagnostic, FileId, Place, SourceMap, phrase, said};
use crate::sources::{ThemeFiles, TomlValue, nesting};

use super::templates::in_one_line;

/// Joins the style sheets in the order of `styles` in `theme.toml`. `images` leads from the names of images to their
/// published names.
pub(super) fn join(
    files: &ThemeFiles,
    images: &BTreeMap<String, String>,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let mut css = String::new();
    for file in readable(files, sources, diagnostics) {
        css.push_str(&minify(file, images, sources, diagnostics));
    }
    css
}

/// The style sheets that are used, in their order. What is wrong with the list was said by [`join`].
pub(super) fn used(files: &ThemeFiles, sources: &SourceMap) -> Vec<FileId> {
    readable(files, sources, &mut Vec::new())
}

/// Those that can be read: not nested too deep, and all together not of more rules than can be held against each other.
fn readable(
    files: &ThemeFiles,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<FileId> {
    let mut readable = Vec::new();
    let mut rules = 0;
    for file in in_order(files, diagnostics) {
        let text = sources.text(file);
        if let Some((problem, at)) = nesting::of_style(text) {
            let place = Place::new(file, at..at);
            diagnostics.push(Diagnostic::new(E0807, place, problem).help(nesting::FLATTER));
            continue;
        }
        rules += text.matches('{').count();
        if rules > MOST_RULES {
            let problem = phrase("the style sheets have more than 3000 rules, up to here");
            diagnostics
                .push(Diagnostic::new(E0807, Place::whole(file), problem).help(
                    "leave out what nothing uses, and put what belongs together in one rule",
                ));
            break;
        }
        readable.push(file);
    }
    readable
}

/// Some of what is done with rules takes time that grows with the square of their number. The default theme has less than 500.
const MOST_RULES: usize = 3_000;

/// What `theme.toml` may say.
const KEYS: [&str; 2] = ["extends", "styles"];

fn in_order(files: &ThemeFiles, diagnostics: &mut Vec<Diagnostic>) -> Vec<FileId> {
    let Some(settings) = &files.settings else {
        return Vec::new();
    };
    for (key, entry) in &settings.front.entries {
        if !KEYS.contains(&key.as_str()) {
            diagnostics.push(
                Diagnostic::new(
                    E0107,
                    entry.key,
                    said("unknown key `{key}`", [("key", &key)]),
                )
                .did_you_mean(key, KEYS)
                .help(said(
                    "keys that belong here: {keys}",
                    [("keys", &format_args!("`{}`", KEYS.join("`, `")))],
                )),
            );
        }
    }
    let Some(entry) = settings.front.entries.get("styles") else {
        if !files.styles.is_empty() {
            diagnostics.push(
                Diagnostic::new(
                    E0106,
                    Place::whole(settings.file),
                    "key `styles` is missing",
                )
                .help("list the files of `css/` in their order: `styles = [\"reset.css\", …]`"),
            );
        }
        return Vec::new();
    };
    let TomlValue::Array(names) = &entry.value.value else {
        diagnostics.push(
            Diagnostic::new(E0108, entry.value.place, "`styles` is not a list")
                .help("write `styles = [\"reset.css\", …]`"),
        );
        return Vec::new();
    };
    let mut ordered = Vec::new();
    for name in names {
        let TomlValue::Text(written) = &name.value else {
            diagnostics.push(
                Diagnostic::new(E0108, name.place, "the name of a style sheet is a text")
                    .help("put it between quotes"),
            );
            continue;
        };
        match files.styles.iter().find(|style| style.name == *written) {
            Some(style) => ordered.push(style.file),
            None => diagnostics.push(
                Diagnostic::new(
                    E0806,
                    name.place,
                    said("style sheet `{name}` is missing", [("name", &written)]),
                )
                .help(said(
                    "add `css/{name}` to the theme or take it off the list",
                    [("name", &written)],
                ))
                .did_you_mean(written, files.styles.iter().map(|s| s.name.as_str())),
            ),
        }
    }
    ordered
}

fn minify(
    file: FileId,
    images: &BTreeMap<String, String>,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let source = sources.text(file);
    let warnings = Arc::new(RwLock::new(Vec::new()));
    let options = ParserOptions {
        error_recovery: true,
        warnings: Some(Arc::clone(&warnings)),
        ..ParserOptions::default()
    };
    let parsed = StyleSheet::parse(source, options);
    for fault in warnings.read().expect("nobody panicked with it").iter() {
        let at = fault.loc.as_ref().map(|at| (at.line + 1, at.column));
        diagnostics.push(unreadable(source, file, at, &fault.kind.to_string()));
    }
    let mut sheet = match parsed {
        Ok(sheet) => sheet,
        Err(fault) => {
            let at = fault.loc.as_ref().map(|at| (at.line + 1, at.column));
            diagnostics.push(unreadable(source, file, at, &fault.kind.to_string()));
            return String::new();
        }
    };
    if let Err(fault) = sheet.minify(MinifyOptions::default()) {
        let at = fault.loc.as_ref().map(|at| (at.line + 1, at.column));
        diagnostics.push(unreadable(source, file, at, &fault.kind.to_string()));
        return String::new();
    }
    let printed = sheet.to_css(PrinterOptions {
        minify: true,
        analyze_dependencies: Some(DependencyOptions {
            remove_imports: false,
        }),
        ..PrinterOptions::default()
    });
    match printed {
        Ok(printed) => {
            let mut css = printed.code;
            for dependency in printed.dependencies.into_iter().flatten() {
                resolve(&mut css, &dependency, source, file, images, diagnostics);
            }
            css
        }
        Err(fault) => {
            diagnostics.push(unreadable(source, file, None, &fault.kind.to_string()));
            String::new()
        }
    }
}

/// Puts the published name of an image in; everything else is outside the theme.
fn resolve(
    css: &mut String,
    dependency: &Dependency,
    source: &str,
    file: FileId,
    images: &BTreeMap<String, String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    match dependency {
        Dependency::Import(import) => {
            let start = offset(source, import.loc.start);
            let place = Place::new(file, start..start);
            diagnostics.push(
                Diagnostic::new(
                    E0807,
                    place,
                    said("`@import` of `{url}`", [("url", &import.url)]),
                )
                .help("list the file under `styles` in `theme.toml`"),
            );
        }
        Dependency::Url(url) => {
            let name = url.url.trim_start_matches("./");
            let name = name.strip_prefix("../icons/").unwrap_or(name);
            if let Some(published) = images.get(name) {
                *css = css.replace(&url.placeholder, published);
                return;
            }
            let start = offset(source, url.loc.start);
            let place = Place::new(file, start..start);
            diagnostics.push(
                Diagnostic::new(
                    E0807,
                    place,
                    said("`{url}` is not an image of the theme", [("url", &url.url)]),
                )
                .help("add it to `icons/` and write its name; nothing may come from elsewhere")
                .did_you_mean(name, images.keys().map(String::as_str)),
            );
        }
    }
}

fn unreadable(source: &str, file: FileId, at: Option<(u32, u32)>, why: &str) -> Diagnostic {
    let place = at.map_or(Place::whole(file), |(line, column)| {
        let start = offset(source, Location { line, column });
        Place::new(file, start..start)
    });
    Diagnostic::new(
        E0807,
        place,
        said(
            "this CSS cannot be read: {why}",
            [("why", &in_one_line(why))],
        ),
    )
}

/// The byte of a line and column, both counted from 1, the column in UTF-16 units as CSS parsers count.
fn offset(source: &str, at: Location) -> usize {
    let line_number = at.line.saturating_sub(1) as usize;
    let mut start = 0;
    for line in source.split_inclusive('\n').take(line_number) {
        start += line.len();
    }
    let mut units = at.column.saturating_sub(1) as usize;
    for char in source[start..].chars() {
        if units == 0 || char == '\n' {
            break;
        }
        units = units.saturating_sub(char.len_utf16());
        start += char.len_utf8();
    }
    start
}
