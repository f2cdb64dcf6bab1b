//! What an import came to, in numbers.

use crate::diagnostics::{Diagnostic, Wording, phrase, said};

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
    pub fn in_words(&self) -> Vec<Wording> {
        let counts = &self.counts;
        let read = said(
            "{read} records read: {imported} imported, {reported} reported",
            [
                ("read", &counts.read),
                ("imported", &counts.imported),
                ("reported", &counts.reported),
            ],
        );
        let made = [
            (counts.municipalities, phrase("{count} municipalities")),
            (counts.postcodes, phrase("{count} postcodes")),
            (counts.providers, phrase("{count} providers")),
            (counts.locations, phrase("{count} locations")),
            (counts.products, phrase("{count} products")),
            (counts.offers, phrase("{count} offers")),
            (counts.waits, phrase("{count} waits")),
            (counts.outcomes, phrase("{count} outcomes")),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| said(noun, [("count", &count)]));
        let made = made.reduce(|before, next| {
            said("{before}, {next}", [])
                .with("before", before)
                .with("next", next)
        });
        let (changed, unchanged) = (self.written.changed, self.written.unchanged);
        let files: [(_, &dyn std::fmt::Display); 2] =
            [("changed", &changed), ("unchanged", &unchanged)];
        let written = match (changed, self.is_dry_run) {
            (1, false) => said("{changed} file written, {unchanged} unchanged", files),
            (_, false) => said("{changed} files written, {unchanged} unchanged", files),
            (1, true) => said(
                "{changed} file would be written, {unchanged} unchanged",
                files,
            ),
            (_, true) => said(
                "{changed} files would be written, {unchanged} unchanged",
                files,
            ),
        };
        [Some(read), made, Some(written)]
            .into_iter()
            .flatten()
            .collect()
    }
}
