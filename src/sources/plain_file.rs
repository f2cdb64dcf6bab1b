//! Files that are files. A pipe is waited for without end, a device may have no end, and to open either can do something
//! by itself; so what stands under a name is looked at before it is opened.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::fs::OFlags;

/// Under the name stands a folder, a pipe, a socket or a device.
#[derive(Debug, thiserror::Error)]
#[error("it is no plain file")]
pub struct NoPlainFile;

impl NoPlainFile {
    /// Whether this is why something could not be read or written.
    #[must_use]
    pub fn is_why(error: &io::Error) -> bool {
        let cause = error.get_ref();
        cause
            .and_then(|cause| cause.downcast_ref::<Self>())
            .is_some()
    }
}

/// Opens a plain file to read it.
///
/// # Errors
/// When there is none ([`NoPlainFile`]), or it cannot be read.
pub fn open_plain(path: &Path) -> io::Result<File> {
    refuse_other(&fs::metadata(path)?)?;
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let file = OpenOptions::new()
        .read(true)
        // Something else may stand there by now: then it is not waited for either.
        .custom_flags(flags)
        .open(path)?;
    refuse_other(&file.metadata()?)?;
    Ok(file)
}

/// The bytes of a plain file; `None` when there are more than `limit`. No more than that is kept in memory, also when the
/// file grows meanwhile.
///
/// # Errors
/// When there is none ([`NoPlainFile`]), or it cannot be read.
pub fn read_at_most(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let file = open_plain(path)?;
    // What the file says of its length saves the reading.
    let length = file.metadata()?.len();
    if length > limit {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// Writes a plain file, or the one that stands there.
///
/// # Errors
/// When something else stands there ([`NoPlainFile`]), or it cannot be written.
pub fn write_plain(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    if let Ok(found) = fs::metadata(path) {
        refuse_other(&found)?;
    }
    fs::write(path, bytes)
}

fn refuse_other(found: &fs::Metadata) -> io::Result<()> {
    if found.is_file() {
        Ok(())
    } else {
        Err(io::Error::other(NoPlainFile))
    }
}
