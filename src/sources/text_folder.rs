//! Folders of texts in the content folder, and in some of them folders with the same texts in other languages.

use crate::diagnostics::{Phrase, Place, codes, phrase, said};

use super::document::Document;
use super::folder::{Entry, FolderReader, ReadError};
use super::material::Material;

/// The folder of the pages that a region or a municipality writes itself.
pub(super) const PAGES: &str = "pages";

/// What was read from a folder of texts.
#[derive(Debug, Default)]
pub(super) struct Texts {
    pub(super) originals: Vec<Document>,
    pub(super) translated: Vec<TranslatedTexts>,
}

/// Texts in another language than the region's own: a folder in the folder of the originals, such as `pages/en/`.
#[derive(Debug)]
pub struct TranslatedTexts {
    /// The folder's name.
    pub language: String,
    /// The folder.
    pub place: Place,
    /// The texts, in order of file name.
    pub texts: Vec<Document>,
}

/// A folder of texts.
pub(super) struct KnownFolder {
    pub(super) name: &'static str,
    needs: Needs,
    /// Whether it may hold folders with the same texts in other languages.
    is_translatable: bool,
    pub(super) put: fn(&mut Material, Texts),
}

/// Which texts a folder must have.
enum Needs {
    /// Any or none; other rooms may ask for some by name.
    Nothing,
    /// At least one of these things.
    One(Phrase),
    /// These and no others.
    Exactly(&'static [&'static str]),
}

pub(super) const FOLDERS: [KnownFolder; 5] = [
    KnownFolder {
        name: "statements",
        needs: Needs::Exactly(&["screening.md", "finance.md"]),
        is_translatable: true,
        put: |material, texts| {
            material.statements = texts.originals;
            material.translated_statements = texts.translated;
        },
    },
    KnownFolder {
        name: "providers",
        needs: Needs::One(phrase("provider")),
        is_translatable: false,
        put: |material, texts| material.providers = texts.originals,
    },
    KnownFolder {
        name: "products",
        needs: Needs::One(phrase("product")),
        is_translatable: false,
        put: |material, texts| material.products = texts.originals,
    },
    KnownFolder {
        name: "profiles",
        needs: Needs::One(phrase("support profile")),
        is_translatable: false,
        put: |material, texts| material.profiles = texts.originals,
    },
    KnownFolder {
        name: PAGES,
        needs: Needs::Nothing,
        is_translatable: true,
        put: |material, texts| {
            material.pages = texts.originals;
            material.translated_pages = texts.translated;
        },
    },
];

impl KnownFolder {
    /// Everything in the folder.
    pub(super) fn read(
        &self,
        reader: &mut FolderReader<'_>,
        folder: &Entry,
    ) -> Result<Texts, ReadError> {
        let mut texts = Texts::default();
        let entries = reader.list(folder)?;
        for entry in &entries {
            if self.is_translatable && entry.is_folder {
                let translated = reader.list(entry)?;
                texts.translated.push(TranslatedTexts {
                    texts: self.read_texts(reader, translated, &entry.shown)?,
                    place: reader.nowhere(&entry.shown),
                    language: entry.name.clone(),
                });
            }
        }
        texts.originals = self.read_texts(reader, entries, self.name)?;
        Ok(texts)
    }

    /// The texts among what lies in a folder, without those in folders of other languages.
    fn read_texts(
        &self,
        reader: &mut FolderReader<'_>,
        entries: Vec<Entry>,
        shown: &str,
    ) -> Result<Vec<Document>, ReadError> {
        let is_original = shown == self.name;
        let names: &[&str] = match self.needs {
            Needs::Exactly(names) => names,
            Needs::Nothing | Needs::One(_) => &[],
        };
        let mut texts = Vec::new();
        let mut found = Vec::new();
        for entry in entries {
            let is_known = names.is_empty() || names.contains(&entry.name.as_str());
            if is_original && self.is_translatable && entry.is_folder {
                continue;
            }
            if is_known && entry.stem(".md").is_some() {
                texts.extend(Document::read_text(reader, &entry)?);
                found.push(entry.name);
            } else if names.is_empty() {
                let help = said(
                    "texts in `{folder}/` are files that end in `.md`",
                    [("folder", &shown)],
                );
                reader.unknown(&entry, help, &[]);
            } else {
                let help = said(
                    "what belongs in `{folder}/`: `{names}`",
                    [("folder", &shown), ("names", &names.join("`, `"))],
                );
                reader.unknown(&entry, help, names);
            }
        }
        if is_original {
            self.report_missing(reader, &found);
        }
        Ok(texts)
    }

    /// Reports what the folder lacks of what it must have.
    pub(super) fn report_missing(&self, reader: &mut FolderReader<'_>, found: &[String]) {
        let folder = self.name;
        match self.needs {
            Needs::One(noun) if found.is_empty() => reader.missing(
                codes::E0105,
                folder,
                said("there is no {noun}", []).with("noun", noun),
                said(
                    "write at least one {noun}, as a file in `{folder}/` that ends in `.md`",
                    [("folder", &folder)],
                )
                .with("noun", noun),
            ),
            Needs::Exactly(names) => {
                for name in names {
                    if !found.iter().any(|found| found == name) {
                        report_missing_file(reader, &format!("{folder}/{name}"));
                    }
                }
            }
            Needs::Nothing | Needs::One(_) => {}
        }
    }
}

/// Reports that a file which must be there is not.
pub(super) fn report_missing_file(reader: &mut FolderReader<'_>, path: &str) {
    reader.missing(
        codes::E0105,
        path,
        said("required file `{file}` is missing", [("file", &path)]),
        said("`docs/content.md` says what stands in it", []),
    );
}
