//! One page = one typed view = one template. No disk. Start at [`render_site`].

pub mod markdown;
pub mod messages;
mod site;
pub mod theme;
pub mod view;

pub use site::render_site;
