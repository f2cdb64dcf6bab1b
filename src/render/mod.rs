//! One page = one typed view = one template. No disk.

pub mod guard;
