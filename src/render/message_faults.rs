//! What a language file may not hold: placeables so deep inside each other that no reader follows them, and characters that
//! nobody sees, as themselves or as an escape.

use crate::diagnostics::codes::E0805;
use crate::diagnostics::{Diagnostic, FileId, Place};
use crate::model::validate::{judge_as_whole, judge_text};
use crate::sources::nesting;

/// Reports what is wrong; says whether the file can be read further.
pub(super) fn check(source: &str, file: FileId, diagnostics: &mut Vec<Diagnostic>) -> bool {
    judge_text(source, Place::whole(file), diagnostics);
    for (at, escape) in source.match_indices('\\') {
        if let Some((character, length)) = escaped(&source[at..]) {
            let place = Place::new(file, at..at + escape.len() + length);
            judge_as_whole(&character.to_string(), place, diagnostics);
        }
    }
    match nesting::of_words(source) {
        None => true,
        Some((problem, at)) => {
            let place = Place::new(file, at..at + 1);
            diagnostics.push(Diagnostic::new(E0805, place, problem).help(nesting::FLATTER));
            false
        }
    }
}

/// The character of an escape, `\u202E` or `\U01F602`, and the length of what follows the backslash.
fn escaped(escape: &str) -> Option<(char, usize)> {
    let digits = match escape.as_bytes().get(1)? {
        b'u' => escape.get(2..6)?,
        b'U' => escape.get(2..8)?,
        _ => return None,
    };
    let character = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    Some((character, digits.len() + 1))
}
