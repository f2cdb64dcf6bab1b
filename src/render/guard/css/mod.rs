//! What the CSS of a theme hides. Start at [`Rules::parse`]; [`sheet`] reads, [`hiding`] judges declarations,
//! [`selector`] makes selectors that match whenever a browser could.

mod colour;
mod hiding;
mod paint;
mod quantity;
mod rules;
mod selector;
mod sheet;
mod transform;
mod value;
mod variables;

pub(super) use rules::Rules;
