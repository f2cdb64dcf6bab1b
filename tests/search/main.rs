//! The search as a visitor and an editor meet it: what it finds for questions that were judged before it existed, and what
//! the terminal says about it.

mod quality;
