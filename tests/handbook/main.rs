//! The handbook is true: its links lead somewhere, its commands run and say what it says they say, and the help of the
//! program has examples that can be typed.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod block;
mod book;
mod commands;
mod help;
mod links;
mod scratch;
mod shells;
