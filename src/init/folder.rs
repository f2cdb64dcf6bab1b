//! The folder of a new region: made whole or not at all, and never over what is there.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::import::ImportError;

use walkdir::WalkDir;

use crate::sources::read_at_most;

/// The new files grow here, inside the folder, and are moved up when all are there.
const STAGE: &str = ".keuzewijzer-init";

/// A folder that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum InitError {
    /// Something stands in the folder.
    #[error("`{}` is not empty: it holds `{found}`; choose a new folder, `init` never overwrites anything", folder.display())]
    Occupied {
        /// The folder.
        folder: PathBuf,
        /// The first of what stands there, by name.
        found: String,
    },
    /// The place is taken by something else than a folder.
    #[error("`{}` is not a folder; choose another name", path.display())]
    NotAFolder {
        /// What is there.
        path: PathBuf,
    },
    /// The list of municipalities could not be read.
    #[error(transparent)]
    List(#[from] ImportError),
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

impl InitError {
    /// For `map_err`: what we were doing, to which path.
    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io {
            action,
            path: path.to_owned(),
            source,
        }
    }
}

/// Writes all files into the folder, which is empty or not there. When it fails, nothing is left; what a killed one left
/// is taken away first.
pub(super) fn make(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), InitError> {
    clear_left_overs(folder, files)?;
    refuse_what_is_there(folder)?;
    let mut made = Made::default();
    let done = made
        .folder(folder)
        .and_then(|()| write(folder, files, &mut made));
    if done.is_err() {
        made.undo();
    }
    done
}

/// Empties a folder in which the same `init` was killed: one that holds its stage, and beside it nothing but files that
/// are to be made, byte for byte. Anything else stays, and is refused.
fn clear_left_overs(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), InitError> {
    let stage = folder.join(STAGE);
    if !stage.is_dir() {
        return Ok(());
    }
    let mut placed = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).contents_first(true) {
        let entry = entry.map_err(|error| InitError::io("read", folder)(error.into()))?;
        let path = entry.path();
        if path.starts_with(&stage) {
            continue;
        }
        let inside = path.strip_prefix(folder).ok().and_then(Path::to_str);
        let made = inside.and_then(|inside| files.get(inside));
        let is_ours =
            entry.file_type().is_dir() || made.is_some_and(|made| is_file_with(path, made));
        if !is_ours {
            return Ok(());
        }
        placed.push(entry.into_path());
    }
    // The stage goes last: as long as it stands, this can be done again.
    for path in placed {
        let removed = if path.is_dir() {
            fs::remove_dir(&path)
        } else {
            fs::remove_file(&path)
        };
        removed.map_err(InitError::io("remove", &path))?;
    }
    fs::remove_dir_all(&stage).map_err(InitError::io("remove", &stage))
}

fn is_file_with(path: &Path, bytes: &[u8]) -> bool {
    let read = read_at_most(path, bytes.len() as u64);
    read.is_ok_and(|read| read.is_some_and(|read| read == bytes))
}

fn refuse_what_is_there(folder: &Path) -> Result<(), InitError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(InitError::NotAFolder {
                path: folder.to_owned(),
            });
        }
        Err(error) => return Err(InitError::io("read", folder)(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(InitError::io("read", folder))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    match names.into_iter().min() {
        None => Ok(()),
        Some(found) => Err(InitError::Occupied {
            folder: folder.to_owned(),
            found,
        }),
    }
}

fn write(
    folder: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    made: &mut Made,
) -> Result<(), InitError> {
    let stage = folder.join(STAGE);
    made.folder(&stage)?;
    for (path, bytes) in files {
        let file = stage.join(path);
        let parent = file.parent().expect("a file stands in a folder");
        fs::create_dir_all(parent).map_err(InitError::io("make", parent))?;
        fs::write(&file, bytes).map_err(InitError::io("write", &file))?;
    }
    // Whole on the disk before anything gets its name.
    File::open(&stage)
        .and_then(|stage| Ok(rustix::fs::syncfs(stage)?))
        .map_err(InitError::io("flush", &stage))?;
    let entries = fs::read_dir(&stage).map_err(InitError::io("read", &stage))?;
    for entry in entries {
        let entry = entry.map_err(InitError::io("read", &stage))?;
        let place = folder.join(entry.file_name());
        fs::rename(entry.path(), &place).map_err(InitError::io("make", &place))?;
        made.paths.push(place);
    }
    fs::remove_dir(&stage).map_err(InitError::io("remove", &stage))
}

/// What was made so far, in order, to take it away again.
#[derive(Default)]
struct Made {
    paths: Vec<PathBuf>,
}

impl Made {
    /// Makes a folder and those above it that are not there.
    fn folder(&mut self, folder: &Path) -> Result<(), InitError> {
        let mut missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|path| !path.as_os_str().is_empty() && !path.exists())
            .collect();
        while let Some(path) = missing.pop() {
            fs::create_dir(path).map_err(InitError::io("make", path))?;
            self.paths.push(path.to_owned());
        }
        Ok(())
    }

    /// Takes everything away, the last first. It was empty before, so what stands in it is ours. What cannot be removed stays:
    /// the failure before is what is told.
    fn undo(self) {
        for path in self.paths.into_iter().rev() {
            if path.is_dir() {
                let _ = fs::remove_dir_all(&path);
            } else {
                let _ = fs::remove_file(&path);
            }
        }
    }
}
