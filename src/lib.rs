//! Keuzewijzer turns a region's youth-care records into one static provider-choice site per municipality.
//!
//! Data flows one way, through rooms that know only the rooms before them:
//! [`sources`] read, [`model`] judges, [`readability`] looks at the Dutch, [`stats`] scores, [`plan`] decides which pages exist,
//! [`changes`] holds what a site says against what it said before, [`render`] makes the pages,
//! [`publish`] puts them live, [`archive`] keeps what was published, [`serve`] shows sites beforehand. Start reading at [`pipeline`].

pub mod archive;
pub mod artifact;
pub mod changes;
pub mod cli;
pub mod diagnostics;
pub mod import;
pub mod init;
pub mod model;
pub mod pipeline;
pub mod plan;
pub mod publish;
pub mod readability;
pub mod render;
pub mod report;
pub mod search;
pub mod serve;
pub mod sources;
pub mod stats;
