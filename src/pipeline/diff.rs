//! What changed from one published folder to another.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::changes::{Entry, FILE, Journal, Unusable, compare};
use crate::publish::LARGEST_EARLIER;
use crate::sources::read_at_most;

/// What changed in one municipality.
#[derive(Debug)]
pub struct Difference {
    /// CBS code.
    pub code: Box<str>,
    /// Name.
    pub name: Box<str>,
    /// What it is.
    pub kind: DifferenceKind,
}

/// What a difference is.
#[derive(Debug)]
pub enum DifferenceKind {
    /// The municipality stands in the new folder only.
    New(Date),
    /// The municipality stands in the old folder only.
    Gone(Date),
    /// Something else is said. The days are those of the two publications.
    Changed {
        /// Of the old publication.
        from: Date,
        /// Of the new publication.
        to: Date,
        /// What changed, in order of list.
        changes: Vec<Entry>,
    },
}

/// Two folders cannot be compared.
#[derive(Debug, thiserror::Error)]
pub enum DiffError {
    /// Something cannot be read.
    #[error("cannot read `{}`", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The folder holds no publication, or one of a program that kept no journal.
    #[error("`{}` is no published folder: there is no `{FILE}` in it nor one folder deeper", path.display())]
    NoPublication {
        /// Which.
        path: PathBuf,
    },
    /// A journal cannot be understood.
    #[error("cannot use `{}`", path.display())]
    Journal {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: Unusable,
    },
}

/// Every municipality of which two publications say something else, in order of CBS code. Each is a published folder, or
/// the folder of one municipality in it.
///
/// # Errors
/// When one of the two is no publication or cannot be read.
pub fn diff(old: &Path, new: &Path) -> Result<Vec<Difference>, DiffError> {
    let (old, new) = (journals_in(old)?, journals_in(new)?);
    let codes: BTreeSet<&Box<str>> = old.keys().chain(new.keys()).collect();
    let mut differences = Vec::new();
    for code in codes {
        let before = old.get(code).map(|path| read(path)).transpose()?;
        let after = new.get(code).map(|path| read(path)).transpose()?;
        differences.extend(difference(before, after));
    }
    Ok(differences)
}

fn difference(before: Option<Journal>, after: Option<Journal>) -> Option<Difference> {
    let (code, name, kind) = match (before, after) {
        (Some(before), Some(after)) => {
            let changes = compare(&before.state, &after.state, after.day);
            if changes.is_empty() {
                return None;
            }
            let (from, to) = (before.day, after.day);
            let kind = DifferenceKind::Changed { from, to, changes };
            (after.municipality, after.name, kind)
        }
        (Some(before), None) => {
            let kind = DifferenceKind::Gone(before.day);
            (before.municipality, before.name, kind)
        }
        (None, Some(after)) => {
            let kind = DifferenceKind::New(after.day);
            (after.municipality, after.name, kind)
        }
        (None, None) => return None,
    };
    Some(Difference { code, name, kind })
}

/// The journals of a folder, by the CBS code of their municipality.
fn journals_in(folder: &Path) -> Result<BTreeMap<Box<str>, PathBuf>, DiffError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        |source| DiffError::Io { path, source }
    };
    let mut found = BTreeMap::new();
    let mut candidates = vec![folder.join(FILE)];
    for entry in fs::read_dir(folder).map_err(io(folder))? {
        candidates.push(entry.map_err(io(folder))?.path().join(FILE));
    }
    candidates.retain(|path| path.is_file());
    candidates.sort();
    for path in candidates {
        found.insert(read(&path)?.municipality, path);
    }
    if found.is_empty() {
        return Err(DiffError::NoPublication {
            path: folder.to_owned(),
        });
    }
    Ok(found)
}

fn read(path: &Path) -> Result<Journal, DiffError> {
    let io = |source| DiffError::Io {
        path: path.to_owned(),
        source,
    };
    let too_large = || io(ErrorKind::FileTooLarge.into());
    let bytes = read_at_most(path, LARGEST_EARLIER).map_err(io)?;
    Journal::read(&bytes.ok_or_else(too_large)?).map_err(|source| DiffError::Journal {
        path: path.to_owned(),
        source,
    })
}
