//! Everything that pages say of one offer, as HTML: a card, and a row for each kind of table.

use schemars::JsonSchema;
use serde::Serialize;

use crate::changes::{Trend, trend};
use crate::model::{Admission, Measure, MunicipalityId, Offer, OfferId, ProfileId, WaitingTime};
use crate::render::messages::MessageValue;
use crate::render::theme::RenderError;

use super::first_talk::first_talks;
use super::fragments::{Region, TWO_DEEP};
use super::history::WaitHistory;
use super::home::QuestionLink;
use super::offer::OfferView;
use super::page_view::PageView;
use super::referrer_row::{ReferrerLine, ReferrerRow};
use super::score::ScoreView;
use super::wait::{WaitState, WaitView};
use super::words::Words;

/// Everything that pages say of one offer.
pub struct OfferTexts<'a> {
    /// The words it is made of.
    pub view: OfferView<'a>,
    /// How long the first talk takes, in lines.
    pub first_talks: Vec<String>,
    /// The card on the page of its provider, two folders deep.
    pub card: String,
    /// Its row on the page of its product, two folders deep.
    pub row: String,
    /// Its row on the pages of the questions it is for, two folders deep: the score is about that question.
    pub question_rows: Vec<(ProfileId, String)>,
    /// Its row in the availability guide, two folders deep.
    pub wait_row: String,
    /// Its cells in the tables for referrers, three folders deep.
    pub referrer_row: String,
    /// Its line in the overview for referrers, when it takes new clients.
    pub referrer_line: Option<String>,
}

/// `page` of `fragments/offer-card.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OfferCard<'a> {
    /// The offer.
    pub offer: &'a OfferView<'a>,
    /// One sentence about the product.
    pub summary: &'a str,
    /// Product code.
    pub code: &'a str,
    /// Questions it is contracted for.
    pub questions: Vec<QuestionLink<'a>>,
    /// «Perspectief en Intensief»
    pub intensities: Option<String>,
    /// First and, when known, last day of the contract.
    pub contract: String,
    /// Earlier figures of each wait.
    pub histories: Vec<&'a WaitHistory<'a>>,
    /// The way back to the top.
    pub root: &'static str,
}

/// `page` of `fragments/offer-row.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OfferRow<'a> {
    /// The offer.
    pub offer: &'a OfferView<'a>,
    /// What parents say.
    pub parents: &'a ScoreView<'a>,
    /// What young people say; absent when they were not asked, or nothing was supplied.
    pub youth: Option<&'a ScoreView<'a>>,
    /// The way back to the top.
    pub root: &'static str,
}

/// `page` of `fragments/wait-row.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WaitRow<'a> {
    /// Who, whether it takes new clients, and what is said when there are no waits.
    pub offer: &'a OfferView<'a>,
    /// Waits from sign-up to first talk.
    pub intake: Vec<MovingWait<'a>>,
    /// Waits until the start of care; each says from when.
    pub start: Vec<MovingWait<'a>>,
    /// The way back to the top.
    pub root: &'static str,
}

/// A wait, and how it moved since the figure before.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MovingWait<'a> {
    /// The wait.
    pub wait: &'a WaitView<'a>,
    /// «Langer dan op 1 oktober 2026.»
    pub trend: Option<String>,
}

impl PageView for OfferCard<'_> {
    const TEMPLATE: &'static str = "fragments/offer-card.html";
}

impl PageView for OfferRow<'_> {
    const TEMPLATE: &'static str = "fragments/offer-row.html";
}

impl PageView for WaitRow<'_> {
    const TEMPLATE: &'static str = "fragments/wait-row.html";
}

impl<'a> OfferTexts<'a> {
    /// An offer as it stands in one municipality; without one, as it stands in all that have no waits of their own.
    ///
    /// # Errors
    /// When a template asks for something its view does not have.
    pub fn new(
        region: Region<'a>,
        municipality: Option<MunicipalityId>,
        id: OfferId,
    ) -> Result<Self, RenderError> {
        let offer = region.dataset.offer(id);
        let waits: Vec<&WaitingTime> = region
            .dataset
            .waits(offer.provider, offer.product, municipality)
            .collect();
        let words = Words::new(region.theme.messages());
        let maker = Maker {
            region,
            words,
            offer,
            view: OfferView::new(words, region.dataset, region.texts, &waits, id),
            waits,
        };
        let panel = region.texts.scores(offer.provider);
        let referrer = ReferrerRow::new(words, region.dataset, offer, &maker.view);
        let is_open = maker.view.admission.admission == Admission::Open;
        let line = ReferrerLine { row: &referrer };
        Ok(Self {
            first_talks: first_talks(words, &maker.view),
            card: maker.card()?,
            row: maker.row(&panel.headline, &panel.headline_youth)?,
            question_rows: maker.question_rows()?,
            wait_row: maker.wait_row()?,
            referrer_row: region.fragment(&referrer)?,
            referrer_line: is_open.then(|| region.fragment(&line)).transpose()?,
            view: maker.view,
        })
    }

    /// Its row on the page of a question.
    ///
    /// # Panics
    /// When the offer is not for that question: then it is not on that page.
    #[must_use]
    pub fn question_row(&self, profile: ProfileId) -> &str {
        let row = self.question_rows.iter().find(|(id, _)| *id == profile);
        &row.expect("an offer is on the pages of its own questions only")
            .1
    }
}

/// What the texts of one offer are made from.
struct Maker<'a> {
    region: Region<'a>,
    words: Words<'a>,
    offer: &'a Offer,
    waits: Vec<&'a WaitingTime>,
    view: OfferView<'a>,
}

impl Maker<'_> {
    fn card(&self) -> Result<String, RenderError> {
        let dataset = self.region.dataset;
        let product = dataset.product(self.offer.product);
        let intensities: Vec<&str> = self
            .offer
            .intensities
            .iter()
            .map(|intensity| &*dataset.intensity(*intensity).name)
            .collect();
        self.region.fragment(&OfferCard {
            offer: &self.view,
            summary: &product.summary,
            code: product.code.as_str(),
            questions: self
                .offer
                .profiles
                .iter()
                .map(|profile| QuestionLink::new(self.region.edition, dataset.profile(*profile)))
                .collect(),
            intensities: (!intensities.is_empty()).then(|| self.words.list(&intensities)),
            contract: self.contract(),
            histories: self
                .waits
                .iter()
                .map(|wait| self.region.texts.history(wait))
                .filter(|history| history.figures.len() > 1)
                .collect(),
            root: TWO_DEEP,
        })
    }

    fn contract(&self) -> String {
        let from = self.words.date(self.offer.valid_from);
        match self.offer.valid_to {
            Some(to) => self.words.say(
                "contract-between",
                &[
                    ("from", MessageValue::Text(&from)),
                    ("to", MessageValue::Text(&self.words.date(to))),
                ],
            ),
            None => self.words.with_text("contract-from", "from", &from),
        }
    }

    fn row(&self, parents: &ScoreView<'_>, youth: &ScoreView<'_>) -> Result<String, RenderError> {
        self.region.fragment(&OfferRow {
            offer: &self.view,
            parents,
            youth: youth.is_measured().then_some(youth),
            root: TWO_DEEP,
        })
    }

    fn question_rows(&self) -> Result<Vec<(ProfileId, String)>, RenderError> {
        self.region
            .dataset
            .profiles_of(self.offer)
            .iter()
            .map(|profile| {
                let score = |measure| {
                    ScoreView::for_profile(
                        self.words,
                        self.region.scores,
                        self.offer.provider,
                        *profile,
                        measure,
                    )
                };
                let row = self.row(
                    &score(Measure::ExperienceParents),
                    &score(Measure::ExperienceYouth),
                )?;
                Ok((*profile, row))
            })
            .collect()
    }

    fn wait_row(&self) -> Result<String, RenderError> {
        let moving = |shown: &[&WaitView<'_>]| -> Vec<Option<String>> {
            shown.iter().map(|wait| self.trend_of(wait)).collect()
        };
        let (intake, start) = (moving(&self.view.intake), moving(&self.view.start));
        self.region.fragment(&WaitRow {
            offer: &self.view,
            intake: joined(&self.view.intake, intake),
            start: joined(&self.view.start, start),
            root: TWO_DEEP,
        })
    }

    /// How a shown wait moved; nothing when there is no earlier figure or the two cannot be compared.
    fn trend_of(&self, view: &WaitView<'_>) -> Option<String> {
        if view.state == WaitState::TooOld {
            return None;
        }
        let wait = self
            .waits
            .iter()
            .find(|wait| std::ptr::eq(self.region.texts.wait(wait), view))?;
        let key = match trend(wait)? {
            Trend::Longer => "trend-longer",
            Trend::Shorter => "trend-shorter",
            Trend::Same => "trend-same",
            Trend::Stopped => "trend-stopped",
            Trend::Reopened => "trend-reopened",
            Trend::Unclear => return None,
        };
        let before = self.words.date(wait.figures.get(1)?.reference_date);
        Some(self.words.with_text(key, "date", &before))
    }
}

fn joined<'b>(waits: &'b [&'b WaitView<'b>], trends: Vec<Option<String>>) -> Vec<MovingWait<'b>> {
    waits
        .iter()
        .zip(trends)
        .map(|(wait, trend)| MovingWait { wait, trend })
        .collect()
}
