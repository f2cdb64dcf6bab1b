//! Outcome scores in words: a word with a shape, a figure with its range, how many answered and when, or why there is
//! no score.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Freshness, Measure, Period, ProfileId, ProviderId};
use crate::render::messages::MessageValue;
use crate::stats::{ProviderScores, Score, ScoreCell, ScoreScope, Scores, Share, Verdict};

use super::measure_words::{answers_key, figure_key};
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
pub struct BarView<'a> {
    /// Where the interval starts.
    pub low: String,
    /// How long it is.
    pub width: String,
    /// Where the score is.
    pub point: String,
    /// Where the regional average is. Absent when the two are not compared, so that nobody compares them by eye.
    pub average: Option<String>,
    /// What the left end stands for: «0», and whether that is good.
    pub low_end: &'a str,
    /// What the right end stands for.
    pub high_end: &'a str,
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
    /// «61 tot 79 procent», rounded outwards.
    pub interval: String,
    /// «72 procent»: the average of the region.
    pub average: Option<String>,
    /// How many answered.
    pub count: String,
    /// «1 januari 2025 tot en met 30 juni 2026»
    pub period: String,
    /// Lower end of the interval in percent, for scripts: «61.2».
    pub low: String,
    /// Upper end.
    pub high: String,
    /// The bar.
    pub bar: BarView<'a>,
    /// That it is old.
    pub old: Option<&'a str>,
    /// That there are newer figures, which are not shown yet.
    pub kept: Option<&'a str>,
}

/// One score as visitors read it: the component `score`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScoreView<'a> {
    /// Code word of the measure.
    pub measure: &'static str,
    /// `shown`, `too-few`, `not-measured`, `not-supplied`, `too-old` or `withdrawn`.
    pub state: &'static str,
    /// The score, when there is one.
    pub shown: Option<ShownScore<'a>>,
    /// Why there is none.
    pub absence: Option<String>,
    /// What is shown in its place, when it is about more than was asked for.
    pub rolled_up: Option<&'a str>,
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
            measure: measure.code(),
            state,
            shown: None,
            absence: Some(words.text(key).to_owned()),
            rolled_up: None,
        };
        match cell {
            ScoreCell::Shown(score) => Self {
                measure: measure.code(),
                state: "shown",
                shown: Some(ShownScore::new(words, score, measure, average)),
                absence: None,
                rolled_up: None,
            },
            ScoreCell::TooFew => absent("too-few", "absence-too-few"),
            ScoreCell::NotMeasured => absent("not-measured", "absence-not-measured"),
            ScoreCell::NotSupplied(None) => absent("not-supplied", "absence-not-supplied"),
            ScoreCell::NotSupplied(Some(Period { to, .. })) => Self {
                measure: measure.code(),
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

    /// The score of a provider in one scope.
    #[must_use]
    pub(super) fn in_scope(
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
        let bar = BarView::new(words, score, measure, average);
        Self {
            verdict: VerdictView::new(words, score.verdict, measure),
            figure: figure_text(words, score.share, measure),
            range: range_text(words, score),
            answers: words.say(
                answers_key(measure),
                &[
                    ("count", score.respondents.into()),
                    ("from", MessageValue::Text(&words.date(score.period.from))),
                    ("to", MessageValue::Text(&words.date(score.period.to))),
                ],
            ),
            percent: percent_text(words, score.share),
            interval: interval_text(words, score),
            average: average.map(|average| percent_text(words, average)),
            count: score.respondents.to_string(),
            period: words.period(score.period),
            low: bar.low.clone(),
            high: format!("{:.1}", score.interval.high.value() * 100.0),
            bar,
            old: (score.freshness != Freshness::Current).then(|| words.text("score-old")),
            kept: score.is_kept.then(|| words.text("score-kept")),
        }
    }
}

/// «7 van de 10 ouders noemen …». Nobody and everybody are said only when they are so; the tenths choose the form of the
/// verb, which for less than one is that of one.
fn figure_text(words: Words<'_>, share: Share, measure: Measure) -> String {
    let tenths = (share.value() * 10.0).round();
    let (count, text) = if tenths < 1.0 && share.value() > 0.0 {
        (1.0, words.text("tenths-almost-none").to_owned())
    } else if tenths > 9.0 && share.value() < 1.0 {
        (tenths, words.text("tenths-almost-all").to_owned())
    } else {
        (
            tenths,
            words.with_text("tenths", "number", &format!("{tenths:.0}")),
        )
    };
    let values = [
        ("count", MessageValue::Number(count)),
        ("tenths", MessageValue::Text(&text)),
    ];
    capitalised(&words.say(figure_key(measure), &values))
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

/// «71 procent»
fn percent_text(words: Words<'_>, share: Share) -> String {
    words.with_text(
        "percent",
        "number",
        &format!("{:.0}", share.value() * 100.0),
    )
}

/// The interval in percent, rounded outwards as well.
fn interval_text(words: Words<'_>, score: Score) -> String {
    let low = (score.interval.low.value() * 100.0).floor();
    let high = (score.interval.high.value() * 100.0).ceil();
    words.say(
        "percent-between",
        &[
            ("low", MessageValue::Text(&format!("{low:.0}"))),
            ("high", MessageValue::Text(&format!("{high:.0}"))),
        ],
    )
}

impl<'a> BarView<'a> {
    fn new(words: Words<'a>, score: Score, measure: Measure, average: Option<Share>) -> Self {
        let hundredths = |share: Share| share.value() * 100.0;
        let low = hundredths(score.interval.low);
        let high = hundredths(score.interval.high);
        let (low_end, high_end) = if measure.is_high_good() {
            ("bar-low", "bar-high-good")
        } else {
            ("bar-low-good", "bar-high")
        };
        Self {
            low: format!("{low:.1}"),
            width: format!("{:.1}", high - low),
            point: format!("{:.1}", hundredths(score.share)),
            average: average
                .filter(|_| score.verdict != Verdict::TooLittleToSay)
                .map(|average| format!("{:.1}", hundredths(average))),
            low_end: words.text(low_end),
            high_end: words.text(high_end),
        }
    }
}
