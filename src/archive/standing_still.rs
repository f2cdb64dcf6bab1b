//! Reading a folder that a build may replace meanwhile, without holding up the build.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use blake3::Hash;

use crate::publish::{Published, Standing};

use super::ArchiveError;

/// How often a folder is read before it is given up. Builds follow each other by minutes at least.
const ATTEMPTS: usize = 5;

/// Which publication stands in a folder.
#[derive(PartialEq, Eq)]
struct Edition {
    /// The folder itself: its device and number.
    folder: Option<(u64, u64)>,
    /// The hash of its list.
    list: Option<Hash>,
}

impl Edition {
    fn of(folder: &Path) -> Self {
        let found = fs::metadata(folder).ok();
        let list = match Published::look(folder) {
            Ok(Standing::Published(published)) => Some(published.list_hash()),
            Ok(Standing::Damaged | Standing::Nothing) | Err(_) => None,
        };
        Self {
            folder: found.map(|found| (found.dev(), found.ino())),
            list,
        }
    }
}

/// Reads a folder, and once more when another publication took its place in the meantime: half of one and half of another
/// would look damaged.
///
/// # Errors
/// What reading gives, and when the folder was replaced every time.
pub(super) fn standing_still<T>(
    folder: &Path,
    read: impl Fn() -> Result<T, ArchiveError>,
) -> Result<T, ArchiveError> {
    let mut before = Edition::of(folder);
    for _ in 0..ATTEMPTS {
        let found = read();
        let after = Edition::of(folder);
        if before == after {
            return found;
        }
        before = after;
    }
    Err(ArchiveError::Restless {
        folder: folder.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::archive::verify_folder;
    use crate::artifact::Artifact;
    use crate::publish::Stage;

    fn publish(target: &Path, word: &str) {
        let stage = Stage::open(target).unwrap();
        let page = Artifact {
            path: "index.html".to_owned(),
            bytes: word.as_bytes().to_owned(),
        };
        stage.put(&[page]).unwrap();
        stage.publish(&[0; 32]).unwrap();
    }

    #[test]
    fn a_folder_that_is_replaced_while_it_is_read_is_read_again() {
        let scratch = tempfile::tempdir().unwrap();
        let target = scratch.path().join("public");
        publish(&target, "old");
        let reads = Cell::new(0);
        let read = || {
            reads.set(reads.get() + 1);
            let Ok(Standing::Published(listed)) = Published::look(&target) else {
                panic!("it is published");
            };
            if reads.get() == 1 {
                publish(&target, "new");
            }
            let hash = blake3::hash(&fs::read(target.join("index.html")).unwrap());
            Ok(listed.files().all(|file| file.hash == hash))
        };
        assert!(standing_still(&target, read).unwrap(), "it looks damaged");
        assert_eq!(reads.get(), 2);
    }

    #[test]
    fn the_same_bytes_in_another_folder_are_another_publication() {
        let scratch = tempfile::tempdir().unwrap();
        let target = scratch.path().join("public");
        publish(&target, "same");
        let reads = Cell::new(0);
        let read = || {
            reads.set(reads.get() + 1);
            if reads.get() == 1 {
                publish(&target, "same");
            }
            Ok(())
        };
        standing_still(&target, read).unwrap();
        assert_eq!(reads.get(), 2);
    }

    #[test]
    fn a_folder_that_is_replaced_every_time_is_given_up() {
        let scratch = tempfile::tempdir().unwrap();
        let target = scratch.path().join("public");
        publish(&target, "0");
        let reads = Cell::new(0);
        let read = || {
            reads.set(reads.get() + 1);
            publish(&target, &reads.get().to_string());
            Ok(())
        };
        let given_up = standing_still(&target, read);
        assert!(matches!(given_up, Err(ArchiveError::Restless { .. })));
        assert_eq!(reads.get(), ATTEMPTS);
        assert!(verify_folder(&target).unwrap().1.is_empty());
    }
}
