//! Telling the editor which outcomes are not shown because of what was shown before.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Place, codes, said};
use crate::model::{Dataset, ProviderId};
use crate::stats::HeldBack;

use super::Findings;

/// One warning a provider.
pub(super) fn tell(held_back: &[HeldBack], dataset: &Dataset, findings: &mut Findings) {
    let mut providers: BTreeMap<ProviderId, Vec<&HeldBack>> = BTreeMap::new();
    for held in held_back {
        providers.entry(held.provider).or_default().push(held);
    }
    let Some(file) = findings.sources.find("outcomes.csv") else {
        return;
    };
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
