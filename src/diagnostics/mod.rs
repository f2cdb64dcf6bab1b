//! Problems in the material, as data: a code, a place, what to do. Start at [`Diagnostic`]; [`render`] turns problems
//! into words for people and programs.

mod catalogue;
pub mod codes;
mod diagnostic;
mod dutch_pages;
mod json_fault;
mod language;
mod lines;
mod order;
mod place;
pub mod render;
mod wording;

pub use codes::Code;
pub use diagnostic::{Diagnostic, Related, Severity, nearest};
pub use json_fault::json_fault;
pub use language::Language;
pub use order::sort;
pub use place::{FileId, Located, Place, Position, SourceMap};
pub use wording::{Phrase, Wording, day_in, phrase, said};
