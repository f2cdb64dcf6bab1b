//! Writes the files that differ, each in one step: a reader sees the old file or the new one, whole.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::diagnostics::Language;

use super::ImportError;
use super::difference::difference;

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were made or changed.
    pub changed: usize,
    /// Files that were equal already and were not touched.
    pub unchanged: usize,
}

/// Texts of files, by their path in the content folder.
pub(super) type Files = BTreeMap<String, String>;

/// Writes the files that differ.
pub(super) fn write(root: &Path, files: &Files) -> Result<Written, ImportError> {
    each(root, files, |path, _, text, _| {
        replace(path, text).map_err(|source| ImportError::write(path, source))
    })
}

/// Says what [`write`] would change, without writing.
pub(super) fn compare(
    root: &Path,
    files: &Files,
    language: Language,
) -> Result<(Written, String), ImportError> {
    let mut differences = String::new();
    let written = each(root, files, |_, relative, text, before| {
        let before = before.map(String::from_utf8_lossy);
        differences += &difference(relative, before.as_deref(), text, language);
        Ok(())
    })?;
    Ok((written, differences))
}

/// Does something with each file that differs: its path, its path in the content, its new text and its old bytes.
fn each(
    root: &Path,
    files: &Files,
    mut change: impl FnMut(&Path, &str, &str, Option<&[u8]>) -> Result<(), ImportError>,
) -> Result<Written, ImportError> {
    let mut written = Written::default();
    for (relative, text) in files {
        let path = root.join(relative);
        let before = match fs::read(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(ImportError::read(&path, error)),
        };
        if before.as_deref() == Some(text.as_bytes()) {
            written.unchanged += 1;
        } else {
            change(&path, relative, text, before.as_deref())?;
            written.changed += 1;
        }
    }
    Ok(written)
}

fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().expect("a content file lies in a folder");
    let name = path.file_name().expect("a content file has a name");
    fs::create_dir_all(folder)?;
    // Hidden, so that a temporary file that a crash leaves behind is no content.
    let temporary = folder.join(format!(".{}.new", name.to_string_lossy()));
    let result = (|| {
        let mut file = fs::File::create(&temporary)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&temporary, path)
    })();
    if result.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    result
}
