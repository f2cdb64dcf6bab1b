//! A TOML file, or a text with TOML front matter between `+++` lines.

use crate::diagnostics::{Diagnostic, FileId, Located, Place, codes, phrase};

use super::folder::{BYTE_ORDER_MARK, Entry, FolderReader, ReadError};
use super::toml::Table;

/// A file with TOML front matter and a text; a plain TOML file has an empty text.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// Its name without ending.
    pub name: String,
    /// The front matter.
    pub front: Table,
    /// The text after it, byte for byte: the place of a word is the start of this place and its offset in the value.
    pub body: Located<String>,
    /// False when the TOML was broken: a key that is not in `front` may stand in the file all the same.
    pub is_whole: bool,
}

impl Document {
    /// Reads a TOML file from its text.
    #[must_use]
    pub fn parse_toml(
        name: &str,
        text: &str,
        file: FileId,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let faults = diagnostics.len();
        let front = Table::parse(text, file, diagnostics);
        Self {
            file,
            name: name.to_owned(),
            front,
            body: located(text, text.len(), file),
            is_whole: diagnostics.len() == faults,
        }
    }

    /// Reads a text with front matter.
    #[must_use]
    pub fn parse_text(
        name: &str,
        text: &str,
        file: FileId,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let faults = diagnostics.len();
        let (front, body) = match Fences::find(text) {
            Ok(fences) => (
                Table::parse_part(text, fences.front, file, diagnostics),
                fences.body,
            ),
            Err(missing) => {
                diagnostics.push(missing.report(text, file));
                (Table::default(), missing.body(text))
            }
        };
        Self {
            file,
            name: name.to_owned(),
            front,
            body: located(text, body, file),
            is_whole: diagnostics.len() == faults,
        }
    }

    pub(super) fn read_toml(
        reader: &mut FolderReader<'_>,
        entry: &Entry,
    ) -> Result<Option<Self>, ReadError> {
        Self::read(reader, entry, ".toml", Self::parse_toml)
    }

    /// As [`Self::read_toml`]; what was made of the same text before is kept.
    pub(super) fn read_toml_again(
        reader: &mut FolderReader<'_>,
        entry: &Entry,
        before: Option<Self>,
    ) -> Result<Option<Self>, ReadError> {
        let Some(before) = before.filter(|before| before.is_whole) else {
            return Self::read_toml(reader, entry);
        };
        let Some(file) = reader.text(entry)? else {
            return Ok(Some(Self::unreadable(reader, entry, &before.name)));
        };
        if file == before.file && reader.sources.is_unchanged(file) {
            return Ok(Some(before));
        }
        let text = reader.sources.text(file);
        let document = Self::parse_toml(&before.name, text, file, reader.diagnostics);
        Ok(Some(document))
    }

    pub(super) fn read_text(
        reader: &mut FolderReader<'_>,
        entry: &Entry,
    ) -> Result<Option<Self>, ReadError> {
        Self::read(reader, entry, ".md", Self::parse_text)
    }

    fn read(
        reader: &mut FolderReader<'_>,
        entry: &Entry,
        ending: &str,
        parse: fn(&str, &str, FileId, &mut Vec<Diagnostic>) -> Self,
    ) -> Result<Option<Self>, ReadError> {
        let name = entry
            .stem(ending)
            .expect("only files of this ending are read as documents");
        let Some(file) = reader.text(entry)? else {
            return Ok(Some(Self::unreadable(reader, entry, name)));
        };
        let text = reader.sources.text(file);
        Ok(Some(parse(name, text, file, reader.diagnostics)))
    }

    /// It keeps its name, so that what refers to it is not faulty too.
    fn unreadable(reader: &mut FolderReader<'_>, entry: &Entry, name: &str) -> Self {
        let file = reader.sources.add(&entry.shown, "");
        Self {
            file,
            name: name.to_owned(),
            front: Table::default(),
            body: Located::new(String::new(), Place::whole(file)),
            is_whole: false,
        }
    }
}

fn located(text: &str, start: usize, file: FileId) -> Located<String> {
    Located::new(
        text[start..].to_owned(),
        Place::new(file, start..text.len()),
    )
}

const FENCE: &str = "+++";

/// Where the front matter stands, and where the text after it begins.
struct Fences {
    front: std::ops::Range<usize>,
    body: usize,
}

/// Why there is no front matter.
enum NoFences {
    /// The first line with text is not a fence; it begins here.
    Missing { first: usize },
    /// The fence that begins here is never closed.
    Unclosed { opening: usize },
}

impl Fences {
    fn find(text: &str) -> Result<Self, NoFences> {
        let mut at = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
        let mut front = None;
        for line in text[at..].split_inclusive('\n') {
            let next = at + line.len();
            let is_fence = line.trim_end() == FENCE;
            match front {
                None if is_fence => front = Some((at, next)),
                None if line.trim().is_empty() => {}
                None => return Err(NoFences::Missing { first: at }),
                Some((_, start)) if is_fence => {
                    return Ok(Self {
                        front: start..at,
                        body: next,
                    });
                }
                Some(_) => {}
            }
            at = next;
        }
        Err(match front {
            Some((opening, _)) => NoFences::Unclosed { opening },
            None => NoFences::Missing { first: at },
        })
    }
}

impl NoFences {
    fn report(&self, text: &str, file: FileId) -> Diagnostic {
        match *self {
            Self::Missing { first } => {
                let line = text[first..].lines().next().unwrap_or("").trim_end();
                let place = Place::new(file, first..first + line.len());
                let problem = phrase("the file does not begin with front matter");
                let help = if line == "---" {
                    phrase("front matter is TOML between `+++` lines, not YAML between `---` lines")
                } else {
                    phrase("begin the file with a line `+++`, the keys, and another line `+++`")
                };
                Diagnostic::new(codes::E0104, place, problem).help(help)
            }
            Self::Unclosed { opening } => {
                let place = Place::new(file, opening..opening + FENCE.len());
                Diagnostic::new(codes::E0104, place, "the front matter has no end")
                    .help("close it with a line `+++` before the text")
            }
        }
    }

    /// Where the text begins: without front matter all of it is text, in front matter without end none is.
    fn body(&self, text: &str) -> usize {
        match *self {
            Self::Missing { first } => first,
            Self::Unclosed { .. } => text.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostics::SourceMap;

    proptest! {
        #[test]
        fn the_body_is_what_stands_at_its_place(text in "\u{feff}?(\\+\\+\\+|---|\r?\n|a = 1|é| |\"){0,20}") {
            let mut sources = SourceMap::default();
            let mut diagnostics = Vec::new();
            let file = sources.add("content/pages/a.md", text.as_str());
            let document = Document::parse_text("a", &text, file, &mut diagnostics);
            prop_assert_eq!(sources.excerpt(document.body.place), document.body.value.as_str());
            prop_assert_eq!(document.is_whole, diagnostics.is_empty());
        }
    }
}
