//! Content that somebody made to do harm, or that is broken beyond use: every planting ends in an error with a place and
//! what to do, or stands as harmless text in everything that is published and printed. Nothing hangs, and memory is bounded.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod desk;
mod limits;
mod paths;
mod spreadsheets;
mod terminal;
mod texts;
