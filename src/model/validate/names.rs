//! Everything a row can refer to.

use crate::model::{IntensityId, LocationId, MunicipalityId, ProductId, ProfileId, ProviderId};

use super::catalogue::Catalogue;

/// The names that rows of offers, waits and outcomes use.
pub(super) struct Names<'a> {
    pub(super) municipalities: &'a Catalogue<MunicipalityId>,
    pub(super) providers: &'a Catalogue<ProviderId>,
    pub(super) locations: &'a [Catalogue<LocationId>],
    pub(super) products: &'a Catalogue<ProductId>,
    pub(super) profiles: &'a Catalogue<ProfileId>,
    pub(super) intensities: &'a Catalogue<IntensityId>,
}
