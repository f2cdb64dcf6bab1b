//! What the program publishes, looked at from outside: copy a region, change it, run the program, read what a visitor
//! reads. The harness is [`harness::Region`]; each module holds the promises about one subject.
#![expect(
    clippy::unwrap_used,
    reason = "the whole crate is a test: what cannot be read has failed"
)]

mod accessibility;
mod build_command;
mod catalog;
mod csv;
mod data_license;
mod data_package;
mod demo;
mod harness;
mod house_style;
mod hsds;
mod html;
mod killed;
mod languages;
mod misleading_words;
mod newest_figures;
mod open_data;
mod privacy;
mod privacy_page;
mod provider;
mod readability;
mod refusals;
mod report;
mod same_bytes;
mod shape;
mod shards;
mod small_pages;
mod statements;
