//! Telling the editor what comes of outcomes because of what was shown before: those that wait, and those that may be
//! known under another name.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostic, FileId, Phrase, Place, codes, phrase, said};
use crate::model::{Dataset, ProviderId};
use crate::stats::{HeldBack, NamedKind, Renamed, Scored};

use super::Findings;

/// The most names in one problem.
const MOST_NAMES: usize = 5;

/// Tells everything that came of holding scores against what was shown before.
pub(super) fn tell(scored: &Scored, dataset: &Dataset, findings: &mut Findings) {
    let Some(file) = findings.sources.find("outcomes.csv") else {
        return;
    };
    tell_held_back(&scored.held_back, dataset, (file, findings));
    for renamed in &scored.renamed {
        findings.diagnostics.push(renamed_warning(renamed, file));
    }
}

/// One warning a provider.
fn tell_held_back(
    held_back: &[HeldBack],
    dataset: &Dataset,
    (file, findings): (FileId, &mut Findings),
) {
    let mut providers: BTreeMap<ProviderId, Vec<&HeldBack>> = BTreeMap::new();
    for held in held_back {
        providers.entry(held.provider).or_default().push(held);
    }
    for (provider, held) in providers {
        let slug = &dataset.provider(provider).slug;
        let codes: Vec<&str> = held
            .iter()
            .flat_map(|held| held.measures.iter().map(|measure| measure.code()))
            .collect();
        let measures = codes.join(", ");
        let values: [(&str, &dyn std::fmt::Display); 2] =
            [("slug", &slug), ("measures", &measures)];
        let problem = if held.iter().all(|held| held.is_former_shown) {
            said(
                "newer outcomes of `{slug}` are held back, and the former ones stay: {measures}",
                values,
            )
        } else {
            said(
                "outcomes of `{slug}` are held back, and some are not shown at all: {measures}",
                values,
            )
        };
        findings.diagnostics.push(
            Diagnostic::new(codes::W1004, Place::whole(file), problem).help(
                "they differ from what was shown before by a few people, who could be worked out; they are shown once enough more people answered, or when they are about other days",
            ),
        );
    }
}

fn renamed_warning(renamed: &Renamed, file: FileId) -> Diagnostic {
    let (new, gone) = (names(&renamed.new), names(&renamed.gone));
    let problem = said(
        "outcomes of {kind} `{new}` are shown for the first time, and {kind} `{gone}`, of which outcomes were shown, is not there any more",
        [("new", &new), ("gone", &gone)],
    );
    Diagnostic::new(
        codes::W1005,
        Place::whole(file),
        problem.with("kind", kind(renamed.kind)),
    )
    .help("when it is the same under another name, give it its former name again: under another name its figures cannot be held against those that were shown before, and a few people could be worked out")
}

fn names(slugs: &BTreeSet<Box<str>>) -> String {
    let mut named: Vec<&str> = slugs.iter().map(AsRef::as_ref).take(MOST_NAMES).collect();
    if slugs.len() > MOST_NAMES {
        named.push("…");
    }
    named.join("`, `")
}

fn kind(kind: NamedKind) -> Phrase {
    match kind {
        NamedKind::Provider => phrase("provider"),
        NamedKind::Profile => phrase("support profile"),
        NamedKind::Intensity => phrase("intensity"),
    }
}
