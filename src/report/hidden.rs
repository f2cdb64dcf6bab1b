//! What visitors do not see of a provider, and why.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Measure, ProviderId};
use crate::stats::{ScoreCell, ScoreScope};

use super::gaps::{Gap, Help};
use super::{Region, words};

/// Something that is not shown.
#[derive(Debug, Serialize)]
pub(super) struct Hidden {
    /// What.
    what: String,
    /// Why not.
    why: String,
}

/// Everything of a provider that is not shown: outcomes over all and per profile, and waits.
pub(super) fn of(region: &Region<'_>, provider: ProviderId, gaps: &[Gap]) -> Vec<Hidden> {
    let mut hidden = waits(gaps);
    let mut scopes: BTreeMap<(Measure, String), Vec<String>> = BTreeMap::new();
    for (scope, measure, cell) in region.scores.of(provider).cells() {
        let scope = match scope {
            ScoreScope::All => "alles samen".to_owned(),
            ScoreScope::Profile(id) => format!("«{}»", region.dataset.profile(id).name),
            ScoreScope::Cell(..) => continue,
        };
        if let Some(why) = reason(cell) {
            scopes.entry((measure, why)).or_default().push(scope);
        }
    }
    hidden.extend(scopes.into_iter().map(|((measure, why), scopes)| Hidden {
        what: format!("{}: {}", words::measure(measure), words::list(&scopes)),
        why,
    }));
    hidden
}

fn reason(cell: ScoreCell) -> Option<String> {
    Some(match cell {
        ScoreCell::Shown(_) => return None,
        ScoreCell::TooFew => "te weinig antwoorden om te tonen".to_owned(),
        ScoreCell::NotMeasured => "niet gemeten".to_owned(),
        ScoreCell::NotSupplied(None) => "niet aangeleverd".to_owned(),
        ScoreCell::NotSupplied(Some(period)) => {
            format!(
                "te oud: de periode liep tot en met {}",
                words::day(period.to)
            )
        }
        ScoreCell::Withdrawn => "ingetrokken".to_owned(),
    })
}

fn waits(gaps: &[Gap]) -> Vec<Hidden> {
    let row = |help: &Help, why: String| Hidden {
        what: format!("Wachttijd voor {}{}", help.name, help.only_in_words()),
        why,
    };
    let mut hidden = Vec::new();
    for gap in gaps {
        match gap {
            Gap::NoWait(helps) => {
                hidden.extend(helps.iter().map(|help| row(help, "niet bekend".to_owned())));
            }
            Gap::HiddenWait(helps) => hidden.extend(helps.iter().map(|help| {
                let since = help.date.map(words::day);
                let why = since.map_or_else(
                    || "te oud".to_owned(),
                    |since| format!("te oud: het cijfer is van {since}"),
                );
                row(help, why)
            })),
            Gap::NoContact
            | Gap::UnknownAdmission(_)
            | Gap::Contradiction(_)
            | Gap::OldWait(_)
            | Gap::OldStop(_)
            | Gap::NoOutcomes
            | Gap::OldOutcomes(_)
            | Gap::HiddenOutcomes(_) => {}
        }
    }
    hidden
}
