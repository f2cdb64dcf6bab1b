//! A theme's folder as it was read: templates, styles, scripts, words and pictures, unjudged.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostics::{Diagnostic, FileId, Place, SourceMap, codes, phrase, said};

use super::document::Document;
use super::folder::{Entry, FolderReader, ReadError, own_name};
use super::source_file::SourceFile;

mod built_in;

pub use self::built_in::{built_in_theme_files, read_named_theme};

/// A text file of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// Its path below its folder with `/` between the parts, such as `page.html`; components keep the name of their
    /// folder, as in `components/wait.html`.
    pub name: String,
    /// Its text, without byte order mark.
    pub file: FileId,
}

/// A picture of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BinaryFile {
    /// Its path below `icons/`, with `/` between the parts.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Everything in a theme's folder, each list in order of name.
#[derive(Debug, Default)]
pub struct ThemeFiles {
    /// The folder's own name.
    pub name: String,
    /// `theme.toml`.
    pub settings: Option<Document>,
    /// `templates/**/*.html` and `components/**/*.html`.
    pub templates: Vec<ThemeFile>,
    /// `css/**/*.css`.
    pub styles: Vec<ThemeFile>,
    /// `js/**/*.js`.
    pub scripts: Vec<ThemeFile>,
    /// `i18n/**/*.ftl`.
    pub languages: Vec<ThemeFile>,
    /// `icons/**/*.svg`, `.png` and `.ico`.
    pub images: Vec<BinaryFile>,
    /// Every file that was read, in the order of reading; each path begins with the name of its theme.
    pub files: Vec<SourceFile>,
}

impl ThemeFiles {
    /// This theme, with the files of `other` in the place of its own files of the same name, and beside them where it
    /// has none. The name stays.
    #[must_use]
    pub fn overlay(self, other: Self) -> Self {
        let text = |file: &ThemeFile| file.name.clone();
        Self {
            name: self.name,
            settings: other.settings.or(self.settings),
            templates: replaced(self.templates, other.templates, text),
            styles: replaced(self.styles, other.styles, text),
            scripts: replaced(self.scripts, other.scripts, text),
            languages: replaced(self.languages, other.languages, text),
            images: replaced(self.images, other.images, |image| image.path.clone()),
            files: self.files.into_iter().chain(other.files).collect(),
        }
    }
}

fn replaced<T>(below: Vec<T>, above: Vec<T>, name: impl Fn(&T) -> String) -> Vec<T> {
    let named: BTreeMap<String, T> = below
        .into_iter()
        .chain(above)
        .map(|file| (name(&file), file))
        .collect();
    named.into_values().collect()
}

/// Reads a theme's folder; a missing folder or `theme.toml` goes into `diagnostics`. Paths in messages begin
/// with the folder's parent (`themes/default/theme.toml`).
///
/// # Errors
/// When a file or folder that is there cannot be read.
pub fn read_theme(
    theme: &Path,
    sources: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<ThemeFiles, ReadError> {
    let files = read_overrides(theme, sources, diagnostics)?;
    if theme.is_dir() && !theme.join(SETTINGS).exists() {
        FolderReader::open(theme, shown(theme), sources, diagnostics)?.missing(
            codes::E0806,
            SETTINGS,
            said(
                "theme `{name}` has no `{file}`",
                [("name", &files.name), ("file", &SETTINGS)],
            ),
            said("add `{file}` to the theme's folder", [("file", &SETTINGS)]),
        );
    }
    Ok(files)
}

/// What messages call a theme's folder: `themes/default`.
fn shown(theme: &Path) -> String {
    let name = own_name(theme);
    match theme.parent().and_then(Path::file_name) {
        Some(parent) => format!("{}/{name}", parent.to_string_lossy()),
        None => name,
    }
}

/// Reads a folder whose files replace single files of a theme; unlike a theme it needs no `theme.toml`.
///
/// # Errors
/// When a file or folder that is there cannot be read.
pub fn read_overrides(
    folder: &Path,
    sources: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<ThemeFiles, ReadError> {
    let name = own_name(folder);
    if !folder.is_dir() {
        let place = Place::whole(sources.add(shown(folder), ""));
        diagnostics.push(
            Diagnostic::new(
                codes::E0806,
                place,
                said("there is no theme `{name}`", [("name", &name)]),
            )
            .help("a theme is a folder with `theme.toml`, `templates/`, `css/` and `i18n/`"),
        );
        return Ok(ThemeFiles {
            name,
            ..ThemeFiles::default()
        });
    }
    let mut reader = FolderReader::open(folder, shown(folder), sources, diagnostics)?;
    let mut files = ThemeFiles {
        name,
        ..ThemeFiles::default()
    };
    for entry in reader.list(&reader.top())? {
        match (entry.is_folder, entry.name.as_str()) {
            (false, SETTINGS) => files.settings = Document::read_toml(&mut reader, &entry)?,
            // A licence or a tool's settings may stand beside the theme's own folders.
            (false, _) => {}
            (true, folder) => {
                let kind = KINDS.iter().find(|kind| kind.folder == folder);
                if let Some(kind) = kind {
                    read_folder(&mut reader, &entry, kind, &mut files)?;
                } else {
                    let folders: Vec<&str> = KINDS.iter().map(|kind| kind.folder).collect();
                    let belongs = said(
                        "a theme has the folders `{folders}`",
                        [("folders", &folders.join("`, `"))],
                    );
                    reader.unknown(&entry, belongs, &folders);
                }
            }
        }
    }
    // `components/` and `templates/` share one list.
    files.templates.sort_by(|one, two| one.name.cmp(&two.name));
    let own_name = &files.name;
    let read = reader.finish().unwrap_or_default();
    let read = read.into_iter().map(|file| SourceFile {
        path: format!("{own_name}/{}", file.path),
        ..file
    });
    files.files = read.collect();
    Ok(files)
}

const SETTINGS: &str = "theme.toml";

/// A folder of a theme.
struct Kind {
    folder: &'static str,
    endings: &'static [&'static str],
    prefix: &'static str,
    list: Option<fn(&mut ThemeFiles) -> &mut Vec<ThemeFile>>,
}

const KINDS: [Kind; 6] = [
    Kind {
        folder: "components",
        endings: &[".html"],
        prefix: "components/",
        list: Some(|files| &mut files.templates),
    },
    Kind {
        folder: "css",
        endings: &[".css"],
        prefix: "",
        list: Some(|files| &mut files.styles),
    },
    Kind {
        folder: "i18n",
        endings: &[".ftl"],
        prefix: "",
        list: Some(|files| &mut files.languages),
    },
    Kind {
        folder: "icons",
        endings: &[".svg", ".png", ".ico"],
        prefix: "",
        list: None,
    },
    Kind {
        folder: "js",
        endings: &[".js"],
        prefix: "",
        list: Some(|files| &mut files.scripts),
    },
    Kind {
        folder: "templates",
        endings: &[".html"],
        prefix: "",
        list: Some(|files| &mut files.templates),
    },
];

fn read_folder(
    reader: &mut FolderReader<'_>,
    folder: &Entry,
    kind: &Kind,
    files: &mut ThemeFiles,
) -> Result<(), ReadError> {
    for (name, entry) in files_below(reader, folder, kind.prefix)? {
        let belongs = kind
            .endings
            .iter()
            .any(|ending| entry.stem(ending).is_some());
        match kind.list {
            _ if !belongs => {
                let help = said(
                    "files in `{folder}/` end in `{endings}`",
                    [
                        ("folder", &kind.folder),
                        ("endings", &kind.endings.join("`, `")),
                    ],
                );
                reader.unknown(&entry, help, &[]);
            }
            Some(list) => {
                if let Some(file) = reader.text_without_mark(&entry)? {
                    list(files).push(ThemeFile { name, file });
                }
            }
            None => {
                let bytes = reader.bytes(&entry)?;
                let image = bytes.map(|bytes| BinaryFile { path: name, bytes });
                files.images.extend(image);
            }
        }
    }
    Ok(())
}

/// The files in a folder and its folders, with their path below it, in order of that path.
fn files_below(
    reader: &mut FolderReader<'_>,
    folder: &Entry,
    prefix: &str,
) -> Result<Vec<(String, Entry)>, ReadError> {
    let mut files = Vec::new();
    let mut open = vec![(prefix.to_owned(), folder.clone())];
    while let Some((prefix, folder)) = open.pop() {
        for entry in reader.list(&folder)? {
            if entry.is_folder && entry.is_link {
                // Two linked folders can lead to each other for ever.
                reader.unknown(
                    &entry,
                    phrase("put the folder itself here instead of a link"),
                    &[],
                );
            } else if entry.is_folder {
                open.push((format!("{prefix}{}/", entry.name), entry));
            } else {
                files.push((format!("{prefix}{}", entry.name), entry));
            }
        }
    }
    files.sort_by(|(one, _), (two, _)| one.cmp(two));
    Ok(files)
}

#[cfg(test)]
mod tests;
