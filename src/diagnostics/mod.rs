//! Problems in the material, as data: a code, a place, what to do. Start at [`Diagnostic`].

pub mod codes;
mod diagnostic;
mod place;

pub use codes::Code;
pub use diagnostic::{Diagnostic, Related, Severity};
pub use place::{FileId, Located, Place, Position, SourceMap};
