//! An archive checked: every hash, what is missing, what is too much.

use std::collections::BTreeMap;
use std::path::Path;

use super::ArchiveError;
use super::bag_file::BagFile;
use super::bag_text::{BAGIT, entries};
use super::fault::{Fault, Problem};
use super::folder::{PUBLIC, SOURCES, SOURCES_LIST, compare};
use crate::diagnostics::phrase;

/// What an archive came to.
#[derive(Debug)]
pub struct Verified {
    /// How many files of the site are in it.
    pub files: usize,
    /// The day of the publication, as the archive says it.
    pub day: Option<String>,
    /// Everything that is wrong, in order of path.
    pub faults: Vec<Fault>,
}

/// Checks an archive from its first byte to its last, and compares it with a published folder when there is one.
///
/// # Errors
/// When the archive or the folder cannot be read; an archive that is broken is a fault.
pub fn verify_archive(archive: &Path, against: Option<&Path>) -> Result<Verified, ArchiveError> {
    let mut bag = BagFile::read(archive)?;
    let mut faults = std::mem::take(&mut bag.faults);
    check_bagit(&bag, &mut faults);
    let payload = |path: &str| path.starts_with("data/");
    check_list(&bag, "manifest-sha256.txt", payload, &mut faults);
    let tag = |path: &str| !path.starts_with("data/") && path != "tagmanifest-sha256.txt";
    check_list(&bag, "tagmanifest-sha256.txt", tag, &mut faults);
    check_sum(&bag, &mut faults);
    check_sources(&bag, &mut faults);
    if let Some(folder) = against {
        faults.extend(compare(&bag.hashes, folder)?);
    }
    faults.sort();
    faults.dedup();
    let is_published = |path: &&String| path.starts_with(PUBLIC) && !path.ends_with(LIST_IN_BAG);
    Ok(Verified {
        files: bag.hashes.keys().filter(is_published).count(),
        day: said(&bag, "Publication-Day").map(str::to_owned),
        faults,
    })
}

/// The list of what was published is in the bag, but no visitor asked for it.
const LIST_IN_BAG: &str = crate::publish::Published::LIST;

/// What `bag-info.txt` says under a label.
fn said<'a>(bag: &'a BagFile, label: &str) -> Option<&'a str> {
    bag.texts.get("bag-info.txt")?.lines().find_map(|line| {
        let (own, text) = line.split_once(':')?;
        (own.trim() == label).then(|| text.trim())
    })
}

fn check_bagit(bag: &BagFile, faults: &mut Vec<Fault>) {
    let name = "bagit.txt";
    match bag.texts.get(name) {
        Some(text) if text == BAGIT => {}
        Some(_) => faults.push(Fault::new(
            name,
            Problem::BadTag(phrase("it must say version 1.0 and UTF-8")),
        )),
        None => faults.push(Fault::new(name, Problem::Missing)),
    }
}

/// The entries of a list in the bag; a list that is not there, or not whole, is a fault.
fn list(bag: &BagFile, name: &str, faults: &mut Vec<Fault>) -> Option<BTreeMap<String, [u8; 32]>> {
    let Some(text) = bag.texts.get(name) else {
        faults.push(Fault::new(name, Problem::Missing));
        return None;
    };
    match entries(text) {
        Ok(entries) => {
            let count = entries.len();
            let list: BTreeMap<_, _> = entries.into_iter().collect();
            if list.len() < count {
                let reason = phrase("it names a file twice");
                faults.push(Fault::new(name, Problem::BadTag(reason)));
            }
            Some(list)
        }
        Err(line) => {
            faults.push(Fault::new(name, Problem::BadLine(line)));
            None
        }
    }
}

/// Compares a list with the files that it must name, all of them.
fn check_list(
    bag: &BagFile,
    name: &str,
    is_listed: impl Fn(&str) -> bool,
    faults: &mut Vec<Fault>,
) {
    let Some(list) = list(bag, name, faults) else {
        return;
    };
    for (path, hash) in &list {
        match bag.hashes.get(path) {
            None => faults.push(Fault::new(path, Problem::Missing)),
            Some(found) if found != hash => faults.push(Fault::new(path, Problem::Damaged)),
            Some(_) => {}
        }
    }
    let extra = bag.hashes.keys();
    let extra = extra.filter(|path| is_listed(path) && !list.contains_key(*path));
    faults.extend(extra.map(|path| Fault::new(path, Problem::Extra)));
}

/// As many bytes and files as the bag says (`Payload-Oxum`).
fn check_sum(bag: &BagFile, faults: &mut Vec<Fault>) {
    let files = bag.hashes.keys().filter(|path| path.starts_with("data/"));
    let found = format!("{}.{}", bag.payload_bytes, files.count());
    match said(bag, "Payload-Oxum") {
        Some(said) if said == found => {}
        Some(said) => faults.push(Fault::new(
            "bag-info.txt",
            Problem::WrongSum {
                said: said.to_owned(),
                found,
            },
        )),
        None => faults.push(Fault::new(
            "bag-info.txt",
            Problem::BadTag(phrase("it has no `Payload-Oxum`")),
        )),
    }
}

/// Sources that are in the bag themselves are the ones that the site was made from.
fn check_sources(bag: &BagFile, faults: &mut Vec<Fault>) {
    let Some(list) = list(bag, SOURCES_LIST, faults) else {
        return;
    };
    for (path, hash) in &bag.hashes {
        let Some(source) = path.strip_prefix(SOURCES) else {
            continue;
        };
        match list.get(source) {
            None => faults.push(Fault::new(path, Problem::Extra)),
            Some(said) if said != hash => faults.push(Fault::new(path, Problem::OtherSource)),
            Some(_) => {}
        }
    }
}
