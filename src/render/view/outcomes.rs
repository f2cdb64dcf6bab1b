//! `/uitkomsten/`: what the scores mean, and a table of providers for each measure.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Measure, ProviderId};
use crate::plan::Page;
use crate::render::messages::MessageValue;
use crate::stats::{ScoreCell, ScoreScope};

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::score::{ScoreView, explanation_key, measure_key};

/// `page` of `outcomes.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutcomesPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// From how many answers on a score is shown, in a sentence.
    pub privacy: String,
    /// From how many answers on a score is compared, in a sentence.
    pub reliability: String,
    /// Every measure, in the order of the pages.
    pub measures: Vec<MeasureTable<'a>>,
}

/// The providers on one measure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeasureTable<'a> {
    /// Its code word: its place on the page.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What is counted.
    pub explanation: &'a str,
    /// That a high score is good; of measures where low is good the explanation says so.
    pub direction: Option<&'a str>,
    /// The regional average, in a sentence.
    pub average: String,
    /// Providers of which something was supplied, in order of name.
    pub rows: Vec<OutcomeRow<'a>>,
    /// Of how many nothing was supplied, in a sentence.
    pub not_supplied: Option<String>,
}

/// A provider on one measure, over all its help.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutcomeRow<'a> {
    /// Its slug.
    pub provider_slug: &'a str,
    /// Its name.
    pub provider: &'a str,
    /// Its score, or why there is none.
    pub score: ScoreView<'a>,
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
            privacy: sentence("outcomes-privacy", thresholds.privacy_minimum),
            reliability: sentence("outcomes-reliability", thresholds.reliability_minimum),
            measures: Measure::ALL
                .map(|measure| self.measure_table(measure))
                .into(),
        }
    }

    fn measure_table(&self, measure: Measure) -> MeasureTable<'a> {
        let providers = &self.plan.contracted.providers;
        let rows: Vec<OutcomeRow<'_>> = providers
            .iter()
            .filter_map(|provider| self.outcome_row(*provider, measure))
            .collect();
        let missing = providers.len() - rows.len();
        MeasureTable {
            code: measure.code(),
            name: self.text(measure_key(measure)),
            explanation: self.text(explanation_key(measure)),
            direction: measure
                .is_high_good()
                .then(|| self.text("outcomes-high-is-good")),
            average: self.average_text(measure),
            rows,
            not_supplied: (missing > 0)
                .then(|| self.words.with_count("outcomes-not-supplied", missing)),
        }
    }

    /// `None` when nothing was ever supplied: those are counted below the table.
    fn outcome_row(&self, id: ProviderId, measure: Measure) -> Option<OutcomeRow<'a>> {
        let cell = self.scores.of(id).cell(ScoreScope::All, measure);
        if cell == ScoreCell::NotSupplied(None) {
            return None;
        }
        let provider = self.dataset.provider(id);
        let average = self.scores.region(ScoreScope::All, measure);
        Some(OutcomeRow {
            provider_slug: provider.slug.as_str(),
            provider: &provider.name,
            score: ScoreView::new(
                self.words,
                cell,
                measure,
                average.map(|average| average.share),
            ),
        })
    }

    fn average_text(&self, measure: Measure) -> String {
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
