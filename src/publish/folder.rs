//! The folder in which a new site grows.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rustix::fd::OwnedFd;
use rustix::fs::{AtFlags, FileType, Mode, OFlags, fstat, linkat, mkdirat, openat, statat};
use rustix::io::Errno;

use super::PublishError;
use super::path::folder_of;
use super::target::open_folder;

/// The folder beside the target. Dropping it removes what stands under its name: the unfinished site, or the old one
/// once they have traded places.
#[derive(Debug)]
pub(super) struct StagingFolder {
    path: PathBuf,
    folder: OwnedFd,
}

impl StagingFolder {
    /// Makes the folder, which must not be there.
    pub(super) fn make(path: PathBuf) -> Result<Self, PublishError> {
        fs::create_dir(&path).map_err(PublishError::io("make", &path))?;
        let folder = open_folder(&path)?;
        Ok(Self { path, folder })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes the folder of a file and those above it. `made` remembers the last one, for the files of one folder
    /// follow each other.
    pub(super) fn make_folder_for<'a>(
        &self,
        path: &'a str,
        made: &mut Option<&'a str>,
    ) -> Result<(), PublishError> {
        let wanted = folder_of(path);
        let Some(folder) = wanted.filter(|_| wanted != *made) else {
            return Ok(());
        };
        self.make_folder(folder)
            .map_err(|errno| self.refused("make the folder of", path, errno))?;
        *made = wanted;
        Ok(())
    }

    fn make_folder(&self, folder: &str) -> Result<(), Errno> {
        let make = || match mkdirat(&self.folder, folder, Mode::from_raw_mode(0o777)) {
            Err(Errno::EXIST) => Ok(()),
            made_or_not => made_or_not,
        };
        match (make(), folder_of(folder)) {
            (Err(Errno::NOENT), Some(above)) => {
                self.make_folder(above)?;
                make()
            }
            (made_or_not, _) => made_or_not,
        }
    }

    /// Writes a file that must not be there.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
        let file = openat(&self.folder, path, flags, Mode::from_raw_mode(0o666))
            .map_err(|errno| self.refused("write", path, errno))?;
        File::from(file)
            .write_all(bytes)
            .map_err(PublishError::io("write", &self.path.join(path)))
    }

    /// Gives a file of the old site a second name here. `false` when the file system has no such thing, or the old
    /// file is not there.
    pub(super) fn link(&self, old: &OwnedFd, path: &str) -> Result<bool, PublishError> {
        match linkat(old, path, &self.folder, path, AtFlags::empty()) {
            Ok(()) => Ok(true),
            Err(
                Errno::PERM
                | Errno::MLINK
                | Errno::XDEV
                | Errno::OPNOTSUPP
                | Errno::NOSYS
                | Errno::NOENT,
            ) => Ok(false),
            Err(errno) => Err(self.refused("link", path, errno)),
        }
    }

    /// Sees to it that everything in here outlives a power failure: once for all files.
    pub(super) fn flush(&self) -> Result<(), PublishError> {
        rustix::fs::syncfs(&self.folder).map_err(PublishError::io("flush", &self.path))
    }

    /// Removes what stands under the name.
    pub(super) fn remove(&self) -> Result<(), PublishError> {
        remove_folder(&self.path)
    }

    /// A name that is taken, or a file where a folder should be, means that two artifacts have one path.
    fn refused(&self, action: &'static str, path: &str, errno: Errno) -> PublishError {
        match errno {
            Errno::EXIST | Errno::NOTDIR | Errno::ISDIR => PublishError::Twice {
                path: path.to_owned(),
            },
            errno => PublishError::io(action, &self.path.join(path))(errno),
        }
    }
}

impl Drop for StagingFolder {
    fn drop(&mut self) {
        // Whoever wants to know calls `remove`; what stays behind now, the next build removes.
        let _ = self.remove();
    }
}

/// Opens a file in a folder to read it; `None` when something else stands there, which is not waited for.
pub(super) fn open_file(
    folder: &OwnedFd,
    path: &str,
    flags: OFlags,
) -> Result<Option<File>, Errno> {
    let flags = flags | OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = openat(folder, path, flags, Mode::empty())?;
    let is_file = FileType::from_raw_mode(fstat(&file)?.st_mode).is_file();
    Ok(is_file.then(|| File::from(file)))
}

/// Is this a plain file of this length?
pub(super) fn is_whole(folder: &OwnedFd, path: &str, length: u64) -> bool {
    statat(folder, path, AtFlags::SYMLINK_NOFOLLOW).is_ok_and(|found| {
        FileType::from_raw_mode(found.st_mode).is_file()
            && u64::try_from(found.st_size) == Ok(length)
    })
}

/// Removes a folder and all that is in it, the folders at its top at the same time.
pub(super) fn remove_folder(path: &Path) -> Result<(), PublishError> {
    match remove_all(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(PublishError::io("remove", path)(error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

fn remove_all(path: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(path)?.is_dir() {
        return fs::remove_file(path);
    }
    let entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
    entries.into_par_iter().try_for_each(|entry| {
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())
        } else {
            fs::remove_file(entry.path())
        }
    })?;
    fs::remove_dir(path)
}
