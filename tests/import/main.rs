//! Importing foreign files: what the content becomes, what is reported, and that a second run changes nothing.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod again;
mod desk;
mod dry_run;
mod former;
mod hsds;
mod json;
mod mapping;
mod nza;
mod outcomes;
mod program;
mod ready_made;
mod records;
mod shared;
mod sheets;
mod workbook;
