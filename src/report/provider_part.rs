//! What the page says of one provider.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostics::Diagnostic;
use crate::model::{PersonalDetail, Provider, ProviderId};
use crate::sources::{Document, TomlValue};

use super::gaps::{Gap, Help};
use super::hidden::{self, Hidden};
use super::problem_row::ProblemRow;
use super::rows::Rows;
use super::{Checked, MAILS, Region, words};

/// A provider with all that there is to look at.
#[derive(Debug, Serialize)]
pub(super) struct ProviderPart {
    slug: String,
    pub(super) name: String,
    /// Its mail address; absent when it is not known.
    email: Option<String>,
    /// Whether it has one that is kept out, as it is one person.
    email_is_kept_out: bool,
    /// Where its mail stands; absent when nothing is asked of it.
    mail: Option<String>,
    gaps: Vec<String>,
    problems: Vec<ProblemRow>,
    hidden: Vec<Hidden>,
}

impl ProviderPart {
    /// Whether there is nothing to look at.
    pub(super) fn is_in_order(&self) -> bool {
        self.gaps.is_empty() && self.problems.is_empty() && self.hidden.is_empty()
    }
}

/// All providers of a region without errors, in order of name.
pub(super) fn of_region(
    region: &Region<'_>,
    checked: Checked<'_>,
    rows: &Rows<'_>,
    gaps: &BTreeMap<ProviderId, Vec<Gap>>,
) -> Vec<ProviderPart> {
    let problems = Attributed::new(checked, rows);
    let mut providers: Vec<(ProviderId, &Provider)> = region.dataset.providers().collect();
    providers.sort_by_key(|(id, _)| region.order.provider(*id));
    let part = |(id, provider): (ProviderId, &Provider)| {
        let own = gaps.get(&id).map_or(&[] as &[Gap], Vec::as_slice);
        let slug = provider.slug.as_str();
        let email = provider.email.as_ref();
        ProviderPart {
            slug: slug.to_owned(),
            name: provider.name.to_string(),
            email: email.map(|email| email.as_str().to_owned()),
            email_is_kept_out: provider.keeps_out(PersonalDetail::Email),
            mail: (!own.is_empty()).then(|| format!("{MAILS}/{slug}.txt")),
            gaps: own.iter().map(for_editors).collect(),
            problems: problems.of(slug),
            hidden: hidden::of(region, id, own),
        }
    };
    providers.into_iter().map(part).collect()
}

/// The providers that problems are about, when the content has errors: no more than their files say.
pub(super) fn of_material(checked: Checked<'_>, rows: &Rows<'_>) -> Vec<ProviderPart> {
    let problems = Attributed::new(checked, rows);
    let documents = checked.material.providers.iter();
    documents
        .filter(|document| problems.by_slug.contains_key(document.name.as_str()))
        .map(|document| ProviderPart {
            slug: document.name.clone(),
            name: name(document).to_owned(),
            email: None,
            email_is_kept_out: false,
            mail: None,
            gaps: Vec::new(),
            problems: problems.of(&document.name),
            hidden: Vec::new(),
        })
        .collect()
}

/// The name in the file, or that of the file.
fn name(document: &Document) -> &str {
    let entry = document.front.entries.get("name");
    match entry.map(|entry| &entry.value.value) {
        Some(TomlValue::Text(name)) => name,
        Some(_) | None => &document.name,
    }
}

/// Problems by the slug of the provider that they are about.
struct Attributed<'a> {
    checked: Checked<'a>,
    by_slug: BTreeMap<&'a str, Vec<&'a Diagnostic>>,
}

impl<'a> Attributed<'a> {
    fn new(checked: Checked<'a>, rows: &Rows<'a>) -> Self {
        let mut by_slug: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for problem in checked.problems {
            if let Some(slug) = rows.provider(problem) {
                by_slug.entry(slug).or_default().push(problem);
            }
        }
        Self { checked, by_slug }
    }

    fn of(&self, slug: &str) -> Vec<ProblemRow> {
        let own = self.by_slug.get(slug).into_iter().flatten();
        own.map(|problem| ProblemRow::new(problem, self.checked.sources))
            .collect()
    }
}

/// What is missing or old, for who keeps the content.
fn for_editors(gap: &Gap) -> String {
    match gap {
        Gap::NoContact => "Er is geen telefoonnummer en geen mailadres.".to_owned(),
        Gap::NoWait(helps) => format!(
            "Er is geen wachttijd doorgegeven voor {}.",
            Help::in_words(helps)
        ),
        Gap::UnknownAdmission(helps) => {
            format!(
                "Of aanmelden kan, is niet bekend voor {}.",
                Help::in_words(helps)
            )
        }
        Gap::Contradiction(names) => format!(
            "Aanbod en nieuwste wachttijd spreken elkaar tegen voor {}.",
            words::list(names)
        ),
        Gap::OldWait(helps) => format!("Oude wachttijd voor {}.", Help::in_words(helps)),
        Gap::HiddenWait(helps) => format!(
            "Wachttijd die te oud is om te tonen voor {}.",
            Help::in_words(helps)
        ),
        Gap::OldStop(helps) => format!("Oude aanmeldstop voor {}.", Help::in_words(helps)),
        Gap::NoOutcomes => "Er zijn geen uitkomsten aangeleverd.".to_owned(),
        Gap::OldOutcomes(end) => {
            format!(
                "Oude uitkomsten: de nieuwste lopen tot en met {}.",
                words::day(*end)
            )
        }
        Gap::HiddenOutcomes(end) => format!(
            "Uitkomsten die te oud zijn om te tonen: de nieuwste lopen tot en met {}.",
            words::day(*end)
        ),
    }
}
