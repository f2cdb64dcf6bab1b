//! Outcomes as they were supplied: raw counts. They go to `stats` and nowhere else.

use jiff::civil::Date;

use super::ids::{IntensityId, ProfileId, ProviderId};

/// What an outcome measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Share of young people who call the help sufficient or good (gezinservaring, jeugdigen).
    ExperienceYouth,
    /// Share of parents who call the help sufficient or good (gezinservaring, ouders).
    ExperienceParents,
    /// Share whose help ended early (uitval, vroegtijdig beëindigd). Low is good.
    DropoutEndedEarly,
    /// Share who stopped coming (uitval, niet meer komen opdagen). Low is good.
    DropoutNoShow,
    /// Goals reached: taking part in education (deelname onderwijs).
    GoalEducation,
    /// Goals reached: balance in the family (herstel gezinsbalans).
    GoalFamilyBalance,
    /// Goals reached: fewer problems (vermindering problematiek).
    GoalFewerProblems,
    /// Goals reached: taking part in society (toename participatie).
    GoalParticipation,
}

impl Measure {
    /// Every measure, in the order of the pages.
    pub const ALL: [Self; 8] = [
        Self::ExperienceYouth,
        Self::ExperienceParents,
        Self::DropoutEndedEarly,
        Self::DropoutNoShow,
        Self::GoalEducation,
        Self::GoalFamilyBalance,
        Self::GoalFewerProblems,
        Self::GoalParticipation,
    ];

    /// Its code word in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ExperienceYouth => "experience-youth",
            Self::ExperienceParents => "experience-parents",
            Self::DropoutEndedEarly => "dropout-ended-early",
            Self::DropoutNoShow => "dropout-no-show",
            Self::GoalEducation => "goal-education",
            Self::GoalFamilyBalance => "goal-family-balance",
            Self::GoalFewerProblems => "goal-fewer-problems",
            Self::GoalParticipation => "goal-participation",
        }
    }

    /// Its Dutch word: in the address of its page, and in open data.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::ExperienceYouth => "ervaring-jeugdigen",
            Self::ExperienceParents => "ervaring-ouders",
            Self::DropoutEndedEarly => "uitval-vroegtijdig-beeindigd",
            Self::DropoutNoShow => "uitval-niet-meer-gekomen",
            Self::GoalEducation => "doel-onderwijs",
            Self::GoalFamilyBalance => "doel-gezinsbalans",
            Self::GoalFewerProblems => "doel-minder-problemen",
            Self::GoalParticipation => "doel-meedoen",
        }
    }

    /// Whether a high share is good; it is not for dropout.
    #[must_use]
    pub fn is_high_good(self) -> bool {
        match self {
            Self::DropoutEndedEarly | Self::DropoutNoShow => false,
            Self::ExperienceYouth
            | Self::ExperienceParents
            | Self::GoalEducation
            | Self::GoalFamilyBalance
            | Self::GoalFewerProblems
            | Self::GoalParticipation => true,
        }
    }
}

/// First and last day of a measuring period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// What was supplied for one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supplied {
    /// Counts; `successes` is at most `respondents`.
    Counts {
        /// How many answered, or how many clients there were.
        respondents: u32,
        /// How many of them succeeded; for dropout: dropped out.
        successes: u32,
    },
    /// The source itself withheld the numbers because there were too few.
    TooFew,
    /// Not measured.
    NotMeasured,
    /// Not supplied.
    NotSupplied,
    /// Withdrawn.
    Withdrawn,
}

/// One supplied cell: provider × profile × intensity × measure, over one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whose.
    pub provider: ProviderId,
    /// For whom.
    pub profile: ProfileId,
    /// In which intensity.
    pub intensity: IntensityId,
    /// What was measured.
    pub measure: Measure,
    /// Over which period.
    pub period: Period,
    /// What was supplied.
    pub supplied: Supplied,
    /// With which questionnaire.
    pub instrument: Option<Box<str>>,
    /// Who measured.
    pub source: Box<str>,
}

/// All supplied outcomes. Kept apart from the dataset so that `plan`, `render` and `search` cannot see a raw count.
#[derive(Clone, Debug, Default)]
pub struct Outcomes {
    pub(crate) rows: Vec<Outcome>,
}
