//! Where tests write.

use std::path::Path;

use tempfile::TempDir;

/// A scratch folder; in memory where the machine has that, so that flushing costs nothing.
pub(crate) fn folder_in_memory() -> TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    };
    folder.expect("a scratch folder can be made")
}
