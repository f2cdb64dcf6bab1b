//! What was published before, of which the journals of changes and the shown outcomes are an input of the next build.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::changes::{FILE, Journal};
use crate::diagnostics::{Diagnostic, Place, Wording, codes, phrase, said};
use crate::model::{Dataset, Municipality, Outcomes};
use crate::publish::{Earlier, PublishError};
use crate::stats::{self, LEDGER_FILE, Ledger, Scored};

use super::held_back::tell;
use super::{Findings, Options, PipelineError};

/// Reads a file of the target as it was published last.
pub(super) type ReadEarlier<'a> = dyn Fn(&str) -> Result<Earlier, PublishError> + 'a;

/// Where the previous publication stands.
pub(super) enum Previous<'a> {
    /// Nowhere: as if nothing was published before.
    Nowhere,
    /// In the target that is built into.
    Target(&'a ReadEarlier<'a>, &'a Path),
    /// In another folder.
    Folder(&'a Path),
}

impl<'a> Previous<'a> {
    /// The folder that is named, when one is.
    pub(super) fn named(options: &'a Options) -> Self {
        let folder = options.previous.as_deref();
        folder.map_or(Self::Nowhere, Self::Folder)
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
            Self::Target(read, _) => read(inside)?,
            Self::Folder(_) => in_folder(&path)?,
        };
        Ok((file, path))
    }

    /// The scores that may be shown after what was shown before. What is held back is a warning; so is a publication
    /// that does not say what it showed. A list of what was shown that cannot be used is an error, for what is shown
    /// without it may give somebody away.
    pub(super) fn score(
        &self,
        dataset: &Dataset,
        outcomes: &Outcomes,
        findings: &mut Findings,
    ) -> Result<Scored, PipelineError> {
        let (published, shown) = self.file(LEDGER_FILE)?;
        let ledger = match published {
            Earlier::Whole(bytes) => Ledger::read(&bytes).map_err(|unusable| unusable.wording()),
            Earlier::Damaged => Err(phrase("it is not the file that was published").into()),
            Earlier::Nothing => {
                for (_, municipality) in dataset.municipalities() {
                    if self.file(&path_of(municipality))?.0 != Earlier::Nothing {
                        findings.warn_of_no_ledger(shown.clone());
                        break;
                    }
                }
                Ok(Ledger::default())
            }
        };
        let ledger = ledger.unwrap_or_else(|reason| {
            findings.refuse_ledger(shown, reason);
            Ledger::default()
        });
        let scored = stats::score_after(dataset, outcomes, dataset.date(), ledger);
        tell(&scored.held_back, dataset, findings);
        Ok(scored)
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
            Self::Target(_, target) => target.join(inside),
            Self::Folder(folder) => folder.join(inside),
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

    fn refuse_ledger(&mut self, path: PathBuf, reason: Wording) {
        let place = Place::whole(self.sources.add(path, ""));
        self.diagnostics.push(
            Diagnostic::new(
                codes::E1002,
                place,
                said(
                    "the list of outcomes that were shown cannot be used: {reason}",
                    [],
                )
                .with("reason", reason),
            )
            .help("put it back as it was published, from an archive or a copy of the site"),
        );
    }

    fn warn_of_no_ledger(&mut self, path: PathBuf) {
        let place = Place::whole(self.sources.add(path, ""));
        self.diagnostics.push(
            Diagnostic::new(
                codes::W1003,
                place,
                "what was published before does not say which outcomes it showed",
            )
            .help("give the whole publication with `--previous`; without it the outcomes cannot be held against what was shown"),
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
fn in_folder(path: &Path) -> Result<Earlier, PipelineError> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Earlier::Whole(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Earlier::Nothing),
        Err(source) => Err(PipelineError::Publication {
            path: path.to_owned(),
            source,
        }),
    }
}
