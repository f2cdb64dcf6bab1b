//! HTML that is the same in every municipality: score panels, rows of outcomes, offers. Rendered once per region and
//! put into pages as it is. Start at [`Fragments`].

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use crate::model::{Dataset, Measure, MunicipalityId, OfferId, ProviderId};
use crate::render::Edition;
use crate::render::house_style::Faces;
use crate::render::theme::{RenderError, Theme};
use crate::stats::{ScoreCell, ScoreScope, Scores};

use super::locations::LocationsFragment;
use super::offer_texts::OfferTexts;
use super::page_view::PageView;
use super::score::ScoreView;
use super::score_panel::ScorePanel;
use super::texts::RegionTexts;
use super::towns::towns;
use super::words::Words;

/// The way back to the top from the pages that show a fragment, two folders deep.
pub(super) const TWO_DEEP: &str = "../../";
/// The same, three folders deep.
pub(super) const THREE_DEEP: &str = "../../../";

/// What fragments are made from.
#[derive(Clone, Copy)]
pub struct Region<'a> {
    /// Templates and messages.
    pub theme: &'a Theme,
    /// The facts.
    pub dataset: &'a Dataset,
    /// The scores.
    pub scores: &'a Scores,
    /// What was written out once for the whole region.
    pub texts: &'a RegionTexts<'a>,
    /// The faces of the municipalities.
    pub faces: &'a Faces,
    /// In which language pages are made.
    pub edition: Edition<'a>,
    /// All languages, the region's own first.
    pub editions: &'a [Edition<'a>],
}

/// HTML that is the same in every municipality.
pub struct Fragments<'a> {
    score_panels: Vec<String>,
    locations: Vec<String>,
    outcome_rows: Vec<[Option<String>; Measure::ALL.len()]>,
    offers: Vec<OfferTexts<'a>>,
}

/// `page` of `fragments/score-panel.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScorePanelFragment<'a> {
    /// The scores.
    pub panel: &'a ScorePanel<'a>,
    /// The way back to the top.
    pub root: &'static str,
}

/// `page` of `fragments/outcome-row.html`: a provider on one measure, over all its help.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutcomeRow<'a> {
    /// Its slug.
    pub provider_slug: &'a str,
    /// Its name.
    pub provider: &'a str,
    /// Its score, or why there is none.
    pub score: ScoreView<'a>,
    /// The way back to the top.
    pub root: &'static str,
}

impl PageView for ScorePanelFragment<'_> {
    const TEMPLATE: &'static str = "fragments/score-panel.html";
}

impl PageView for OutcomeRow<'_> {
    const TEMPLATE: &'static str = "fragments/outcome-row.html";
}

impl Region<'_> {
    /// Renders a fragment. It stands in pages of every municipality, so its template gets no `site`.
    pub(super) fn fragment<V: PageView>(&self, view: &V) -> Result<String, RenderError> {
        self.theme.render(V::TEMPLATE, &Value::none(), view)
    }
}

impl<'a> Fragments<'a> {
    /// Renders everything.
    ///
    /// # Errors
    /// When a template asks for something its view does not have.
    pub fn new(region: Region<'a>) -> Result<Self, RenderError> {
        let providers: Vec<ProviderId> = region.dataset.providers().map(|(id, _)| id).collect();
        let offers: Vec<OfferId> = region.dataset.offers().collect();
        let towns = towns(region.dataset);
        Ok(Self {
            locations: providers
                .par_iter()
                .map(|id| {
                    let words = Words::new(region.theme.messages());
                    let provider = region.dataset.provider(*id);
                    region.fragment(&LocationsFragment::new(words, &towns, provider))
                })
                .collect::<Result<_, _>>()?,
            score_panels: providers
                .par_iter()
                .map(|id| {
                    region.fragment(&ScorePanelFragment {
                        panel: region.texts.scores(*id),
                        root: TWO_DEEP,
                    })
                })
                .collect::<Result<_, _>>()?,
            outcome_rows: providers
                .par_iter()
                .map(|id| outcome_rows(region, *id))
                .collect::<Result<_, _>>()?,
            offers: offers
                .par_iter()
                .map(|id| OfferTexts::new(region, None, *id))
                .collect::<Result<_, _>>()?,
        })
    }

    /// The scores of a provider, for a page two folders deep.
    #[must_use]
    pub fn score_panel(&self, id: ProviderId) -> &str {
        &self.score_panels[id.index()]
    }

    /// Where a provider works: the list of its locations with a map.
    #[must_use]
    pub fn locations(&self, id: ProviderId) -> &str {
        &self.locations[id.index()]
    }

    /// A provider's row in the table of a measure, for a page two folders deep. `None` when nothing was ever supplied.
    #[must_use]
    pub fn outcome_row(&self, id: ProviderId, measure: Measure) -> Option<&str> {
        let rank = Measure::ALL.iter().position(|other| *other == measure)?;
        self.outcome_rows[id.index()][rank].as_deref()
    }

    /// An offer as it stands in every municipality that has no waits of its own for it.
    #[must_use]
    pub fn offer(&self, id: OfferId) -> &OfferTexts<'a> {
        &self.offers[id.index()]
    }
}

/// An offer in one municipality: the region's, or its own where waits hold in that municipality only.
pub(super) fn offer_in<'a>(
    region: Region<'a>,
    fragments: &'a Fragments<'a>,
    municipality: MunicipalityId,
    id: OfferId,
) -> Result<OfferInPlace<'a>, RenderError> {
    let offer = region.dataset.offer(id);
    let has_own_waits = region
        .dataset
        .has_own_waits(offer.provider, offer.product, municipality);
    if has_own_waits {
        let texts = OfferTexts::new(region, Some(municipality), id)?;
        Ok(OfferInPlace::Own(Box::new(texts)))
    } else {
        Ok(OfferInPlace::Shared(fragments.offer(id)))
    }
}

/// The texts of an offer in one municipality.
pub(super) enum OfferInPlace<'a> {
    /// The same as elsewhere.
    Shared(&'a OfferTexts<'a>),
    /// Other than elsewhere.
    Own(Box<OfferTexts<'a>>),
}

impl<'a> OfferInPlace<'a> {
    /// The texts.
    pub(super) fn texts(&self) -> &OfferTexts<'a> {
        match self {
            Self::Shared(texts) => texts,
            Self::Own(texts) => texts,
        }
    }
}

fn outcome_rows(
    region: Region<'_>,
    id: ProviderId,
) -> Result<[Option<String>; Measure::ALL.len()], RenderError> {
    let words = Words::new(region.theme.messages());
    let provider = region.dataset.provider(id);
    let mut rows = [const { None }; Measure::ALL.len()];
    for (row, measure) in rows.iter_mut().zip(Measure::ALL) {
        let cell = region.scores.of(id).cell(ScoreScope::All, measure);
        if cell == ScoreCell::NotSupplied(None) {
            continue;
        }
        let average = region.scores.region(ScoreScope::All, measure);
        *row = Some(region.fragment(&OutcomeRow {
            provider_slug: provider.slug.as_str(),
            provider: &provider.name,
            score: ScoreView::new(words, cell, measure, average.map(|average| average.share)),
            root: TWO_DEEP,
        })?);
    }
    Ok(rows)
}
