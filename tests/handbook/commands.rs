//! Every command of the handbook runs, and says what the handbook says it says.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::block::{Block, Kind, blocks, commands, words};
use crate::book::{Page, pages};
use crate::scratch::Scratch;

/// Blocks that cannot run in a test, on all pages together: they need a server, a terminal or the rights of an administrator.
const MOST_NOT_RUN: usize = 22;

/// Runs the blocks of a page in order; what went otherwise than the page says.
fn run(page: &Page) -> Vec<String> {
    // The pages for editors begin with nothing. The others are about a region that is there.
    let mut scratch = Scratch::new(!page.path.starts_with("handboek/"));
    let mut said = String::new();
    let mut faults = Vec::new();
    for block in blocks(&page.text) {
        let place = format!("docs/{}:{}", page.path, block.line);
        let mut run = |wanted: i32| {
            let (code, words) = scratch.run(&block.text);
            if code != wanted {
                faults.push(format!(
                    "{place}: ended with {code}, not {wanted}:\n{words}"
                ));
            }
            words
        };
        match block.kind {
            Kind::Run { code } => said = run(code),
            Kind::Setup => said = run(0),
            Kind::File { path } => scratch.write(&path, &block.text),
            Kind::Output if !said.contains(block.text.trim_end()) => {
                faults.push(format!("{place}: the command before it said:\n{said}"));
            }
            Kind::Output | Kind::NotRun { .. } | Kind::Shown => {}
        }
    }
    faults
}

#[test]
fn every_command_of_the_handbook_runs() {
    let faults: Vec<String> = pages().par_iter().flat_map(run).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

fn all_blocks() -> Vec<(String, Block)> {
    let mut all = Vec::new();
    for page in pages() {
        for block in blocks(&page.text) {
            all.push((format!("docs/{}:{}", page.path, block.line), block));
        }
    }
    all
}

#[test]
fn few_blocks_are_not_run_and_each_says_why() {
    let mut count = 0;
    for (place, block) in all_blocks() {
        if let Kind::NotRun { reason } = block.kind {
            count += 1;
            assert!(
                reason.is_some(),
                "{place}: write `<!-- not run: … -->` in the line before"
            );
        }
    }
    assert!(count <= MOST_NOT_RUN, "{count} blocks are not run");
}

fn objection(command: &str) -> Option<String> {
    let parsed = keuzewijzer::cli::command().try_get_matches_from(words(command));
    parsed.err().map(|error| format!("{command}: {error}"))
}

#[test]
fn commands_that_are_not_run_can_be_understood_all_the_same() {
    let mut faults = Vec::new();
    for (place, block) in all_blocks() {
        if matches!(block.kind, Kind::NotRun { .. }) {
            let objections = commands(&block.text).into_iter();
            faults.extend(
                objections
                    .filter_map(|command| objection(&command))
                    .map(|fault| format!("{place}: {fault}")),
            );
        }
    }
    assert_eq!(faults, [""; 0]);
}
