//! Problems in the material, as data: a code, a place, what to do. Start at [`Diagnostic`]; [`render`] turns problems
//! into words for people and programs.

mod catalogue;
pub mod codes;
mod diagnostic;
mod dutch_pages;
mod language;
mod lines;
mod order;
mod place;
pub mod render;
mod wording;

pub use codes::Code;
pub use diagnostic::{Diagnostic, Related, Severity, nearest};
pub use language::Language;
pub use order::sort;
pub use place::{FileId, Located, Place, Position, SourceMap};
pub use wording::{Phrase, Wording, phrase, said};
