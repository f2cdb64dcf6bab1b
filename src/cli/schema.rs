//! `schema`: the shapes of content files, for editors.

use std::fmt::Write;
use std::process::ExitCode;

use clap::Args;

use crate::model::ContentSchema;

use super::{MATERIAL_IS_WRONG, print, say};

/// Print the schema of a kind of content file, for an editor
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer schema\n  keuzewijzer schema provider\n  keuzewijzer schema offers > offers.schema.json"
)]
pub(super) struct SchemaArguments {
    /// The kind of file; without it, all kinds
    name: Option<String>,
}

/// Prints the schema of a name; without one, all names with the files they are of.
pub(super) fn run(arguments: &SchemaArguments) -> ExitCode {
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
