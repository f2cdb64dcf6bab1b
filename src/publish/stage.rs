//! A publication from its first file to the swap.

mod kept;
mod siblings;

use std::fs::{self, File};
use std::path::Path;
use std::sync::{Mutex, MutexGuard};

use blake3::Hash;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rustix::fd::OwnedFd;

use crate::artifact::Artifact;

use super::PublishError;
use super::compress::{Compression, is_sibling};
use super::folder::{StagingFolder, is_whole};
use super::lock::Lock;
use super::manifest::{Entry, Found, Generation, MANIFEST, Manifest};
use super::path::{KEPT, OWN_FOLDER, check, is_asset};
use super::report::{Report, compare};
use super::state::{Inputs, State};
use super::swap::swap;
use super::target::Target;
use siblings::StagedFile;

/// A site that is growing beside the target. Visitors see nothing of it until [`Stage::publish`]; dropping it leaves
/// the target as it was.
#[derive(Debug)]
pub struct Stage {
    target: Target,
    old: Option<OwnedFd>,
    old_manifest: Manifest,
    /// Did the target hold a manifest of ours?
    is_ours: bool,
    compression: Compression,
    staged: Mutex<Staged>,
    folder: StagingFolder,
    // Last, because fields are dropped in this order: the folder goes while the lock is still held.
    _lock: Lock,
}

/// What is in the staging folder.
#[derive(Debug)]
struct Staged {
    manifest: Manifest,
    /// Files whose old copy was damaged.
    repaired: Vec<String>,
    is_incomplete: bool,
}

impl Stage {
    /// Locks the target, clears away what dead builds left, and makes a staging folder beside it.
    ///
    /// # Errors
    /// When another build holds the lock, when the target holds what is not ours, when the file system refuses.
    pub fn open(target: &Path) -> Result<Self, PublishError> {
        let target = Target::find_or_make_parent(target)?;
        let lock = Lock::take(&target.lock_file())?;
        target.tidy()?;
        let old = target.open()?;
        if old.is_some() {
            target.refuse_mount_point()?;
        }
        let found = match &old {
            Some(folder) => Manifest::read(folder, &target.folder)?,
            None => Found::Nothing,
        };
        let (old_manifest, is_ours) = match found {
            Found::Whole(manifest, _) => (manifest, true),
            // Nothing is known about the files, so all are written again.
            Found::Damaged => (Manifest::default(), true),
            Found::Nothing => (Manifest::default(), false),
        };
        if !is_ours {
            target.refuse_foreign()?;
        }
        let staged = Staged {
            manifest: Manifest::with_room_for(&old_manifest),
            repaired: Vec::new(),
            is_incomplete: false,
        };
        Ok(Self {
            folder: StagingFolder::make(target.stage_folder())?,
            target,
            old,
            old_manifest,
            is_ours,
            compression: Compression::None,
            staged: Mutex::new(staged),
            _lock: lock,
        })
    }

    /// Gives the files that follow compressed siblings. Those of unchanged files are taken from the last publication,
    /// when it was compressed in the same way.
    #[must_use]
    pub fn compressing(mut self, compression: Compression) -> Self {
        self.compression = compression;
        self
    }

    /// Sees to it that a part of a region does not take the place of a whole one.
    ///
    /// # Errors
    /// When the target holds a publication that is not known to be a part.
    pub fn refuse_whole_site(&self) -> Result<(), PublishError> {
        let state = State::read(&self.target)?;
        if self.is_ours && state.is_none_or(|state| state.inputs.shard.is_none()) {
            return Err(PublishError::WholeSite {
                folder: self.target.folder.clone(),
            });
        }
        Ok(())
    }

    /// Stages files; several threads may do so at once. Files of one folder that follow each other cost least.
    ///
    /// # Errors
    /// When a path leaves the target or was staged before, when the file system refuses. The site cannot be published
    /// after that.
    pub fn put(&self, artifacts: &[Artifact]) -> Result<(), PublishError> {
        self.or_incomplete(|| {
            let mut batch = Vec::with_capacity(artifacts.len());
            let mut repaired = Vec::new();
            let mut made = None;
            for artifact in artifacts {
                let (entry, is_repaired) = self.put_one(artifact, &mut made)?;
                batch.push(entry);
                if is_repaired {
                    repaired.push(artifact.path.clone());
                }
            }
            let siblings: Vec<Vec<StagedFile>> = match self.compression {
                Compression::None => Vec::new(),
                Compression::Fast | Compression::Best => artifacts
                    .par_iter()
                    .map(|artifact| self.put_siblings(artifact))
                    .collect::<Result<_, _>>()?,
            };
            let mut staged = self.staged();
            for entry in batch {
                staged.manifest.push(entry);
            }
            for sibling in siblings.iter().flatten() {
                staged.manifest.push(sibling.entry());
            }
            staged.repaired.append(&mut repaired);
            Ok(())
        })
    }

    /// Stages one file; says whether it takes the place of a damaged one.
    fn put_one<'a>(
        &self,
        artifact: &'a Artifact,
        made: &mut Option<&'a str>,
    ) -> Result<(Entry<'a>, bool), PublishError> {
        let Artifact { path, bytes } = artifact;
        check(path)?;
        if is_sibling(path) {
            return Err(PublishError::BadPath {
                path: path.clone(),
                reason: "this name is for the compressed sibling of a file",
            });
        }
        let entry = Entry {
            path,
            hash: blake3::hash(bytes),
            length: bytes.len() as u64,
            generation: Generation::Current,
        };
        self.folder.make_folder_for(path, made)?;
        let is_known = self.known(path) == Some(entry.hash);
        let is_unchanged = is_known && self.is_in_old(entry);
        if !(is_unchanged && self.link(path)?) {
            self.folder.write(path, bytes)?;
        }
        Ok((entry, is_known && !is_unchanged))
    }

    /// The hash under which a file was published last.
    #[must_use]
    pub fn known(&self, path: &str) -> Option<Hash> {
        self.old_manifest.find(path).map(|entry| entry.hash)
    }

    /// Makes the staged files the site, in one step, and remembers from what they were made; see [`super::is_current`].
    ///
    /// # Errors
    /// When a file could not be staged before, when the target holds what is not ours, when the file system refuses.
    /// The old site then still stands; only a failure to flush the swap or to remember the inputs comes after it.
    pub fn publish(self, inputs: impl Into<Inputs>) -> Result<Report, PublishError> {
        if self.staged().is_incomplete {
            return Err(PublishError::Incomplete {
                stage: self.folder.path().to_owned(),
            });
        }
        if !self.is_ours {
            // Again: rendering takes a while, and someone may have put files there.
            self.target.refuse_foreign()?;
        }
        let (manifest, mut repaired) = {
            let mut staged = self.staged();
            (
                std::mem::take(&mut staged.manifest),
                std::mem::take(&mut staged.repaired),
            )
        };
        repaired.sort_unstable();
        let mut manifest = self.carry_assets(manifest)?;
        manifest.compression = self.compression;
        let difference = compare(&self.old_manifest, &manifest, &repaired);
        let state = State {
            inputs: inputs.into(),
            manifest: self.write_manifest(&manifest)?,
        };
        drop(manifest);
        self.carry_kept_files()?;
        self.folder.flush()?;
        let swap = swap(self.folder.path(), &self.target)?;
        state.write(&self.target)?;
        let left_behind = self
            .folder
            .remove()
            .err()
            .map(|_| self.folder.path().to_owned());
        Ok(Report {
            new: difference.new,
            changed: difference.changed,
            unchanged: difference.unchanged,
            gone: difference.gone,
            swap,
            left_behind,
        })
    }

    /// Throws the staged files away; the target is as it was.
    ///
    /// # Errors
    /// When the staging folder cannot be removed.
    pub fn discard(self) -> Result<(), PublishError> {
        self.folder.remove()
    }

    /// Keeps the assets of the last generation one publication longer, so that an open page does not lose its script.
    fn carry_assets(&self, mut manifest: Manifest) -> Result<Manifest, PublishError> {
        manifest.sort();
        let mut carried = Vec::new();
        for entry in self.old_manifest.entries() {
            let was_used = entry.generation == Generation::Current && is_asset(entry.path);
            let is_other_sibling = is_sibling(entry.path) && !self.has_same_siblings();
            if !was_used || is_other_sibling || manifest.find(entry.path).is_some() {
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

    fn write_manifest(&self, manifest: &Manifest) -> Result<Hash, PublishError> {
        let folder = self.folder.path().join(OWN_FOLDER);
        fs::create_dir(&folder).map_err(PublishError::io("make", &folder))?;
        let path = self.folder.path().join(MANIFEST);
        File::create_new(&path)
            .and_then(|file| manifest.write(file))
            .map_err(PublishError::io("write", &path))
    }

    /// Takes over what the repository keeps at the top of the target, and who may read the target.
    fn carry_kept_files(&self) -> Result<(), PublishError> {
        let Some(old) = &self.old else {
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

    fn is_in_old(&self, entry: Entry<'_>) -> bool {
        self.old
            .as_ref()
            .is_some_and(|old| is_whole(old, entry.path, entry.length))
    }

    fn link(&self, path: &str) -> Result<bool, PublishError> {
        self.old
            .as_ref()
            .map_or(Ok(false), |old| self.folder.link(old, path))
    }

    /// Does a piece of the work; when it fails, the site has a hole.
    fn or_incomplete<T>(
        &self,
        work: impl FnOnce() -> Result<T, PublishError>,
    ) -> Result<T, PublishError> {
        work().inspect_err(|_| self.staged().is_incomplete = true)
    }

    fn staged(&self) -> MutexGuard<'_, Staged> {
        self.staged
            .lock()
            .expect("no thread panics while it holds the list")
    }
}
