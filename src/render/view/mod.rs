//! One page = one typed view: a struct with everything its template may say. A template gets no facts, only words.
//!
//! [`SiteContext`] makes them. Around every page stands a [`Frame`]; waits, scores and offers look the same on all pages
//! because their views are shared. To add a page see [`PageView`].

mod admission;
mod contact;
mod context;
mod frame;
mod history;
mod home;
mod json_ld;
mod languages;
mod offer;
mod page_view;
mod product;
mod products;
mod provider;
mod provider_card;
mod providers;
mod questions;
mod required;
mod score;
mod site_view;
mod texts;
mod wait;
mod words;

pub use admission::{AdmissionView, admission_of, any_admission};
pub use contact::{ContactView, PhoneView, WebsiteView};
pub use context::SiteContext;
pub use frame::{Crumb, Frame, Head, Section};
pub use history::{FigureView, WaitHistory};
pub use home::{GroupLink, HomePage, QuestionLink};
pub use json_ld::{JsonLd, ListItem, Organization, Place, PostalAddress};
pub use languages::languages_text;
pub use offer::{OfferRow, OfferView, ages_text, places_text};
pub use page_view::PageView;
pub use product::{ProductPage, level_key};
pub use products::{GroupView, ProductCard, ProductsPage};
pub use provider::{Codes, ProviderOffer, ProviderPage, ReplyView};
pub use provider_card::ProviderCard;
pub use providers::{LetterView, PlaceLink, PlacePage, ProviderAtPlace, ProvidersPage};
pub use questions::{FittingProduct, QuestionCard, QuestionPage, QuestionsPage};
pub use required::REQUIRED_MESSAGES;
pub use score::{MeasureView, ScorePanel, ScoreView, VerdictView, explanation_key, measure_key};
pub use site_view::SiteView;
pub use texts::RegionTexts;
pub use wait::{WaitState, WaitView, kind_key, length_text, reading_text};
pub use words::{Words, capitalised};

use crate::render::theme::ViewSchema;

use page_view::schema_of;

/// What every template may use: its own view, and [`site_schema`].
#[must_use]
pub fn schemas() -> Vec<ViewSchema> {
    vec![
        schema_of::<HomePage<'_>>(),
        schema_of::<QuestionsPage<'_>>(),
        schema_of::<QuestionPage<'_>>(),
        schema_of::<ProductsPage<'_>>(),
        schema_of::<ProductPage<'_>>(),
        schema_of::<ProvidersPage<'_>>(),
        schema_of::<ProviderPage<'_>>(),
        schema_of::<PlacePage<'_>>(),
    ]
}

/// What `site` holds, in every template.
#[must_use]
pub fn site_schema() -> schemars::Schema {
    schemars::schema_for!(SiteView<'_>)
}
