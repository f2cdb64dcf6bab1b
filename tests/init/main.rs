//! `init`: a new region that builds at once, made whole or not at all.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod desk;
mod failures;
mod municipalities;
mod questions;
mod region;
mod spreadsheets;
#[path = "../import/workbook.rs"]
#[expect(dead_code, reason = "the list has no dates, shares or formulas")]
mod workbook;
