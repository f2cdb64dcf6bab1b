//! Copies of folders.

use std::fs;
use std::path::Path;

/// Copies what lies in a folder, and what lies below.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("the folder can be listed");
        let inside = entry.path().strip_prefix(from).expect("it stands inside");
        let target = to.join(inside);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder can be made");
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
