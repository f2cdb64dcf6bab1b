//! Care products (vormen van hulp), their groups, support profiles and intensities.

use super::code::{ProductCode, Slug};
use super::ids::{GroupId, ProfileId};
use super::offer::AgeRange;
use super::provider::PurchasingLevel;
use super::translation::{GroupWords, ProductWords, ProfileWords, Translations};

/// Segment of the market (segment).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// The local team.
    A,
    /// Single specialist care.
    B,
    /// Highly complex care.
    C,
}

/// A heading over products (productgroep).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductGroup {
    /// Its name in files.
    pub slug: Slug,
    /// Its name for visitors.
    pub name: Box<str>,
    /// A sentence about it.
    pub summary: Option<Box<str>>,
    /// Its words in other languages.
    pub translations: Translations<GroupWords>,
}

/// A kind of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// Its name in files and addresses.
    pub slug: Slug,
    /// iJw product code.
    pub code: ProductCode,
    /// Its name in the product book.
    pub name: Box<str>,
    /// Its name for visitors.
    pub plain_name: Box<str>,
    /// Its group.
    pub group: GroupId,
    /// Purchasing level.
    pub level: PurchasingLevel,
    /// Segment.
    pub segment: Option<Segment>,
    /// Profiles it fits, in order.
    pub profiles: Vec<ProfileId>,
    /// One sentence in plain words.
    pub summary: Box<str>,
    /// What a first talk looks like.
    pub first_talk: Option<Box<str>>,
    /// What it is, in Markdown that was checked.
    pub description: Box<str>,
    /// Its words in other languages.
    pub translations: Translations<ProductWords>,
}

/// A cluster of needs (ondersteuningsprofiel), which visitors meet as a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Its name in files and addresses.
    pub slug: Slug,
    /// The region's number.
    pub number: u32,
    /// Its name for professionals.
    pub name: Box<str>,
    /// The main question, in visitors' words.
    pub question: Box<str>,
    /// More ways to say it.
    pub questions: Vec<Box<str>>,
    /// What it is about, in the region's own words: questions with the same topic stand together.
    pub topic: Option<Box<str>>,
    /// For which ages.
    pub ages: AgeRange,
    /// What visitors say about children of some ages only.
    pub by_age: Vec<AgeQuestions>,
    /// The need.
    pub need: Box<str>,
    /// The result aimed at.
    pub result: Box<str>,
    /// Description, in Markdown that was checked.
    pub description: Box<str>,
    /// Its words in other languages.
    pub translations: Translations<ProfileWords>,
}

/// What visitors say about children of some ages only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeQuestions {
    /// Which ages.
    pub ages: AgeRange,
    /// What they say.
    pub questions: Vec<Box<str>>,
}

/// An intensity (intensiteit).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intensity {
    /// Its name in files.
    pub slug: Slug,
    /// Its name for visitors.
    pub name: Box<str>,
    /// A sentence about it.
    pub summary: Box<str>,
    /// Whether outcomes are measured for it (acuut is not).
    pub is_measured: bool,
}
