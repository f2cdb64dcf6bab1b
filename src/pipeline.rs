//! Every step from a content folder to a published site, named once: read, judge, score, load the theme, then per
//! municipality plan, render, guard and stage; and in the end one swap. Start at [`build`]; [`Loader`] reads and judges,
//! `sites` makes the files.

mod account;
mod diff;
mod findings;
mod fingerprint;
mod held_back;
mod loader;
mod previous;
mod publishing;
mod region;
mod report;
mod search;
mod shown;
mod sites;
mod step;
mod theme_files;

use std::path::PathBuf;

use jiff::civil::Date;

use previous::Previous;

use crate::diagnostics::Wording;
use crate::model::Dataset;
use crate::publish::{Compression, JoinError, PublishError, Shard};
use crate::render::house_style::Faces;
use crate::search::SearchError;
use crate::sources::ReadError;

pub use diff::{DiffError, Difference, DifferenceKind, diff};
pub use findings::Findings;
pub use loader::{Loaded, Loader};
pub use publishing::{Build, Order, Publication, build, join};
pub use region::Region;
pub use report::{ReportError, WrittenReport, check_and_report};
pub use search::{Indexer, Search, search};
pub use step::{Event, Step, Watch};

/// What to build, for which day, and how strictly. Paths are used as they are given.
#[derive(Clone, Debug)]
pub struct Options {
    /// The region's folder.
    pub content: PathBuf,
    /// The folder of themes.
    pub themes: PathBuf,
    /// The day the site is made for; without it the day in `site.toml`, and without that `today`.
    pub date: Option<Date>,
    /// The day on the clock of the command line.
    pub today: Date,
    /// Whether warnings keep a site from being published.
    pub is_strict: bool,
    /// The published folder that is gone on with; without it the target itself.
    pub previous: Option<PathBuf>,
    /// Stands for this program, so that a newer one builds again; absent when it could not read itself.
    pub program: Option<[u8; 32]>,
    /// Whether files get compressed siblings.
    pub compression: Compression,
    /// The part of the region to make; absent when it is all of it.
    pub shard: Option<Shard>,
}

/// The machine failed, or was asked for what is not there.
#[derive(Debug, thiserror::Error)]
pub enum PipelineError {
    /// Something could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Something could not be published.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// What was published before could not be read.
    #[error("cannot read `{}`", path.display())]
    Publication {
        /// Which file of it.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Something could not be indexed.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// The report could not be written.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// Parts of a region could not be put together.
    #[error(transparent)]
    Join(#[from] JoinError),
    /// The target showed outcomes before of which parts that were built elsewhere know nothing, or nobody can tell.
    #[error("{0}")]
    NotKnownToShards(Wording),
    /// The region has no such municipality: what was asked for, and what there is.
    #[error("{0}")]
    NoSuchMunicipality(Wording),
}

/// Does everything a build does, but publishes nothing.
///
/// # Errors
/// When the machine fails; wrong material is a finding.
pub fn check(options: &Options, watch: Watch<'_>) -> Result<Findings, PipelineError> {
    let loaded = check_all(&mut Loader::default(), options, watch)?;
    Ok(loaded.findings)
}

/// Reads a region, makes every site of it, and puts in order what is wrong.
fn check_all(
    loader: &mut Loader,
    options: &Options,
    watch: Watch<'_>,
) -> Result<Loaded, PipelineError> {
    let mut read = loader.load(options, watch)?;
    if let Some(region) = &read.region {
        let findings = &mut read.findings;
        sites::make(
            region,
            &Previous::named(options),
            None,
            findings,
            watch,
            |_| Ok(()),
        )?;
    }
    read.findings.put_in_order();
    Ok(read)
}

/// What every municipality's pages look like. `None` when the content has errors.
///
/// # Errors
/// When the machine fails; wrong material is a finding.
pub fn faces(options: &Options) -> Result<Option<(Dataset, Faces)>, PipelineError> {
    let loaded = Loader::default().load(options, &|_| ())?;
    Ok(loaded.region.map(|region| (region.dataset, region.faces)))
}
