//! `init`: a new region that builds at once, made whole or not at all.

mod desk;
mod failures;
mod municipalities;
mod questions;
mod region;
