//! Content that somebody made to do harm, or that is broken beyond use: every planting ends in an error with a place and
//! what to do, or stands as harmless text in everything that is published and printed. Nothing hangs, and memory is bounded.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod arguments;
mod desk;
mod limits;
mod packages;
mod paths;
mod preview;
mod published;
mod spreadsheets;
mod templates;
mod terminal;
mod texts;
mod theme;
mod words;
