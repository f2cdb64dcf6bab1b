//! One build at a time.

use std::fs::{File, OpenOptions};
use std::path::Path;

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

use super::PublishError;

/// Held until dropped; the kernel lets go of it when the process dies.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, or says that another build has it.
    ///
    /// The file stays behind: removing it would let a third build lock a new file while a second waits for the old one.
    pub(super) fn take(path: &Path) -> Result<Self, PublishError> {
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(path)
            .map_err(PublishError::io("open the lock", path))?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Self { _file: file }),
            Err(Errno::WOULDBLOCK) => Err(PublishError::Locked {
                lock: path.to_owned(),
            }),
            Err(errno) => Err(PublishError::io("lock", path)(errno)),
        }
    }
}
