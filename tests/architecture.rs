//! The shape of the source itself: rooms use only the rooms before them, files stay small and say what they are for,
//! and only the command line touches the world.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in their order; each may use those before it.
const ROOMS: [&str; 17] = [
    "diagnostics",
    "sources",
    "model",
    "readability",
    "stats",
    "plan",
    "report",
    "changes",
    "search",
    "render",
    "publish",
    "archive",
    "import",
    "init",
    "pipeline",
    "serve",
    "cli",
];

/// Used by rooms on both sides, so it uses none.
const LEAF: &str = "artifact";

/// Rooms that stand before each other in the list but still know nothing of each other.
const STRANGERS: [(&str, &str); 2] = [("publish", "render"), ("render", "search")];

const LONGEST_FILE: usize = 400;

/// What reads the clock or the environment, or prints.
const THE_WORLD: [&str; 14] = [
    "print!",
    "println!",
    "eprint!",
    "eprintln!",
    "dbg!",
    "stdout()",
    "stderr()",
    "std::env",
    "env::var",
    "current_dir",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
];

/// What makes a number of an absence.
const ABSENCE_AS_ZERO: [&str; 6] = [
    "unwrap_or(0",
    "unwrap_or_default()",
    "map_or(0",
    "unwrap_or_else(Default::default",
    "unwrap_or(\"\")",
    "filter_map(Result::ok)",
];

struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The room it stands in: `render/guard/css/rules.rs` stands in `render`.
    fn room(&self) -> &str {
        let first = self.path.split('/').next().expect("a path has a part");
        first.trim_end_matches(".rs")
    }

    /// The lines before the tests, numbered from one, without comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let tests = "#[cfg(test)]\nmod tests {";
        let before_tests = self.text.split(tests).next().expect("a text has a part");
        (1..).zip(before_tests.lines().map(without_comment))
    }

    fn is_test(&self) -> bool {
        let name = Path::new(&self.path).file_stem().expect("files have names");
        self.path.contains("/tests/")
            || self.path.contains("/attack/")
            || name.to_string_lossy().ends_with("tests")
            || self.path == "render/fixture.rs"
    }
}

fn without_comment(line: &str) -> &str {
    let trimmed = line.trim_start();
    if trimmed.starts_with("//") {
        ""
    } else {
        line.split(" // ").next().expect("a line has a part")
    }
}

fn sources() -> Vec<Source> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources: Vec<Source> = walkdir::WalkDir::new(&folder)
        .into_iter()
        .map(|entry| entry.expect("the folder can be listed"))
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"))
        .map(|entry| Source {
            path: entry
                .path()
                .strip_prefix(&folder)
                .expect("it stands inside")
                .to_string_lossy()
                .into_owned(),
            text: fs::read_to_string(entry.path()).expect("a source is text"),
        })
        .collect();
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(sources.len() > 100, "the sources are found");
    sources
}

/// The rooms that a text of Rust names: `crate::model::Slug`, `crate::{model::Slug, plan}`.
fn rooms_named_in(text: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for (at, name) in text.match_indices("crate::") {
        let is_own_word = !text[..at].ends_with(|before: char| before.is_alphanumeric());
        let rest = &text[at + name.len()..];
        if !is_own_word {
            continue;
        }
        if let Some(list) = rest.strip_prefix('{') {
            rooms.extend(first_words(list));
        } else {
            rooms.extend(word(rest));
        }
    }
    rooms
}

/// The first word of each item of a list, up to the brace that closes it.
fn first_words(list: &str) -> BTreeSet<String> {
    let mut depth = 0;
    let mut item = String::new();
    let mut words = BTreeSet::new();
    for char in list.chars() {
        match char {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => words.extend(word(&std::mem::take(&mut item))),
            other => item.push(other),
        }
    }
    words.extend(word(&item));
    words
}

fn word(text: &str) -> Option<String> {
    let word: String = text
        .trim_start()
        .chars()
        .take_while(|char| char.is_alphanumeric() || *char == '_')
        .collect();
    (!word.is_empty()).then_some(word)
}

fn place_in_order(room: &str) -> Option<usize> {
    ROOMS.iter().position(|known| *known == room)
}

/// Why one room may not use another.
fn objection(room: &str, used: &str) -> Option<String> {
    if used == room || used == LEAF || room == "lib" || room == "main" {
        return None;
    }
    if room == LEAF {
        return Some(format!("`{LEAF}` is a leaf, but uses `{used}`"));
    }
    let (Some(own), Some(other)) = (place_in_order(room), place_in_order(used)) else {
        return Some(format!("`{room}` uses `{used}`, which is no room"));
    };
    if other > own {
        return Some(format!("`{room}` uses `{used}`, which comes after it"));
    }
    STRANGERS
        .contains(&(room, used))
        .then(|| format!("`{room}` uses `{used}`, but they know nothing of each other"))
}

#[test]
fn a_room_uses_only_the_rooms_before_it() {
    let mut objections = Vec::new();
    for source in sources() {
        let text: Vec<&str> = source.text.lines().map(without_comment).collect();
        for used in rooms_named_in(&text.join("\n")) {
            if let Some(objection) = objection(source.room(), &used) {
                objections.push(format!("{}: {objection}", source.path));
            }
        }
    }
    assert_eq!(objections, [""; 0]);
}

#[test]
fn every_file_stands_in_a_room() {
    let known: BTreeSet<&str> = ROOMS.into_iter().chain([LEAF, "lib", "main"]).collect();
    let strangers: Vec<String> = sources()
        .into_iter()
        .filter(|source| !known.contains(source.room()))
        .map(|source| source.path)
        .collect();
    assert_eq!(strangers, [""; 0]);
}

#[test]
fn the_order_of_the_rooms_is_found_in_every_way_to_import() {
    let text = "use crate::plan;\nuse crate::{model::{Slug, Offer}, stats};\nlet x = crate::cli::run();\nmycrate::other";
    let found: Vec<String> = rooms_named_in(text).into_iter().collect();
    assert_eq!(found, ["cli", "model", "plan", "stats"]);
    assert!(objection("stats", "plan").is_some());
    assert!(objection("publish", "render").is_some());
    assert!(objection("artifact", "model").is_some());
    assert!(objection("model", "helpers").is_some());
    assert!(objection("render", "stats").is_none());
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let long: Vec<String> = sources()
        .into_iter()
        .map(|source| (source.text.lines().count(), source.path))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert_eq!(long, [""; 0]);
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "))
        // A file of tests says it in the names of its tests.
        .filter(|source| !source.is_test())
        .map(|source| source.path)
        .collect();
    assert_eq!(silent, [""; 0]);
}

#[test]
fn only_the_command_line_prints_and_knows_the_clock_and_the_environment() {
    let mut found = Vec::new();
    for source in sources() {
        if source.room() == "cli" || source.is_test() {
            continue;
        }
        for (line, code) in source.code() {
            for name in THE_WORLD {
                let is_own_word = |at: usize| {
                    !code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_')
                };
                if code.match_indices(name).any(|(at, _)| is_own_word(at)) {
                    found.push(format!("{}:{line}: {name}", source.path));
                }
            }
        }
    }
    assert_eq!(found, [""; 0]);
}

/// Facts live in `model`, `stats` and `plan`; the rooms around them may take an empty text for a missing one.
#[test]
fn an_absent_fact_is_never_made_zero() {
    let mut found = Vec::new();
    for source in sources() {
        let holds_facts = ["model", "stats", "plan"].contains(&source.room());
        if !holds_facts || source.is_test() {
            continue;
        }
        for (line, code) in source.code() {
            for name in ABSENCE_AS_ZERO {
                if code.contains(name) {
                    found.push(format!("{}:{line}: {name}", source.path));
                }
            }
        }
    }
    assert_eq!(found, [""; 0]);
}

/// An unfinished thing in the sources is either done or an issue.
#[test]
fn nothing_is_left_for_later() {
    let marks = ["TODO", "FIXME", "todo!", "unimplemented!", "#[ignore"];
    let mut found = Vec::new();
    for source in sources() {
        for mark in marks {
            if source.text.contains(mark) {
                found.push(format!("{}: {mark}", source.path));
            }
        }
    }
    assert_eq!(found, [""; 0]);
}
