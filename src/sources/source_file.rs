//! A file as it was read: what is kept of it to say later from what a site was made.

use sha2::{Digest, Sha256};

/// A file of the content or of a theme, by its bytes on the disk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceFile {
    /// Its path below the folder that was read, with `/` between the parts.
    pub path: String,
    /// Its length in bytes.
    pub length: u64,
    /// Its SHA-256.
    pub sha256: [u8; 32],
}

impl SourceFile {
    /// What is kept of a file.
    pub(super) fn new(path: &str, bytes: &[u8]) -> Self {
        Self {
            path: path.to_owned(),
            length: bytes.len() as u64,
            sha256: Sha256::digest(bytes).into(),
        }
    }
}
