//! What is not as it should be in an archive or a published folder, and where.

use std::fmt;

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
    BadTag(&'static str),
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
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(formatter, "`{}` ", self.path.escape_debug())?;
        }
        write!(formatter, "{}", self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Broken(reason) => {
                return write!(formatter, "the archive breaks off here: {reason}");
            }
            Self::BadTag(reason) => return write!(formatter, "is not right: {reason}"),
            Self::BadLine(line) => return write!(formatter, "has a line {line} that is no entry"),
            Self::WrongSum { said, found } => {
                return write!(
                    formatter,
                    "says `{said}` (bytes and files), but there are `{found}`"
                );
            }
            Self::Missing => "is missing",
            Self::Damaged => "is damaged: its bytes are not those that the list names",
            Self::Extra => "is in no list",
            Self::Twice => "is there twice",
            Self::UnsafeName => "is a name that cannot be unpacked safely",
            Self::NotAFile => "is no plain file",
            Self::OutsideBag => "stands outside the folder of the bag",
            Self::Behind => "something stands behind the end of the archive",
            Self::NotInFolder => "is not in the folder",
            Self::OtherInFolder => "is other in the folder",
            Self::NotInArchive => "is in the folder and not in the archive",
            Self::OtherSource => "is not the file that the site was made from",
            Self::NotPublished => "no site was published here",
            Self::DamagedList => "the list of what was published is damaged; build once more",
            Self::NoAccount => {
                "it is not known from what this site was made; build once more, here, with this program"
            }
        };
        formatter.write_str(words)
    }
}
