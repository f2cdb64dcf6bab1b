//! The catalogue of Dutch words has every pattern that the source says, and no other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Calls whose text is said to people, each with the argument that is that text.
const SAYING: [(&str, usize); 11] = [
    ("said(", 0),
    ("phrase(", 0),
    ("tell(", 0),
    (".help(", 0),
    (".related(", 1),
    ("Diagnostic::new(", 2),
    ("Reason::new(", 1),
    ("Reason::new(", 2),
    (".refuse(", 1),
    (".report(", 1),
    (".needed(", 0),
];

fn catalogue() -> BTreeMap<String, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostics/i18n/nl.toml");
    let text = fs::read_to_string(file).expect("the catalogue can be read");
    toml::from_str(&text).expect("the catalogue is TOML with texts")
}

/// Every pattern of the source, with the file that says it.
fn patterns() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.expect("the source can be listed");
        let path = entry.path().strip_prefix(&root).expect("it lies inside");
        let name = path.to_string_lossy().into_owned();
        let is_code = path.extension().is_some_and(|end| end == "rs");
        if !is_code || name.contains("tests") || path.ends_with("fixture.rs") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("the source can be read");
        let code = text
            .split("#[cfg(test)]\nmod")
            .next()
            .expect("a first part");
        for pattern in said_in(code) {
            found.entry(pattern).or_insert(name.clone());
        }
    }
    found
}

fn said_in(code: &str) -> Vec<String> {
    let mut said = Vec::new();
    for (call, argument) in SAYING {
        for (at, _) in code.match_indices(call) {
            let is_word = code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let arguments = &code[at + call.len()..];
            if !is_word || call.starts_with('.') {
                said.extend(argument_of(arguments, argument).and_then(literal));
            }
        }
    }
    said
}

/// The source from the argument of this rank on; `None` when the call has fewer.
fn argument_of(arguments: &str, rank: usize) -> Option<&str> {
    let (mut depth, mut passed, mut at) = (0_usize, 0, 0);
    let mut start = 0;
    while passed < rank {
        let rest = &arguments[at..];
        match rest.chars().next()? {
            '"' => at += quoted_length(rest),
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return None,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                passed += 1;
                start = at + 1;
            }
            _ => {}
        }
        at += arguments[at..].chars().next()?.len_utf8();
    }
    Some(arguments[start..].trim_start())
}

/// Bytes up to the closing quote of a literal.
pub(crate) fn quoted_length(source: &str) -> usize {
    let mut is_escaped = false;
    let end = source[1..].find(|c| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    end.expect("a literal ends") + 1
}

/// The text of a literal in quotes.
fn literal(source: &str) -> Option<String> {
    let inside = source.strip_prefix('"')?;
    let inside = &inside[..quoted_length(source) - 1];
    let mut text = String::new();
    let mut rest = inside.chars();
    while let Some(character) = rest.next() {
        match (character, character == '\\') {
            (_, true) => match rest.next()? {
                'n' => text.push('\n'),
                '\n' => rest = rest.as_str().trim_start().chars(),
                escaped => text.push(escaped),
            },
            (plain, false) => text.push(plain),
        }
    }
    Some(text)
}

/// The names in braces.
fn names(pattern: &str) -> BTreeSet<&str> {
    let after_braces = pattern.split('{').skip(1);
    after_braces
        .filter_map(|after| after.split_once('}'))
        .map(|(name, _)| name)
        .filter(|name| {
            name.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        })
        .collect()
}

#[test]
fn every_pattern_of_the_source_has_dutch_words() {
    let catalogue = catalogue();
    let lacking: Vec<String> = patterns()
        .into_iter()
        .filter(|(pattern, _)| !catalogue.contains_key(pattern))
        .map(|(pattern, file)| format!("{pattern:?} = \"\" # {file}"))
        .collect();
    assert!(
        lacking.is_empty(),
        "add to src/diagnostics/i18n/nl.toml:\n{}",
        lacking.join("\n")
    );
}

#[test]
fn no_dutch_words_are_left_of_a_pattern_that_is_gone() {
    let patterns = patterns();
    let left: Vec<String> = catalogue()
        .into_keys()
        .filter(|pattern| !patterns.contains_key(pattern))
        .collect();
    assert!(
        left.is_empty(),
        "remove from src/diagnostics/i18n/nl.toml:\n{}",
        left.join("\n")
    );
}

#[test]
fn dutch_words_fill_in_what_the_english_do() {
    let mut faults = Vec::new();
    for (english, dutch) in catalogue() {
        if names(&english) != names(&dutch) || dutch.trim().is_empty() || dutch.ends_with('.') {
            faults.push(format!("{english}: {dutch}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn literals_are_found_in_every_kind_of_call() {
    let code = r#"Diagnostic::new(code, place(",", 'x'), "one `{a}`").help("two \"2\"")
        .related(at, said("three", [("a", &",")]))"#;
    assert_eq!(said_in(code), ["three", "two \"2\"", "one `{a}`"]);
}
