//! Kinds of numbers in the files: each adapts to its own. The reader in the browser has the same list.

use super::super::field::Field;

/// What is raised whenever a reader of today could not read the files of tomorrow.
pub(super) const VERSION: usize = 2;

pub(super) const COUNT: usize = 1;
pub(super) const SAME_SLUG: usize = 2;
pub(super) const GROUP: usize = 3;
pub(super) const HAS_PHONE: usize = 4;
pub(super) const LANGUAGES: usize = 5;
pub(super) const LANGUAGE: usize = 6;
pub(super) const PLACE: usize = 7;
pub(super) const POINT: usize = 8;
pub(super) const LATITUDE: usize = 9;
pub(super) const LONGITUDE: usize = 10;
pub(super) const POSTCODE: usize = 11;
pub(super) const PRODUCT: usize = 12;
pub(super) const QUESTIONS: usize = 13;
pub(super) const QUESTION: usize = 14;
pub(super) const INTENSITIES: usize = 15;
pub(super) const INTENSITY: usize = 16;
pub(super) const AGES: usize = 17;
pub(super) const AGE: usize = 18;
pub(super) const ADMISSION: usize = 19;
pub(super) const LOCATIONS: usize = 20;
pub(super) const LOCATION: usize = 21;
pub(super) const WAITS: usize = 22;
pub(super) const MEASURES: usize = 23;
pub(super) const MEASURE: usize = 24;
pub(super) const WAIT_STATE: usize = 25;
pub(super) const UNIT: usize = 26;
pub(super) const TENTHS: usize = 27;
pub(super) const WAIT_TEXT: usize = 28;
pub(super) const DATES: usize = 29;
pub(super) const DATE: usize = 30;
pub(super) const IS_OLD: usize = 31;
pub(super) const WAIT_LOCATION: usize = 32;
pub(super) const WEIGHT: usize = 33;
pub(super) const TOKENS: usize = 34;
pub(super) const ROUNDED: usize = 35;
pub(super) const START: usize = 36;
pub(super) const MASK: usize = 37;
pub(super) const REST_OF_CORE: usize = 38;
pub(super) const IS_WHOLE: usize = 39;
/// One per field, as `DOCUMENTS`, `FREQUENCY` and sixteen times `GAP`.
pub(super) const NORM: usize = 40;
pub(super) const GOALS: usize = 45;
pub(super) const SAYINGS: usize = 46;
pub(super) const SAYINGS_WITH: usize = 47;
pub(super) const DOCUMENTS: usize = 48;
pub(super) const GOALS_AS_BEFORE: usize = 53;
pub(super) const SAID_ALONE: usize = 54;
pub(super) const CORE_OF_SHARED: usize = 55;
pub(super) const FREQUENCY: usize = 56;
pub(super) const SAME_NOTION: usize = 61;
pub(super) const GOAL: usize = 62;
pub(super) const GOAL_GAP: usize = 63;
pub(super) const GAP: usize = 64;
pub(super) const REST: usize = 160;
pub(super) const IS_ALONE: usize = 161;
/// Twice sixteen.
pub(super) const SAYING_GAP: usize = 168;

/// The kind of a gap in a list of so many sayings.
pub(super) fn saying_gap(sayings: usize, is_first: bool) -> usize {
    let kind = (sayings.ilog2() as usize).min(15);
    SAYING_GAP + kind + if is_first { 16 } else { 0 }
}

/// The kind of a gap in a list of so many documents.
pub(super) fn gap(field: Field, documents: usize) -> usize {
    GAP + field.index() * 16 + (documents.ilog2() as usize).min(15)
}

/// A whole number as a natural one: 0, -1, 1, -2, 2 …
pub(super) fn zigzag(number: i64) -> usize {
    usize::try_from(number << 1 ^ number >> 63).expect("it is never negative")
}
