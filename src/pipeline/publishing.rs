//! Building the sites of a region, or of some of its municipalities, and publishing them in one step.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::artifact::Artifact;
use crate::diagnostics::{nearest, said};
use crate::model::{Dataset, MunicipalityId};
use crate::publish::{self, Difference, Inputs, Rehearsal, Report, Shard, Shards, Stage, Summary};
use crate::stats::LEDGER_FILE;

use super::loader::{Loaded, Loader};
use super::previous::{Before, Previous, ReadEarlier};
use super::region::Region;
use super::sites::Part;
use super::step::{Event, Step, Watch};
use super::{Findings, Options, PipelineError, shown, sites};

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

/// Builds the sites of a region, or of a part of it, and publishes them in one step. With an error nothing is touched.
///
/// # Errors
/// When the machine fails, or the region lacks a municipality that is asked for; wrong material is a finding.
pub fn build(
    options: &Options,
    order: &Order<'_>,
    watch: Watch<'_>,
) -> Result<Build, PipelineError> {
    if !order.is_rehearsal {
        publish::clear_left_overs(order.target);
    }
    let Loaded {
        mut findings,
        region,
        ..
    } = Loader::default().load(options, watch)?;
    let mut pages = 0;
    let publication = match region.filter(|_| !findings.keep_from_publishing()) {
        None => None,
        Some(region) => publish(&region, options, order, &mut findings, &mut pages, watch)?,
    };
    findings.put_in_order();
    Ok(Build {
        findings,
        publication,
        pages,
    })
}

/// Puts the shards of a region together, in one step: the same bytes as one build of all of it.
///
/// # Errors
/// When the shards do not belong together or are not whole, when they do not know what was shown until now, when the
/// machine fails. What stood in the target stands there still.
pub fn join(shards: &[PathBuf], target: &Path) -> Result<Publication, PipelineError> {
    publish::clear_left_overs(target);
    let shards = Shards::open(shards)?;
    if let Some(summary) = publish::is_current(target, shards.inputs())? {
        return Ok(Publication::Unchanged(summary));
    }
    let stage = shards.stage(target)?.remembering(LEDGER_FILE);
    shown::refuse_forgetful(&shards, &stage, target)?;
    Ok(Publication::New(stage.publish(shards.inputs())?))
}

/// What a publication is made from and where it goes, once nothing else is in doubt.
struct Job<'a> {
    region: &'a Region,
    options: &'a Options,
    target: &'a Path,
    watch: Watch<'a>,
    inputs: Inputs,
    choice: Option<&'a Choice>,
    part: Option<Part>,
}

fn publish(
    region: &Region,
    options: &Options,
    order: &Order<'_>,
    findings: &mut Findings,
    pages: &mut usize,
    watch: Watch<'_>,
) -> Result<Option<Publication>, PipelineError> {
    let choice = Choice::find(&region.dataset, order.municipalities)?;
    watch(Event::Step(Step::Stage));
    let whole = Inputs {
        fingerprint: region.fingerprint,
        shard: options.shard,
    };
    let inputs = choice.as_ref().map_or(whole, |choice| Inputs {
        fingerprint: choice.fingerprint(region),
        ..whole
    });
    // A part of a site that is current as a whole is current too.
    for inputs in [whole, inputs] {
        if let Some(summary) = publish::is_current(order.target, inputs)? {
            return Ok(Some(Publication::Unchanged(summary)));
        }
    }
    let job = Job {
        region,
        options,
        target: order.target,
        watch,
        inputs,
        choice: choice.as_ref(),
        part: match (&choice, options.shard) {
            (Some(choice), _) => Some(choice.part()),
            (None, Some(shard)) => Some(part_of_shard(&region.dataset, shard)),
            (None, None) => None,
        },
    };
    if order.is_rehearsal {
        job.rehearse(findings, pages)
    } else {
        job.put_live(findings, pages)
    }
}

impl Job<'_> {
    fn rehearse(
        &self,
        findings: &mut Findings,
        pages: &mut usize,
    ) -> Result<Option<Publication>, PipelineError> {
        let mut rehearsal = Rehearsal::open(self.target)?.compressing(self.options.compression);
        if self.options.shard.is_some() {
            rehearsal.refuse_whole_site()?;
        }
        if let Some(choice) = self.choice {
            rehearsal.keep_outside(&choice.made())?;
        }
        let rehearsal = RefCell::new(rehearsal);
        let earlier = |path: &str| rehearsal.borrow().earlier(path);
        self.make(&earlier, findings, |artifacts| {
            *pages += pages_in(artifacts);
            Ok(rehearsal.borrow_mut().put(artifacts)?)
        })?;
        let difference = rehearsal.into_inner().difference()?;
        let is_good = !findings.keep_from_publishing();
        Ok(is_good.then_some(Publication::Rehearsed(difference)))
    }

    fn put_live(
        &self,
        findings: &mut Findings,
        pages: &mut usize,
    ) -> Result<Option<Publication>, PipelineError> {
        // A part is published beside what was made from other files, of which the account would not be true.
        let account = self.choice.is_none().then(|| self.region.account.clone());
        let mut stage = Stage::open(self.target)?
            .compressing(self.options.compression)
            .with_account(account);
        if self.options.shard.is_some() {
            stage.refuse_whole_site()?;
        } else {
            stage = stage.remembering(LEDGER_FILE);
        }
        if let Some(choice) = self.choice {
            stage.keep_outside(&choice.made())?;
        }
        let earlier = |path: &str| stage.earlier(path);
        self.make(&earlier, findings, |artifacts| {
            *pages += pages_in(artifacts);
            Ok(stage.put(artifacts)?)
        })?;
        (self.watch)(Event::Step(Step::Swap));
        if findings.keep_from_publishing() {
            stage.discard()?;
            return Ok(None);
        }
        Ok(Some(Publication::New(stage.publish(self.inputs)?)))
    }

    fn make(
        &self,
        earlier: &ReadEarlier<'_>,
        findings: &mut Findings,
        put: impl FnMut(&[Artifact]) -> Result<(), PipelineError>,
    ) -> Result<(), PipelineError> {
        let before = Before {
            read: earlier,
            folder: self.target,
        };
        let previous = match &self.options.previous {
            // Visitors never see a shard, and what an earlier one held may never have been shown.
            Some(folder) => {
                let is_seen = self.options.shard.is_none();
                Previous::Folder(folder, is_seen.then_some(before))
            }
            None => Previous::Target(before),
        };
        sites::make(
            self.region,
            &previous,
            self.part.as_ref(),
            findings,
            self.watch,
            put,
        )
    }
}

fn pages_in(artifacts: &[Artifact]) -> usize {
    let is_page = |artifact: &&Artifact| {
        let name = Path::new(&artifact.path);
        name.extension().is_some_and(|ending| ending == "html")
    };
    artifacts.iter().filter(is_page).count()
}

/// What every site has, whatever is offered there, is as much work as so many offers.
const WEIGHT_OF_A_SITE: u64 = 20;

/// The municipalities of a shard, of about as many offers as those of each other shard: what is offered makes the pages.
fn part_of_shard(dataset: &Dataset, shard: Shard) -> Part {
    let all: Vec<MunicipalityId> = dataset.municipalities().map(|(id, _)| id).collect();
    let weight = |id: &MunicipalityId| WEIGHT_OF_A_SITE + dataset.offers_in(*id).len() as u64;
    let weights: Vec<u64> = all.iter().map(weight).collect();
    let own = shard.own(&weights);
    let own = all.into_iter().zip(own).filter(|(_, is_own)| *is_own);
    Part {
        municipalities: own.map(|(id, _)| id).collect(),
        has_front_door: shard.has_front_door(),
    }
}

/// The municipalities that somebody asked for.
struct Choice {
    folders: Vec<String>,
    municipalities: BTreeSet<MunicipalityId>,
}

impl Choice {
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

    fn part(&self) -> Part {
        Part {
            municipalities: self.municipalities.clone(),
            has_front_door: false,
        }
    }

    /// What is made at the top: their folders, and what is about the region and changes with them.
    fn made(&self) -> Vec<String> {
        let mut made = self.folders.clone();
        made.push(LEDGER_FILE.to_owned());
        made
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
        Some(near) => said("did you mean `{near}`?", [("near", &near)]),
        None => said("it has {slugs}", [("slugs", &slugs.join(", "))]),
    };
    let words = said(
        "the region has no municipality `{asked}`; {help}",
        [("asked", &asked)],
    );
    PipelineError::NoSuchMunicipality(words.with("help", help))
}
