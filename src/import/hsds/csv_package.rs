//! A package of CSV files: files, a folder of them, a `datapackage.json` that names them, or all of that zipped.

use std::io::{Cursor, Read as _};
use std::path::{Component, Path, PathBuf};

use zip::ZipArchive;

use crate::diagnostics::{Diagnostic, Located, codes, phrase, said};
use crate::sources::JsonValue;

use super::super::ImportError;
use super::super::foreign::Reading;
use super::super::{archive, csv_file, json_file};
use super::tables::{Entity, Tables, singular, table_name};

/// Reads a file or all files of a package; `false` when it cannot be used, which was reported.
pub(super) fn read(
    path: &Path,
    tables: &mut Tables,
    reading: &mut Reading<'_>,
) -> Result<bool, ImportError> {
    if path.is_dir() {
        let package = path.join("datapackage.json");
        if package.is_file() {
            return read(&package, tables, reading);
        }
        return folder(path, tables, reading);
    }
    if path.ends_with("datapackage.json") {
        let Some(files) = resources(path, reading)? else {
            return Ok(false);
        };
        return each(&files, tables, reading);
    }
    if path.extension().is_some_and(|end| end == "zip") {
        return zipped(path, tables, reading);
    }
    single(path, tables, reading)
}

/// Reads a file with one table.
fn single(
    path: &Path,
    tables: &mut Tables,
    reading: &mut Reading<'_>,
) -> Result<bool, ImportError> {
    let Some(bytes) = csv_file::bytes(path, reading)? else {
        return Ok(false);
    };
    Ok(table(path, &bytes, tables, reading))
}

fn folder(
    path: &Path,
    tables: &mut Tables,
    reading: &mut Reading<'_>,
) -> Result<bool, ImportError> {
    let failed = |source| ImportError::read(path, source);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path).map_err(failed)? {
        let file = entry.map_err(failed)?.path();
        let is_table = file.extension().is_some_and(|end| end == "csv") && file.is_file();
        if is_table && lies_in(&file, path) {
            files.push(file);
        }
    }
    files.sort();
    if files.is_empty() {
        reading.refuse(
            path,
            "the folder has no CSV files",
            phrase("is it the right folder?"),
        );
        return Ok(false);
    }
    each(&files, tables, reading)
}

/// Reads the files of a package as tables, whatever they are: a package that names itself would have no end.
fn each(
    files: &[PathBuf],
    tables: &mut Tables,
    reading: &mut Reading<'_>,
) -> Result<bool, ImportError> {
    let mut is_whole = true;
    for file in files {
        is_whole &= single(file, tables, reading)?;
    }
    Ok(is_whole)
}

/// The files that a `datapackage.json` names, all inside its folder.
fn resources(path: &Path, reading: &mut Reading<'_>) -> Result<Option<Vec<PathBuf>>, ImportError> {
    let Some((_, json)) = json_file::parse(path, reading)? else {
        return Ok(None);
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut files = Vec::new();
    let list = match json.get("resources").map(|list| &list.value) {
        Some(JsonValue::Array(list)) => list.as_slice(),
        Some(_) | None => &[],
    };
    for resource in list {
        let named = resource.get("path");
        for (name, _) in named.map_or(Vec::new(), |named| json_file::scalars(named, None)) {
            let is_path = Path::new(&name)
                .components()
                .all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
                && !name.contains(|c: char| c.is_control() || c == ':' || c == '\\');
            let file = folder.join(&name);
            if !is_path || (file.exists() && !lies_in(&file, folder)) {
                let problem = said("`{name}` lies outside the package", [("name", &name)]);
                reading.refuse(
                    path,
                    problem,
                    phrase("name files beside `datapackage.json`"),
                );
                return Ok(None);
            }
            if !file.exists() {
                let problem = said(
                    "there is no file `{name}` in the package",
                    [("name", &name)],
                );
                reading.refuse(
                    path,
                    problem,
                    phrase("name files beside `datapackage.json`"),
                );
                return Ok(None);
            }
            files.push(file);
        }
    }
    if files.is_empty() {
        let problem = phrase("the package names no files");
        reading.refuse(
            path,
            problem,
            phrase("name them under `resources`, each with its `path`"),
        );
        return Ok(None);
    }
    Ok(Some(files))
}

/// Whether a file lies in a folder, also when either is a link.
fn lies_in(file: &Path, folder: &Path) -> bool {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let whole = |path: &Path| path.canonicalize().ok();
    whole(folder).is_some_and(|folder| whole(file).is_some_and(|file| file.starts_with(folder)))
}

fn zipped(
    path: &Path,
    tables: &mut Tables,
    reading: &mut Reading<'_>,
) -> Result<bool, ImportError> {
    let Some(bytes) = archive::read(path, reading)? else {
        return Ok(false);
    };
    let failed = |fault: zip::result::ZipError| ImportError::read(path, fault.into());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(failed)?;
    let mut names = Vec::new();
    for name in archive.file_names() {
        let name = name.map_err(failed)?.into_owned();
        if Path::new(&name).extension().is_some_and(|end| end == "csv") {
            names.push(name);
        }
    }
    names.sort();
    if names.is_empty() {
        reading.refuse(
            path,
            "the package has no CSV files",
            phrase("is it the right file?"),
        );
        return Ok(false);
    }
    let mut is_whole = true;
    for name in names {
        let mut bytes = Vec::new();
        let entry = archive.by_name(&name).map_err(failed)?;
        let read = entry.take(archive::LARGEST).read_to_end(&mut bytes);
        read.map_err(|source| ImportError::read(path, source))?;
        let inside = PathBuf::from(format!("{}!{name}", path.display()));
        is_whole &= table(&inside, &bytes, tables, reading);
    }
    Ok(is_whole)
}

/// Reads one table, which has the name of its file.
fn table(path: &Path, bytes: &[u8], tables: &mut Tables, reading: &mut Reading<'_>) -> bool {
    let Some(file) = csv_file::decode_bytes(path, bytes, reading) else {
        return false;
    };
    let Some((table, broken)) = csv_file::table(file, reading) else {
        return false;
    };
    tables.broken += broken;
    let stem = path.to_string_lossy();
    let stem = stem.rsplit(['/', '\\', '!']).next().unwrap_or(&stem);
    let name = table_name(stem.trim_end_matches(".csv"));
    for row in table.rows {
        let filled = table.header.iter().zip(row.cells);
        let filled =
            filled.filter(|(column, cell)| !column.value.is_empty() && !cell.value.is_empty());
        let cells = filled.map(|(column, cell)| {
            let text = Located::new(without_apostrophe(&cell.value).to_owned(), cell.place);
            (column_name(name, &column.value), text)
        });
        let entity = Entity {
            place: row.place,
            cells: cells.collect(),
        };
        let id = entity.get("id");
        if let Some(id) = id.filter(|id| tables.find(name, &id.value).is_some()) {
            tables.broken += 1;
            let problem = said("id `{id}` stands twice", [("id", &id.value)]);
            reading.diagnostics.push(
                Diagnostic::new(codes::W1102, id.place, problem)
                    .help("remove one of the two rows at the source"),
            );
        } else {
            tables.add(name, entity);
        }
    }
    true
}

/// A cell as it was meant: who writes for spreadsheets puts an apostrophe before what begins like a formula, such as a
/// number `+31 …` (OWASP, CSV injection).
fn without_apostrophe(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(meant) if meant.starts_with(['=', '+', '-', '@']) => meant,
        Some(_) | None => cell,
    }
}

/// A column as the specification names it: some tools write `service_uuid` and `service_name` in `services.csv`, and
/// `organization_uuid` in other tables.
fn column_name(table: &str, written: &str) -> String {
    let own = format!("{}_", singular(table));
    let name = match written.strip_prefix(&own) {
        Some("id" | "uuid") => "id",
        Some(rest) if ["organizations", "services", "locations"].contains(&table) => rest,
        Some(_) | None => written,
    };
    match name.strip_suffix("_uuid") {
        Some(other) => format!("{other}_id"),
        None => name.to_owned(),
    }
}
