//! Outcome scores in words: a word with a shape, a figure with its range, how many answered and when, or why there is
//! no score.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Dataset, Freshness, Measure, Period, ProfileId, ProviderId};
use crate::render::Edition;
use crate::render::messages::MessageValue;
use crate::stats::{ProviderScores, Score, ScoreCell, ScoreScope, Scores, Share, Verdict};

use super::words::{Words, capitalised};

/// A comparison with the regional average: the component `verdict`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VerdictView<'a> {
    /// `better`, `same`, `lower` or `unsaid`: chooses the shape.
    pub kind: &'static str,
    /// «boven gemiddeld»
    pub text: &'a str,
}

/// A bar in hundredths of its length: the component `score_bar`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BarView {
    /// Where the interval starts.
    pub low: String,
    /// How long it is.
    pub width: String,
    /// Where the score is.
    pub point: String,
    /// Where the regional average is.
    pub average: Option<String>,
}

/// A score that is shown.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ShownScore<'a> {
    /// Against the regional average.
    pub verdict: VerdictView<'a>,
    /// «7 van de 10 ouders noemen de hulp voldoende of goed.»
    pub figure: String,
    /// «Waarschijnlijk tussen 6 en 8 van de 10.»
    pub range: String,
    /// «84 ouders gaven antwoord, van 1 januari 2025 tot en met 30 juni 2026.»
    pub answers: String,
    /// «71 procent»
    pub percent: String,
    /// The bar.
    pub bar: BarView,
    /// That it is old.
    pub old: Option<&'a str>,
}

/// One score as visitors read it: the component `score`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScoreView<'a> {
    /// `shown`, `too-few`, `not-measured`, `not-supplied`, `too-old` or `withdrawn`.
    pub state: &'static str,
    /// The score, when there is one.
    pub shown: Option<ShownScore<'a>>,
    /// Why there is none.
    pub absence: Option<String>,
    /// What is shown in its place, when it is about more than was asked for.
    pub rolled_up: Option<&'a str>,
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

/// Everything that may be said about the outcomes of one provider: the component `score_panel`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScorePanel<'a> {
    /// Every measure, in the order of the pages.
    pub measures: Vec<MeasureView<'a>>,
    /// Whether anything was supplied at all.
    pub is_empty: bool,
    /// One score for lists: what parents say, over all help.
    pub headline: ScoreView<'a>,
    /// The same of young people.
    pub headline_youth: ScoreView<'a>,
}

/// Keys of the words of a measure, by what is asked of it.
#[must_use]
pub fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::ExperienceYouth => "measure-experience-youth",
        Measure::ExperienceParents => "measure-experience-parents",
        Measure::DropoutEndedEarly => "measure-dropout-ended-early",
        Measure::DropoutNoShow => "measure-dropout-no-show",
        Measure::GoalEducation => "measure-goal-education",
        Measure::GoalFamilyBalance => "measure-goal-family-balance",
        Measure::GoalFewerProblems => "measure-goal-fewer-problems",
        Measure::GoalParticipation => "measure-goal-participation",
    }
}

/// Key of what a measure counts.
#[must_use]
pub fn explanation_key(measure: Measure) -> &'static str {
    match measure {
        Measure::ExperienceYouth => "explain-experience-youth",
        Measure::ExperienceParents => "explain-experience-parents",
        Measure::DropoutEndedEarly => "explain-dropout-ended-early",
        Measure::DropoutNoShow => "explain-dropout-no-show",
        Measure::GoalEducation => "explain-goal-education",
        Measure::GoalFamilyBalance => "explain-goal-family-balance",
        Measure::GoalFewerProblems => "explain-goal-fewer-problems",
        Measure::GoalParticipation => "explain-goal-participation",
    }
}

fn figure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::ExperienceYouth => "figure-experience-youth",
        Measure::ExperienceParents => "figure-experience-parents",
        Measure::DropoutEndedEarly => "figure-dropout-ended-early",
        Measure::DropoutNoShow => "figure-dropout-no-show",
        Measure::GoalEducation
        | Measure::GoalFamilyBalance
        | Measure::GoalFewerProblems
        | Measure::GoalParticipation => "figure-goal",
    }
}

fn answers_key(measure: Measure) -> &'static str {
    match measure {
        Measure::ExperienceYouth => "answers-youth",
        Measure::ExperienceParents => "answers-parents",
        Measure::DropoutEndedEarly | Measure::DropoutNoShow => "answers-clients",
        Measure::GoalEducation
        | Measure::GoalFamilyBalance
        | Measure::GoalFewerProblems
        | Measure::GoalParticipation => "answers-goals",
    }
}

impl<'a> VerdictView<'a> {
    /// A verdict in words. For dropout the words say what there is less or more of.
    #[must_use]
    pub fn new(words: Words<'a>, verdict: Verdict, measure: Measure) -> Self {
        let (kind, key) = match (verdict, measure.is_high_good()) {
            (Verdict::Better, true) => ("better", "verdict-better"),
            (Verdict::Better, false) => ("better", "verdict-less-dropout"),
            (Verdict::AboutTheSame, true | false) => ("same", "verdict-same"),
            (Verdict::Lower, true) => ("lower", "verdict-lower"),
            (Verdict::Lower, false) => ("lower", "verdict-more-dropout"),
            (Verdict::TooLittleToSay, true | false) => ("unsaid", "verdict-unsaid"),
        };
        Self {
            kind,
            text: words.text(key),
        }
    }
}

impl<'a> ScoreView<'a> {
    /// One cell in words.
    #[must_use]
    pub fn new(
        words: Words<'a>,
        cell: ScoreCell,
        measure: Measure,
        average: Option<Share>,
    ) -> Self {
        let absent = |state, key: &str| Self {
            state,
            shown: None,
            absence: Some(words.text(key).to_owned()),
            rolled_up: None,
        };
        match cell {
            ScoreCell::Shown(score) => Self {
                state: "shown",
                shown: Some(ShownScore::new(words, score, measure, average)),
                absence: None,
                rolled_up: None,
            },
            ScoreCell::TooFew => absent("too-few", "absence-too-few"),
            ScoreCell::NotMeasured => absent("not-measured", "absence-not-measured"),
            ScoreCell::NotSupplied(None) => absent("not-supplied", "absence-not-supplied"),
            ScoreCell::NotSupplied(Some(Period { to, .. })) => Self {
                state: "too-old",
                shown: None,
                absence: Some(words.with_text("absence-too-old", "date", &words.date(to))),
                rolled_up: None,
            },
            ScoreCell::Withdrawn => absent("withdrawn", "absence-withdrawn"),
        }
    }

    /// The score of a provider for one question, or over all help when that has none. It says which.
    #[must_use]
    pub fn for_profile(
        words: Words<'a>,
        scores: &Scores,
        provider: ProviderId,
        profile: ProfileId,
        measure: Measure,
    ) -> Self {
        let of_provider = scores.of(provider);
        let narrow = ScoreScope::Profile(profile);
        let is_shown = |scope| matches!(of_provider.cell(scope, measure), ScoreCell::Shown(_));
        let is_rolled_up = !is_shown(narrow) && is_shown(ScoreScope::All);
        let scope = if is_rolled_up {
            ScoreScope::All
        } else {
            narrow
        };
        Self {
            rolled_up: is_rolled_up.then(|| words.text("rolled-up-to-all")),
            ..Self::in_scope(words, scores, of_provider, scope, measure)
        }
    }

    /// Whether it was measured at all, shown or not.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        !matches!(self.state, "not-measured" | "not-supplied")
    }

    fn in_scope(
        words: Words<'a>,
        scores: &Scores,
        of_provider: &ProviderScores,
        scope: ScoreScope,
        measure: Measure,
    ) -> Self {
        let average = scores.region(scope, measure).map(|average| average.share);
        Self::new(words, of_provider.cell(scope, measure), measure, average)
    }
}

impl<'a> ShownScore<'a> {
    fn new(words: Words<'a>, score: Score, measure: Measure, average: Option<Share>) -> Self {
        let percent = format!("{:.0}", score.share.value() * 100.0);
        Self {
            verdict: VerdictView::new(words, score.verdict, measure),
            figure: capitalised(&words.with_text(
                figure_key(measure),
                "tenths",
                &tenths_text(words, score.share),
            )),
            range: range_text(words, score),
            answers: words.say(
                answers_key(measure),
                &[
                    ("count", score.respondents.into()),
                    ("from", MessageValue::Text(&words.date(score.period.from))),
                    ("to", MessageValue::Text(&words.date(score.period.to))),
                ],
            ),
            percent: words.with_text("percent", "number", &percent),
            bar: BarView::new(score, average),
            old: (score.freshness != Freshness::Current).then(|| words.text("score-old")),
        }
    }
}

/// «7 van de 10». Nobody and everybody are said only when they are so.
fn tenths_text(words: Words<'_>, share: Share) -> String {
    let tenths = (share.value() * 10.0).round();
    if tenths < 1.0 && share.value() > 0.0 {
        words.text("tenths-almost-none").to_owned()
    } else if tenths > 9.0 && share.value() < 1.0 {
        words.text("tenths-almost-all").to_owned()
    } else {
        words.with_text("tenths", "number", &format!("{tenths:.0}"))
    }
}

/// The interval in tenths, rounded outwards so that it never claims more than is known.
fn range_text(words: Words<'_>, score: Score) -> String {
    let low = (score.interval.low.value() * 10.0).floor();
    let high = (score.interval.high.value() * 10.0).ceil();
    words.say(
        "range",
        &[
            ("low", MessageValue::Text(&format!("{low:.0}"))),
            ("high", MessageValue::Text(&format!("{high:.0}"))),
        ],
    )
}

impl BarView {
    fn new(score: Score, average: Option<Share>) -> Self {
        let hundredths = |share: Share| share.value() * 100.0;
        let low = hundredths(score.interval.low);
        let high = hundredths(score.interval.high);
        Self {
            low: format!("{low:.1}"),
            width: format!("{:.1}", high - low),
            point: format!("{:.1}", hundredths(score.share)),
            average: average.map(|average| format!("{:.1}", hundredths(average))),
        }
    }
}

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
        let measures = Measure::ALL.map(|measure| MeasureView {
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
        Self {
            measures: measures.into(),
            is_empty: of_provider.cells().next().is_none(),
            headline: view(ScoreScope::All, Measure::ExperienceParents),
            headline_youth: view(ScoreScope::All, Measure::ExperienceYouth),
        }
    }
}
