//! Importing foreign CSV files: what the content becomes, what is reported, and that a second run changes nothing.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod again;
mod desk;
mod mapping;
mod nza;
mod records;
