//! Which part of a region a shard is, and putting all parts together.

use std::path::{Path, PathBuf};

use crate::model::{Dataset, MunicipalityId};
use crate::publish::{self, Shard, Shards};

use super::{PipelineError, Publication};

/// Puts the shards of a region together, in one step: the same bytes as one build of all of it.
///
/// # Errors
/// When the shards do not belong together or are not whole, when the machine fails. What stood in the target stands
/// there still.
pub fn join(shards: &[PathBuf], target: &Path) -> Result<Publication, PipelineError> {
    let shards = Shards::open(shards)?;
    Ok(match publish::is_current(target, shards.inputs())? {
        Some(summary) => Publication::Unchanged(summary),
        None => Publication::New(shards.publish(target)?),
    })
}

/// What every site has, whatever is offered there, is as much work as so many offers.
const WEIGHT_OF_A_SITE: u64 = 20;

/// The municipalities of a shard, of about as many offers as those of each other shard: what is offered makes the pages.
pub(super) fn municipalities_of(dataset: &Dataset, shard: Option<Shard>) -> Vec<MunicipalityId> {
    let all: Vec<MunicipalityId> = dataset.municipalities().map(|(id, _)| id).collect();
    let Some(shard) = shard else {
        return all;
    };
    let weight = |id: &MunicipalityId| WEIGHT_OF_A_SITE + dataset.offers_in(*id).len() as u64;
    let weights: Vec<u64> = all.iter().map(weight).collect();
    let own = shard.own(&weights).into_iter();
    let marked = all.into_iter().zip(own);
    marked
        .filter(|(_, is_own)| *is_own)
        .map(|(id, _)| id)
        .collect()
}
