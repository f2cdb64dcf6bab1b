//! A publication from its first file to the swap.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::sync::{Mutex, MutexGuard};

use blake3::Hash;
use rustix::fd::OwnedFd;
use rustix::fs::{Mode, OFlags, openat};
use rustix::io::Errno;

use crate::artifact::Artifact;

use super::PublishError;
use super::folder::{StagingFolder, is_whole};
use super::lock::Lock;
use super::manifest::{Entry, Found, Generation, MANIFEST, Manifest};
use super::path::{KEPT, OWN_FOLDER, check, is_asset};
use super::report::{Report, compare};
use super::state::remember;
use super::swap::swap;
use super::target::Target;

/// A site that is growing beside the target. Visitors see nothing of it until [`Stage::publish`]; dropping it leaves
/// the target as it was.
#[derive(Debug)]
pub struct Stage {
    target: Target,
    old: Option<OwnedFd>,
    old_manifest: Manifest,
    /// Did the target hold a manifest of ours?
    is_ours: bool,
    staged: Mutex<Staged>,
    folder: StagingFolder,
    // Last, because fields are dropped in this order: the folder goes while the lock is still held.
    _lock: Lock,
}

/// A file of the site that was published last.
#[derive(Debug, PartialEq, Eq)]
pub enum Published {
    /// Its bytes.
    Whole(Vec<u8>),
    /// It was published, and is not there as it was.
    Damaged,
    /// It was not published.
    Nothing,
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
            staged: Mutex::new(staged),
            _lock: lock,
        })
    }

    /// Stages files; several threads may do so at once. Files of one folder that follow each other cost least.
    ///
    /// # Errors
    /// When a path leaves the target or was staged before, when the file system refuses. The site cannot be published
    /// after that.
    pub fn put(&self, artifacts: &[Artifact]) -> Result<(), PublishError> {
        let mut batch = Vec::with_capacity(artifacts.len());
        let mut repaired = Vec::new();
        let mut made = None;
        for artifact in artifacts {
            let put = self.put_one(artifact, &mut made);
            let (entry, is_repaired) = put.inspect_err(|_| self.staged().is_incomplete = true)?;
            batch.push(entry);
            if is_repaired {
                repaired.push(artifact.path.clone());
            }
        }
        let mut staged = self.staged();
        for entry in batch {
            staged.manifest.push(entry);
        }
        staged.repaired.append(&mut repaired);
        Ok(())
    }

    /// Stages one file; says whether it takes the place of a damaged one.
    fn put_one<'a>(
        &self,
        artifact: &'a Artifact,
        made: &mut Option<&'a str>,
    ) -> Result<(Entry<'a>, bool), PublishError> {
        let Artifact { path, bytes } = artifact;
        check(path)?;
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

    /// A file as it was published last, whatever is staged since.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn published(&self, path: &str) -> Result<Published, PublishError> {
        let Some(old) = self.old.as_ref().filter(|_| self.is_ours) else {
            return Ok(Published::Nothing);
        };
        let entry = self.old_manifest.find(path);
        // Of a site whose manifest is damaged nothing is known but that it is ours.
        let is_listed = entry.is_some() || self.old_manifest.len() == 0;
        if !is_listed {
            return Ok(Published::Nothing);
        }
        let missing = entry.map_or(Published::Nothing, |_| Published::Damaged);
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let whole_path = self.target.folder.join(path);
        let file = match openat(old, path, flags, Mode::empty()) {
            Ok(file) => file,
            // Not there, or something else is.
            Err(Errno::NOENT | Errno::NOTDIR | Errno::LOOP) => return Ok(missing),
            Err(errno) => return Err(PublishError::io("read", &whole_path)(errno)),
        };
        let mut bytes = Vec::new();
        match File::from(file).read_to_end(&mut bytes) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::IsADirectory => return Ok(missing),
            Err(error) => return Err(PublishError::io("read", &whole_path)(error)),
        }
        let is_as_published = entry.is_none_or(|entry| blake3::hash(&bytes) == entry.hash);
        Ok(if is_as_published {
            Published::Whole(bytes)
        } else {
            Published::Damaged
        })
    }

    /// Stages a file as it was published last, without its bytes. `false` when it is not there any more, or damaged:
    /// then [`Stage::put`] it.
    ///
    /// # Errors
    /// When the path was staged before, when the file system refuses. The site cannot be published after that.
    pub fn keep(&self, path: &str) -> Result<bool, PublishError> {
        let Some(known) = self.old_manifest.find(path) else {
            return Ok(false);
        };
        let kept = self
            .take_over(known)
            .inspect_err(|_| self.staged().is_incomplete = true)?;
        if kept {
            self.staged().manifest.push(Entry {
                generation: Generation::Current,
                ..known
            });
        }
        Ok(kept)
    }

    /// Makes the staged files the site, in one step. `fingerprint` stands for all inputs; see [`super::is_current`].
    ///
    /// # Errors
    /// When a file could not be staged before, when the target holds what is not ours, when the file system refuses.
    /// The old site then still stands; only a failure to flush the swap or to remember the inputs comes after it.
    pub fn publish(self, fingerprint: &[u8; 32]) -> Result<Report, PublishError> {
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
        let manifest = self.carry_assets(manifest)?;
        let difference = compare(&self.old_manifest, &manifest, &repaired);
        let manifest_hash = self.write_manifest(&manifest)?;
        drop(manifest);
        self.carry_kept_files()?;
        self.folder.flush()?;
        let swap = swap(self.folder.path(), &self.target)?;
        remember(&self.target, fingerprint, manifest_hash)?;
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
            if !was_used || manifest.find(entry.path).is_some() {
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

    /// Stages a file of the old site; `false` when it is not there whole.
    fn take_over(&self, entry: Entry<'_>) -> Result<bool, PublishError> {
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

    fn staged(&self) -> MutexGuard<'_, Staged> {
        self.staged
            .lock()
            .expect("no thread panics while it holds the list")
    }
}
