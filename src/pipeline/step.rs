//! What a run is doing, told to whoever shows progress or takes the time.

use crate::diagnostics::{Phrase, phrase};

/// Told of everything that a run does. Called by one thread at a time.
pub type Watch<'a> = &'a dyn Fn(Event);

/// Something that happened in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// From now on the run does this.
    Step(Step),
    /// So many municipalities' sites will be made.
    Sites(usize),
    /// One of them is made.
    SiteIsMade,
}

/// What a run can be doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Reading content.
    Read,
    /// Judging it.
    Validate,
    /// Reading, checking and preparing the theme.
    Theme,
    /// Looking at how hard the Dutch is.
    Readability,
    /// Working out scores and what all municipalities share.
    Score,
    /// Planning and rendering pages.
    Render,
    /// Making search indexes.
    Index,
    /// Comparing files with what stands there and writing those that differ.
    Stage,
    /// Flushing, and trading the old site for the new one.
    Swap,
}

impl Step {
    /// Its name for people.
    #[must_use]
    pub fn name(self) -> Phrase {
        match self {
            Self::Read => phrase("read"),
            Self::Validate => phrase("validate"),
            Self::Theme => phrase("theme"),
            Self::Readability => phrase("readability"),
            Self::Score => phrase("score"),
            Self::Render => phrase("plan and render"),
            Self::Index => phrase("search index"),
            Self::Stage => phrase("stage"),
            Self::Swap => phrase("swap"),
        }
    }
}
