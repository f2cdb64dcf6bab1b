//! What stands in a target before a publication.

use std::io::Read as _;
use std::path::Path;

use rustix::fd::OwnedFd;
use rustix::fs::OFlags;
use rustix::io::Errno;
use walkdir::WalkDir;

use super::PublishError;
use super::folder::{is_whole, open_file};
use super::manifest::{Entry, Found, Generation, MANIFEST, Manifest};
use super::path::{KEPT, is_asset, without_encoding};
use super::state::State;
use super::target::Target;

/// The most that is read of a journal or a list of shown outcomes that no manifest vouches for, in bytes: 512 MiB, what a thousand
/// providers show in forty years of quarters. Those of the demonstration take less than one.
pub const LARGEST_EARLIER: u64 = 512 * 1024 * 1024;

/// The folder that stands in the target, and what its manifest says.
#[derive(Debug)]
pub(super) struct OldSite {
    /// The folder; absent when there is none.
    pub(super) folder: Option<OwnedFd>,
    /// What was published; nothing when that cannot be read.
    pub(super) manifest: Manifest,
    /// Did the target hold a manifest of ours?
    pub(super) is_ours: bool,
    /// Did the build that published it come to its end?
    is_finished: bool,
}

/// A file of the site that was published last.
#[derive(Debug, PartialEq, Eq)]
pub enum Earlier {
    /// Its bytes.
    Whole(Vec<u8>),
    /// It was published, and is not there as it was.
    Damaged,
    /// It was not published.
    Nothing,
}

impl OldSite {
    /// Nothing.
    pub(super) fn nothing() -> Self {
        Self {
            folder: None,
            manifest: Manifest::default(),
            is_ours: false,
            is_finished: true,
        }
    }

    /// Looks at a target, and refuses one that cannot be replaced or holds what is not ours.
    pub(super) fn find(target: &Target) -> Result<Self, PublishError> {
        let folder = target.open()?;
        if folder.is_some() {
            target.refuse_mount_point()?;
        }
        let found = match &folder {
            Some(folder) => Manifest::read(folder, &target.folder)?,
            None => Found::Nothing,
        };
        let (manifest, is_ours, is_finished) = match found {
            Found::Whole(manifest, hash) => {
                let state = State::read(target)?;
                (
                    manifest,
                    true,
                    state.is_some_and(|state| state.manifest == hash),
                )
            }
            // Nothing is known about the files, so all are written again.
            Found::Damaged => (Manifest::default(), true, true),
            Found::Nothing => (Manifest::default(), false, true),
        };
        if !is_ours {
            target.refuse_foreign()?;
        }
        Ok(Self {
            folder,
            manifest,
            is_ours,
            is_finished,
        })
    }

    /// Sees to it that a part of a region does not take the place of a whole one.
    pub(super) fn refuse_whole_site(&self, target: &Target) -> Result<(), PublishError> {
        let state = State::read(target)?;
        if self.is_ours && state.is_none_or(|state| state.inputs.shard.is_none()) {
            return Err(PublishError::WholeSite {
                folder: target.folder.clone(),
            });
        }
        Ok(())
    }

    /// Does the file still stand there with its length?
    pub(super) fn has(&self, entry: Entry<'_>) -> bool {
        self.folder
            .as_ref()
            .is_some_and(|folder| is_whole(folder, entry.path, entry.length))
    }

    /// A file as it was published last, whatever was staged since.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub(super) fn read(&self, path: &str, target: &Path) -> Result<Earlier, PublishError> {
        let Some(old) = self.folder.as_ref().filter(|_| self.is_ours) else {
            return Ok(Earlier::Nothing);
        };
        let entry = self.manifest.find(path);
        // Of a site whose manifest is damaged nothing is known but that it is ours.
        let is_listed = entry.is_some() || self.manifest.len() == 0;
        if !is_listed {
            return Ok(Earlier::Nothing);
        }
        let missing = entry.map_or(Earlier::Nothing, |_| Earlier::Damaged);
        let whole_path = target.join(path);
        let file = match open_file(old, path, OFlags::NOFOLLOW) {
            Ok(Some(file)) => file,
            // Not there, or something else is.
            Ok(None) | Err(Errno::NOENT | Errno::NOTDIR | Errno::LOOP) => return Ok(missing),
            Err(errno) => return Err(PublishError::io("read", &whole_path)(errno)),
        };
        // Of a damaged manifest the length is not known.
        let longest = entry.map_or(LARGEST_EARLIER, |entry| entry.length);
        let mut bytes = Vec::new();
        file.take(longest + 1)
            .read_to_end(&mut bytes)
            .map_err(PublishError::io("read", &whole_path))?;
        if bytes.len() as u64 > longest {
            return Ok(Earlier::Damaged);
        }
        let is_as_published = entry.is_none_or(|entry| blake3::hash(&bytes) == entry.hash);
        Ok(if is_as_published {
            Earlier::Whole(bytes)
        } else {
            Earlier::Damaged
        })
    }

    /// Everything but these folders and files at the top, the siblings of the files included.
    ///
    /// # Errors
    /// When there is no publication that could be built upon.
    pub(super) fn outside<'a>(
        &'a self,
        folders: &'a [String],
        target: &Path,
    ) -> Result<impl Iterator<Item = Entry<'a>>, PublishError> {
        if self.manifest.len() == 0 {
            return Err(PublishError::NothingToKeep {
                folder: target.to_owned(),
            });
        }
        let is_outside = |entry: &Entry<'_>| {
            let top = match entry.path.split_once('/') {
                Some((top, _)) => top,
                None => without_encoding(entry.path),
            };
            !folders.iter().any(|folder| *folder == top)
        };
        Ok(self.manifest.entries().filter(is_outside))
    }

    /// The files of a folder with this site that it did not publish, sorted. A folder in it that cannot be read is passed over:
    /// it cannot be removed either, which is said. Of a site whose manifest is damaged nobody can tell, so there are none.
    pub(super) fn foreign(&self, folder: &Path) -> Vec<String> {
        if self.manifest.len() == 0 {
            return Vec::new();
        }
        let found = WalkDir::new(folder).into_iter().filter_map(Result::ok);
        let mut foreign: Vec<String> = found
            .filter(|entry| !entry.file_type().is_dir())
            .filter_map(|entry| {
                let inside = entry.path().strip_prefix(folder).ok()?;
                Some(inside.to_string_lossy().into_owned())
            })
            .filter(|path| {
                let is_own = path == MANIFEST || KEPT.contains(&path.as_str());
                !is_own && self.manifest.find(path).is_none()
            })
            .collect();
        foreign.sort_unstable();
        foreign
    }

    /// Assets of the last generation that a new site does not use: they stay for one publication more, so that an open
    /// page does not lose its script. A build that was killed right after its swap is done again by the next one, which
    /// keeps what that one kept.
    pub(super) fn assets_beside<'a>(&'a self, new: &Manifest) -> impl Iterator<Item = Entry<'a>> {
        self.manifest.entries().filter(move |entry| {
            (entry.generation == Generation::Current || !self.is_finished)
                && is_asset(entry.path)
                && new.find(entry.path).is_none()
        })
    }
}
