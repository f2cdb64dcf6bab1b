//! One build at a time.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::fs::{FlockOperation, OFlags, flock};
use rustix::io::Errno;

use super::PublishError;

/// Held until dropped; the kernel lets go of it when the process dies.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock, or says that another build has it.
    ///
    /// The file stays behind: removing it would let a third build lock a new file while a second waits for the old one.
    pub(super) fn take(path: &Path) -> Result<Self, PublishError> {
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            // A pipe under that name is an error, and not waited for.
            .custom_flags(OFlags::NONBLOCK.bits().cast_signed())
            .open(path)
            .map_err(PublishError::io("open the lock", path))?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Self { file }),
            Err(Errno::WOULDBLOCK) => Err(PublishError::Locked {
                lock: path.to_owned(),
            }),
            Err(errno) => Err(PublishError::io("lock", path)(errno)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing is not enough: a process that another thread is starting holds a copy of the file until it runs, and
        // with it the lock. What fails here, the kernel does when this process ends.
        let _ = flock(&self.file, FlockOperation::Unlock);
    }
}
