//! `schema`: the shapes of content files, for editors.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::model::ContentSchema;
use crate::sources::write_plain;

use super::{MATERIAL_IS_WRONG, fail, print, say};

/// A schema could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write `{}`", path.display())]
struct SchemaError {
    path: PathBuf,
    source: io::Error,
}

/// Print the schema of a kind of content file, for an editor
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer schema\n  keuzewijzer schema provider\n  keuzewijzer schema offers > offers.schema.json\n  keuzewijzer schema --into schemas"
)]
pub(super) struct SchemaArguments {
    /// The kind of file; without it, all kinds
    name: Option<String>,
    /// Write every schema into this folder
    #[arg(long, value_name = "FOLDER", conflicts_with = "name")]
    into: Option<PathBuf>,
}

/// Prints the schema of a name; without one, all names with the files they are of.
pub(super) fn run(arguments: &SchemaArguments) -> ExitCode {
    if let Some(folder) = &arguments.into {
        return match write_all(folder) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&error),
        };
    }
    let Some(name) = &arguments.name else {
        let mut list = String::new();
        for schema in ContentSchema::ALL {
            let _ = writeln!(list, "{:<16}{}", schema.name, schema.files);
        }
        print(&list);
        return ExitCode::SUCCESS;
    };
    let Some(schema) = ContentSchema::find(name) else {
        say(&format!(
            "there is no schema `{name}`; `keuzewijzer schema` lists them all\n"
        ));
        return ExitCode::from(MATERIAL_IS_WRONG);
    };
    print(schema.text);
    ExitCode::SUCCESS
}

/// Writes `<name>.schema.json` for every kind of file.
fn write_all(folder: &Path) -> Result<(), SchemaError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        |source| SchemaError { path, source }
    };
    fs::create_dir_all(folder).map_err(failed(folder))?;
    for schema in ContentSchema::ALL {
        let path = folder.join(format!("{}.schema.json", schema.name));
        write_plain(&path, schema.text).map_err(failed(&path))?;
    }
    Ok(())
}
