//! Waiting times (wachttijden): a number of weeks means nothing without its kind, its date and its source.

use jiff::civil::Date;

use super::ids::{LocationId, MunicipalityId, ProductId, ProviderId};
use super::offer::Admission;

/// What one waiting time counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaitKind {
    /// Sign-up to first talk (aanmeldwachttijd). Says nothing about when help starts.
    Intake,
    /// First talk to start of care (behandelwachttijd).
    Treatment,
    /// Sign-up to start of care, as stated by the source; never a sum made here.
    Total,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaitBasis {
    /// What the provider expects.
    Expected,
    /// What clients met.
    Experienced,
}

/// Which statistic of the waits the figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaitStatistic {
    /// Arithmetic mean.
    Mean,
    /// Median.
    Median,
    /// 90th percentile.
    P90,
    /// The next free place.
    NextFreePlace,
    /// The longest wait.
    Longest,
    /// The source does not say.
    Unspecified,
}

/// Unit of a length of waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WaitUnit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
}

/// A length of waiting, in tenths of its unit. Zero is a real value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WaitLength {
    /// Tenths of the unit.
    pub tenths: u32,
    /// The unit.
    pub unit: WaitUnit,
}

impl WaitLength {
    /// Length in tenths of a day, for ordering and drawing: a week has 7 days, a month 365.25 / 12.
    #[must_use]
    pub fn tenths_of_days(self) -> u64 {
        let tenths = u64::from(self.tenths);
        match self.unit {
            WaitUnit::Days => tenths,
            WaitUnit::Weeks => tenths * 7,
            WaitUnit::Months => tenths * 36_525 / 1_200,
        }
    }
}

/// What was said on one reference date. Absent is not zero: each way of not being a number has its own variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaitReading {
    /// A length, with the words of the source when there were any («4-6 weken»).
    Length {
        /// The length.
        length: WaitLength,
        /// What was said, when it was more than a number.
        text: Option<Box<str>>,
    },
    /// Words that are not a number: «in overleg», «> 6 mnd».
    Text(Box<str>),
    /// Takes no new clients (aanmeldstop): a state, not a long wait.
    Stop,
    /// The source says that it is not known.
    Unknown,
}

/// One reading with its date and source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitFigure {
    /// What was said.
    pub reading: WaitReading,
    /// The day it held (peildatum).
    pub reference_date: Date,
    /// The day it was fetched.
    pub fetched_on: Option<Date>,
    /// Who says so, in words for visitors.
    pub source: Box<str>,
}

/// How old a figure is, against the region's limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Within the first limit.
    Current,
    /// Older than the first limit: shown, marked as old.
    Old,
    /// Older than the second limit: not shown, with the reason.
    Hidden,
}

/// What the figures of a wait are about. Waits that differ here are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WaitMeasure {
    /// What it counts.
    pub kind: WaitKind,
    /// Who says so.
    pub basis: WaitBasis,
    /// Which statistic.
    pub statistic: WaitStatistic,
}

/// One waiting time with its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingTime {
    /// Whose.
    pub provider: ProviderId,
    /// For what.
    pub product: ProductId,
    /// Where it holds, when not everywhere.
    pub location: Option<LocationId>,
    /// For which municipality it holds, when not for all.
    pub municipality: Option<MunicipalityId>,
    /// What it counts. `None`: the source says `stop` or `unknown` of the offer as a whole.
    pub measure: Option<WaitMeasure>,
    /// The figures, newest first, never empty; no two of the same reference date.
    pub figures: Vec<WaitFigure>,
}

impl WaitingTime {
    /// The newest figure.
    ///
    /// # Panics
    /// Never: a wait is made of at least one figure.
    #[must_use]
    pub fn newest(&self) -> &WaitFigure {
        self.figures
            .first()
            .expect("a wait is made of at least one figure")
    }

    /// What the newest figure says about taking new clients.
    #[must_use]
    pub fn admission(&self) -> Admission {
        match self.newest().reading {
            WaitReading::Length { .. } | WaitReading::Text(_) => Admission::Open,
            WaitReading::Stop => Admission::Stop,
            WaitReading::Unknown => Admission::Unknown,
        }
    }
}
