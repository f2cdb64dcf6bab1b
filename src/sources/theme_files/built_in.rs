//! The default theme as it comes with the program, for a region without a folder of themes. It is read as if it lay in
//! `themes/default`, so that the same files give the same sites.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use include_dir::{Dir, File, include_dir};

use crate::diagnostics::{Diagnostic, SourceMap};
use crate::sources::Document;
use crate::sources::folder::{BYTE_ORDER_MARK, ReadError};

use super::{BinaryFile, KINDS, SETTINGS, ThemeFile, ThemeFiles, read_theme};

/// The name of the theme that comes with the program.
const NAME: &str = "default";

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Reads a theme out of a folder of themes. The default theme need not be there: without a folder of its own it is the one
/// that comes with the program.
///
/// # Errors
/// When a file or folder that is there cannot be read.
pub fn read_named_theme(
    themes: &Path,
    name: &str,
    sources: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<ThemeFiles, ReadError> {
    if fs::symlink_metadata(themes).is_ok() && !themes.is_dir() {
        return Err(ReadError::new(themes, ErrorKind::NotADirectory.into()));
    }
    let folder = themes.join(name);
    if name == NAME && fs::symlink_metadata(&folder).is_err() {
        return Ok(built_in_theme(sources, diagnostics));
    }
    read_theme(&folder, sources, diagnostics)
}

/// Every file of the theme that comes with the program, by its path below the theme's folder, in order of path.
#[must_use]
pub fn built_in_theme_files() -> Vec<(&'static str, &'static [u8])> {
    let mut files = Vec::new();
    let mut open = vec![&FOLDER];
    while let Some(folder) = open.pop() {
        open.extend(folder.dirs());
        for file in folder.files() {
            let path = path_of(file);
            let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
            if !name.starts_with('.') && !name.ends_with('~') {
                files.push((path, file.contents()));
            }
        }
    }
    files.sort_unstable_by_key(|(path, _)| *path);
    files
}

fn path_of(file: &File<'static>) -> &'static str {
    file.path().to_str().expect("the theme's names are UTF-8")
}

fn built_in_theme(sources: &mut SourceMap, diagnostics: &mut Vec<Diagnostic>) -> ThemeFiles {
    let mut files = ThemeFiles {
        name: NAME.to_owned(),
        ..ThemeFiles::default()
    };
    for (path, bytes) in built_in_theme_files() {
        if let Some((folder, name)) = path.split_once('/') {
            add(&mut files, (folder, name), (path, bytes), sources);
        } else if path == SETTINGS {
            let text = text(bytes);
            let file = sources.add(shown(path), text);
            files.settings = Some(Document::parse_toml("theme", text, file, diagnostics));
        }
    }
    files.templates.sort_by(|one, two| one.name.cmp(&two.name));
    files
}

/// Adds a file of one of the theme's folders.
fn add(
    files: &mut ThemeFiles,
    (folder, name): (&str, &str),
    (path, bytes): (&str, &[u8]),
    sources: &mut SourceMap,
) {
    let Some(kind) = KINDS.iter().find(|kind| kind.folder == folder) else {
        return;
    };
    match kind.list {
        Some(list) => {
            let file = sources.add(shown(path), text(bytes));
            let name = format!("{}{name}", kind.prefix);
            list(files).push(ThemeFile { name, file });
        }
        None => files.images.push(BinaryFile {
            path: name.to_owned(),
            bytes: bytes.to_owned(),
        }),
    }
}

fn shown(path: &str) -> String {
    format!("themes/{NAME}/{path}")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes)
        .expect("the theme that comes with the program is UTF-8")
        .trim_start_matches(BYTE_ORDER_MARK)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The path that messages name, and the text.
    type Read = Vec<(String, String)>;

    fn texts(sources: &SourceMap) -> Read {
        let mut texts: Read = sources
            .files()
            .map(|(path, text)| (path.to_string_lossy().into_owned(), text.to_owned()))
            .collect();
        texts.sort();
        texts
    }

    #[test]
    fn the_theme_in_the_program_is_the_one_in_the_folder() {
        let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
        let mut in_folder = SourceMap::default();
        let mut problems = Vec::new();
        let read = read_named_theme(&themes, NAME, &mut in_folder, &mut problems).unwrap();
        let mut in_program = SourceMap::default();
        let nowhere = Path::new("there-is-no-such-folder");
        let built_in = read_named_theme(nowhere, NAME, &mut in_program, &mut problems).unwrap();
        assert_eq!(problems, []);
        assert_eq!(texts(&in_program), texts(&in_folder));
        let names = |files: &[ThemeFile]| -> Vec<String> {
            files.iter().map(|file| file.name.clone()).collect()
        };
        assert_eq!(names(&built_in.templates), names(&read.templates));
        assert_eq!(names(&built_in.scripts), names(&read.scripts));
        assert_eq!(built_in.images, read.images);
        assert!(built_in.settings.is_some());
    }

    #[test]
    fn another_theme_must_have_a_folder() {
        let mut problems = Vec::new();
        let nowhere = Path::new("there-is-no-such-folder");
        let read = read_named_theme(nowhere, "eigen", &mut SourceMap::default(), &mut problems);
        assert!(read.unwrap().settings.is_none());
        assert_eq!(problems.len(), 1);
    }
}
