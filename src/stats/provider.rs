//! The cells of one provider: add up, hide, show the rest.

use jiff::civil::Date;

use super::counts::Counts;
use super::family::{FAMILY_SIZE, Family};
use super::finding::{Finding, Sum};
use super::roll_up::add_up;
use super::score::{ProviderScores, Score, ScoreCell, ScoreScope, Verdict};
use super::suppression::{Hidden, Leaf, suppress};
use super::wilson::wilson;
use crate::model::{FreshnessLimits, IntensityId, Outcome, ProfileId, Thresholds};

/// What the region says about scores.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    /// How many respondents it takes.
    pub(super) thresholds: Thresholds,
    /// How old a score may be.
    pub(super) freshness: FreshnessLimits,
    /// The day to look from.
    pub(super) today: Date,
    /// Intensities whose outcomes are not measured (acuut).
    pub(super) unmeasured: Vec<IntensityId>,
}

/// One cell in every measure of a family.
struct Findings {
    intensity: IntensityId,
    by_measure: [Option<Finding>; FAMILY_SIZE],
}

struct Branch {
    profile: ProfileId,
    leaves: Vec<Findings>,
}

/// Adds the cells of one family of measures to a provider. The rows are the newest of their cells, in order of
/// profile and intensity.
///
/// Intensities that are not measured stay out of every total; they get their state wherever the provider has a row
/// for the profile and measure.
pub(super) fn add_family(
    scores: &mut ProviderScores,
    family: Family,
    rows: &[&Outcome],
    rules: &Rules,
) {
    for row in rows {
        for intensity in &rules.unmeasured {
            let scope = ScoreScope::Cell(row.profile, *intensity);
            scores
                .cells
                .insert((scope, row.measure), ScoreCell::NotMeasured);
        }
    }
    let branches = branches(rows, rules);
    let leaves: Vec<Vec<Leaf>> = branches
        .iter()
        .map(|branch| branch.leaves.iter().map(leaf).collect())
        .collect();
    let hidden = suppress(&leaves, rules.thresholds.privacy_minimum);
    for (slot, measure) in family.measures().iter().enumerate() {
        for (scope, cell) in cells(&branches, &hidden, slot) {
            scores.cells.insert((scope, *measure), cell);
        }
    }
}

fn branches(rows: &[&Outcome], rules: &Rules) -> Vec<Branch> {
    let measured: Vec<&Outcome> = rows
        .iter()
        .copied()
        .filter(|row| !rules.unmeasured.contains(&row.intensity))
        .collect();
    measured
        .chunk_by(|one, other| one.profile == other.profile)
        .map(|rows| Branch {
            profile: rows[0].profile,
            leaves: rows
                .chunk_by(|one, other| one.intensity == other.intensity)
                .map(|rows| findings(rows, rules))
                .collect(),
        })
        .collect()
}

fn findings(rows: &[&Outcome], rules: &Rules) -> Findings {
    let mut by_measure = [None; FAMILY_SIZE];
    for row in rows {
        by_measure[Family::slot(row.measure)] =
            Some(Finding::of(row, rules.freshness, rules.today));
    }
    Findings {
        intensity: rows[0].intensity,
        by_measure,
    }
}

fn leaf(findings: &Findings) -> Leaf {
    Leaf {
        counts: findings
            .by_measure
            .map(|finding| finding.and_then(Finding::counts)),
        is_withheld: findings.by_measure.contains(&Some(Finding::TooFew)),
    }
}

/// All cells of one measure: the leaves, the profiles, the total.
fn cells(branches: &[Branch], hidden: &Hidden, slot: usize) -> Vec<(ScoreScope, ScoreCell)> {
    let mut cells = Vec::new();
    let mut everything: Vec<Finding> = Vec::new();
    for (rank, branch) in branches.iter().enumerate() {
        let start = everything.len();
        for (leaf, is_hidden) in branch.leaves.iter().zip(&hidden.leaves[rank]) {
            if let Some(finding) = leaf.by_measure[slot] {
                let scope = ScoreScope::Cell(branch.profile, leaf.intensity);
                cells.push((scope, cell(finding, *is_hidden)));
                everything.push(finding);
            }
        }
        if let Some(sum) = add_up(&everything[start..]) {
            let scope = ScoreScope::Profile(branch.profile);
            cells.push((scope, cell(sum, hidden.profiles[rank])));
        }
    }
    if let Some(sum) = add_up(&everything) {
        cells.push((ScoreScope::All, cell(sum, hidden.all)));
    }
    cells
}

fn cell(finding: Finding, is_hidden: bool) -> ScoreCell {
    match finding {
        Finding::Counted(_) if is_hidden => ScoreCell::TooFew,
        Finding::Counted(sum) => ScoreCell::Shown(shown(sum)),
        Finding::TooFew => ScoreCell::TooFew,
        Finding::NotMeasured => ScoreCell::NotMeasured,
        Finding::NotSupplied(period) => ScoreCell::NotSupplied(period),
        Finding::Withdrawn => ScoreCell::Withdrawn,
    }
}

/// A score that is not compared with anything yet.
fn shown(sum: Sum) -> Score {
    let Counts {
        respondents,
        successes,
    } = sum.counts;
    Score {
        respondents,
        successes,
        share: sum.counts.share(),
        interval: wilson(sum.counts),
        period: sum.period,
        freshness: sum.freshness,
        verdict: Verdict::TooLittleToSay,
    }
}
