//! Files that stand somewhere already: in the last publication, or in another folder with a manifest.

use std::fs;

use super::Stage;
use crate::publish::PublishError;
use crate::publish::compress::{Encoding, is_compressible};
use crate::publish::manifest::{Entry, Generation};

impl Stage {
    /// Stages a file as it was published last, without its bytes. `false` when it is not there any more, or damaged:
    /// then [`Stage::put`] it.
    ///
    /// # Errors
    /// When the path was staged before, when the file system refuses. The site cannot be published after that.
    pub fn keep(&self, path: &str) -> Result<bool, PublishError> {
        let Some(known) = self.old_manifest.find(path) else {
            return Ok(false);
        };
        if is_compressible(path, known.length) && !self.has_same_siblings() {
            return Ok(false);
        }
        let siblings = Encoding::ALL.map(|encoding| encoding.sibling(path));
        let siblings = siblings
            .iter()
            .filter_map(|path| self.old_manifest.find(path));
        self.or_incomplete(|| {
            let mut kept = Vec::new();
            for entry in std::iter::once(known).chain(siblings) {
                if !self.take_over(entry)? {
                    return Ok(false);
                }
                kept.push(entry);
            }
            let mut staged = self.staged();
            for entry in kept {
                staged.manifest.push(Entry {
                    generation: Generation::Current,
                    ..entry
                });
            }
            Ok(true)
        })
    }

    /// Stages a file as the manifest of another folder lists it; `read` gives its bytes, and is not asked when they
    /// stand in the target already. `None` when the bytes are not those that are listed.
    pub(in crate::publish) fn put_listed(
        &self,
        entry: Entry<'_>,
        read: impl FnOnce() -> Result<Vec<u8>, PublishError>,
    ) -> Result<Option<()>, PublishError> {
        self.or_incomplete(|| {
            let is_known = self.known(entry.path) == Some(entry.hash);
            if !(is_known && self.take_over(entry)?) {
                let bytes = read()?;
                if blake3::hash(&bytes) != entry.hash {
                    return Ok(None);
                }
                self.folder.make_folder_for(entry.path, &mut None)?;
                self.folder.write(entry.path, &bytes)?;
            }
            self.staged().manifest.push(entry);
            Ok(Some(()))
        })
    }

    /// Stages a file of the old site; `false` when it is not there whole.
    pub(super) fn take_over(&self, entry: Entry<'_>) -> Result<bool, PublishError> {
        if !self.is_in_old(entry) {
            return Ok(false);
        }
        self.folder.make_folder_for(entry.path, &mut None)?;
        if self.link(entry.path)? {
            return Ok(true);
        }
        let from = self.target.folder.join(entry.path);
        let bytes = fs::read(&from).map_err(PublishError::io("read", &from))?;
        if blake3::hash(&bytes) != entry.hash {
            return Ok(false);
        }
        self.folder.write(entry.path, &bytes)?;
        Ok(true)
    }
}
