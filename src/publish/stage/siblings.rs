//! The compressed siblings of the files of a publication: taken from the last one, or made.

use blake3::Hash;

use crate::artifact::Artifact;

use super::Stage;
use crate::publish::PublishError;
use crate::publish::compress::{Encoding, is_compressible};
use crate::publish::manifest::{Entry, Generation};

/// A sibling that was staged.
pub(super) struct StagedFile {
    path: String,
    hash: Hash,
    length: u64,
}

impl Stage {
    /// Stages the compressed siblings of a file that was staged.
    pub(super) fn put_siblings(
        &self,
        artifact: &Artifact,
    ) -> Result<Vec<StagedFile>, PublishError> {
        let Artifact { path, bytes } = artifact;
        if !is_compressible(path, bytes.len() as u64) {
            return Ok(Vec::new());
        }
        let is_known = self.has_same_siblings() && self.known(path) == Some(blake3::hash(bytes));
        let mut siblings = Vec::with_capacity(Encoding::ALL.len());
        for encoding in Encoding::ALL {
            let path = encoding.sibling(path);
            match self.old_manifest.find(&path).filter(|_| is_known) {
                // It gained nothing.
                None if is_known => continue,
                Some(known) if self.take_over(known)? => {
                    siblings.push(StagedFile::of(&known));
                    continue;
                }
                Some(_) | None => {}
            }
            if let Some(bytes) = encoding.compress(bytes, self.compression) {
                self.folder.write(&path, &bytes)?;
                siblings.push(StagedFile {
                    path,
                    hash: blake3::hash(&bytes),
                    length: bytes.len() as u64,
                });
            }
        }
        Ok(siblings)
    }

    /// Was the last publication compressed as this one is?
    pub(super) fn has_same_siblings(&self) -> bool {
        self.old_manifest.compression == self.compression
    }
}

impl StagedFile {
    fn of(entry: &Entry<'_>) -> Self {
        Self {
            path: entry.path.to_owned(),
            hash: entry.hash,
            length: entry.length,
        }
    }

    pub(super) fn entry(&self) -> Entry<'_> {
        Entry {
            path: &self.path,
            hash: self.hash,
            length: self.length,
            generation: Generation::Current,
        }
    }
}
