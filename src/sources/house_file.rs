//! A file of a municipality's own face (huisstijl): a logo, letters, or design tokens.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, FileId, codes, phrase, said};

use super::folder::{Entry, FolderReader, ReadError};
use super::json::Json;

/// A file beside `municipality.toml`, unjudged.
#[derive(Debug)]
pub struct HouseFile {
    /// Its name.
    pub name: String,
    /// The file; a picture or letters have no text in it.
    pub file: FileId,
    /// What it holds.
    pub bytes: Arc<[u8]>,
    /// What a JSON file says; absent when it cannot be read, which was reported.
    pub json: Option<Json>,
}

/// Endings of files that are read as text.
const TEXTS: [&str; 2] = [".svg", ".json"];
/// Endings of files that are read as bytes.
const BYTES: [&str; 2] = [".png", ".woff2"];

impl HouseFile {
    /// Whether a file can be one of the house style.
    pub(super) fn is_one(entry: &Entry) -> bool {
        TEXTS
            .iter()
            .chain(&BYTES)
            .any(|ending| entry.stem(ending).is_some())
    }

    /// Reads the file. A link is refused: what is published lies in the municipality's own folder.
    pub(super) fn read(
        reader: &mut FolderReader<'_>,
        entry: &Entry,
    ) -> Result<Option<Self>, ReadError> {
        if entry.is_link {
            reader.unknown(
                entry,
                phrase("put the file itself here instead of a link"),
                &[],
            );
            return Ok(None);
        }
        if BYTES.iter().any(|ending| entry.stem(ending).is_some()) {
            let Some(bytes) = reader.bytes(entry)? else {
                return Ok(None);
            };
            let file = reader.sources.add(&entry.shown, "");
            return Ok(Some(Self::new(entry, file, bytes.into(), None)));
        }
        let Some(file) = reader.text_without_mark(entry)? else {
            return Ok(None);
        };
        let text = reader.sources.text(file);
        let json = entry
            .stem(".json")
            .and_then(|_| parsed(text, file, reader.diagnostics));
        let bytes = text.as_bytes().into();
        Ok(Some(Self::new(entry, file, bytes, json)))
    }

    /// Whether its name has this ending. Names are exact, so `LOGO.SVG` has another.
    #[must_use]
    pub fn is_named(&self, ending: &str) -> bool {
        self.name.ends_with(ending)
    }

    fn new(entry: &Entry, file: FileId, bytes: Arc<[u8]>, json: Option<Json>) -> Self {
        Self {
            name: entry.name.clone(),
            file,
            bytes,
            json,
        }
    }
}

fn parsed(text: &str, file: FileId, diagnostics: &mut Vec<Diagnostic>) -> Option<Json> {
    match Json::parse(text, file) {
        Ok(json) => Some(json),
        Err(fault) => {
            let message = said("this is not JSON: {why}", [("why", &fault.value)]);
            diagnostics.push(
                Diagnostic::new(codes::E0111, fault.place, message)
                    .help("save the file again from the program that it comes from"),
            );
            None
        }
    }
}
