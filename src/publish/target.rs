//! The folder visitors see, and what stands beside it.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fd::OwnedFd;
use rustix::fs::{Mode, OFlags};

use super::PublishError;
use super::folder::remove_folder;
use super::lock::Lock;
use super::manifest::{Found, Manifest};
use super::path::KEPT;
use super::shown;

/// The folder a site is published to. Symbolic links are followed first, so that a swap replaces the folder itself and
/// two ways to write one folder meet at one lock.
#[derive(Debug, Clone)]
pub(super) struct Target {
    /// The folder visitors see.
    pub(super) folder: PathBuf,
    /// What it stands in.
    pub(super) parent: PathBuf,
    name: OsString,
}

impl Target {
    /// Finds the target; it need not exist, but what it stands in must.
    pub(super) fn find(path: &Path) -> Result<Self, PublishError> {
        let not_a_folder = || PublishError::NotAFolder {
            path: path.to_owned(),
        };
        match fs::canonicalize(path) {
            Ok(folder) => {
                let name = folder.file_name().ok_or_else(not_a_folder)?.to_owned();
                let parent = folder.parent().ok_or_else(not_a_folder)?.to_owned();
                Ok(Self {
                    folder,
                    parent,
                    name,
                })
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if let Ok(pointed_at) = fs::read_link(path) {
                    return Self::find(&parent_of(path).join(pointed_at));
                }
                let name = path.file_name().ok_or_else(not_a_folder)?.to_owned();
                let above = parent_of(path);
                let parent = fs::canonicalize(above).map_err(PublishError::io("find", above))?;
                Ok(Self {
                    folder: parent.join(&name),
                    parent,
                    name,
                })
            }
            Err(error) => Err(PublishError::io("find", path)(error)),
        }
    }

    /// As [`Target::find`], but first makes what the target stands in.
    pub(super) fn find_or_make_parent(path: &Path) -> Result<Self, PublishError> {
        let above = parent_of(path);
        fs::create_dir_all(above).map_err(PublishError::io("make", above))?;
        Self::find(path)
    }

    /// Held by the build that publishes.
    pub(super) fn lock_file(&self) -> PathBuf {
        self.beside(".lock")
    }

    /// From which inputs the site was made.
    pub(super) fn state_file(&self) -> PathBuf {
        self.beside(".state")
    }

    /// Where the state is written before it gets its name.
    pub(super) fn new_state_file(&self) -> PathBuf {
        self.beside(".state-new")
    }

    /// What was shown until now.
    pub(super) fn shown_file(&self) -> PathBuf {
        self.beside(".shown")
    }

    /// Where that is written before it gets its name.
    pub(super) fn new_shown_file(&self) -> PathBuf {
        self.beside(".shown-new")
    }

    /// Where the site of this process grows.
    pub(super) fn stage_folder(&self) -> PathBuf {
        self.beside(&format!("{STAGE}{}", std::process::id()))
    }

    /// The old site between two renames.
    pub(super) fn previous_folder(&self) -> PathBuf {
        self.beside(".previous")
    }

    /// The folder, if it is there.
    pub(super) fn open(&self) -> Result<Option<OwnedFd>, PublishError> {
        match open_folder(&self.folder) {
            Ok(folder) => Ok(Some(folder)),
            Err(PublishError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {
                Ok(None)
            }
            Err(PublishError::Io { source, .. }) if source.kind() == ErrorKind::NotADirectory => {
                Err(PublishError::NotAFolder {
                    path: self.folder.clone(),
                })
            }
            Err(error) => Err(error),
        }
    }

    /// Undoes what a dead build left: puts an old site back that stood between two renames, keeps what it showed, removes
    /// its stage. Only for who holds the lock.
    pub(super) fn tidy(&self) -> Result<(), PublishError> {
        self.settle_previous()?;
        shown::settle(self)?;
        for left in self.left_overs()? {
            remove_folder(&left)?;
        }
        Ok(())
    }

    /// Removes the old site of two renames once a whole one stands in the target, and otherwise puts it back: it may be
    /// the only one.
    fn settle_previous(&self) -> Result<(), PublishError> {
        let previous = self.previous_folder();
        if !previous.exists() {
            return Ok(());
        }
        if let Some(folder) = self.open()? {
            match Manifest::read(&folder, &self.folder)? {
                Found::Whole(..) => return remove_folder(&previous),
                Found::Nothing if self.foreign()?.is_empty() => self.hand_kept_to(&previous)?,
                Found::Damaged | Found::Nothing => {
                    return Err(PublishError::TwoSites {
                        folder: self.folder.clone(),
                        previous,
                    });
                }
            }
        }
        // A folder takes the place of an empty one.
        fs::rename(&previous, &self.folder).map_err(PublishError::io("put back", &self.folder))
    }

    /// What the repository keeps in the target goes to the site that is put back, so that the target is empty.
    fn hand_kept_to(&self, previous: &Path) -> Result<(), PublishError> {
        for name in names_in(&self.folder)? {
            fs::rename(self.folder.join(&name), previous.join(&name))
                .map_err(PublishError::io("put back", &previous.join(&name)))?;
        }
        Ok(())
    }

    /// The stages, the unplaced state and the unplaced list that stand beside the target: of builds that died, for who holds the lock.
    pub(super) fn left_overs(&self) -> Result<Vec<PathBuf>, PublishError> {
        let mut prefix = OsString::from(".");
        prefix.push(&self.name);
        prefix.push(STAGE);
        let unplaced = [self.new_state_file(), self.new_shown_file()];
        let is_left = |name: &OsString| {
            let is_unplaced = |file: &PathBuf| file.file_name() == Some(name.as_os_str());
            name.as_encoded_bytes()
                .starts_with(prefix.as_encoded_bytes())
                || unplaced.iter().any(is_unplaced)
        };
        let names = names_in(&self.parent)?;
        let left = names.into_iter().filter(is_left);
        Ok(left.map(|name| self.parent.join(name)).collect())
    }

    /// Refuses a target that is a mount point: no folder beside it is on its file system.
    pub(super) fn refuse_mount_point(&self) -> Result<(), PublishError> {
        let device = |path: &Path| {
            fs::metadata(path)
                .map(|found| found.dev())
                .map_err(PublishError::io("look at", path))
        };
        if device(&self.folder)? == device(&self.parent)? {
            Ok(())
        } else {
            Err(PublishError::MountPoint {
                path: self.folder.clone(),
            })
        }
    }

    /// Refuses a folder without a manifest of ours that holds more than the repository keeps there.
    pub(super) fn refuse_foreign(&self) -> Result<(), PublishError> {
        if !self.folder.exists() {
            return Ok(());
        }
        let found = match self.foreign()?.as_slice() {
            [] => return Ok(()),
            [only] => only.clone(),
            [first, second] => format!("{first} and {second}"),
            [first, second, more @ ..] => format!("{first}, {second} and {} more", more.len()),
        };
        Err(PublishError::Foreign {
            folder: self.folder.clone(),
            found,
        })
    }

    /// What the repository does not keep at the top of the folder, as names in words.
    fn foreign(&self) -> Result<Vec<String>, PublishError> {
        let foreign = names_in(&self.folder)?
            .into_iter()
            .filter(|name| !KEPT.iter().any(|kept| name == kept))
            .map(|name| format!("`{}`", name.to_string_lossy()));
        Ok(foreign.collect())
    }

    fn beside(&self, ending: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(ending);
        self.parent.join(name)
    }
}

const STAGE: &str = ".stage-";

/// Removes what dead builds left beside a target, and puts an old site back that stood between two renames: for a run
/// that may find nothing to publish. Nothing is done while a build holds the lock, and what cannot be removed is left
/// for the build that must: it says so.
pub fn clear_left_overs(path: &Path) {
    let Ok(target) = Target::find(path) else {
        return;
    };
    let is_clean = target.left_overs().is_ok_and(|left| left.is_empty());
    if is_clean && !target.previous_folder().exists() {
        return;
    }
    if let Ok(_lock) = Lock::take(&target.lock_file()) {
        let _ = target.tidy();
    }
}

/// Opens a folder, to reach what is in it without naming it again.
pub(super) fn open_folder(path: &Path) -> Result<OwnedFd, PublishError> {
    rustix::fs::open(
        path,
        OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC,
        Mode::empty(),
    )
    .map_err(PublishError::io("open", path))
}

/// The names in a folder, sorted.
fn names_in(folder: &Path) -> Result<Vec<OsString>, PublishError> {
    let mut names = fs::read_dir(folder)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.file_name()))
                .collect::<Result<Vec<_>, _>>()
        })
        .map_err(PublishError::io("read", folder))?;
    names.sort_unstable();
    Ok(names)
}

fn parent_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        Some(_) | None => Path::new("."),
    }
}
