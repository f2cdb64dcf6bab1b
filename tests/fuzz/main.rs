//! The short run of the fuzz targets and the properties of the whole chain: any content gives problems or a valid site.
//! `bash tests/fuzz.sh` searches for inputs for as long as one likes; what it found stands in `corpus/`.
#![expect(
    clippy::unwrap_used,
    reason = "the whole crate is a test: what cannot be read has failed"
)]

mod chain;
mod memory;
mod mutation;
mod region;
mod short;
mod targets;
