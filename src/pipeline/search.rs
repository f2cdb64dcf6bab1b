//! The search of a municipality: its files for the browser, and asking it something on the command line.

use std::sync::Arc;

use crate::artifact::{Artifact, IndexFiles};
use crate::model::{Dataset, MunicipalityId};
use crate::plan::{self, NameOrder, SitePlan};
use crate::search::{AnalysedRegion, Exporter, MunicipalityIndex, SearchError};

use super::loader::{Loaded, Loader};
use super::{Findings, Options, PipelineError};

/// Makes the search indexes of one region.
pub struct Indexer<'a> {
    dataset: &'a Dataset,
    analysed: Arc<AnalysedRegion>,
    exporter: Exporter,
}

impl<'a> Indexer<'a> {
    /// Analyses the texts of the region.
    ///
    /// # Errors
    /// When the search library fails.
    pub fn new(dataset: &'a Dataset) -> Result<Self, SearchError> {
        let analysed = Arc::new(AnalysedRegion::new(dataset)?);
        let exporter = Exporter::new(&analysed, dataset)?;
        Ok(Self {
            dataset,
            analysed,
            exporter,
        })
    }

    /// The search index of one site as the files that a browser asks for, and their names.
    ///
    /// # Errors
    /// When the search library fails.
    pub fn files(&self, plan: &SitePlan) -> Result<(IndexFiles, Vec<Artifact>), SearchError> {
        let index = MunicipalityIndex::new(&self.analysed, self.dataset, plan)?;
        let files = self.exporter.export(&index)?;
        let names = IndexFiles::of(&files.core, &files.texts);
        let folder = &self.dataset.municipality(plan.municipality).slug;
        let artifacts = [(&names.core, files.core), (&names.texts, files.texts)]
            .map(|(name, bytes)| Artifact {
                path: format!("{folder}/assets/{name}"),
                bytes,
            })
            .into();
        Ok((names, artifacts))
    }
}

/// What a search came to.
#[derive(Debug)]
pub enum Search<T> {
    /// It was searched.
    Done(T),
    /// The content has errors.
    WrongMaterial,
    /// The region has no such municipality; it has these.
    NoSuchMunicipality(Vec<String>),
}

/// Makes the search index of one municipality and asks it something. Problems of the content go into the findings.
///
/// # Errors
/// When the machine fails; wrong material is a finding.
pub fn search<T>(
    options: &Options,
    municipality: &str,
    ask: impl FnOnce(&MunicipalityIndex<'_>) -> Result<T, SearchError>,
) -> Result<(Findings, Search<T>), PipelineError> {
    let Loaded {
        mut findings,
        region,
        ..
    } = Loader::default().load(options, &|_| ())?;
    let Some(region) = region else {
        findings.put_in_order();
        return Ok((findings, Search::WrongMaterial));
    };
    let dataset = &region.dataset;
    let Some(municipality) = dataset.municipality_with_slug(municipality) else {
        let slugs = dataset
            .municipalities()
            .map(|(_, own)| own.slug.to_string());
        return Ok((findings, Search::NoSuchMunicipality(slugs.collect())));
    };
    let plan = plan_one(dataset, municipality, &mut findings);
    findings.put_in_order();
    let analysed = Arc::new(AnalysedRegion::new(dataset)?);
    let index = MunicipalityIndex::new(&analysed, dataset, &plan)?;
    Ok((findings, Search::Done(ask(&index)?)))
}

fn plan_one(dataset: &Dataset, municipality: MunicipalityId, findings: &mut Findings) -> SitePlan {
    let order = NameOrder::new(dataset);
    plan::plan(dataset, &order, municipality, &mut findings.diagnostics)
}
