//! The cells of one provider: add up, hide, show the rest, or what was shown before.

use jiff::civil::Date;

use super::counts::Counts;
use super::family::{FAMILY_SIZE, Family};
use super::finding::{Finding, Sum};
use super::kept::{hidden_as_before, what_stays};
use super::release::{Line, Names, Release, ScopeName};
use super::roll_up::add_up;
use super::score::{ProviderScores, Score, ScoreCell, ScoreScope, Verdict};
use super::suppression::{Hidden, Leaf, is_enough, suppress};
use super::together::are_safe_together;
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
pub(super) struct Findings {
    pub(super) intensity: IntensityId,
    pub(super) by_measure: [Option<Finding>; FAMILY_SIZE],
}

/// The cells of one profile.
pub(super) struct Branch {
    pub(super) profile: ProfileId,
    pub(super) leaves: Vec<Findings>,
}

/// What became of the figures of one family.
pub(super) struct Told {
    /// What is shown now.
    pub(super) release: Release,
    /// Whether there are newer figures, which would give something away beside those that were shown before.
    pub(super) is_held_back: bool,
}

/// Adds the cells of one family of measures to a provider. The rows are the newest of their cells, in order of
/// profile and intensity; `former` is everything that was shown of the family before, the last one last.
///
/// Intensities that are not measured stay out of every total; they get their state wherever the provider has a row
/// for the profile and measure.
pub(super) fn add_family(
    scores: &mut ProviderScores,
    family: Family,
    rows: &[&Outcome],
    (rules, names): (&Rules, &Names),
    former: &[Release],
) -> Told {
    for row in rows {
        for intensity in &rules.unmeasured {
            let scope = ScoreScope::Cell(row.profile, *intensity);
            scores
                .cells
                .insert((scope, row.measure), ScoreCell::NotMeasured);
        }
    }
    let branches = branches(rows, rules);
    let fitting = hidden_for(&branches, family, (rules, names), former);
    let is_held_back = fitting.is_none();
    let hidden = fitting.unwrap_or_else(|| Hidden::everything(&branches));
    let stays = former
        .last()
        .filter(|_| is_held_back)
        .map(|last| what_stays(last, &branches, names, rules));
    for (slot, measure) in family.measures().iter().enumerate() {
        for (scope, finding, is_hidden) in cells(&branches, &hidden, slot) {
            let line = stays
                .as_ref()
                .and_then(|stays| stays.shown.get(&(names.scope(scope), slot)));
            let cell = match line {
                Some(line) => ScoreCell::Shown(kept(line, rules)),
                None => cell(finding, is_hidden),
            };
            scores.cells.insert((scope, *measure), cell);
        }
    }
    Told {
        release: stays.unwrap_or_else(|| release(&branches, &hidden, family, (rules, names))),
        is_held_back,
    }
}

/// What is to be hidden, so that the figures give nothing away, not beside the former ones either: as little as can be,
/// or the same as before. `None` when neither will do.
fn hidden_for(
    branches: &[Branch],
    family: Family,
    context: (&Rules, &Names),
    former: &[Release],
) -> Option<Hidden> {
    let (rules, names) = context;
    let minimum = rules.thresholds.privacy_minimum;
    let leaves: Vec<Vec<Leaf>> = branches
        .iter()
        .map(|branch| branch.leaves.iter().map(leaf).collect())
        .collect();
    let hidden = suppress(&leaves, family, minimum).without_unclear_totals(branches);
    let Some(last) = former.last() else {
        return Some(hidden);
    };
    let stays = what_stays(last, branches, names, rules);
    let is_good = |hidden: &Hidden| {
        let new = release(branches, hidden, family, context);
        // What was shown before, or less of it, may be shown again.
        let mut told = former.iter().chain([&stays]);
        told.any(|old| old.says_the_same(&new)) || are_safe_together(&new, former, family, minimum)
    };
    if is_good(&hidden) {
        return Some(hidden);
    }
    let as_before = hidden_as_before(&stays, (branches, &leaves), names, minimum);
    let is_clear = as_before == as_before.clone().without_unclear_totals(branches);
    (is_clear && is_enough(&leaves, &as_before, family, minimum) && is_good(&as_before))
        .then_some(as_before)
}

/// What is shown and hidden, by name.
fn release(
    branches: &[Branch],
    hidden: &Hidden,
    family: Family,
    (rules, names): (&Rules, &Names),
) -> Release {
    let mut release = Release {
        minimum: rules.thresholds.privacy_minimum,
        ..Release::default()
    };
    for slot in 0..family.measures().len() {
        for (scope, finding, is_hidden) in cells(branches, hidden, slot) {
            match (finding, names.scope(scope)) {
                (Finding::Counted(sum), scope) if !is_hidden => {
                    let line = Line {
                        respondents: sum.counts.respondents,
                        successes: sum.counts.successes,
                        period: sum.period,
                        oldest_end: sum.oldest_end,
                    };
                    release.shown.insert((scope, slot), line);
                }
                (Finding::Counted(_) | Finding::TooFew, ScopeName::Cell(leaf)) => {
                    release.hidden.insert((leaf, slot));
                }
                (
                    Finding::Counted(_)
                    | Finding::TooFew
                    | Finding::NotMeasured
                    | Finding::NotSupplied(_)
                    | Finding::Withdrawn,
                    _,
                ) => {}
            }
        }
    }
    release.forget_uncovered();
    release
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

/// All cells of one measure, and whether they are hidden: the leaves, the profiles, the total.
fn cells(branches: &[Branch], hidden: &Hidden, slot: usize) -> Vec<(ScoreScope, Finding, bool)> {
    let mut cells = Vec::new();
    let mut everything: Vec<Finding> = Vec::new();
    for (rank, branch) in branches.iter().enumerate() {
        let start = everything.len();
        for (leaf, is_hidden) in branch.leaves.iter().zip(&hidden.leaves[rank]) {
            if let Some(finding) = leaf.by_measure[slot] {
                let scope = ScoreScope::Cell(branch.profile, leaf.intensity);
                cells.push((scope, finding, *is_hidden));
                everything.push(finding);
            }
        }
        if let Some(sum) = add_up(&everything[start..]) {
            let scope = ScoreScope::Profile(branch.profile);
            cells.push((scope, sum, hidden.profiles[rank]));
        }
    }
    if let Some(sum) = add_up(&everything) {
        cells.push((ScoreScope::All, sum, hidden.all));
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
        is_kept: false,
    }
}

/// A score that was shown before, and stays.
fn kept(line: &Line, rules: &Rules) -> Score {
    let sum = Sum {
        counts: Counts {
            respondents: line.respondents,
            successes: line.successes,
        },
        period: line.period,
        freshness: rules.freshness.judge(line.oldest_end, rules.today),
        oldest_end: line.oldest_end,
    };
    Score {
        is_kept: true,
        ..shown(sum)
    }
}
