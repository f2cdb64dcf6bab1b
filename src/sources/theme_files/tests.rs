//! Tests of reading a theme's folder.

use std::fs;

use tempfile::TempDir;

use super::*;

fn theme(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join("themes").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

struct Read {
    sources: SourceMap,
    files: ThemeFiles,
    diagnostics: Vec<Diagnostic>,
}

fn read(folder: &TempDir) -> Read {
    let mut sources = SourceMap::default();
    let mut diagnostics = Vec::new();
    let path = folder.path().join("themes/default");
    let files = read_theme(&path, &mut sources, &mut diagnostics).unwrap();
    Read {
        sources,
        files,
        diagnostics,
    }
}

fn names(files: &[ThemeFile]) -> Vec<&str> {
    files.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn every_kind_of_file_is_found_by_its_name() {
    let read = read(&theme(&[
        ("default/theme.toml", "name = \"Standaard\"\n"),
        ("default/templates/page.html", "\u{feff}<main>"),
        ("default/templates/lists/waits.html", ""),
        ("default/components/wait.html", ""),
        ("default/css/tokens.css", ""),
        ("default/js/search.js", ""),
        ("default/i18n/nl.ftl", ""),
        ("default/icons/flags/nl.svg", "<svg/>"),
        ("default/LICENSE", ""),
    ]));
    assert_eq!(read.diagnostics, []);
    assert_eq!(read.files.name, "default");
    assert!(read.files.settings.is_some());
    assert_eq!(
        names(&read.files.templates),
        ["components/wait.html", "lists/waits.html", "page.html"]
    );
    assert_eq!(names(&read.files.styles), ["tokens.css"]);
    assert_eq!(names(&read.files.scripts), ["search.js"]);
    assert_eq!(names(&read.files.languages), ["nl.ftl"]);
    assert_eq!(read.files.images[0].path, "flags/nl.svg");
    let page = read.files.templates[2].file;
    assert_eq!(read.sources.text(page), "<main>");
    assert_eq!(
        read.sources.path(page),
        Path::new("themes/default/templates/page.html")
    );
}

#[test]
fn a_missing_theme_is_reported() {
    let read = read(&theme(&[]));
    assert_eq!(read.diagnostics.len(), 1);
    assert_eq!(read.diagnostics[0].code, codes::E0806);
    assert_eq!(read.diagnostics[0].message, "there is no theme `default`");
}

#[test]
fn a_theme_without_settings_is_reported() {
    let read = read(&theme(&[("default/css/tokens.css", "")]));
    assert_eq!(read.diagnostics.len(), 1);
    assert_eq!(read.diagnostics[0].code, codes::E0806);
    let file = read.diagnostics[0].primary.file;
    assert_eq!(
        read.sources.path(file),
        Path::new("themes/default/theme.toml")
    );
}

#[test]
fn a_file_that_no_page_could_use_is_reported() {
    let read = read(&theme(&[
        ("default/theme.toml", ""),
        ("default/template/page.html", ""),
        ("default/css/tokens.scss", ""),
    ]));
    let messages: Vec<String> = read
        .diagnostics
        .iter()
        .map(|problem| problem.message.to_string())
        .collect();
    assert_eq!(
        messages,
        ["unknown file `tokens.scss`", "unknown folder `template`"]
    );
    assert_eq!(read.diagnostics[1].help[0], "did you mean `templates`?");
}

#[test]
fn an_override_replaces_single_files_by_name() {
    let folder = theme(&[
        ("default/theme.toml", ""),
        ("default/templates/page.html", "own"),
        ("default/templates/home.html", "own"),
        ("region/templates/page.html", "other"),
        ("region/css/region.css", "other"),
    ]);
    let mut read = read(&folder);
    let region = folder.path().join("themes/region");
    let other = read_overrides(&region, &mut read.sources, &mut read.diagnostics).unwrap();
    let files = read.files.overlay(other);
    assert_eq!(read.diagnostics, []);
    assert_eq!(files.name, "default");
    assert!(files.settings.is_some());
    let texts: Vec<(&str, &str)> = files
        .templates
        .iter()
        .map(|file| (file.name.as_str(), read.sources.text(file.file)))
        .collect();
    assert_eq!(texts, [("home.html", "own"), ("page.html", "other")]);
    assert_eq!(names(&files.styles), ["region.css"]);
}

#[cfg(unix)]
#[test]
fn folders_that_link_to_each_other_end() {
    let folder = theme(&[("default/theme.toml", ""), ("default/css/tokens.css", "")]);
    let loops = folder.path().join("themes/default/css/again");
    std::os::unix::fs::symlink("..", loops).unwrap();
    let read = read(&folder);
    assert_eq!(read.diagnostics[0].message, "unknown folder `again`");
    assert_eq!(names(&read.files.styles), ["tokens.css"]);
}
