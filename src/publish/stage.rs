//! A publication from its first file to the swap.

mod carry;

use std::fs::{self, File};
use std::path::Path;
use std::sync::{Mutex, MutexGuard};

use blake3::Hash;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::artifact::Artifact;

use super::PublishError;
use super::compress::{Compression, Encoding, is_compressible, is_sibling};
use super::folder::StagingFolder;
use super::lock::Lock;
use super::manifest::{Entry, Generation, MANIFEST, Manifest};
use super::old_site::{Earlier, OldSite};
use super::path::{OWN_FOLDER, check};
use super::report::{Report, compare};
use super::shown::NewShown;
use super::state::{Inputs, State};
use super::swap::swap;
use super::target::Target;

/// A site that is growing beside the target. Visitors see nothing of it until [`Stage::publish`]; dropping it leaves
/// the target as it was.
#[derive(Debug)]
pub struct Stage {
    target: Target,
    old: OldSite,
    compression: Compression,
    /// What is remembered of the site beside its inputs.
    account: Option<String>,
    /// The file of which a copy is kept beside it, whatever becomes of it.
    remembered: Option<&'static str>,
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

/// A file whose bytes were staged.
struct StagedFile {
    path: String,
    hash: Hash,
    length: u64,
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
        let old = OldSite::find(&target)?;
        let staged = Staged {
            manifest: Manifest::with_room_for(&old.manifest),
            repaired: Vec::new(),
            is_incomplete: false,
        };
        Ok(Self {
            folder: StagingFolder::make(target.stage_folder())?,
            target,
            old,
            compression: Compression::None,
            account: None,
            remembered: None,
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

    /// Keeps an account of the site beside it: lines of text about from what it was made. See [`super::Published`].
    #[must_use]
    pub fn with_account(mut self, account: Option<String>) -> Self {
        self.account = account;
        self
    }

    /// Keeps a copy of a file beside the site, which outlives it. See [`super::Memory`].
    #[must_use]
    pub fn remembering(mut self, path: &'static str) -> Self {
        self.remembered = Some(path);
        self
    }

    /// Sees to it that a part of a region does not take the place of a whole one.
    ///
    /// # Errors
    /// When the target holds a publication that is not known to be a part.
    pub fn refuse_whole_site(&self) -> Result<(), PublishError> {
        self.old.refuse_whole_site(&self.target)
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
        let is_unchanged = is_known && self.old.has(entry);
        if !(is_unchanged && self.link(path)?) {
            self.folder.write(path, bytes)?;
        }
        Ok((entry, is_known && !is_unchanged))
    }

    /// Stages the compressed siblings of a file that was staged.
    fn put_siblings(&self, artifact: &Artifact) -> Result<Vec<StagedFile>, PublishError> {
        let Artifact { path, bytes } = artifact;
        if !is_compressible(path, bytes.len() as u64) {
            return Ok(Vec::new());
        }
        let is_known = self.has_same_siblings() && self.known(path) == Some(blake3::hash(bytes));
        let mut siblings = Vec::with_capacity(Encoding::ALL.len());
        for encoding in Encoding::ALL {
            let path = encoding.sibling(path);
            match self.old.manifest.find(&path).filter(|_| is_known) {
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
    fn has_same_siblings(&self) -> bool {
        self.old.manifest.compression == self.compression
    }

    /// Stages a file as the manifest of another folder lists it; `read` gives its bytes, and is not asked when they
    /// stand in the target already. `None` when the bytes are not those that are listed.
    pub(super) fn put_listed(
        &self,
        entry: Entry<'_>,
        read: impl FnOnce() -> Result<Vec<u8>, PublishError>,
    ) -> Result<Option<()>, PublishError> {
        self.or_incomplete(|| {
            let is_known = self.known(entry.path) == Some(entry.hash);
            let is_taken = is_known && self.take_over(entry)?;
            if !is_taken {
                let bytes = read()?;
                if blake3::hash(&bytes) != entry.hash {
                    return Ok(None);
                }
                self.folder.make_folder_for(entry.path, &mut None)?;
                self.folder.write(entry.path, &bytes)?;
            }
            let mut staged = self.staged();
            if is_known && !is_taken {
                staged.repaired.push(entry.path.to_owned());
            }
            staged.manifest.push(entry);
            Ok(Some(()))
        })
    }

    /// The hash under which a file was published last.
    fn known(&self, path: &str) -> Option<Hash> {
        self.old.manifest.find(path).map(|entry| entry.hash)
    }

    /// A file as it was published last, whatever is staged since.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn earlier(&self, path: &str) -> Result<Earlier, PublishError> {
        self.old.read(path, &self.target.folder)
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
        if !self.old.is_ours {
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
        let difference = compare(&self.old.manifest, &manifest, &repaired);
        let state = State {
            inputs: inputs.into(),
            manifest: self.write_manifest(&manifest)?,
            account: self.account.clone(),
        };
        let remembered = self.remembered.filter(|path| manifest.find(path).is_some());
        drop(manifest);
        self.carry_kept_files()?;
        let shown = remembered
            .map(|path| NewShown::prepare(&self.target, &self.folder.path().join(path)))
            .transpose()?;
        let state = state.prepare(&self.target)?;
        self.folder.flush()?;
        let swap = swap(self.folder.path(), &self.target)?;
        // Before the state, so that no site counts as finished that could be forgotten.
        shown.map_or(Ok(()), NewShown::place)?;
        state.place()?;
        // Under the name of the stage stands the old site now, and nobody adds to it any more.
        let foreign = self.old.foreign(self.folder.path());
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
            foreign,
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

    fn write_manifest(&self, manifest: &Manifest) -> Result<Hash, PublishError> {
        let folder = self.folder.path().join(OWN_FOLDER);
        fs::create_dir(&folder).map_err(PublishError::io("make", &folder))?;
        let path = self.folder.path().join(MANIFEST);
        File::create_new(&path)
            .and_then(|file| manifest.write(file))
            .map_err(PublishError::io("write", &path))
    }

    fn link(&self, path: &str) -> Result<bool, PublishError> {
        self.old
            .folder
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

impl StagedFile {
    fn of(entry: &Entry<'_>) -> Self {
        Self {
            path: entry.path.to_owned(),
            hash: entry.hash,
            length: entry.length,
        }
    }

    fn entry(&self) -> Entry<'_> {
        Entry {
            path: &self.path,
            hash: self.hash,
            length: self.length,
            generation: Generation::Current,
        }
    }
}
