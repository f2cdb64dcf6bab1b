//! What the commands say of their work is said by patterns, so that it has Dutch words too.

use std::fs;
use std::path::Path;

use crate::patterns::quoted_length;

/// Files outside `src/cli` whose words the commands print as they are.
const BESIDE: [&str; 5] = [
    "archive/fault.rs",
    "import/difference.rs",
    "import/summary.rs",
    "pipeline/publishing.rs",
    "pipeline/step.rs",
];

/// Files of `src/cli` whose sentences are in English alone, or have their Dutch beside them, and why.
const OTHERWISE: [(&str, &str); 6] = [
    ("contrast.rs", "a table for who makes a theme"),
    ("diff_words.rs", "each word is a pair of English and Dutch"),
    ("manual.rs", "for who packs the program"),
    ("readability.rs", "a table for who makes a theme"),
    ("schema.rs", "for editors that are programs"),
    ("search.rs", "for who tunes the search"),
];

/// What stands before a literal that needs no Dutch, or is looked for in the catalogue.
const IN_ORDER: [&str; 5] = [
    "said(",
    "phrase(",
    "tell(",
    ".expect(",
    "let mut help = String::from(",
];

/// The sentences of a source that are printed without a pattern: literals with two words in a row.
fn bare_sentences(source: &str) -> Vec<String> {
    let code = source
        .split("#[cfg(test)]\nmod")
        .next()
        .expect("a first part");
    let code: String = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .fold(String::new(), |code, line| code + line + "\n");
    let mut bare = Vec::new();
    let mut at = 0;
    while let Some(quote) = code[at..].find('"') {
        let start = at + quote;
        // Up to its closing quote.
        let length = quoted_length(&code[start..]);
        let literal = &code[start + 1..start + length];
        let before = code[..start].trim_end();
        // What clap shows as help is English: `#[arg(…)]`.
        let is_attribute = before
            .rfind("#[")
            .is_some_and(|open| !before[open..].contains(")]") && !before[open..].contains("\"]"));
        let is_in_order = IN_ORDER.iter().any(|call| before.ends_with(call));
        if has_two_words(literal) && !is_attribute && !is_in_order {
            bare.push(literal.to_owned());
        }
        at = start + length + 1;
    }
    bare
}

fn has_two_words(literal: &str) -> bool {
    let plain = without_names(literal);
    let words: Vec<&str> = plain.split(' ').collect();
    let is_word = |word: &str| {
        let letters = word.trim_matches(|sign: char| ",;:.`…".contains(sign));
        letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    words
        .windows(2)
        .any(|pair| pair.iter().all(|word| is_word(word)))
}

/// The literal without what is filled in.
fn without_names(literal: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for character in literal.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(character),
            _ => {}
        }
    }
    plain
}

#[test]
fn every_sentence_that_a_command_prints_is_a_pattern() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let commands = walkdir::WalkDir::new(root.join("cli"))
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("the source can be listed").into_path())
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .filter(|path| OTHERWISE.iter().all(|(name, _)| !path.ends_with(name)));
    let beside = BESIDE.map(|path| root.join(path));
    let mut faults = Vec::new();
    for path in commands.chain(beside) {
        let source = fs::read_to_string(&path).expect("the source can be read");
        let file = path.display();
        let bare = bare_sentences(&source).into_iter();
        faults.extend(bare.map(|sentence| format!("{file}: {sentence:?}")));
    }
    assert!(
        faults.is_empty(),
        "say these by `said(` or `tell(`, so that they have Dutch words:\n{}",
        faults.join("\n")
    );
}

#[test]
fn a_sentence_without_a_pattern_is_found() {
    let code = "#[arg(help = \"of the tool\")]\nlet a = said(\"one two\", []);\n\
                say(&format!(\"{}: {count} files of old\\n\"));\nlet key = \"one\";\n// \"two three\n";
    assert_eq!(bare_sentences(code), ["{}: {count} files of old\\n"]);
}
