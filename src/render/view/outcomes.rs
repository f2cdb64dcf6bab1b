//! `/uitkomsten/`: how to read scores, and the way to the table of each measure.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Measure;
use crate::plan::Page;
use crate::render::messages::MessageValue;
use crate::stats::{ScoreCell, ScoreScope, Verdict};

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::measure_words::{explanation_key, measure_key};
use super::page_view::PageView;
use super::score::VerdictView;

/// `page` of `outcomes.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutcomesPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// The words that compare a score with the average, each with its shape and what it means.
    pub verdicts: Vec<VerdictMeaning<'a>>,
    /// From how many answers on a score is shown, in a sentence.
    pub privacy: String,
    /// From how many answers on a score is compared, in a sentence.
    pub reliability: String,
    /// Every measure, in the order of the pages.
    pub measures: Vec<MeasureCard<'a>>,
}

/// A word with its shape, and what it means.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VerdictMeaning<'a> {
    /// The words: for dropout there are others.
    pub words: Vec<VerdictView<'a>>,
    /// What it means.
    pub meaning: &'a str,
}

/// A measure, with how many providers have a score on it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeasureCard<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What is counted.
    pub explanation: &'a str,
    /// The regional average, in a sentence.
    pub average: String,
    /// Of how many providers there is a score, and of how many not.
    pub counts: String,
}

impl PageView for OutcomesPage<'_> {
    const TEMPLATE: &'static str = "outcomes.html";
}

impl<'a> SiteContext<'a> {
    /// The page of scores.
    #[must_use]
    pub fn outcomes_page(&self, page: &Page) -> OutcomesPage<'_> {
        let head = Head::new(
            self.text("outcomes-title"),
            self.in_municipality("outcomes-description"),
            Section::Other,
        );
        let thresholds = self.dataset.site().thresholds;
        let sentence = |key, count| self.words.say(key, &[("count", MessageValue::from(count))]);
        OutcomesPage {
            frame: self.frame(page, head),
            verdicts: self.verdict_meanings(),
            privacy: sentence("outcomes-privacy", thresholds.privacy_minimum),
            reliability: sentence("outcomes-reliability", thresholds.reliability_minimum),
            measures: Measure::ALL
                .map(|measure| self.measure_card(measure))
                .into(),
        }
    }

    fn verdict_meanings(&self) -> Vec<VerdictMeaning<'a>> {
        let meanings = [
            (Verdict::Better, "outcomes-means-better"),
            (Verdict::AboutTheSame, "outcomes-means-same"),
            (Verdict::Lower, "outcomes-means-lower"),
            (Verdict::TooLittleToSay, "outcomes-means-unsaid"),
        ];
        meanings
            .map(|(verdict, key)| {
                // One measure of which a high share is good, and one of which a low share is.
                let mut words = [Measure::ExperienceParents, Measure::DropoutEndedEarly]
                    .map(|measure| VerdictView::new(self.words, verdict, measure))
                    .to_vec();
                words.dedup_by(|one, other| one.text == other.text);
                VerdictMeaning {
                    words,
                    meaning: self.text(key),
                }
            })
            .into()
    }

    fn measure_card(&self, measure: Measure) -> MeasureCard<'a> {
        let providers = &self.plan.contracted.providers;
        let is_shown = |cell: ScoreCell| matches!(cell, ScoreCell::Shown(_));
        let shown = providers
            .iter()
            .filter(|id| is_shown(self.scores.of(**id).cell(ScoreScope::All, measure)));
        let shown = shown.count();
        MeasureCard {
            slug: measure.slug(),
            name: self.text(measure_key(measure)),
            explanation: self.text(explanation_key(measure)),
            average: self.average_text(measure),
            counts: self.words.say(
                "outcomes-counts",
                &[
                    ("count", shown.into()),
                    ("without", (providers.len() - shown).into()),
                ],
            ),
        }
    }

    /// The regional average, in a sentence.
    pub(super) fn average_text(&self, measure: Measure) -> String {
        let Some(average) = self.scores.region(ScoreScope::All, measure) else {
            return self.text("outcomes-no-average").to_owned();
        };
        let percent = format!("{:.0}", average.share.value() * 100.0);
        self.words.say(
            "outcomes-average",
            &[
                ("percent", MessageValue::Text(&percent)),
                ("providers", MessageValue::from(average.providers)),
                ("count", MessageValue::from(average.respondents)),
            ],
        )
    }
}
