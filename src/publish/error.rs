//! Why a site could not be published.

use std::io;
use std::path::{Path, PathBuf};

use super::compress::Compression;

/// A failure of the machine, or of whoever made the artifacts. The target is a whole site: the old one, or the new one
/// when only the work after the swap failed.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Another build is publishing to the same target.
    #[error("another build holds `{}`; wait until it is ready", lock.display())]
    Locked {
        /// The lock file.
        lock: PathBuf,
    },
    /// The target holds files that no build of ours put there.
    #[error("`{}` holds {found}, which was not published by keuzewijzer; choose another folder or empty this one", folder.display())]
    Foreign {
        /// The target.
        folder: PathBuf,
        /// Some of what stands there, in words.
        found: String,
    },
    /// A part of a region would take the place of a whole one.
    #[error("`{}` holds a whole site, which a shard would replace; give the shard a folder of its own", folder.display())]
    WholeSite {
        /// The target.
        folder: PathBuf,
    },
    /// A build died between two renames, and since then something was put in the place of the site.
    #[error("`{}` holds no whole site, and the last one stands in `{}`; move what is in the first elsewhere and give the same command again", folder.display(), previous.display())]
    TwoSites {
        /// The target.
        folder: PathBuf,
        /// Where the old site stands.
        previous: PathBuf,
    },
    /// The target is something else than a folder, or has no name.
    #[error("`{}` is not a folder that can be replaced", path.display())]
    NotAFolder {
        /// The target.
        path: PathBuf,
    },
    /// The target is the root of a file system, so that no other folder can take its place.
    #[error("`{}` is a mount point and cannot be replaced in one step; publish to a folder inside it", path.display())]
    MountPoint {
        /// The target.
        path: PathBuf,
    },
    /// An artifact would leave the target, or take a place that is not for artifacts.
    #[error("`{path}` cannot be published: {reason}")]
    BadPath {
        /// The path as the artifact has it.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Two artifacts have one path, or one is a folder of the other.
    #[error("`{path}` is published twice")]
    Twice {
        /// The path of the second one.
        path: String,
    },
    /// An earlier artifact could not be staged, so that the site would have a hole.
    #[error("the site in `{}` is not whole: an earlier file could not be staged", stage.display())]
    Incomplete {
        /// The staging folder.
        stage: PathBuf,
    },
    /// A part of the region cannot be published, for there is no publication that the rest could stay of.
    #[error("`{}` holds no publication of which the other municipalities could stay as they are; build the whole region once", folder.display())]
    NothingToKeep {
        /// The target.
        folder: PathBuf,
    },
    /// A part of the region cannot be published beside a rest with other compressed siblings.
    #[error("the sites in `{}` were published with `--compress {}`; give the same, or build the whole region once", folder.display(), published.name())]
    OtherCompression {
        /// The target.
        folder: PathBuf,
        /// How they were compressed.
        published: Compression,
    },
    /// A file that was to stay as it is, is not there any more or was cut off.
    #[error("`{}` is not as it was published; build the whole region once", path.display())]
    NotWhole {
        /// The file.
        path: PathBuf,
    },
    /// The file system refused.
    #[error("cannot {action} `{}`", path.display())]
    Io {
        /// What we were doing: `write`.
        action: &'static str,
        /// To which file or folder.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: io::Error,
    },
}

impl PublishError {
    /// For `map_err`: what we were doing, to which path.
    pub(crate) fn io<E: Into<io::Error>>(
        action: &'static str,
        path: &Path,
    ) -> impl FnOnce(E) -> Self {
        move |source| Self::Io {
            action,
            path: path.to_owned(),
            source: source.into(),
        }
    }
}
