//! `/uitkomsten/`: what the scores mean, and a table of providers for each measure.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Measure;
use crate::plan::Page;
use crate::render::messages::MessageValue;
use crate::stats::ScoreScope;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;
use super::score::{explanation_key, measure_key};

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
    /// Providers of which something was supplied, as rows in order of name.
    pub rows: Vec<&'a str>,
    /// Of how many nothing was supplied, in a sentence.
    pub not_supplied: Option<String>,
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
        // Those of which nothing was ever supplied are counted below the table.
        let rows: Vec<&str> = providers
            .iter()
            .filter_map(|provider| self.fragments.outcome_row(*provider, measure))
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
