//! Scores from counts: pure functions. Start at [`score()`].
//!
//! [`score()`] takes the newest row of every cell, adds them up per profile and over all profiles, hides what is too
//! small and what would give a hidden cell away, and compares the rest with the region. [`rolled_up`] finds the
//! narrowest scope with a score; [`rank`] sorts scores and keeps ties. [`score_after()`] does what [`score()`] does, and
//! holds the result against everything that was shown before, which is a [`Ledger`].

#[cfg(test)]
mod attack;
mod counts;
mod doubt;
mod family;
mod finding;
mod kept;
mod ledger;
mod provider;
mod rank;
mod region;
mod release;
mod renamed;
mod roll_up;
mod score;
#[cfg(test)]
mod score_tests;
mod suppression;
mod together;
mod unclear;
mod wilson;

pub use ledger::{LEDGER_FILE, Ledger, UnusableLedger};
pub use rank::{Ranked, rank};
pub use renamed::{NamedKind, Renamed};
pub use roll_up::rolled_up;
pub use score::{
    HeldBack, Interval, ProviderScores, RegionAverage, Score, ScoreCell, ScoreScope, Scored,
    Scores, Share, Verdict, score, score_after,
};
