//! What was published before, of which the journal of changes is an input of the next build.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::changes::{FILE, Journal, State, lately};
use crate::diagnostics::{Diagnostic, Place, codes, said};
use crate::model::{Dataset, Municipality};
use crate::plan::SitePlan;
use crate::publish::{Published, Stage};
use crate::stats::Scores;

use super::{Findings, PipelineError};

/// Where the previous publication stands.
pub(super) enum Previous<'a> {
    /// Nowhere: as if nothing was published before.
    Nowhere,
    /// In the target that is built into.
    Target(&'a Stage, &'a Path),
    /// In another folder.
    Folder(&'a Path),
}

impl Previous<'_> {
    /// The journal of a site that is planned. One that cannot be gone on with is a warning, and the journal starts anew.
    pub(super) fn journal(
        &self,
        (dataset, scores): (&Dataset, &Scores),
        plan: &SitePlan,
        findings: &mut Findings,
    ) -> Result<Journal, PipelineError> {
        let municipality = dataset.municipality(plan.municipality);
        let previous = self.read(municipality, findings)?;
        let now = (dataset.date(), State::of(dataset, plan, scores));
        Ok(Journal::next(previous, municipality, now, || {
            lately(dataset, plan)
        }))
    }

    fn read(
        &self,
        municipality: &Municipality,
        findings: &mut Findings,
    ) -> Result<Option<Journal>, PipelineError> {
        let inside = path_of(municipality);
        let (published, shown) = match self {
            Self::Nowhere => return Ok(None),
            Self::Target(stage, target) => (stage.published(&inside)?, target.join(&inside)),
            Self::Folder(folder) => {
                let path = folder.join(&inside);
                (in_folder(&path)?, path)
            }
        };
        let reason = match published {
            Published::Nothing => return Ok(None),
            Published::Damaged => "it is not the file that was published".to_owned(),
            Published::Whole(bytes) => {
                match Journal::read(&bytes).and_then(|journal| journal.about(municipality)) {
                    Ok(journal) => return Ok(Some(journal)),
                    Err(error) => error.to_string(),
                }
            }
        };
        findings.warn_of_journal(shown, &reason);
        Ok(None)
    }
}

impl Findings {
    fn warn_of_journal(&mut self, path: PathBuf, reason: &str) {
        // Its text is one long line that nobody should edit, so it is not shown.
        let place = Place::whole(self.sources.add(path, ""));
        self.diagnostics.push(
            Diagnostic::new(
                codes::W1001,
                place,
                said(
                    "the journal of changes cannot be gone on with: {reason}",
                    [("reason", &reason)],
                ),
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
fn in_folder(path: &Path) -> Result<Published, PipelineError> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Published::Whole(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Published::Nothing),
        Err(source) => Err(PipelineError::Publication {
            path: path.to_owned(),
            source,
        }),
    }
}
