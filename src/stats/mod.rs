//! Scores from counts: pure functions. Start at [`score`].

mod score;

pub use score::{
    Interval, ProviderScores, RegionAverage, Score, ScoreCell, ScoreScope, Scores, Share, Verdict,
    score,
};
