//! The outcomes of one provider: every measure, in words first. What young people and parents say stands side by side.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Dataset, Measure, ProviderId};
use crate::render::Edition;
use crate::stats::{ProviderScores, ScoreCell, ScoreScope, Scores};

use super::measure_words::{explanation_key, measure_key};
use super::score::ScoreView;
use super::words::Words;

/// Everything that may be said about the outcomes of one provider: the component `score_panel`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScorePanel<'a> {
    /// Every measure, in the order of the pages, in groups.
    pub groups: Vec<MeasureGroup<'a>>,
    /// Whether anything was supplied at all.
    pub is_empty: bool,
    /// Whether there is a score over all help: then there are bars to explain.
    pub has_score: bool,
    /// One score for lists: what parents say, over all help.
    pub headline: ScoreView<'a>,
    /// The same of young people.
    pub headline_youth: ScoreView<'a>,
}

/// Measures that belong together.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MeasureGroup<'a> {
    /// «Wat gezinnen vinden»
    pub name: &'a str,
    /// The measures.
    pub measures: Vec<MeasureView<'a>>,
    /// How the two compare, where a reader would compare them.
    pub remark: Option<&'a str>,
}

/// The scores of a provider on one measure.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MeasureView<'a> {
    /// «Ervaring van ouders»
    pub name: &'a str,
    /// What is counted.
    pub explanation: &'a str,
    /// Over all help of the provider.
    pub all: ScoreView<'a>,
    /// Per question of visitors, where anything was supplied.
    pub by_profile: Vec<ProfileScore<'a>>,
}

/// A score for one question of visitors.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProfileScore<'a> {
    /// The question.
    pub question: &'a str,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// The score.
    pub score: ScoreView<'a>,
}

/// Name of a group, and how many measures are in it, in the order of [`Measure::ALL`].
const GROUPS: [(&str, usize); 3] = [
    ("scores-group-experience", 2),
    ("scores-group-dropout", 2),
    ("scores-group-goals", 4),
];

impl<'a> ScorePanel<'a> {
    /// Everything that may be said about a provider.
    #[must_use]
    pub fn new(
        (words, edition): (Words<'a>, Edition<'a>),
        dataset: &'a Dataset,
        scores: &Scores,
        provider: ProviderId,
    ) -> Self {
        let of_provider = scores.of(provider);
        let view = |scope, measure| ScoreView::in_scope(words, scores, of_provider, scope, measure);
        let mut measures = Measure::ALL.into_iter().map(|measure| MeasureView {
            name: words.text(measure_key(measure)),
            explanation: words.text(explanation_key(measure)),
            all: view(ScoreScope::All, measure),
            by_profile: of_provider
                .cells()
                .filter(|(_, cell_measure, _)| *cell_measure == measure)
                .filter_map(|(scope, _, _)| match scope {
                    ScoreScope::Profile(id) => {
                        let profile = dataset.profile(id);
                        Some(ProfileScore {
                            question: &profile.question,
                            lang: edition.lang_of(profile.translations.is_translated()),
                            score: view(scope, measure),
                        })
                    }
                    ScoreScope::All | ScoreScope::Cell(..) => None,
                })
                .collect(),
        });
        let groups: Vec<MeasureGroup<'a>> = GROUPS
            .into_iter()
            .map(|(name, size)| MeasureGroup {
                name: words.text(name),
                measures: measures.by_ref().take(size).collect(),
                remark: None,
            })
            .collect();
        let mut panel = Self {
            has_score: groups
                .iter()
                .flat_map(|group| &group.measures)
                .any(|measure| measure.all.shown.is_some()),
            groups,
            is_empty: of_provider.cells().next().is_none(),
            headline: view(ScoreScope::All, Measure::ExperienceParents),
            headline_youth: view(ScoreScope::All, Measure::ExperienceYouth),
        };
        panel.groups[0].remark = youth_and_parents(of_provider).map(|key| words.text(key));
        panel
    }
}

/// How what young people say compares with what parents say: only intervals that lie apart are a difference.
fn youth_and_parents(scores: &ProviderScores) -> Option<&'static str> {
    let of = |measure| match scores.cell(ScoreScope::All, measure) {
        ScoreCell::Shown(score) => Some(score),
        ScoreCell::TooFew
        | ScoreCell::NotMeasured
        | ScoreCell::NotSupplied(_)
        | ScoreCell::Withdrawn => None,
    };
    let youth = of(Measure::ExperienceYouth)?;
    let parents = of(Measure::ExperienceParents)?;
    if youth.interval.is_below(parents.interval) {
        Some("scores-youth-less")
    } else if parents.interval.is_below(youth.interval) {
        Some("scores-parents-less")
    } else if youth.verdict != parents.verdict {
        Some("scores-may-be-chance")
    } else {
        None
    }
}
