//! How values of other rooms stand in `wijzigingen.json`. The words are those of the tables of open data, and part of the
//! published form: a word that changes breaks its readers.

use serde::{Deserialize, Serialize};

use crate::model::{
    Admission, Measure, WaitBasis, WaitKind, WaitLength, WaitMeasure, WaitReading, WaitStatistic,
    WaitUnit,
};
use crate::stats::Verdict;

/// A day as `2026-11-15`.
pub(super) mod day {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands a reference to the field, whatever it is"
    )]
    pub(in crate::changes) fn serialize<S: Serializer>(
        day: &Date,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub(in crate::changes) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Date, D::Error> {
        let text = Box::<str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// A day that may be absent.
pub(super) mod day_if_any {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands a reference to the field, whatever it is"
    )]
    pub(in crate::changes) fn serialize<S: Serializer>(
        day: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.collect_str(day),
            None => serializer.serialize_none(),
        }
    }

    pub(in crate::changes) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        let text = Option::<Box<str>>::deserialize(deserializer)?;
        text.map(|text| text.parse().map_err(D::Error::custom))
            .transpose()
    }
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Admission")]
pub(super) enum AdmissionForm {
    #[serde(rename = "open")]
    Open,
    #[serde(rename = "aanmeldstop")]
    Stop,
    #[serde(rename = "onbekend")]
    Unknown,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Verdict")]
pub(super) enum VerdictForm {
    #[serde(rename = "beter")]
    Better,
    #[serde(rename = "ongeveer-gelijk")]
    AboutTheSame,
    #[serde(rename = "minder-goed")]
    Lower,
    #[serde(rename = "nog-niet-te-zeggen")]
    TooLittleToSay,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "WaitKind")]
enum KindForm {
    #[serde(rename = "aanmeldwachttijd")]
    Intake,
    #[serde(rename = "behandelwachttijd")]
    Treatment,
    #[serde(rename = "totale-wachttijd")]
    Total,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "WaitBasis")]
enum BasisForm {
    #[serde(rename = "verwacht")]
    Expected,
    #[serde(rename = "ervaren")]
    Experienced,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "WaitStatistic")]
enum StatisticForm {
    #[serde(rename = "gemiddelde")]
    Mean,
    #[serde(rename = "mediaan")]
    Median,
    #[serde(rename = "p90")]
    P90,
    #[serde(rename = "eerste-vrije-plek")]
    NextFreePlace,
    #[serde(rename = "langste")]
    Longest,
    #[serde(rename = "niet-vermeld")]
    Unspecified,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "WaitUnit")]
enum UnitForm {
    #[serde(rename = "dagen")]
    Days,
    #[serde(rename = "weken")]
    Weeks,
    #[serde(rename = "maanden")]
    Months,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "WaitLength")]
struct LengthForm {
    #[serde(rename = "tienden")]
    tenths: u32,
    #[serde(rename = "eenheid", with = "UnitForm")]
    unit: WaitUnit,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "WaitMeasure")]
struct MeasureForm {
    #[serde(rename = "soort", with = "KindForm")]
    kind: WaitKind,
    #[serde(rename = "basis", with = "BasisForm")]
    basis: WaitBasis,
    #[serde(rename = "statistiek", with = "StatisticForm")]
    statistic: WaitStatistic,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "WaitReading")]
enum ReadingForm {
    #[serde(rename = "getal")]
    Length {
        #[serde(rename = "duur", with = "LengthForm")]
        length: WaitLength,
        #[serde(rename = "tekst", default, skip_serializing_if = "Option::is_none")]
        text: Option<Box<str>>,
    },
    #[serde(rename = "tekst")]
    Text(Box<str>),
    #[serde(rename = "aanmeldstop")]
    Stop,
    #[serde(rename = "onbekend")]
    Unknown,
}

/// What was said of a wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said(#[serde(with = "ReadingForm")] pub WaitReading);

/// What a wait counts, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Counted(#[serde(with = "MeasureForm")] pub WaitMeasure);

/// What was measured, by its Dutch word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Box<str>", into = "&'static str")]
pub struct Measured(pub Measure);

impl TryFrom<Box<str>> for Measured {
    type Error = &'static str;

    fn try_from(word: Box<str>) -> Result<Self, Self::Error> {
        Measure::ALL
            .into_iter()
            .find(|measure| *word == *measure.slug())
            .map(Self)
            .ok_or("a measure is expected")
    }
}

impl From<Measured> for &'static str {
    fn from(measured: Measured) -> Self {
        measured.0.slug()
    }
}
