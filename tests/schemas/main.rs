//! The published schemas of the content say what the program accepts: every key, column, code word, limit and type is
//! tried on both, and all content that the project has is held against them.
//!
//! Start at [`keys`] for TOML and front matter and at [`columns`] for CSV.
#![expect(
    clippy::unwrap_used,
    reason = "the whole crate is a test: what cannot be read has failed"
)]

mod columns;
mod content;
mod keys;
mod printed;
mod region;
mod toml_text;
