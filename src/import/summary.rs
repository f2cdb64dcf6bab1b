//! What an import came to, in numbers.

use std::fmt::Write as _;

use crate::diagnostics::Diagnostic;

use super::foreign::ForeignFile;
use super::value::Reason;
use super::write::Written;

/// The numbers of one import. Every record that was read was imported or reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records of the foreign files.
    pub read: usize,
    /// Records that were imported.
    pub imported: usize,
    /// Records that were reported: each has a warning that says why.
    pub reported: usize,
    /// Municipalities that they name.
    pub municipalities: usize,
    /// Areas of postcodes.
    pub postcodes: usize,
    /// Providers.
    pub providers: usize,
    /// Locations of providers.
    pub locations: usize,
    /// Products that they offer.
    pub products: usize,
    /// Offers.
    pub offers: usize,
    /// Waits. Records that say the same are one wait.
    pub waits: usize,
    /// Outcomes.
    pub outcomes: usize,
}

impl Counts {
    /// Starts with the rows that are broken, which were reported.
    pub(super) fn of(files: &[ForeignFile]) -> Self {
        let broken = files.iter().map(|file| file.broken).sum();
        Self {
            read: broken,
            reported: broken,
            ..Self::default()
        }
    }

    /// Counts a record, and reports it when it cannot be imported.
    pub(super) fn count<T>(
        &mut self,
        record: Result<T, Reason>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        self.read += 1;
        match record {
            Ok(record) => {
                self.imported += 1;
                Some(record)
            }
            Err(Reason(problem)) => {
                self.reported += 1;
                diagnostics.push(*problem);
                None
            }
        }
    }
}

/// What an import came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What was read and made.
    pub counts: Counts,
    /// What was written, or would be.
    pub written: Written,
    /// Nothing was written: it was only asked what would change.
    pub is_dry_run: bool,
}

impl Summary {
    /// The numbers in words, on two or three lines.
    #[must_use]
    pub fn in_words(&self) -> String {
        let counts = &self.counts;
        let mut words = format!(
            "{} records read: {} imported, {} reported\n",
            counts.read, counts.imported, counts.reported
        );
        let made: Vec<String> = [
            (counts.municipalities, "municipalities"),
            (counts.postcodes, "postcodes"),
            (counts.providers, "providers"),
            (counts.locations, "locations"),
            (counts.products, "products"),
            (counts.offers, "offers"),
            (counts.waits, "waits"),
            (counts.outcomes, "outcomes"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| format!("{count} {noun}"))
        .collect();
        if !made.is_empty() {
            let _ = writeln!(words, "{}", made.join(", "));
        }
        let files = if self.written.changed == 1 {
            "file"
        } else {
            "files"
        };
        let would_be = if self.is_dry_run { "would be " } else { "" };
        let _ = writeln!(
            words,
            "{} {files} {would_be}written, {} unchanged",
            self.written.changed, self.written.unchanged
        );
        words
    }
}
