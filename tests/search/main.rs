//! The search as a visitor and an editor meet it: what it finds for questions that were judged before it existed, and what
//! the terminal says about it.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(clippy::print_stdout, reason = "what the search gets wrong is shown")]

mod answers;
mod asked;
mod crisis;
mod quality;
mod terminal;
