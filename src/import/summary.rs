//! What an import came to, in numbers.

use crate::diagnostics::{Diagnostic, Language, Phrase, Wording, phrase, said};

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

    /// What was made: how many, and the words for one and for several.
    fn made(&self) -> [(usize, Phrase, Phrase); 8] {
        [
            (
                self.municipalities,
                phrase("1 municipality"),
                phrase("{count} municipalities"),
            ),
            (
                self.postcodes,
                phrase("1 postcode"),
                phrase("{count} postcodes"),
            ),
            (
                self.providers,
                phrase("1 provider"),
                phrase("{count} providers"),
            ),
            (
                self.locations,
                phrase("1 location"),
                phrase("{count} locations"),
            ),
            (
                self.products,
                phrase("1 product"),
                phrase("{count} products"),
            ),
            (self.offers, phrase("1 offer"), phrase("{count} offers")),
            (self.waits, phrase("1 wait"), phrase("{count} waits")),
            (
                self.outcomes,
                phrase("1 outcome"),
                phrase("{count} outcomes"),
            ),
        ]
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
    pub fn in_words(&self, language: Language) -> String {
        let counts = &self.counts;
        let read = said(
            "{read} records read: {imported} imported, {reported} reported",
            [
                ("read", &counts.read),
                ("imported", &counts.imported),
                ("reported", &counts.reported),
            ],
        );
        let mut lines = vec![read.in_language(language)];
        let made: Vec<String> = counts
            .made()
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| match count {
                1 => said(one, []),
                count => said(many, [("count", &count)]),
            })
            .map(|words| words.in_language(language))
            .collect();
        if !made.is_empty() {
            lines.push(made.join(", "));
        }
        lines.push(self.files().in_language(language));
        lines.join("\n") + "\n"
    }

    fn files(&self) -> Wording {
        let Written { changed, unchanged } = self.written;
        let files = match changed {
            1 => said("1 file", []),
            several => said("{count} files", [("count", &several)]),
        };
        let unchanged: [(_, &dyn std::fmt::Display); 1] = [("unchanged", &unchanged)];
        let words = if self.is_dry_run {
            said("{files} would be written, {unchanged} unchanged", unchanged)
        } else {
            said("{files} written, {unchanged} unchanged", unchanged)
        };
        words.with("files", files)
    }
}
