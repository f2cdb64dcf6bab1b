//! Which words belong to which measure.

use crate::model::Measure;

/// Keys of the words of a measure, by what is asked of it.
#[must_use]
pub fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::ExperienceYouth => "measure-experience-youth",
        Measure::ExperienceParents => "measure-experience-parents",
        Measure::DropoutEndedEarly => "measure-dropout-ended-early",
        Measure::DropoutNoShow => "measure-dropout-no-show",
        Measure::GoalEducation => "measure-goal-education",
        Measure::GoalFamilyBalance => "measure-goal-family-balance",
        Measure::GoalFewerProblems => "measure-goal-fewer-problems",
        Measure::GoalParticipation => "measure-goal-participation",
    }
}

/// Key of what a measure counts.
#[must_use]
pub fn explanation_key(measure: Measure) -> &'static str {
    match measure {
        Measure::ExperienceYouth => "explain-experience-youth",
        Measure::ExperienceParents => "explain-experience-parents",
        Measure::DropoutEndedEarly => "explain-dropout-ended-early",
        Measure::DropoutNoShow => "explain-dropout-no-show",
        Measure::GoalEducation => "explain-goal-education",
        Measure::GoalFamilyBalance => "explain-goal-family-balance",
        Measure::GoalFewerProblems => "explain-goal-fewer-problems",
        Measure::GoalParticipation => "explain-goal-participation",
    }
}

/// Key of the sentence with its figure.
#[must_use]
pub(super) fn figure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::ExperienceYouth => "figure-experience-youth",
        Measure::ExperienceParents => "figure-experience-parents",
        Measure::DropoutEndedEarly => "figure-dropout-ended-early",
        Measure::DropoutNoShow => "figure-dropout-no-show",
        Measure::GoalEducation
        | Measure::GoalFamilyBalance
        | Measure::GoalFewerProblems
        | Measure::GoalParticipation => "figure-goal",
    }
}

/// Key of how many answered, and when.
#[must_use]
pub(super) fn answers_key(measure: Measure) -> &'static str {
    match measure {
        Measure::ExperienceYouth => "answers-youth",
        Measure::ExperienceParents => "answers-parents",
        Measure::DropoutEndedEarly | Measure::DropoutNoShow => "answers-clients",
        Measure::GoalEducation
        | Measure::GoalFamilyBalance
        | Measure::GoalFewerProblems
        | Measure::GoalParticipation => "answers-goals",
    }
}
