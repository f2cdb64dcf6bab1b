//! Judges `[readability]` of `site.toml`.

use crate::diagnostics::{Diagnostic, codes, said};
use crate::model::Readability;
use crate::sources::Document;

use super::fields::Fields;

/// The limits as far as they can be read; what is wrong with them is said in [`judge`].
pub(super) fn limits(document: &Document) -> Readability {
    judge(&mut Fields::of(document), &mut Vec::new())
}

/// Judges the table. A limit that is not there, or cannot be used, is the usual one.
pub(super) fn judge(fields: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Readability {
    let mut limits = Readability::default();
    let Some(mut table) = fields.table("readability", diagnostics) else {
        return limits;
    };
    for limit in LIMITS {
        if let Some(number) = limit.read(&mut table, diagnostics) {
            *(limit.slot)(&mut limits) = number;
        }
    }
    for word in table.texts("allow", diagnostics) {
        let allowed = word.value.trim().to_lowercase();
        if allowed.is_empty() {
            diagnostics.push(
                Diagnostic::new(codes::E0110, word.place, "an allowed word is empty")
                    .help("write the word, or leave it out"),
            );
        } else {
            limits.allow.insert(allowed.into());
        }
    }
    table.finish(diagnostics);
    limits
}

/// A limit: its key, what it may be, and where it goes.
struct Limit {
    key: &'static str,
    lowest: u32,
    highest: u32,
    slot: fn(&mut Readability) -> &mut u32,
}

const LIMITS: [Limit; 6] = [
    Limit {
        key: "longest_sentence",
        lowest: 5,
        highest: 100,
        slot: |limits| &mut limits.longest_sentence,
    },
    Limit {
        key: "average_sentence",
        lowest: 5,
        highest: 100,
        slot: |limits| &mut limits.average_sentence,
    },
    Limit {
        key: "long_sentences",
        lowest: 0,
        highest: 100,
        slot: |limits| &mut limits.long_sentences,
    },
    Limit {
        key: "long_words",
        lowest: 0,
        highest: 100,
        slot: |limits| &mut limits.long_words,
    },
    Limit {
        key: "lowest_score",
        lowest: 0,
        highest: 120,
        slot: |limits| &mut limits.lowest_score,
    },
    Limit {
        key: "fewest_words",
        lowest: 20,
        highest: 10_000,
        slot: |limits| &mut limits.fewest_words,
    },
];

impl Limit {
    fn read(&self, table: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<u32> {
        let number = table.integer(self.key, diagnostics)?;
        let (lowest, highest) = (self.lowest, self.highest);
        let read = u32::try_from(number.value).ok();
        let read = read.filter(|read| (lowest..=highest).contains(read));
        if read.is_none() {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0202,
                    number.place,
                    said(
                        "`{key}` cannot be {number}",
                        [("key", &self.key), ("number", &number.value)],
                    ),
                )
                .help(said(
                    "write a whole number from {lowest} to {highest}",
                    [("lowest", &lowest), ("highest", &highest)],
                )),
            );
        }
        read
    }
}
