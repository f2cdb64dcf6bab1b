//! Making every file of the sites, one municipality at a time, so that memory holds one site and not the country.

use std::collections::BTreeSet;

use crate::artifact::Artifact;
use crate::diagnostics::Diagnostic;
use crate::model::MunicipalityId;
use crate::plan::{self, NameOrder};
use crate::render::guard::{self, PageFault};
use crate::render::{Press, Rendered};
use crate::stats::LEDGER_FILE;

use super::previous::{Previous, path_of};
use super::region::Region;
use super::search::Indexer;
use super::step::{Event, Step, Watch};
use super::{Findings, PipelineError};

/// The part of a region that is made.
pub(super) struct Part {
    /// Whose sites.
    pub(super) municipalities: BTreeSet<MunicipalityId>,
    /// Whether the front door is made too.
    pub(super) has_front_door: bool,
}

/// Makes the front door and every site, or those of a part, in every language, and hands on their
/// files. Problems go into the findings.
pub(super) fn make(
    region: &Region,
    previous: &Previous<'_>,
    part: Option<&Part>,
    findings: &mut Findings,
    watch: Watch<'_>,
    put: impl FnMut(&[Artifact]) -> Result<(), PipelineError>,
) -> Result<(), PipelineError> {
    watch(Event::Step(Step::Score));
    let scored = previous.score(&region.dataset, &region.outcomes, findings)?;
    region.with_press(&scored.scores, |press| {
        if let Err(error) = press.prepare() {
            let problem = error.diagnostic("every page with offers");
            findings.diagnostics.push(problem);
            return Ok(());
        }
        let mut belt = Belt {
            put,
            watch,
            faults: Vec::new(),
            problems: Vec::new(),
        };
        let planning = make_with(region, press, (previous, part), findings, &mut belt)?;
        belt.put(&[Artifact {
            path: LEDGER_FILE.to_owned(),
            bytes: scored.ledger.to_bytes(),
        }])?;
        let mut problems = belt.problems;
        problems.extend(guard::to_diagnostics(&belt.faults, |template| {
            press.theme().place(template)
        }));
        findings.add_once_per_place(planning);
        findings.add_once_per_place(problems);
        Ok(())
    })
}

/// Returns the problems of planning.
fn make_with<F: FnMut(&[Artifact]) -> Result<(), PipelineError>>(
    region: &Region,
    press: &Press<'_>,
    (previous, part): (&Previous<'_>, Option<&Part>),
    findings: &mut Findings,
    belt: &mut Belt<'_, F>,
) -> Result<Vec<Diagnostic>, PipelineError> {
    let (dataset, watch) = (&region.dataset, belt.watch);
    let municipalities: Vec<MunicipalityId> = dataset
        .municipalities()
        .map(|(id, _)| id)
        .filter(|id| part.is_none_or(|part| part.municipalities.contains(id)))
        .collect();
    watch(Event::Sites(municipalities.len()));
    let mut planning = Vec::new();
    if part.is_none_or(|part| part.has_front_door) {
        watch(Event::Step(Step::Render));
        belt.hand_on(press.front_door())?;
    }
    watch(Event::Step(Step::Index));
    let indexer = Indexer::new(dataset)?;
    let order = NameOrder::new(dataset);
    for municipality in municipalities {
        watch(Event::Step(Step::Render));
        let plan = plan::plan(dataset, &order, municipality, &mut planning);
        watch(Event::Step(Step::Index));
        let (names, mut artifacts) = indexer.files(&plan)?;
        watch(Event::Step(Step::Render));
        let own = dataset.municipality(municipality);
        let before = previous.journal(own, findings)?;
        if let Some(before) = before.as_ref().filter(|_| region.is_day_of_clock) {
            findings.warn_of_clock(before.day, dataset.date(), previous.shown(own));
        }
        let journal = press.journal(before, &plan);
        for rendered in press.site(&plan, (&names, &journal)) {
            belt.hand_on(rendered)?;
        }
        artifacts.push(Artifact {
            path: path_of(own),
            bytes: journal.to_bytes(),
        });
        belt.put(&artifacts)?;
        watch(Event::SiteIsMade);
    }
    Ok(planning)
}

/// Carries what was made to where it goes, and gathers what is wrong with it.
struct Belt<'w, F> {
    put: F,
    watch: Watch<'w>,
    faults: Vec<PageFault>,
    problems: Vec<Diagnostic>,
}

impl<F: FnMut(&[Artifact]) -> Result<(), PipelineError>> Belt<'_, F> {
    fn hand_on(&mut self, rendered: Rendered) -> Result<(), PipelineError> {
        self.faults.extend(rendered.faults);
        self.problems.extend(rendered.diagnostics);
        self.put(&rendered.artifacts)?;
        (self.watch)(Event::Step(Step::Render));
        Ok(())
    }

    fn put(&mut self, artifacts: &[Artifact]) -> Result<(), PipelineError> {
        (self.watch)(Event::Step(Step::Stage));
        (self.put)(artifacts)
    }
}
