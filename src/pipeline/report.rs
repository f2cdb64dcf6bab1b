//! Checks, and writes the report for editors.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::artifact::Artifact;
use crate::report::{self, Checked, MAILS};
use crate::sources::{read_at_most, write_plain};

use super::previous::Previous;
use super::step::Watch;
use super::{Findings, Loaded, Loader, Options, PipelineError, check_all};

/// The report could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write `{}`", path.display())]
pub struct ReportError {
    /// Which file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub source: io::Error,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenReport {
    /// The page.
    pub page: PathBuf,
    /// How many mails lie beside it.
    pub mails: usize,
}

/// Where a report goes: a page, and the mails in a folder beside it.
struct Target<'a> {
    folder: &'a Path,
    page: &'a str,
}

/// Does what [`check`](super::check) does, and writes the report: a page, `target` itself when it ends in `.html` and
/// otherwise `index.html` in the folder `target`, and the mails of today beside it. Also when the content has errors.
///
/// # Errors
/// When the machine fails; wrong material is a finding.
pub fn check_and_report(
    options: &Options,
    target: &Path,
    watch: Watch<'_>,
) -> Result<(Findings, WrittenReport), PipelineError> {
    let mut loader = Loader::default();
    let Loaded {
        findings,
        region,
        without_theme,
    } = check_all(&mut loader, options, watch)?;
    let facts = match (&region, &without_theme) {
        (Some(region), _) => Some((&region.dataset, &region.outcomes)),
        (None, Some((dataset, outcomes))) => Some((dataset, outcomes)),
        (None, None) => None,
    };
    let scored = match facts {
        Some((dataset, outcomes)) => {
            // What is held back was said by the check.
            let mut said = Findings::new(options);
            let scores = Previous::named(options)
                .score(dataset, outcomes, &mut said)?
                .scores;
            Some((dataset, scores))
        }
        None => None,
    };
    let checked = Checked {
        material: loader.material(),
        problems: &findings.diagnostics,
        sources: &findings.sources,
        region: scored.as_ref().map(|(dataset, scores)| (*dataset, scores)),
    };
    let target = Target::new(target);
    let files = report::report(checked, target.page);
    target.write(&files)?;
    let written = WrittenReport {
        page: target.folder.join(target.page),
        mails: files.len() - 1,
    };
    Ok((findings, written))
}

impl<'a> Target<'a> {
    fn new(target: &'a Path) -> Self {
        let is_page = target.extension() == Some(OsStr::new("html"));
        match target
            .file_name()
            .and_then(OsStr::to_str)
            .filter(|_| is_page)
        {
            Some(page) => Self {
                folder: target.parent().unwrap_or(Path::new("")),
                page,
            },
            None => Self {
                folder: target,
                page: "index.html",
            },
        }
    }

    fn write(&self, files: &[Artifact]) -> Result<(), ReportError> {
        for file in files {
            let path = self.folder.join(&file.path);
            let folder = path.parent().expect("a file lies in a folder");
            fs::create_dir_all(folder)
                .and_then(|()| replace(&path, &file.bytes))
                .map_err(|source| ReportError { path, source })?;
        }
        let new: BTreeSet<PathBuf> = files
            .iter()
            .map(|file| self.folder.join(&file.path))
            .collect();
        self.remove_old_mails(&new)
    }

    /// A mail of an earlier report may ask for what was given since. Only files that are such mails go.
    fn remove_old_mails(&self, new: &BTreeSet<PathBuf>) -> Result<(), ReportError> {
        let folder = self.folder.join(MAILS);
        let failed = |source| ReportError {
            path: folder.clone(),
            source,
        };
        let listed = match fs::read_dir(&folder) {
            Ok(listed) => listed,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(failed(error)),
        };
        for entry in listed {
            let path = entry.map_err(failed)?.path();
            let is_text = path.extension() == Some(OsStr::new("txt"));
            if is_text && !new.contains(&path) && is_mail(&path) {
                fs::remove_file(&path).map_err(|source| ReportError {
                    path: path.clone(),
                    source,
                })?;
            }
        }
        Ok(())
    }
}

/// Whether a file is a mail of a report. One that is too long for it is none.
fn is_mail(path: &Path) -> bool {
    const LONGEST: u64 = 1024 * 1024;
    read_at_most(path, LONGEST).is_ok_and(|read| read.is_some_and(|bytes| report::is_mail(&bytes)))
}

/// Writes a file in one step: a full disk leaves the old one.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut hidden = OsString::from(".");
    hidden.push(path.file_name().unwrap_or_default());
    hidden.push(".new");
    let temporary = path.with_file_name(hidden);
    write_plain(&temporary, bytes)
        .and_then(|()| fs::rename(&temporary, path))
        .inspect_err(|_| {
            let _ = fs::remove_file(&temporary);
        })
}
