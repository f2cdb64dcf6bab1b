//! The report for editors (`check --report`): what is wrong, old and missing, per provider and per file, what visitors
//! do not see and why, and how complete each municipality's offer is; and a mail for every provider that has something
//! to do. In Dutch, because editors read it. Start at [`report()`].
//!
//! No count of outcomes stands in it, shown or not: it knows [`Scores`] and never the [`Outcomes`](crate::model::Outcomes).

mod completeness;
mod gaps;
mod hidden;
mod mail;
mod page;
mod problem_row;
mod provider_part;
mod rows;
mod words;

use std::collections::BTreeMap;

use crate::artifact::Artifact;
use crate::diagnostics::{Diagnostic, Language, SourceMap};
use crate::model::{Dataset, MunicipalityId, ProviderId};
use crate::plan::{Contracted, NameOrder};
use crate::sources::Material;
use crate::stats::Scores;

use gaps::Gap;
use page::Page;
use rows::Rows;

/// The folder of the mails, beside the page.
pub const MAILS: &str = "mails";

/// In which language problems are told in it.
const LANGUAGE: Language = Language::Dutch;

/// Whether a file is a mail that an earlier report made.
#[must_use]
pub fn is_mail(bytes: &[u8]) -> bool {
    mail::is_mail(bytes)
}

/// What was read and judged.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// The content.
    pub material: &'a Material,
    /// Every problem.
    pub problems: &'a [Diagnostic],
    /// The files that both stand in.
    pub sources: &'a SourceMap,
    /// The facts and what may be said about outcomes; absent when the content has errors.
    pub region: Option<(&'a Dataset, &'a Scores)>,
}

/// The region with what holds in each municipality.
struct Region<'a> {
    dataset: &'a Dataset,
    scores: &'a Scores,
    order: NameOrder,
    contracted: BTreeMap<MunicipalityId, Contracted>,
}

impl<'a> Region<'a> {
    fn new(dataset: &'a Dataset, scores: &'a Scores) -> Self {
        let order = NameOrder::new(dataset);
        let contracted = dataset
            .municipalities()
            .map(|(id, _)| (id, Contracted::find(dataset, &order, id)))
            .collect();
        Self {
            dataset,
            scores,
            order,
            contracted,
        }
    }
}

/// Makes the page, under the name that it gets, and the mails, under `mails/`.
#[must_use]
pub fn report(checked: Checked<'_>, page_name: &str) -> Vec<Artifact> {
    let rows = Rows::new(checked);
    let region = checked
        .region
        .map(|(dataset, scores)| Region::new(dataset, scores));
    let gaps: BTreeMap<ProviderId, Vec<Gap>> = region
        .as_ref()
        .map_or_else(BTreeMap::new, |region| gaps::of_all(region, &rows, checked));
    let page = Page::new(checked, region.as_ref(), &rows, &gaps);
    let mut files = vec![Artifact {
        path: page_name.to_owned(),
        bytes: page.html().into_bytes(),
    }];
    if let Some(region) = &region {
        for (provider, gaps) in &gaps {
            let slug = &region.dataset.provider(*provider).slug;
            files.push(Artifact {
                path: format!("{MAILS}/{slug}.txt"),
                bytes: mail::text(region.dataset, *provider, gaps).into_bytes(),
            });
        }
    }
    files
}
