//! What is not as it should be in an archive or a published folder, and where.

use crate::diagnostics::{Phrase, Wording, said};

/// One thing that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Which file; empty for the archive or the folder as a whole.
    pub path: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// The file system or the archive broke off.
    Broken(String),
    /// A file that is listed is not there.
    Missing,
    /// A file is there with other bytes than its list says.
    Damaged,
    /// A file is there that no list names.
    Extra,
    /// A file stands in the archive twice.
    Twice,
    /// A name that leads out of the folder where it is unpacked, or cannot be written everywhere.
    UnsafeName,
    /// Something else than a plain file: a link, a device.
    NotAFile,
    /// A file outside the one folder that the archive holds.
    OutsideBag,
    /// A file about the bag does not say what it must.
    BadTag(Phrase),
    /// A line of a list that cannot be read.
    BadLine(usize),
    /// The bytes and files are not as many as the bag says.
    WrongSum {
        /// As the bag says it: bytes, a point, files.
        said: String,
        /// As counted.
        found: String,
    },
    /// There is something behind the end of the archive.
    Behind,
    /// A file is in the archive but not in the folder that it is compared with.
    NotInFolder,
    /// A file is other than in the folder that it is compared with.
    OtherInFolder,
    /// A file is in the folder that the archive is compared with, but not in the archive.
    NotInArchive,
    /// A source is not the file any more that the site was made from.
    OtherSource,
    /// No publication of ours.
    NotPublished,
    /// A publication of ours whose list is damaged.
    DamagedList,
    /// A publication without an account of what it was made from.
    NoAccount,
}

impl Fault {
    /// Something is wrong with a file.
    pub(super) fn new(path: impl Into<String>, problem: Problem) -> Self {
        Self {
            path: path.into(),
            problem,
        }
    }

    /// Something is wrong as a whole.
    pub(super) fn whole(problem: Problem) -> Self {
        Self::new("", problem)
    }

    /// The fault in words, with the file that it is in.
    #[must_use]
    pub fn wording(&self) -> Wording {
        let problem = self.problem.wording();
        if self.path.is_empty() {
            return problem;
        }
        said("`{path}` {problem}", [("path", &self.path.escape_debug())]).with("problem", problem)
    }
}

impl Problem {
    fn wording(&self) -> Wording {
        match self {
            Self::Broken(reason) => said(
                "the archive breaks off here: {reason}",
                [("reason", reason)],
            ),
            Self::BadTag(reason) => said("is not right: {reason}", []).with("reason", *reason),
            Self::BadLine(line) => said("has a line {line} that is no entry", [("line", line)]),
            Self::WrongSum {
                said: claimed,
                found,
            } => said(
                "says `{claimed}` (bytes and files), but there are `{found}`",
                [("claimed", claimed), ("found", found)],
            ),
            Self::Missing => said("is missing", []),
            Self::Damaged => said(
                "is damaged: its bytes are not those that the list names",
                [],
            ),
            Self::Extra => said("is in no list", []),
            Self::Twice => said("is there twice", []),
            Self::UnsafeName => said("is a name that cannot be unpacked safely", []),
            Self::NotAFile => said("is no plain file", []),
            Self::OutsideBag => said("stands outside the folder of the bag", []),
            Self::Behind => said("something stands behind the end of the archive", []),
            Self::NotInFolder => said("is not in the folder", []),
            Self::OtherInFolder => said("is other in the folder", []),
            Self::NotInArchive => said("is in the folder and not in the archive", []),
            Self::OtherSource => said("is not the file that the site was made from", []),
            Self::NotPublished => said("no site was published here", []),
            Self::DamagedList => said(
                "the list of what was published is damaged; build once more",
                [],
            ),
            Self::NoAccount => said(
                "it is not known from what this site was made; build once more, here, with this program",
                [],
            ),
        }
    }
}
