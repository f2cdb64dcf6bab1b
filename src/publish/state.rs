//! From which inputs the published site was made, and whether it still stands there.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use blake3::Hash;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::PublishError;
use super::folder::is_whole;
use super::manifest::{Found, Manifest};
use super::target::Target;

/// What a site that needs no new build holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// How many files.
    pub files: usize,
    /// How many bytes they are together.
    pub bytes: u64,
}

/// Says what is published when it was made from these inputs and every file is still there with its length; `None`
/// when a build is needed. The bytes themselves are not read again.
///
/// # Errors
/// When the target or its manifest is there and cannot be read.
pub fn is_current(target: &Path, fingerprint: &[u8; 32]) -> Result<Option<Summary>, PublishError> {
    let target = match Target::find(target) {
        Ok(target) => target,
        Err(PublishError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    let state_file = target.state_file();
    let state = match fs::read(&state_file) {
        Ok(state) => state,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(PublishError::io("read", &state_file)(error)),
    };
    if !state.starts_with(inputs_text(fingerprint).as_bytes()) {
        return Ok(None);
    }
    let Some(folder) = target.open()? else {
        return Ok(None);
    };
    let Found::Whole(manifest, hash) = Manifest::read(&folder, &target.folder)? else {
        return Ok(None);
    };
    if state != state_text(fingerprint, hash).as_bytes() {
        return Ok(None);
    }
    let is_there = |index| {
        let entry = manifest.entry(index);
        is_whole(&folder, entry.path, entry.length)
    };
    if !(0..manifest.len()).into_par_iter().all(is_there) {
        return Ok(None);
    }
    Ok(Some(Summary {
        files: manifest.len(),
        bytes: manifest.entries().map(|entry| entry.length).sum(),
    }))
}

/// Remembers from which inputs the site with this manifest was made. Written after the swap: a build killed in between
/// leaves a state that fits no manifest, which only means that the next build does its work again.
pub(super) fn remember(
    target: &Target,
    fingerprint: &[u8; 32],
    manifest: Hash,
) -> Result<(), PublishError> {
    let new = target.new_state_file();
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&new)
        .and_then(|mut file| file.write_all(state_text(fingerprint, manifest).as_bytes()))
        .map_err(PublishError::io("write", &new))?;
    let state_file = target.state_file();
    fs::rename(&new, &state_file).map_err(PublishError::io("write", &state_file))
}

fn inputs_text(fingerprint: &[u8; 32]) -> String {
    format!(
        "keuzewijzer state 1\ninputs {}\n",
        Hash::from_bytes(*fingerprint).to_hex()
    )
}

fn state_text(fingerprint: &[u8; 32], manifest: Hash) -> String {
    format!(
        "{}manifest {}\n",
        inputs_text(fingerprint),
        manifest.to_hex()
    )
}
