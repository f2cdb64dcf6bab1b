//! The facts as types: one immutable [`Dataset`] with its look-ups. [`validate()`](validate::validate) turns material into it.

mod accessibility;
mod admission;
mod code;
mod content_schema;
mod data_license;
mod dataset;
mod house_style;
mod ids;
mod municipality;
mod offer;
mod outcome;
mod product;
mod provider;
mod readability;
mod shades;
mod site;
mod sole_trader;
mod text_page;
mod translation;
pub mod validate;
mod vocabulary;
mod waiting_time;
mod wcag_criterion;

pub use accessibility::{
    AccessibilityStatement, Audit, AuditKind, ComplianceStatus, FeedbackContact, Ombudsman, Point,
    PointCause, PointWords, ScopeWords, Worded,
};
pub use code::{
    AgbCode, CbsCode, Colour, KvkNumber, LanguageTag, MailAddress, Pc4, PhoneNumber, Postcode,
    ProductCode, Slug, WebAddress,
};
pub use content_schema::ContentSchema;
pub use data_license::{DataLicense, KnownLicense};
pub use dataset::Dataset;
#[cfg(test)]
pub(crate) use dataset::Lookups;
pub use house_style::{HouseStyle, Letters, Logo, Picture, TakenTokens, Token, Wish};
pub use ids::{
    GroupId, IntensityId, LocationId, MunicipalityId, OfferId, ProductId, ProfileId, ProviderId,
};
pub use municipality::{Contact, Contacts, LocalService, Municipality, PostcodeArea, Purpose};
pub use offer::{Admission, AgeRange, Offer};
pub use outcome::{Measure, Outcome, Outcomes, Period, Supplied};
pub use product::{AgeQuestions, Intensity, Product, ProductGroup, Profile, Segment};
pub use provider::{Coordinates, Location, Provider, PurchasingLevel, Reply};
pub use readability::Readability;
pub use shades::{Scheme, Shades};
pub use site::{DataSource, FreshnessLimits, Norm, Security, Site, Thresholds};
pub use sole_trader::{PersonalDetail, SoleTrader};
pub use text_page::{InsideLink, Statement, Statements, TextPage, TranslatedPage};
pub use translation::{GroupWords, ProductWords, ProfileWords, Translations};
pub use vocabulary::{Goals, Vocabulary, VocabularyEntry};
pub use waiting_time::{
    Freshness, WaitBasis, WaitFigure, WaitKind, WaitLength, WaitMeasure, WaitReading,
    WaitStatistic, WaitUnit, WaitingTime,
};
pub use wcag_criterion::WcagCriterion;
