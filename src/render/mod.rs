//! One page = one typed view = one template. No disk.

pub mod markdown;
pub mod messages;
pub mod theme;
