//! From which inputs the published site was made, and whether it still stands there.
//! ```text
//! keuzewijzer state 1
//! inputs 7d87c5ea75f7378bb701e404c50639161af3eff66293e9f375b5f17eb50476f4
//! shard 2/5
//! account 4b4b4f4d0a8b7f6b3d3ee0f5f2a1095a1bd3ec1a3b4e7a3b0d1ad6c1d9a11f3d
//! manifest 95a1bd3ec1a3b4e7a3b0d1ad6c1d9a11f3d4b4b4f4d0a8b7f6b3d3ee0f5f2a10
//! ```
//! and behind that line the account itself.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use blake3::Hash;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rustix::fs::OFlags;

use crate::sources::read_at_most;

use super::PublishError;
use super::folder::is_whole;
use super::manifest::{Found, Manifest};
use super::shard::Shard;
use super::target::Target;

const KIND: &str = "keuzewijzer state 1";
/// The most that is read of it, in bytes: 64 MiB, for half a million sources.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What a site is made from: the same inputs give the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inputs {
    /// Stands for everything that a byte of the region can depend on.
    pub fingerprint: [u8; 32],
    /// The part of the region that was made; absent when it is whole.
    pub shard: Option<Shard>,
}

impl From<&[u8; 32]> for Inputs {
    fn from(fingerprint: &[u8; 32]) -> Self {
        Self {
            fingerprint: *fingerprint,
            shard: None,
        }
    }
}

/// What a site that needs no new build holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// How many files, compressed siblings not counted.
    pub files: usize,
    /// How many bytes they are together.
    pub bytes: u64,
}

/// What is remembered beside a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct State {
    pub(super) inputs: Inputs,
    /// The hash of the manifest that was published.
    pub(super) manifest: Hash,
    /// From what it was made, as text; absent when it was made from the files of several moments.
    pub(super) account: Option<String>,
}

impl State {
    /// What is remembered; `None` when there is nothing that can be understood.
    pub(super) fn read(target: &Target) -> Result<Option<Self>, PublishError> {
        let file = target.state_file();
        match read_at_most(&file, LARGEST) {
            Ok(bytes) => Ok(bytes.and_then(|bytes| Self::parse(str::from_utf8(&bytes).ok()?))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(PublishError::io("read", &file)(error)),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines().peekable();
        let mut value_of = |name: &str| {
            let value = lines.peek()?.strip_prefix(name)?.strip_prefix(' ');
            lines.next();
            value
        };
        value_of("keuzewijzer").filter(|kind| KIND.ends_with(kind))?;
        let fingerprint = Hash::from_hex(value_of("inputs")?).ok()?;
        let shard = match value_of("shard") {
            None => None,
            Some(shard) => Some(shard.parse().ok()?),
        };
        let account_hash = value_of("account");
        let manifest_text = value_of("manifest")?;
        let account = match account_hash {
            None => None,
            Some(hash) => {
                let (_, account) = text.split_once(&manifest_line(manifest_text))?;
                let is_whole = blake3::hash(account.as_bytes()).to_hex().as_str() == hash;
                Some(is_whole.then(|| account.to_owned())?)
            }
        };
        let state = Self {
            inputs: Inputs {
                fingerprint: *fingerprint.as_bytes(),
                shard,
            },
            manifest: Hash::from_hex(manifest_text).ok()?,
            account,
        };
        (state.text() == text).then_some(state)
    }

    fn text(&self) -> String {
        let inputs = Hash::from_bytes(self.inputs.fingerprint).to_hex();
        let shard = match self.inputs.shard {
            None => String::new(),
            Some(shard) => format!("shard {shard}\n"),
        };
        let (line, account) = match &self.account {
            None => (String::new(), ""),
            Some(account) => {
                let hash = blake3::hash(account.as_bytes()).to_hex();
                (format!("account {hash}\n"), account.as_str())
            }
        };
        let manifest = manifest_line(&self.manifest.to_hex());
        format!("{KIND}\ninputs {inputs}\n{shard}{line}{manifest}{account}")
    }

    /// Writes it under another name, before the swap, so that a full disk is noticed while the old site still stands.
    pub(super) fn prepare(&self, target: &Target) -> Result<NewState, PublishError> {
        let new = NewState {
            written: target.new_state_file(),
            place: target.state_file(),
        };
        OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            // A pipe under that name is an error, and not waited for.
            .custom_flags(OFlags::NONBLOCK.bits().cast_signed())
            .open(&new.written)
            .and_then(|mut file| file.write_all(self.text().as_bytes()))
            .map_err(PublishError::io("write", &new.written))?;
        Ok(new)
    }
}

/// A state that is written and not yet in place. Dropping it removes it.
pub(super) struct NewState {
    written: PathBuf,
    place: PathBuf,
}

impl NewState {
    /// Puts it in place, after the swap: a build killed in between leaves a state that fits no manifest, which only
    /// means that the next build does its work again.
    pub(super) fn place(self) -> Result<(), PublishError> {
        fs::rename(&self.written, &self.place).map_err(PublishError::io("write", &self.place))
    }
}

impl Drop for NewState {
    fn drop(&mut self) {
        // After `place` there is nothing of this name any more.
        let _ = fs::remove_file(&self.written);
    }
}

/// The last line before an account.
fn manifest_line(hash: &str) -> String {
    format!("manifest {hash}\n")
}

/// Says what is published when it was made from these inputs and every file is still there with its length; `None`
/// when a build is needed. The bytes themselves are not read again.
///
/// # Errors
/// When the target or its manifest is there and cannot be read.
pub fn is_current(
    target: &Path,
    inputs: impl Into<Inputs>,
) -> Result<Option<Summary>, PublishError> {
    let inputs = inputs.into();
    let target = match Target::find(target) {
        Ok(target) => target,
        Err(PublishError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    let Some(state) = State::read(&target)?.filter(|state| state.inputs == inputs) else {
        return Ok(None);
    };
    let Some(folder) = target.open()? else {
        return Ok(None);
    };
    let Found::Whole(manifest, hash) = Manifest::read(&folder, &target.folder)? else {
        return Ok(None);
    };
    if state.manifest != hash {
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
        files: manifest.files().count(),
        bytes: manifest.files().map(|entry| entry.length).sum(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states() -> [State; 3] {
        [
            (None, None),
            (Shard::new(2, 5), None),
            (
                None,
                Some("day 2026-11-15\nsource content/site.toml\n".to_owned()),
            ),
        ]
        .map(|(shard, account)| State {
            inputs: Inputs {
                fingerprint: [7; 32],
                shard,
            },
            manifest: blake3::hash(b"manifest"),
            account,
        })
    }

    #[test]
    fn a_state_reads_back_as_it_was_written() {
        for state in states() {
            assert_eq!(State::parse(&state.text()), Some(state));
        }
    }

    #[test]
    fn a_state_cut_off_anywhere_is_none() {
        for text in states().map(|state| state.text()) {
            for end in 0..text.len() {
                assert_eq!(State::parse(&text[..end]), None, "{end}");
            }
        }
    }
}
