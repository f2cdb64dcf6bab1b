//! Keeping what was published: what is in an archive, when there is none, and what is found out about one that was
//! damaged or forged.
#![expect(
    clippy::unwrap_used,
    reason = "the whole crate is a test: what cannot be read has failed"
)]

mod bundle;
mod desk;
mod dutch;
mod refusals;
mod verify;
