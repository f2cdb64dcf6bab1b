//! What a site says of itself against what it said before: build, change the content, build again on a later day, and
//! read the page, the feed and the journal. Start at [`published`].
#![expect(
    clippy::unwrap_used,
    reason = "the whole crate is a test: what cannot be read has failed"
)]

#[expect(
    dead_code,
    reason = "the harness serves the tests of whole sites, which ask more of it"
)]
#[path = "../site/harness.rs"]
mod harness;

mod days;
mod diff;
mod journal;
mod listed;
mod published;
mod scores;
