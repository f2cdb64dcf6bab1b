//! How things are written down: TOML, front matter with Markdown, CSV → located records. Reads everything, judges
//! nothing, reports all faults of a file. Start at [`read`].

mod csv;
mod material;
mod theme_files;
mod toml;

pub use self::csv::{CsvTable, Row};
pub use self::material::{Document, Material, MunicipalityMaterial, ReadError, read};
pub use self::theme_files::{BinaryFile, ThemeFile, ThemeFiles};
pub use self::toml::{Entry, Table, TomlValue};
