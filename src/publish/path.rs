//! Where an artifact may go inside the target.

use super::PublishError;

/// Our own folder in the target.
pub(super) const OWN_FOLDER: &str = ".keuzewijzer";

/// Files the repository may keep at the top of the target; they outlive every publication.
pub(super) const KEPT: [&str; 3] = [".gitignore", ".gitkeep", "README.md"];

/// The longest path Linux takes.
const LONGEST: usize = 4095;

/// Refuses a path that would leave the target or take a place that is not for artifacts.
pub(super) fn check(path: &str) -> Result<(), PublishError> {
    match fault(path) {
        None => Ok(()),
        Some(reason) => Err(PublishError::BadPath {
            path: path.to_owned(),
            reason,
        }),
    }
}

/// What is wrong with the path, if anything.
pub(super) fn fault(path: &str) -> Option<&'static str> {
    if path.starts_with('/') {
        return Some("it is absolute");
    }
    if path.len() > LONGEST {
        return Some("it is too long");
    }
    if path
        .bytes()
        .any(|byte| byte == b'\\' || byte.is_ascii_control())
    {
        return Some("it holds a backslash or a control character");
    }
    for part in path.split('/') {
        match part {
            "" => return Some("it has an empty part"),
            "." | ".." => return Some("it has a part `.` or `..`"),
            _ => {}
        }
    }
    let top = path.split_once('/').map_or(path, |(top, _)| top);
    if top == OWN_FOLDER || KEPT.contains(&top) {
        return Some("this place is not for pages");
    }
    None
}

/// The folder of a file, if it is not the target itself.
pub(super) fn folder_of(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}

/// The name of a file without that of its compressed form.
pub(super) fn without_encoding(path: &str) -> &str {
    let plain = |ending| path.strip_suffix(ending);
    plain(".br").or_else(|| plain(".gz")).unwrap_or(path)
}

/// Is this a style sheet, script or the like, which has its own hash in its name: `assets/…` or `<site>/assets/…`?
pub(super) fn is_asset(path: &str) -> bool {
    let mut folders = folder_of(path)
        .into_iter()
        .flat_map(|folder| folder.split('/'));
    folders.next() == Some("assets") || folders.next() == Some("assets")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_inside_the_target_is_taken() {
        for path in [
            "index.html",
            "epe/hulp/index.html",
            ".well-known/security.txt",
            "epe/a..b",
            "epe/README.md",
        ] {
            assert_eq!(fault(path), None, "{path}");
        }
    }

    #[test]
    fn a_path_that_leaves_the_target_or_is_ours_is_refused() {
        let wrong = [
            "",
            "/etc/passwd",
            "../x",
            "epe/../../x",
            "epe/./x",
            "epe//x",
            "epe/",
            "epe\\x",
            "epe/a\nb",
            "a\0b",
            ".keuzewijzer/manifest",
            ".keuzewijzer",
            "README.md",
            ".gitignore",
        ];
        for path in wrong {
            assert!(fault(path).is_some(), "{path:?}");
        }
    }

    #[test]
    fn only_a_first_or_second_folder_holds_assets() {
        assert!(is_asset("assets/base.1a2b.css"));
        assert!(is_asset("epe/assets/fonts/text.1a2b.woff2"));
        assert!(!is_asset("epe/aanbieders/assets/index.html"));
        assert!(!is_asset("epe/assets"));
        assert!(!is_asset("assets"));
    }
}
