//! What stands in a target before a publication.

use rustix::fd::OwnedFd;

use super::PublishError;
use super::folder::is_whole;
use super::manifest::{Entry, Found, Generation, Manifest};
use super::path::is_asset;
use super::target::Target;

/// The folder that stands in the target, and what its manifest says.
#[derive(Debug)]
pub(super) struct OldSite {
    /// The folder; absent when there is none.
    pub(super) folder: Option<OwnedFd>,
    /// What was published; nothing when that cannot be read.
    pub(super) manifest: Manifest,
    /// Did the target hold a manifest of ours?
    pub(super) is_ours: bool,
}

impl OldSite {
    /// Nothing.
    pub(super) fn nothing() -> Self {
        Self {
            folder: None,
            manifest: Manifest::default(),
            is_ours: false,
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
        let (manifest, is_ours) = match found {
            Found::Whole(manifest, _) => (manifest, true),
            // Nothing is known about the files, so all are written again.
            Found::Damaged => (Manifest::default(), true),
            Found::Nothing => (Manifest::default(), false),
        };
        if !is_ours {
            target.refuse_foreign()?;
        }
        Ok(Self {
            folder,
            manifest,
            is_ours,
        })
    }

    /// Does the file still stand there with its length?
    pub(super) fn has(&self, entry: Entry<'_>) -> bool {
        self.folder
            .as_ref()
            .is_some_and(|folder| is_whole(folder, entry.path, entry.length))
    }

    /// Everything outside these folders at the top.
    ///
    /// # Errors
    /// When there is no publication that could be built upon.
    pub(super) fn outside<'a>(
        &'a self,
        folders: &'a [String],
        target: &std::path::Path,
    ) -> Result<impl Iterator<Item = Entry<'a>>, PublishError> {
        if self.manifest.len() == 0 {
            return Err(PublishError::NothingToKeep {
                folder: target.to_owned(),
            });
        }
        let is_outside = |entry: &Entry<'_>| {
            let top = entry.path.split_once('/').map(|(top, _)| top);
            !folders.iter().any(|folder| Some(folder.as_str()) == top)
        };
        Ok(self.manifest.entries().filter(is_outside))
    }

    /// Assets of the last generation that a new site does not use: they stay for one publication more, so that an open
    /// page does not lose its script.
    pub(super) fn assets_beside<'a>(&'a self, new: &Manifest) -> impl Iterator<Item = Entry<'a>> {
        self.manifest.entries().filter(move |entry| {
            entry.generation == Generation::Current
                && is_asset(entry.path)
                && new.find(entry.path).is_none()
        })
    }
}
