//! Puts the figures of one wait together: newest first, each reference date once.

use crate::diagnostics::{Diagnostic, Located, codes, said};
use crate::model::{WaitFigure, WaitingTime};

use super::waiting_times::WaitKey;

/// One wait from its figures: newest first, each reference date once.
pub(super) fn collect(
    key: WaitKey,
    mut figures: Vec<Located<WaitFigure>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Located<WaitingTime> {
    figures.sort_by_key(|figure| (std::cmp::Reverse(figure.value.reference_date), figure.place));
    let mut kept: Vec<Located<WaitFigure>> = Vec::with_capacity(figures.len());
    for figure in figures {
        match kept.last() {
            Some(last) if last.value.reference_date == figure.value.reference_date => {
                diagnostics.push(twice(last, &figure));
            }
            Some(_) | None => kept.push(figure),
        }
    }
    let newest = kept.first().expect("a wait is made of at least one figure");
    let place = newest.place;
    let wait = WaitingTime {
        provider: key.provider,
        product: key.product,
        location: key.location,
        municipality: key.municipality,
        measure: key.measure,
        figures: kept.into_iter().map(|figure| figure.value).collect(),
    };
    Located::new(wait, place)
}

fn twice(first: &Located<WaitFigure>, second: &Located<WaitFigure>) -> Diagnostic {
    let date = first.value.reference_date;
    if first.value.reading == second.value.reading {
        Diagnostic::new(
            codes::W0511,
            second.place,
            said("the same wait of {date} twice", []).with_day("date", date),
        )
        .related(first.place, "first given here")
        .help("remove one of the two rows")
    } else {
        Diagnostic::new(
            codes::E0504,
            second.place,
            said("the same wait of {date} twice, with another value", []).with_day("date", date),
        )
        .related(first.place, "first given here")
        .help("keep the right one; when they are for two locations or municipalities, fill in `location` or `municipality`")
    }
}
