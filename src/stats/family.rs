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

    /// How many succeeded in none of its measures, where nobody succeeds in two and more than one is known: of both kinds
    /// of dropout, how many stayed. Of the fewest respondents, where they differ.
    pub(super) fn in_no_measure(self, by_measure: &[Option<Counts>]) -> Option<u32> {
        let known: Vec<Counts> = by_measure.iter().copied().flatten().collect();
        let respondents = known.iter().map(|counts| counts.respondents).min()?;
        let stayed = known.iter().fold(respondents, |stayed, counts| {
            stayed.saturating_sub(counts.successes)
        });
        (self.is_split() && known.len() > 1).then_some(stayed)
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
