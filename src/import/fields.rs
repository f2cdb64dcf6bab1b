//! The fields of the content that a mapping can fill, each with the form its values must have.

use jiff::civil::Date;

use crate::diagnostics::{Phrase, phrase};
use crate::model::{
    AgbCode, CbsCode, KvkNumber, LanguageTag, MailAddress, PhoneNumber, Postcode, Slug, WebAddress,
};

/// A field of the content.
#[derive(Debug)]
pub(super) struct Field {
    /// Its key or column.
    pub(super) key: &'static str,
    /// What it is, such as "a postcode".
    pub(super) noun: Phrase,
    /// How it is written down.
    pub(super) notation: Notation,
    /// The value as the content writes it; `None` when it has not the form of this field.
    pub(super) normal: fn(&str) -> Option<String>,
}

/// How a field is written in TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    Text,
    Bare,
    List,
}

const fn field(key: &'static str, noun: Phrase, normal: fn(&str) -> Option<String>) -> Field {
    Field {
        key,
        noun,
        notation: Notation::Text,
        normal,
    }
}

const fn bare(key: &'static str, noun: Phrase, normal: fn(&str) -> Option<String>) -> Field {
    Field {
        key,
        noun,
        notation: Notation::Bare,
        normal,
    }
}

const fn list(key: &'static str, noun: Phrase, normal: fn(&str) -> Option<String>) -> Field {
    Field {
        key,
        noun,
        notation: Notation::List,
        normal,
    }
}

pub(super) const PROVIDER_FIELDS: &[Field] = &[
    field("name", phrase("a name"), any),
    field("legal_name", phrase("a name"), any),
    field("kvk", phrase("a KvK number"), |text| {
        KvkNumber::parse(text).map(|code| code.as_str().to_owned())
    }),
    field("agb", phrase("an AGB code"), |text| {
        AgbCode::parse(text).map(|code| code.as_str().to_owned())
    }),
    field(
        "website",
        phrase("a web address that visitors can follow safely"),
        |text| WebAddress::parse(text).map(|address| address.as_str().to_owned()),
    ),
    field("email", phrase("a mail address"), |text| {
        MailAddress::parse(text).map(|address| address.as_str().to_owned())
    }),
    field("phone", phrase("a telephone number"), phone),
    bare("sole_trader", phrase("`true` or `false`"), |text| {
        one_of(text, &["true", "false"])
    }),
    field("legal_form", phrase("a legal form"), any),
    list("languages", phrase("a language tag"), |text| {
        LanguageTag::parse(text).map(|tag| tag.as_str().to_owned())
    }),
    field("level", phrase("a purchasing level"), |text| {
        one_of(text, &["local", "regional", "supra-regional", "national"])
    }),
    field("status_note", phrase("a sentence"), any),
];

pub(super) const LOCATION_FIELDS: &[Field] = &[
    field("name", phrase("a name"), any),
    field("address", phrase("an address"), any),
    field("postcode", phrase("a postcode"), |text| {
        Postcode::parse(text).map(|postcode| postcode.as_str().to_owned())
    }),
    field("place", phrase("a place"), any),
    field("municipality", phrase("a CBS municipality code"), |text| {
        CbsCode::parse(text).map(|code| code.as_str().to_owned())
    }),
    bare("latitude", phrase("a latitude"), |text| {
        number_up_to(text, 90.0)
    }),
    bare("longitude", phrase("a longitude"), |text| {
        number_up_to(text, 180.0)
    }),
    field("phone", phrase("a telephone number"), phone),
    field("accessibility", phrase("a text"), any),
];

pub(super) const OFFER_FIELDS: &[Field] = &[
    list(
        "profiles",
        phrase("the slug of a support profile"),
        slug_or_all,
    ),
    list("intensities", phrase("the id of an intensity"), slug_or_all),
    field("age_from", phrase("an age"), age),
    field("age_to", phrase("an age"), age),
    field(
        "admission",
        phrase("an admission: `open`, `stop` or `unknown`"),
        |text| one_of(text, &["open", "stop", "unknown"]),
    ),
    field("note", phrase("a sentence"), any),
];

#[expect(
    clippy::unnecessary_wraps,
    reason = "it has the form of the other checks"
)]
fn any(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn phone(text: &str) -> Option<String> {
    PhoneNumber::parse(text).map(|number| number.as_str().to_owned())
}

fn one_of(text: &str, words: &[&str]) -> Option<String> {
    words.contains(&text).then(|| text.to_owned())
}

fn slug_or_all(text: &str) -> Option<String> {
    (text == "*" || Slug::parse(text).is_some()).then(|| text.to_owned())
}

fn age(text: &str) -> Option<String> {
    let years: u8 = text.parse().ok()?;
    (years <= 27).then(|| years.to_string())
}

/// A decimal number, with a point.
pub(super) fn number(text: &str) -> Option<String> {
    let text = text.replacen(',', ".", 1);
    let number: f64 = text.parse().ok()?;
    number.is_finite().then_some(text)
}

/// A number of degrees, as TOML writes a number: `.5`, `5.` and `05.5` are none there.
fn number_up_to(text: &str, most: f64) -> Option<String> {
    let degrees: f64 = number(text)?.parse().ok()?;
    (degrees.abs() <= most).then(|| format!("{degrees:?}"))
}

/// A day as the content writes it.
pub(super) fn day(date: Date) -> String {
    date.to_string()
}
