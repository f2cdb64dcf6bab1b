//! One page = one typed view: a struct with everything its template may say. A template gets no facts, only words.
//!
//! [`SiteContext`] makes them. Around every page stands a [`Frame`]; waits, scores and offers look the same on all pages
//! because their views are shared. To add a page see [`PageView`].

mod accessibility;
mod admission;
mod admission_counts;
mod alternate;
mod change_words;
mod changes;
mod compare;
mod contact;
mod context;
mod file_size;
mod first_talk;
mod fragments;
mod frame;
mod front_door;
mod history;
mod home;
mod json_ld;
mod languages;
mod local_help;
mod location_map;
mod locations;
mod map_labels;
mod measure;
mod measure_words;
mod narrow_box;
mod norm_lines;
mod not_found;
mod not_listed;
mod offer;
mod offer_texts;
mod on_demand;
mod open_data;
mod openness;
mod outcomes;
mod page_view;
mod product;
mod product_waits;
mod product_words;
mod products;
mod provider;
mod provider_line;
mod providers;
mod question_topics;
mod questions;
mod referrer_overview;
mod referrer_row;
mod referrer_table;
mod referrers;
mod required;
mod score;
mod score_panel;
mod search;
mod search_box;
mod shortlist;
mod site_view;
mod text;
mod texts;
mod towns;
mod travel;
mod trend_chart;
mod wait;
mod wait_range;
mod wait_words;
mod waits;
mod ways;
mod words;

pub use accessibility::{AccessibilityPage, AuditView, FeedbackView, OmbudsmanView, PointView};
pub use admission::{AdmissionView, any_admission};
pub use admission_counts::{AdmissionCounts, StateCount};
pub use alternate::Alternate;
pub use changes::{ChangeView, ChangesPage, DayView, ListedChange, ListedChanges};
pub use compare::ComparePage;
pub use contact::{ContactView, PhoneView, WebsiteView};
pub use context::SiteContext;
pub use fragments::{Fragments, OutcomeRow, Region, ScorePanelFragment};
pub use frame::{Crumb, Frame, Head, Section};
pub use front_door::{
    FrontDoorPage, MunicipalityLink, PostcodeRange, front_door, front_door_not_found,
};
pub use history::{FigureView, WaitHistory};
pub use home::{GroupLink, HomePage, QuestionLink};
pub use json_ld::{JsonLd, ListItem, Organization, Place, PostalAddress};
pub use languages::languages_text;
pub use local_help::{LocalHelpPage, PurposeContact, ServiceView};
pub use location_map::{LocationMap, Pin, TownMark};
pub use locations::{LocationView, LocationsFragment};
pub use measure::{MeasureLink, MeasurePage, MeasureRow, TieView};
pub use measure_words::{explanation_key, measure_key};
pub use narrow_box::NarrowBox;
pub use norm_lines::NormLine;
pub use not_found::{NotFoundPage, root_of_not_found};
pub use not_listed::{NotListedPage, NotListedProvider};
pub use offer::{OfferView, ages_text, places_text};
pub use offer_texts::{MovingWait, OfferCard, OfferRow, OfferTexts, WaitRow};
pub use open_data::{OpenDataPage, TableView};
pub use outcomes::{MeasureCard, OutcomesPage, VerdictMeaning};
pub use page_view::PageView;
pub use product::{ProductPage, level_key};
pub use product_waits::ProductWaitsPage;
pub use products::{GroupView, ProductCard, ProductName, ProductsPage};
pub use provider::{Codes, ProviderPage, ReplyView};
pub use provider_line::ProviderLine;
pub use providers::{LetterLink, LetterView, PlaceLink, PlacePage, ProviderAtPlace, ProvidersPage};
pub use question_topics::{AgeLink, TopicLinks};
pub use questions::{
    AgePage, FittingProduct, QuestionCard, QuestionPage, QuestionTopic, QuestionsPage,
};
pub use referrer_overview::{OverviewProduct, ReferrerOverviewPage};
pub use referrer_row::{LastDay, ReferrerLine, ReferrerRow, WaitCell};
pub use referrer_table::{ProductFacts, ProfileFacts, ReferrerTablePage, RowProduct, TableRow};
pub use referrers::{OfferCounts, ReferrerGroup, ReferrerProduct, ReferrerProfile, ReferrersPage};
pub use required::REQUIRED_MESSAGES;
pub use score::{BarView, ScoreView, ShownScore, VerdictView};
pub use score_panel::{MeasureGroup, MeasureView, ProfileScore, ScorePanel};
pub use search::SearchPage;
pub use search_box::{ScriptWord, SearchBox};
pub use shortlist::ShortlistPage;
pub use site_view::SiteView;
pub use text::TextView;
pub use texts::RegionTexts;
pub use travel::TravelView;
pub use trend_chart::TrendChart;
pub use wait::{WaitOrigin, WaitState, WaitView};
pub use wait_range::{RangeLine, WaitFact, WaitRanges};
pub use wait_words::{kind_key, length_text, reading_text};
pub use waits::{KnownWaits, ProductWaits, WaitGroup, WaitsPage};
pub use ways::{GroupLinks, ProductLink, WaysView};
pub use words::{Words, capitalised};

use crate::render::theme::ViewSchema;

use page_view::schema_of;

/// What every template may use: its own view, and [`site_schema`].
#[must_use]
pub fn schemas() -> Vec<ViewSchema> {
    vec![
        schema_of::<HomePage<'_>>(),
        schema_of::<QuestionsPage<'_>>(),
        schema_of::<AgePage<'_>>(),
        schema_of::<QuestionPage<'_>>(),
        schema_of::<ProductsPage<'_>>(),
        schema_of::<ProductPage<'_>>(),
        schema_of::<ProvidersPage<'_>>(),
        schema_of::<ProviderPage<'_>>(),
        schema_of::<PlacePage<'_>>(),
        schema_of::<SearchPage<'_>>(),
        schema_of::<WaitsPage<'_>>(),
        schema_of::<ProductWaitsPage<'_>>(),
        schema_of::<OutcomesPage<'_>>(),
        schema_of::<MeasurePage<'_>>(),
        schema_of::<ComparePage<'_>>(),
        schema_of::<ShortlistPage<'_>>(),
        schema_of::<ReferrersPage<'_>>(),
        schema_of::<ReferrerTablePage<'_>>(),
        schema_of::<ReferrerOverviewPage<'_>>(),
        schema_of::<LocalHelpPage<'_>>(),
        schema_of::<TextView<'_>>(),
        schema_of::<AccessibilityPage<'_>>(),
        schema_of::<NotListedPage<'_>>(),
        schema_of::<ChangesPage<'_>>(),
        schema_of::<OpenDataPage<'_>>(),
        schema_of::<NotFoundPage<'_>>(),
        schema_of::<FrontDoorPage<'_>>(),
        schema_of::<ScorePanelFragment<'_>>(),
        schema_of::<LocationsFragment<'_>>(),
        schema_of::<OutcomeRow<'_>>(),
        schema_of::<OfferCard<'_>>(),
        schema_of::<OfferRow<'_>>(),
        schema_of::<WaitRow<'_>>(),
        schema_of::<ReferrerRow<'_>>(),
        schema_of::<ReferrerLine<'_>>(),
    ]
}

/// What `site` holds, in every template.
#[must_use]
pub fn site_schema() -> schemars::Schema {
    schemars::schema_for!(SiteView<'_>)
}

#[cfg(test)]
mod tests;
