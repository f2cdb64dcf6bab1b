//! What stands in a published folder, by its own list, and the account that was kept of it.

use std::path::{Path, PathBuf};

use blake3::Hash;

use super::PublishError;
use super::lock::Lock;
use super::manifest::{Found, MANIFEST, Manifest};
use super::path::KEPT;
use super::state::State;
use super::target::{Target, open_folder};

/// One published file, as the list has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishedFile<'a> {
    /// Its path below the folder.
    pub path: &'a str,
    /// Its length in bytes.
    pub length: u64,
    /// The BLAKE3 hash of its bytes.
    pub hash: Hash,
}

/// What a folder is.
#[derive(Debug)]
pub enum Standing {
    /// A publication of ours.
    Published(Published),
    /// A publication of ours whose list cannot be understood.
    Damaged,
    /// None of ours, or no folder.
    Nothing,
}

/// A publication, by its list. Whether the files are so is for who reads them.
#[derive(Debug)]
pub struct Published {
    folder: PathBuf,
    manifest: Manifest,
    hash: Hash,
    account: Option<String>,
    _lock: Option<Lock>,
}

impl Published {
    /// Reads the list of a folder, which may be a copy of a target.
    ///
    /// # Errors
    /// When the folder or its list cannot be read.
    pub fn look(folder: &Path) -> Result<Standing, PublishError> {
        let opened = open_folder(folder)?;
        let found = Manifest::read(&opened, folder)?;
        Ok(Standing::of(found, |manifest, hash| Self {
            folder: folder.to_owned(),
            manifest,
            hash,
            account: None,
            _lock: None,
        }))
    }

    /// Reads the list and the account of a target, and keeps builds from replacing it as long as this lives.
    ///
    /// # Errors
    /// When a build holds the lock, when something that is there cannot be read.
    pub fn hold(target: &Path) -> Result<Standing, PublishError> {
        let target = Target::find(target)?;
        if target.open()?.is_none() {
            return Ok(Standing::Nothing);
        }
        let lock = Lock::take(&target.lock_file())?;
        // Only now: a build that was ready in between has put another folder here.
        let Some(opened) = target.open()? else {
            return Ok(Standing::Nothing);
        };
        let found = Manifest::read(&opened, &target.folder)?;
        let account = match &found {
            Found::Whole(_, hash) => State::read(&target)?
                .filter(|state| state.manifest == *hash)
                .and_then(|state| state.account),
            Found::Damaged | Found::Nothing => None,
        };
        Ok(Standing::of(found, |manifest, hash| Self {
            folder: target.folder,
            manifest,
            hash,
            account,
            _lock: Some(lock),
        }))
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What was kept of the site when it was published.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    /// Every published file, in order of path.
    pub fn files(&self) -> impl Iterator<Item = PublishedFile<'_>> {
        self.manifest.entries().map(|entry| PublishedFile {
            path: entry.path,
            length: entry.length,
            hash: entry.hash,
        })
    }

    /// Whether a path is in the list.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        self.manifest.find(path).is_some()
    }

    /// The BLAKE3 hash of the list itself.
    #[must_use]
    pub fn list_hash(&self) -> Hash {
        self.hash
    }

    /// Where the list lies in the folder.
    pub const LIST: &str = MANIFEST;

    /// Whether a path at the top of the folder is the repository's own, and no part of a publication.
    #[must_use]
    pub fn is_kept(path: &str) -> bool {
        KEPT.contains(&path)
    }
}

impl Standing {
    fn of(found: Found, published: impl FnOnce(Manifest, Hash) -> Published) -> Self {
        match found {
            Found::Whole(manifest, hash) => Self::Published(published(manifest, hash)),
            Found::Damaged => Self::Damaged,
            Found::Nothing => Self::Nothing,
        }
    }
}
