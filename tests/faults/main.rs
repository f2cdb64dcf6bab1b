//! Every moment as the one the power fails: commands that are killed, disks that are full, rights that are lost, clocks that are
//! wrong, two at once, very many files. `bash tests/faults.sh` tries many more moments than a run of all tests does.
//!
//! What needs root, a namespace or `strace` says on standard error when it is skipped.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod at_once;
mod clock;
mod deeds;
mod desk;
mod full_disk;
mod kills;
mod large_folders;
mod power;
mod rights;
