//! Which outcomes were shown until now, from every place that tells it: the publication that is gone on with, the target,
//! and what is remembered beside them. Who kept a publication kept it for good, so nothing of it may be forgotten. Start
//! at [`Previous::score`]; [`refuse_forgetful`] does the same for shards.

use std::path::{Path, PathBuf};

use crate::diagnostics::{Diagnostic, Place, Wording, codes, phrase, said};
use crate::model::{Dataset, Outcomes};
use crate::publish::{Earlier, Memory, Shards, Stage};
use crate::stats::{self, LEDGER_FILE, Ledger, Scored};

use super::held_back::tell;
use super::previous::{Before, Previous, in_folder, path_of};
use super::{Findings, PipelineError};

/// What a folder, and what is remembered beside it, says was shown.
struct Witness {
    /// The lists that are there, each with where it stands.
    lists: Vec<(PathBuf, Earlier)>,
    was_published: bool,
}

impl Witness {
    fn of(folder: &Path, published: Earlier) -> Result<Self, PipelineError> {
        let memory = Memory::beside(folder)?;
        let was_published = memory.as_ref().is_some_and(|it| it.was_published);
        let mut lists = vec![(folder.join(LEDGER_FILE), published)];
        lists.extend(memory.map(|it| (it.file, it.shown)));
        lists.retain(|(_, list)| *list != Earlier::Nothing);
        Ok(Self {
            lists,
            was_published,
        })
    }

    fn of_target(before: Before<'_>) -> Result<Self, PipelineError> {
        Self::of(before.folder, (before.read)(LEDGER_FILE)?)
    }
}

impl Previous<'_> {
    /// The scores that may be shown after what was shown before. What is held back is a warning. It is an error when it
    /// is not known what was shown, for what is shown without that may give somebody away.
    pub(super) fn score(
        &self,
        dataset: &Dataset,
        outcomes: &Outcomes,
        findings: &mut Findings,
    ) -> Result<Scored, PipelineError> {
        let ledger = self.ledger(dataset, findings)?;
        let scored = stats::score_after(dataset, outcomes, dataset.date(), ledger);
        tell(&scored, dataset, findings);
        Ok(scored)
    }

    /// All that was shown; what was shown last is what the first place tells.
    fn ledger(&self, dataset: &Dataset, findings: &mut Findings) -> Result<Ledger, PipelineError> {
        let mut lists = Vec::new();
        match self {
            Self::Nowhere => {}
            Self::Target(before) => {
                let target = Witness::of_target(*before)?;
                if target.lists.is_empty() && target.was_published {
                    findings.refuse_silence(before.folder.join(LEDGER_FILE));
                }
                lists.extend(target.lists);
            }
            Self::Folder(folder, before) => {
                let named = Witness::of(folder, in_folder(&folder.join(LEDGER_FILE))?)?;
                if named.lists.is_empty() {
                    if named.was_published || holds_journal(folder, dataset)? {
                        findings.refuse_silence(folder.join(LEDGER_FILE));
                    } else {
                        findings.refuse_no_publication(folder.to_path_buf());
                    }
                }
                lists.extend(named.lists);
                if let Some(before) = before {
                    lists.extend(Witness::of_target(*before)?.lists);
                }
            }
        }
        // A list and its copy are read once.
        lists.dedup_by(|later, former| later.1 == former.1 && later.1 != Earlier::Damaged);
        let mut ledger = Ledger::default();
        for (path, list) in lists {
            match read(&list) {
                Ok(shown) => ledger = ledger.with_former(shown),
                Err(reason) => findings.refuse_ledger(path, reason),
            }
        }
        Ok(ledger)
    }
}

fn read(list: &Earlier) -> Result<Ledger, Wording> {
    match list {
        Earlier::Whole(bytes) => Ledger::read(bytes).map_err(|unusable| unusable.wording()),
        Earlier::Damaged => Err(phrase("it is not the file that was published").into()),
        Earlier::Nothing => Ok(Ledger::default()),
    }
}

fn holds_journal(folder: &Path, dataset: &Dataset) -> Result<bool, PipelineError> {
    for (_, municipality) in dataset.municipalities() {
        if in_folder(&folder.join(path_of(municipality)))? != Earlier::Nothing {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Sees to it that shards take the place of no site that showed outcomes they do not know: they were held against what
/// was shown elsewhere.
pub(super) fn refuse_forgetful(
    shards: &Shards,
    stage: &Stage,
    target: &Path,
) -> Result<(), PipelineError> {
    let unusable = |file: &Path, reason: Wording| {
        let file = file.display();
        let words = said(
            "the list of shown outcomes `{file}` cannot be used: {reason}",
            [("file", &file)],
        );
        PipelineError::NotKnownToShards(words.with("reason", reason))
    };
    let own = shards.file_of_region(LEDGER_FILE)?;
    let own = own.map_or(Earlier::Nothing, Earlier::Whole);
    let own = read(&own).map_err(|reason| unusable(Path::new(LEDGER_FILE), reason))?;
    let witness = Witness::of(target, stage.earlier(LEDGER_FILE)?)?;
    let target = target.display();
    if witness.lists.is_empty() && witness.was_published {
        return Err(PipelineError::NotKnownToShards(said(
            "something was published to `{target}` and does not say which outcomes it showed; `keuzewijzer explain E1003` says how to go on",
            [("target", &target)],
        )));
    }
    for (file, list) in &witness.lists {
        let shown = read(list).map_err(|reason| unusable(file, reason))?;
        if !own.knows(&shown) {
            return Err(PipelineError::NotKnownToShards(said(
                "the shards do not know all outcomes that were shown, which stand in `{file}`; build each of them again with `--previous {target}`",
                [("file", &file.display()), ("target", &target)],
            )));
        }
    }
    Ok(())
}

impl Findings {
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

    fn refuse_silence(&mut self, path: PathBuf) {
        let place = Place::whole(self.sources.add(path, ""));
        self.diagnostics.push(
            Diagnostic::new(
                codes::E1003,
                place,
                "what was published before does not say which outcomes it showed",
            )
            .help("give the whole publication with `--previous`, this file too; `keuzewijzer explain E1003` says what to do when there is none"),
        );
    }

    fn refuse_no_publication(&mut self, path: PathBuf) {
        let place = Place::whole(self.sources.add(path, ""));
        self.diagnostics.push(
            Diagnostic::new(
                codes::E1003,
                place,
                "`--previous` names a folder in which nothing was published",
            )
            .help("give the folder in which `getoonde-uitkomsten.json` stands, that of all municipalities together; leave `--previous` out when nothing was ever published"),
        );
    }
}
