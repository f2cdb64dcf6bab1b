//! One page = one typed view = one template. No disk.

pub(crate) mod change;
pub mod files;
