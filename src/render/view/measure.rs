//! `/uitkomsten/<measure>/`: the providers on one measure, by name. A visitor may ask for another order, in which scores
//! that may be equal stay together.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Measure, ProviderId};
use crate::plan::Page;
use crate::render::messages::MessageValue;
use crate::render::theme::RenderError;
use crate::stats::{Score, ScoreCell, ScoreScope, Verdict, rank};

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::measure_words::{explanation_key, measure_key};
use super::page_view::PageView;

/// `page` of `measure.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeasurePage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// What is counted.
    pub explanation: &'a str,
    /// That a high score is good; of measures where low is good the explanation says so.
    pub direction: Option<&'a str>,
    /// The regional average, in a sentence.
    pub average: String,
    /// The name of the measure, for the caption.
    pub name: &'a str,
    /// Providers of which something was supplied, in order of name.
    pub rows: Vec<MeasureRow<'a>>,
    /// Of how many nothing was supplied, in a sentence.
    pub not_supplied: Option<String>,
    /// Groups of scores that may be equal, best first; none when that is one group, because then there is no order.
    pub ties: Vec<TieView>,
    /// The other measures.
    pub others: Vec<MeasureLink<'a>>,
}

/// A provider on one measure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeasureRow<'a> {
    /// The rank of its tie; none without a score that can be compared.
    pub rank: Option<u32>,
    /// The cells of its row, as HTML.
    pub cells_html: &'a str,
}

/// A group of scores that may be equal.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TieView {
    /// Its rank; none for the rows without a score that can be compared.
    pub rank: Option<u32>,
    /// What the group is.
    pub heading: String,
}

/// A way to another measure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeasureLink<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
}

impl PageView for MeasurePage<'_> {
    const TEMPLATE: &'static str = "measure.html";
}

impl<'a> SiteContext<'a> {
    /// The page of one measure.
    ///
    /// # Errors
    /// When the template of a row asks for something its view does not have.
    pub fn measure_page(
        &self,
        page: &Page,
        measure: Measure,
    ) -> Result<MeasurePage<'_>, RenderError> {
        let name = self.text(measure_key(measure));
        let values = [
            ("measure", MessageValue::Text(name)),
            ("municipality", MessageValue::Text(&self.municipality.name)),
        ];
        let head = Head::new(
            name,
            self.words.say("measure-description", &values),
            Section::Other,
        )
        .under(self.text("outcomes-title"), "uitkomsten/");
        let providers = &self.plan.contracted.providers;
        let ranks = self.ranks(measure);
        // Those of which nothing was ever supplied are counted below the table.
        let rows: Vec<MeasureRow<'a>> = providers
            .iter()
            .filter_map(|provider| {
                let row = self.fragments.outcome_row(*provider, measure).transpose()?;
                Some(row.map(|cells_html| MeasureRow {
                    rank: ranks.get(provider).copied(),
                    cells_html,
                }))
            })
            .collect::<Result<_, _>>()?;
        let missing = providers.len() - rows.len();
        Ok(MeasurePage {
            frame: self.frame(page, head),
            explanation: self.text(explanation_key(measure)),
            direction: measure
                .is_high_good()
                .then(|| self.text("outcomes-high-is-good")),
            average: self.average_text(measure),
            name,
            ties: self.ties(&rows),
            rows,
            not_supplied: (missing > 0)
                .then(|| self.words.with_count("outcomes-not-supplied", missing)),
            others: Measure::ALL
                .into_iter()
                .filter(|other| *other != measure)
                .map(|other| MeasureLink {
                    slug: other.slug(),
                    name: self.text(measure_key(other)),
                })
                .collect(),
        })
    }

    /// The ranks of scores that can be compared: those with a verdict. A score of few answers overlaps nearly all others
    /// and would make one tie of them.
    fn ranks(&self, measure: Measure) -> BTreeMap<ProviderId, u32> {
        let providers = self.plan.contracted.providers.iter();
        let scores: Vec<(ProviderId, Score)> = providers
            .filter_map(
                |id| match self.scores.of(*id).cell(ScoreScope::All, measure) {
                    ScoreCell::Shown(score) if score.verdict != Verdict::TooLittleToSay => {
                        Some((*id, score))
                    }
                    ScoreCell::Shown(_)
                    | ScoreCell::TooFew
                    | ScoreCell::NotMeasured
                    | ScoreCell::NotSupplied(_)
                    | ScoreCell::Withdrawn => None,
                },
            )
            .collect();
        rank(measure, &scores)
            .into_iter()
            .map(|ranked| (ranked.provider, ranked.rank))
            .collect()
    }

    fn ties(&self, rows: &[MeasureRow<'_>]) -> Vec<TieView> {
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        for rank in rows.iter().filter_map(|row| row.rank) {
            *sizes.entry(rank).or_default() += 1;
        }
        if sizes.len() < 2 {
            return Vec::new();
        }
        let ranked: usize = sizes.values().sum();
        let mut ties: Vec<TieView> = (1_usize..)
            .zip(&sizes)
            .map(|(number, (rank, count))| TieView {
                rank: Some(*rank),
                heading: self.words.say(
                    "measure-tie",
                    &[("number", number.into()), ("count", (*count).into())],
                ),
            })
            .collect();
        if ranked < rows.len() {
            ties.push(TieView {
                rank: None,
                heading: self
                    .words
                    .with_count("measure-unranked", rows.len() - ranked),
            });
        }
        ties
    }
}
