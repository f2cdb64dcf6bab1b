//! The page for editors.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::{Context, Tera};

use crate::diagnostics::render::summary;
use crate::diagnostics::{Code, Diagnostic, Severity, SourceMap};
use crate::model::ProviderId;

use super::completeness::{COLUMNS, Completeness};
use super::gaps::Gap;
use super::problem_row::ProblemRow;
use super::provider_part::{self, ProviderPart};
use super::rows::Rows;
use super::{Checked, LANGUAGE, Region, words};

const TEMPLATE: &str = include_str!("page.html");

/// All that the page says.
#[derive(Debug, Serialize)]
pub(super) struct Page {
    /// Absent when the content has errors.
    region: Option<Heading>,
    /// «2 fouten, 1 waarschuwing in 2 bestanden»
    summary: String,
    /// Headings of the table of municipalities, and its rows.
    columns: Vec<&'static str>,
    municipalities: Vec<MunicipalityRow>,
    /// Providers with something to look at, and the names of those without.
    providers: Vec<ProviderPart>,
    in_order: Vec<String>,
    /// Whether something is asked of any provider.
    has_mails: bool,
    /// What keeps the site from being published.
    errors: Vec<ProblemRow>,
    files: Vec<FilePart>,
    codes: Vec<CodeRow>,
}

#[derive(Debug, Serialize)]
struct Heading {
    name: String,
    day: String,
    to_do: String,
}

#[derive(Debug, Serialize)]
struct MunicipalityRow {
    name: String,
    cells: Vec<String>,
}

#[derive(Debug, Serialize)]
struct FilePart {
    path: String,
    problems: Vec<ProblemRow>,
}

#[derive(Debug, Serialize)]
struct CodeRow {
    id: &'static str,
    title: &'static str,
}

impl Page {
    /// Gathers what is said.
    pub(super) fn new(
        checked: Checked<'_>,
        region: Option<&Region<'_>>,
        rows: &Rows<'_>,
        gaps: &BTreeMap<ProviderId, Vec<Gap>>,
    ) -> Self {
        let (problems, sources) = (checked.problems, checked.sources);
        let providers = match region {
            Some(region) => provider_part::of_region(region, checked, rows, gaps),
            None => provider_part::of_material(checked, rows),
        };
        let (in_order, providers): (Vec<ProviderPart>, Vec<ProviderPart>) =
            providers.into_iter().partition(ProviderPart::is_in_order);
        let codes: BTreeSet<Code> = problems.iter().map(|problem| problem.code).collect();
        Self {
            region: region.map(|region| Heading::new(region, gaps)),
            summary: summary(problems, LANGUAGE),
            columns: COLUMNS.iter().map(|(heading, _)| *heading).collect(),
            municipalities: region.map_or_else(Vec::new, municipalities),
            providers,
            has_mails: !gaps.is_empty(),
            errors: errors(problems, sources),
            in_order: in_order.into_iter().map(|part| part.name).collect(),
            files: files(problems, sources),
            codes: codes
                .into_iter()
                .map(|code| CodeRow {
                    id: code.id(),
                    title: code.title(LANGUAGE),
                })
                .collect(),
        }
    }

    /// The page as one file that needs no other.
    ///
    /// # Panics
    /// Never: the template is part of the program and is tested with every part of the page.
    pub(super) fn html(&self) -> String {
        const NAME: &str = "page.html";
        let mut tera = Tera::new();
        tera.add_raw_template(NAME, TEMPLATE)
            .expect("the template is part of the program");
        let mut context = Context::new();
        context.insert("page", self);
        tera.render(NAME, &context)
            .expect("the template asks for what the page has")
    }
}

impl Heading {
    fn new(region: &Region<'_>, gaps: &BTreeMap<ProviderId, Vec<Gap>>) -> Self {
        Self {
            name: region.dataset.site().name.to_string(),
            day: words::day(region.dataset.date()),
            to_do: words::share(gaps.len(), region.dataset.providers().count()),
        }
    }
}

fn municipalities(region: &Region<'_>) -> Vec<MunicipalityRow> {
    let row = |id| {
        let own = Completeness::of(region, id);
        COLUMNS.iter().map(|(_, value)| value(&own)).collect()
    };
    region
        .dataset
        .municipalities()
        .map(|(id, municipality)| MunicipalityRow {
            name: municipality.name.to_string(),
            cells: row(id),
        })
        .collect()
}

fn errors(problems: &[Diagnostic], sources: &SourceMap) -> Vec<ProblemRow> {
    problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| ProblemRow::new(problem, sources))
        .collect()
}

/// Every file with problems, in order of path.
fn files(problems: &[Diagnostic], sources: &SourceMap) -> Vec<FilePart> {
    let mut files: BTreeMap<String, Vec<ProblemRow>> = BTreeMap::new();
    for problem in problems {
        let row = ProblemRow::new(problem, sources);
        files.entry(row.path.clone()).or_default().push(row);
    }
    files
        .into_iter()
        .map(|(path, problems)| FilePart { path, problems })
        .collect()
}
