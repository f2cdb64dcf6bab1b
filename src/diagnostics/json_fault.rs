//! Why a file that the program wrote as JSON cannot be read any more.

use serde_json::error::Category;

use super::{Phrase, Wording, phrase, said};

/// The reason with its place, as the end of a sentence about the file. `other` says that it is JSON but not what belongs
/// there, with `{line}` and `{column}` in it.
#[must_use]
pub fn json_fault(error: &serde_json::Error, other: Phrase) -> Wording {
    let pattern = match error.classify() {
        Category::Eof => phrase("it stops halfway, at line {line}, column {column}"),
        Category::Data => other,
        Category::Syntax | Category::Io => {
            phrase("it is not JSON, at line {line}, column {column}")
        }
    };
    said(
        pattern,
        [("line", &error.line()), ("column", &error.column())],
    )
}
