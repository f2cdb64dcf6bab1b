//! How things are written down: TOML, front matter with Markdown, CSV → located records. Reads everything, judges
//! nothing, reports all faults of a file. Start at [`read`]; a theme's folder is read by [`read_named_theme`].

mod cells;
mod csv;
mod document;
mod folder;
mod house_file;
mod json;
mod limits;
mod material;
pub mod nesting;
mod plain_file;
mod source_file;
mod text_folder;
mod theme_files;
mod toml;
mod toml_fault;

pub use self::csv::{CsvTable, Row};
pub use self::document::Document;
pub use self::folder::ReadError;
pub use self::house_file::HouseFile;
pub use self::json::{Json, JsonValue};
pub use self::material::{Material, MunicipalityMaterial, read, read_again};
pub use self::plain_file::{NoPlainFile, open_plain, read_at_most, write_plain};
pub use self::source_file::SourceFile;
pub use self::text_folder::TranslatedTexts;
pub use self::theme_files::{
    BinaryFile, ThemeFile, ThemeFiles, built_in_theme_files, read_named_theme, read_overrides,
    read_theme,
};
pub use self::toml::{Entry, Table, TomlValue};
