//! What the machine refused, in words that say which file and what to do, in the language that was asked for.

use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::ExitCode;

use crate::archive::ArchiveError;
use crate::diagnostics::{Language, Phrase, Wording, phrase, said};
use crate::import::ImportError;
use crate::init::InitError;
use crate::pipeline::{PipelineError, ReportError};
use crate::publish::{JoinError, PublishError};
use crate::sources::{NoPlainFile, ReadError};

use super::language::language_of_system;
use super::{MACHINE_FAILED, say};

/// Says that the machine failed, and why, in the language that the system speaks.
pub(super) fn fail(error: &(dyn Error + 'static)) -> ExitCode {
    fail_in(error, language_of_system())
}

/// Says that the machine failed, and why.
pub(super) fn fail_in(error: &(dyn Error + 'static), language: Language) -> ExitCode {
    let mut words = format!("keuzewijzer: {}\n", in_words(error, language));
    let cause = refusal(error).map(|refusal| refusal.source);
    if let Some(remedy) = cause.and_then(remedy) {
        let tip = Wording::from("help").in_language(language);
        let _ = writeln!(words, "  {tip}: {}", remedy.in_language(language));
    }
    say(&words);
    ExitCode::from(MACHINE_FAILED)
}

/// In Dutch, what the system refused and what is wrong with a target; otherwise the error as it says itself.
fn in_words(error: &(dyn Error + 'static), language: Language) -> String {
    if language == Language::English {
        return with_causes(error);
    }
    if let Some(PipelineError::NotKnownToShards(words)) = error.downcast_ref() {
        return words.in_language(language);
    }
    let wording = refusal(error).map_or_else(
        || publish_error(error).and_then(about_target),
        |refusal| refusal.wording(),
    );
    wording.map_or_else(|| with_causes(error), |words| words.in_language(language))
}

/// An error in words, with what caused it.
fn with_causes(error: &dyn Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    // An error that tells its cause itself does not have it told twice.
    while let Some(deeper) = cause.filter(|cause| !words.ends_with(&cause.to_string())) {
        let _ = write!(words, ": {deeper}");
        cause = deeper.source();
    }
    words
}

/// What the system would not do, to which file or folder.
struct Refusal<'a> {
    action: &'static str,
    path: &'a Path,
    source: &'a io::Error,
}

/// What can be refused.
const ACTIONS: [Phrase; 18] = [
    phrase("copy"),
    phrase("find"),
    phrase("flush"),
    phrase("link"),
    phrase("lock"),
    phrase("look at"),
    phrase("make the folder of"),
    phrase("make"),
    phrase("open the lock"),
    phrase("open"),
    phrase("put back"),
    phrase("put in place"),
    phrase("read"),
    phrase("remove"),
    phrase("replace"),
    phrase("set aside"),
    phrase("take over the permissions of"),
    phrase("write"),
];

impl Refusal<'_> {
    fn wording(&self) -> Option<Wording> {
        let action = ACTIONS
            .into_iter()
            .find(|action| action.english() == self.action)?;
        let path = self.path.display();
        let wording = match reason(self.source) {
            Some(reason) => {
                said("cannot {action} `{path}`: {reason}", [("path", &path)]).with("reason", reason)
            }
            None => said(
                "cannot {action} `{path}`: {reason}",
                [("path", &path), ("reason", self.source)],
            ),
        };
        Some(wording.with("action", action))
    }
}

/// What the system says, for what happens to people.
fn reason(source: &io::Error) -> Option<Phrase> {
    cause(source).map(|(reason, _)| reason)
}

fn remedy(source: &io::Error) -> Option<Wording> {
    cause(source).map(|(_, remedy)| remedy.into())
}

/// Why it was refused, and what to do.
fn cause(source: &io::Error) -> Option<(Phrase, Phrase)> {
    let kind = source.kind();
    if [ErrorKind::StorageFull, ErrorKind::QuotaExceeded].contains(&kind) {
        Some((
            phrase("there is no room on the disk"),
            phrase(
                "make room and give the same command again; `df -h` says how much there is, `df -i` for how many files",
            ),
        ))
    } else if kind == ErrorKind::ReadOnlyFilesystem {
        Some((
            phrase("the disk may be read only"),
            phrase("choose a folder on another disk, or have this one opened for writing"),
        ))
    } else if kind == ErrorKind::PermissionDenied {
        Some((
            phrase("the system does not allow it to this user"),
            phrase(
                "give this user the right to read and write there, or choose another folder; `ls -ld` says who has it now",
            ),
        ))
    } else if NoPlainFile::is_why(source) {
        Some((
            phrase("it is no plain file"),
            phrase("give the file itself; what another program gives is saved as a file first"),
        ))
    } else if kind == ErrorKind::NotADirectory {
        Some((
            phrase("it is not a folder"),
            phrase("is the name right? A folder belongs here"),
        ))
    } else if kind == ErrorKind::FileTooLarge {
        Some((
            phrase("it is larger than what is read of such a file"),
            phrase("is it the right file? Put it back as it was published"),
        ))
    } else if kind == ErrorKind::NotFound {
        Some((
            phrase("it is not there"),
            phrase(
                "is the name right, and was nothing moved or removed while this ran? Then give the same command again",
            ),
        ))
    } else {
        None
    }
}

/// What is wrong with a target that no disk can help.
fn about_target(error: &PublishError) -> Option<Wording> {
    match error {
        PublishError::Locked { lock } => Some(said(
            "another build holds `{lock}`; wait until it is ready",
            [("lock", &lock.display())],
        )),
        PublishError::Foreign { folder, found } => Some(said(
            "`{folder}` holds {found}, which was not published by keuzewijzer; choose another folder or empty this one",
            [("folder", &folder.display()), ("found", found)],
        )),
        PublishError::TwoSites { folder, previous } => Some(said(
            "`{folder}` holds no whole site, and the last one stands in `{previous}`; move what is in the first elsewhere and give the same command again",
            [
                ("folder", &folder.display()),
                ("previous", &previous.display()),
            ],
        )),
        PublishError::NotAFolder { path } => Some(said(
            "`{path}` is not a folder that can be replaced",
            [("path", &path.display())],
        )),
        PublishError::MountPoint { path } => Some(said(
            "`{path}` is a mount point and cannot be replaced in one step; publish to a folder inside it",
            [("path", &path.display())],
        )),
        PublishError::WholeSite { .. }
        | PublishError::BadPath { .. }
        | PublishError::Twice { .. }
        | PublishError::Incomplete { .. }
        | PublishError::NothingToKeep { .. }
        | PublishError::OtherCompression { .. }
        | PublishError::NotWhole { .. }
        | PublishError::Io { .. } => None,
    }
}

fn publish_error<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a PublishError> {
    if let Some(PipelineError::Publish(error) | PipelineError::Join(JoinError::Publish(error))) =
        error.downcast_ref()
    {
        return Some(error);
    }
    match error.downcast_ref() {
        Some(ArchiveError::Publish(error)) => Some(error),
        Some(_) | None => error.downcast_ref(),
    }
}

fn refusal<'a>(error: &'a (dyn Error + 'static)) -> Option<Refusal<'a>> {
    let refused = |action, path: &'a Path, source| {
        Some(Refusal {
            action,
            path,
            source,
        })
    };
    if let Some(PublishError::Io {
        action,
        path,
        source,
    }) = publish_error(error)
    {
        return refused(action, path, source);
    }
    if let Some(InitError::Io {
        action,
        path,
        source,
    }) = error.downcast_ref()
    {
        return refused(action, path, source);
    }
    match error.downcast_ref() {
        Some(PipelineError::Report(ReportError { path, source })) => {
            return refused("write", path, source);
        }
        Some(
            PipelineError::Read(ReadError::Io { path, source })
            | PipelineError::Publication { path, source },
        ) => return refused("read", path, source),
        Some(_) | None => {}
    }
    match error.downcast_ref() {
        Some(
            ImportError::Content(ReadError::Io { path, source })
            | ImportError::Read { path, source },
        ) => refused("read", path, source),
        Some(ImportError::Write { path, source }) => refused("write", path, source),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full(path: &str) -> PublishError {
        PublishError::Io {
            action: "write",
            path: path.into(),
            source: ErrorKind::StorageFull.into(),
        }
    }

    #[test]
    fn a_full_disk_is_told_in_dutch_with_the_file() {
        let words = in_words(&PipelineError::from(full("/w/a.html")), Language::Dutch);
        assert_eq!(words, "kan `/w/a.html` niet schrijven: de schijf is vol");
        let words = in_words(&ArchiveError::from(full("/w/a.html")), Language::Dutch);
        assert_eq!(words, "kan `/w/a.html` niet schrijven: de schijf is vol");
    }

    #[test]
    fn what_the_system_says_is_not_told_twice() {
        let words = in_words(&full("/w/a.html"), Language::English);
        assert_eq!(words.matches("no storage space").count(), 1, "{words}");
    }

    #[test]
    fn every_action_is_translated() {
        for action in ACTIONS {
            let refusal = Refusal {
                action: action.english(),
                path: Path::new("x"),
                source: &ErrorKind::StorageFull.into(),
            };
            let words = refusal.wording().expect("it is in the list");
            let dutch = words.in_language(Language::Dutch);
            assert!(dutch.starts_with("kan `x` niet "), "{dutch}");
        }
    }
}
