//! Every page in `src/diagnostics/codes/` is true: its example, laid over a small region without problems, gives its
//! code. Start at [`every_example_gives_its_code`].

#[path = "../desk/copy.rs"]
mod copy;
mod dutch;
mod page;
mod patterns;
mod summaries;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use keuzewijzer::diagnostics::codes::ALL;
use rayon::prelude::*;

use copy::copy_folder;
use page::{Block, Page, pages};

/// What a content file cannot show, and why.
const BEYOND_CONTENT: &[(&str, &str)] = &[
    ("E0101", "the fault is in bytes that are not text"),
    ("E0105", "the fault is a file that is not there"),
    ("E0112", "the fault is in how many bytes there are"),
    ("E0705", "the fault is a file that is not there"),
    ("E0801", "the fault is in a template of the theme"),
    ("E0802", "the fault is in a template of the theme"),
    ("E0803", "the fault is in a template of the theme"),
    ("E0804", "the fault is in a template of the theme"),
    ("E0805", "the fault is in a language file of the theme"),
    ("E0807", "the fault is in the CSS of the theme"),
    ("W0808", "the fault is in a language file of the theme"),
    ("E0809", "the fault is in a template of the theme"),
    ("E0810", "the fault is in a script of the theme"),
    ("E0811", "the fault is in the CSS of the theme"),
    ("E0901", "a theme leaves the statement out"),
    ("E0902", "a theme changes the statement"),
    ("E0903", "a theme hides the statement"),
    ("E0904", "a theme puts the statement too low"),
    ("W1001", "the fault is in what was published before"),
    ("E1002", "the fault is in what was published before"),
    ("W1002", "the fault is in the clock of the machine"),
    ("E1003", "the fault is in what was published before"),
    ("W1004", "it depends on what was published before"),
    ("W1005", "it depends on what was published before"),
    ("E1101", "the fault is in a mapping for `import`"),
    ("W1102", "the fault is in a file for `import`"),
    ("W1103", "the fault is in a file for `import`"),
    ("W1104", "the fault is in a file for `import`"),
    ("W1105", "the fault is in a file for `import`"),
    ("W1106", "the fault is in a file for `import`"),
    ("E1107", "the fault is in a file for `import`"),
];

/// What files laid over a region do not show. It also takes a machine whose clock stands wrong (`tests/faults/clock.rs` shows
/// it), or a file that is not there any more (`tests/site/privacy/renamed.rs`).
const SHOWN_ELSEWHERE: &[&str] = &["W1002", "W1005"];

#[test]
fn every_example_gives_its_code() {
    let mut failures = String::new();
    for (code, [run, _]) in &*TOLD {
        if !run.codes.contains(code) {
            write!(
                failures,
                "\n== {code} was not reported by its own example ==\n{}",
                run.report
            )
            .expect("writing to a String cannot fail");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn the_region_under_the_examples_has_no_problem() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let content = folder.path().join("content");
    copy_folder(&region(), &content);
    let run = run(&mut check(&content, &themes()));
    assert!(run.codes.is_empty() && run.succeeded, "{}", run.report);
}

#[test]
fn every_page_is_registered_and_every_code_has_a_page() {
    let in_folder: Vec<String> = pages().into_iter().map(|page| page.code).collect();
    let mut registered: Vec<String> = ALL.iter().map(|code| code.id().to_owned()).collect();
    registered.sort();
    assert_eq!(in_folder, registered);
}

#[test]
fn every_page_has_its_title_an_example_and_what_to_do() {
    let mut failures = String::new();
    for page in pages() {
        for fault in page.faults() {
            writeln!(failures, "{}: {fault}", page.code).expect("writing to a String cannot fail");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn what_a_content_file_cannot_show_is_listed_with_its_reason() {
    let shown_otherwise: BTreeSet<String> = pages()
        .into_iter()
        .filter(|page| page.blocks().iter().any(Block::is_beyond_content))
        .map(|page| page.code)
        .collect();
    let listed: BTreeSet<String> = BEYOND_CONTENT
        .iter()
        .map(|(code, _)| (*code).to_owned())
        .collect();
    assert_eq!(shown_otherwise, listed);
}

/// What the program said.
struct Run {
    problems: Vec<Problem>,
    codes: BTreeSet<String>,
    report: String,
    /// Ended well and, for a check, gave a list of problems that could be read.
    succeeded: bool,
}

/// What is said of every example, by code: in English and in Dutch.
static TOLD: LazyLock<BTreeMap<String, [Run; 2]>> = LazyLock::new(|| {
    let told = |page: Page| {
        let runs = ["en", "nl"].map(|language| {
            let folder = tempfile::tempdir().expect("a temporary folder can be made");
            run(laid_out(&page, folder.path()).args(["--lang", language]))
        });
        (page.code, runs)
    };
    pages()
        .into_par_iter()
        .filter(|page| !SHOWN_ELSEWHERE.contains(&page.code.as_str()))
        .map(told)
        .collect()
});

/// The region with the example of a page laid over it, and the command that reads it.
fn laid_out(page: &Page, folder: &Path) -> Command {
    let content = folder.join("content");
    copy_folder(&region(), &content);
    let blocks = page.blocks();
    let changes_theme = blocks.iter().any(|block| block.path.starts_with("theme/"));
    let themes = if changes_theme {
        let copy = folder.join("themes");
        copy_folder(&themes(), &copy);
        copy
    } else {
        themes()
    };
    let target = folder.join("public");
    // A block of `now/` changes the content after it was published.
    let is_published =
        |block: &Block| block.path.starts_with("published/") || block.path.starts_with("now/");
    // What was published before, in a folder of its own: a target that somebody changed is not what was published.
    let published = folder.join("published");
    if blocks.iter().any(is_published) {
        run(&mut build(&content, &themes, &published));
        // As with a copy from elsewhere, nothing beside it remembers what it showed.
        fs::remove_file(folder.join(".published.shown")).expect("a publication is remembered");
    }
    let mut imported = Vec::new();
    for block in &blocks {
        let file = if let Some(path) = block.path.strip_prefix("theme/") {
            themes.join("default").join(path)
        } else if let Some(path) = block.path.strip_prefix("import/") {
            let file = folder.join("import").join(path);
            imported.push(file.clone());
            file
        } else if let Some(path) = block.path.strip_prefix("published/") {
            published.join(path)
        } else {
            let path = block.path.strip_prefix("now/");
            content.join(path.unwrap_or(&block.path))
        };
        block.apply(&page.code, &file);
    }
    if blocks.iter().any(is_published) {
        let mut command = build(&content, &themes, &target);
        command.arg("--previous").arg(&published);
        command
    } else if imported.is_empty() {
        check(&content, &themes)
    } else {
        import(&imported, &content)
    }
}

/// A problem in the JSON that the program gives.
type Problem = serde_json::Value;

fn check(content: &Path, themes: &Path) -> Command {
    let mut command = keuzewijzer();
    command
        .arg("check")
        .args([Path::new("--content"), content])
        .args([Path::new("--themes"), themes]);
    command
}

fn build(content: &Path, themes: &Path, target: &Path) -> Command {
    let mut command = keuzewijzer();
    command
        .args([Path::new("build"), Path::new("--target"), target])
        .args([Path::new("--content"), content])
        .args([Path::new("--themes"), themes]);
    command
}

fn import(files: &[PathBuf], content: &Path) -> Command {
    let is_mapping = |file: &&PathBuf| file.ends_with("mapping.toml");
    let mapping = files.iter().find(is_mapping);
    let mut command = keuzewijzer();
    command
        .arg("import")
        .arg("--map")
        .args(mapping)
        .arg("--into")
        .arg(content)
        .args(files.iter().filter(|file| !is_mapping(file)));
    command
}

fn run(command: &mut Command) -> Run {
    let command = command.args(["--format", "json"]);
    let output = command.output().expect("the program can be started");
    let read: Result<Vec<Problem>, _> = serde_json::from_slice(&output.stdout);
    let succeeded = output.status.success() && read.is_ok();
    let problems = read.unwrap_or_default();
    let codes = problems
        .iter()
        .filter_map(|problem| problem.get("code")?.as_str())
        .map(str::to_owned)
        .collect();
    let mut report = String::new();
    for problem in &problems {
        let field = |name: &str| {
            problem
                .get(name)
                .map_or_else(String::new, ToString::to_string)
        };
        writeln!(
            report,
            "  {} {}:{}:{} {}",
            field("code"),
            field("path"),
            field("line"),
            field("column"),
            field("message")
        )
        .expect("writing to a String cannot fail");
    }
    Run {
        problems,
        codes,
        report: ended(&report, &output),
        succeeded,
    }
}

/// The report with how the program ended, and all it said when no problem could be read from that.
fn ended(problems: &str, output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    let mut report = format!("  {}\n{problems}", output.status);
    if problems.is_empty() {
        report.push_str(&String::from_utf8_lossy(&output.stdout));
    }
    report.push_str(&errors);
    report
}

fn keuzewijzer() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keuzewijzer"));
    command.env("LC_ALL", "C");
    command
}

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn region() -> PathBuf {
    repository().join("tests/region/content")
}

fn themes() -> PathBuf {
    repository().join("themes")
}
