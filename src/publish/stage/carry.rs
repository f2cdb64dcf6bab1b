//! What a new site takes over from the one before, without its bytes being made again.

use std::fs;

use crate::publish::PublishError;
use crate::publish::compress::is_sibling;
use crate::publish::manifest::{Entry, Generation, Manifest};
use crate::publish::path::KEPT;
use crate::sources::read_at_most;

use super::Stage;

impl Stage {
    /// Stages everything that was published outside these folders at the top, as it stands.
    ///
    /// # Errors
    /// When nothing was published, when it was compressed in another way, when a file of it is not there any more, when the
    /// file system refuses. The site cannot be published after that.
    pub fn keep_outside(&self, folders: &[String]) -> Result<(), PublishError> {
        self.or_incomplete(|| {
            for entry in self.old.outside(folders, &self.target.folder)? {
                if !self.has_same_siblings() {
                    return Err(PublishError::OtherCompression {
                        folder: self.target.folder.clone(),
                        published: self.old.manifest.compression,
                    });
                }
                if !self.take_over(entry)? {
                    return Err(PublishError::NotWhole {
                        path: self.target.folder.join(entry.path),
                    });
                }
                self.staged().manifest.push(entry);
            }
            Ok(())
        })
    }

    /// Keeps the assets of the last generation one publication longer, so that an open page does not lose its script.
    pub(super) fn carry_assets(&self, mut manifest: Manifest) -> Result<Manifest, PublishError> {
        manifest.sort();
        let unused: Vec<Entry<'_>> = self.old.assets_beside(&manifest).collect();
        let mut carried = Vec::new();
        for entry in unused {
            if is_sibling(entry.path) && !self.has_same_siblings() {
                continue;
            }
            match self.take_over(entry) {
                Ok(true) => carried.push(Entry {
                    generation: Generation::Previous,
                    ..entry
                }),
                // Not there any more, or the new site needs its place for a folder.
                Ok(false) | Err(PublishError::Twice { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        if !carried.is_empty() {
            for entry in carried {
                manifest.push(entry);
            }
            manifest.sort();
        }
        Ok(manifest)
    }

    /// Takes over what the repository keeps at the top of the target, and who may read the target.
    pub(super) fn carry_kept_files(&self) -> Result<(), PublishError> {
        let Some(old) = &self.old.folder else {
            return Ok(());
        };
        for name in KEPT {
            let (from, to) = (self.target.folder.join(name), self.folder.path().join(name));
            if fs::symlink_metadata(&from).is_ok() && !self.folder.link(old, name)? {
                fs::copy(&from, &to).map_err(PublishError::io("copy", &from))?;
            }
        }
        fs::metadata(&self.target.folder)
            .and_then(|found| fs::set_permissions(self.folder.path(), found.permissions()))
            .map_err(PublishError::io(
                "take over the permissions of",
                &self.target.folder,
            ))
    }

    /// Stages a file of the old site; `false` when it is not there whole.
    pub(super) fn take_over(&self, entry: Entry<'_>) -> Result<bool, PublishError> {
        if !self.old.has(entry) {
            return Ok(false);
        }
        self.folder.make_folder_for(entry.path, &mut None)?;
        if self.link(entry.path)? {
            return Ok(true);
        }
        let from = self.target.folder.join(entry.path);
        let read = read_at_most(&from, entry.length).map_err(PublishError::io("read", &from))?;
        let Some(bytes) = read.filter(|bytes| blake3::hash(bytes) == entry.hash) else {
            return Ok(false);
        };
        self.folder.write(entry.path, &bytes)?;
        Ok(true)
    }
}
