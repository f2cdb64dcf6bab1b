//! Every file of the corpus and some hundreds of changes to it, through every target.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::mutation::{Chance, changed};
use crate::targets::{TARGETS, Target, Workbench};

/// Inputs of each target that are no files of the corpus.
const CHANGED: usize = 150;
/// Of a target that makes whole sites.
const CHANGED_SITES: usize = 10;
/// An input is read in milliseconds; one that takes this long is one that hangs, also on a machine that is busy.
const TOO_LONG: Duration = Duration::from_mins(1);

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The corpus of a target, in order of name.
pub(crate) fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let folder = repository().join("tests/fuzz/corpus").join(target.name);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "`{}` has a corpus", target.name);
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// Reads inputs in another thread, so that one that hangs is a failure with a name.
fn run(target: &'static Target, inputs: Vec<Vec<u8>>) {
    let (tell, told) = mpsc::channel();
    let reading = thread::spawn(move || {
        let folder = scratch();
        let bench = Workbench::new(&repository(), folder.path());
        for input in inputs {
            tell.send(input.clone()).unwrap();
            (target.read)(&bench, &input);
        }
    });
    let mut last = Vec::new();
    loop {
        match told.recv_timeout(TOO_LONG) {
            Ok(input) => last = input,
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                panic!("`{}` hangs on {}", target.name, last.escape_ascii())
            }
        }
    }
    assert!(
        reading.join().is_ok(),
        "`{}` fails on {}",
        target.name,
        last.escape_ascii()
    );
}

/// In memory where the machine has that.
pub(crate) fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory)
    } else {
        tempfile::tempdir()
    }
    .unwrap()
}

#[test]
fn every_reader_answers_whatever_it_is_given() {
    for (seed, target) in (1..).zip(TARGETS) {
        let corpus = corpus(target);
        let mut chance = Chance::new(seed);
        let count = if target.name == "site" {
            CHANGED_SITES
        } else {
            CHANGED
        };
        let more: Vec<Vec<u8>> = (0..count)
            .map(|rank| {
                changed(
                    &corpus[rank % corpus.len()],
                    &corpus,
                    target.longest,
                    &mut chance,
                )
            })
            .collect();
        run(target, corpus.into_iter().chain(more).collect());
    }
}

#[test]
fn the_corpus_is_small_and_every_folder_of_it_has_a_target() {
    let folder = repository().join("tests/fuzz/corpus");
    let names = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for name in names {
        assert!(
            name == "search-in-browser" || TARGETS.iter().any(|target| target.name == name),
            "`{name}` is the corpus of no target"
        );
    }
    let bytes: u64 = walkdir::WalkDir::new(&folder)
        .into_iter()
        .map(|entry| entry.unwrap().metadata().unwrap())
        .filter(std::fs::Metadata::is_file)
        .map(|file| file.len())
        .sum();
    assert!(bytes < 1_000_000, "{bytes} bytes");
}
