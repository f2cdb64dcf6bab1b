//! Parts that several machines built, put together to one site: the same bytes as a single build.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::sources::read_at_most;

use super::PublishError;
use super::compress::Compression;
use super::manifest::{Entry, Found, Generation, Manifest};
use super::shard::Shard;
use super::stage::Stage;
use super::state::{Inputs, State};
use super::target::Target;

/// Why parts cannot be put together.
#[derive(Debug, thiserror::Error)]
pub enum JoinError {
    /// A folder holds no part, or what belongs to it was left behind.
    #[error(
        "`{}` is no shard: `keuzewijzer build --shard` makes one, and writes a file `.state` with the name of the folder beside it, which must come along",
        folder.display()
    )]
    NoShard {
        /// The folder.
        folder: PathBuf,
    },
    /// A file of a part is not what was built.
    #[error("`{}` is not the file that was built; copy the shard again, or build it again", file.display())]
    Damaged {
        /// The file.
        file: PathBuf,
    },
    /// Two parts were made from different things.
    #[error(
        "`{}` and `{}` were not made from the same content and theme, for the same day, by the same program with the same settings",
        one.display(), other.display()
    )]
    Foreign {
        /// One part.
        one: PathBuf,
        /// The part that differs from it.
        other: PathBuf,
    },
    /// Two parts are of different numbers of parts.
    #[error("`{}` is shard {first}, but `{}` is shard {second}", one.display(), other.display())]
    OtherDivision {
        /// One part.
        one: PathBuf,
        /// Which part it is.
        first: Shard,
        /// The other.
        other: PathBuf,
        /// Which part that is.
        second: Shard,
    },
    /// The same part was given twice.
    #[error("`{}` and `{}` are both shard {shard}", one.display(), other.display())]
    Double {
        /// Where the part stands.
        one: PathBuf,
        /// Where it stands too.
        other: PathBuf,
        /// Which part it is.
        shard: Shard,
    },
    /// Not all parts are there.
    #[error("shard {missing} is missing{}", if *more == 0 { String::new() } else { format!(", and {more} more") })]
    Missing {
        /// The first part that is not there.
        missing: Shard,
        /// How many are not there besides.
        more: usize,
    },
    /// The site would take the place of one of its parts.
    #[error("`{}` is one of the shards; publish to another folder", target.display())]
    TargetIsShard {
        /// The target.
        target: PathBuf,
    },
    /// The site could not be published.
    #[error(transparent)]
    Publish(#[from] PublishError),
}

/// Every part of one region, found and compared.
#[derive(Debug)]
pub struct Shards {
    parts: BTreeMap<Shard, Part>,
    inputs: Inputs,
    account: Option<String>,
    compression: Compression,
}

/// One part: a folder of files and the list of them.
#[derive(Debug)]
struct Part {
    /// As it was named.
    name: PathBuf,
    folder: PathBuf,
    manifest: Manifest,
    /// From what it was made; the same for all parts, for their fingerprint is the same.
    account: Option<String>,
}

impl Shards {
    /// Looks at the folders of all parts, in any order.
    ///
    /// # Errors
    /// When a folder is no part, when they do not belong together, when one is missing or given twice.
    pub fn open(folders: &[PathBuf]) -> Result<Self, JoinError> {
        let mut parts: BTreeMap<Shard, Part> = BTreeMap::new();
        let mut first: Option<([u8; 32], Shard, &Path)> = None;
        for name in folders {
            let (part, fingerprint, shard) = Part::open(name)?;
            let (known, known_shard, one) = *first.get_or_insert((fingerprint, shard, name));
            let (one, other) = (one.to_owned(), name.clone());
            if known != fingerprint {
                return Err(JoinError::Foreign { one, other });
            }
            if known_shard.of() != shard.of() {
                return Err(JoinError::OtherDivision {
                    one,
                    first: known_shard,
                    other,
                    second: shard,
                });
            }
            if let Some(before) = parts.insert(shard, part) {
                return Err(JoinError::Double {
                    one: before.name,
                    other,
                    shard,
                });
            }
        }
        let Some((fingerprint, shard, one)) = first else {
            return Err(JoinError::NoShard {
                folder: PathBuf::new(),
            });
        };
        let mut missing = Shard::all(shard.of()).filter(|shard| !parts.contains_key(shard));
        if let Some(missing_shard) = missing.next() {
            return Err(JoinError::Missing {
                missing: missing_shard,
                more: missing.count(),
            });
        }
        let account = parts[&shard].account.clone();
        let compression = parts[&shard].manifest.compression;
        if let Some(other) = parts
            .values()
            .find(|part| part.manifest.compression != compression)
        {
            return Err(JoinError::Foreign {
                one: one.to_owned(),
                other: other.name.clone(),
            });
        }
        Ok(Self {
            parts,
            inputs: Inputs::from(&fingerprint),
            account,
            compression,
        })
    }

    /// What the whole site is made from.
    #[must_use]
    pub fn inputs(&self) -> Inputs {
        self.inputs
    }

    /// A file that is about the whole region and came with every part; `None` when the first has no such file.
    ///
    /// # Errors
    /// When it is not as it was built, or cannot be read.
    pub fn file_of_region(&self, path: &str) -> Result<Option<Vec<u8>>, JoinError> {
        let Some(part) = self.parts.values().next() else {
            return Ok(None);
        };
        let Some(entry) = part.manifest.find(path) else {
            return Ok(None);
        };
        let file = part.folder.join(path);
        let bytes = read_at_most(&file, entry.length).map_err(PublishError::io("read", &file))?;
        let is_as_built = |bytes: &Vec<u8>| blake3::hash(bytes) == entry.hash;
        let bytes = bytes.filter(is_as_built);
        bytes.map(Some).ok_or(JoinError::Damaged { file })
    }

    /// Stages all parts beside the target: [`Stage::publish`] puts them in its place, in one step, as a single build would
    /// have done.
    ///
    /// # Errors
    /// When a file of a part is damaged or cannot be read, and as [`Stage::open`]. The old site then still stands.
    pub fn stage(&self, target: &Path) -> Result<Stage, JoinError> {
        let place = Target::find_or_make_parent(target)?;
        if self.parts.values().any(|part| part.folder == place.folder) {
            return Err(JoinError::TargetIsShard {
                target: target.to_owned(),
            });
        }
        let stage = Stage::open(target)?
            .compressing(self.compression)
            .with_account(self.account.clone());
        let parts: Vec<&Part> = self.parts.values().collect();
        for (rank, part) in parts.iter().enumerate() {
            part.put_into(&stage, &parts[..rank])?;
        }
        Ok(stage)
    }
}

impl Part {
    /// The part in a folder, from what it was made, and which one it is.
    fn open(name: &Path) -> Result<(Self, [u8; 32], Shard), JoinError> {
        let no_shard = || JoinError::NoShard {
            folder: name.to_owned(),
        };
        let target = Target::find(name)?;
        let state = State::read(&target)?.ok_or_else(no_shard)?;
        let shard = state.inputs.shard.ok_or_else(no_shard)?;
        let folder = target.open()?.ok_or_else(no_shard)?;
        match Manifest::read(&folder, &target.folder)? {
            Found::Whole(manifest, hash) if hash == state.manifest => {
                let part = Self {
                    name: name.to_owned(),
                    folder: target.folder,
                    manifest,
                    account: state.account,
                };
                Ok((part, state.inputs.fingerprint, shard))
            }
            // The state was written before or after the files: they do not belong together.
            Found::Whole(..) | Found::Damaged | Found::Nothing => Err(no_shard()),
        }
    }

    /// Stages every file of the part but assets of earlier publications, which the target has itself, and what is about
    /// the whole region and came with a part before it already.
    fn put_into(&self, stage: &Stage, before: &[&Self]) -> Result<(), JoinError> {
        let is_staged = |entry: &Entry<'_>| {
            let same = |part: &&Self| {
                let known = part.manifest.find(entry.path);
                known.is_some_and(|known| known.hash == entry.hash)
            };
            !entry.path.contains('/') && before.iter().any(same)
        };
        (0..self.manifest.len())
            .into_par_iter()
            .map(|index| self.manifest.entry(index))
            .filter(|entry| entry.generation == Generation::Current && !is_staged(entry))
            .try_for_each(|entry| {
                let file = self.folder.join(entry.path);
                if fs::metadata(&file).is_ok_and(|found| found.len() != entry.length) {
                    return Err(JoinError::Damaged { file });
                }
                let read = || {
                    let read = read_at_most(&file, entry.length);
                    let bytes = read.map_err(PublishError::io("read", &file))?;
                    bytes.ok_or_else(|| PublishError::NotWhole { path: file.clone() })
                };
                match stage.put_listed(entry, read)? {
                    Some(()) => Ok(()),
                    None => Err(JoinError::Damaged { file: file.clone() }),
                }
            })
    }
}
