//! What stands for a whole input: with the same one, nothing needs to be built again.

use jiff::civil::Date;

use crate::changes::FILE;
use crate::diagnostics::SourceMap;
use crate::publish::{Earlier, LARGEST_EARLIER, Memory};
use crate::sources::{Material, ThemeFiles, read_at_most};
use crate::stats::LEDGER_FILE;

use super::Options;

/// Stands for everything that a byte of the site can depend on: program, day, content, theme,
/// whether files have compressed siblings, and a previous publication that stands elsewhere.
pub(super) fn fingerprint(
    options: &Options,
    date: Date,
    sources: &SourceMap,
    material: &Material,
    theme: &ThemeFiles,
    account: &str,
) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    let mut add = |part: &[u8]| {
        hasher.update(&part.len().to_le_bytes());
        hasher.update(part);
    };
    let program: Option<&[u8]> = options.program.as_ref().map(<[u8; 32]>::as_slice);
    add(program.unwrap_or(b"no program"));
    add(options.compression.name().as_bytes());
    add(date.to_string().as_bytes());
    // Files that differ in their byte order mark only: the site is the same, what is kept of them is not.
    add(account.as_bytes());
    for (path, text) in sources.files() {
        add(path.as_os_str().as_encoded_bytes());
        add(text.as_bytes());
    }
    for image in &theme.images {
        add(image.path.as_bytes());
        add(&image.bytes);
    }
    // What was published before is an input when it stands elsewhere. What stands in the target is none: the same input
    // goes on with it to the same files.
    let add_published = |path: std::path::PathBuf, add: &mut dyn FnMut(&[u8])| {
        // One that is not there, one that is empty and one that cannot be read are three inputs.
        match read_at_most(&path, LARGEST_EARLIER) {
            Ok(None) => add(b"too large"),
            Ok(Some(bytes)) => {
                add(b"published");
                add(&bytes);
            }
            Err(error) => add(error.kind().to_string().as_bytes()),
        }
    };
    if let Some(folder) = &options.previous {
        add_published(folder.join(LEDGER_FILE), &mut add);
        match Memory::beside(folder).map(|memory| memory.map(|it| it.shown)) {
            Ok(Some(Earlier::Whole(bytes))) => add(&bytes),
            Ok(Some(Earlier::Damaged)) => add(b"damaged"),
            Ok(Some(Earlier::Nothing) | None) => add(b"nothing"),
            Err(_) => add(b"cannot be read"),
        }
    }
    for municipality in &material.municipalities {
        for file in &municipality.house_files {
            add(municipality.name.as_bytes());
            add(file.name.as_bytes());
            add(&file.bytes);
        }
        if let Some(folder) = &options.previous {
            add_published(folder.join(&*municipality.name).join(FILE), &mut add);
        }
    }
    *hasher.finalize().as_bytes()
}
