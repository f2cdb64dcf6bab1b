//! The ages by which a visitor can look at the questions.

use crate::model::AgeRange;

/// The age of a child, as wide as a visitor thinks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgeGroup {
    /// Before school: 0 to 3.
    Small,
    /// Primary school: 4 to 11.
    Child,
    /// Secondary school: 12 to 17.
    Teenager,
    /// 18 and older.
    Adult,
}

impl AgeGroup {
    /// All of them, the youngest first.
    pub const ALL: [Self; 4] = [Self::Small, Self::Child, Self::Teenager, Self::Adult];

    /// Its folder below `vraag/leeftijd/`.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Small => "0-3",
            Self::Child => "4-11",
            Self::Teenager => "12-17",
            Self::Adult => "18-plus",
        }
    }

    /// Its ages.
    #[must_use]
    pub fn ages(self) -> AgeRange {
        let (from, to) = match self {
            Self::Small => (0, Some(3)),
            Self::Child => (4, Some(11)),
            Self::Teenager => (12, Some(17)),
            Self::Adult => (18, None),
        };
        AgeRange {
            from: Some(from),
            to,
        }
    }

    /// Whether these are young people who may ask for help themselves (from 12: Jeugdwet, art. 7.3.4 and 7.3.5).
    #[must_use]
    pub fn may_ask_themselves(self) -> bool {
        match self {
            Self::Small | Self::Child => false,
            Self::Teenager | Self::Adult => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_age_is_in_exactly_one_group() {
        for age in 0..=27 {
            let range = AgeRange {
                from: Some(age),
                to: Some(age),
            };
            let groups = AgeGroup::ALL
                .into_iter()
                .filter(|group| group.ages().meets(range));
            assert_eq!(groups.count(), 1, "{age}");
        }
    }
}
