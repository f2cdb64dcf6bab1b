//! One page = one typed view = one template. No disk. Start at [`Press`].

#[cfg(test)]
mod changes_tests;
mod css_text;
mod edition;
pub mod files;
#[cfg(test)]
mod fixture;
mod front_door;
pub mod guard;
pub mod house_style;
pub mod markdown;
mod message_arguments;
mod message_faults;
pub mod messages;
mod open_site;
mod press;
mod records;
mod site;
pub mod theme;
mod travel;
pub mod view;

pub use edition::{Edition, is_right_to_left};
pub use front_door::render_front_door;
pub use open_site::{OpenSite, PageAt};
pub use press::Press;
pub use records::Records;
pub use site::{Rendered, Renderer, render_site};

#[cfg(test)]
mod tests;
