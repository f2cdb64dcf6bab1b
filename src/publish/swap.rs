//! The moment the new site is the site.

use std::fs::{self, File};
use std::path::Path;

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use super::PublishError;
use super::target::Target;

/// How the new site took its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swap {
    /// The old and the new folder traded places in one step.
    Exchanged,
    /// There was no folder; the new one took the name in one step.
    Placed,
    /// The file system cannot exchange: for a moment between two renames there was no site. A build killed in that
    /// moment leaves it so until the next build puts the old site back.
    TwoRenames,
}

/// Puts the staged folder in place of the target. What was there, if anything, then stands under the name of the stage.
pub(super) fn swap(stage: &Path, target: &Target) -> Result<Swap, PublishError> {
    let swap = match renameat_with(CWD, stage, CWD, &target.folder, RenameFlags::EXCHANGE) {
        Ok(()) => Swap::Exchanged,
        Err(Errno::NOENT) => {
            fs::rename(stage, &target.folder)
                .map_err(PublishError::io("put in place", &target.folder))?;
            Swap::Placed
        }
        Err(Errno::INVAL | Errno::NOSYS) => {
            rename_twice(stage, target)?;
            Swap::TwoRenames
        }
        Err(errno) => return Err(PublishError::io("replace", &target.folder)(errno)),
    };
    File::open(&target.parent)
        .and_then(|parent| parent.sync_all())
        .map_err(PublishError::io("flush", &target.parent))?;
    Ok(swap)
}

/// For file systems that cannot exchange.
fn rename_twice(stage: &Path, target: &Target) -> Result<(), PublishError> {
    let previous = target.previous_folder();
    fs::rename(&target.folder, &previous).map_err(PublishError::io("set aside", &target.folder))?;
    if let Err(error) = fs::rename(stage, &target.folder) {
        fs::rename(&previous, &target.folder)
            .map_err(PublishError::io("put back", &target.folder))?;
        return Err(PublishError::io("put in place", &target.folder)(error));
    }
    fs::rename(&previous, stage).map_err(PublishError::io("set aside", &previous))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_saying(path: &Path, word: &str) {
        fs::create_dir(path).unwrap();
        fs::write(path.join("page"), word).unwrap();
    }

    fn said(path: &Path) -> String {
        fs::read_to_string(path.join("page")).unwrap()
    }

    #[test]
    fn two_renames_leave_the_new_site_in_place_and_the_old_one_as_the_stage() {
        let scratch = tempfile::tempdir().unwrap();
        let target = Target::find(&scratch.path().join("public")).unwrap();
        let stage = target.stage_folder();
        folder_saying(&target.folder, "old");
        folder_saying(&stage, "new");
        rename_twice(&stage, &target).unwrap();
        assert_eq!(
            (said(&target.folder), said(&stage)),
            ("new".to_owned(), "old".to_owned())
        );
        assert!(!target.previous_folder().exists());
    }

    #[test]
    fn a_second_rename_that_fails_puts_the_old_site_back() {
        let scratch = tempfile::tempdir().unwrap();
        let target = Target::find(&scratch.path().join("public")).unwrap();
        folder_saying(&target.folder, "old");
        assert!(rename_twice(&target.stage_folder(), &target).is_err());
        assert_eq!(said(&target.folder), "old");
    }

    #[test]
    fn a_build_killed_between_two_renames_has_its_old_site_put_back() {
        let scratch = tempfile::tempdir().unwrap();
        let target = Target::find(&scratch.path().join("public")).unwrap();
        folder_saying(&target.previous_folder(), "old");
        target.tidy().unwrap();
        assert_eq!(said(&target.folder), "old");
        assert!(!target.previous_folder().exists());
    }

    /// A target of which the old site stands between two renames.
    fn between_two_renames(scratch: &Path) -> Target {
        let target = Target::find(&scratch.join("public")).unwrap();
        folder_saying(&target.previous_folder(), "old");
        fs::write(target.previous_folder().join("README.md"), "of then").unwrap();
        target
    }

    #[test]
    fn an_empty_folder_in_the_place_of_the_site_does_not_cost_the_old_one() {
        let scratch = tempfile::tempdir().unwrap();
        let target = between_two_renames(scratch.path());
        fs::create_dir(&target.folder).unwrap();
        target.tidy().unwrap();
        assert_eq!(said(&target.folder), "old");
        assert!(!target.previous_folder().exists());
    }

    #[test]
    fn what_the_repository_keeps_in_that_place_stays_in_the_old_site() {
        let scratch = tempfile::tempdir().unwrap();
        let target = between_two_renames(scratch.path());
        fs::create_dir(&target.folder).unwrap();
        for name in [".gitkeep", "README.md"] {
            fs::write(target.folder.join(name), "of now").unwrap();
        }
        target.tidy().unwrap();
        assert_eq!(said(&target.folder), "old");
        for name in [".gitkeep", "README.md"] {
            let kept = fs::read_to_string(target.folder.join(name)).unwrap();
            assert_eq!(kept, "of now", "{name}");
        }
    }

    #[test]
    fn anything_else_in_that_place_is_refused_and_both_stay() {
        for name in ["photo.jpg", ".keuzewijzer/manifest"] {
            let scratch = tempfile::tempdir().unwrap();
            let target = between_two_renames(scratch.path());
            let file = target.folder.join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, "keuzewijzer manifest 1\ncut off").unwrap();
            let error = target.tidy().unwrap_err().to_string();
            for folder in [&target.folder, &target.previous_folder()] {
                let folder = format!("`{}`", folder.display());
                assert!(error.contains(&folder), "{error}");
            }
            assert_eq!(said(&target.previous_folder()), "old");
            assert!(file.exists());
        }
    }

    #[test]
    fn the_old_site_is_removed_once_a_whole_one_stands_in_its_place() {
        let scratch = tempfile::tempdir().unwrap();
        let target = between_two_renames(scratch.path());
        folder_saying(&target.folder, "new");
        let manifest = target.folder.join(".keuzewijzer/manifest");
        fs::create_dir(manifest.parent().unwrap()).unwrap();
        fs::write(manifest, "keuzewijzer manifest 1\nend 0\n").unwrap();
        target.tidy().unwrap();
        assert_eq!(said(&target.folder), "new");
        assert!(!target.previous_folder().exists());
    }
}
