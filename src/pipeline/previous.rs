//! What was published before, of which the journals of changes and the shown outcomes (`shown`) are an input of the next
//! build.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::changes::{FILE, Journal};
use crate::diagnostics::{Diagnostic, Place, Wording, codes, phrase, said};
use crate::model::Municipality;
use crate::publish::{Earlier, LARGEST_EARLIER, PublishError};
use crate::sources::read_at_most;

use super::{Findings, Options, PipelineError};

/// Reads a file of the target as it was published last.
pub(super) type ReadEarlier<'a> = dyn Fn(&str) -> Result<Earlier, PublishError> + 'a;

/// The target that is built into, as it stands before that.
#[derive(Clone, Copy)]
pub(super) struct Before<'a> {
    /// Reads a file of it.
    pub(super) read: &'a ReadEarlier<'a>,
    /// Where it is.
    pub(super) folder: &'a Path,
}

/// Where the previous publication stands.
pub(super) enum Previous<'a> {
    /// Nowhere: as if nothing was published before.
    Nowhere,
    /// In the target.
    Target(Before<'a>),
    /// In another folder. What the target showed was shown too, when it is known and visitors see it.
    Folder(&'a Path, Option<Before<'a>>),
}

impl<'a> Previous<'a> {
    /// The folder that is named, when one is.
    pub(super) fn named(options: &'a Options) -> Self {
        let folder = options.previous.as_deref();
        folder.map_or(Self::Nowhere, |folder| Self::Folder(folder, None))
    }

    /// The journal that was published before. One that cannot be gone on with is a warning, and the journal starts anew.
    pub(super) fn journal(
        &self,
        municipality: &Municipality,
        findings: &mut Findings,
    ) -> Result<Option<Journal>, PipelineError> {
        let (published, shown) = self.file(&path_of(municipality))?;
        let reason = match published {
            Earlier::Nothing => return Ok(None),
            Earlier::Damaged => phrase("it is not the file that was published").into(),
            Earlier::Whole(bytes) => {
                match Journal::read(&bytes).and_then(|journal| journal.about(municipality)) {
                    Ok(journal) => return Ok(Some(journal)),
                    Err(unusable) => unusable.wording(),
                }
            }
        };
        findings.warn_of_journal(shown, reason);
        Ok(None)
    }

    /// A file of it, and where it stands.
    fn file(&self, inside: &str) -> Result<(Earlier, PathBuf), PipelineError> {
        let path = self.place(inside);
        let file = match self {
            Self::Nowhere => Earlier::Nothing,
            Self::Target(before) => (before.read)(inside)?,
            Self::Folder(..) => in_folder(&path)?,
        };
        Ok((file, path))
    }
}

impl Previous<'_> {
    /// Where the journal of a municipality stands, for people.
    pub(super) fn shown(&self, municipality: &Municipality) -> PathBuf {
        self.place(&path_of(municipality))
    }

    /// Where a file of it stands, for people.
    fn place(&self, inside: &str) -> PathBuf {
        match self {
            Self::Nowhere => inside.into(),
            Self::Target(before) => before.folder.join(inside),
            Self::Folder(folder, _) => folder.join(inside),
        }
    }
}

impl Findings {
    /// The clock says a day before that of the last publication: one of the two is wrong. Said once.
    pub(super) fn warn_of_clock(&mut self, published: Date, today: Date, path: PathBuf) {
        let is_told = |problem: &Diagnostic| problem.code == codes::W1002;
        if today >= published || self.diagnostics.iter().any(is_told) {
            return;
        }
        let place = Place::whole(self.sources.add(path, ""));
        self.diagnostics.push(
            Diagnostic::new(
                codes::W1002,
                place,
                said(
                    "the clock says {today}, but the last publication is of {published}",
                    [],
                ).with_day("today", today).with_day("published", published),
            )
            .help("set the clock right and build again, or give the day with `--date`; what was told of later days is left out of the journal of changes"),
        );
    }

    fn warn_of_journal(&mut self, path: PathBuf, reason: Wording) {
        // Its text is one long line that nobody should edit, so it is not shown.
        let place = Place::whole(self.sources.add(path, ""));
        self.diagnostics.push(
            Diagnostic::new(
                codes::W1001,
                place,
                said("the journal of changes cannot be gone on with: {reason}", [])
                    .with("reason", reason),
            )
            .help("the journal starts anew with what the records' own dates tell; older changes are lost"),
        );
    }
}

/// Where the journal of a municipality lies in a published folder.
pub(super) fn path_of(municipality: &Municipality) -> String {
    format!("{}/{FILE}", municipality.slug)
}

/// A file that no manifest vouches for.
pub(super) fn in_folder(path: &Path) -> Result<Earlier, PipelineError> {
    match read_at_most(path, LARGEST_EARLIER) {
        Ok(Some(bytes)) => Ok(Earlier::Whole(bytes)),
        Ok(None) => Ok(Earlier::Damaged),
        Err(error) if [ErrorKind::NotFound, ErrorKind::NotADirectory].contains(&error.kind()) => {
            Ok(Earlier::Nothing)
        }
        Err(source) => Err(PipelineError::Publication {
            path: path.to_owned(),
            source,
        }),
    }
}
