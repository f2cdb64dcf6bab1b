//! The content folder as it was read.

use std::path::Path;

use crate::diagnostics::{Diagnostic, Phrase, SourceMap, codes, phrase, said};

use super::csv::CsvTable;
use super::document::Document;
use super::folder::{Entry, FolderReader, ReadError, own_name};
use super::house_file::HouseFile;
use super::source_file::SourceFile;
use super::text_folder::{FOLDERS, PAGES, Texts, TranslatedTexts, report_missing_file};

/// A municipality's folder.
#[derive(Debug)]
pub struct MunicipalityMaterial {
    /// The folder's name.
    pub name: String,
    /// `municipality.toml`.
    pub settings: Document,
    /// `accessibility.toml`.
    pub accessibility: Option<Document>,
    /// `pages/*.md`.
    pub pages: Vec<Document>,
    /// `pages/<language>/*.md`.
    pub translated_pages: Vec<TranslatedTexts>,
    /// Logos, letters and design tokens, in order of name.
    pub house_files: Vec<HouseFile>,
}

/// Everything that was read, unjudged, in order of file name. A required file that is missing was reported and is
/// `None` here, and so is a file that could not be read at all. Nothing when a folder holds more than is read: of the rest
/// too much would seem unknown.
#[derive(Debug, Default)]
pub struct Material {
    /// `site.toml`.
    pub site: Option<Document>,
    /// `statements/*.md`.
    pub statements: Vec<Document>,
    /// `statements/<language>/*.md`.
    pub translated_statements: Vec<TranslatedTexts>,
    /// `municipalities/*/`.
    pub municipalities: Vec<MunicipalityMaterial>,
    /// `providers/*.md`.
    pub providers: Vec<Document>,
    /// `product-groups.toml`.
    pub product_groups: Option<Document>,
    /// `products/*.md`.
    pub products: Vec<Document>,
    /// `profiles/*.md`.
    pub profiles: Vec<Document>,
    /// `intensities.toml`.
    pub intensities: Option<Document>,
    /// `pages/*.md`.
    pub pages: Vec<Document>,
    /// `pages/<language>/*.md`.
    pub translated_pages: Vec<TranslatedTexts>,
    /// `offers.csv`.
    pub offers: Option<CsvTable>,
    /// `waiting-times.csv`.
    pub waiting_times: Option<CsvTable>,
    /// `outcomes.csv`.
    pub outcomes: Option<CsvTable>,
    /// `local-services.csv`.
    pub local_services: Option<CsvTable>,
    /// `postcodes.csv`.
    pub postcodes: Option<CsvTable>,
    /// `vocabulary.toml`.
    pub vocabulary: Option<Document>,
    /// `accessibility.toml`.
    pub accessibility: Option<Document>,
    /// Every file that was read, in the order of reading.
    pub files: Vec<SourceFile>,
}

/// Reads a content folder; every fault of every file goes into `diagnostics`. Paths in messages are relative to
/// the folder's parent (`content/offers.csv`).
///
/// # Errors
/// When a file or folder that is there cannot be read.
pub fn read(
    content: &Path,
    sources: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Material, ReadError> {
    read_again(content, Material::default(), sources, diagnostics)
}

/// As [`read`], with what was read before under the ids of the same `sources` (see [`SourceMap::read_again`]): TOML files
/// at the top, of which the vocabulary is by far the largest file, are parsed again only when their text changed.
///
/// # Errors
/// When a file or folder that is there cannot be read.
pub fn read_again(
    content: &Path,
    mut before: Material,
    sources: &mut SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Material, ReadError> {
    let mut reader = FolderReader::open(content, own_name(content), sources, diagnostics)?;
    let mut material = Material::default();
    let entries = reader.list(&reader.top())?;
    for entry in &entries {
        let file = FILES.iter().find(|file| file.name == entry.name);
        let folder = FOLDERS.iter().find(|folder| folder.name == entry.name);
        match (file, folder) {
            (Some(file), _) if !entry.is_folder => {
                file.read(&mut reader, entry, &mut before, &mut material)?;
            }
            (_, Some(folder)) if entry.is_folder => {
                let texts = folder.read(&mut reader, entry)?;
                (folder.put)(&mut material, texts);
            }
            _ if entry.is_folder && entry.name == MUNICIPALITIES => {
                material.municipalities = read_municipalities(&mut reader, entry)?;
            }
            _ => reader.unknown(entry, BELONGS, &known_names()),
        }
    }
    report_missing(&mut reader, &entries);
    let whole = reader.finish().map(|files| Material { files, ..material });
    Ok(whole.unwrap_or_default())
}

const BELONGS: Phrase = phrase("`docs/content.md` lists what belongs in the content folder");
const MUNICIPALITIES: &str = "municipalities";
const MUNICIPALITY: &str = "municipality.toml";
const ACCESSIBILITY: &str = "accessibility.toml";

fn known_names() -> Vec<&'static str> {
    let files = FILES.iter().map(|file| file.name);
    let folders = FOLDERS.iter().map(|folder| folder.name);
    files.chain(folders).chain([MUNICIPALITIES]).collect()
}

/// A file of the content folder itself.
struct KnownFile {
    name: &'static str,
    is_required: bool,
    slot: Slot,
}

/// Where a file goes.
#[derive(Clone, Copy)]
enum Slot {
    Toml(fn(&mut Material) -> &mut Option<Document>),
    Csv(fn(&mut Material) -> &mut Option<CsvTable>),
}

impl KnownFile {
    const fn required(name: &'static str, slot: Slot) -> Self {
        Self {
            name,
            is_required: true,
            slot,
        }
    }

    const fn optional(name: &'static str, slot: Slot) -> Self {
        Self {
            name,
            is_required: false,
            slot,
        }
    }

    fn read(
        &self,
        reader: &mut FolderReader<'_>,
        entry: &Entry,
        before: &mut Material,
        material: &mut Material,
    ) -> Result<(), ReadError> {
        match self.slot {
            Slot::Toml(slot) => {
                let before = slot(before).take();
                *slot(material) = Document::read_toml_again(reader, entry, before)?;
            }
            Slot::Csv(slot) => {
                if let Some(file) = reader.text(entry)? {
                    let text = reader.sources.text(file);
                    *slot(material) = CsvTable::parse_held(text, file, reader.diagnostics);
                }
            }
        }
        Ok(())
    }
}

const FILES: [KnownFile; 10] = [
    KnownFile::required("site.toml", Slot::Toml(|material| &mut material.site)),
    KnownFile::required(
        "product-groups.toml",
        Slot::Toml(|material| &mut material.product_groups),
    ),
    KnownFile::required(
        "intensities.toml",
        Slot::Toml(|material| &mut material.intensities),
    ),
    KnownFile::required("offers.csv", Slot::Csv(|material| &mut material.offers)),
    KnownFile::required(
        "waiting-times.csv",
        Slot::Csv(|material| &mut material.waiting_times),
    ),
    KnownFile::required("outcomes.csv", Slot::Csv(|material| &mut material.outcomes)),
    KnownFile::required(
        "local-services.csv",
        Slot::Csv(|material| &mut material.local_services),
    ),
    KnownFile::required(
        "postcodes.csv",
        Slot::Csv(|material| &mut material.postcodes),
    ),
    KnownFile::optional(
        "vocabulary.toml",
        Slot::Toml(|material| &mut material.vocabulary),
    ),
    KnownFile::optional(
        ACCESSIBILITY,
        Slot::Toml(|material| &mut material.accessibility),
    ),
];

fn read_municipalities(
    reader: &mut FolderReader<'_>,
    folder: &Entry,
) -> Result<Vec<MunicipalityMaterial>, ReadError> {
    let mut municipalities = Vec::new();
    let mut has_folder = false;
    for entry in reader.list(folder)? {
        if entry.is_folder {
            has_folder = true;
            municipalities.extend(read_municipality(reader, entry)?);
        } else {
            let help = phrase("a municipality is a folder with a `municipality.toml`");
            reader.unknown(&entry, help, &[]);
        }
    }
    if !has_folder {
        report_no_municipality(reader);
    }
    Ok(municipalities)
}

fn read_municipality(
    reader: &mut FolderReader<'_>,
    folder: Entry,
) -> Result<Option<MunicipalityMaterial>, ReadError> {
    let mut settings = None;
    let mut accessibility = None;
    let mut pages = Texts::default();
    let mut house_files = Vec::new();
    let mut has_settings = false;
    for entry in reader.list(&folder)? {
        match (entry.is_folder, entry.name.as_str()) {
            (false, MUNICIPALITY) => {
                has_settings = true;
                settings = Document::read_toml(reader, &entry)?;
            }
            (false, ACCESSIBILITY) => accessibility = Document::read_toml(reader, &entry)?,
            (true, PAGES) => pages = read_municipality_pages(reader, &entry)?,
            (false, _) if HouseFile::is_one(&entry) => {
                house_files.extend(HouseFile::read(reader, &entry)?);
            }
            _ => {
                let help = phrase(
                    "a municipality's folder holds `municipality.toml`, `accessibility.toml`, `pages/` and the files of its `[theme]`",
                );
                reader.unknown(&entry, help, &[MUNICIPALITY, ACCESSIBILITY, PAGES]);
            }
        }
    }
    if !has_settings {
        let path = format!("{MUNICIPALITIES}/{}/{MUNICIPALITY}", folder.name);
        report_missing_file(reader, &path);
    }
    Ok(settings.map(|settings| MunicipalityMaterial {
        name: folder.name,
        settings,
        accessibility,
        pages: pages.originals,
        translated_pages: pages.translated,
        house_files,
    }))
}

fn read_municipality_pages(
    reader: &mut FolderReader<'_>,
    folder: &Entry,
) -> Result<Texts, ReadError> {
    let pages = FOLDERS
        .iter()
        .find(|known| known.name == PAGES)
        .expect("the content folder has pages");
    pages.read(reader, folder)
}

/// Reports the files and folders that are not there at all; what is missing in a folder is reported with the folder.
fn report_missing(reader: &mut FolderReader<'_>, entries: &[Entry]) {
    let is_there = |name: &str, is_folder: bool| {
        entries
            .iter()
            .any(|entry| entry.name == name && entry.is_folder == is_folder)
    };
    for file in FILES {
        if file.is_required && !is_there(file.name, false) {
            report_missing_file(reader, file.name);
        }
    }
    for folder in FOLDERS {
        if !is_there(folder.name, true) {
            folder.report_missing(reader, &[]);
        }
    }
    if !is_there(MUNICIPALITIES, true) {
        report_no_municipality(reader);
    }
}

fn report_no_municipality(reader: &mut FolderReader<'_>) {
    reader.missing(
        codes::E0105,
        MUNICIPALITIES,
        said("there is no municipality", []),
        said(
            "make a folder for each municipality, with a `municipality.toml`",
            [],
        ),
    );
}

#[cfg(test)]
mod tests;
