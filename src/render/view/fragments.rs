//! HTML that is the same in every municipality: score panels, rows of outcomes, offers. Rendered once per region, for the
//! first page that shows it, and put into pages as it is. Start at [`Fragments`].

use std::sync::OnceLock;

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
use super::on_demand::OnDemand;
use super::page_view::PageView;
use super::score::ScoreView;
use super::score_panel::ScorePanel;
use super::texts::RegionTexts;
use super::towns::{Town, towns};
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
    region: Region<'a>,
    towns: OnceLock<Vec<Town>>,
    score_panels: OnDemand<Made<String>>,
    locations: OnDemand<Made<String>>,
    outcome_rows: OnDemand<Made<OutcomeRows>>,
    /// In order of id; none when each site makes its own.
    offers: Vec<OfferTexts<'a>>,
}

/// What came of rendering a fragment.
type Made<T> = Result<T, RenderError>;

/// The rows of one provider, in order of measure. `None` when nothing was ever supplied.
type OutcomeRows = [Option<String>; Measure::ALL.len()];

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
    /// For few pages: each fragment is rendered for the first page that shows it, and offers by each site for itself.
    #[must_use]
    pub fn on_demand(region: Region<'a>) -> Self {
        let providers = region.dataset.providers().count();
        Self {
            region,
            towns: OnceLock::new(),
            score_panels: OnDemand::new(providers),
            locations: OnDemand::new(providers),
            outcome_rows: OnDemand::new(providers),
            offers: Vec::new(),
        }
    }

    /// For all pages: renders everything, on all cores.
    ///
    /// # Errors
    /// When a template asks for something its view does not have.
    pub fn all(region: Region<'a>) -> Result<Self, RenderError> {
        let mut fragments = Self::on_demand(region);
        let providers: Vec<ProviderId> = region.dataset.providers().map(|(id, _)| id).collect();
        providers.par_iter().try_for_each(|id| {
            fragments.locations(*id)?;
            fragments.score_panel(*id)?;
            fragments.outcome_rows(*id).map(|_| ())
        })?;
        let offers: Vec<OfferId> = region.dataset.offers().collect();
        fragments.offers = offers
            .par_iter()
            .map(|id| OfferTexts::new(region, None, *id))
            .collect::<Result<_, _>>()?;
        Ok(fragments)
    }

    /// The scores of a provider, for a page two folders deep.
    ///
    /// # Errors
    /// When a template asks for something its view does not have.
    pub fn score_panel(&self, id: ProviderId) -> Result<&str, RenderError> {
        let made = self.score_panels.get(id.index(), || {
            self.region.fragment(&ScorePanelFragment {
                panel: self.region.texts.scores(id),
                root: TWO_DEEP,
            })
        });
        made.as_deref().map_err(Clone::clone)
    }

    /// Where a provider works: the list of its locations with a map.
    ///
    /// # Errors
    /// When a template asks for something its view does not have.
    pub fn locations(&self, id: ProviderId) -> Result<&str, RenderError> {
        let made = self.locations.get(id.index(), || {
            let words = Words::new(self.region.theme.messages());
            let dataset = self.region.dataset;
            let towns = self.towns.get_or_init(|| towns(dataset));
            self.region
                .fragment(&LocationsFragment::new(words, towns, dataset.provider(id)))
        });
        made.as_deref().map_err(Clone::clone)
    }

    /// A provider's row in the table of a measure, for a page two folders deep. `None` when nothing was ever supplied.
    ///
    /// # Errors
    /// When a template asks for something its view does not have.
    pub fn outcome_row(
        &self,
        id: ProviderId,
        measure: Measure,
    ) -> Result<Option<&str>, RenderError> {
        let rows = self.outcome_rows(id)?.iter().zip(Measure::ALL);
        let mut of_measure = rows.filter(|(_, other)| *other == measure);
        Ok(of_measure.next().and_then(|(row, _)| row.as_deref()))
    }

    fn outcome_rows(&self, id: ProviderId) -> Result<&OutcomeRows, RenderError> {
        let made = self
            .outcome_rows
            .get(id.index(), || outcome_rows(self.region, id));
        made.as_ref().map_err(Clone::clone)
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
        return Ok(OfferInPlace::Own(Box::new(texts)));
    }
    match fragments.offers.get(id.index()) {
        Some(shared) => Ok(OfferInPlace::Shared(shared)),
        None => Ok(OfferInPlace::Own(Box::new(OfferTexts::new(
            region, None, id,
        )?))),
    }
}

/// The texts of an offer in one municipality.
pub(super) enum OfferInPlace<'a> {
    /// The same as elsewhere.
    Shared(&'a OfferTexts<'a>),
    /// Other than elsewhere, or made for this site only.
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

fn outcome_rows(region: Region<'_>, id: ProviderId) -> Result<OutcomeRows, RenderError> {
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
