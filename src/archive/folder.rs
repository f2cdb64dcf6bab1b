//! A published folder against its own list, and against an archive.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::publish::{PublishError, Published, PublishedFile, Standing};
use crate::sources::open_plain;

use super::ArchiveError;
use super::fault::{Fault, Problem};
use super::new_file::hash_of_file;
use super::standing_still::standing_still;

/// Where published files stand in a bag.
pub(super) const PUBLIC: &str = "data/public/";
/// Where sources stand in a bag.
pub(super) const SOURCES: &str = "data/sources/";
/// The list of sources in a bag.
pub(super) const SOURCES_LIST: &str = "sources.sha256";

/// Reads every file of a published folder again and says what is not as its own list has it: damaged, missing, or in
/// no list. Gives how many files are listed, too. A folder that a build replaces meanwhile is read again.
///
/// # Errors
/// When something that is there cannot be read, when a build replaced the folder each time.
pub fn verify_folder(folder: &Path) -> Result<(usize, Vec<Fault>), ArchiveError> {
    standing_still(folder, || verify_once(folder))
}

fn verify_once(folder: &Path) -> Result<(usize, Vec<Fault>), ArchiveError> {
    let published = match Published::look(folder)? {
        Standing::Published(published) => published,
        Standing::Damaged => return Ok((0, vec![Fault::whole(Problem::DamagedList)])),
        Standing::Nothing => return Ok((0, vec![Fault::whole(Problem::NotPublished)])),
    };
    let mut faults = Vec::new();
    let mut files = 0;
    for file in published.files() {
        files += 1;
        if let Some(problem) = problem_of(&published, &file)? {
            faults.push(Fault::new(file.path, problem));
        }
    }
    for path in files_in(folder)? {
        if path != Published::LIST && !published.holds(&path) {
            faults.push(Fault::new(path, Problem::Extra));
        }
    }
    faults.sort();
    Ok((files, faults))
}

fn problem_of(
    published: &Published,
    file: &PublishedFile<'_>,
) -> Result<Option<Problem>, ArchiveError> {
    let path = published.folder().join(file.path);
    let Some(length) = plain_length(&path) else {
        let is_there = fs::symlink_metadata(&path).is_ok();
        return Ok(Some(if is_there {
            Problem::NotAFile
        } else {
            Problem::Missing
        }));
    };
    if length != file.length {
        return Ok(Some(Problem::Damaged));
    }
    let mut hasher = blake3::Hasher::new();
    open_plain(&path)
        .and_then(|file| hasher.update_reader(file).map(|_| ()))
        .map_err(PublishError::io("read", &path))?;
    Ok((hasher.finalize() != file.hash).then_some(Problem::Damaged))
}

/// The length of a plain file; `None` when there is none.
fn plain_length(path: &Path) -> Option<u64> {
    let found = fs::symlink_metadata(path).ok()?;
    found.is_file().then_some(found.len())
}

/// What is in a folder and no folder itself, in order of path, without what is not part of a publication.
fn files_in(folder: &Path) -> Result<BTreeSet<String>, ArchiveError> {
    let mut files = BTreeSet::new();
    for found in WalkDir::new(folder) {
        let found = found.map_err(PublishError::io("read", folder))?;
        if found.file_type().is_dir() {
            continue;
        }
        let inside = found.path().strip_prefix(folder);
        let inside = inside.expect("it stands inside").to_string_lossy();
        if !Published::is_kept(&inside) {
            files.insert(inside.into_owned());
        }
    }
    Ok(files)
}

/// Compares the published files of a bag with a folder. A folder that a build replaces meanwhile is read again.
pub(super) fn compare(
    bag: &BTreeMap<String, [u8; 32]>,
    folder: &Path,
) -> Result<Vec<Fault>, ArchiveError> {
    standing_still(folder, || compare_once(bag, folder))
}

fn compare_once(
    bag: &BTreeMap<String, [u8; 32]>,
    folder: &Path,
) -> Result<Vec<Fault>, ArchiveError> {
    let mut there = files_in(folder)?;
    let mut faults = Vec::new();
    for (path, hash) in bag {
        let Some(path) = path.strip_prefix(PUBLIC) else {
            continue;
        };
        let file = folder.join(path);
        if !there.remove(path) {
            faults.push(Fault::new(path, Problem::NotInFolder));
        } else if plain_length(&file).is_none() {
            faults.push(Fault::new(path, Problem::NotAFile));
        } else if hash_of_file(&file).map_err(PublishError::io("read", &file))? != *hash {
            faults.push(Fault::new(path, Problem::OtherInFolder));
        }
    }
    let extra = there.into_iter();
    faults.extend(extra.map(|path| Fault::new(path, Problem::NotInArchive)));
    faults.sort();
    Ok(faults)
}
