//! Scores from counts: pure functions. Start at [`score()`].
//!
//! [`score()`] takes the newest row of every cell, adds them up per profile and over all profiles, hides what is too
//! small and what would give a hidden cell away, and compares the rest with the region. [`rolled_up`] finds the
//! narrowest scope with a score; [`rank`] sorts scores and keeps ties.

#[cfg(test)]
mod attack;
mod counts;
mod family;
mod finding;
mod provider;
mod rank;
mod region;
mod roll_up;
mod score;
#[cfg(test)]
mod score_tests;
mod suppression;
mod wilson;

pub use rank::{Ranked, rank};
pub use roll_up::rolled_up;
pub use score::{
    Interval, ProviderScores, RegionAverage, Score, ScoreCell, ScoreScope, Scores, Share, Verdict,
    score,
};
