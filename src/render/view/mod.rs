//! One page = one typed view: a struct with everything its template may say. A template gets no facts, only words.
//!
//! [`SiteContext`] makes them. Around every page stands a [`Frame`]; waits, scores and offers look the same on all pages
//! because their views are shared. To add a page see [`PageView`].

mod admission;
mod contact;
mod context;
mod frame;
mod home;
mod json_ld;
mod offer;
mod page_view;
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
pub use home::HomePage;
pub use json_ld::{JsonLd, ListItem, Organization, Place, PostalAddress};
pub use offer::{OfferView, ages_text, places_text};
pub use page_view::PageView;
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
    vec![schema_of::<HomePage<'_>>()]
}

/// What `site` holds, in every template.
#[must_use]
pub fn site_schema() -> schemars::Schema {
    schemars::schema_for!(SiteView<'_>)
}
