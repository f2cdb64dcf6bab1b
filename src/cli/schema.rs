//! `schema`: the shapes of content files, for editors.

use std::fmt::Write;
use std::process::ExitCode;

use crate::model::ContentSchema;

use super::{MATERIAL_IS_WRONG, print, say};

/// Prints the schema of a name; without one, all names with the files they are of.
pub(super) fn run(name: Option<&str>) -> ExitCode {
    let Some(name) = name else {
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
