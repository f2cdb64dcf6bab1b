//! What a publication would change, without touching anything.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::artifact::Artifact;

use super::PublishError;
use super::compress::Compression;
use super::manifest::{Entry, Generation, Manifest};
use super::old_site::{Earlier, OldSite};
use super::path::check;
use super::report::{Difference, compare};
use super::target::Target;

/// A publication that is only compared with what stands in the target. It takes no lock and writes nothing.
#[derive(Debug)]
pub struct Rehearsal {
    folder: PathBuf,
    /// Absent when what it would stand in is not there.
    target: Option<Target>,
    published: OldSite,
    compression: Compression,
    manifest: Manifest,
    repaired: Vec<String>,
}

impl Rehearsal {
    /// Looks at the target, which need not be there.
    ///
    /// # Errors
    /// When the target could not be published to, or cannot be read.
    pub fn open(target: &Path) -> Result<Self, PublishError> {
        let found = match Target::find(target) {
            Ok(target) => Some(target),
            Err(PublishError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let published = match &found {
            Some(target) => OldSite::find(target)?,
            None => OldSite::nothing(),
        };
        Ok(Self {
            folder: target.to_owned(),
            target: found,
            manifest: Manifest::with_room_for(&published.manifest),
            published,
            compression: Compression::None,
            repaired: Vec::new(),
        })
    }

    /// As [`Stage::compressing`](super::Stage::compressing), but nothing is compressed.
    #[must_use]
    pub fn compressing(mut self, compression: Compression) -> Self {
        self.compression = compression;
        self
    }

    /// As [`Stage::refuse_whole_site`](super::Stage::refuse_whole_site).
    ///
    /// # Errors
    /// When the target holds a publication that is not known to be a part.
    pub fn refuse_whole_site(&self) -> Result<(), PublishError> {
        let target = self.target.as_ref();
        target.map_or(Ok(()), |target| self.published.refuse_whole_site(target))
    }

    /// Compares files, and forgets their bytes.
    ///
    /// # Errors
    /// When a path leaves the target.
    pub fn put(&mut self, artifacts: &[Artifact]) -> Result<(), PublishError> {
        for Artifact { path, bytes } in artifacts {
            check(path)?;
            let entry = Entry {
                path,
                hash: blake3::hash(bytes),
                length: bytes.len() as u64,
                generation: Generation::Current,
            };
            let known = self.published.manifest.find(path);
            let is_known = known.is_some_and(|known| known.hash == entry.hash);
            if is_known && !self.published.has(entry) {
                self.repaired.push(path.clone());
            }
            self.manifest.push(entry);
        }
        Ok(())
    }

    /// A file as it was published last.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn earlier(&self, path: &str) -> Result<Earlier, PublishError> {
        self.published.read(path, &self.folder)
    }

    /// Counts everything outside these folders as it stands.
    ///
    /// # Errors
    /// When nothing was published, when it was compressed in another way, when a file of it is not there any more.
    pub fn keep_outside(&mut self, folders: &[String]) -> Result<(), PublishError> {
        for entry in self.published.outside(folders, &self.folder)? {
            if self.published.manifest.compression != self.compression {
                return Err(PublishError::OtherCompression {
                    folder: self.folder.clone(),
                    published: self.published.manifest.compression,
                });
            }
            if !self.published.has(entry) {
                return Err(PublishError::NotWhole {
                    path: self.folder.join(entry.path),
                });
            }
            self.manifest.push(entry);
        }
        Ok(())
    }

    /// What a publication of these files would change.
    ///
    /// # Errors
    /// When two files have one path.
    pub fn difference(mut self) -> Result<Difference, PublishError> {
        self.manifest.sort();
        let paths = self.manifest.entries().map(|entry| entry.path);
        let mut pairs = paths.clone().zip(paths.skip(1));
        if let Some((path, _)) = pairs.find(|(one, other)| one == other) {
            return Err(PublishError::Twice {
                path: path.to_owned(),
            });
        }
        let carried: Vec<Entry<'_>> = self
            .published
            .assets_beside(&self.manifest)
            .filter(|entry| self.published.has(*entry))
            .collect();
        let mut whole = Manifest::with_room_for(&self.manifest);
        for entry in self.manifest.entries().chain(carried) {
            whole.push(entry);
        }
        whole.sort();
        self.repaired.sort_unstable();
        Ok(Difference {
            foreign: self.published.foreign(&self.folder),
            ..compare(&self.published.manifest, &whole, &self.repaired)
        })
    }
}
