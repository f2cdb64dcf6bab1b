//! `keuzewijzer schema` prints what stands in `docs/schemas/`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Output};

fn schema(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_keuzewijzer"))
        .arg("schema")
        .args(arguments)
        .output()
        .unwrap()
}

fn files() -> BTreeMap<String, String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/schemas");
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| {
            let file = entry.file_name().into_string().unwrap();
            let name = file.strip_suffix(".schema.json").unwrap().to_owned();
            (name, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn every_schema_is_listed_and_printed_as_it_stands_in_the_docs() {
    let list = String::from_utf8(schema(&[]).stdout).unwrap();
    let names: Vec<&str> = list
        .lines()
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    let files = files();
    assert_eq!(names, files.keys().collect::<Vec<_>>());
    for (name, text) in files {
        assert_eq!(String::from_utf8(schema(&[&name]).stdout).unwrap(), text);
    }
}

#[test]
fn a_name_that_no_schema_has_is_said_to_have_none() {
    let output = schema(&["aanbieder"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "there is no schema `aanbieder`; `keuzewijzer schema` lists them all\n"
    );
}
