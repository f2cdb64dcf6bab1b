//! What was shown until now, beside the target. There it outlives the target, and a target that is put back from before.
//!
//! The file is a published one, byte for byte, and behind it a line with its hash:
//! ```text
//! {"vorm":"keuzewijzer getoonde uitkomsten 1","aanbieders":{}}
//! blake3 7d87c5ea75f7378bb701e404c50639161af3eff66293e9f375b5f17eb50476f4
//! ```
//! Without that line somebody put it there, from a copy of the site, and it counts as it is. Everybody may read it, for it
//! was published.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use blake3::Hash;

use crate::sources::read_at_most;

use super::PublishError;
use super::manifest::{Found, Manifest};
use super::old_site::{Earlier, LARGEST_EARLIER};
use super::state::State;
use super::target::{Target, open_folder};

/// What is remembered beside a folder of what was published there, whatever stands in it now.
#[derive(Debug)]
pub struct Memory {
    /// Where it is kept what was shown.
    pub file: PathBuf,
    /// What was shown.
    pub shown: Earlier,
    /// Whether a whole site was published there, as far as anybody can see.
    pub was_published: bool,
}

impl Memory {
    /// Looks beside a folder, which need not be there. `None` when what it would stand in is not there either.
    ///
    /// # Errors
    /// When something is there and cannot be read.
    pub fn beside(folder: &Path) -> Result<Option<Self>, PublishError> {
        let target = match Target::find(folder) {
            Ok(target) => target,
            Err(PublishError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {
                return Ok(None);
            }
            Err(error) => return Err(error),
        };
        let is_whole = match State::read(&target)? {
            Some(state) => state.inputs.shard.is_none(),
            None => target.state_file().exists() || holds_publication(&target)?,
        };
        let file = target.shown_file();
        Ok(Some(Self {
            shown: read(&file)?,
            was_published: is_whole,
            file,
        }))
    }
}

fn holds_publication(target: &Target) -> Result<bool, PublishError> {
    let Some(folder) = target.open()? else {
        return Ok(false);
    };
    Ok(match Manifest::read(&folder, &target.folder)? {
        Found::Whole(..) | Found::Damaged => true,
        Found::Nothing => false,
    })
}

fn read(file: &Path) -> Result<Earlier, PublishError> {
    let bytes = match as_it_stands(file)? {
        Earlier::Whole(bytes) => bytes,
        other @ (Earlier::Damaged | Earlier::Nothing) => return Ok(other),
    };
    Ok(match Part::of(&bytes) {
        Part::Vouched(list, hash) if blake3::hash(list) == hash => Earlier::Whole(list.to_owned()),
        Part::Vouched(..) => Earlier::Damaged,
        Part::Plain => Earlier::Whole(bytes),
    })
}

/// The file with its last line; damaged is what is larger than any of ours.
fn as_it_stands(file: &Path) -> Result<Earlier, PublishError> {
    match read_at_most(file, LARGEST_EARLIER) {
        Ok(bytes) => Ok(bytes.map_or(Earlier::Damaged, Earlier::Whole)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Earlier::Nothing),
        Err(error) => Err(PublishError::io("read", file)(error)),
    }
}

const VOUCHING: &str = "blake3 ";

/// What a file of this kind holds.
enum Part<'a> {
    /// A list, and the hash that was written behind it.
    Vouched(&'a [u8], Hash),
    /// A list alone, or what was one.
    Plain,
}

impl<'a> Part<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        // The length of the last line is always the same.
        let length = VOUCHING.len() + 2 * blake3::OUT_LEN + 1;
        let hash = |line: &[u8]| {
            let line = str::from_utf8(line).ok()?.strip_suffix('\n')?;
            Hash::from_hex(line.strip_prefix(VOUCHING)?).ok()
        };
        bytes
            .split_at_checked(bytes.len().saturating_sub(length))
            .and_then(|(list, line)| Some(Self::Vouched(list, hash(line)?)))
            .unwrap_or(Self::Plain)
    }
}

/// A list that is written and not yet in place.
#[derive(Debug)]
pub(super) struct NewShown<'a> {
    target: &'a Target,
    is_placed: bool,
}

impl<'a> NewShown<'a> {
    /// Writes a file of the staged site under another name, before the swap: a full disk is noticed while the old site
    /// still stands, and a build that is killed after the swap has not forgotten what it showed.
    pub(super) fn prepare(target: &'a Target, staged: &Path) -> Result<Self, PublishError> {
        let list = fs::read(staged).map_err(PublishError::io("read", staged))?;
        let new = Self {
            target,
            is_placed: false,
        };
        let file = target.new_shown_file();
        let line = format!("{VOUCHING}{}\n", blake3::hash(&list).to_hex());
        File::create(&file)
            .and_then(|mut written| {
                written.write_all(&list)?;
                written.write_all(line.as_bytes())
            })
            .map_err(PublishError::io("write", &file))?;
        Ok(new)
    }

    /// Puts it in place, after the swap.
    pub(super) fn place(mut self) -> Result<(), PublishError> {
        place(self.target)?;
        self.is_placed = true;
        Ok(())
    }
}

impl Drop for NewShown<'_> {
    fn drop(&mut self) {
        if !self.is_placed {
            // What cannot be settled now, the next build settles.
            let _ = settle(self.target);
        }
    }
}

fn place(target: &Target) -> Result<(), PublishError> {
    let file = target.shown_file();
    fs::rename(target.new_shown_file(), &file).map_err(PublishError::io("write", &file))
}

/// Puts a list in place that a build left unplaced, when visitors may have seen what it tells of; otherwise removes it.
pub(super) fn settle(target: &Target) -> Result<(), PublishError> {
    let file = target.new_shown_file();
    // It is flushed before a swap: what is no whole file was never shown.
    let was_shown = match as_it_stands(&file)? {
        Earlier::Nothing => return Ok(()),
        Earlier::Damaged => false,
        Earlier::Whole(bytes) => match Part::of(&bytes) {
            Part::Vouched(list, hash) => blake3::hash(list) == hash && was_swapped(target, hash)?,
            Part::Plain => false,
        },
    };
    if was_shown {
        return place(target);
    }
    fs::remove_file(&file).map_err(PublishError::io("remove", &file))
}

/// Whether the site with this list took its place: it stands there, or nothing does and no stage holds it still.
fn was_swapped(target: &Target, hash: Hash) -> Result<bool, PublishError> {
    if let Some(folder) = target.open()?
        && let Found::Whole(manifest, _) = Manifest::read(&folder, &target.folder)?
    {
        return Ok(manifest.entries().any(|entry| entry.hash == hash));
    }
    for left in target.left_overs()?.iter().filter(|left| left.is_dir()) {
        if let Found::Whole(manifest, _) = Manifest::read(&open_folder(left)?, left)?
            && manifest.entries().any(|entry| entry.hash == hash)
        {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifact::Artifact;
    use crate::publish::Stage;

    /// A target in which two lists were published one after the other, and what was remembered after each.
    fn published_twice(scratch: &Path) -> (Target, [Vec<u8>; 2]) {
        let target = Target::find(&scratch.join("public")).unwrap();
        let remembered = ["one", "two"].map(|list| {
            let stage = Stage::open(&target.folder).unwrap().remembering("list");
            let path = "list".to_owned();
            let bytes = list.into();
            stage.put(&[Artifact { path, bytes }]).unwrap();
            stage.publish(&[1; 32]).unwrap();
            fs::read(target.shown_file()).unwrap()
        });
        (target, remembered)
    }

    fn whole(list: &str) -> Earlier {
        Earlier::Whole(list.into())
    }

    #[test]
    fn what_is_remembered_is_what_was_published_last_and_any_change_to_it_is_seen() {
        let scratch = tempfile::tempdir().unwrap();
        let (target, [_, last]) = published_twice(scratch.path());
        let file = target.shown_file();
        assert_eq!(read(&file).unwrap(), whole("two"));
        for at in 0.."two".len() {
            let mut changed = last.clone();
            changed[at] ^= 1;
            fs::write(&file, changed).unwrap();
            assert_eq!(read(&file).unwrap(), Earlier::Damaged);
        }
        for end in 0..last.len() {
            fs::write(&file, &last[..end]).unwrap();
            let cut_off = Earlier::Whole(last[..end].to_owned());
            assert_eq!(
                read(&file).unwrap(),
                cut_off,
                "no list of ours vouches for it"
            );
        }
    }

    #[test]
    fn a_build_killed_after_its_swap_has_what_it_showed_remembered() {
        for is_removed in [false, true] {
            let scratch = tempfile::tempdir().unwrap();
            let (target, [first, last]) = published_twice(scratch.path());
            fs::write(target.shown_file(), first).unwrap();
            fs::write(target.new_shown_file(), last).unwrap();
            if is_removed {
                fs::remove_dir_all(&target.folder).unwrap();
            }
            target.tidy().unwrap();
            assert_eq!(read(&target.shown_file()).unwrap(), whole("two"));
            assert_eq!(target.left_overs().unwrap(), [""; 0].map(PathBuf::from));
        }
    }

    #[test]
    fn a_build_killed_before_its_swap_showed_nothing() {
        for has_old_site in [true, false] {
            let scratch = tempfile::tempdir().unwrap();
            let (target, [first, last]) = published_twice(scratch.path());
            let old = target.parent.join("old");
            fs::rename(&target.folder, target.stage_folder()).unwrap();
            if has_old_site {
                let stage = Stage::open(&old).unwrap();
                stage.publish(&[1; 32]).unwrap();
                fs::rename(&old, &target.folder).unwrap();
            }
            fs::write(target.shown_file(), &first).unwrap();
            fs::write(target.new_shown_file(), &last).unwrap();
            target.tidy().unwrap();
            assert_eq!(read(&target.shown_file()).unwrap(), whole("one"));
            assert_eq!(target.left_overs().unwrap(), [""; 0].map(PathBuf::from));
        }
    }

    #[test]
    fn a_list_that_was_written_by_half_is_not_remembered() {
        let scratch = tempfile::tempdir().unwrap();
        let (target, [first, last]) = published_twice(scratch.path());
        fs::write(target.shown_file(), first).unwrap();
        fs::write(target.new_shown_file(), &last[..last.len() - 1]).unwrap();
        target.tidy().unwrap();
        assert_eq!(read(&target.shown_file()).unwrap(), whole("one"));
        assert_eq!(target.left_overs().unwrap(), [""; 0].map(PathBuf::from));
    }
}
