//! Families of measures: those that ask the same respondents.

use super::counts::Counts;
use crate::model::Measure;

/// The most measures a family has.
pub(super) const FAMILY_SIZE: usize = 4;

/// Measures of one family share their respondents, so what one of them shows can give away what another hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    /// What young people say.
    ExperienceYouth,
    /// What parents say.
    ExperienceParents,
    /// Both kinds of dropout (uitval).
    Dropout,
    /// All four themes of goals (doelrealisatie).
    Goals,
}

impl Family {
    /// The family of a measure.
    pub(super) fn of(measure: Measure) -> Self {
        match measure {
            Measure::ExperienceYouth => Self::ExperienceYouth,
            Measure::ExperienceParents => Self::ExperienceParents,
            Measure::DropoutEndedEarly | Measure::DropoutNoShow => Self::Dropout,
            Measure::GoalEducation
            | Measure::GoalFamilyBalance
            | Measure::GoalFewerProblems
            | Measure::GoalParticipation => Self::Goals,
        }
    }

    /// Its measures, at most [`FAMILY_SIZE`].
    pub(super) fn measures(self) -> &'static [Measure] {
        match self {
            Self::ExperienceYouth => &[Measure::ExperienceYouth],
            Self::ExperienceParents => &[Measure::ExperienceParents],
            Self::Dropout => &[Measure::DropoutEndedEarly, Measure::DropoutNoShow],
            Self::Goals => &[
                Measure::GoalEducation,
                Measure::GoalFamilyBalance,
                Measure::GoalFewerProblems,
                Measure::GoalParticipation,
            ],
        }
    }

    /// Whether nobody succeeds in two of its measures, so that their sum is known as well.
    pub(super) fn is_split(self) -> bool {
        self == Self::Dropout
    }

    /// Whether the successes of its measures, which are of the same people and never of one person twice, come to everybody:
    /// of two kinds of dropout, that nobody stayed.
    pub(super) fn is_everybody(self, by_measure: &[Option<Counts>]) -> bool {
        if !self.is_split() {
            return false;
        }
        let known: Vec<Counts> = by_measure.iter().copied().flatten().collect();
        let respondents = known.iter().map(|counts| counts.respondents).min();
        let successes = known
            .iter()
            .map(|counts| u64::from(counts.successes))
            .sum::<u64>();
        respondents
            .is_some_and(|respondents| known.len() > 1 && successes >= u64::from(respondents))
    }

    /// Every family.
    pub(super) const ALL: [Self; 4] = [
        Self::ExperienceYouth,
        Self::ExperienceParents,
        Self::Dropout,
        Self::Goals,
    ];

    /// Its Dutch word in files.
    pub(super) fn slug(self) -> &'static str {
        match self {
            Self::ExperienceYouth => "ervaring-jeugdigen",
            Self::ExperienceParents => "ervaring-ouders",
            Self::Dropout => "uitval",
            Self::Goals => "doelen",
        }
    }

    /// The family with a word.
    pub(super) fn with_slug(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.slug() == word)
    }

    /// The place of a measure in its family.
    pub(super) fn slot(measure: Measure) -> usize {
        Self::of(measure)
            .measures()
            .iter()
            .position(|other| *other == measure)
            .expect("a measure is in its own family")
    }
}

#[cfg(test)]
mod tests {
    use super::{FAMILY_SIZE, Family};
    use crate::model::Measure;

    #[test]
    fn every_measure_is_in_the_family_it_names() {
        for measure in Measure::ALL {
            let measures = Family::of(measure).measures();
            assert_eq!(measures[Family::slot(measure)], measure);
            assert!(measures.len() <= FAMILY_SIZE);
            assert!(
                measures
                    .iter()
                    .all(|other| Family::of(*other) == Family::of(measure))
            );
        }
    }
}
