//! One page = one typed view = one template. No disk. Start at [`render_site`].

pub(crate) mod change;
pub mod files;
#[cfg(test)]
mod fixture;
mod front_door;
pub mod guard;
pub mod house_style;
pub mod markdown;
pub mod messages;
mod site;
pub mod theme;
pub mod view;

pub use front_door::render_front_door;
pub use site::{Rendered, render_site};

#[cfg(test)]
mod tests;
