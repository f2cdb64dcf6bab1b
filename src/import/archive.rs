//! A zipped file, held to a size: a few kilobytes can unpack to more than any machine holds.

use std::io::{self, Cursor, Read as _};
use std::path::Path;

use zip::ZipArchive;

use crate::diagnostics::{Phrase, phrase, said};

use super::ImportError;
use super::foreign::Reading;

/// The most that is read of a file, and the most that it may unpack to, in bytes: 100 MiB. A sheet of 100,000 rows
/// stays far below it.
pub(super) const LARGEST: u64 = 100 * 1024 * 1024;

const HELP: Phrase = phrase("keep only the sheets and rows that are imported, or save them as CSV");

/// The bytes of a zipped file that unpacks to no more than [`LARGEST`]; `None` when it does not, which was reported.
pub(super) fn read(path: &Path, reading: &mut Reading<'_>) -> Result<Option<Vec<u8>>, ImportError> {
    let Some(bytes) = reading.bytes(path, HELP)? else {
        return Ok(None);
    };
    match unpacked_size(&bytes) {
        Ok(size) if size <= LARGEST => Ok(Some(bytes)),
        Ok(_) => {
            let problem = phrase("the file unpacks to more than 100 MB");
            reading.refuse(path, problem, HELP);
            Ok(None)
        }
        Err(fault) => {
            let problem = said("the file cannot be unpacked: {fault}", [("fault", &fault)]);
            let help = phrase("open it in the program that made it and save it again");
            reading.refuse(path, problem, help);
            Ok(None)
        }
    }
}

/// How much it really unpacks to, up to just over the limit: what the file says of its own size may be a lie.
fn unpacked_size(bytes: &[u8]) -> Result<u64, zip::result::ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut size = 0;
    for index in 0..archive.len() {
        let entry = archive.by_index(index)?;
        size += io::copy(&mut entry.take(LARGEST + 1 - size), &mut io::sink())?;
        if size > LARGEST {
            break;
        }
    }
    Ok(size)
}
