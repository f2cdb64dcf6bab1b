//! Folders and files on disk: what lies in a folder, in order of name, and the text of a file. What cannot belong to
//! the material (a link that leaves the folder, a file that is not UTF-8) is reported here.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::diagnostics::{
    Code, Diagnostic, FileId, Phrase, Place, SourceMap, Wording, codes, phrase, said,
};

use super::limits;
use super::plain_file::read_at_most;
use super::source_file::SourceFile;

/// What some editors put before the first character of a file.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// How many things that do not belong in a folder are named one by one: more have one cause.
const MOST_NAMED: usize = 20;

/// The machine could not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A file or folder could not be read.
    #[error("cannot read `{}`", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

impl ReadError {
    pub(super) fn new(path: &Path, source: io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            source,
        }
    }
}

/// Something in a folder.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its own name.
    pub(super) name: String,
    /// Whether it is a folder; a regular file otherwise.
    pub(super) is_folder: bool,
    /// Whether it is a link to what lies elsewhere in the folder.
    pub(super) is_link: bool,
    /// Where it lies.
    path: PathBuf,
    /// What messages call it.
    pub(super) shown: String,
}

impl Entry {
    /// The bytes; `None` when there are more than are read.
    fn bytes(&self) -> Result<Option<Vec<u8>>, ReadError> {
        read_at_most(&self.path, limits::largest(&self.name))
            .map_err(|source| ReadError::new(&self.path, source))
    }

    /// The name without `ending`, when it is a file that ends so.
    pub(super) fn stem(&self, ending: &str) -> Option<&str> {
        if self.is_folder {
            return None;
        }
        self.name
            .strip_suffix(ending)
            .filter(|stem| !stem.is_empty())
    }
}

/// A folder that is read, with the places and problems that come of it.
#[derive(Debug)]
pub(super) struct FolderReader<'a> {
    /// The folder, resolved: links may not leave it.
    root: PathBuf,
    path: PathBuf,
    shown: String,
    /// Every file that was read, in the order of reading.
    files: Vec<SourceFile>,
    /// How many things do not belong in a folder, by what messages call it.
    strangers: BTreeMap<String, usize>,
    /// Whether a folder was not read because it holds too much.
    has_full_folder: bool,
    pub(super) sources: &'a mut SourceMap,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> FolderReader<'a> {
    /// Opens a folder; `shown` is what messages call it.
    pub(super) fn open(
        path: &Path,
        shown: String,
        sources: &'a mut SourceMap,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Result<Self, ReadError> {
        let root = fs::canonicalize(path).map_err(|source| ReadError::new(path, source))?;
        if !root.is_dir() {
            return Err(ReadError::new(path, io::ErrorKind::NotADirectory.into()));
        }
        Ok(Self {
            shown,
            path: path.to_owned(),
            root,
            files: Vec::new(),
            strangers: BTreeMap::new(),
            has_full_folder: false,
            sources,
            diagnostics,
        })
    }

    /// The folder itself, to list it.
    pub(super) fn top(&self) -> Entry {
        Entry {
            name: self.shown.clone(),
            is_folder: true,
            is_link: false,
            path: self.path.clone(),
            shown: self.shown.clone(),
        }
    }

    /// What lies in a folder, in order of name. Hidden files, `README.md` and copies that end in `~` do not count. Nothing when
    /// it holds more than is read, which was reported.
    pub(super) fn list(&mut self, folder: &Entry) -> Result<Vec<Entry>, ReadError> {
        let mut entries = Vec::new();
        if self.is_too_full(folder)? {
            return Ok(entries);
        }
        let walk = WalkDir::new(&folder.path)
            .min_depth(1)
            .max_depth(1)
            .sort_by_file_name();
        for found in walk {
            let found = found.map_err(|error| ReadError::new(&folder.path, error.into()))?;
            let name = found.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || name.ends_with('~') || name == "README.md" {
                continue;
            }
            let mut entry = Entry {
                shown: format!("{}/{name}", folder.shown),
                path: found.path().to_owned(),
                name,
                is_folder: false,
                is_link: found.path_is_symlink(),
            };
            if found.file_name().to_str().is_none() {
                let problem = said(
                    "the name of `{path}` is not UTF-8",
                    [("path", &entry.shown)],
                );
                self.unusable(&entry, problem, phrase("rename it"));
            } else if let Some(is_folder) = self.kind(&entry, &found)? {
                entry.is_folder = is_folder;
                entries.push(entry);
            }
        }
        Ok(entries)
    }

    /// Whether a folder holds more than is read, which is reported. Counted before anything is kept of it.
    fn is_too_full(&mut self, folder: &Entry) -> Result<bool, ReadError> {
        let found =
            fs::read_dir(&folder.path).map_err(|source| ReadError::new(&folder.path, source))?;
        let limit = limits::MOST_IN_FOLDER;
        if found.take(limit + 1).count() <= limit {
            return Ok(false);
        }
        self.has_full_folder = true;
        let problem = said(
            "the folder holds more than {limit} files and folders",
            [("limit", &limit)],
        );
        let place = self.nowhere(&folder.shown);
        self.diagnostics
            .push(Diagnostic::new(codes::E0112, place, problem).help(
                "is it the right folder? Move out of it what does not belong there: `docs/content.md` has the limits",
            ));
        Ok(true)
    }

    /// Whether an entry is a folder; `None` when it is nothing that can be read, which was reported.
    fn kind(&mut self, entry: &Entry, found: &DirEntry) -> Result<Option<bool>, ReadError> {
        if found.path_is_symlink() {
            let help = phrase("put the file itself here");
            match fs::canonicalize(&entry.path) {
                Ok(target) if target.starts_with(&self.root) => {}
                Ok(_) => {
                    let problem = said("link `{path}` leaves the folder", [("path", &entry.shown)]);
                    self.unusable(entry, problem, help);
                    return Ok(None);
                }
                Err(_) => {
                    let problem = said("link `{path}` leads nowhere", [("path", &entry.shown)]);
                    self.unusable(entry, problem, help);
                    return Ok(None);
                }
            }
        }
        let kind = fs::metadata(&entry.path)
            .map_err(|source| ReadError::new(&entry.path, source))?
            .file_type();
        if kind.is_dir() || kind.is_file() {
            return Ok(Some(kind.is_dir()));
        }
        let problem = said(
            "`{path}` is neither a file nor a folder",
            [("path", &entry.shown)],
        );
        self.unusable(entry, problem, phrase("delete it"));
        Ok(None)
    }

    fn unusable(&mut self, entry: &Entry, problem: Wording, help: Phrase) {
        if !self.names_stranger(entry) {
            return;
        }
        let place = self.nowhere(&entry.shown);
        self.diagnostics
            .push(Diagnostic::new(codes::E0107, place, problem).help(help));
    }

    /// Reports an entry that does not belong where it lies. `belongs` says what does; the `candidates` are names.
    pub(super) fn unknown(
        &mut self,
        entry: &Entry,
        belongs: impl Into<Wording>,
        candidates: &[&str],
    ) {
        if !self.names_stranger(entry) {
            return;
        }
        let name = &entry.name;
        let problem = if entry.is_folder {
            said("unknown folder `{name}`", [("name", name)])
        } else {
            said("unknown file `{name}`", [("name", name)])
        };
        let place = self.nowhere(&entry.shown);
        let written = entry.name.to_lowercase();
        self.diagnostics.push(
            Diagnostic::new(codes::E0107, place, problem)
                .did_you_mean(&written, candidates.iter().copied())
                .help(belongs),
        );
    }

    /// Counts what does not belong in a folder. Whether it is to be named: one of the first.
    fn names_stranger(&mut self, entry: &Entry) -> bool {
        let (folder, _) = entry
            .shown
            .rsplit_once('/')
            .expect("an entry lies in a folder");
        let met = self.strangers.entry(folder.to_owned()).or_default();
        *met += 1;
        *met <= MOST_NAMED
    }

    /// Reports the folders in which more does not belong than was named. Every file that was read, in the order of reading;
    /// `None` when a folder was not, so that what else was read is a part.
    pub(super) fn finish(mut self) -> Option<Vec<SourceFile>> {
        for (folder, met) in std::mem::take(&mut self.strangers) {
            if met <= MOST_NAMED {
                continue;
            }
            let problem = said(
                "{count} files and folders do not belong in this folder, of which {named} are named",
                [("count", &met), ("named", &MOST_NAMED)],
            );
            let place = self.nowhere(&folder);
            self.diagnostics
                .push(Diagnostic::new(codes::E0107, place, problem).help("move them elsewhere"));
        }
        (!self.has_full_folder).then_some(self.files)
    }

    /// Reports that something which must be there is not. `relative` is its path below the folder. What stands in a folder that
    /// was not read is not known to be missing.
    pub(super) fn missing(&mut self, code: Code, relative: &str, message: Wording, help: Wording) {
        if self.has_full_folder {
            return;
        }
        let shown = format!("{}/{relative}", self.shown);
        let place = self.nowhere(&shown);
        self.diagnostics
            .push(Diagnostic::new(code, place, message).help(help));
    }

    /// The place of a file that has no text.
    pub(super) fn nowhere(&mut self, shown: &str) -> Place {
        Place::whole(self.sources.add(shown, ""))
    }

    /// A file's text, byte for byte, its byte order mark included; `None` when it is too large or not UTF-8, which was
    /// reported.
    pub(super) fn text(&mut self, entry: &Entry) -> Result<Option<FileId>, ReadError> {
        Ok(self
            .utf8(entry)?
            .map(|text| self.sources.add(&entry.shown, text)))
    }

    /// As [`Self::text`], without byte order mark: for text that reaches a page as it is.
    pub(super) fn text_without_mark(&mut self, entry: &Entry) -> Result<Option<FileId>, ReadError> {
        Ok(self.utf8(entry)?.map(|text| {
            let unmarked = text.trim_start_matches(BYTE_ORDER_MARK);
            self.sources.add(&entry.shown, unmarked)
        }))
    }

    /// A file's bytes; `None` when there are more than are read, which was reported.
    pub(super) fn bytes(&mut self, entry: &Entry) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(bytes) = entry.bytes()? else {
            self.too_large(entry);
            return Ok(None);
        };
        let path = entry.shown.strip_prefix(&self.shown);
        let path = path.expect("what is read lies in the folder");
        let path = path.trim_start_matches('/');
        self.files.push(SourceFile::new(path, &bytes));
        Ok(Some(bytes))
    }

    fn too_large(&mut self, entry: &Entry) {
        let limit = limits::in_words(limits::largest(&entry.name));
        let problem = said("the file is larger than {limit}", [("limit", &limit)]);
        let place = self.nowhere(&entry.shown);
        self.diagnostics
            .push(Diagnostic::new(codes::E0112, place, problem).help(
                "is it the right file? Leave out of it what is old, or divide it: `docs/content.md` has the limits",
            ));
    }

    fn utf8(&mut self, entry: &Entry) -> Result<Option<String>, ReadError> {
        let Some(bytes) = self.bytes(entry)? else {
            return Ok(None);
        };
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(error) => {
                self.not_utf8(entry, error.as_bytes(), error.utf8_error().valid_up_to());
                Ok(None)
            }
        }
    }

    fn not_utf8(&mut self, entry: &Entry, bytes: &[u8], at: usize) {
        // Up to the bad byte the readable text is the file itself, so the place of one is the place of the other.
        let readable = String::from_utf8_lossy(bytes);
        let place = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
        let file = self.sources.add(&entry.shown, readable);
        self.diagnostics.push(
            Diagnostic::new(
                codes::E0101,
                Place::new(file, place),
                said(
                    "the file is not UTF-8: byte {byte} is no part of a character",
                    [("byte", &format_args!("{:#04x}", bytes[at]))],
                ),
            )
            .help("save the file as UTF-8; in Excel choose «CSV UTF-8 (delimited)»"),
        );
    }
}

/// What messages call the folder at `path`.
pub(super) fn own_name(path: &Path) -> String {
    let resolved = || fs::canonicalize(path).ok();
    path.file_name()
        .map(ToOwned::to_owned)
        .or_else(|| resolved()?.file_name().map(ToOwned::to_owned))
        .map_or_else(
            || path.to_string_lossy().into_owned(),
            |name| name.to_string_lossy().into_owned(),
        )
}
