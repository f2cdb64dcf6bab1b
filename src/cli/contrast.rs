//! The table of colours: `keuzewijzer check --contrast`.

use std::fmt::Write;

use crate::model::{Municipality, TakenTokens};
use crate::pipeline::{self, Options, PipelineError};
use crate::render::house_style::{Face, PairRow};

/// Prints what every municipality's pages look like; nothing when the content has errors.
pub(super) fn show(options: &Options) -> Result<(), PipelineError> {
    if let Some((dataset, faces)) = pipeline::faces(options)? {
        for (id, municipality) in dataset.municipalities() {
            super::print(&table(municipality, faces.of(id)));
        }
    }
    Ok(())
}

fn table(municipality: &Municipality, face: &Face) -> String {
    let mut table = format!("{}\n", municipality.name);
    for taken in &municipality.house_style.taken {
        let _ = writeln!(table, "{}", summary(taken));
    }
    for pair in &face.pairs {
        let _ = writeln!(table, "{}", row(pair));
    }
    table.push('\n');
    table
}

/// What was taken from a file of design tokens, in two lines however long the file is.
fn summary(tokens: &TakenTokens) -> String {
    let taken: Vec<String> = tokens
        .taken
        .iter()
        .map(|(key, name)| format!("{key} = {name}"))
        .collect();
    let mut summary = format!(
        "  {}: {} of {} tokens used: {}",
        tokens.name,
        tokens.taken.len(),
        tokens.total,
        taken.join(", ")
    );
    if !tokens.absent.is_empty() {
        let _ = write!(summary, "\n  not in it: {}", tokens.absent.join(", "));
    }
    summary
}

fn row(pair: &PairRow) -> String {
    let moved = if pair.is_moved { "  moved" } else { "" };
    format!(
        "  {:5}  {:>5.2} of {:3.1}  {:32} {:24} {}{moved}",
        pair.scheme.name(),
        pair.ratio,
        pair.needed,
        pair.pair,
        pair.colours,
        pair.used.english()
    )
}
