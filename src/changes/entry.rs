//! One change, as data: when it was first seen, whose it is, and what was before and after.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::forms::{AdmissionForm, Measured, Said, day, day_if_any};
use super::state::{Hidden, Shown, WaitSubject};
use crate::model::{Admission, Slug};

/// One change of what is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The day of the publication that was the first to say it; for one of the records' own, the day it happened.
    #[serde(rename = "dag", with = "day")]
    pub day: Date,
    /// How it came to be known.
    #[serde(rename = "uit")]
    pub origin: Origin,
    /// Whose.
    #[serde(rename = "aanbieder")]
    pub provider: Named,
    /// Of what, when it is not about the provider as a whole.
    #[serde(rename = "product", default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Named>,
    /// What.
    #[serde(rename = "wat")]
    pub what: What,
}

/// How a change came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// From the dates that the records hold themselves: what a site starts with.
    #[serde(rename = "gegevens")]
    Records,
    /// From two publications that say something else.
    #[serde(rename = "vergelijking")]
    Comparison,
}

/// A thing by the name it keeps, and what visitors called it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The name it keeps.
    #[serde(rename = "id")]
    pub slug: Slug,
    /// What visitors called it, in the language of the content.
    #[serde(rename = "naam")]
    pub name: Box<str>,
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// A provider was not listed before.
    #[serde(rename = "nieuwe-aanbieder")]
    ProviderNew {
        /// What it is contracted for.
        #[serde(rename = "producten")]
        products: Vec<Named>,
    },
    /// A provider is not listed any more.
    #[serde(rename = "aanbieder-weg")]
    ProviderGone {
        /// What it was contracted for.
        #[serde(rename = "producten")]
        products: Vec<Named>,
    },
    /// A contract began.
    #[serde(rename = "contract-begonnen")]
    ContractStarted {
        /// Its first day.
        #[serde(rename = "van", with = "day")]
        since: Date,
    },
    /// A contract ended.
    #[serde(rename = "contract-gestopt")]
    ContractEnded {
        /// Its last day, when that was known.
        #[serde(
            rename = "tot_en_met",
            with = "day_if_any",
            default,
            skip_serializing_if = "Option::is_none"
        )]
        last: Option<Date>,
    },
    /// Taking new clients, or how long that takes, changed.
    #[serde(rename = "wachttijd")]
    Waiting {
        /// A stop that began or ended.
        #[serde(rename = "aanname", default, skip_serializing_if = "Option::is_none")]
        admission: Option<AdmissionMove>,
        /// The waits that moved, the latest figure first.
        #[serde(rename = "wachttijden", default, skip_serializing_if = "Vec::is_empty")]
        waits: Vec<WaitMove>,
    },
    /// Scores over all help of a provider changed.
    #[serde(rename = "uitkomsten")]
    Scores(Vec<ScoreMove>),
}

/// A stop that began or ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdmissionMove {
    /// Before.
    #[serde(rename = "voor", with = "AdmissionForm")]
    pub before: Admission,
    /// After.
    #[serde(rename = "na", with = "AdmissionForm")]
    pub after: Admission,
}

/// A wait that says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitMove {
    /// What it is about.
    #[serde(rename = "over")]
    pub subject: WaitSubject,
    /// What visitors called its location.
    #[serde(rename = "plek", default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Box<str>>,
    /// What was said before; absent when nothing was.
    #[serde(rename = "voor", default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Said>,
    /// What is said now; absent when nothing is.
    #[serde(rename = "na", default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Said>,
    /// The day for which it is said.
    #[serde(
        rename = "peildatum",
        with = "day_if_any",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub reference_date: Option<Date>,
}

/// A score of which something else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreMove {
    /// What was measured.
    #[serde(rename = "maat")]
    pub measure: Measured,
    /// What is said now.
    #[serde(rename = "wat")]
    pub turn: ScoreTurn,
}

/// How a score changed. Of one that is not shown any more nothing is told but why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScoreTurn {
    /// It was not shown, and is now.
    #[serde(rename = "nieuw")]
    New(Shown),
    /// It is about another period.
    #[serde(rename = "periode")]
    Period {
        /// Before.
        #[serde(rename = "voor")]
        before: Shown,
        /// After.
        #[serde(rename = "na")]
        after: Shown,
    },
    /// It compares otherwise with the average, over the same period.
    #[serde(rename = "oordeel")]
    Verdict {
        /// Before.
        #[serde(rename = "voor")]
        before: Shown,
        /// After.
        #[serde(rename = "na")]
        after: Shown,
    },
    /// It is not shown any more.
    #[serde(rename = "niet-meer-getoond")]
    Gone(Hidden),
}

impl Entry {
    /// A name that stays the same in every build and that no other change of this municipality has: its place on the page,
    /// and what its id in the feed is made of. A slug holds no two hyphens together.
    #[must_use]
    pub fn anchor(&self) -> String {
        let word = self.what.word();
        let (provider, day) = (&self.provider.slug, self.day);
        match &self.product {
            Some(product) => format!("{word}-{provider}--{}-{day}", product.slug),
            None => format!("{word}-{provider}-{day}"),
        }
    }
}

impl What {
    /// The first word of an anchor.
    fn word(&self) -> &'static str {
        match self {
            Self::ProviderNew { .. } => "nieuw",
            Self::ProviderGone { .. } => "weg",
            Self::ContractStarted { .. } => "gestart",
            Self::ContractEnded { .. } => "gestopt",
            Self::Waiting { .. } => "wacht",
            Self::Scores(_) => "uitkomst",
        }
    }

    /// Of one provider and day, what comes first is listed first.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::ProviderNew { .. } => 0,
            Self::ProviderGone { .. } => 1,
            Self::ContractStarted { .. } => 2,
            Self::ContractEnded { .. } => 3,
            Self::Waiting { .. } => 4,
            Self::Scores(_) => 5,
        }
    }
}
