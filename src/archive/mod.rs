//! What was published, kept: one file per publication, and checking it later. Start at [`archive`]; [`verify_archive`]
//! and [`verify_folder`] say what is not as it was.
//!
//! The file is a bag (`BagIt`, RFC 8493) in a gzipped tar, so that any archivist's tool opens it:
//!
//! | in the bag | what |
//! |---|---|
//! | `bagit.txt`, `bag-info.txt` | what this is: day, publisher, municipalities, program |
//! | `sources.sha256` | the hash of every file of content and theme that the site was made from |
//! | `data/public/…` | every file as visitors got it, and the list of them |
//! | `data/sources/…` | the files of content and theme themselves, only when asked for |
//! | `manifest-sha256.txt`, `tagmanifest-sha256.txt` | the hash of every file in the bag |
//!
//! The same publication gives the same bytes.

mod account;
mod archiving;
mod bag;
mod bag_file;
mod bag_text;
mod error;
mod fault;
mod folder;
mod new_file;
mod standing_still;
mod verifying;

pub use account::{Account, AccountedMunicipality};
pub use archiving::{Archived, Order, SourceFolders, archive};
pub use error::ArchiveError;
pub use fault::{Fault, Problem};
pub use folder::verify_folder;
pub use verifying::{Verified, verify_archive};
