//! What a publication changed.

use std::cmp::Ordering;
use std::path::PathBuf;

use super::manifest::Manifest;
use super::swap::Swap;

/// What visitors get that they did not get before. Paths are sorted; a file and its compressed siblings are one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Files that were not there.
    pub new: Vec<String>,
    /// Files that were there with other bytes, or damaged.
    pub changed: Vec<String>,
    /// How many files are as they were.
    pub unchanged: usize,
    /// Files that are no longer there.
    pub gone: Vec<String>,
    /// Files that nobody published and that stood in the target all the same: they go with the old site.
    pub foreign: Vec<String>,
    /// How the new site took its place.
    pub swap: Swap,
    /// The old site, where it could not be removed; the next build tries again.
    pub left_behind: Option<PathBuf>,
}

/// The difference between two publications; becomes a [`Report`] once the swap is done. Paths are sorted.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Files that were not there.
    pub new: Vec<String>,
    /// Files that were there with other bytes, or damaged.
    pub changed: Vec<String>,
    /// How many files are as they were.
    pub unchanged: usize,
    /// Files that are no longer there.
    pub gone: Vec<String>,
    /// Files that nobody published and that stood in the target all the same: they go with the old site.
    pub foreign: Vec<String>,
}

/// Walks two sorted manifests side by side. `repaired` (sorted) are files whose old copy was damaged.
pub(super) fn compare(old: &Manifest, new: &Manifest, repaired: &[String]) -> Difference {
    let mut difference = Difference::default();
    let mut before = old.files().peekable();
    let mut after = new.files().peekable();
    loop {
        let order = match (before.peek(), after.peek()) {
            (None, None) => return difference,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(was), Some(is)) => was.path.cmp(is.path),
        };
        let was = before.next_if(|_| order.is_le());
        let is = after.next_if(|_| order.is_ge());
        match (was, is) {
            (Some(was), Some(is)) => {
                let is_repaired = repaired
                    .binary_search_by(|path| path.as_str().cmp(is.path))
                    .is_ok();
                if was.hash == is.hash && !is_repaired {
                    difference.unchanged += 1;
                } else {
                    difference.changed.push(is.path.to_owned());
                }
            }
            (Some(was), None) => difference.gone.push(was.path.to_owned()),
            (None, Some(is)) => difference.new.push(is.path.to_owned()),
            (None, None) => return difference,
        }
    }
}
