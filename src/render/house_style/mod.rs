//! A municipality's own face on top of the theme: which shades are used so that everything can be read, the small style
//! sheet that says so, and what was decided. Start at [`Faces::new`].

mod face;
mod files;
mod lightness;
mod pairs;
mod solver;
mod theme_colours;

pub use self::face::{Face, Faces, PairRow};
pub use self::theme_colours::ThemeColours;
