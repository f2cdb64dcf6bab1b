//! A file that appears whole or not at all, and never in the place of another.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, ErrorKind, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FlockOperation, RenameFlags, flock, renameat_with};
use rustix::io::Errno;
use sha2::{Digest, Sha256};

use crate::publish::PublishError;
use crate::sources::{NoPlainFile, open_plain};

use super::ArchiveError;

/// A file that grows under another name. Dropping it removes it.
pub(super) struct NewFile {
    path: PathBuf,
    folder: PathBuf,
    temporary: PathBuf,
    /// Locked as long as it grows.
    file: File,
    hasher: Sha256,
}

/// What became of a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placed {
    /// It is there.
    New,
    /// A file with the same bytes was there already.
    Same,
}

impl NewFile {
    /// Begins a file, in its folder, which is made when it is not there.
    pub(super) fn begin(path: &Path) -> Result<Self, ArchiveError> {
        let name = path.file_name().ok_or_else(|| ArchiveError::NoName {
            path: path.to_owned(),
        })?;
        let folder = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            Some(_) | None => Path::new("."),
        };
        fs::create_dir_all(folder).map_err(PublishError::io("make", folder))?;
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(".part-");
        remove_dead_parts(folder, &hidden).map_err(PublishError::io("read", folder))?;
        hidden.push(std::process::id().to_string());
        let temporary = folder.join(hidden);
        let file = open_locked(&temporary).map_err(PublishError::io("write", &temporary))?;
        Ok(Self {
            path: path.to_owned(),
            folder: folder.to_owned(),
            temporary,
            file,
            hasher: Sha256::new(),
        })
    }

    /// Gives the file its name, and says its hash. A file of that name with other bytes is an error.
    pub(super) fn place(self) -> Result<(Placed, [u8; 32]), ArchiveError> {
        self.file
            .sync_all()
            .map_err(PublishError::io("flush", &self.temporary))?;
        let hash: [u8; 32] = self.hasher.clone().finalize().into();
        match self.rename() {
            Ok(()) => {
                // The name outlives a power failure too.
                File::open(&self.folder)
                    .and_then(|folder| folder.sync_all())
                    .map_err(PublishError::io("flush", &self.folder))?;
                Ok((Placed::New, hash))
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                match hash_of_file(&self.path) {
                    Ok(there) if there == hash => return Ok((Placed::Same, hash)),
                    Ok(_) => {}
                    Err(error) if NoPlainFile::is_why(&error) => {}
                    Err(error) => return Err(PublishError::io("read", &self.path)(error).into()),
                }
                Err(ArchiveError::Taken {
                    path: self.path.clone(),
                })
            }
            Err(error) => Err(PublishError::io("write", &self.path)(error).into()),
        }
    }

    /// In one step, and only where nothing is.
    fn rename(&self) -> io::Result<()> {
        let flags = RenameFlags::NOREPLACE;
        match renameat_with(CWD, &self.temporary, CWD, &self.path, flags) {
            Ok(()) => Ok(()),
            // The file system does not know that: a second name is refused too where there is one.
            Err(Errno::INVAL | Errno::NOSYS) => fs::hard_link(&self.temporary, &self.path),
            Err(errno) => Err(errno.into()),
        }
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        // After `place` there is nothing of this name any more.
        let _ = fs::remove_file(&self.temporary);
    }
}

/// Opens a file under a name of this process only, and holds its lock until it is closed.
fn open_locked(path: &Path) -> io::Result<File> {
    loop {
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            // It says, as hashes, what the raw counts were; with sources it holds them.
            .mode(0o600)
            .open(path)?;
        // A file system without locks only keeps dead parts from being removed.
        let _ = flock(&file, FlockOperation::LockExclusive);
        // Before it was locked, another archiver may have taken it for a dead one.
        if file.metadata()?.nlink() > 0 {
            return Ok(file);
        }
    }
}

/// Removes what archivers that died left of this file: the kernel let go of its lock.
fn remove_dead_parts(folder: &Path, prefix: &OsStr) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_part = name
            .as_encoded_bytes()
            .starts_with(prefix.as_encoded_bytes());
        if !is_part || !entry.file_type()?.is_file() {
            continue;
        }
        // What somebody else just removed, or may not be removed, does not keep us from our own.
        if let Ok(part) = File::open(entry.path())
            && flock(&part, FlockOperation::NonBlockingLockExclusive).is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}

/// The SHA-256 of a file, read in portions.
pub(super) fn hash_of_file(path: &Path) -> io::Result<[u8; 32]> {
    let mut file = BufReader::with_capacity(PORTION, open_plain(path)?);
    hash_of(&mut file)
}

/// The SHA-256 of what is read to its end.
pub(super) fn hash_of(read: &mut impl Read) -> io::Result<[u8; 32]> {
    let mut hasher = Sha256::new();
    let mut portion = vec![0; PORTION];
    loop {
        match read.read(&mut portion) {
            Ok(0) => return Ok(hasher.finalize().into()),
            Ok(length) => hasher.update(&portion[..length]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

const PORTION: usize = 1 << 16;
