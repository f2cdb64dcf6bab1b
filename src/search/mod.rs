//! What can be found in one municipality, and in which order: Tantivy indexes of its documents and of what visitors say, with
//! Dutch analysis, a query plan, and the same as two small files for the browser. Does not know `render`. Start at
//! [`AnalysedRegion`], then [`MunicipalityIndex`].

mod analysis;
mod compound;
mod dictionary;
mod document;
mod draft;
mod explain;
mod export;
mod field;
mod fold;
mod index;
mod led;
mod lexicon;
mod notions;
mod plan;
mod rank;
mod saying_index;
mod sound;
mod stem;
mod stop_words;
mod word_search;

pub use analysis::AnalysedRegion;
pub use document::{Document, DocumentKind};
pub use export::{ExportedIndex, Exporter};
pub use field::{Field, Reach};
pub use index::{MunicipalityIndex, SearchError};
pub use plan::{Plan, PlannedWord, Role, Variant, VariantKind};
pub use rank::{Found, Hit, Level};
