//! Why an archive could not be made or looked at.

use std::path::PathBuf;

use crate::publish::PublishError;

/// The machine failed, or what was asked cannot be done.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The published folder could not be looked at, or the file system refused the archive itself.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// The archive would lie where the next build removes it.
    #[error("`{}` lies in the published folder, which the next build replaces; choose a place outside it", path.display())]
    InsideTarget {
        /// Where the archive would lie.
        path: PathBuf,
    },
    /// There is an archive already, of something else.
    #[error("`{}` is there already and holds something else; an archive is never overwritten, choose another name", path.display())]
    Taken {
        /// Where the archive would lie.
        path: PathBuf,
    },
    /// A build took the folder's place each time it was read.
    #[error("`{}` was published anew each time it was read; give the same command again when no build runs", folder.display())]
    Restless {
        /// The published folder.
        folder: PathBuf,
    },
    /// The path has no name of a file in it.
    #[error("`{}` is not the name of a file", path.display())]
    NoName {
        /// The path.
        path: PathBuf,
    },
}
