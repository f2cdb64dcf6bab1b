//! Building the sites of a region, or of some of its municipalities, and publishing them in one step.

use std::collections::BTreeSet;
use std::path::Path;

use crate::artifact::Artifact;
use crate::diagnostics::nearest;
use crate::model::{Dataset, MunicipalityId};
use crate::publish::{self, Difference, Rehearsal, Report, Stage, Summary};

use super::loader::{Loaded, Loader};
use super::region::Region;
use super::step::{Event, Step, Watch};
use super::{Findings, Options, PipelineError, sites};

/// Where a build goes, and how much of it.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The folder that is published to.
    pub target: &'a Path,
    /// Folder names of the municipalities whose sites are made; without any, those of all and the front door. What
    /// was published of the others stays as it is.
    pub municipalities: &'a [String],
    /// Whether it is only said what would change.
    pub is_rehearsal: bool,
}

/// What a build came to.
#[derive(Debug)]
pub struct Build {
    /// What is wrong.
    pub findings: Findings,
    /// What stands in the target now; absent when there is an error and nothing was touched.
    pub publication: Option<Publication>,
    /// How many pages were made.
    pub pages: usize,
}

/// What stands in the target after a build.
#[derive(Debug)]
pub enum Publication {
    /// A new site.
    New(Report),
    /// The site of an earlier build, made from the same input.
    Unchanged(Summary),
    /// What stood there before: this is what a build would change.
    Rehearsed(Difference),
}

/// Builds the sites of a region and publishes them in one step. With an error nothing is touched.
///
/// # Errors
/// When the machine fails, or the region lacks a municipality that is asked for; wrong material is a finding.
pub fn build(
    options: &Options,
    order: &Order<'_>,
    watch: Watch<'_>,
) -> Result<Build, PipelineError> {
    let Loaded {
        mut findings,
        region,
    } = Loader::default().load(options, watch)?;
    let mut pages = 0;
    let publication = match region.filter(|_| !findings.keep_from_publishing()) {
        None => None,
        Some(region) => publish(&region, order, &mut findings, &mut pages, watch)?,
    };
    findings.put_in_order();
    Ok(Build {
        findings,
        publication,
        pages,
    })
}

fn publish(
    region: &Region,
    order: &Order<'_>,
    findings: &mut Findings,
    pages: &mut usize,
    watch: Watch<'_>,
) -> Result<Option<Publication>, PipelineError> {
    let part = Part::find(&region.dataset, order.municipalities)?;
    watch(Event::Step(Step::Stage));
    let fingerprint = part
        .as_ref()
        .map_or(region.fingerprint, |part| part.fingerprint(region));
    // A part of a site that is current as a whole is current too.
    for fingerprint in [&region.fingerprint, &fingerprint] {
        if let Some(summary) = publish::is_current(order.target, fingerprint)? {
            return Ok(Some(Publication::Unchanged(summary)));
        }
    }
    let folders = part.as_ref().map(|part| part.folders.as_slice());
    let only = part.as_ref().map(|part| &part.municipalities);
    let mut count = |artifacts: &[Artifact]| {
        let is_page = |artifact: &&Artifact| {
            let name = Path::new(&artifact.path);
            name.extension().is_some_and(|ending| ending == "html")
        };
        *pages += artifacts.iter().filter(is_page).count();
    };
    if order.is_rehearsal {
        let mut rehearsal = Rehearsal::open(order.target)?;
        if let Some(folders) = folders {
            rehearsal.keep_outside(folders)?;
        }
        sites::make(region, only, findings, watch, |artifacts| {
            count(artifacts);
            Ok(rehearsal.put(artifacts)?)
        })?;
        let difference = rehearsal.difference()?;
        let is_good = !findings.keep_from_publishing();
        return Ok(is_good.then_some(Publication::Rehearsed(difference)));
    }
    let stage = Stage::open(order.target)?;
    if let Some(folders) = folders {
        stage.keep_outside(folders)?;
    }
    sites::make(region, only, findings, watch, |artifacts| {
        count(artifacts);
        Ok(stage.put(artifacts)?)
    })?;
    watch(Event::Step(Step::Swap));
    if findings.keep_from_publishing() {
        stage.discard()?;
        return Ok(None);
    }
    Ok(Some(Publication::New(stage.publish(&fingerprint)?)))
}

/// The municipalities whose sites are made.
struct Part {
    folders: Vec<String>,
    municipalities: BTreeSet<MunicipalityId>,
}

impl Part {
    /// `None` when all are.
    fn find(dataset: &Dataset, asked: &[String]) -> Result<Option<Self>, PipelineError> {
        if asked.is_empty() {
            return Ok(None);
        }
        let mut municipalities = BTreeSet::new();
        for slug in asked {
            let found = dataset.municipality_with_slug(slug);
            municipalities.insert(found.ok_or_else(|| no_such_municipality(dataset, slug))?);
        }
        let folder = |id: &MunicipalityId| dataset.municipality(*id).slug.to_string();
        Ok(Some(Self {
            folders: municipalities.iter().map(folder).collect(),
            municipalities,
        }))
    }

    /// Stands for these inputs and that only a part was made from them: the next build of all does not take the others
    /// for current.
    fn fingerprint(&self, region: &Region) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&region.fingerprint);
        for folder in &self.folders {
            hasher.update(folder.as_bytes());
            hasher.update(b"/");
        }
        *hasher.finalize().as_bytes()
    }
}

fn no_such_municipality(dataset: &Dataset, asked: &str) -> PipelineError {
    let slugs: Vec<&str> = dataset
        .municipalities()
        .map(|(_, own)| own.slug.as_str())
        .collect();
    let help = match nearest(asked, slugs.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it has {}", slugs.join(", ")),
    };
    PipelineError::NoSuchMunicipality {
        asked: asked.to_owned(),
        help,
    }
}
