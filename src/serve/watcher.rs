//! Being told that a file changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::error::ServeError;
use super::print_room::Message;

/// Watches folders with everything in them, also what is made in them later. What happens is told as long as the watcher
/// lives.
pub(super) fn watch(
    folders: &[&PathBuf],
    messages: Sender<Message>,
) -> Result<RecommendedWatcher, ServeError> {
    let mut roots = Vec::new();
    for folder in folders {
        let root = fs::canonicalize(folder).map_err(|source| ServeError::Find {
            path: (*folder).clone(),
            source,
        })?;
        roots.push(root);
    }
    let told_of = roots.clone();
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| ServeError::Watch { path, source }
    };
    let first = roots.first().map_or(Path::new("."), PathBuf::as_path);
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // After an error, such as events that were lost, anything may have changed.
        let is_told = event.map_or(true, |event| matters(&event, &told_of));
        if is_told {
            // When nobody listens any more the preview is ending.
            let _ = messages.send(Message::Changed);
        }
    })
    .map_err(failed(first))?;
    for root in &roots {
        watcher
            .watch(root, RecursiveMode::Recursive)
            .map_err(failed(root))?;
    }
    Ok(watcher)
}

/// Whether something may have changed that is read. Reading files is an event too.
fn matters(event: &notify::Event, roots: &[PathBuf]) -> bool {
    let is_change = match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(_)
        | EventKind::Remove(_)
        | EventKind::Other => true,
    };
    is_change && (event.paths.is_empty() || event.paths.iter().any(|path| is_read(path, roots)))
}

/// Hidden files and copies that end in `~`, such as editors make while they save, are not read.
fn is_read(path: &Path, roots: &[PathBuf]) -> bool {
    let below = roots.iter().find_map(|root| path.strip_prefix(root).ok());
    below.is_none_or(|below| {
        below.components().all(|part| {
            let name = part.as_os_str().to_string_lossy();
            !name.starts_with('.') && !name.ends_with('~')
        })
    })
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use notify::event::{AccessKind, AccessMode, CreateKind};
    use notify::{Event, EventKind};

    use super::{is_read, matters};

    #[test]
    fn copies_of_editors_are_not_read() {
        let roots = [PathBuf::from("/regio/.hidden/content")];
        let read = |path: &str| is_read(&Path::new("/regio/.hidden/content").join(path), &roots);
        assert!(read("offers.csv") && read("providers/new.md") && read(""));
        assert!(!read(".offers.csv.swp") && !read("offers.csv~") && !read(".git/index"));
    }

    #[test]
    fn reading_a_file_is_no_change_and_writing_one_is() {
        let event = |kind| Event::new(kind).add_path(PathBuf::from("/content/offers.csv"));
        let matters = |kind| matters(&event(kind), &[PathBuf::from("/content")]);
        assert!(!matters(EventKind::Access(AccessKind::Open(
            AccessMode::Any
        ))));
        assert!(!matters(EventKind::Access(AccessKind::Close(
            AccessMode::Read
        ))));
        assert!(matters(EventKind::Access(AccessKind::Close(
            AccessMode::Write
        ))));
        assert!(matters(EventKind::Create(CreateKind::Folder)));
    }
}
