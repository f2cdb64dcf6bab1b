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
    if !state.starts_with(state_text(fingerprint, hash).as_bytes()) {
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

/// Remembers from which inputs the site with this manifest was made, and its account. Written after the swap: a build killed in between
/// leaves a state that fits no manifest, which only means that the next build does its work again.
pub(super) fn remember(
    target: &Target,
    fingerprint: &[u8; 32],
    manifest: Hash,
    account: &str,
) -> Result<(), PublishError> {
    let text = state_text(fingerprint, manifest) + account;
    let new = target.new_state_file();
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&new)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(PublishError::io("write", &new))?;
    let state_file = target.state_file();
    fs::rename(&new, &state_file).map_err(PublishError::io("write", &state_file))
}

/// The account that was kept of the site with this manifest; `None` when there is none, or it is of another site.
pub(super) fn account_of(target: &Target, manifest: Hash) -> Result<Option<String>, PublishError> {
    let state_file = target.state_file();
    let state = match fs::read_to_string(&state_file) {
        Ok(state) => state,
        Err(error) if [ErrorKind::NotFound, ErrorKind::InvalidData].contains(&error.kind()) => {
            return Ok(None);
        }
        Err(error) => return Err(PublishError::io("read", &state_file)(error)),
    };
    let heading = manifest_text(manifest);
    let account = state
        .starts_with(KIND)
        .then(|| state.split_once(&heading))
        .flatten();
    Ok(account
        .map(|(_, account)| account.to_owned())
        .filter(|account| !account.is_empty()))
}

const KIND: &str = "keuzewijzer state 1\n";

fn inputs_text(fingerprint: &[u8; 32]) -> String {
    format!("{KIND}inputs {}\n", Hash::from_bytes(*fingerprint).to_hex())
}

fn state_text(fingerprint: &[u8; 32], manifest: Hash) -> String {
    inputs_text(fingerprint) + &manifest_text(manifest)
}

fn manifest_text(manifest: Hash) -> String {
    format!("manifest {}\n", manifest.to_hex())
}
