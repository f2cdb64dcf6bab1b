//! The handbook is true: its links lead somewhere, its commands run and say what it says they say, and the help of the
//! program has examples that can be typed.

mod block;
mod book;
mod commands;
mod help;
mod links;
mod scratch;
mod shells;
